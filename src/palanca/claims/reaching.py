"""How far a statement reaches: keys such that those that may come under one claim share one, or meet by `event_reach`.

A key is a tuple of texts that is the same in every process. They are wider than what each kind is grouped by: that two
statements share a key does not say that they tell one thing.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator

from palanca.claims.instruments import reaches_of_instrument
from palanca.claims.occupancies import reaches_of_office
from palanca.claims.quantities import reaches_of_quantity
from palanca.claims.quotations import reaches_of_quotation
from palanca.claims.telling import Told
from palanca.claims.ties import reaches_of_tie
from palanca.records import Kind, TieDetail

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


def reach_number(reach: Reach) -> int:
    """A key as a whole number of 64 bits, the same in every process. Of two keys with one number nothing worse comes
    than that more is settled anew.
    """
    digest = hashlib.blake2b("\x1f".join(reach).encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES)
    return int.from_bytes(digest.digest(), "little", signed=True)
