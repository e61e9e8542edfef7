"""What a statement tells in one line, who fills its roles, and how far another statement tells the same."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import assert_never

from palanca.records import (
    Anchor,
    AnomalyDetail,
    Detail,
    EventDetail,
    InstrumentDetail,
    Modality,
    OfficeDetail,
    QuantityDetail,
    QuotationDetail,
    Statement,
    TieDetail,
)
from palanca.records.names import fold

_BETWEEN = "; "


class Agreement(IntEnum):
    """How far a statement tells what was told when a person judged, least first.

    Parties agree if in each role that both fill the words of one name hold those of another: "ruiz" and "ana ruiz".
    """

    KIND = 0  # nothing but the kind is the same
    CORE = 1  # the same of others
    PARTIES = 2  # something else, of the same parties
    LIKE = 3  # the same core, of parties that agree
    TOLD = 4  # the same in full, of parties that agree in the same roles
    ALL = 5  # the same in full, of the same parties


def told_of(statement: Statement) -> str:
    """One line: the core, then what a newer reader may read more exactly: `denied AID; in-kind; 2019-05; at lima`.

    The core is the category of an event, the title of an office, the kind of a tie, kind and number (else title) of an
    instrument, amount and unit of a quantity; what is not asserted says how it is put. Contexts are left out.
    """
    core, rest = _core_and_rest(statement.detail)
    modality = [] if statement.modality is Modality.ASSERTED else [str(statement.modality)]
    return _BETWEEN.join(
        part for part in map(_plain, (" ".join([*modality, core]), *rest, *_around(statement))) if part
    )


def parties_of(statement: Statement) -> tuple[str, ...]:
    """Who fills the roles, as `role=folded name`, sorted."""
    return tuple(sorted(f"{role.name}={fold(role.filler.text) or role.filler.text}" for role in statement.roles))


def agreement(anchor: Anchor, statement: Statement) -> Agreement:
    """How far a statement of the kind of an anchor tells what the anchor tells."""
    told, parties = told_of(statement), parties_of(statement)
    if told == anchor.told and parties == anchor.parties:
        return Agreement.ALL
    agree = _agree(parties, anchor.parties)
    if told == anchor.told and agree and _roles(parties) == _roles(anchor.parties):
        return Agreement.TOLD
    is_same_core = _core(told) == _core(anchor.told)
    if is_same_core and agree:
        return Agreement.LIKE
    if parties and parties == anchor.parties:
        return Agreement.PARTIES
    return Agreement.CORE if is_same_core else Agreement.KIND


def _core_and_rest(detail: Detail) -> tuple[str, tuple[object, ...]]:
    match detail:
        case EventDetail():
            return detail.category, (detail.mode,)
        case OfficeDetail():
            return detail.role, (
                detail.status,
                detail.start and f"from {detail.start}",
                detail.end and f"to {detail.end}",
            )
        case TieDetail():
            return detail.kind, ()
        case InstrumentDetail():
            title = detail.title if detail.number else None
            return f"{detail.kind} {detail.number or detail.title}", (title, detail.valid, detail.effect)
        case QuantityDetail():
            most = "" if detail.value_max is None else f"..{float(detail.value_max)!r}"
            return f"{float(detail.value)!r}{most} {detail.unit}", (detail.of,)
        case QuotationDetail():
            return "direct" if detail.direct else "reported", (detail.cue,)
        case AnomalyDetail():
            return detail.kind, (detail.detail,)
        case _:
            assert_never(detail)


def _around(statement: Statement) -> Iterator[str]:
    if statement.time:
        yield str(statement.time)
    if statement.place:
        yield f"at {fold(statement.place.text)}"
    if statement.speaker:
        yield f"says {fold(statement.speaker.text)}"


def _plain(part: object) -> str:
    """On one line, and without the sign that parts the line."""
    return " ".join(str(part or "").replace(";", ",").split())


def _core(told: str) -> str:
    return told.partition(_BETWEEN)[0]


def _roles(parties: Iterable[str]) -> set[str]:
    return {party.partition("=")[0] for party in parties}


def _agree(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    mine, others = _names(ours), _names(theirs)
    return all(
        any(one <= other or other <= one for one in mine[role] for other in others[role])
        for role in mine.keys() & others
    )


def _names(parties: Iterable[str]) -> dict[str, list[set[str]]]:
    found: dict[str, list[set[str]]] = {}
    for party in parties:
        role, _, name = party.partition("=")
        found.setdefault(role, []).append(set(name.split()))
    return found
