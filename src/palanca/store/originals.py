"""Writing documents: which text a name stands for, and what is known about a text.

One text may be given under many names, and one name may stand for one text after another. Each pair is an appearance. A
document is current while some name stands for it. It carries the first of the names that do, in alphabetical order, and
what each appearance leaves unknown is filled from the next, so that the order of inputs does not matter.
"""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, Table, Update, and_, select, update
from sqlalchemy.dialects.sqlite import Insert, insert

from palanca.records import Document, DocumentId
from palanca.store.rows import Fields, description_fields, document_fields, document_of
from palanca.store.schema import appearances, documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A document as the case holds it. `current` tells whether some name stands for its text."""

    id: DocumentId
    document: Document
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """What registering a document did. `former` is the document, if any, that the name stood for till now."""

    before: Standing | None
    after: Standing
    former: Standing | None


def completed(connection: Connection, document: Document) -> Document:
    """`document` with what its other appearances know filled in. Its name and origin stay."""
    for other in _appearances(connection, document.id, document.text):
        document = _filled(document, other.document)
    return document


def adds_nothing(connection: Connection, document: Document) -> bool:
    """Whether the name already stands for this text, and the case knows all that `document` says of it."""
    known = [other for other in _appearances(connection, document.id, document.text) if _is_under(other, document.name)]
    return bool(known) and known[0].current and _renewed(document, known[0].document) == known[0].document


def register(connection: Connection, document: Document, *, at: str) -> Registration:
    """Let the document's name stand for its text."""
    identifier = document.id
    before = standing(connection, identifier)
    former = _former(connection, document.name, identifier)
    if before is None:
        fixed = {"id": identifier, "text": document.text, "current": 1, "added_at": at}
        connection.execute(documents.insert(), fixed | document_fields(document))
    if former:
        connection.execute(_retire(former.id, document.name))
    _appear(connection, document, identifier)
    if former:
        former = _settle(connection, former.id, former.document.text)
    after = _settle(connection, identifier, document.text)
    return Registration(before=before, after=after, former=former)


def standing(connection: Connection, identifier: DocumentId) -> Standing | None:
    """The document of that id, or None."""
    row = connection.execute(select(documents).where(documents.c.id == identifier)).one_or_none()
    if row is None:
        return None
    return Standing(id=DocumentId(row.id), document=document_of(row, row.text), current=bool(row.current))


def _former(connection: Connection, name: str, identifier: DocumentId) -> Standing | None:
    stands = and_(appearances.c.name == name, appearances.c.current == 1, appearances.c.document != identifier)
    row = connection.execute(select(appearances.c.document).where(stands)).one_or_none()
    return standing(connection, row.document) if row else None


def _retire(identifier: DocumentId, name: str) -> Update:
    pair = and_(appearances.c.document == identifier, appearances.c.name == name)
    return update(appearances).where(pair).values(current=0)


def _appear(connection: Connection, document: Document, identifier: DocumentId) -> None:
    for other in _appearances(connection, identifier, document.text):
        if _is_under(other, document.name):
            document = _renewed(document, other.document)
    connection.execute(_upsert(appearances, ("document", "name")), appearance_fields(document, identifier))


def appearance_fields(document: Document, identifier: DocumentId) -> Fields:
    """A row of `appearances` for a name that stands for its text."""
    fixed: Fields = {"document": identifier, "name": document.name, "current": 1}
    return fixed | description_fields(document)


def _upsert(table: Table, key: tuple[str, ...]) -> Insert:
    written = insert(table)
    rest = {column.name: written.excluded[column.name] for column in table.c if column.name not in key}
    return written.on_conflict_do_update(index_elements=key, set_=rest)


def _settle(connection: Connection, identifier: DocumentId, text: str) -> Standing:
    """Work out anew what a document is called, what is known of it, and whether it is current."""
    known = _appearances(connection, identifier, text)
    document = known[0].document
    for other in known[1:]:
        document = _filled(document, other.document)
    settled = Standing(id=identifier, document=document, current=known[0].current)
    values = document_fields(document) | {"current": int(settled.current)}
    connection.execute(update(documents).where(documents.c.id == identifier).values(values))
    return settled


def _appearances(connection: Connection, identifier: DocumentId, text: str) -> list[Standing]:
    """Those that stand first, then by name."""
    order = (appearances.c.current.desc(), appearances.c.name)
    rows = connection.execute(select(appearances).where(appearances.c.document == identifier).order_by(*order))
    return [Standing(id=identifier, document=document_of(row, text), current=bool(row.current)) for row in rows]


def _is_under(appearance: Standing, name: str) -> bool:
    return appearance.document.name == name


def _filled(document: Document, other: Document) -> Document:
    """`document`, and where it says nothing, what `other` says."""
    return replace(
        document,
        title=document.title or other.title,
        published=document.published or other.published,
        outlet=document.outlet or other.outlet,
        author=document.author or other.author,
        url=document.url or other.url,
        language=document.language or other.language,
        page_starts=document.page_starts or other.page_starts,
        register=document.register or other.register,
    )


def _renewed(newer: Document, older: Document) -> Document:
    """An appearance given again: what it says now counts, but the first origin of the text stands."""
    return replace(_filled(newer, older), origin=older.origin)
