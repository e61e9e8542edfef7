"""Canonical JSON of what a column cannot hold: the same value is always the same text, and comes back equal.

Keys are sorted, nothing is padded, times are EDTF. Unknown fields are written as null, so that every text of a kind has
the same keys.
"""

import json
from collections.abc import Callable
from functools import lru_cache

from palanca.records import (
    AnomalyDetail,
    AnomalyKind,
    Category,
    Context,
    Detail,
    EventDetail,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    OfficeDetail,
    OfficeStatus,
    QuantityDetail,
    QuotationDetail,
    TieDetail,
    TieKind,
    Time,
)

_DETAILS_AT_HAND = 4_096  # rows of a register say much the same
_TIMES_AT_HAND = 16_384  # and tell of the same days

type Json = bool | int | float | str | list[Json] | dict[str, Json] | None


def time_to_text(time: Time | None) -> str | None:
    """EDTF, or None."""
    return None if time is None else str(time)


@lru_cache(maxsize=_TIMES_AT_HAND)
def time_from_text(text: str | None) -> Time | None:
    """The inverse of `time_to_text`."""
    return None if text is None else Time.parse(text)


def texts_to_json(texts: tuple[str, ...]) -> str:
    """A JSON array of strings, in order."""
    return _dump(list(texts)) if texts else "[]"


def texts_from_json(text: str) -> tuple[str, ...]:
    """The inverse of `texts_to_json`."""
    return tuple(json.loads(text)) if text != "[]" else ()


def numbers_to_json(numbers: tuple[int, ...]) -> str:
    """A JSON array of whole numbers, in order."""
    return _dump(list(numbers)) if numbers else "[]"


def numbers_from_json(text: str) -> tuple[int, ...]:
    """The inverse of `numbers_to_json`."""
    return tuple(json.loads(text))


@lru_cache(maxsize=_DETAILS_AT_HAND)
def detail_to_json(detail: Detail) -> str:
    """The detail of a statement as one JSON object; its kind is kept beside it."""
    return _dump(_detail_fields(detail))


@lru_cache(maxsize=_DETAILS_AT_HAND)
def detail_from_json(kind: Kind, text: str) -> Detail:
    """The inverse of `detail_to_json` for statements of `kind`."""
    return _DECODERS[kind](json.loads(text))


# One encoder for all: `json.dumps` makes a new one for every value.
_dump: Callable[[Json], str] = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
).encode


def _detail_fields(detail: Detail) -> dict[str, Json]:
    match detail:
        case EventDetail(category=category, mode=mode, contexts=contexts):
            return {"category": category, "mode": mode, "contexts": list(contexts)}
        case OfficeDetail(role=role, status=status, start=start, end=end):
            return {"role": role, "status": status, "start": time_to_text(start), "end": time_to_text(end)}
        case TieDetail(kind=kind):
            return {"kind": kind}
        case InstrumentDetail():
            return _instrument_fields(detail)
        case QuantityDetail(value=value, unit=unit, value_max=value_max, of=of):
            return {"value": value, "unit": unit, "value_max": value_max, "of": of}
        case QuotationDetail(cue=cue, direct=direct):
            return {"cue": cue, "direct": direct}
        case AnomalyDetail(kind=anomaly, detail=sentence):
            return {"kind": anomaly, "detail": sentence}


def _instrument_fields(detail: InstrumentDetail) -> dict[str, Json]:
    return {
        "kind": detail.kind,
        "title": detail.title,
        "number": detail.number,
        "valid": time_to_text(detail.valid),
        "effect": detail.effect,
    }


# The decoders read what `_detail_fields` wrote: a missing key or an unknown choice is a damaged case, and raises.


def _event(fields: dict[str, str | None], contexts: list[str]) -> EventDetail:
    category = Category(fields["category"] or "")
    return EventDetail(category=category, mode=fields["mode"], contexts=tuple(map(Context, contexts)))


def _office(fields: dict[str, str | None]) -> OfficeDetail:
    return OfficeDetail(
        role=fields["role"] or "",
        status=OfficeStatus(fields["status"] or ""),
        start=time_from_text(fields["start"]),
        end=time_from_text(fields["end"]),
    )


def _instrument(fields: dict[str, str | None]) -> InstrumentDetail:
    return InstrumentDetail(
        kind=InstrumentKind(fields["kind"] or ""),
        title=fields["title"] or "",
        number=fields["number"],
        valid=time_from_text(fields["valid"]),
        effect=fields["effect"],
    )


_DECODERS: dict[Kind, Callable[..., Detail]] = {
    Kind.EVENT: lambda fields: _event(fields, fields["contexts"]),
    Kind.OFFICE: _office,
    Kind.TIE: lambda fields: TieDetail(kind=TieKind(fields["kind"])),
    Kind.INSTRUMENT: _instrument,
    Kind.QUANTITY: lambda fields: QuantityDetail(**fields),
    Kind.QUOTATION: lambda fields: QuotationDetail(**fields),
    Kind.ANOMALY: lambda fields: AnomalyDetail(kind=AnomalyKind(fields["kind"]), detail=fields["detail"]),
}
