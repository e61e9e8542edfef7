"""A dossier as one page that needs nothing beside it: no script, no image, no address, one style of its own.

What documents say is text and never markup, and each piece of it is set apart (`bdi`), so that signs which turn the
direction of writing reach no further than their own words. A policy in the page forbids all but its own style.
"""

from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterator
from hashlib import sha256
from html import escape

from palanca.exchange.dossier.content import Dossier, Entry, Footnote, Section, Table
from palanca.exchange.spreadsheets import without_forbidden

_STYLE = """
:root { color-scheme: light; }
body { font: 1rem/1.5 Georgia, "DejaVu Serif", serif; color: #1a1a1a; max-width: 46rem; margin: 2rem auto;
  padding: 0 1rem; overflow-wrap: anywhere; }
h1, h2, table, nav { font-family: "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
h1 { font-size: 1.8rem; line-height: 1.2; margin-bottom: .5rem; }
h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid #bbb; padding-bottom: .2rem; }
header p { margin: .3rem 0; color: #444; }
ul, ol { padding-left: 1.4rem; }
li { margin: .45rem 0; }
.note { color: #555; font-size: .88rem; margin: .1rem 0; }
sup { line-height: 0; }
a { color: #0b4f8a; text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
mark { background: #fff1b8; color: inherit; }
:target { background: #eef5fb; }
.notes { font-size: .88rem; }
.place { color: #555; }
table { border-collapse: collapse; font-size: .85rem; width: 100%; }
th, td { border-bottom: 1px solid #ddd; padding: .25rem .5rem; text-align: right; }
th:first-child, td:first-child { text-align: left; }
@media print {
  body { margin: 0; max-width: none; font-size: 10.5pt; }
  a { color: inherit; }
  h2 { break-after: avoid; }
  li, tr { break-inside: avoid; }
}
"""
_POLICY = "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"


def html(dossier: Dossier) -> Iterator[str]:
    """The page, piece by piece. The same dossier gives the same bytes."""
    policy = _POLICY.format(b64encode(sha256(_STYLE.encode()).digest()).decode())
    yield f'<!DOCTYPE html>\n<html lang="{_attribute(dossier.language)}">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n'
    yield f"<title>{_plain(dossier.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    yield f"<header>\n<h1>{_text(dossier.title)}</h1>\n"
    yield from (f"<p>{_text(line)}</p>\n" for line in dossier.summary)
    yield "</header>\n<main>\n"
    links = _Links()
    for section in dossier.sections:
        yield from _section(section, links)
    yield "</main>\n"
    yield from _footnotes(dossier.footnotes, links)
    yield "</body>\n</html>\n"


class _Links:
    """The places from which footnotes are called, so that each leads back to all of them."""

    def __init__(self) -> None:
        self._called: Counter[int] = Counter()
        self._places: dict[int, list[str]] = defaultdict(list)

    def calls(self, numbers: tuple[int, ...]) -> str:
        """The numbers as links to their footnotes."""
        found = []
        for number in numbers:
            self._called[number] += 1
            place = f"r{number}-{self._called[number]}"
            self._places[number].append(place)
            found.append(f'<a id="{place}" href="#n{number}">{number}</a>')
        return f"&nbsp;<sup>{' '.join(found)}</sup>" if found else ""

    def back(self, number: int) -> str:
        """Links from a footnote to where it is called."""
        return " ".join(
            f'<a href="#{place}" aria-label="back to call {at} of footnote {number}">↩</a>'
            for at, place in enumerate(self._places[number], start=1)
        )


def _section(section: Section, links: _Links) -> Iterator[str]:
    yield f"<section>\n<h2>{_text(section.title)}</h2>\n"
    if section.table:
        yield from _table(section.table)
    if section.entries:
        yield "<ul>\n"
        yield from (_entry(one, links) for one in section.entries)
        yield "</ul>\n"
    yield from (f'<p class="note">{_text(one.text)}{links.calls(one.footnotes)}</p>\n' for one in section.notes)
    yield "</section>\n"


def _entry(entry: Entry, links: _Links) -> str:
    notes = "".join(f'<div class="note">{_text(note)}</div>' for note in entry.notes)
    return f"<li>{_text(entry.text)}{links.calls(entry.footnotes)}{notes}</li>\n"


def _table(table: Table) -> Iterator[str]:
    yield f"<table>\n<thead><tr>{''.join(f'<th scope="col">{_text(one)}</th>' for one in table.columns)}</tr></thead>\n"
    yield "<tbody>\n"
    for first, *rest in table.rows:
        yield f'<tr><th scope="row">{_text(first)}</th>{"".join(f"<td>{_text(one)}</td>" for one in rest)}</tr>\n'
    yield "</tbody>\n</table>\n"


def _footnotes(footnotes: tuple[Footnote, ...], links: _Links) -> Iterator[str]:
    yield '<section class="notes">\n<h2>Footnotes</h2>\n<ol>\n'
    for one in footnotes:
        said = '<span class="place">source withheld</span>' if one.is_withheld else _quoted(one)
        yield f'<li id="n{one.number}" value="{one.number}">{said} {links.back(one.number)}</li>\n'
    yield "</ol>\n</section>\n"


def _quoted(one: Footnote) -> str:
    """The sentence with its words marked, in its own language, and where it stands."""
    start, end = one.words
    before, words, after = one.sentence[:start], one.sentence[start:end], one.sentence[end:]
    language = f' lang="{_attribute(one.language)}"' if one.language else ""
    said = f"<q><bdi{language}>{_plain(before)}<mark>{_plain(words)}</mark>{_plain(after)}</bdi></q>"
    return f'{said} <span class="place">{_text(one.place)}</span>'


def _text(text: str) -> str:
    return f"<bdi>{_plain(text)}</bdi>"


def _plain(text: str) -> str:
    return escape(without_forbidden(text), quote=True)


def _attribute(tag: str) -> str:
    return "".join(sign for sign in tag if sign.isascii() and (sign.isalnum() or sign == "-"))
