"""A toy reader of many kinds of statements, and all that a case file keeps of what was settled."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from palanca.records import (
    Detail,
    Document,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Mention,
    OfficeDetail,
    OfficeStatus,
    QuantityDetail,
    QuotationDetail,
    Reading,
    Role,
    RoleName,
    Span,
    Statement,
    TieDetail,
    TieKind,
)
from palanca.store.schema import SETTLED
from tests.store.making import read, role

_TOLD: dict[str, tuple[Detail, tuple[RoleName, ...]]] = {
    " is president of ": (
        OfficeDetail(role="president", status=OfficeStatus.CURRENT),
        (RoleName.PERSON, RoleName.BODY),
    ),
    " belongs to ": (TieDetail(kind=TieKind.PART_OF), (RoleName.SOURCE, RoleName.TARGET)),
    " passed the port law": (
        InstrumentDetail(kind=InstrumentKind.LAW, title="Port Law", number="7"),
        (RoleName.ISSUER,),
    ),
    " has 40 ships": (QuantityDetail(value=40, unit="ships", of="ships"), (RoleName.SUBJECT,)),
    " has 50 ships": (QuantityDetail(value=50, unit="ships", of="ships"), (RoleName.SUBJECT,)),
    " said the long pier is safe": (QuotationDetail(cue="said", direct=False), ()),
}


def read_all(given: Document, version: str = "toy 1") -> Reading:
    """As `read`, with an office, a tie, an instrument, a quantity or a quotation where a sentence tells one."""
    reading = read(given, version)
    told = tuple(one for span in reading.sentences for one in _told(reading, span))
    met = tuple(one for one in reading.statements if " met " in one.span.of(given.text))
    return replace(reading, statements=(*met, *told))


def _told(reading: Reading, sentence: Span) -> Iterator[Statement]:
    words = sentence.of(reading.document.text)
    named = [mention for mention in reading.mentions if sentence.contains(mention.span)]
    for telling, (detail, roles) in _TOLD.items():
        if telling in words and len(named) >= max(1, len(roles)):
            yield _statement(reading, sentence, detail, tuple(zip(roles, named, strict=False)), named[0])


def _statement(
    reading: Reading, span: Span, detail: Detail, roles: tuple[tuple[RoleName, Mention], ...], first: Mention
) -> Statement:
    filled: tuple[Role, ...] = tuple(role(name, mention.text, mention) for name, mention in roles)
    is_said = isinstance(detail, QuotationDetail)
    return Statement(
        document=reading.document.id,
        kind=_kind(detail),
        detail=detail,
        span=span,
        reader="toy",
        reader_version=reading.version,
        roles=filled,
        time=reading.document.published,
        speaker=role(RoleName.ACTOR, first.text, first).filler if is_said else None,
    )


def _kind(detail: Detail) -> Kind:
    match detail:
        case OfficeDetail():
            return Kind.OFFICE
        case TieDetail():
            return Kind.TIE
        case InstrumentDetail():
            return Kind.INSTRUMENT
        case QuantityDetail():
            return Kind.QUANTITY
        case _:
            return Kind.QUOTATION


def settled_rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the settled tables of a case file, without the numbers of rows."""
    with sqlite3.connect(path) as connection:
        return {
            table.name: sorted(
                connection.execute(
                    f"SELECT {', '.join(f'"{c.name}"' for c in table.columns if c.name != 'key')} FROM {table.name}"  # noqa: S608
                ),
                key=repr,
            )
            for table in SETTLED
        }
