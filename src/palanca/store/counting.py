"""How many claims pass, how many documents tell them, and of how many sources: few one by one, many at one look."""

import json
from collections.abc import Collection
from itertools import islice

from sqlalchemy import Connection, Integer, Select, column, func, select

from palanca.records import ClaimId
from palanca.store.bare_rows import columns_of
from palanca.store.finding import FEW_IN_ORDER, number_of
from palanca.store.index_tables import indexed_claims, indexed_documents, indexed_evidence, indexed_sources
from palanca.store.listing import listed, listed_numbers, numbers_in
from palanca.store.narrow import asked_of
from palanca.store.querying import Condition
from palanca.store.questions import Found

_FEW = 50_000
_ONE_BY_ONE = 5_000
_SOME = 10_000  # documents
_SOURCES_AT_MOST = select(func.count()).select_from(indexed_sources)


def count_found(connection: Connection, passed: Condition, ahead: int | None = None) -> Found:
    """Of how many claims a condition on `indexed_claims` holds, how many documents tell them, of how many sources.

    `ahead` is how many claims they are, where that is known.
    """
    return found_of(connection, passed, ahead)[0]


def found_of(connection: Connection, passed: Condition, ahead: int | None = None) -> tuple[Found, Condition]:
    """The same, with a condition that holds of these claims alone: by their numbers, where that is cheaper than to look
    for them again.
    """
    narrow = asked_of(indexed_evidence, passed)
    if narrow is None:
        return _looked_at_once(connection, passed)
    claims = number_of(connection, passed) if ahead is None else ahead
    if claims <= _FEW:
        return _looked_at_once(connection, passed)
    telling = select(indexed_evidence.c.document).where(narrow).distinct()
    documents, sources = count_of_documents(connection, telling)
    return Found(claims=claims, documents=documents, sources=sources), passed


def count_of_documents(
    connection: Connection, telling: Select[int], without: Collection[int] = frozenset()
) -> tuple[int, int]:
    """How many documents these are, each of them once, but for those of some numbers, and of how many sources.

    The first of many are mostly of all sources that there ever were.
    """
    if without:
        telling = telling.where(telling.selected_columns[0].not_in(listed_numbers(without)))
    number = connection.execute(select(func.count()).select_from(telling.subquery())).scalar_one()
    return number, _sources_of(connection, telling)


def count_sources(connection: Connection, passed: Condition) -> int:
    """Of how many sources the documents are that tell the claims of which it holds; cheaper than `count_found`."""
    narrow = asked_of(indexed_evidence, passed)
    if narrow is None:
        return _looked_at_once(connection, passed)[0].sources
    return _sources_of(connection, select(indexed_evidence.c.document).where(narrow).distinct())


def _sources_of(connection: Connection, telling: Select[int]) -> int:
    document = indexed_documents.c
    counted = select(func.count(), func.count(document.source.distinct()))
    some, every = (counted.where(document.key.in_(which)) for which in (telling.limit(_SOME), telling))
    number, found = connection.execute(some).one()
    if number < _SOME or found == connection.execute(_SOURCES_AT_MOST).scalar_one():
        return int(found)
    return int(connection.execute(every).one()[1])


def _looked_at_once(connection: Connection, passed: Condition) -> tuple[Found, Condition]:
    """As `found_of`, of a condition that may be dear: the numbers of claims come as one text."""
    text = connection.execute(select(func.json_group_array(indexed_claims.c.key)).where(passed)).scalar_one()
    keys = json.loads(text)
    if len(keys) <= FEW_IN_ORDER:
        passed = indexed_claims.c.key.in_(numbers_in(text))
    if len(keys) <= _FEW:
        return count_of_keys(connection, sorted(keys)), passed
    documents, sources = told_by(connection, text)
    return Found(claims=len(keys), documents=documents, sources=sources), passed


def _of_few(connection: Connection, keys: list[int]) -> Found:
    told = func.json_each(json.dumps(keys)).table_valued(column("value", Integer))
    of_told = told.join(indexed_evidence, indexed_evidence.c.claim == told.c.value)
    telling = select(indexed_evidence.c.document).select_from(of_told).distinct().subquery()
    sources = telling.outerjoin(indexed_documents, indexed_documents.c.key == telling.c.document)
    counted = select(func.count(), func.count(indexed_documents.c.source.distinct())).select_from(sources)
    documents, of_sources = connection.execute(counted).one()
    return Found(claims=len(keys), documents=documents, sources=of_sources)


def count_told(connection: Connection, claims: Collection[ClaimId]) -> Found:
    """Of how many of these claims there are, how many documents tell them, of how many sources."""
    (keys,) = columns_of(connection, select(indexed_claims.c.key).where(indexed_claims.c.id.in_(listed(claims))))
    return count_of_keys(connection, sorted(keys))


def count_of_keys(connection: Connection, keys: list[int]) -> Found:
    """The same of the claims of these numbers, in order: what they lead to stands in it."""
    if len(keys) <= _ONE_BY_ONE:
        return _of_few(connection, keys)
    documents, sources = told_by(connection, json.dumps(keys))
    return Found(claims=len(keys), documents=documents, sources=sources)


def told_by(connection: Connection, keys: str) -> tuple[int, int]:
    """How many documents tell the claims of these numbers, a JSON array, and of how many sources they are.

    Documents come as one text and are told apart here: in the database it takes twice as long.
    """
    evidence = indexed_evidence.c
    told = func.json_each(keys).table_valued(column("value", Integer))
    telling = told.join(indexed_evidence, evidence.claim == told.c.value)
    every = select(func.json_group_array(evidence.document)).select_from(telling)
    documents = set(json.loads(connection.execute(every).scalar_one()))
    return len(documents), _sources(connection, documents)


def _sources(connection: Connection, documents: set[int]) -> int:
    """Of how many sources these documents are.

    Many are mostly of all sources that there ever were, as some of them tell already.
    """
    document = indexed_documents.c
    some = document.key.in_(listed_numbers(islice(documents, _SOME)))
    found = connection.execute(select(func.count(document.source.distinct())).where(some)).scalar_one()
    if len(documents) <= _SOME or found == connection.execute(_SOURCES_AT_MOST).scalar_one():
        return found
    known = select(document.key, document.source).where(document.source.is_not(None))
    told = zip(*columns_of(connection, known), strict=True)
    return len({source for key, source in told if key in documents})
