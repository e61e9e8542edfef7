"""Cells of a sheet that were merged: all but the first of them hold nothing in the file."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from palanca.sources.rows import Row

_RANGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]{0,200}?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_CHUNK_BYTES = 1 << 20
_OVERLAP_BYTES = 300  # longer than an element that tells a range
_MAX_RANGES = 100_000


@dataclass(slots=True)
class MergedCells:
    """The merged cells of one sheet. Rows must be given from the top down; places count from 1, as Excel does."""

    ranges: Sequence[tuple[int, int, int, int]] = ()
    _values: dict[int, object] = field(default_factory=dict)

    def completed(self, row: Row, place: int, columns: Sequence[str]) -> Row:
        """The row in which a cell that is merged with one above has its value, and each merged cell is told."""
        cells, merged = dict(row.cells), []
        for index, (left, top, right, bottom) in enumerate(self.ranges):
            if not top <= place <= bottom:
                continue
            for column in range(left, min(right, len(columns)) + 1):
                name = columns[column - 1]
                if (column, place) == (left, top):
                    self._values[index] = cells.get(name)
                    continue
                merged.append(name)
                if column == left:
                    cells[name] = self._values.get(index)
        return replace(row, cells=cells, merged=tuple(merged)) if merged else row


def merged_cells(archive: zipfile.ZipFile, part: str) -> MergedCells:
    """The merged cells of the sheet in this part of a workbook."""
    from openpyxl.utils import range_boundaries

    found = (range_boundaries(one) for one in islice(_ranges(archive, part), _MAX_RANGES))
    return MergedCells(ranges=[(left or 1, top or 1, right or 1, bottom or 1) for left, top, right, bottom in found])


def _ranges(archive: zipfile.ZipFile, part: str) -> Iterator[str]:
    with archive.open(part) as stream:
        kept = b""
        while chunk := stream.read(_CHUNK_BYTES):
            text = kept + chunk
            end = 0
            for match in _RANGE.finditer(text):
                yield match[1].decode("ascii")
                end = match.end()
            kept = text[max(end, len(text) - _OVERLAP_BYTES) :]
