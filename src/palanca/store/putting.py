"""Putting a reading into a case: the document first, then what was read in it."""

from sqlalchemy import Connection, Row, delete, select
from sqlalchemy.dialects.sqlite import insert

from palanca.records import Document, DocumentId
from palanca.store.asking import find_document
from palanca.store.derived import drop_derived, write_derived
from palanca.store.interface import Outcome
from palanca.store.originals import Registration, register
from palanca.store.reading_rows import ReadingRows
from palanca.store.rows import metadata_hash
from palanca.store.schema import appearances, documents, readings
from palanca.store.settling import drop_corrections
from palanca.store.stating import drop_stated
from palanca.store.waiting import count_change, touch

type StandingReading = Row[*tuple[object, ...]] | None


def put_reading(connection: Connection, reading: ReadingRows, *, at: str) -> Outcome:
    """Write a reading in the transaction of `connection`. `at` is the time of writing, ISO 8601."""
    registration = register(connection, reading.document, at=at)
    former = registration.former
    if former and former.current:
        touch(connection, former.id)
    elif former:
        drop_corrections(connection, former.id)
        drop_derived(connection, former.id, former.document.text)
    stands = _standing_reading(connection, registration.after.id)
    touch(connection, registration.after.id)
    unjudged = drop_stated(connection, registration.after.id) | drop_corrections(connection, registration.after.id)
    changed = not _knew_less(reading, stands, registration) and _write(connection, reading, stands, at)
    if changed or unjudged or former or registration.before != registration.after:
        count_change(connection)
    return _outcome(registration, changed=changed)


def remove_document(connection: Connection, name_or_id: str) -> Document:
    """Take a document out under all its names. Raises UnknownDocument."""
    document = find_document(connection, name_or_id)
    drop_corrections(connection, document.id)
    drop_derived(connection, document.id, document.text)
    connection.execute(delete(appearances).where(appearances.c.document == document.id))
    connection.execute(delete(documents).where(documents.c.id == document.id))
    count_change(connection)
    return document


def is_read(connection: Connection, document: DocumentId, version: str) -> bool:
    """Whether the document was read by that version, with all that the case knows about it."""
    same = (readings.c.document == documents.c.id) & (readings.c.metadata_hash == documents.c.metadata_hash)
    wanted = (documents.c.id == document) & (readings.c.version == version)
    return connection.execute(select(readings.c.document).join(documents, same).where(wanted)).first() is not None


def _standing_reading(connection: Connection, document: DocumentId) -> StandingReading:
    return connection.execute(select(readings).where(readings.c.document == document)).one_or_none()


def _knew_less(reading: ReadingRows, stands: StandingReading, registration: Registration) -> bool:
    """Whether the reading that stands used all that the case knows about the document, and `reading` did not."""
    known = metadata_hash(registration.after.document)
    return (
        stands is not None
        and stands.version == reading.known["version"]
        and stands.metadata_hash == known
        and reading.known["metadata_hash"] != known
    )


def _write(connection: Connection, reading: ReadingRows, stands: StandingReading, at: str) -> bool:
    now = reading.known
    changed = write_derived(connection, reading)
    if not changed and stands is not None and all(getattr(stands, name) == value for name, value in now.items()):
        return False
    written = insert(readings).values(now | {"document": reading.id, "read_at": at})
    connection.execute(written.on_conflict_do_update(index_elements=["document"], set_=now | {"read_at": at}))
    return True


def _outcome(registration: Registration, *, changed: bool) -> Outcome:
    if registration.former:
        return Outcome.SUPERSEDED
    if registration.before is None or not registration.before.current:
        return Outcome.ADDED
    return Outcome.REREAD if changed else Outcome.UNCHANGED
