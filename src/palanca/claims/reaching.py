"""How far a statement reaches: keys such that those that may come under one claim share one.

A key is a tuple of texts that is the same in every process. They are wider than what each kind is grouped by: that two
statements share a key does not say that they tell one thing. Those of events are wider still, and so are kept with
months; which of those that share one are of one part is told by `event_reach`.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator

from palanca.claims.event_index import months
from palanca.claims.instruments import reaches_of_instrument
from palanca.claims.occupancies import reaches_of_office
from palanca.claims.quantities import reaches_of_quantity
from palanca.claims.quotations import reaches_of_quotation
from palanca.claims.settled import Reached
from palanca.claims.telling import Told
from palanca.claims.ties import reaches_of_tie
from palanca.records import EventDetail, Kind, TieDetail

type Reach = tuple[str, ...]

_DIGEST_BYTES = 8
_OF_KIND: dict[Kind, Callable[[Told], Iterable[Reach]]] = {
    Kind.OFFICE: reaches_of_office,
    Kind.TIE: reaches_of_tie,
    Kind.INSTRUMENT: reaches_of_instrument,
    Kind.QUANTITY: reaches_of_quantity,
    Kind.QUOTATION: reaches_of_quotation,
}


def reaches(one: Told) -> Iterator[Reach]:
    """The keys of a statement, its kind first. Of an event only the record that tells it, if one does."""
    kind, detail = one.statement.kind, one.statement.detail
    if one.record_of:
        yield kind, "record", one.statement.document, detail.kind if isinstance(detail, TieDetail) else ""
    if kind in _OF_KIND:
        yield from ((kind, *reach) for reach in _OF_KIND[kind](one))


def reached(one: Told) -> Iterator[Reached]:
    """By what the claim of a statement is found: its keys, and of an event each thing that it is told of."""
    for reach in reaches(one):
        yield Reached(_number(reach))
    detail = one.statement.detail
    if isinstance(detail, EventDetail):
        slots = months(one.likely_days)
        things = [party.key for party in one.known] or ([one.town] if one.town else [])
        for thing in things:
            number = _number((Kind.EVENT, detail.category, thing))
            yield Reached(number, min(slots), max(slots)) if slots else Reached(number)


def united_reach(group: Iterable[Told]) -> tuple[Reached, ...]:
    """By what the claim of several statements is found, by number: each key once, with all its months."""
    found: dict[int, Reached] = {}
    for one in group:
        for new in reached(one):
            known = found.setdefault(new.number, new)
            found[new.number] = known.with_months_of(new)
    return tuple(found[number] for number in sorted(found))


def _number(reach: Reach) -> int:
    """A key as a whole number. Of two keys with one number nothing worse comes than that more is settled anew."""
    digest = hashlib.blake2b("\x1f".join(reach).encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES)
    return int.from_bytes(digest.digest(), "little", signed=True)
