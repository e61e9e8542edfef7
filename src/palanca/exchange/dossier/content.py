"""A dossier as it is written, whatever the format: sections of entries, each over footnotes. All text is plain."""

from dataclasses import dataclass

from palanca.records import ClaimId


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """One statement where it stands. `words` is the part of `sentence` that carries it.

    `published` is EDTF and `language` a BCP 47 tag; what is not known is empty, and so is who stated
    what a reader read. Of a source that is withheld nothing
    but the number is there.
    """

    number: int
    sentence: str = ""
    words: tuple[int, int] = (0, 0)
    document: str = ""
    title: str = ""
    page: int | None = None
    published: str = ""
    outlet: str = ""
    register: str = ""
    language: str = ""
    stated_by: str = ""
    is_withheld: bool = False

    @property
    def place(self) -> str:
        """Where it stands in one line: title, document, page, day, outlet, register, who stated it by hand."""
        title = f"“{self.title}”" if self.title else ""
        page = f"p. {self.page}" if self.page else ""
        register = f"register {self.register}" if self.register else ""
        stated = f"stated by {self.stated_by}" if self.stated_by else ""
        return ", ".join(filter(None, (title, self.document, page, self.published, self.outlet, register, stated)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one claim says in plain words, the numbers of its footnotes, and what else is known of it.

    `claims` are the ids of the claim and of those beside it; none where sources are withheld, for a claim tells all
    of its sources. No file that is written holds them.
    """

    text: str
    footnotes: tuple[int, ...]
    notes: tuple[str, ...] = ()
    claims: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Counts of claims: the first cell of each row names it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a dossier. `notes` tell what is not listed, with the footnotes under that where there are any."""

    title: str
    entries: tuple[Entry, ...] = ()
    notes: tuple[Entry, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A portrait of one thing. `summary` is made of numbers of claims alone; footnotes are in order of number."""

    title: str
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    language: str = "en"
