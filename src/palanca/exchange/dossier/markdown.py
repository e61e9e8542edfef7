"""A dossier as Markdown with footnotes, as GitHub, Pandoc and others read them. All text is escaped.

A backslash before ASCII punctuation is that sign and no markup: https://spec.commonmark.org/0.31.2/#backslash-escapes
"""

import re
from collections.abc import Iterator

from palanca.exchange.dossier.content import Dossier, Entry, Footnote, Section, Table
from palanca.exchange.spreadsheets import without_forbidden

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#+!|~&$^=@]")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp)(?=://)|\bwww(?=\.)")  # which GitHub makes links of
_STARTS_LIST = re.compile(r"^(\d{1,9})(?=[.)])|^(?=-)")


def markdown(dossier: Dossier) -> Iterator[str]:
    """The text, piece by piece. The same dossier gives the same bytes."""
    yield f"# {escaped(dossier.title)}\n"
    yield from (f"\n{escaped(line)}\n" for line in dossier.summary)
    for section in dossier.sections:
        yield from _section(section)
    if dossier.footnotes:
        yield "\n"
    yield from map(_footnote, dossier.footnotes)


def escaped(text: str) -> str:
    """Text in which nothing is markup, on one line."""
    line = " ".join(without_forbidden(text).split())
    safe = _ADDRESS.sub(lambda met: f"{met[0]}\\", _MARKUP.sub(r"\\\g<0>", line))
    return _STARTS_LIST.sub(lambda met: f"{met[0]}\\", safe)


def _section(section: Section) -> Iterator[str]:
    yield f"\n## {escaped(section.title)}\n\n"
    if section.table:
        yield from _table(section.table)
        yield "\n" if section.entries else ""
    yield from map(_entry, section.entries)
    between = "\n" if section.entries or section.table else ""
    for one in section.notes:
        yield f"{between}{escaped(one.text)}{_calls(one.footnotes)}\n"
        between = "\n"


def _entry(entry: Entry) -> str:
    notes = "".join(f"  - {escaped(note)}\n" for note in entry.notes)
    return f"- {escaped(entry.text)}{_calls(entry.footnotes)}\n{notes}"


def _calls(numbers: tuple[int, ...]) -> str:
    return "".join(f"[^{number}]" for number in numbers)


def _table(table: Table) -> Iterator[str]:
    yield _row(table.columns)
    yield _row(("---", *("---:" for _ in table.columns[1:])))
    yield from (_row(tuple(map(escaped, row))) for row in table.rows)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _footnote(one: Footnote) -> str:
    if one.is_withheld:
        return f"[^{one.number}]: source withheld\n"
    return f"[^{one.number}]: “{escaped(one.sentence)}” — {escaped(one.place)}\n"
