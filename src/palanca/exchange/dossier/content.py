"""A dossier as it is written, whatever the format: sections of entries, each over footnotes. All text is plain."""

from dataclasses import dataclass

from palanca.exchange.dossier.words import Language
from palanca.records import ClaimId


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """One statement where it stands. `words` is the part of `sentence` that carries it.

    `place` says in one line, in the dossier's language, where it stands. `language` is a BCP 47 tag, empty where it is
    not known. Of a source that is withheld nothing but the number is there, and a `place` that says so.
    """

    number: int
    place: str
    sentence: str = ""
    words: tuple[int, int] = (0, 0)
    document: str = ""
    language: str = ""
    is_withheld: bool = False


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
    """A portrait of one thing. `summary` is made of numbers of claims alone; footnotes are in order of number.

    `sources` lists the documents that footnotes cite, `method` says how lines are to be read.
    """

    title: str
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
    sources: Section
    method: Section
    footnotes: tuple[Footnote, ...]
    language: Language = Language.ENGLISH
