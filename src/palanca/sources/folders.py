"""From the paths that the user gives to the files there are."""

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from palanca.records import Origin, Rejection
from palanca.sources.encoding import mended
from palanca.sources.files import UNKNOWN_TYPE, SourceFile
from palanca.sources.imprint import Imprint
from palanca.sources.index import INDEX_NAME, Index, read_index
from palanca.sources.kinds import TABLE_SUFFIXES

LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
"""Names, in lower case, of what file managers leave behind."""

MAPPING_ENDING = ".mapping.yaml"
"""With it in place of its own ending, the name of a table is that of its mapping."""

_LOCK_FILE = "~$"
_CASES = (".palanca", ".palanca-wal", ".palanca-shm", ".palanca-unread")  # a case may lie in the folder that it reads


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of that name is hidden, a case, or something that programs leave behind."""
    return name.startswith((".", _LOCK_FILE)) or name.lower() in LITTER or name.lower().endswith(_CASES)


def files_of(paths: Iterable[Path]) -> Iterator[SourceFile | Rejection]:
    """The files at these paths, in the order given; those of a folder in sorted order, with all folders below it.

    An `index.jsonl` speaks of the files beside and below it, and `visits.mapping.yaml` of the table `visits.csv` beside
    it; neither is a file itself, unless it is all that was given of its folder. Links that lead out of a folder are not
    followed, and an index or a mapping that is a link counts for nothing.
    """
    paths = list(paths)
    given_of = Counter(path.parent for path in paths)
    for path in paths:
        is_alone = given_of[path.parent] == 1
        if path.name == INDEX_NAME and not is_alone:
            yield from _index(path, path.as_posix()).rejections
        elif is_alone or not _maps_a_table(path):
            yield from _files_at(path)


def _files_at(path: Path) -> Iterator[SourceFile | Rejection]:
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError) as problem:
        yield _rejection(path.as_posix(), f"the path cannot be followed ({problem}): check it")
        return
    if not is_folder:
        beside = path.parent / INDEX_NAME
        yield _on_disk(path, path.as_posix(), _index(beside, beside.as_posix()).entries if path != beside else {})
        return
    is_empty = True
    for file in _Folder(root=path.resolve()).walk(path, path.as_posix(), {}):
        is_empty = False
        yield file
    if is_empty:
        yield _rejection(path.as_posix(), "the folder holds no files: check that it is the right one")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folder:
    root: Path

    def walk(self, folder: Path, named: str, entries: Mapping[str, Imprint]) -> Iterator[SourceFile | Rejection]:
        try:
            inside = sorted(folder.iterdir())
        except OSError as problem:
            yield _rejection(named, f"the folder cannot be opened ({problem.strerror}): check that it may be read")
            return
        index = _index(folder / INDEX_NAME, f"{named}/{INDEX_NAME}")
        yield from index.rejections
        entries = {**entries, **index.entries}
        for location in inside:
            if is_passed_over(location.name) or location.name == INDEX_NAME or self._leads_away(location):
                continue
            if _maps_a_table(location):
                continue
            if _is_there(location, stat.S_ISDIR):
                yield from self.walk(location, f"{named}/{location.name}", entries)
            else:
                yield _on_disk(location, f"{named}/{location.name}", entries)

    def _leads_away(self, location: Path) -> bool:
        """Whether it is a link out of the folder, or to a folder in it, which is read at its own place."""
        if not _is_link(location):
            return False
        # `Path.resolve` raises for a link in a circle, which is to be one rejection and not the end of the run.
        return _is_there(location, stat.S_ISDIR) or not Path(os.path.realpath(location)).is_relative_to(self.root)


def _index(path: Path, named: str) -> Index:
    """What an index says of the files beside it; a link may lead out of the folder, and is none."""
    file = None if _is_link(path) else _on_disk(path, named, {})
    return read_index(file) if isinstance(file, SourceFile) and file.size else Index()


def _mapping_of(location: Path) -> Path | None:
    """The mapping beside a table, if there is one; a link may lead out of the folder, and is none."""
    if location.suffix.lower() not in TABLE_SUFFIXES:
        return None
    beside = location.with_name(location.stem + MAPPING_ENDING)
    return beside if _is_there(beside, stat.S_ISREG) and not _is_link(beside) else None


def _maps_a_table(location: Path) -> bool:
    """Whether a file is the mapping of a table beside it."""
    stem = location.name.removesuffix(MAPPING_ENDING)
    tables = (location.with_name(stem + one) for one in TABLE_SUFFIXES)
    return stem != location.name and any(_is_there(table, stat.S_ISREG) for table in tables)


def _is_there(location: Path, is_kind: Callable[[int], bool]) -> bool:
    """Whether there is something of a kind, as far as one may look: where one may not, `is_dir` would raise."""
    try:
        return is_kind(location.stat().st_mode)
    except (OSError, ValueError):
        return False


def _is_link(location: Path) -> bool:
    """Whether it is a link, as far as one may look."""
    try:
        return location.is_symlink()
    except OSError:
        return False


def _on_disk(location: Path, named: str, entries: Mapping[str, Imprint]) -> SourceFile | Rejection:
    try:
        if not stat.S_ISREG(location.stat().st_mode):
            return _rejection(named, "this is neither a file nor a folder: give one of these")
        return SourceFile.on_disk(location, named, entries, _mapping_of(location))
    except FileNotFoundError:
        return _rejection(named, "there is no such file: check the path")
    except OSError as problem:
        return _rejection(named, f"the file cannot be opened ({problem.strerror}): check that it may be read")


def _rejection(named: str, reason: str) -> Rejection:
    return Rejection(origin=Origin(path=mended(named), bytes_sha256="", media_type=UNKNOWN_TYPE), reason=reason)
