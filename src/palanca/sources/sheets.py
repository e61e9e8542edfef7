"""Excel workbooks: every sheet is a table, and is streamed."""

import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING, BinaryIO

from palanca.records.errors import UnreadableInput
from palanca.sources.files import SourceFile
from palanca.sources.kinds import Kind
from palanca.sources.merged_cells import MergedCells, merged_cells
from palanca.sources.options import SourceOptions
from palanca.sources.packages import check_package
from palanca.sources.rows import Row, Table, named_columns

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

_MAX_COLUMNS = 1_000
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
            yield from _tables(workbook, file, stream)
        finally:
            workbook.close()


def _workbook(stream: object) -> "Workbook":
    import openpyxl

    try:
        return openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)  # type: ignore[arg-type]
    except Exception as problem:
        raise UnreadableInput(f"the workbook is damaged ({problem}): open it in Excel and save it anew") from problem


def _tables(workbook: "Workbook", file: SourceFile, stream: BinaryIO) -> Iterator[Table]:
    has_several = len(workbook.worksheets) > 1
    found = 0
    for sheet in workbook.worksheets:
        if hasattr(sheet, "reset_dimensions"):
            sheet.reset_dimensions()  # some programs write them wrongly, and rows beyond them would be lost
        lines = _filled(sheet.iter_rows(values_only=True))
        _, header = next(lines, (0, ()))
        columns = named_columns(str(cell) if cell is not None else "" for cell in header)
        if not columns:
            continue
        found += 1
        title = sheet.title if has_several else None
        rows = _rows(lines, columns, _merged(stream, sheet))
        yield Table(file=file, media_type=Kind.SHEET.value, columns=columns, rows=rows, sheet=title)
    if not found:
        raise UnreadableInput("the workbook holds nothing: fill it in, or leave it out")


def _merged(stream: BinaryIO, sheet: object) -> MergedCells:
    """The merged cells of a sheet, which openpyxl tells only when it holds the whole of it in memory."""
    part = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
    with zipfile.ZipFile(stream) as archive:
        return merged_cells(archive, part) if part in archive.namelist() else MergedCells()


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
    lines: Iterator[tuple[int, Sequence[object]]], columns: tuple[str, ...], merged: MergedCells
) -> Iterator[Row]:
    for number, (place, line) in enumerate(lines):
        cells = {name: _cell(value) for name, value in zip(columns, line, strict=False)}
        yield merged.completed(Row(number=number, cells=cells), place, columns)


def _cell(value: object) -> object:
    """Midnight is how Excel stores a plain date."""
    return value.date() if isinstance(value, datetime) and value.time() == time() else value
