"""Tables glued together from exports in two encodings: each row is read in its own, and the odd ones are told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from palanca.sources.encoding import mended

_ESCAPED = re.compile("[\udc80-\udcff]")


@dataclass(slots=True)
class Encodings:
    """The rows of one table, in order, opened so that bytes that are not UTF-8 are escaped.

    What the first row with letters beyond ASCII is written in is usual; rows in the other encoding are told of.
    """

    _usual: bool | None = None  # whether it is UTF-8

    def read(self, cells: Mapping[str, object]) -> tuple[Mapping[str, object], str | None]:
        """The cells as they were meant, and what there is to tell."""
        texts = [value for value in cells.values() if isinstance(value, str)]
        if all(map(str.isascii, texts)):
            return cells, None
        odd = [name for name, value in cells.items() if isinstance(value, str) and _ESCAPED.search(value)]
        if self._usual is None:
            self._usual = not odd
        doubt = None if self._usual is not bool(odd) else _told(odd, cells)
        return {name: mended(value) if name in odd else value for name, value in cells.items()}, doubt


def _told(odd: list[str], cells: Mapping[str, object]) -> str:
    if not odd:
        return "it is written in UTF-8, and the rows before it in Windows-1252: look at its accents"
    read = "; ".join(f"{mended(str(cells[name]))[:40]!r}" for name in odd)
    return f"column {', '.join(odd)}: it is not UTF-8 as the rows before it; read as Windows-1252: {read}"
