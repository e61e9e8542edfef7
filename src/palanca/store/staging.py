"""Taking in readings of new documents by the hundred thousand.

Ids are hashes: each row of each table goes to a page of its own somewhere in the indexes, and written as they come the
rows of a long table would have every page of a large case read and written again with each transaction. So they wait
in temporary tables without indexes, and are merged in the order of their keys, all in one transaction. When the program
is killed the waiting are gone, and are read again; what was merged is there whole, documents with their readings.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Self

from sqlalchemy import Table

from palanca.records import Document
from palanca.store.blocking import FOUND, block_merged
from palanca.store.faults import told_as_case_errors
from palanca.store.late_indexes import leave_out, make_missing
from palanca.store.packing import PACKED, STAMPS, WORDS, lay_out, quoted
from palanca.store.reading_rows import columns_of
from palanca.store.rows import document_of
from palanca.store.schema import appearances, as_stored, documents, entity_signs, sentences
from palanca.store.settling_interface import Waiting

_CACHE_KIB = 128 * 1024  # of a merge, and of each sort in it: twice as much makes neither faster
_BUSY_TIMEOUT_S = 60
_PAGES_BETWEEN_CHECKPOINTS = 8_192

# Tables of the case and temporary ones have the same names. The case may have got a document since it was asked.
_IS_SMALL = """
  SELECT (SELECT coalesce(max(rowid), 0) FROM main.documents) <= (SELECT count(*) FROM temp.documents)"""
_KNOWN_MEANWHILE = """
  INSERT INTO temp.known (id) SELECT id FROM temp.documents AS staged
  WHERE EXISTS (SELECT 1 FROM main.documents AS there WHERE there.id = staged.id)
     OR EXISTS (SELECT 1 FROM main.appearances AS there WHERE there.name = staged.name AND there.current = 1)"""
_APPEARANCES = tuple(columns_of(appearances)[1:])
_APPEAR = f"""
  INSERT OR IGNORE INTO main.appearances (document, {quoted(_APPEARANCES)})
  SELECT id, {quoted(_APPEARANCES)} FROM temp.documents ORDER BY id, rowid"""  # noqa: S608
_FIRST_KEY = 'SELECT coalesce(max("key"), 0) FROM main.sentences'
_PLACE = """
  INSERT INTO main.sentences ("key", document, start, "end")
  SELECT ? + rowid, document, start, "end" FROM temp.sentences ORDER BY rowid"""
_INDEX = f"""
  INSERT INTO main.sentences_fts (rowid, text) SELECT ? + rowid, {WORDS} FROM temp.sentences ORDER BY rowid"""  # noqa: S608
_WAITS_ALONE = "(SELECT NOT everything FROM main.progress)"
_TOUCH = (
    f"""INSERT OR IGNORE INTO main.touched (entity, profile, document)
        SELECT entity, profile, document FROM temp.profiles WHERE {_WAITS_ALONE}""",  # noqa: S608
    f"""INSERT OR IGNORE INTO main.waiting (sort, id)
        SELECT '{Waiting.STATEMENT}', id FROM temp.statements WHERE {_WAITS_ALONE}""",  # noqa: S608
    f"""INSERT OR IGNORE INTO main.waiting (sort, id)
        SELECT '{Waiting.DOCUMENT}', id FROM temp.documents WHERE {_WAITS_ALONE}""",  # noqa: S608
)
_COUNT = "UPDATE main.progress SET changed = changed + 1"


class Stage:
    """Readings that wait to be merged into the case at `path`. A context manager; it is merged once, in any thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with told_as_case_errors(path):
            self._connection = _connected(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, image: bytes) -> None:
        """Let the readings of an image of `packing.pack` wait. None of their documents may wait already."""
        with told_as_case_errors(self._path):
            self._connection.deserialize(image, name="image")
            self._connection.execute("BEGIN")
            for table in PACKED:
                self._connection.execute(f"INSERT INTO temp.{table.name} SELECT * FROM image.{table.name}")  # noqa: S608
            self._connection.execute("COMMIT")

    def merge(self, *, at: datetime, more_follow: bool = False) -> list[Document]:
        """Write all that waits, in one transaction. `at` is the time of writing.

        Where more follow and the case holds no more than what waits, it goes without some of its indexes until `index`.

        Left out are the documents of which the case has come to know text or name since they were found to be new:
        these are given back, to be put as any others.
        """
        stamp = at.astimezone(UTC).isoformat()
        with told_as_case_errors(self._path), _writing(self._connection) as connection:
            if more_follow and connection.execute(_IS_SMALL).fetchone()[0]:
                leave_out(connection)
            connection.execute(_KNOWN_MEANWHILE)
            known = list(_known_documents(connection))
            if known:
                _leave_out_known(connection)
            block_merged(connection)
            for table in PACKED:
                if table is not sentences:
                    connection.execute(*_merging(table, stamp))
                if table is documents:
                    connection.execute(_APPEAR)
            (key,) = connection.execute(_FIRST_KEY).fetchone()
            connection.execute(_PLACE, (key,))
            connection.execute(_INDEX, (key,))
            for remembering in _TOUCH:
                connection.execute(remembering)
            connection.execute(_COUNT)
            return known

    def index(self) -> None:
        """Make the indexes that the case went without."""
        with told_as_case_errors(self._path):
            make_missing(self._path, wait_s=_BUSY_TIMEOUT_S)

    def close(self) -> None:
        """Drop what was not merged."""
        self._connection.close()


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
    # Rows that were read in one document stand or fall with it: to look each parent up again would cost a third more.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_BETWEEN_CHECKPOINTS}")
    connection.execute("ATTACH ':memory:' AS image")
    lay_out(connection, "temp")
    connection.execute(FOUND)
    connection.execute("CREATE TABLE temp.known (id TEXT PRIMARY KEY) WITHOUT ROWID")
    return connection


@contextmanager
def _writing(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _known_documents(connection: sqlite3.Connection) -> Iterator[Document]:
    columns = PACKED[documents]
    wanted = f"SELECT {quoted(columns)} FROM temp.documents WHERE id IN (SELECT id FROM temp.known) ORDER BY rowid"  # noqa: S608
    for row in connection.execute(wanted):
        values = (as_stored(value) if isinstance(value, str) else value for value in row)
        fields = SimpleNamespace(**dict(zip(columns, values, strict=True)))
        yield document_of(fields, fields.text)  # type: ignore[arg-type]  # it has the columns, as rows of SQLAlchemy do


def _leave_out_known(connection: sqlite3.Connection) -> None:
    left_out = "SELECT id FROM temp.entities WHERE document IN (SELECT id FROM temp.known)"
    connection.execute(f"DELETE FROM temp.{entity_signs.name} WHERE entity IN ({left_out})")  # noqa: S608
    for table, columns in PACKED.items():
        key = "id" if table is documents else "document"
        if key in columns:
            connection.execute(f"DELETE FROM temp.{table.name} WHERE {key} IN (SELECT id FROM temp.known)")  # noqa: S608


def _merging(table: Table, at: str) -> tuple[str, tuple[str, ...]]:
    """The statement that merges a table, and its values.

    In the order of the first column, so that each page of a large index is come to once. Of two rows with one key the
    first counts, as where documents are put one by one.
    """
    columns, stamp = quoted(PACKED[table]), STAMPS.get(table)
    into, taken = (f'{columns}, "{stamp}"', f"{columns}, ?") if stamp else (columns, columns)
    rows = f"SELECT {taken} FROM temp.{table.name} ORDER BY {quoted(PACKED[table][:1])}, rowid"  # noqa: S608
    return f"INSERT OR IGNORE INTO main.{table.name} ({into}) {rows}", (at,) if stamp else ()
