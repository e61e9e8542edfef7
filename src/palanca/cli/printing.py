"""Rows on a terminal, as JSON and as CSV. Text of documents is never trusted: no escapes, markup or formulas in it."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

from palanca.exchange.facts import Json
from palanca.exchange.spreadsheets import harmless_text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_SHOWN_CHARS = 320
_LEAST_COLUMN = 8
_BETWEEN = "  "


class Shape(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def console(*, errors: bool = False) -> "Console":
    """Where tables (or progress and warnings) are printed; plain where it is no terminal."""
    from rich.console import Console

    return Console(stderr=errors, highlight=False, soft_wrap=False)


def plain(text: str) -> str:
    """Text without the control characters that would steer a terminal."""
    return "".join(c if c == "\n" or (c.isprintable() or c == " ") else " " for c in text)


def cell(text: str) -> "Text":
    """Text as it stands, in a table: brackets in it are no markup."""
    from rich.text import Text

    return Text(plain(text))


def evidence(sentence: str, words: tuple[int, int]) -> "Text":
    """A sentence with the words that carry the fact set apart, shortened around them."""
    from rich.text import Text

    first, last = max(0, words[0]), min(len(sentence), max(words))
    start = max(0, min(first, last - _SHOWN_CHARS // 2) - 60) if len(sentence) > _SHOWN_CHARS else 0
    end = min(len(sentence), start + _SHOWN_CHARS)
    shown = Text("…" if start else "", style="dim")
    shown.append(plain(sentence[start : max(start, first)]), style="dim")
    shown.append(plain(sentence[max(start, first) : min(end, last)]))
    shown.append(plain(sentence[min(end, last) : end]), style="dim")
    return shown.append("…" if end < len(sentence) else "", style="dim")


def aligned(names: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> tuple[str, list[str]]:
    """The header and each row as lines of equal columns; long cells are folded, the widest columns most."""
    whole = [max(len(name), *(len(row[i]) for row in rows), 0) for i, name in enumerate(names)]
    widths = _fitting(whole, width - len(_BETWEEN) * (len(names) - 1))
    return _line(names, widths), [_line(row, widths) for row in rows]


def _fitting(widths: Sequence[int], room: int) -> list[int]:
    """The widths with the widest cut until all have room, or none is wider than the least."""
    fitting = list(widths)
    while sum(fitting) > room and max(fitting) > _LEAST_COLUMN:
        fitting[fitting.index(max(fitting))] -= 1
    return fitting


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    folded = [wrap(cell, size) or [""] for cell, size in zip(cells, widths, strict=True)]
    lines = zip_longest(*folded, fillvalue="")
    return "\n".join(_BETWEEN.join(f"{c:<{w}}" for c, w in zip(line, widths, strict=True)).rstrip() for line in lines)


def write_json(records: Iterable[Mapping[str, Json]]) -> None:
    """One array of objects."""
    out = sys.stdout
    out.write("[")
    for i, record in enumerate(records):
        out.write(("," if i else "") + "\n" + json.dumps(record, ensure_ascii=False))
    out.write("\n]\n")


def write_csv(columns: Sequence[str], records: Iterable[Sequence[str]]) -> None:
    """A table for spreadsheets, in which no cell is read as a formula."""
    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    for record in records:
        writer.writerow([harmless_text(cell) for cell in record])
