"""What a person states, as the one line of JSON that its judgement holds: keys in the order of the alphabet."""

import json
import math
from collections.abc import Iterable
from enum import StrEnum

from palanca.records import (
    Category,
    Context,
    EventDetail,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Modality,
    OfficeDetail,
    OfficeStatus,
    QuantityDetail,
    QuotationDetail,
    Schema,
    TieDetail,
    TieKind,
    Time,
)
from palanca.records.errors import InvalidJudgement, InvalidTime
from palanca.records.names import fold
from palanca.records.stated import NEEDED, PARTS_OF, Part, StatableDetail, Stated, StatedPart

type Fields = dict[str, object]


def stated_to_text(stated: Stated) -> str:
    """One line."""
    parts = [{"part": one.part, "schema": one.schema} for one in stated.parts]
    time = None if stated.time is None else str(stated.time)
    fields = {"kind": stated.kind, "modality": stated.modality, "parts": parts, "time": time}
    return json.dumps(fields | _detail_fields(stated.detail), ensure_ascii=False, sort_keys=True)


def stated_from_text(text: str) -> Stated:
    """The inverse of `stated_to_text`. Raises InvalidJudgement for what is not written so, or cannot be stated."""
    try:
        fields = json.loads(text)
    except json.JSONDecodeError as error:
        raise InvalidJudgement(f"what is stated is no JSON ({error.msg}): state it anew") from error
    if not isinstance(fields, dict):
        raise InvalidJudgement("what is stated is no object of JSON: state it anew")
    kind = _choice(Kind, "kind", fields.get("kind"))
    stated = Stated(
        kind=kind,
        detail=_detail(kind, fields),
        parts=tuple(map(_part, _list("parts", fields.get("parts")))),
        time=_time("time", fields.get("time")),
        modality=_choice(Modality, "modality", fields.get("modality")),
    )
    check_parts(stated)
    return stated


def check_parts(stated: Stated) -> None:
    """Raise InvalidJudgement if the kind cannot be stated, or without a part that it needs, or with one it has not."""
    if stated.kind not in PARTS_OF:
        raise InvalidJudgement(f"{stated.kind} cannot be stated by hand: give one of {', '.join(PARTS_OF)}")
    _check_words(stated.detail)
    told = [one.part for one in stated.parts]
    missing = [part for part in NEEDED[stated.kind] if part not in told]
    if missing:
        raise InvalidJudgement(f"{stated.kind} needs {' and '.join(missing)}: choose the words that name who it is")
    known = PARTS_OF[stated.kind]
    strange = [part for part in told if part not in known]
    if strange:
        raise InvalidJudgement(f"{stated.kind} has no {strange[0]}: it has {', '.join(known)}")
    twice = [part for part in (Part.PLACE, Part.SPEAKER) if told.count(part) > 1]
    if twice:
        raise InvalidJudgement(f"{stated.kind} has one {twice[0]} at most: leave the others out")


def _check_words(detail: StatableDetail) -> None:
    """Raise InvalidJudgement where the words are missing without which a detail says nothing."""
    match detail:
        case OfficeDetail(role=role) if not fold(role):
            raise InvalidJudgement("an office needs its title: write it with letters, as in 'minister of ports'")
        case InstrumentDetail(title=title) if not fold(title):
            raise InvalidJudgement("an instrument needs its title: write it with letters, as in 'Ports Act'")
        case QuantityDetail(unit=unit) if not unit.strip():
            raise InvalidJudgement("a number needs its unit: write USD, percent, or what is counted, as in 'ships'")
        case QuotationDetail(cue=cue) if not fold(cue):
            raise InvalidJudgement("a quotation needs the word that tells it: write it as the text does, as in 'said'")


def _detail_fields(detail: StatableDetail) -> Fields:
    match detail:
        case EventDetail():
            return {"category": detail.category, "contexts": list(detail.contexts)}
        case OfficeDetail():
            start, end = (None if time is None else str(time) for time in (detail.start, detail.end))
            return {"role": detail.role, "status": detail.status, "start": start, "end": end}
        case TieDetail():
            return {"tie": detail.kind}
        case InstrumentDetail():
            valid = None if detail.valid is None else str(detail.valid)
            return {"instrument": detail.kind, "title": detail.title, "number": detail.number, "valid": valid}
        case QuantityDetail():
            return {"value": detail.value, "value_max": detail.value_max, "unit": detail.unit, "of": detail.of}
        case QuotationDetail():
            return {"cue": detail.cue, "direct": detail.direct}


def _detail(kind: Kind, fields: Fields) -> StatableDetail:
    match kind:
        case Kind.EVENT:
            contexts = tuple(_choice(Context, "contexts", one) for one in _list("contexts", fields.get("contexts")))
            return EventDetail(category=_choice(Category, "category", fields.get("category")), contexts=contexts)
        case Kind.OFFICE:
            return OfficeDetail(
                role=_words(fields.get("role")).lower(),
                status=_choice(OfficeStatus, "status", fields.get("status")),
                start=_time("start", fields.get("start")),
                end=_time("end", fields.get("end")),
            )
        case Kind.TIE:
            return TieDetail(kind=_choice(TieKind, "tie", fields.get("tie")))
        case Kind.INSTRUMENT:
            return InstrumentDetail(
                kind=_choice(InstrumentKind, "instrument", fields.get("instrument")),
                title=_words(fields.get("title")),
                number=_words(fields.get("number")) or None,
                valid=_time("valid", fields.get("valid")),
            )
        case Kind.QUANTITY:
            return QuantityDetail(
                value=_number("value", fields.get("value")),
                value_max=None if fields.get("value_max") is None else _number("value_max", fields.get("value_max")),
                unit=_words(fields.get("unit")),
                of=_words(fields.get("of")) or None,
            )
        case Kind.QUOTATION:
            return QuotationDetail(cue=_words(fields.get("cue")), direct=fields.get("direct") is True)
        case _:
            raise InvalidJudgement(f"{kind} cannot be stated by hand: give one of {', '.join(PARTS_OF)}")


def _part(given: object) -> StatedPart:
    fields = given if isinstance(given, dict) else {}
    schema = fields.get("schema")
    return StatedPart(
        part=_choice(Part, "part", fields.get("part")),
        schema=None if schema is None else _choice(Schema, "schema", schema),
    )


def _list(field: str, value: object) -> Iterable[object]:
    if not isinstance(value, list):
        raise InvalidJudgement(f"{field} of what is stated is no list: state it anew")
    return value


def _choice[Choice: StrEnum](choices: type[Choice], field: str, value: object) -> Choice:
    if value not in set(choices):
        raise InvalidJudgement(f"{value!r} is no {field}: give one of {', '.join(choices)}")
    return choices(str(value))


def _words(value: object) -> str:
    """Words with single spaces; '' of nothing."""
    return " ".join(str(value or "").split())


def _number(field: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise InvalidJudgement(f"{value!r} is no {field}: write a number")
    return float(value)


def _time(field: str, value: object) -> Time | None:
    try:
        return None if value is None else Time.parse(str(value))
    except InvalidTime as error:
        raise InvalidJudgement(f"{field}: {error}") from error
