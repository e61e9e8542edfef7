"""How much a whole network joins, and what joins nobody: counted on the narrow tables."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Column, ColumnElement, Connection, func, literal_column, select
from sqlalchemy.sql.visitors import iterate

from palanca.analysis.networks.edges import JOINING, UNNAMED, joining_none, not_happened
from palanca.analysis.networks.joining import ENDS
from palanca.records import TOLD_AS_SO, Kind, Modality
from palanca.records.query import All, Query
from palanca.store.bare_rows import columns_of, rows_of
from palanca.store.by_days import counted_by_days
from palanca.store.counting import count_of_documents, told_by
from palanca.store.index_tables import (
    indexed_claims,
    indexed_evidence,
    indexed_parties,
    indexed_telling,
    indexed_ties,
    indexed_unjoined,
)
from palanca.store.listing import listed_numbers
from palanca.store.narrow import asked_of
from palanca.store.querying import passing, unindexed
from palanca.store.strong_ties import Whole
from palanca.store.sure_pairs import asks_joining, is_all_sure
from palanca.store.sure_sorts import Sorts, sorts_of

_FEW = 50_000  # claims that join two: what tells them is looked up
_MOST_PARTS = 4  # of so many that join two, one at most may join nobody, where these alone are looked at
_ONE: ColumnElement[int] = literal_column("1")  # and not the row: an index answers alone
ENDS_OF_ANY = sorted({role for roles in ENDS.values() for role in roles})


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """The claims of a network: a condition on a row of `indexed_claims`, and the same on a row of `indexed_ties`.

    Of those that pass a `query`, if it is told, some are counted ahead by kinds, and of all that is sure more: see
    `sure_sorts` and `sure_pairs`.
    """

    passed: ColumnElement[bool]
    on_ties: ColumnElement[bool]
    query: Query | None = None
    is_all_sure: bool = False

    @property
    def happened(self) -> ColumnElement[bool]:
        """That the claim of a row of `indexed_ties` passes and is told as having happened."""
        return self.on_ties & indexed_ties.c.modality.in_(sorted(TOLD_AS_SO))


def telling(query: Query) -> Telling:
    """The claims that pass a query."""
    return Telling(passed=passing(query), on_ties=told_of(query), query=query, is_all_sure=is_all_sure(query))


def told_of(query: Query) -> ColumnElement[bool]:
    """That the claim of a row of `indexed_ties` passes."""
    narrow = asked_of(indexed_ties, passing(_of_joining(query)))
    return indexed_ties.c.claim.in_(select(indexed_claims.c.key).where(passing(query))) if narrow is None else narrow


def _of_joining(query: Query) -> Query:
    """The same of claims that join two, without asking again whether they are of kinds that do: each row would be."""
    if not isinstance(query, All):
        return query
    return replace(query, parts=tuple(_of_joining(part) for part in query.parts if not asks_joining(part)))


def tied(query: Query) -> ColumnElement[bool]:
    """The same, and that it is told as having happened."""
    return telling(query).happened


def whole(
    connection: Connection, asked: Telling, joined: tuple[int, int], apart: Mapping[Kind, Collection[int]] | None = None
) -> Whole:
    """What the claims that pass join: so many things and pairs, `joined`, counted where the best are found.

    `apart` are numbers of claims, by kind, that have rows in `indexed_ties` and are held to join nobody.
    """
    told, alone, apart = _told(connection, asked), _alone(connection, asked), apart or {}
    for kind, keys in apart.items():
        alone[kind] = [*alone.get(kind, ()), *keys]
    joining = sum(n for sort, n in told.items() if _may_join(*sort)) - sum(map(len, alone.values()))
    keys_alone = [key for keys in alone.values() for key in keys]
    documents, sources = _telling(connection, asked, joining, keys_alone)
    things, pairs = joined
    return Whole(
        things=things,
        pairs=pairs,
        claims=joining,
        documents=documents,
        sources=sources,
        left_out=_left_out(connection, asked, told, alone, [key for keys in apart.values() for key in keys]),
    )


type _Alone = dict[Kind, list[int]]


def _told(connection: Connection, asked: Telling) -> Sorts:
    """How many claims that pass are of each kind and modality."""
    ahead = sorts_of(connection, asked.query) if asked.query is not None else None
    return _counted(connection, asked.passed) if ahead is None else ahead


def _counted(connection: Connection, passed: ColumnElement[bool]) -> Sorts:
    """They are counted in the order of an index, and so without sorting, where it holds all that is asked."""
    claim, found = indexed_claims.c, Counter[tuple[Kind, Modality]]()
    in_order = (claim.kind, claim.category, claim.sort, claim.modality)
    beside = {claim.review.name, claim.confidence.name}
    if {one.name for one in iterate(passed) if isinstance(one, Column)} <= {one.name for one in in_order} | beside:
        counted = select(claim.kind, claim.modality, func.count()).where(passed).group_by(*in_order)
    else:
        counted = counted_by_days((unindexed(claim.kind), claim.modality), passed)
    for kind, modality, number in rows_of(connection, counted):
        found[Kind(kind), Modality(modality)] += number
    return found


def _alone(connection: Connection, asked: Telling) -> _Alone:
    """By kind the numbers of the claims that pass, are told as having happened, and join nobody."""
    claim, found = indexed_claims.c, defaultdict[Kind, list[int]](list)
    wanted = select(claim.kind, claim.key).where(
        claim.key.in_(select(indexed_unjoined.c.claim)), asked.passed, claim.modality.in_(sorted(TOLD_AS_SO))
    )
    for kind, key in rows_of(connection, wanted):
        found[Kind(kind)].append(key)
    return found


def _may_join(kind: Kind, modality: Modality) -> bool:
    return kind in JOINING and modality in TOLD_AS_SO


def _telling(connection: Connection, asked: Telling, joining: int, alone: Collection[int]) -> tuple[int, int]:
    """How many documents tell the claims that join two, so many, and of how many sources they are.

    Of many all are counted that tell what passes, but those that tell nothing but claims which join nobody, `alone`.
    """
    happened = indexed_claims.c.modality.in_(sorted(TOLD_AS_SO))
    narrow = asked_of(indexed_evidence, asked.passed & happened & indexed_claims.c.kind.in_(JOINING))
    if narrow is None or joining <= _FEW or _MOST_PARTS * len(alone) > joining:
        (keys,) = columns_of(connection, select(indexed_ties.c.claim).where(asked.happened))
        return told_by(
            connection, json.dumps(sorted(set(keys).difference(alone)))
        )  # what they lead to stands in this order
    evidence, others = indexed_evidence.c, listed_numbers(alone)
    of_others = set(connection.execute(select(evidence.document).where(evidence.claim.in_(others))).scalars())
    telling = select(evidence.document).where(evidence.document.in_(listed_numbers(of_others)), narrow)
    kept = connection.execute(telling.where(evidence.claim.not_in(others))).scalars()
    every = select(evidence.document).where(narrow).distinct()
    if asked.is_all_sure:
        every = select(indexed_telling.c.document)
    return count_of_documents(connection, every, of_others.difference(kept))


def _left_out(
    connection: Connection, asked: Telling, told: Sorts, alone: _Alone, apart: Collection[int]
) -> dict[str, int]:
    """By name how many claims join nobody, and how many parties of the others have no known identity."""
    found = Counter({joining_none(kind): len(keys) for kind, keys in alone.items()})
    for (kind, modality), number in told.items():
        if not _may_join(kind, modality):
            found[not_joining(kind, modality)] += number
    party = indexed_parties.c
    joins = select(_ONE).where(indexed_ties.c.claim == party.claim, asked.happened).exists()
    unnamed = select(func.count()).select_from(indexed_parties).where(
        party.words.is_not(None), party.role.in_(ENDS_OF_ANY), joins
    )  # fmt: skip
    if apart:
        unnamed = unnamed.where(party.claim.not_in(listed_numbers(apart)))
    found[UNNAMED] += connection.execute(unnamed).scalar_one()
    return dict(+found)


def not_joining(kind: Kind, modality: Modality) -> str:
    """What a claim is called that joins nobody: told as having happened or not."""
    return joining_none(kind) if modality in TOLD_AS_SO else not_happened(kind, modality)
