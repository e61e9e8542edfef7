"""Formulas of a sheet of which the file holds no result, as programs write them that do not calculate."""

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping

_CELL = re.compile(
    rb'<(?:\w+:)?c\s[^>]{0,200}?r="(?P<column>[A-Z]{1,3})(?P<row>\d{1,7})"[^>]{0,200}>'
    rb"<(?:\w+:)?f(?:\s[^>]{0,300})?(?:/>|>[^<]{0,9000}</(?:\w+:)?f>)"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)
_CHUNK_BYTES = 1 << 20
_OVERLAP_BYTES = 10_000  # longer than a cell with the longest formula that Excel takes


def unsaved_formulas(archive: zipfile.ZipFile, part: str) -> Mapping[int, tuple[int, ...]]:
    """The columns of such cells, counted from 1, by the place of their row in the sheet, from 1."""
    from openpyxl.utils import column_index_from_string

    found: dict[int, tuple[int, ...]] = defaultdict(tuple)
    for column, row in _cells(archive, part):
        found[row] += (column_index_from_string(column),)
    return found


def _cells(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, int]]:
    with archive.open(part) as stream:
        kept = b""
        while chunk := stream.read(_CHUNK_BYTES):
            text = kept + chunk
            end = 0
            for match in _CELL.finditer(text):
                yield match["column"].decode("ascii"), int(match["row"])
                end = match.end()
            kept = text[max(end, len(text) - _OVERLAP_BYTES) :]
