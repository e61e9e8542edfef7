"""The steps that bring the file of any earlier version to this one. A step, once released, is never edited.

Version n is reached by step n, in one transaction. `PRAGMA user_version` holds the version of a file and
`PRAGMA application_id` tells that it is a case.
"""

from collections.abc import Callable, Iterable

from sqlalchemy import Connection

from palanca.store.indexing import index_questions
from palanca.store.indexing_filters import index_filters
from palanca.store.indexing_pairs import INDEX_PAIRS
from palanca.store.indexing_periods import INDEX_PERIODS
from palanca.store.indexing_places import INDEX_PLACES
from palanca.store.indexing_speeches import INDEX_SPEECHES
from palanca.store.indexing_ties import INDEX_TIES
from palanca.store.indexing_unjoined import INDEX_UNJOINED
from palanca.store.keeping_tenures import keep_tenures
from palanca.store.kept_answers import make_room
from palanca.store.signing import sign_entities
from palanca.store.unread_prose import mark_unread_prose

type Step = Callable[[Connection], None]

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


def _identify(connection: Connection) -> None:
    """Give entities a column for the key that they share across documents; the next step drops it again."""
    connection.exec_driver_sql("ALTER TABLE entities ADD COLUMN identity TEXT NOT NULL DEFAULT ''")
    connection.exec_driver_sql("CREATE INDEX entities_identity ON entities (identity)")


_VERSION_3 = (
    "DROP INDEX entities_identity",
    "ALTER TABLE entities DROP COLUMN identity",
    "ALTER TABLE readings ADD COLUMN signature TEXT",
    """CREATE TABLE corrections (
         original TEXT PRIMARY KEY NOT NULL, statement TEXT NOT NULL,
         document TEXT NOT NULL REFERENCES documents (id)) WITHOUT ROWID""",
    "CREATE INDEX corrections_document ON corrections (document)",
    """CREATE TABLE profiles (
         entity TEXT PRIMARY KEY NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
         document TEXT NOT NULL REFERENCES documents (id), profile TEXT NOT NULL)""",
    "CREATE INDEX profiles_document ON profiles (document)",
    """CREATE TABLE entity_blocks (
         entity TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE, block TEXT NOT NULL,
         document TEXT NOT NULL REFERENCES documents (id), PRIMARY KEY (entity, block)) WITHOUT ROWID""",
    "CREATE INDEX entity_blocks_block ON entity_blocks (block)",
    "CREATE INDEX entity_blocks_document ON entity_blocks (document)",
    "CREATE TABLE judgements (id TEXT PRIMARY KEY NOT NULL, at TEXT NOT NULL, record TEXT NOT NULL)",
    """CREATE TABLE identities (
         entity TEXT PRIMARY KEY NOT NULL REFERENCES entities (id) ON DELETE CASCADE, identity TEXT NOT NULL
       ) WITHOUT ROWID""",
    "CREATE INDEX identities_identity ON identities (identity)",
    """CREATE TABLE things (
         id TEXT PRIMARY KEY NOT NULL, schema TEXT NOT NULL, caption TEXT NOT NULL, names TEXT NOT NULL,
         documents INTEGER NOT NULL, country TEXT, is_country INTEGER NOT NULL)""",
    "CREATE INDEX things_country ON things (country) WHERE is_country = 1",
    """CREATE TABLE proposals (
         one TEXT NOT NULL, other TEXT NOT NULL, points REAL NOT NULL, reasons_for TEXT NOT NULL,
         reasons_against TEXT NOT NULL, PRIMARY KEY (one, other))""",
    """CREATE TABLE rulings (
         one TEXT NOT NULL, other TEXT NOT NULL, verdict TEXT NOT NULL, PRIMARY KEY (one, other, verdict))""",
    """CREATE TABLE claims (
         id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, category TEXT, detail TEXT NOT NULL, lead TEXT NOT NULL,
         parties TEXT NOT NULL, disputes TEXT NOT NULL, time TEXT, earliest TEXT, latest TEXT, modality TEXT NOT NULL,
         confidence REAL NOT NULL, review TEXT NOT NULL)""",
    "CREATE INDEX claims_kind ON claims (kind, category)",
    """CREATE TABLE claim_evidence (
         statement TEXT PRIMARY KEY NOT NULL, claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
         ordinal INTEGER NOT NULL, document TEXT NOT NULL, stance TEXT NOT NULL, voice INTEGER NOT NULL)""",
    "CREATE INDEX claim_evidence_claim ON claim_evidence (claim)",
    """CREATE TABLE judgement_states (
         judgement TEXT PRIMARY KEY NOT NULL, standing TEXT NOT NULL, reason TEXT NOT NULL)""",
    """CREATE TABLE progress (
         "key" INTEGER PRIMARY KEY NOT NULL CHECK ("key" = 1), changed INTEGER NOT NULL, settled INTEGER NOT NULL,
         everything INTEGER NOT NULL)""",
    'INSERT INTO progress ("key", changed, settled, everything) VALUES (1, 1, 0, 1)',
    "CREATE TABLE touched_blocks (block TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID",
    # What identity is judged by was not kept before: documents are read again when asked, and shown meanwhile.
    "DELETE FROM readings WHERE skipped IS NULL",
)
"""Make room for identities, claims and judgements."""


_VERSION_4 = (
    "ALTER TABLE documents ADD COLUMN register TEXT",
    "ALTER TABLE appearances ADD COLUMN register TEXT",
    "CREATE INDEX appearances_register ON appearances (register) WHERE register IS NOT NULL",
    "CREATE TABLE registers (name TEXT PRIMARY KEY NOT NULL, record TEXT NOT NULL, entered_at TEXT NOT NULL)",
    "DROP TABLE touched_blocks",
    """CREATE TABLE touched (
         entity TEXT NOT NULL, profile TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (entity, profile))""",
    "UPDATE progress SET everything = 1, changed = changed + 1",
)
"""Make room for registers and their rows, and remember whole profiles of what changed instead of its blocks."""


_VERSION_5 = (
    "ALTER TABLE entities ADD COLUMN identifiers TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE entities ADD COLUMN lister TEXT",
    "ALTER TABLE things ADD COLUMN identifiers TEXT NOT NULL DEFAULT '[]'",
    # A profile is a JSON array, to which its identifiers and lister are added: nothing had any.
    "UPDATE profiles SET profile = substr(profile, 1, length(profile) - 1) || ',[],null]'",
    "UPDATE touched SET profile = substr(profile, 1, length(profile) - 1) || ',[],null]'",
)
"""Make room for the identifiers of entities, and for who lists them."""


_CHILDREN = (
    (
        "entity_names",
        """(entity TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE, folded TEXT NOT NULL,
            document TEXT NOT NULL, PRIMARY KEY (entity, folded)) WITHOUT ROWID""",
    ),
    (
        "profiles",
        """(entity TEXT PRIMARY KEY NOT NULL REFERENCES entities (id) ON DELETE CASCADE, document TEXT NOT NULL,
            profile TEXT NOT NULL)""",
    ),
    ("entity_blocks", "(block TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (block, entity)) WITHOUT ROWID"),
    (
        "statement_contexts",
        """(statement TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE, context TEXT NOT NULL,
            document TEXT NOT NULL, PRIMARY KEY (statement, context)) WITHOUT ROWID""",
    ),
    (
        "statement_roles",
        """(statement TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE, role TEXT NOT NULL,
            ordinal INTEGER NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL, entity TEXT, start INTEGER,
            "end" INTEGER, country TEXT, document TEXT NOT NULL, PRIMARY KEY (statement, role, ordinal)
          ) WITHOUT ROWID""",
    ),
)


def _thin_out(connection: Connection) -> None:
    """Find the children of entities and statements through their parents, and blocks by name alone.

    Each index of its own by document was one more place to write to for every row of a register, at random.
    """
    for table, definition in _CHILDREN:
        columns = ("block", "entity") if table == "entity_blocks" else _columns(connection, table)
        names = ", ".join(f'"{name}"' for name in columns)
        connection.exec_driver_sql(f"CREATE TABLE new_{table} {definition}")
        connection.exec_driver_sql(f"INSERT INTO new_{table} ({names}) SELECT {names} FROM {table}")  # noqa: S608
        connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql(f"ALTER TABLE new_{table} RENAME TO {table}")
    connection.exec_driver_sql("CREATE INDEX statement_roles_entity ON statement_roles (entity)")


def _columns(connection: Connection, table: str) -> list[str]:
    return [row.name for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]


_VERSION_7 = (
    "ALTER TABLE claims ADD COLUMN sort TEXT",
    "ALTER TABLE claims ADD COLUMN channel TEXT",
    "ALTER TABLE claims ADD COLUMN documents INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE claims ADD COLUMN sources INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX things_state ON things (country) WHERE is_country = 1",
    "CREATE INDEX documents_published ON documents (published_day) WHERE current = 1",
    "CREATE INDEX claims_time ON claims (earliest, latest)",
    """CREATE TABLE claim_parties (
         claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE, ordinal INTEGER NOT NULL, role TEXT NOT NULL,
         folded TEXT NOT NULL, identity TEXT, country TEXT, branch TEXT, placed INTEGER NOT NULL,
         PRIMARY KEY (claim, ordinal)) WITHOUT ROWID""",
    "CREATE INDEX claim_parties_identity ON claim_parties (identity, role)",
    "CREATE INDEX claim_parties_country ON claim_parties (country, branch)",
    "CREATE INDEX claim_parties_unknown ON claim_parties (folded) WHERE identity IS NULL",
    "CREATE INDEX claim_parties_unplaced ON claim_parties (identity) WHERE placed = 0",
    """CREATE TABLE belongings (
         thing TEXT NOT NULL, ordinal INTEGER NOT NULL, country TEXT, branch TEXT, reason TEXT NOT NULL, first TEXT,
         last TEXT, claim TEXT, PRIMARY KEY (thing, ordinal)) WITHOUT ROWID""",
    'CREATE TABLE thing_names ("key" INTEGER PRIMARY KEY NOT NULL, thing TEXT NOT NULL, folded TEXT NOT NULL)',
    "CREATE INDEX thing_names_thing ON thing_names (thing)",
    """CREATE VIRTUAL TABLE names_fts USING fts5 (
         folded, content = 'thing_names', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER thing_names_in AFTER INSERT ON thing_names BEGIN
         INSERT INTO names_fts (rowid, folded) VALUES (new."key", new.folded); END""",
    """CREATE TRIGGER thing_names_out AFTER DELETE ON thing_names BEGIN
         INSERT INTO names_fts (names_fts, rowid, folded) VALUES ('delete', old."key", old.folded); END""",
    "CREATE TABLE sources (document TEXT PRIMARY KEY NOT NULL, source TEXT NOT NULL)",
    "DELETE FROM claim_evidence",
    "DELETE FROM claims",
    "UPDATE progress SET everything = 1, changed = changed + 1",
)
"""Make room for the parties of claims, what they belong to and their names; all is settled anew to fill it."""


_IN_ORDER_OF_COMING = (
    (
        "mentions",
        """(document TEXT NOT NULL REFERENCES documents (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
            text TEXT NOT NULL, form TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (document, start, "end"))""",
    ),
    (
        "statement_roles",
        """(statement TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE, role TEXT NOT NULL,
            ordinal INTEGER NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL, entity TEXT, start INTEGER,
            "end" INTEGER, country TEXT, document TEXT NOT NULL, PRIMARY KEY (statement, role, ordinal))""",
    ),
)


def _keep_in_order_of_coming(connection: Connection) -> None:
    """Keep mentions and roles in the order in which they come, and only their keys by hash.

    Laid out by their keys, each row of a long register had a page of its own to be read and written again.
    """
    for table, definition in _IN_ORDER_OF_COMING:
        _lay_out_anew(connection, table, definition)
    connection.exec_driver_sql("CREATE INDEX statement_roles_entity ON statement_roles (entity)")


def _lay_out_anew(connection: Connection, table: str, definition: str) -> None:
    names = ", ".join(f'"{name}"' for name in _columns(connection, table))
    connection.exec_driver_sql(f"CREATE TABLE new_{table} {definition}")
    connection.exec_driver_sql(f"INSERT INTO new_{table} ({names}) SELECT {names} FROM {table}")  # noqa: S608
    connection.exec_driver_sql(f"DROP TABLE {table}")
    connection.exec_driver_sql(f"ALTER TABLE new_{table} RENAME TO {table}")


_BY_PARTS = (
    "ALTER TABLE claims ADD COLUMN part TEXT",
    "CREATE INDEX claims_part ON claims (part) WHERE part IS NOT NULL",
    """CREATE TABLE reaches (
         reach INTEGER NOT NULL, claim TEXT NOT NULL, first INTEGER, last INTEGER, PRIMARY KEY (reach, claim)
       ) WITHOUT ROWID""",
    "CREATE INDEX reaches_claim ON reaches (claim)",
    """CREATE TABLE holdings (
         office TEXT NOT NULL, claim TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
         is_stated INTEGER NOT NULL, document TEXT NOT NULL, person TEXT NOT NULL,
         PRIMARY KEY (office, claim, first, last, is_stated, document)) WITHOUT ROWID""",
    "CREATE INDEX holdings_claim ON holdings (claim)",
    "CREATE TABLE copies (document TEXT PRIMARY KEY NOT NULL, voice TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE waiting (sort TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (sort, id)) WITHOUT ROWID",
    "UPDATE progress SET everything = 1, changed = changed + 1",
)
"""Make room for the parts of claims and for what waits to be settled; all is settled anew once to fill it."""


def _settle_anew(connection: Connection) -> None:
    """Have all settled anew once, by rules that changed: when an office is shown, and what a person is called."""
    connection.exec_driver_sql("UPDATE progress SET everything = 1, changed = changed + 1")


_SPEAKERS_AND_DAYS = (
    "CREATE INDEX statement_roles_said ON statement_roles (folded, statement) WHERE role = 'speaker'",
    "CREATE INDEX statement_roles_speaker ON statement_roles (entity, statement) WHERE role = 'speaker'",
    # With all by which most claims are left out, so that it counts them by day without their rows. Its condition holds
    # of all, and who does not ask it is answered in the order of claims.
    """CREATE INDEX indexed_claims_days ON indexed_claims (
         channel, "last", "first", kind, review, confidence, modality) WHERE confidence >= 0""",
    # As for the tables of questions: without, all that an entity does is looked through to find what it says.
    """INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
         ('indexed_claims', 'indexed_claims_days', '1000000 100000 20 10 8 8 2 1'),
         ('statement_roles', 'sqlite_autoindex_statement_roles_1', '2500000 2 1 1'),
         ('statement_roles', 'statement_roles_entity', '2500000 10'),
         ('statement_roles', 'statement_roles_said', '500000 10 1'),
         ('statement_roles', 'statement_roles_speaker', '500000 5 1')""",
)
"""Find what is told by whom without a look at all roles, and count by day without a look at the claims."""


def _all_of(statements: Iterable[str]) -> Step:
    """The step of these statements, one after another."""

    def take(connection: Connection) -> None:
        for statement in statements:
            connection.exec_driver_sql(statement)

    return take


MIGRATIONS: tuple[Step, ...] = (
    _all_of(_VERSION_1), _identify, _all_of(_VERSION_3), _all_of(_VERSION_4), _all_of(_VERSION_5), _thin_out,
    _all_of(_VERSION_7), _keep_in_order_of_coming, index_questions, _all_of(_BY_PARTS), _settle_anew,
    _all_of(_SPEAKERS_AND_DAYS), sign_entities, _all_of(INDEX_PLACES), _all_of(INDEX_SPEECHES), index_filters,
    make_room, _all_of(INDEX_TIES), mark_unread_prose, _all_of(INDEX_PERIODS), keep_tenures, _all_of(INDEX_UNJOINED),
    _all_of(INDEX_PAIRS),
)  # fmt: skip
VERSION = len(MIGRATIONS)


def version_of(connection: Connection) -> int:
    """The version of the open file; 0 for a new one."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def apply_migration(connection: Connection, version: int) -> None:
    """Bring the file from the version before to `version`, in the transaction of `connection`."""
    MIGRATIONS[version - 1](connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {int(version)}")
