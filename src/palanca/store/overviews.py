"""What passes a query at one look: how it lies in time, who is named most; and which documents are as asked."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import batched
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    column,
    false,
    func,
    literal_column,
    select,
    table,
    text,
)

from palanca.records import Document, DocumentId, EntityId, Kind
from palanca.records.query import Query
from palanca.store.bare_rows import rows_of
from palanca.store.by_days import counted_by_days
from palanca.store.days import AFTER_ALL, BEFORE_ALL
from palanca.store.index_tables import indexed_claims, indexed_parties
from palanca.store.pages import Page
from palanca.store.querying import passing
from palanca.store.questions import Bar, DocumentsAsked, Named, Step
from palanca.store.rows import document_of
from palanca.store.schema import documents, readings, sentences
from palanca.store.statement_rows import PLACE
from palanca.store.sure_sorts import sorts_of
from palanca.store.words import full_text_query

_LETTERS = {Step.YEAR: 4, Step.MONTH: 7}  # of a day in ISO 8601
_DAYS_AT_HAND = 20_000
_CALLED = func.casefold(
    documents.c.name + " " + func.coalesce(documents.c.title, "") + " " + func.coalesce(documents.c.outlet, "")
)
_ADDED: ColumnElement[int] = literal_column("documents.rowid")  # documents are numbered as they come
_BATCH = 500  # below the 999 values that old builds of SQLite bind


def histogram(connection: Connection, query: Query, step: Step) -> list[Bar]:
    """How many of the claims that pass lie whole in each year or month, by channel: in order, None last."""
    claim = indexed_claims.c
    days = (claim.channel, claim.last, claim.first)  # in the order of an index that answers this alone
    return _bars(rows_of(connection, counted_by_days(days, passing(query))), step)


def divided(connection: Connection, query: Query) -> tuple[dict[Kind, int], list[Bar]]:
    """How many of the claims that pass are of each kind, and how they lie in the years, by channel: see `histogram`."""
    claim, kinds = indexed_claims.c, Counter[str]()
    ahead = sorts_of(connection, query)
    beside = (claim.kind,) if ahead is None else ()
    columns = (claim.channel, claim.last, claim.first, *beside)  # in the order of an index that answers this alone
    rows = rows_of(connection, counted_by_days(columns, passing(query)))
    told = (row[-2:] for row in rows) if ahead is None else ((kind, number) for (kind, _), number in ahead.items())
    for kind, number in told:
        kinds[kind] += number
    return {kind: kinds[kind] for kind in Kind}, _bars(rows, Step.YEAR)


def _bars(rows: Iterable[tuple[Any, ...]], step: Step) -> list[Bar]:
    """Of rows that begin with a channel, the last day and the first, and end with a number, in the order of these.

    What lies whole in the period of its last day begins no earlier than that: only where the day changes is its period
    looked up.
    """
    counted = Counter[tuple[str | None, str | None]]()
    looked_up, period, begins = 0, *_period(AFTER_ALL, step)
    for row in rows:
        if row[1] != looked_up:
            looked_up, (period, begins) = row[1], _period(row[1], step)
        counted[period if row[2] >= begins else None, row[0]] += row[-1]
    ranked = sorted(counted, key=lambda bar: tuple((one is None, one or "") for one in bar))
    return [Bar(period=period, channel=channel, claims=counted[period, channel]) for period, channel in ranked]


@lru_cache(maxsize=_DAYS_AT_HAND)
def _period(last: int, step: Step) -> tuple[str | None, int]:
    """The year or month in which a day lies, and its first day; None for a day that is open or unknown."""
    if last == AFTER_ALL:
        return None, BEFORE_ALL
    day = date.fromordinal(last)
    begins = day.replace(day=1) if step is Step.MONTH else day.replace(month=1, day=1)
    return day.isoformat()[: _LETTERS[step]], begins.toordinal()


def most_named(connection: Connection, query: Query, limit: int) -> list[Named]:
    """The things that fill a role in most of the claims that pass, then by id."""
    claim, party = indexed_claims.c, indexed_parties.c
    told = select(claim.key).where(passing(query)).cte("told").prefix_with("MATERIALIZED")
    number = func.count(party.claim.distinct()).label("number")
    named = (
        select(party.thing, number)
        .select_from(told.join(indexed_parties, party.claim == told.c.key))
        .where(party.thing.is_not(None), party.role != PLACE)
        .group_by(party.thing)
        .order_by(number.desc(), party.thing)
        .limit(limit)
    )
    return [Named(thing=EntityId(thing), claims=claims) for thing, claims in connection.execute(named)]


def documents_found(connection: Connection, asked: DocumentsAsked, page: Page) -> Iterator[Document]:
    """One page of the documents asked for, the latest published first (unknown last), then by name; or see `asked`."""
    by_day = (documents.c.published_day.desc(), documents.c.name)
    wanted = select(documents).where(*_as_asked(asked)).order_by(*((_ADDED.desc(),) if asked.by_addition else by_day))
    for row in connection.execute(wanted.limit(page.limit).offset(page.skipped)):
        yield document_of(row, row.text)


def count_documents_found(connection: Connection, asked: DocumentsAsked) -> int:
    """How many documents are as asked."""
    return connection.execute(select(func.count()).select_from(documents).where(*_as_asked(asked))).scalar_one()


def unread(connection: Connection, asked: Collection[DocumentId]) -> dict[DocumentId, str]:
    """Why those of these documents were kept unread that were."""
    found: dict[DocumentId, str] = {}
    for several in batched(asked, _BATCH):
        told = select(readings.c.document, readings.c.skipped).where(readings.c.document.in_(several))
        rows = connection.execute(told.where(readings.c.skipped.is_not(None)))
        found |= {DocumentId(document): reason for document, reason in rows}
    return found


def _as_asked(asked: DocumentsAsked) -> Iterator[ColumnElement[bool]]:
    yield documents.c.current == literal_column("1")  # a value that is bound would not let an index answer alone
    if asked.register is not None:
        yield documents.c.register == asked.register
    for part in (asked.called or "").casefold().split():
        yield func.instr(_CALLED, part) > 0
    if asked.outlet is not None:
        yield documents.c.outlet == asked.outlet
    if asked.since is not None:
        yield documents.c.published_day >= asked.since.isoformat()
    if asked.until is not None:
        yield documents.c.published_day <= asked.until.isoformat()
    if asked.words is not None:
        yield documents.c.id.in_(_holding(asked.words))


def _holding(words: str) -> Select[str]:
    """The ids of documents of which a sentence holds all the words."""
    query = full_text_query(words)
    index = table("sentences_fts", column("rowid", Integer))
    matches = text("sentences_fts MATCH :words").bindparams(words=query) if query else false()
    return select(sentences.c.document).where(sentences.c.key.in_(select(index.c.rowid).where(matches)))
