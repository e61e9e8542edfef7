"""Every list as a CSV file, in a folder or an archive.

UTF-8 with a byte order mark, without which Excel takes accents for other signs; cells are made harmless, see
`spreadsheets`. A CSV file has no bounds: nothing is left out.
"""

import csv
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO
from zipfile import ZipFile

from palanca.exchange.archives import entry
from palanca.exchange.lists import LISTS, List
from palanca.exchange.outgoing import Outgoing
from palanca.exchange.spreadsheets import harmless

_ENCODING = "utf-8-sig"


def write(outgoing: Outgoing, path: Path) -> None:
    """Write an archive where the path ends in `.zip`, else a folder."""
    if path.suffix.casefold() == ".zip":
        with ZipFile(path, "w") as archive:
            for one in LISTS:
                with archive.open(entry(f"{one.name}.csv"), "w", force_zip64=True) as raw:
                    _write_list(one, outgoing, TextIOWrapper(raw, encoding=_ENCODING, newline="", write_through=True))
        return
    path.mkdir()
    for one in LISTS:
        with (path / f"{one.name}.csv").open("w", encoding=_ENCODING, newline="") as out:
            _write_list(one, outgoing, out)


def _write_list(one: List, outgoing: Outgoing, out: TextIO) -> None:
    writer = csv.writer(out)
    writer.writerow(one.columns)
    writer.writerows([*map(harmless, line)] for line in one.lines(outgoing))
