"""How much a whole network joins, and what joins nobody: counted on the narrow tables."""

from collections import Counter

from sqlalchemy import Column, ColumnElement, Connection, Integer, func, literal_column, or_, select, type_coerce
from sqlalchemy.sql.visitors import iterate

from palanca.analysis.networks.edges import HAPPENED, JOINING, UNNAMED, joining_none, not_happened
from palanca.analysis.networks.joining import ENDS
from palanca.records import Kind, Modality
from palanca.records.query import Query
from palanca.store.counting import told_by
from palanca.store.index_tables import (
    COUNTED_BY_DAYS,
    indexed_claims,
    indexed_parties,
    indexed_ties,
)
from palanca.store.narrow import asked_of
from palanca.store.querying import passing, unindexed
from palanca.store.schema import things
from palanca.store.strong_ties import Whole

_ONE: ColumnElement[int] = literal_column("1")  # and not the row: an index answers alone
ENDS_OF_ANY = sorted({role for roles in ENDS.values() for role in roles})


def told_of(query: Query) -> ColumnElement[bool]:
    """That the claim of a row of `indexed_ties` passes."""
    passed = passing(query)
    narrow = asked_of(indexed_ties, passed)
    return indexed_ties.c.claim.in_(select(indexed_claims.c.key).where(passed)) if narrow is None else narrow


def tied(query: Query) -> ColumnElement[bool]:
    """The same, and that it is told as having happened."""
    return told_of(query) & indexed_ties.c.modality.in_(sorted(HAPPENED))


def whole(connection: Connection, query: Query) -> Whole:
    """What the claims that pass join."""
    passed, tie = tied(query), indexed_ties.c
    ends = or_(*(select(_ONE).where(end == things.c.id, passed).exists() for end in (tie.one, tie.other)))
    pairs = select(tie.one, tie.other).where(passed).distinct().subquery()
    joining, keys = _joining(connection, passed)
    documents, sources = told_by(connection, keys)
    return Whole(
        things=connection.execute(select(func.count()).select_from(things).where(ends)).scalar_one(),
        pairs=connection.execute(select(func.count()).select_from(pairs)).scalar_one(),
        claims=joining.total(),
        documents=documents,
        sources=sources,
        left_out=_left_out(connection, query, joining),
    )


def _joining(connection: Connection, passed: ColumnElement[bool]) -> tuple[Counter[Kind], str]:
    """How many claims of each kind join two things, and the numbers of all, a JSON array: in one look."""
    told = select(indexed_ties.c.claim, indexed_ties.c.kind).where(passed).distinct().subquery().c
    each = (func.coalesce(func.sum(type_coerce(told.kind == kind, Integer)), 0) for kind in JOINING)
    *numbers, keys = connection.execute(select(*each, func.json_group_array(told.claim))).one()
    return Counter(dict(zip(JOINING, numbers, strict=True))), keys


def _left_out(connection: Connection, query: Query, joining: Counter[Kind]) -> dict[str, int]:
    """By name how many claims join nobody, and how many parties of the others have no known identity."""
    found = _of_each_kind(connection, passing(query))
    for kind, number in joining.items():
        found[joining_none(kind)] -= number
    party = indexed_parties.c
    joins = select(_ONE).where(indexed_ties.c.claim == party.claim, tied(query)).exists()
    unnamed = select(func.count()).select_from(indexed_parties).where(
        party.words.is_not(None), party.role.in_(ENDS_OF_ANY), joins
    )  # fmt: skip
    found[UNNAMED] += connection.execute(unnamed).scalar_one()
    return dict(+found)


def _of_each_kind(connection: Connection, passed: ColumnElement[bool]) -> Counter[str]:
    """By name how many claims that pass would join nobody if none did.

    They are counted in the order of an index, and so without sorting, where it holds all that is asked.
    """
    claim, found = indexed_claims.c, Counter[str]()
    in_order = (claim.kind, claim.category, claim.sort, claim.modality)
    if {one.name for one in iterate(passed) if isinstance(one, Column)} <= {one.name for one in in_order} | {"review"}:
        counted = select(claim.kind, claim.modality, func.count()).where(passed).group_by(*in_order)
    else:
        counted = select(claim.kind, claim.modality, func.count()).where(COUNTED_BY_DAYS, passed)
        counted = counted.group_by(unindexed(claim.kind), claim.modality)
    for kind, modality, number in connection.execute(counted):
        found[not_joining(Kind(kind), Modality(modality))] += number
    return found


def not_joining(kind: Kind, modality: Modality) -> str:
    """What a claim is called that joins nobody: told as having happened or not."""
    return joining_none(kind) if modality in HAPPENED else not_happened(kind, modality)
