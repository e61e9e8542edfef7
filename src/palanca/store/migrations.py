"""The steps that bring the file of any earlier version to this one. A step, once released, is never edited.

Version n is reached by step n, in one transaction. `PRAGMA user_version` holds the version of a file and
`PRAGMA application_id` tells that it is a case.
"""

from collections.abc import Callable

from sqlalchemy import Connection, text

from palanca.identity import identity_key
from palanca.records import DocumentId, Entity, EntityId, Schema
from palanca.store.codec import texts_from_json
from palanca.store.schema import as_stored, storable

APPLICATION_ID = 0x50414C43  # "PALC"

_DESCRIPTION = """
  title TEXT, published TEXT, outlet TEXT, author TEXT, url TEXT, language TEXT, page_starts TEXT NOT NULL,
  origin_path TEXT NOT NULL, origin_sha256 TEXT NOT NULL, origin_media_type TEXT NOT NULL, origin_member TEXT,
  origin_row INTEGER
"""

_VERSION_1 = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"""CREATE TABLE documents (
          id TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL, name TEXT NOT NULL, current INTEGER NOT NULL,
          published_day TEXT, metadata_hash TEXT NOT NULL, added_at TEXT NOT NULL, {_DESCRIPTION})""",
    "CREATE INDEX documents_name ON documents (name)",
    f"""CREATE TABLE appearances (
          document TEXT NOT NULL REFERENCES documents (id), name TEXT NOT NULL, current INTEGER NOT NULL,
          {_DESCRIPTION}, PRIMARY KEY (document, name))""",
    "CREATE UNIQUE INDEX appearances_name ON appearances (name) WHERE current = 1",
    """CREATE TABLE rejections (
         id TEXT PRIMARY KEY NOT NULL, origin_path TEXT NOT NULL, origin_sha256 TEXT NOT NULL,
         origin_media_type TEXT NOT NULL, origin_member TEXT, origin_row INTEGER, reason TEXT NOT NULL,
         rejected_at TEXT NOT NULL)""",
    """CREATE TABLE readings (
         document TEXT PRIMARY KEY NOT NULL REFERENCES documents (id), version TEXT NOT NULL,
         metadata_hash TEXT NOT NULL, skipped TEXT, read_at TEXT NOT NULL)""",
    """CREATE TABLE sentences (
         "key" INTEGER PRIMARY KEY NOT NULL, document TEXT NOT NULL REFERENCES documents (id), start INTEGER NOT NULL,
         "end" INTEGER NOT NULL, UNIQUE (document, start, "end"))""",
    """CREATE VIRTUAL TABLE sentences_fts USING fts5 (
         text, content = '', tokenize = 'unicode61 remove_diacritics 2')""",
    """CREATE TABLE entities (
         id TEXT PRIMARY KEY NOT NULL, document TEXT NOT NULL REFERENCES documents (id), ordinal INTEGER NOT NULL,
         schema TEXT NOT NULL, caption TEXT NOT NULL, names TEXT NOT NULL, country TEXT, confidence REAL NOT NULL)""",
    "CREATE INDEX entities_document ON entities (document)",
    """CREATE TABLE entity_names (
         entity TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE, folded TEXT NOT NULL, document TEXT NOT NULL
         REFERENCES documents (id), PRIMARY KEY (entity, folded)) WITHOUT ROWID""",
    "CREATE INDEX entity_names_document ON entity_names (document)",
    """CREATE TABLE mentions (
         document TEXT NOT NULL REFERENCES documents (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
         text TEXT NOT NULL, form TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (document, start, "end")
       ) WITHOUT ROWID""",
    """CREATE TABLE statements (
         id TEXT PRIMARY KEY NOT NULL, document TEXT NOT NULL REFERENCES documents (id), kind TEXT NOT NULL,
         category TEXT, modality TEXT NOT NULL, detail TEXT NOT NULL, time TEXT, earliest TEXT, latest TEXT,
         start INTEGER NOT NULL, "end" INTEGER NOT NULL, reader TEXT NOT NULL, reader_version TEXT NOT NULL,
         confidence REAL NOT NULL)""",
    "CREATE INDEX statements_document ON statements (document, start)",
    "CREATE INDEX statements_kind ON statements (kind, category)",
    """CREATE TABLE statement_contexts (
         statement TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE, context TEXT NOT NULL,
         document TEXT NOT NULL REFERENCES documents (id), PRIMARY KEY (statement, context)) WITHOUT ROWID""",
    "CREATE INDEX statement_contexts_document ON statement_contexts (document)",
    """CREATE TABLE statement_roles (
         statement TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE, role TEXT NOT NULL,
         ordinal INTEGER NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL, entity TEXT, start INTEGER, "end" INTEGER,
         country TEXT, document TEXT NOT NULL REFERENCES documents (id), PRIMARY KEY (statement, role, ordinal)
       ) WITHOUT ROWID""",
    "CREATE INDEX statement_roles_document ON statement_roles (document)",
    "CREATE INDEX statement_roles_entity ON statement_roles (entity)",
)


def _create(connection: Connection) -> None:
    for statement in _VERSION_1:
        connection.exec_driver_sql(statement)


def _identify(connection: Connection) -> None:
    """Give every entity the key that it shares with the same thing in other documents."""
    connection.exec_driver_sql("ALTER TABLE entities ADD COLUMN identity TEXT NOT NULL DEFAULT ''")
    rows = connection.exec_driver_sql("SELECT id, document, schema, caption, names, country FROM entities").all()
    keys = [{"id": row[0], "identity": storable(identity_key(_entity(tuple(row))))} for row in rows]
    if keys:
        connection.execute(text("UPDATE entities SET identity = :identity WHERE id = :id"), keys)
    connection.exec_driver_sql("CREATE INDEX entities_identity ON entities (identity)")


def _entity(row: tuple[str, ...]) -> Entity:
    identifier, document, schema, caption, names, country = row
    return Entity(
        id=EntityId(identifier),
        document=DocumentId(document),
        schema=Schema(schema),
        caption=as_stored(caption),
        names=texts_from_json(as_stored(names)),
        country=country,
    )


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (_create, _identify)
VERSION = len(MIGRATIONS)


def version_of(connection: Connection) -> int:
    """The version of the open file; 0 for a new one."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def apply_migration(connection: Connection, version: int) -> None:
    """Bring the file from the version before to `version`, in the transaction of `connection`."""
    MIGRATIONS[version - 1](connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {int(version)}")
