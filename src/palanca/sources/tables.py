"""Tables as text: CSV with any usual delimiter and encoding, and JSON lines. Both are streamed."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain, islice
from typing import TextIO

from palanca.records.errors import UnreadableInput
from palanca.sources.csv_records import csv_records
from palanca.sources.encoding import HEAD_BYTES, encoding_of, mended
from palanca.sources.files import SourceFile
from palanca.sources.kinds import FileKind
from palanca.sources.mixed_encodings import Encodings
from palanca.sources.options import SourceOptions
from palanca.sources.rows import Row, Table, found_below, header_place, known_columns, named_columns

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 50
_PEEKED_LINES = 100
_FIELD_FACTOR = 4  # a field may be this much longer than a document, so that a long text is named and not just lost

_NULLS = "it holds characters of the code 0, which are left out: the file may be damaged there"


def csv_table(file: SourceFile, options: SourceOptions) -> Iterator[Table]:
    """The one table of a CSV file. Its first row names the columns.

    Raises UnreadableInput for binary content and for a file without columns.
    """
    with open_text(file) as stream:
        head = stream.read(HEAD_BYTES)
    csv.field_size_limit(_FIELD_FACTOR * options.limits.max_text_chars)
    delimiter, skipped = _delimiter(head, options)
    with open_text(file, escaped=True) as stream:
        for _ in range(skipped):
            stream.readline()
        records = ((line, one) for line, one in enumerate(csv_records(stream, delimiter), start=1) if _is_filled(one))
        first = list(islice(records, _SAMPLE_ROWS))
        heads = [record if isinstance(record, list) else [] for _, record in first]
        place = header_place(heads, known_columns(options))
        columns = named_columns(map(mended, heads[place])) if heads else ()
        rows = _csv_rows(chain(first[place + 1 :], records), columns, found_below(place))
        yield Table(file=file, media_type=FileKind.CSV.value, columns=columns, rows=rows)


def _is_filled(record: list[str] | str) -> bool:
    return isinstance(record, str) or any(map(str.strip, record))


def _csv_rows(
    records: Iterable[tuple[int, list[str] | str]], columns: tuple[str, ...], doubts: tuple[str, ...]
) -> Iterator[Row]:
    """`doubts` are those of the first row."""
    encodings = Encodings()
    for number, (line, record) in enumerate(records):
        if isinstance(record, str):
            yield Row(number=number, line=line, cells={}, problem=_unreadable(line, record))
            continue
        spare = [cell for cell in record[len(columns) :] if cell.strip()]
        cells, doubt = encodings.read(dict(zip(columns, record, strict=False)))
        told = doubts if number == 0 else ()
        told += (doubt,) if doubt else ()
        told += (_NULLS,) if "\x00" in "".join(record) else ()
        yield Row(number=number, line=line, cells=cells, problem=_spare(line, spare, columns), doubts=told)


def _spare(line: int, spare: list[str], columns: tuple[str, ...]) -> str | None:
    if not spare:
        return None
    return (
        f"row {line} has more cells than the {len(columns)} columns that the first row names: "
        "put quotation marks around texts that hold the delimiter"
    )


def _unreadable(line: int, problem: str) -> str:
    return (
        f"row {line} could not be read ({problem}); reading goes on at the next line: "
        "look there for a quotation mark that is opened and never closed"
    )


def _delimiter(head: str, options: SourceOptions) -> tuple[str, int]:
    """The delimiter, and how many lines to skip because they only name it (`sep=;`, as Excel writes)."""
    first = head.splitlines()[0].strip() if head else ""
    if first.lower().startswith("sep=") and len(first) == len("sep=") + 1:
        return first[-1], 1
    return max(_DELIMITERS, key=lambda delimiter: _fit(head, delimiter, options)), 0


def _fit(head: str, delimiter: str, options: SourceOptions) -> tuple[int, float, int]:
    """How well a delimiter explains a table: known columns, then rows as wide as the first, then columns."""
    rows = list(_sample(head, delimiter))
    if not rows:
        return 0, 0.0, 0
    known = known_columns(options)
    rows = rows[header_place(rows, known) :]
    named = sum(name.strip().casefold() in known for name in rows[0])
    alike = sum(len(row) == len(rows[0]) for row in rows) / len(rows)
    return named, alike if len(rows[0]) > 1 else 0.0, len(rows[0])


def _sample(head: str, delimiter: str) -> Iterator[list[str]]:
    """The first rows, up to one that cannot be read."""
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
    with suppress(csv.Error):
        yield from (row for row in islice(reader, _SAMPLE_ROWS) if row)


def jsonl_table(file: SourceFile, options: SourceOptions) -> Iterator[Table]:
    """The one table of a file of JSON lines. Its columns are the keys of the first hundred lines.

    Raises UnreadableInput for binary content.
    """
    with open_text(file, escaped=True) as stream:
        rows = json_rows(stream, _FIELD_FACTOR * options.limits.max_text_chars)
        peeked = list(islice(rows, _PEEKED_LINES))
        columns = tuple(dict.fromkeys(name for row in peeked for name in row.cells))
        if not columns and peeked:  # nothing but broken lines: each is reported, under the column that it should have
            columns = ("text",)
        yield Table(file=file, media_type=FileKind.JSON_LINES.value, columns=columns, rows=chain(peeked, rows))


def json_rows(stream: TextIO, max_line_chars: int) -> Iterator[Row]:
    """A row for each line that is not blank. A line that is not a JSON object becomes a row with a problem."""
    number, encodings = 0, Encodings()
    for line_number, line in enumerate(_lines(stream, max_line_chars), start=1):
        if line is not None and not line.strip():
            continue
        read, doubt = encodings.read({"line": line})
        row = _json_row(number, line_number, None if line is None else str(read["line"]))
        yield replace(row, doubts=(doubt,)) if doubt else row
        number += 1


def _json_row(number: int, line_number: int, line: str | None) -> Row:
    def broken(problem: str) -> Row:
        return Row(number=number, cells={}, line=line_number, problem=f"line {line_number} {problem}")

    if line is None:
        return broken("is too long to be a document: split it")
    try:
        cells = json.loads(line.strip().removeprefix("\ufeff"))
    except (ValueError, RecursionError) as problem:
        return broken(f"is not valid JSON ({str(problem) or 'it is nested too deeply'}): mend that line")
    if not isinstance(cells, dict):
        return broken("is not a JSON object: write it as {…} with a key text")
    return Row(number=number, cells=cells, line=line_number)


def _lines(stream: TextIO, max_chars: int) -> Iterator[str | None]:
    """The lines of a stream; None in place of one that is longer than `max_chars`, which is passed over."""
    while line := stream.readline(max_chars):
        if len(line) < max_chars or line.endswith("\n"):
            yield line
            continue
        while (rest := stream.readline(max_chars)) and not rest.endswith("\n"):
            pass
        yield None


def open_text(file: SourceFile, *, escaped: bool = False) -> TextIO:
    """The file as characters, with line breaks as they are. Raises UnreadableInput for binary content.

    `escaped` keeps bytes that are not UTF-8 as half UTF-16 pairs, for `Encodings` to read.
    """
    encoding, errors = encoding_of(file.head(HEAD_BYTES))
    errors = "surrogateescape" if escaped and encoding == "utf-8-sig" else errors
    if not file.size:
        raise UnreadableInput("the file is empty: leave it out, or fetch it again")
    return io.TextIOWrapper(file.open(), encoding=encoding, errors=errors, newline="")
