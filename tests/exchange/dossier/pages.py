"""A dossier of few words, and a page as a browser has it."""

from lxml.html import HtmlElement, document_fromstring

from palanca.exchange.dossier.content import Dossier, Entry, Footnote, Section, Table
from palanca.exchange.dossier.html import html
from palanca.exchange.dossier.words import Language

SENTENCE = "Ama Owusu, of Ghana, met Rajiv Menon."
FOOTNOTES = (
    Footnote(number=1, sentence=SENTENCE, words=(0, 9), document="a", place="Volta Post, 5 March 2025", language="en"),
    Footnote(number=2, place="source withheld", is_withheld=True),
)


SOURCES = Section(title="Sources", entries=(Entry(text="Volta Post", footnotes=(1,)),))
METHOD = Section(title="How to read this", notes=(Entry(text="By rules.", footnotes=()),))


def dossier_of(
    *entries: Entry,
    title: str = "Ama Owusu",
    footnotes: tuple[Footnote, ...] = FOOTNOTES,
    language: Language = Language.ENGLISH,
) -> Dossier:
    section = Section(
        title="Contacts and acts", entries=entries, notes=(Entry(text="1 claim more.", footnotes=(2,)),),
        table=Table(columns=("country", "all"), rows=(("India", "1"),)),
    )  # fmt: skip
    return Dossier(
        title=title, summary=("1 claim",), sections=(section,), sources=SOURCES, method=METHOD, footnotes=footnotes,
        language=language,
    )  # fmt: skip


MET = Entry(text="Ama Owusu: meet", footnotes=(1, 2), notes=("told by 2 statements",))


def page_of(dossier: Dossier) -> HtmlElement:
    return document_fromstring("".join(html(dossier)))
