"""Where files that pages sent wait until all of them are read: in a folder beside the case, one below it for each job.

It is there only while something is unread, so that a server that was ended, or a machine that died, forgets nothing:
the next server finds what was asked, and the files. Those that a living server has are locked, and left to it.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from palanca.records import Time
from palanca.sources import SourceFile, SourceOptions, files_of
from palanca.sources.encoding import mended

_SUFFIX = ".palanca-unread"
_FILES, _ASKED = "files", "asked.json"
_TOLD = ("title", "outlet", "author", "url", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a job's process is to read: a folder of files, what is true of all of them, and the mapping of tables."""

    folder: Path
    sources: SourceOptions
    mapping: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is kept of a job that is not done: when it was asked for, how it stands, and why it stopped."""

    reading: Reading
    begun: datetime
    state: str
    failure: str | None = None


@dataclass(slots=True)
class Inbox:
    """The files sent to one case, by the numbers of their jobs; `case` is the path of the case."""

    case: Path
    _locks: dict[int, int] = field(default_factory=dict)
    _last: int = 0

    def make(self) -> Path:
        """A new empty folder for the files of a job; its number is `number_of` it. Raises OSError."""
        self._home.mkdir(exist_ok=True)
        self._last = max([self._last, *self._numbers()]) + 1
        place = self._home / str(self._last)
        place.mkdir()
        self._lock(self._last)
        (place / _FILES).mkdir()
        return place / _FILES

    def keep(self, note: Note) -> None:
        """Write what is to be known of a job by whoever comes after. Raises OSError."""
        sources = note.reading.sources
        asked = {name: getattr(sources, name) for name in _TOLD} | {
            "published": str(sources.published) if sources.published else None,
            "mapping": note.reading.mapping,
            "begun": note.begun.isoformat(),
            "state": note.state,
            "failure": note.failure,
        }
        place = note.reading.folder.with_name(_ASKED)
        fresh = place.with_suffix(".new")
        fresh.write_text(json.dumps(asked), encoding="utf-8")
        fresh.replace(place)

    def left(self) -> Iterator[tuple[int, Note]]:
        """The jobs that servers before this one left undone, by number. What they did not get whole is removed."""
        for number in sorted(self._numbers()):
            if number in self._locks or not self._lock(number):
                continue
            note = _note(self._home / str(number) / _FILES)
            if note is None:
                self.drop(number)
            else:
                yield number, note

    def drop(self, number: int) -> None:
        """Remove the files of a job, and the folder of all when it was the last."""
        shutil.rmtree(self._home / str(number), ignore_errors=True)
        self._unlock(number)
        with suppress(OSError):  # others are unread, or it is gone
            self._home.rmdir()

    def close(self) -> None:
        """Leave what is unread to the next server."""
        for number in list(self._locks):
            self._unlock(number)

    @property
    def _home(self) -> Path:
        return self.case.with_name(self.case.name.removesuffix(".palanca") + _SUFFIX)

    def _numbers(self) -> list[int]:
        found = self._home.iterdir() if self._home.is_dir() and not self._home.is_symlink() else ()
        return [int(one.name) for one in found if one.name.isdecimal() and one.is_dir() and not one.is_symlink()]

    def _lock(self, number: int) -> bool:
        """Whether it is ours now: the system gives the lock of a server that was killed to the next."""
        held = os.open(self._home / str(number), os.O_RDONLY)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(held)
            return False
        self._locks[number] = held
        return True

    def _unlock(self, number: int) -> None:
        if number in self._locks:
            os.close(self._locks.pop(number))


def number_of(folder: Path) -> int:
    """The number of the job whose files are in that folder."""
    return int(folder.parent.name)


def unread_of(folder: Path, known: Callable[[Collection[str]], Collection[str]]) -> list[str]:
    """The places of the files in a folder that the case does not know, in the order of reading.

    `known` tells which of SHA-256 digests of whole files, and of places that could not be read, the case knows. A table
    or an archive is known by its parts alone, and counts as unread until a job is done with it.
    """
    root = mended(folder)
    files = {file.path: _digest(file) for file in files_of(sorted(folder.iterdir())) if isinstance(file, SourceFile)}
    places = {path: Path(path).relative_to(root).as_posix() for path in files}
    found = set(known({*files.values(), *places.values()}))
    return [places[path] for path, digest in files.items() if digest not in found and places[path] not in found]


def _digest(file: SourceFile) -> str:
    with file.open() as stream:
        return file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]


def _note(folder: Path) -> Note | None:
    try:
        asked = json.loads(folder.with_name(_ASKED).read_text(encoding="utf-8"))
        published = asked["published"]
        told = {name: asked[name] for name in _TOLD}
        sources = SourceOptions(published=Time.parse(published) if published else None, **told)
        reading = Reading(folder=folder, sources=sources, mapping=asked["mapping"])
        begun = datetime.fromisoformat(asked["begun"])
        return Note(reading=reading, begun=begun, state=asked["state"], failure=asked["failure"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
