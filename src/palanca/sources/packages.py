"""Checks before an Office file, which is a ZIP of XML, is given to a library that trusts it.

The sizes in the directory of a ZIP can be relied on here: `zipfile` never unpacks a member beyond the size that the
directory claims.
"""

import re
import zipfile
from typing import BinaryIO

from palanca.records.errors import UnreadableInput
from palanca.sources.options import Limits

_HEAD_BYTES = 1 << 16
_XML_ENDINGS = (".xml", ".rels", ".vml")
# White space, instructions and comments up to the root element. Nothing is tried twice: a long one is no way to hang.
_PROLOG = re.compile(r"(?:\s|(?><\?.*?\?>)|(?><!--.*?-->))*+(?=<[^\W\d])", re.DOTALL)
_ENCODING = re.compile(r"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.\-]+)")
_ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "windows-1252"})
RATIO_FLOOR_BYTES = 10 << 20
"""Below this size nothing is called a bomb: small files can be packed very tightly in all innocence."""


def check_package(stream: BinaryIO, limits: Limits, max_part_bytes: int) -> None:
    """Refuse an Office file that unpacks to too much, is locked, or whose XML defines entities.

    Raises UnreadableInput. The stream is left at its start.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            _check_sizes(archive, limits)
            for part in archive.infolist():
                if part.filename.lower().endswith(_XML_ENDINGS):
                    _check_xml(archive, part, max_part_bytes)
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as problem:
        raise UnreadableInput(f"the file is damaged or cut short ({problem}): fetch it again") from problem
    stream.seek(0)


def _check_sizes(archive: zipfile.ZipFile, limits: Limits) -> None:
    unpacked = sum(part.file_size for part in archive.infolist())
    packed = sum(part.compress_size for part in archive.infolist())
    is_bomb = unpacked > RATIO_FLOOR_BYTES and unpacked > limits.max_ratio * packed
    if is_bomb or unpacked > limits.max_archive_bytes:
        raise UnreadableInput(
            f"the file unpacks to {unpacked:,} bytes from {packed:,}, which looks like an archive bomb: leave it out"
        )


def _check_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo, max_part_bytes: int) -> None:
    if part.flag_bits & 1:
        raise UnreadableInput("the file is locked with a password: save it without one")
    if part.file_size > max_part_bytes:
        raise UnreadableInput(f"its part {part.filename} is too large ({part.file_size:,} bytes): split the file")
    with archive.open(part) as stream:
        prolog = _prolog(stream.read(_HEAD_BYTES))
    declared = _ENCODING.match(prolog or "")
    if prolog is None or (declared and declared[1].lower() not in _ENCODINGS):
        raise UnreadableInput(
            f"its part {part.filename} defines XML entities or an unusual encoding, as attacks do and Office never "
            "does: open the file in an office program and save it anew"
        )


def _prolog(head: bytes) -> str | None:
    """What stands before the root element; None if that is more than `head`, or declares a type of document."""
    is_utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in head[:4]
    found = _PROLOG.match(head.decode("utf-16" if is_utf16 else "utf-8-sig", "replace"))
    return found[0] if found else None
