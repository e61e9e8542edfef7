"""Dossiers as the API shows them."""

from collections.abc import Collection

from palanca.exchange.dossier.content import Dossier
from palanca.exchange.dossier.content import Entry as EntryRecord
from palanca.exchange.dossier.content import Footnote as FootnoteRecord
from palanca.exchange.dossier.content import Section as SectionRecord
from palanca.exchange.dossier.content import Table as TableRecord
from palanca.exchange.dossier.lines import TITLES
from palanca.exchange.dossier.withholding import naming
from palanca.lexicon.channels import channels
from palanca.questions.portraits.summary import SUMMARY
from palanca.store import Case
from palanca.web.shapes.claims import DocumentNamed, document_named
from palanca.web.shapes.lines import Piece, pieces_of_line, pieces_of_note
from palanca.web.shapes.sayings import Saying, shown_saying
from palanca.web.shapes.shape import Shape


class Footnote(Shape):
    """One statement where it stands; `words` is the range in `sentence`. A withheld source has only its number."""

    number: int
    sentence: str
    words: tuple[int, int]
    document: DocumentNamed | None
    page: int | None
    is_withheld: bool


class Entry(Shape):
    """What one claim says in plain words, the numbers of its footnotes, and what else is known of it, both in pieces.

    `claims` are the ids of the claim and of those beside it; none where sources are withheld.
    """

    pieces: list[Piece]
    footnotes: list[int]
    notes: list[list[Piece]]
    claims: list[str]


class CountTable(Shape):
    """Counts of claims; `columns` are channels, then `all`. The first cell of each row, of no column, names it."""

    columns: list[str]
    rows: list[list[str]]


class Section(Shape):
    """A part of a dossier. `notes` tell what is not listed."""

    title: str
    entries: list[Entry]
    notes: list[Entry]
    table: CountTable | None


class Portrait(Shape):
    """A dossier of one thing. `naming` are footnotes in which other sources name what is withheld: look at them."""

    title: Saying
    language: str
    summary: list[Saying]
    sections: list[Section]
    footnotes: list[Footnote]
    naming: list[int]


def shown_portrait(case: Case, dossier: Dossier, withhold: Collection[str]) -> Portrait:
    """A dossier as it is shown."""
    return Portrait(
        title=shown_saying(dossier.title, TITLES),
        language=dossier.language,
        summary=[shown_saying(one, SUMMARY) for one in dossier.summary],
        sections=list(map(_section, dossier.sections)),
        footnotes=[_footnote(case, one) for one in dossier.footnotes],
        naming=list(naming(withhold, dossier.footnotes)) if withhold else [],
    )


def _section(one: SectionRecord) -> Section:
    return Section(
        title=one.title,
        entries=list(map(_entry, one.entries)),
        notes=list(map(_note, one.notes)),
        table=_table(one.table) if one.table else None,
    )


def _table(one: TableRecord) -> CountTable:
    names = {channel.label: channel.name for channel in channels()}
    return CountTable(columns=[names.get(label, label) for label in one.columns[1:]], rows=list(map(list, one.rows)))


def _entry(one: EntryRecord) -> Entry:
    return Entry(
        pieces=pieces_of_line(one.text), footnotes=list(one.footnotes), notes=list(map(pieces_of_note, one.notes)),
        claims=list(one.claims),
    )  # fmt: skip


def _note(one: EntryRecord) -> Entry:
    """What is not listed, with the footnotes under that."""
    return Entry(pieces=pieces_of_note(one.text), footnotes=list(one.footnotes), notes=[], claims=list(one.claims))


def _footnote(case: Case, one: FootnoteRecord) -> Footnote:
    return Footnote(
        number=one.number, sentence=one.sentence, words=one.words, page=one.page, is_withheld=one.is_withheld,
        document=None if one.is_withheld else document_named(case.document(one.document)),
    )  # fmt: skip
