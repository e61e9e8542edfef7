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
from palanca.exchange.dossier.words import Words, words_of
from palanca.exchange.spreadsheets import without_forbidden

_STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --soft: #555; --line: #ccc; --link: #0b4f8a; --mark: #fff1b8;
  --here: #e3eff9; --paper: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e6e1; --soft: #b3b0a9; --line: #4a4a4a; --link: #8cc2f2; --mark: #5a4a0c; --here: #1d3244;
    --paper: #161616; }
}
body { font: 1rem/1.5 Georgia, "DejaVu Serif", serif; color: var(--ink); background: var(--paper); max-width: 46rem;
  margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1, h2, table { font-family: "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
h1 { font-size: 1.8rem; line-height: 1.2; margin-bottom: .5rem; }
h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
header p { margin: .3rem 0; color: var(--soft); }
ul, ol { padding-left: 1.4rem; }
li { margin: .45rem 0; }
.note { color: var(--soft); font-size: .88rem; margin: .1rem 0; }
sup { line-height: 0; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
sup a { padding: .3rem .15rem; }
mark { background: var(--mark); color: inherit; }
:target { background: var(--here); }
.notes { font-size: .88rem; }
.notes ol { padding-left: 2.2rem; }
.place { color: var(--soft); }
.notes .place::before { content: "\\A"; white-space: pre; }
html:lang(es) q { quotes: "«" "»" "“" "”"; }
.counts { overflow-x: auto; overflow-wrap: normal; }
table { border-collapse: collapse; font-size: .85rem; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .25rem .5rem; text-align: right; font-weight: 400; }
thead th { font-weight: 600; vertical-align: bottom; }
th:first-child, td:first-child { text-align: left; }
@page { margin: 20mm 18mm; @bottom-right { content: counter(page); font: 9pt Georgia, serif; } }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --link: #000; --mark: #f0f0f0; --here: none;
    --paper: #fff; }
  body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; }
  mark { text-decoration: underline; text-underline-offset: 2px; }
  .back { display: none; }
  .counts { overflow: visible; }
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
    words = words_of(dossier.language)
    links = _Links(words)
    for section in (*dossier.sections, dossier.sources, dossier.method):
        yield from _section(section, links)
    yield "</main>\n"
    yield from _footnotes(dossier.footnotes, links, words)
    yield "</body>\n</html>\n"


class _Links:
    """The places from which footnotes are called, so that each leads back to all of them."""

    def __init__(self, words: Words) -> None:
        self._words = words
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
        links = " ".join(
            f'<a href="#{place}" aria-label="{_plain(self._words.say("source.back", at=at, number=number))}">↩</a>'
            for at, place in enumerate(self._places[number], start=1)
        )
        return f'<span class="back">{links}</span>'


def _section(section: Section, links: _Links) -> Iterator[str]:
    yield f"<section>\n<h2>{_text(section.title)}</h2>\n"
    if section.table:
        yield from _table(section.table, section.title)
    if section.entries:
        yield "<ul>\n"
        yield from (_entry(one, links) for one in section.entries)
        yield "</ul>\n"
    yield from (f'<p class="note">{_text(one.text)}{links.calls(one.footnotes)}</p>\n' for one in section.notes)
    yield "</section>\n"


def _entry(entry: Entry, links: _Links) -> str:
    notes = "".join(f'<div class="note">{_text(note)}</div>' for note in entry.notes)
    return f"<li>{_text(entry.text)}{links.calls(entry.footnotes)}{notes}</li>\n"


def _table(table: Table, title: str) -> Iterator[str]:
    """What is wider than a small screen is moved within its frame, by keys too."""
    yield f'<div class="counts" role="region" aria-label="{_plain(title)}" tabindex="0">\n<table>\n'
    yield f"<thead><tr>{''.join(f'<th scope="col">{_text(one)}</th>' for one in table.columns)}</tr></thead>\n<tbody>\n"
    for first, *rest in table.rows:
        yield f'<tr><th scope="row">{_text(first)}</th>{"".join(f"<td>{_text(one)}</td>" for one in rest)}</tr>\n'
    yield "</tbody>\n</table>\n</div>\n"


def _footnotes(footnotes: tuple[Footnote, ...], links: _Links, words: Words) -> Iterator[str]:
    yield f'<section class="notes">\n<h2>{_text(words.say("section.footnotes"))}</h2>\n<ol>\n'
    for one in footnotes:
        said = _place(one) if one.is_withheld else f"{_quoted(one)} {_place(one)}"
        yield f'<li id="n{one.number}" value="{one.number}">{said} {links.back(one.number)}</li>\n'
    yield "</ol>\n</section>\n"


def _quoted(one: Footnote) -> str:
    """The sentence with its words marked, in its own language."""
    start, end = one.words
    before, words, after = one.sentence[:start], one.sentence[start:end], one.sentence[end:]
    language = f' lang="{_attribute(one.language)}"' if one.language else ""
    return f"<q><bdi{language}>{_plain(before)}<mark>{_plain(words)}</mark>{_plain(after)}</bdi></q>"


def _place(one: Footnote) -> str:
    return f'<span class="place">{_text(one.place)}</span>'


def _text(text: str) -> str:
    return f"<bdi>{_plain(text)}</bdi>"


def _plain(text: str) -> str:
    return escape(without_forbidden(text), quote=True)


def _attribute(tag: str) -> str:
    return "".join(sign for sign in tag if sign.isascii() and (sign.isalnum() or sign == "-"))
