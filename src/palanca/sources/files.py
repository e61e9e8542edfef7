"""One file that has not been read yet, on disk or in an archive."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from palanca.records import Origin, Rejection
from palanca.records.errors import UnreadableInput
from palanca.sources.encoding import mended
from palanca.sources.imprint import Imprint

_MIB = 1 << 20
UNKNOWN_TYPE = "application/octet-stream"


class Allowance:
    """How many bytes an archive, with all archives inside it, may still unpack to. Shared and used up."""

    def __init__(self, left: int) -> None:
        self._left = left

    def take(self, size: int) -> bool:
        """Use up `size` bytes; False, using none, if there are not so many left."""
        if size > self._left:
            return False
        self._left -= size
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file that can be opened, as often as needed.

    `path` is what the user named; `member` the path inside an archive, with `!` between nested archives. `size` is
    in bytes as the file system or the archive claims; `depth` counts the archives around it, which share an
    `allowance`; `index` says more about documents, by stem or by name. `mapping` is the file beside it that says what
    its columns mean, if it is a table with one.
    """

    path: str
    size: int
    open: Callable[[], BinaryIO]
    member: str | None = None
    depth: int = 0
    allowance: Allowance | None = None
    index: Mapping[str, Imprint] = field(default_factory=dict)
    mapping: Path | None = None

    @classmethod
    def on_disk(
        cls, location: Path, named: str, index: Mapping[str, Imprint], mapping: Path | None = None
    ) -> "SourceFile":
        """The file at `location`, which the user knows as `named`. Raises OSError if there is none.

        The bytes of a name that are not UTF-8 are read as those of a text, so that the name can be written anywhere.
        """
        size = location.stat().st_size
        return cls(path=mended(named), size=size, open=lambda: location.open("rb"), index=index, mapping=mapping)

    @property
    def name(self) -> str:
        """The last part of the path."""
        return PurePosixPath((self.member or self.path).rpartition("!")[2] if self.member else self.path).name

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return PurePosixPath(self.name).stem

    @property
    def suffix(self) -> str:
        """The ending of the name, with its dot, in lower case."""
        return PurePosixPath(self.name).suffix.lower()

    def head(self, length: int) -> bytes:
        """The first bytes, at most `length`."""
        with self.open() as stream:
            return stream.read(length)

    def read(self, limit: int) -> bytes:
        """All bytes. Raises UnreadableInput, without reading, for a file that is larger than `limit`."""
        self.check_size(limit)
        with self.open() as stream:
            content = stream.read(limit + 1)
        if len(content) > limit:
            raise UnreadableInput(_too_large(len(content), limit))
        return content

    def check_size(self, limit: int) -> None:
        """Raises UnreadableInput if the file claims more than `limit` bytes, or none."""
        if self.size > limit:
            raise UnreadableInput(_too_large(self.size, limit))
        if self.size == 0:
            raise UnreadableInput("the file is empty: leave it out, or fetch it again")

    def open_seekable(self, limit: int) -> BinaryIO:
        """The file opened so that its end can be read first. Members of archives are held in memory."""
        if self.member is not None:
            return io.BytesIO(self.read(limit))
        self.check_size(limit)
        return self.open()

    def rejected(self, reason: str, *, media_type: str = UNKNOWN_TYPE, bytes_sha256: str = "") -> Rejection:
        """The rejection of this whole file. `bytes_sha256` is empty when the bytes were not read."""
        origin = Origin(path=self.path, member=self.member, media_type=media_type, bytes_sha256=bytes_sha256)
        return Rejection(origin=origin, reason=reason)


def _too_large(size: int, limit: int) -> str:
    return (
        f"the file is too large ({size / _MIB:,.0f} MiB) to be held in memory; Palanca reads up to "
        f"{limit / _MIB:,.0f} MiB of this kind: split it, or give its text as .csv or .jsonl, which are streamed"
    )
