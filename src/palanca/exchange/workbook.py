"""Every list as a sheet of one workbook (XLSX): the header stays in sight, columns have widths, times are EDTF text.

A cell of XLSX holds 32,767 characters and a sheet 1,048,576 rows (ECMA-376 as Excel implements it): what is longer is
cut and counted as left out, and a list of more rows goes on in a second sheet.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from shutil import copyfileobj
from typing import TYPE_CHECKING
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from palanca.exchange.archives import entry
from palanca.exchange.lists import LISTS, List
from palanca.exchange.outgoing import Outgoing
from palanca.exchange.spreadsheets import Cell, harmless

if TYPE_CHECKING:
    from openpyxl.workbook.child import _WorkbookChild

_MOST_CHARS = 32_767
_MOST_ROWS = 1_048_575  # below the header
_WIDTH, _WIDE = 16, 60
_WIDE_COLUMNS = frozenset({"sentence", "words", "offices", "detail", "title", "then"})
_WRITTEN_AT = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_PROPERTIES = "docProps/core.xml"


def write(outgoing: Outgoing, path: Path) -> None:
    """Write the workbook. Rows stream; the same lists give the same bytes."""
    book = Workbook(write_only=True)
    for one in LISTS:
        lines = iter(one.lines(outgoing))
        first = next(lines, None)
        number = 1
        while number == 1 or first is not None:
            _fill(
                book, one, number, chain([first] if first is not None else [], islice(lines, _MOST_ROWS - 1)), outgoing
            )
            first, number = next(lines, None), number + 1
    timed = path.with_suffix(".timed")
    book.save(timed)
    _without_times(timed, path)
    timed.unlink()


def _fill(book: Workbook, one: List, number: int, lines: Iterator[Sequence[Cell]], outgoing: Outgoing) -> None:
    sheet = book.create_sheet(one.name if number == 1 else f"{one.name} {number}")
    sheet.freeze_panes = "A2"
    for place, name in enumerate(one.columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDE if name in _WIDE_COLUMNS else _WIDTH
    header = [WriteOnlyCell(sheet, name) for name in one.columns]
    for cell in header:
        cell.font = Font(bold=True)
    sheet.append(header)
    for line in lines:
        sheet.append([_written(sheet, cell, outgoing) for cell in line])


def _written(sheet: "_WorkbookChild", cell: Cell, outgoing: Outgoing) -> object:
    found = harmless(cell)
    if not isinstance(found, str):
        return found
    if len(found) > _MOST_CHARS:
        outgoing.left_out["ends of cells that were too long for a sheet"] += 1
        found = found[: _MOST_CHARS - 1] + "…"
    if not found.startswith("#"):
        return found
    text = WriteOnlyCell(sheet, found)  # "#N/A" of a document is no error of the sheet
    text.data_type = "s"
    return text


def _without_times(timed: Path, path: Path) -> None:
    """Copy a workbook without the moment of its making, entry by entry."""
    with ZipFile(timed) as source, ZipFile(path, "w") as target:
        for name in source.namelist():
            with source.open(name) as read, target.open(entry(name), "w", force_zip64=True) as written:
                if name == _PROPERTIES:
                    written.write(_WRITTEN_AT.sub(b"", read.read()))
                else:
                    copyfileobj(read, written)
