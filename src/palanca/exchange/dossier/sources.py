"""Where the sentences of a dossier stand: the line under each footnote, and the list of all documents cited."""

from collections import defaultdict

from palanca.analysis.tables import Passage
from palanca.exchange.dossier.content import Entry, Section
from palanca.exchange.dossier.times import said_time
from palanca.exchange.dossier.words import Words
from palanca.records import Document


def place_of(document: Document, passage: Passage, words: Words) -> str:
    """Where a sentence stands, in one line: title, outlet, day, page, register, who stated it by hand, document."""
    page = words.say("source.page", page=passage.page) if passage.page else ""
    stated = passage.statement.stated_by
    by_hand = words.say("source.stated_by", who=stated) if stated else ""
    named = words.say("source.document", document=document.name)
    return ", ".join(filter(None, (*_published(document, words), page, _register(document, words), by_hand, named)))


class Sources:
    """The documents that footnotes cite, in the order in which they first do; the rows of a register are one source."""

    def __init__(self, words: Words, *, is_any_withheld: bool) -> None:
        self._words, self._is_any_withheld = words, is_any_withheld
        self._documents: dict[str, Document] = {}
        self._cited: dict[str, list[int]] = defaultdict(list)

    def cite(self, document: Document, number: int) -> None:
        """Count a document that a footnote cites among the sources."""
        source = f"register {document.register}" if document.register else document.id
        self._documents.setdefault(source, document)
        self._cited[source].append(number)

    def section(self) -> Section:
        """The sources as a part of the dossier, by day of publication; those without one last."""
        by_day = sorted(self._documents, key=self._day_of)
        entries = tuple(self._entry(self._documents[one], tuple(self._cited[one])) for one in by_day)
        notes = (Entry(text=self._words.say("unlisted.sources"), footnotes=()),) if self._is_any_withheld else ()
        return Section(title=self._words.say("section.sources"), entries=entries, notes=notes)

    def _day_of(self, source: str) -> tuple[bool, str, str]:
        document = self._documents[source]
        is_undated = document.register is not None or document.published is None
        return is_undated, "" if is_undated else str(document.published), document.name

    def _entry(self, document: Document, numbers: tuple[int, ...]) -> Entry:
        if document.register:
            return Entry(text=_register(document, self._words), footnotes=numbers)
        published = _published(document, self._words)
        day = "" if document.published else self._words.say("source.undated")
        author = self._words.say("source.author", author=document.author) if document.author else ""
        address = self._words.say("source.address", address=document.url) if document.url else ""
        name = self._words.say("source.name", document=document.name)
        notes = tuple(filter(None, (address, name)))
        return Entry(text=", ".join(filter(None, (*published, day, author))), footnotes=numbers, notes=notes)


def _published(document: Document, words: Words) -> tuple[str, ...]:
    title = words.say("source.title", title=document.title) if document.title else ""
    day = said_time(document.published, words) if document.published else ""
    return title, document.outlet or "", day


def _register(document: Document, words: Words) -> str:
    return words.say("source.register", register=document.register) if document.register else ""
