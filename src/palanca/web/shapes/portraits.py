"""Dossiers as the API shows them."""

from collections.abc import Collection, Mapping

from palanca.exchange.dossier.content import Dossier
from palanca.exchange.dossier.content import Entry as EntryRecord
from palanca.exchange.dossier.content import Footnote as FootnoteRecord
from palanca.exchange.dossier.content import Section as SectionRecord
from palanca.exchange.dossier.content import Table as TableRecord
from palanca.exchange.dossier.withholding import naming
from palanca.exchange.dossier.words import Language, words_of
from palanca.records import Document
from palanca.store import Case
from palanca.web.shapes.claims import DocumentNamed, document_named
from palanca.web.shapes.shape import Shape


class Footnote(Shape):
    """One statement where it stands; `words` is the range in `sentence`. A withheld source has only its number.

    `place` says where it stands in the language of the dossier.
    """

    number: int
    sentence: str
    words: tuple[int, int]
    place: str
    document: DocumentNamed | None
    is_withheld: bool


class Entry(Shape):
    """What one claim says in plain words, the numbers of its footnotes, and what else is known of it.

    `claims` are the ids of the claim and of those beside it; none where sources are withheld.
    """

    text: str
    footnotes: list[int]
    notes: list[str]
    claims: list[str]


class CountTable(Shape):
    """Counts of claims. The first cell of each row names it."""

    columns: list[str]
    rows: list[list[str]]


class Section(Shape):
    """A part of a dossier. `notes` tell what is not listed."""

    title: str
    entries: list[Entry]
    notes: list[Entry]
    table: CountTable | None


class Portrait(Shape):
    """A dossier of one thing, worded in its language. `sources` lists what footnotes cite, `method` how to read it.

    `naming` are footnotes in which other sources name what is withheld: look at them.
    """

    title: str
    language: Language
    summary: list[str]
    sections: list[Section]
    sources: Section
    method: Section
    footnotes_title: str
    footnotes: list[Footnote]
    naming: list[int]


def shown_portrait(case: Case, dossier: Dossier, withhold: Collection[str]) -> Portrait:
    """A dossier as it is shown."""
    cited = case.documents_named(one.document for one in dossier.footnotes if not one.is_withheld)
    return Portrait(
        title=dossier.title,
        language=dossier.language,
        summary=list(dossier.summary),
        sections=list(map(_section, dossier.sections)),
        sources=_section(dossier.sources),
        method=_section(dossier.method),
        footnotes_title=words_of(dossier.language).say("section.footnotes"),
        footnotes=[_footnote(case, one, cited) for one in dossier.footnotes],
        naming=list(naming(withhold, dossier)) if withhold else [],
    )


def _section(one: SectionRecord) -> Section:
    return Section(
        title=one.title,
        entries=list(map(_entry, one.entries)),
        notes=list(map(_entry, one.notes)),
        table=_table(one.table) if one.table else None,
    )


def _table(one: TableRecord) -> CountTable:
    return CountTable(columns=list(one.columns), rows=list(map(list, one.rows)))


def _entry(one: EntryRecord) -> Entry:
    return Entry(text=one.text, footnotes=list(one.footnotes), notes=list(one.notes), claims=list(one.claims))


def _footnote(case: Case, one: FootnoteRecord, cited: Mapping[str, Document]) -> Footnote:
    document = None if one.is_withheld else cited.get(one.document) or case.document(one.document)
    return Footnote(
        number=one.number, sentence=one.sentence, words=one.words, place=one.place, is_withheld=one.is_withheld,
        document=document_named(document) if document else None,
    )  # fmt: skip
