"""What lies near one thing, counted on the table of ties: of its neighbourhood only what is shown is read.

Around who is named often lies nearly all of a case, so that claims are counted where they stand and never read.
"""

import json
from collections import Counter
from collections.abc import Collection, Sequence
from typing import cast

from sqlalchemy import ColumnElement, Connection, Integer, column, func, literal_column, select

from palanca.analysis.networks.edges import UNNAMED
from palanca.records import TOLD_AS_SO, EntityId, Kind, Modality
from palanca.records.query import Query
from palanca.store.bare_rows import columns_of, rows_of
from palanca.store.counting import count_of_keys
from palanca.store.index_tables import indexed_claims, indexed_parties, indexed_ties
from palanca.store.listing import listed, listed_numbers
from palanca.store.pairs import Pairs
from palanca.store.querying import kinds_of, passing
from palanca.store.statement_rows import PLACE
from palanca.store.strong_ties import Near, Pair, Reach, Whole
from palanca.store.strongest import pairs_of, ties_of
from palanca.store.whole_network import ENDS_OF_ANY, not_joining, tied, told_of

type _Sorted = tuple[int, str, str]
"""The number of a claim, its kind and its modality."""


def nearest(connection: Connection, query: Query, start: EntityId, reach: Reach) -> Near:
    """The things within so many steps, nearest first, of equals those joined by most claims, then by id."""
    asked = pairs_of(connection, query)
    things, reached = _within(asked, start, reach)
    pairs = asked.among(things)
    shown = _shown(pairs, start, reach.most_pairs)
    return Near(
        things=asked.degrees(things) if pairs else {},
        ties=ties_of(connection, tied(query), shown),
        left_out=len(pairs) - len(shown),
        reached=reached if pairs else 0,
        whole=_counted(connection, query, start, things, len(pairs)),
    )


def _within(asked: Pairs, start: EntityId, reach: Reach) -> tuple[list[EntityId], int]:
    """The things to show, by id, and how many were reached from those that are shown."""
    kept, reached = {start}, {start}
    ring: Collection[EntityId] = [start]
    for _ in range(reach.steps):
        if not ring:
            break
        if len(kept) == reach.most:  # there is no room for what is found: it is only counted
            return sorted(kept), asked.reached(kept)
        found = [one for one in asked.beside(ring) if one not in kept]
        reached.update(found)
        ring = found[: reach.most - len(kept)]
        kept.update(ring)
    return sorted(kept), len(reached)


def _shown(pairs: Sequence[Pair], start: EntityId, most: int) -> list[Pair]:
    """All pairs of the thing itself, and of the others as many as there is room for."""
    own = [pair for pair in pairs if start in pair]
    others = [pair for pair in pairs if start not in pair]
    return own + others[: max(0, most - len(own))]


def _counted(connection: Connection, query: Query, start: EntityId, things: Sequence[EntityId], pairs: int) -> Whole:
    joining, unreal = _among(connection, query, things)
    keys = json.dumps(joining)
    found = count_of_keys(connection, joining)
    left_out = _left_out(connection, query, start, unreal)
    left_out[UNNAMED] = _unnamed(connection, keys)
    return Whole(
        things=len(things), pairs=pairs, claims=found.claims, documents=found.documents, sources=found.sources,
        left_out=dict(+left_out),
    )  # fmt: skip


def _among(connection: Connection, query: Query, things: Sequence[EntityId]) -> tuple[list[int], set[_Sorted]]:
    """The numbers of the claims that join two of these things, in order, and those that are not told as happened.

    Both at one look: what lies between things that are named often are most ties of a case.
    """
    tie = indexed_ties.c
    happened = tie.modality.in_(sorted(TOLD_AS_SO))
    joining = func.json_group_array(tie.claim).filter(happened)
    unreal = func.json_group_array(func.json_array(tie.claim, tie.kind, tie.modality)).filter(~happened)
    among = tie.one.in_(listed(things)), tie.other.in_(listed(things)), told_of(query)
    found, others = map(json.loads, connection.execute(select(joining, unreal).where(*among)).one())
    return sorted(set(found)), set(map(tuple, others))


def _left_out(connection: Connection, query: Query, start: EntityId, among: set[_Sorted]) -> Counter[str]:
    """By name how many claims join no two things here.

    Those `among` the things shown that are denied, planned or supposed, those on the thing, and others on the thing.
    """
    tie, claim = indexed_ties.c, indexed_claims.c
    unreal = told_of(query) & tie.modality.not_in(sorted(TOLD_AS_SO))
    joins = select(literal_column("1")).where(tie.claim == claim.key).exists()
    alone = claim.key.in_(listed_numbers(_not_tied(connection, query, start)))
    told = [
        *(select(tie.claim, tie.kind, tie.modality).where(which, unreal) for which in _ends(start)),
        select(claim.key, claim.kind, claim.modality).where(
            alone, passing(query), claim.modality.not_in(sorted(TOLD_AS_SO)) | ~joins
        ),
    ]
    once = among.union(*(cast("Sequence[_Sorted]", rows_of(connection, wanted)) for wanted in told))
    found = Counter[str]()
    for (kind, modality), number in Counter((kind, modality) for _, kind, modality in once).items():
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
