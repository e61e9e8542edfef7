"""ZIP archives: their members as files. Nothing is unpacked to disk.

What a member unpacks to is decided before it is opened, from the directory of the archive; this can be trusted because
`zipfile` stops at the size that the directory claims, and then finds the checksum wrong if there was more.
"""

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from palanca.records import Rejection
from palanca.records.errors import UnreadableInput
from palanca.sources.files import Allowance, SourceFile
from palanca.sources.folders import is_passed_over
from palanca.sources.imprint import Imprint
from palanca.sources.index import INDEX_NAME, read_index
from palanca.sources.options import Limits

_ENCRYPTED = 0x1


def members(file: SourceFile, limits: Limits) -> Iterator[SourceFile | Rejection]:
    """The files in an archive by sorted path, each to be read before the next is asked for.

    A member that is locked, that leads out of the archive or that unpacks to too much is a rejection; all archives
    inside one another share one allowance of bytes. Raises UnreadableInput if the archive as a whole is refused.
    """
    if file.depth >= limits.max_depth:
        raise UnreadableInput(f"archives are nested more than {limits.max_depth} deep: unpack the inner ones")
    with file.open_seekable(limits.max_archive_bytes) as stream, zipfile.ZipFile(stream) as archive:
        inside = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename)
        if len(inside) > limits.max_archive_members:
            raise UnreadableInput(
                f"the archive holds {len(inside):,} files: split it below {limits.max_archive_members:,}"
            )
        allowance = file.allowance or Allowance(limits.max_archive_bytes)
        entries: dict[str, Imprint] = {}
        listed = [m for m in inside if PurePosixPath(m.filename).name == INDEX_NAME]
        for member in [*listed, *(m for m in inside if m not in listed)]:
            if any(map(is_passed_over, _plain_parts(member))):
                continue
            inner = _inner(file, archive, member, replace_index=entries, allowance=allowance)
            if reason := _danger(member, allowance, limits):
                yield inner.rejected(reason)
            elif member in listed:
                index = read_index(inner)
                entries |= index.entries
                yield from index.rejections
            else:
                yield inner
    if not inside:
        raise UnreadableInput("the archive is empty: leave it out, or fetch it again")
