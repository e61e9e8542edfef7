"""A database on disk for what is too much for memory, and is gone when it is closed: nothing of a case is in it."""

import sqlite3


def scratch_database() -> sqlite3.Connection:
    """An empty database; SQLite keeps it in a file without a name and deletes that."""
    return sqlite3.connect("")
