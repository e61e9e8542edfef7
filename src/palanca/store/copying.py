"""Which documents are near copies of others, and who each speaks for: what is one source counts once."""

import json
from collections.abc import Iterable, Mapping
from itertools import batched

from sqlalchemy import Connection, delete, insert, select

from palanca.claims import Telling
from palanca.records import DocumentId
from palanca.records.document import ENTITY
from palanca.store.bare_rows import bare_rows
from palanca.store.codec import time_from_text
from palanca.store.schema import as_stored, copies, sources, statements, waiting
from palanca.store.settling_interface import Waiting
from palanca.store.waiting import wait, waits_for_all

_BOUND = 500  # values of one query: below the 999 that old builds of SQLite bind
_SPOKEN_FOR = """
    INSERT INTO sources (document, source)
    SELECT d.id, coalesce(nullif(d.register, ''), c.voice, nullif(d.outlet, ''), d.id)
    FROM documents AS d LEFT JOIN copies AS c ON c.document = d.id WHERE d.current = 1
"""

_DOCUMENTS_AT_ONCE = 10_000
_TELLERS = """
    SELECT d.id, c.voice, d.origin_media_type, d.published, d.name, d.outlet, d.register
    FROM documents AS d LEFT JOIN copies AS c ON c.document = d.id
    WHERE d.id IN (SELECT value FROM json_each(?)) AND d.current = 1
"""


def all_copies(connection: Connection) -> dict[DocumentId, DocumentId]:
    """The documents that are near copies of others, each with the smallest id of the copies."""
    return {DocumentId(row.document): DocumentId(row.voice) for row in connection.execute(select(copies))}


def write_copies(connection: Connection, found: Mapping[DocumentId, DocumentId] | None) -> None:
    """Make the copies those given, None for those that stand; what copies tell otherwise waits."""
    if found is None:
        return
    stood = all_copies(connection)
    changed = sorted(one for one in stood.keys() | found.keys() if stood.get(one) != found.get(one))
    wait(connection, Waiting.DOCUMENT, changed)
    for batch in batched(changed, _BOUND):
        told = select(statements.c.id).where(statements.c.document.in_(batch))
        wait(connection, Waiting.STATEMENT, connection.execute(told).scalars().all())
        connection.execute(delete(copies).where(copies.c.document.in_(batch)))
    for batch in batched((one for one in changed if one in found), _BOUND):
        connection.execute(insert(copies), [{"document": one, "voice": found[one]} for one in batch])


def write_sources(connection: Connection) -> None:
    """Keep who each current document speaks for, of those that wait: its register, the text that it is a copy of,
    its outlet, or itself.
    """
    if waits_for_all(connection):
        connection.execute(delete(sources))
        connection.exec_driver_sql(_SPOKEN_FOR)
        return
    waits = select(waiting.c.id).where(waiting.c.sort == Waiting.DOCUMENT)
    connection.execute(delete(sources).where(sources.c.document.in_(waits)))
    here = "AND d.id IN (SELECT id FROM waiting WHERE sort = ?)"
    connection.exec_driver_sql(_SPOKEN_FOR + here, (Waiting.DOCUMENT.value,))


def tellings(connection: Connection, given: Iterable[DocumentId]) -> dict[DocumentId, Telling]:
    """What is known of these documents as tellers, of those that are current."""
    found: dict[DocumentId, Telling] = {}
    for batch in batched(sorted(set(given)), _DOCUMENTS_AT_ONCE):
        for identifier, *told in bare_rows(connection, _TELLERS, (json.dumps(batch),)):
            found[DocumentId(identifier)] = _telling(DocumentId(identifier), *told)
    return found


def _telling(
    document: DocumentId, voice: str | None, media_type: str, published: str | None, *words: str | None
) -> Telling:
    """Of the values of a row of `_TELLERS`, as the database holds them."""
    name, outlet, register = (word and as_stored(word) for word in words)
    return Telling(
        name=name or "",
        published=time_from_text(published),
        outlet=outlet,
        register=register,
        is_record=register is not None and media_type == ENTITY,
        voice=DocumentId(voice or document),
    )
