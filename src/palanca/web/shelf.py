"""The cases that a server shows, by name. A folder stands for the cases in it."""

import re
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from palanca.records.errors import CaseError
from palanca.web.desk import Desk, open_desk

SUFFIX = ".palanca"
_NAME = re.compile(r"[\w][\w .-]{0,63}")
_NAME_MOST_BYTES = 200  # file systems take 255, and the longest ending is that of the folder of what is unread


class UnknownCase(CaseError, LookupError):
    """The server shows no case of that name."""


class InvalidName(CaseError, ValueError):
    """A name that is none for the file of a case."""


class TakenName(CaseError):
    """There is a case of that name already."""


@dataclass(slots=True)
class Shelf:
    """Opens cases when they are first asked for; `opened` are those that are. `home` is where new ones are made."""

    paths: dict[str, Path]
    home: Path
    opened: dict[str, Desk] = field(default_factory=dict)
    _is_working_ahead: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def desk(self, name: str) -> Desk:
        """The desk of the case of that name. Raises UnknownCase, or CaseError when it cannot be opened."""
        with self._lock:
            if name not in self.opened:
                if name not in self.paths:
                    known = ", ".join(self.paths) or "none"
                    raise UnknownCase(f"no case is called {name!r}: there is {known}")
                self.opened[name] = open_desk(self.paths[name])
                self.opened[name].jobs.take_up()
                if self._is_working_ahead:
                    threading.Thread(target=self.opened[name].work_ahead, daemon=True).start()
            return self.opened[name]

    def make(self, name: str) -> Desk:
        """Make a case. Raises TakenName, InvalidName, or CaseError when it cannot be made."""
        if not _NAME.fullmatch(name) or name.endswith((".", " ")) or len(name.encode()) > _NAME_MOST_BYTES:
            raise InvalidName(f"{name!r} cannot name a case: take letters, digits, spaces, dots and hyphens, up to 64")
        path = self.home / f"{name}{SUFFIX}"
        with self._lock:
            if name in self.paths or path.exists():
                raise TakenName(f"there is a case called {name!r} already: take another name")
            self.opened[name] = open_desk(path, create=True)
            self.paths[name] = path
            return self.opened[name]

    def work_ahead(self) -> None:
        """Have what pages open on worked out for each case that is open, and when another is opened."""
        with self._lock:
            self._is_working_ahead, there = True, list(self.opened.values())
        for desk in there:
            desk.work_ahead()

    def end_news(self) -> None:
        """End the streams of news of all that is open."""
        with self._lock:
            for desk in self.opened.values():
                desk.news.end()

    def close(self) -> None:
        """Close all that is open."""
        with self._lock:
            for desk in self.opened.values():
                desk.close()
            self.opened.clear()


def shelf_of(places: Iterable[Path]) -> Shelf:
    """The shelf of these cases and folders of cases.

    Raises CaseError when a place is missing, when it is no case, and when two cases have one name.
    """
    paths: dict[str, Path] = {}
    given = [place.absolute() for place in places]
    for place in given:
        if not place.exists():
            raise CaseError(f"there is no case or folder {place}: check the name, or make the case with `palanca read`")
        for path in sorted(place.glob(f"*{SUFFIX}")) if place.is_dir() else [place]:
            if path.stem in paths and paths[path.stem] != path:
                raise CaseError(f"{path} and {paths[path.stem]} have one name: serve one of them, or rename it")
            paths[path.stem] = path
    home = given[0] if given and given[0].is_dir() else given[0].parent if given else Path.cwd()
    shelf = Shelf(paths=paths, home=home)
    for place in given:
        if not place.is_dir():
            shelf.desk(place.stem)
    return shelf
