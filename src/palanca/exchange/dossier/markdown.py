"""A dossier as Markdown with footnotes, as GitHub, Pandoc and others read them. All text is escaped.

A backslash before ASCII punctuation is that sign and no markup: https://spec.commonmark.org/0.31.2/#backslash-escapes
"""

import re
from collections.abc import Iterator

from palanca.exchange.dossier.content import Dossier, Entry, Footnote, Section, Table
from palanca.exchange.dossier.words import Words, words_of
from palanca.exchange.spreadsheets import without_forbidden

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#+!|~&$^=@]")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp)(?=://)|\bwww(?=\.)")  # which GitHub makes links of
_STARTS_LIST = re.compile(r"^(\d{1,9})(?=[.)])|^(?=-)")


def markdown(dossier: Dossier) -> Iterator[str]:
    """The text, piece by piece. The same dossier gives the same bytes."""
    yield f"# {escaped(dossier.title)}\n"
    yield from (f"\n{escaped(line)}\n" for line in dossier.summary)
    for section in (*dossier.sections, dossier.sources, dossier.method):
        yield from _section(section)
    if dossier.footnotes:
        yield "\n"
    words = words_of(dossier.language)
    yield from (_footnote(one, words) for one in dossier.footnotes)


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


def _footnote(one: Footnote, words: Words) -> str:
    """The sentence with its words in bold, and where it stands."""
    if one.is_withheld:
        return f"[^{one.number}]: {escaped(one.place)}\n"
    quoted = words.say("source.quote", words=_marked(one))
    return f"[^{one.number}]: {quoted} — {escaped(one.place)}\n"


def _marked(one: Footnote) -> str:
    start, end = one.words
    marked = one.sentence[start:end]
    start, end = end - len(marked.lstrip()), start + len(marked.rstrip())
    if start >= end or (start, end) == (0, len(one.sentence)):
        return escaped(one.sentence)
    return f"{_inside(one.sentence[:start])}**{escaped(one.sentence[start:end])}**{_inside(one.sentence[end:])}"


def _inside(text: str) -> str:
    """Part of a line, escaped, with the space at its ends."""
    before, after = (" " if sign.isspace() else "" for sign in (text[:1], text[-1:]))
    return f"{before}{escaped(text)}{after}" if text.strip() else before
