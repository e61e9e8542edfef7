"""Excel workbooks: every sheet is a table, and is streamed."""

import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import chain, islice
from typing import TYPE_CHECKING, BinaryIO

from palanca.records.errors import UnreadableInput
from palanca.sources.files import SourceFile
from palanca.sources.kinds import FileKind
from palanca.sources.merged_cells import MergedCells, merged_cells
from palanca.sources.options import SourceOptions
from palanca.sources.packages import check_package
from palanca.sources.rows import Row, Table, found_below, header_place, known_columns, named_columns
from palanca.sources.unsaved_formulas import unsaved_formulas

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

_MAX_COLUMNS = 1_000
_HEADER_ROWS = 50
_MAC_EPOCH = 1904
_MAX_EMPTY_ROWS = 1_048_576  # as many rows as Excel has: more is a row number that was made up


def sheet_tables(file: SourceFile, options: SourceOptions) -> Iterator[Table]:
    """A table for each sheet that holds anything, in order. The first row that is not blank names the columns.

    Raises UnreadableInput for damaged, locked and hostile workbooks, and for those that hold nothing.
    """
    # openpyxl warns of styles and extensions that it drops; none of them carry text.
    warnings.filterwarnings("ignore", module=r"openpyxl\.")
    limits = options.limits
    with file.open_seekable(limits.max_file_bytes) as stream:
        check_package(stream, limits, limits.max_archive_bytes)
        workbook = _workbook(stream)
        try:
            yield from _tables(workbook, file, stream, options)
        finally:
            workbook.close()


def _workbook(stream: object) -> "Workbook":
    import openpyxl

    try:
        return openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)  # type: ignore[arg-type]
    except Exception as problem:
        raise UnreadableInput(f"the workbook is damaged ({problem}): open it in Excel and save it anew") from problem


def _tables(workbook: "Workbook", file: SourceFile, stream: BinaryIO, options: SourceOptions) -> Iterator[Table]:
    has_several = len(workbook.worksheets) > 1
    found = 0
    for sheet in workbook.worksheets:
        if hasattr(sheet, "reset_dimensions"):
            sheet.reset_dimensions()  # some programs write them wrongly, and rows beyond them would be lost
        lines = _filled(sheet.iter_rows(values_only=True))
        first = list(islice(lines, _HEADER_ROWS))
        if not first:
            continue
        place = header_place([_names(line) for _, line in first], known_columns(options))
        columns = named_columns(_names(first[place][1]))
        found += 1
        rows = _rows(chain(first[place + 1 :], lines), columns, _asides(stream, sheet), found_below(place))
        yield Table(
            file=file, media_type=FileKind.SHEET.value, columns=columns, rows=rows,
            sheet=sheet.title if has_several else None, counts_from_1904=workbook.epoch.year == _MAC_EPOCH,
        )  # fmt: skip
    if not found:
        raise UnreadableInput("the workbook holds nothing: fill it in, or leave it out")


def _names(line: Sequence[object]) -> list[str]:
    return [str(cell) if cell is not None else "" for cell in line]


@dataclass(frozen=True, slots=True)
class _Asides:
    """What openpyxl tells of a sheet only when it holds the whole of it in memory."""

    merged: MergedCells
    unsaved: Mapping[int, tuple[int, ...]]


def _asides(stream: BinaryIO, sheet: object) -> _Asides:
    part = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
    with zipfile.ZipFile(stream) as archive:
        if part not in archive.namelist():
            return _Asides(MergedCells(), {})
        return _Asides(merged_cells(archive, part), unsaved_formulas(archive, part))


def _filled(lines: Iterator[Sequence[object]]) -> Iterator[tuple[int, Sequence[object]]]:
    """The rows that hold anything, with their place in the sheet, from 1."""
    blank = 0
    for place, line in enumerate(lines, start=1):
        if any(cell not in (None, "") for cell in line):
            yield place, line[:_MAX_COLUMNS]
        else:
            blank += 1
            if blank > _MAX_EMPTY_ROWS:
                raise UnreadableInput(
                    "a sheet claims more empty rows than Excel has: open it in Excel and save it anew"
                )


def _rows(
    lines: Iterable[tuple[int, Sequence[object]]], columns: tuple[str, ...], asides: _Asides, doubts: tuple[str, ...]
) -> Iterator[Row]:
    """`doubts` are those of the first row."""
    for number, (place, line) in enumerate(lines):
        cells = {name: _cell(value) for name, value in zip(columns, line, strict=False)}
        told = (doubts if number == 0 else ()) + tuple(
            f"column {columns[column - 1]}: a formula of which the file holds no result; open it in Excel and save it"
            for column in asides.unsaved.get(place, ())
            if column <= len(columns)
        )
        yield asides.merged.completed(Row(number=number, line=place, cells=cells, doubts=told), place, columns)


def _cell(value: object) -> object:
    """Midnight is how Excel stores a plain date."""
    return value.date() if isinstance(value, datetime) and value.time() == time() else value
