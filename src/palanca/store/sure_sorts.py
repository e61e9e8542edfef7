"""How many claims that are sure there are of each kind and modality, counted ahead: see `indexing_pairs`."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, select

from palanca.records import Kind, Modality
from palanca.records.filter import LEAST_CONFIDENCE
from palanca.records.query import All, Field, Query, Words, surely
from palanca.store.index_tables import indexed_sorts

SURE = surely(LEAST_CONFIDENCE)
type Sorts = Counter[tuple[Kind, Modality]]


def sorts_of(connection: Connection, query: Query) -> Sorts | None:
    """How many claims that pass are of each kind and modality.

    None where the query asks for more than these and that claims are sure, or not that they are.
    """
    parts = list(parts_of(query))
    if SURE not in parts or not all(one == SURE or _is_of_sort(one) for one in parts):
        return None
    wanted = [(one.field, one.values) for one in parts if isinstance(one, Words)]
    rows = connection.execute(select(*indexed_sorts.c)).all()
    return Counter({
        (Kind(kind), Modality(modality)): number
        for kind, modality, number in rows
        if all((kind if field is Field.KIND else modality) in values for field, values in wanted)
    })  # fmt: skip


def number_ahead(connection: Connection, query: Query) -> int | None:
    """How many claims pass; None where they are not counted ahead."""
    sorts = sorts_of(connection, query)
    return None if sorts is None else sorts.total()


def parts_of(query: Query) -> Iterator[Query]:
    """All that must hold of a claim for it to pass."""
    if isinstance(query, All):
        for part in query.parts:
            yield from parts_of(part)
    else:
        yield query


def _is_of_sort(query: Query) -> bool:
    return isinstance(query, Words) and query.field in (Field.KIND, Field.MODALITY)
