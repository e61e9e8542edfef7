"""From a path to an engine whose file is a case of this version."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENAMETOOLONG
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from palanca.records.errors import CaseError
from palanca.store.faults import told_as_case_errors
from palanca.store.late_indexes import make_unless_written
from palanca.store.migrations import APPLICATION_ID, VERSION, apply_migration, version_of

_HEADER = b"SQLite format 3\x00"
_CACHE_KIB = 16 * 1024  # a server has many connections, and pages are at hand from the system too
_CACHE_OF_WRITER_KIB = 64 * 1024  # ids are hashes, so that every row is written to pages all over the indexes
# Ids are hashes, so that new rows come to pages all over the indexes: with SQLite's 4 KiB a long table was merged into
# a large case in half as much time again.
_PAGE_BYTES = 16 * 1024
# A checkpoint writes each page once, however often it changed since the last: 128 MiB of them, and not SQLite's 4.
_PAGES_BETWEEN_CHECKPOINTS = 8_192
BUSY_TIMEOUT_S = 60  # longer than any single write; a writer that waits this long is stuck
_WAL_ATTEMPTS, _WAL_PAUSE_S = 100, 0.05  # SQLite does not wait by itself when two programs switch a new file to WAL

_BEGIN = "palanca_begin"


def open_engine(path: Path, *, create: bool) -> Engine:
    """Open the case file at `path`, or make it if `create`, and bring it to this version.

    Raises CaseError when there is nothing, something else or something newer at `path`, or when it cannot be written.
    """
    _check_place(path, create=create)
    engine = _engine(path)
    try:
        with told_as_case_errors(path):
            _check_kind(engine, path, create=create)
            _switch_to_wal(engine)
            for version in range(1, VERSION + 1):
                _migrate(engine, version)
            make_unless_written(path)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that holds the right to write from its start, so that what it read stays true."""
    with engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"}).begin() as connection:
        connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE_OF_WRITER_KIB}")
        yield connection


def _engine(path: Path) -> Engine:
    url = URL.create("sqlite", database=str(path.absolute()))
    # Every unfinished iterator holds a connection, so their number is left open.
    engine = create_engine(url, poolclass=QueuePool, max_overflow=-1, connect_args={"timeout": BUSY_TIMEOUT_S})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _shrink)
    return engine


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # sqlite3 would begin transactions too late: `_begin` does
    connection.create_function("casefold", 1, str.casefold, deterministic=True)
    connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")  # of a new file; one that is there keeps its own
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")  # so that a row which another replaces counts as deleted
    # In WAL mode this loses nothing when the program is killed, and only the last moments when the power fails.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_BETWEEN_CHECKPOINTS}")


def _shrink(connection: sqlite3.Connection | None, _entry: ConnectionPoolEntry) -> None:
    """Leave what wrote with the memory of what reads; a connection that broke is None."""
    if connection is not None:
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))


def _check_place(path: Path, *, create: bool) -> None:
    try:
        if path.is_dir():
            raise CaseError(f"{path} is a folder, not a case: name a file in it, such as {path / 'name.palanca'}")
        if not path.exists():
            _check_absence(path, create=create)
            return
        with path.open("rb") as file:
            start = file.read(len(_HEADER))
    except OSError as error:
        remedy = "shorten its name" if error.errno == ENAMETOOLONG else "allow reading it, or copy it"
        raise CaseError(f"case {path} cannot be read ({error.strerror}): {remedy}") from error
    if start and start != _HEADER:
        raise CaseError(f"{path} is not a case: name a file that Palanca made, or a new name to make one")
    if not start and not create:
        raise CaseError(f"{path} is empty, as its making was cut off: make the case again under this name")


def _check_absence(path: Path, *, create: bool) -> None:
    if not create:
        raise CaseError(f"there is no case at {path}: check the name, or make the case first")
    if not path.parent.is_dir():
        raise CaseError(f"there is no folder {path.parent} for case {path.name}: make the folder first")


def _check_kind(engine: Engine, path: Path, *, create: bool) -> None:
    with engine.begin() as connection:
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        version = version_of(connection)
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()
    if not application and not version and not tables:
        if not create:
            raise CaseError(f"{path} is empty, as its making was cut off: make the case again under this name")
    elif application != APPLICATION_ID:
        raise CaseError(f"{path} is a database of another program, not a case: name a file that Palanca made")
    elif version > VERSION:
        raise CaseError(
            f"case {path} is of version {version}, and this Palanca reads up to {VERSION}: update Palanca to open it"
        )


def _switch_to_wal(engine: Engine) -> None:
    for attempt in range(1, _WAL_ATTEMPTS + 1):
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or attempt == _WAL_ATTEMPTS:
                raise
            time.sleep(_WAL_PAUSE_S)
        else:
            return
        finally:
            connection.close()


def _migrate(engine: Engine, version: int) -> None:
    """Take one step, unless the file, or another program meanwhile, has taken it."""
    with engine.begin() as connection:
        if version_of(connection) >= version:
            return
    with writing(engine) as connection:
        if version_of(connection) < version:
            apply_migration(connection, version)
