"""What passes a query at one look: how it lies in time, who is named most; and which documents are as asked."""

from collections.abc import Collection, Iterator
from itertools import batched

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    case,
    column,
    false,
    func,
    literal_column,
    select,
    table,
    text,
)

from palanca.records import Document, DocumentId, EntityId
from palanca.records.query import Query
from palanca.store.days import AFTER_ALL, BEFORE_ALL
from palanca.store.index_tables import indexed_claims, indexed_parties
from palanca.store.querying import passing
from palanca.store.questions import Bar, DocumentsAsked, Named, Page, Step
from palanca.store.rows import document_of
from palanca.store.schema import documents, readings, sentences
from palanca.store.statement_rows import PLACE
from palanca.store.words import full_text_query

_WRITTEN = {Step.YEAR: "%Y", Step.MONTH: "%Y-%m"}
_CALLED = func.casefold(
    documents.c.name + " " + func.coalesce(documents.c.title, "") + " " + func.coalesce(documents.c.outlet, "")
)
_BATCH = 500  # below the 999 values that old builds of SQLite bind
_JULIAN = 1_721_424.5  # the Julian day of the day before the first of `date.toordinal`


def histogram(connection: Connection, query: Query, step: Step) -> list[Bar]:
    """How many of the claims that pass lie whole in each year or month, by channel: in order, None last."""
    claim = indexed_claims.c
    begins, ends = _period(claim.first, step), _period(claim.last, step)
    is_day = claim.first == claim.last  # most are, and need not be written out twice
    is_whole = (claim.first > BEFORE_ALL) & (claim.last < AFTER_ALL) & (is_day | (begins == ends))
    period = case((is_whole, begins)).label("period")
    counted = select(period, claim.channel, func.count()).where(passing(query)).group_by(period, claim.channel)
    rows = connection.execute(counted.order_by(period.is_(None), period, claim.channel.is_(None), claim.channel))
    return [Bar(period=one, channel=channel, claims=number) for one, channel, number in rows]


def _period(day: ColumnElement[int], step: Step) -> ColumnElement[str]:
    return func.strftime(_WRITTEN[step], day + _JULIAN, type_=String)


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
    """One page of the documents asked for, the latest first (unknown last), then by name."""
    day = documents.c.published_day
    wanted = select(documents).where(*_as_asked(asked)).order_by(day.desc(), documents.c.name)
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
