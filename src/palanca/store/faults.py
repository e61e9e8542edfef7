"""What SQLite reports, told as a CaseError: the thing, the place, the remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from palanca.records.errors import CaseError

# By the first word of the error name after SQLITE_. Any other error is a bug of Palanca, and is raised as it is.
_TOLD = {
    "BUSY": "another program holds case {path}: wait for it to end, or close it, and run again",
    "LOCKED": "another program holds case {path}: wait for it to end, or close it, and run again",
    "FULL": "the disk of case {path} is full: free some space and run again; what was finished is kept",
    "IOERR": "case {path} cannot be read or written ({cause}): check the disk and run again; what was finished is kept",
    "READONLY": "case {path} cannot be written: allow writing to the file and its folder, or copy it elsewhere",
    "PERM": "case {path} cannot be used: allow reading and writing of the file and its folder, or copy it elsewhere",
    "CANTOPEN": "case {path} cannot be opened: allow writing to its folder {folder}, or choose another place",
    "CORRUPT": "case {path} is damaged ({cause}): take a copy from a backup, or read the sources into a new case",
    "NOTADB": "{path} is not a case: name a file that Palanca made",
}


@contextmanager
def told_as_case_errors(path: Path) -> Iterator[None]:
    """Raise CaseError for what SQLite cannot do with the file at `path`."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        told = _message(path, error.orig if isinstance(error, DBAPIError) else error)
        if told is None:
            raise
        raise CaseError(told) from error


def _message(path: Path, error: BaseException | None) -> str | None:
    name = getattr(error, "sqlite_errorname", None)
    if not name:
        return None
    told = _TOLD.get(name.split("_")[1])
    return told.format(path=path, folder=path.parent, cause=error) if told else None
