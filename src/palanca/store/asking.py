"""Reading a case: each function runs in the transaction of its connection and gives records in a stable order."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import batched, chain

from sqlalchemy import ColumnElement, Connection, Select, Table, func, literal_column, select, text

from palanca.identity.corrections import JUDGEMENT
from palanca.records import (
    Document,
    DocumentId,
    Entity,
    EntityId,
    Kind,
    Mention,
    Reading,
    Rejection,
    Review,
    Span,
    Statement,
)
from palanca.records.errors import UnknownDocument, UnknownEntity
from palanca.records.ids import ENTITY_ID
from palanca.records.names import nearest_names
from palanca.store.bare_rows import bare_rows
from palanca.store.index_tables import indexed_claims
from palanca.store.interface import Counts, SentenceHit
from palanca.store.rows import AnyRow, document_of, entity_of, mention_of, rejection_of
from palanca.store.schema import (
    appearances,
    as_stored,
    corrections,
    documents,
    entities,
    judgements,
    mentions,
    readings,
    rejections,
    sentences,
    statements,
    things,
)
from palanca.store.statement_rows import Filled, filler_of, statement_of
from palanca.store.unread_prose import is_prose_unread
from palanca.store.words import full_text_query

_BATCH = 500  # statements whose roles are fetched at once
_NEAREST = 3

_ROLES = (
    'SELECT statement, role, text, entity, start, "end" FROM statement_roles '
    "WHERE statement IN (SELECT value FROM json_each(?)) ORDER BY statement, ordinal"
)
_TEXT = "SELECT text FROM documents WHERE id = ?"
_BY_PUBLICATION = (documents.c.published_day.is_(None), documents.c.published_day, documents.c.name)

# Equal ranks are told apart by name and place, so that the same question has the same answer.
_HITS = text(
    'SELECT s.document, s.start, s."end" AS stop FROM sentences_fts '
    'JOIN sentences AS s ON s."key" = sentences_fts.rowid '
    "JOIN documents AS d ON d.id = s.document WHERE sentences_fts MATCH :words "
    "ORDER BY bm25(sentences_fts), d.name, s.start LIMIT :limit"
)


def current_documents(connection: Connection) -> Iterator[Document]:
    """By publication (unknown last), then name."""
    for row in connection.execute(select(documents).where(documents.c.current == 1).order_by(*_BY_PUBLICATION)):
        yield document_of(row, row.text)


def find_document(connection: Connection, name_or_id: str) -> Document:
    """The current document that any of its names, or any document that its id, tells. Raises UnknownDocument."""
    stands = (appearances.c.name == name_or_id) & (appearances.c.current == 1)
    named = select(appearances.c.document).where(stands)
    for wanted in (documents.c.id.in_(named), documents.c.id == name_or_id):
        row = connection.execute(select(documents).where(wanted)).one_or_none()
        if row:
            return document_of(row, row.text)
    raise UnknownDocument(_no_document(connection, name_or_id))


def text_of(connection: Connection, document: DocumentId) -> str:
    """Raises UnknownDocument. Asked for at every row of a register, and so put to the driver as it is."""
    found = connection.exec_driver_sql(_TEXT, (document,)).scalar()
    if found is None:
        raise UnknownDocument(_no_document(connection, document))
    return as_stored(found)


def texts_of(connection: Connection, given: Iterable[DocumentId]) -> dict[DocumentId, str]:
    """Those that the case holds."""
    found: dict[DocumentId, str] = {}
    for batch in batched(dict.fromkeys(given), _BATCH):
        rows = connection.execute(select(documents.c.id, documents.c.text).where(documents.c.id.in_(batch)))
        found |= {DocumentId(row.id): row.text for row in rows}
    return found


def _no_document(connection: Connection, name: str) -> str:
    """An id is spelled like none that would help: only for a name those that are near are looked for, among all."""
    if ENTITY_ID.fullmatch(name):
        return f"no document of the case has the id {name}: it was taken out, or its text changed; list the documents"
    known = connection.execute(select(appearances.c.name).where(appearances.c.current == 1)).scalars().all()
    nearest = nearest_names(name, known, _NEAREST)
    remedy = f"the nearest names are {', '.join(nearest)}" if nearest else "list the documents to see their names"
    return f"no document of the case is called {name!r}: {remedy}"


def skipped_documents(connection: Connection) -> Iterator[tuple[Document, str]]:
    """In the order of `current_documents`, with the reason."""
    joined = select(documents, readings.c.skipped).join(readings, readings.c.document == documents.c.id)
    for row in connection.execute(joined.where(readings.c.skipped.is_not(None)).order_by(*_BY_PUBLICATION)):
        yield document_of(row, row.text), row.skipped


def files_known(connection: Connection, marks: Collection[str]) -> set[str]:
    """Which of these are the SHA-256 of a whole file of a document, or the place of a rejection."""
    is_whole = appearances.c.origin_member.is_(None) & appearances.c.origin_row.is_(None)
    held = connection.execute(select(appearances.c.origin_sha256).where(is_whole)).scalars()
    refused = connection.execute(select(rejections.c.origin_path)).scalars()
    wanted = frozenset(marks)
    return {mark for mark in chain(held, refused) if mark in wanted}


def all_rejections(connection: Connection) -> Iterator[Rejection]:
    """By place."""
    place = (rejections.c.origin_path, rejections.c.origin_member, rejections.c.origin_row, rejections.c.reason)
    yield from map(rejection_of, connection.execute(select(rejections).order_by(*place, rejections.c.id)))


def sentences_of(connection: Connection, document: DocumentId) -> tuple[Span, ...]:
    """In order."""
    wanted = select(sentences.c.start, sentences.c.end).where(sentences.c.document == document)
    rows = connection.execute(wanted.order_by(sentences.c.start, sentences.c.end))
    return tuple(Span(start, end) for start, end in rows)


def pages_of(
    connection: Connection, wanted: Iterable[DocumentId]
) -> dict[DocumentId, tuple[Document, tuple[Span, ...]]]:
    """Those of these documents that there are, each with its sentences in order."""
    found: dict[DocumentId, tuple[Document, tuple[Span, ...]]] = {}
    for batch in batched(dict.fromkeys(wanted), _BATCH):
        spans: dict[str, list[Span]] = {}
        stand = select(sentences).where(sentences.c.document.in_(batch))
        for row in connection.execute(stand.order_by(sentences.c.document, sentences.c.start, sentences.c.end)):
            spans.setdefault(row.document, []).append(Span(row.start, row.end))
        for row in connection.execute(select(documents).where(documents.c.id.in_(batch))):
            found[DocumentId(row.id)] = document_of(row, row.text), tuple(spans.get(row.id, ()))
    return found


def entities_of(connection: Connection, document: DocumentId | None) -> Iterator[Entity]:
    """By document name, in order of appearance."""
    rows = connection.execute(_of(entities, document).order_by(documents.c.name, entities.c.ordinal))
    yield from map(entity_of, rows)


def mentions_of(connection: Connection, document: DocumentId | None) -> Iterator[Mention]:
    """By document name, in order of appearance."""
    rows = connection.execute(_of(mentions, document).order_by(documents.c.name, mentions.c.start, mentions.c.end))
    yield from map(mention_of, rows)


def _of(table: Table, document: DocumentId | None) -> Select[*tuple[object, ...]]:
    joined = select(table).join(documents, documents.c.id == table.c.document)
    return joined if document is None else joined.where(table.c.document == document)


def find_entity(connection: Connection, entity: EntityId) -> Entity:
    """Raises UnknownEntity."""
    return entity_of(_entity_row(connection, entity))


def _entity_row(connection: Connection, entity: EntityId) -> AnyRow:
    row = connection.execute(select(entities).where(entities.c.id == entity)).one_or_none()
    if row is None:
        raise UnknownEntity(f"no entity of the case has id {entity!r}: list the entities to see their ids")
    return row


def reading_of(connection: Connection, document: DocumentId) -> Reading | None:
    """What was read in a current document, before any correction."""
    row = connection.execute(
        select(documents).where(documents.c.id == document, documents.c.current == 1)
    ).one_or_none()
    if row is None:
        return None
    said = select(statements).where(statements.c.document == document, statements.c.reader != JUDGEMENT)
    return Reading(
        document=document_of(row, row.text),
        version="",
        entities=tuple(entities_of(connection, document)),
        mentions=tuple(mentions_of(connection, document)),
        sentences=sentences_of(connection, document),
        statements=tuple(
            statements_of(connection, said.order_by(statements.c.start, statements.c.end, statements.c.id))
        ),
        prose_unread=is_prose_unread(connection, document),
    )


def statements_of(connection: Connection, wanted: Select[*tuple[object, ...]]) -> Iterator[Statement]:
    """The statements of a query over `statements`, in its order, a batch at a time."""
    rows = connection.execute(wanted)
    for batch in rows.partitions(_BATCH):
        filled = _roles_of(connection, [row.id for row in batch])
        for row in batch:
            yield statement_of(row, filled.get(row.id, []))


def uncorrected() -> ColumnElement[bool]:
    """That no person put another statement in the place of a row of `statements`."""
    return statements.c.id.not_in(select(corrections.c.original))


def _roles_of(connection: Connection, ids: Sequence[str]) -> dict[str, list[Filled]]:
    """Put to the driver as it is, and its values taken by place: a register fills millions of roles."""
    found: dict[str, list[Filled]] = defaultdict(list)
    for statement, role, *filler in bare_rows(connection, _ROLES, (json.dumps(ids),)):
        found[statement].append((role, filler_of(*filler)))
    return found


def search_sentences(connection: Connection, words: str, limit: int) -> Iterator[SentenceHit]:
    """Best first. A `limit` below 1 finds nothing."""
    query = full_text_query(words)
    if query is None or limit < 1:
        return
    found: dict[str, Document] = {}
    for hit in connection.execute(_HITS, {"words": query, "limit": limit}).all():
        if hit.document not in found:
            found[hit.document] = find_document(connection, hit.document)
        span = Span(hit.start, hit.stop)
        yield SentenceHit(document=found[hit.document], span=span, text=span.of(found[hit.document].text))


def count_all(connection: Connection) -> Counts:
    """How much the case holds."""
    told = select(indexed_claims.c.kind).where(indexed_claims.c.review != Review.REJECTED)
    claims_by_kind = _by_kind(connection, told)
    current = _count(connection, documents, documents.c.current == literal_column("1"))  # the index tells it alone
    return Counts(
        documents=current,
        superseded=_count(connection, documents) - current,
        rejections=_count(connection, rejections),
        sentences=_count(connection, sentences),
        mentions=_count(connection, mentions),
        entities=_count(connection, entities),
        identities=_count(connection, things),
        claims={kind: claims_by_kind.get(kind, 0) for kind in Kind},
        judgements=_count(connection, judgements),
    )


def count_statements(connection: Connection) -> dict[Kind, int]:
    """How many statements there are of each kind; those that were corrected do not count beside their corrections."""
    read, original = _by_kind(connection, select(statements.c.kind)), corrections.c.original
    corrected = _by_kind(connection, select(statements.c.kind).where(statements.c.id.in_(select(original))))
    return {kind: read.get(kind, 0) - corrected.get(kind, 0) for kind in Kind}


def _by_kind(connection: Connection, kinds: Select[str]) -> dict[str, int]:
    """How many rows of a query for kinds there are of each."""
    kind = kinds.selected_columns[0]
    counted = kinds.add_columns(func.count().label("number")).group_by(kind)
    return {row[0]: row.number for row in connection.execute(counted)}


def _count(connection: Connection, table: Table, *conditions: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one()
