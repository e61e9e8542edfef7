"""What lies near one thing, counted on the table of ties: of its neighbourhood only what is shown is read.

Around who is named often lies nearly all of a case, so that claims are counted where they stand and never read.
"""

import json
from collections import Counter
from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Connection, Integer, column, func, literal_column, select, union_all

from palanca.analysis.networks.edges import HAPPENED, UNNAMED
from palanca.records import EntityId, Kind, Modality
from palanca.records.query import Query
from palanca.store.bare_rows import columns_of, rows_of
from palanca.store.counting import count_of_keys
from palanca.store.index_tables import indexed_claims, indexed_parties, indexed_ties
from palanca.store.listing import listed, listed_numbers
from palanca.store.querying import kinds_of, passing
from palanca.store.statement_rows import PLACE
from palanca.store.strong_ties import Near, Pair, Reach, Whole
from palanca.store.strongest import degrees_of, pairs_among, ties_of
from palanca.store.whole_network import ENDS_OF_ANY, not_joining, tied, told_of


def nearest(connection: Connection, query: Query, start: EntityId, reach: Reach) -> Near:
    """The things within so many steps, nearest first, of equals those joined by most claims, then by id."""
    passed = tied(query)
    things, reached = _within(connection, passed, start, reach)
    pairs = pairs_among(connection, passed, things)
    shown = _shown(pairs, start, reach.most_pairs)
    return Near(
        things=degrees_of(connection, passed, things) if pairs else {},
        ties=ties_of(connection, passed, shown),
        left_out=len(pairs) - len(shown),
        reached=reached if pairs else 0,
        whole=_counted(connection, query, start, things, len(pairs)),
    )


def _within(
    connection: Connection, passed: ColumnElement[bool], start: EntityId, reach: Reach
) -> tuple[list[EntityId], int]:
    """The things to show, by id, and how many were reached from those that are shown."""
    kept, reached = {start}, {start}
    ring: Collection[EntityId] = [start]
    for _ in range(reach.steps):
        if not ring:
            break
        found = [one for one in _beside(connection, passed, ring) if one not in kept]
        reached.update(found)
        ring = found[: reach.most - len(kept)]
        kept.update(ring)
    return sorted(kept), len(reached)


def _beside(connection: Connection, passed: ColumnElement[bool], things: Collection[EntityId]) -> list[EntityId]:
    """What claims join with these things, those that most do first, then by id."""
    tie, number = indexed_ties.c, func.count()
    ends = ((tie.one, tie.other), (tie.other, tie.one))
    told = union_all(
        *(select(far.label("far")).where(near.in_(listed(things)), passed) for near, far in ends)
    ).subquery()
    ranked = select(told.c.far).group_by(told.c.far).order_by(number.desc(), told.c.far)
    return list(map(EntityId, connection.execute(ranked).scalars()))


def _shown(pairs: Sequence[Pair], start: EntityId, most: int) -> list[Pair]:
    """All pairs of the thing itself, and of the others as many as there is room for."""
    own = [pair for pair in pairs if start in pair]
    others = [pair for pair in pairs if start not in pair]
    return own + others[: max(0, most - len(own))]


def _counted(connection: Connection, query: Query, start: EntityId, things: Sequence[EntityId], pairs: int) -> Whole:
    tie = indexed_ties.c
    among = tie.one.in_(listed(things)) & tie.other.in_(listed(things))
    told = select(func.json_group_array(tie.claim)).where(among, tied(query))
    claims = sorted(set(json.loads(connection.execute(told).scalar_one())))  # what they lead to stands in this order
    keys = json.dumps(claims)
    found = count_of_keys(connection, claims)
    left_out = _left_out(connection, query, start, among)
    left_out[UNNAMED] = _unnamed(connection, keys)
    return Whole(
        things=len(things), pairs=pairs, claims=found.claims, documents=found.documents, sources=found.sources,
        left_out=dict(+left_out),
    )  # fmt: skip


def _left_out(connection: Connection, query: Query, start: EntityId, among: ColumnElement[bool]) -> Counter[str]:
    """By name how many claims join no two things here.

    Those on the thing, or between those shown, that are denied, planned or supposed, and others on the thing.
    """
    tie, claim = indexed_ties.c, indexed_claims.c
    unreal = told_of(query) & tie.modality.not_in(sorted(HAPPENED))
    joins = select(literal_column("1")).where(tie.claim == claim.key).exists()
    alone = claim.key.in_(listed_numbers(_not_tied(connection, query, start)))
    told = [
        *(select(tie.claim, tie.kind, tie.modality).where(which, unreal) for which in (among, *_ends(start))),
        select(claim.key, claim.kind, claim.modality).where(
            alone, passing(query), claim.modality.not_in(sorted(HAPPENED)) | ~joins
        ),
    ]
    once = {key: (kind, modality) for wanted in told for key, kind, modality in rows_of(connection, wanted)}
    found = Counter[str]()
    for (kind, modality), number in Counter(once.values()).items():
        found[not_joining(Kind(kind), Modality(modality))] += number
    return found


def _ends(start: EntityId) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """That a thing is the one or the other of two that a claim joins: each is looked up by itself."""
    return indexed_ties.c.one == start, indexed_ties.c.other == start


def _not_tied(connection: Connection, query: Query, start: EntityId) -> set[int]:
    """The numbers of the claims of a thing that join it with none: of who is named often, few are left to look at."""
    party, kinds = indexed_parties.c, kinds_of(query)
    own = select(party.claim).where(party.thing == start, party.role != PLACE)
    if kinds is not None:
        own = own.where(party.kind.in_(sorted(kinds)))
    (found,), *tied = (
        columns_of(connection, wanted)
        for wanted in (own, *(select(indexed_ties.c.claim).where(which) for which in _ends(start)))
    )
    return set(found).difference(*(claims for (claims,) in tied))


def _unnamed(connection: Connection, keys: str) -> int:
    """How many parties of these claims, a JSON array of their numbers, have no known identity."""
    party = indexed_parties.c
    known = func.json_each(keys).table_valued(column("value", Integer))
    told = known.join(indexed_parties, party.claim == known.c.value)
    counted = select(func.count()).select_from(told).where(party.words.is_not(None), party.role.in_(ENDS_OF_ANY))
    return connection.execute(counted).scalar_one()
