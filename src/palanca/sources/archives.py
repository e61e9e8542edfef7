"""ZIP archives: their members as files. Nothing is unpacked to disk.

What a member unpacks to is decided before it is opened, from the directory of the archive; this can be trusted because
`zipfile` stops at the size that the directory claims, and then finds the checksum wrong if there was more.
"""

import stat
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from palanca.records import Rejection
from palanca.records.errors import UnreadableInput
from palanca.sources.files import Allowance, SourceFile
from palanca.sources.folders import is_passed_over
from palanca.sources.imprint import Imprint
from palanca.sources.index import INDEX_NAME, read_index
from palanca.sources.options import Limits
from palanca.sources.packages import RATIO_FLOOR_BYTES

_ENCRYPTED = 0x1


def members(file: SourceFile, limits: Limits) -> Iterator[SourceFile | Rejection]:
    """The files in an archive by sorted path, each to be read before the next is asked for.

    A member that is locked, that leads out of the archive or that unpacks to too much is a rejection; all archives
    inside one another share one allowance of bytes. Raises UnreadableInput if the archive as a whole is refused.
    """
    if file.depth >= limits.max_depth:
        raise UnreadableInput(f"archives are nested more than {limits.max_depth} deep: unpack the inner ones")
    with file.open_seekable(limits.max_archive_bytes) as stream, zipfile.ZipFile(stream) as archive:
        inside = [m for m in archive.infolist() if not m.is_dir() and not any(map(is_passed_over, _parts(m)))]
        if not inside:
            raise UnreadableInput("the archive holds no files: leave it out, or fetch it again")
        if len(inside) > limits.max_archive_members:
            most = f"{limits.max_archive_members:,}"
            raise UnreadableInput(f"the archive holds {len(inside):,} files, more than {most}: split it")
        allowance = file.allowance or Allowance(limits.max_archive_bytes)
        inner = (_inner(file, archive, member, allowance) for member in sorted(inside, key=_index_first))
        safe = (each.rejected(reason) if (reason := _danger(m, allowance, limits)) else each for m, each in inner)
        yield from _with_index(safe)


def _with_index(files: Iterable[SourceFile | Rejection]) -> Iterator[SourceFile | Rejection]:
    """The files with what the indexes among them, which come first, say of them."""
    entries: dict[str, Imprint] = {}
    for file in files:
        if isinstance(file, Rejection):
            yield file
        elif file.name == INDEX_NAME:
            index = read_index(file)
            entries |= index.entries
            yield from index.rejections
        else:
            yield replace(file, index=entries)


def _index_first(member: zipfile.ZipInfo) -> tuple[bool, str]:
    parts = _parts(member)
    return not parts or parts[-1] != INDEX_NAME, member.filename


def _parts(member: zipfile.ZipInfo) -> tuple[str, ...]:
    """The parts of the member's path; those that lead upwards are not hidden files and are judged later."""
    return tuple(part for part in _path(member).parts if part != "..")


def _path(member: zipfile.ZipInfo) -> PurePosixPath:
    """The member's path; some programs on Windows write it with backslashes."""
    return PurePosixPath(member.filename.replace("\\", "/"))


def _inner(
    file: SourceFile, archive: zipfile.ZipFile, member: zipfile.ZipInfo, allowance: Allowance
) -> tuple[zipfile.ZipInfo, SourceFile]:
    return member, SourceFile(
        path=file.path,
        member=f"{file.member}!{member.filename}" if file.member else member.filename,
        size=member.file_size,
        open=lambda: archive.open(member),  # type: ignore[arg-type, return-value]  # it reads as a BinaryIO does
        depth=file.depth + 1,
        allowance=allowance,
    )


def _danger(member: zipfile.ZipInfo, allowance: Allowance, limits: Limits) -> str | None:
    """Why a member is left packed; None, at the cost of its bytes, if it may be read."""
    path = _path(member)
    if path.is_absolute() or ".." in path.parts or ":" in "".join(path.parts[:1]):
        return "its path leads out of the archive: pack it anew with plain paths"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "it is a link and no file: pack the file itself"
    if member.flag_bits & _ENCRYPTED:
        return "it is locked with a password: pack it anew without one"
    packed = max(1, member.compress_size)
    if member.file_size > RATIO_FLOOR_BYTES and member.file_size / packed > limits.max_ratio:
        return f"it unpacks to {member.file_size // packed:,} times its size, as archive bombs do: unpack it yourself"
    if not allowance.take(member.file_size):
        return f"the archive unpacks to more than {limits.max_archive_bytes:,} bytes: split it"
    return None
