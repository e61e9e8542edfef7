"""Documents as the API shows them: lists, and one whole with what is read in it."""

from dataclasses import replace
from pathlib import PurePath

from palanca.records import Form, Kind, Origin, Schema
from palanca.web.shapes.claims import Cell, DocumentNamed
from palanca.web.shapes.sayings import Saying, shown_remark
from palanca.web.shapes.shape import Shape


def shown_origin(origin: Origin) -> str:
    """Where a document was taken from, without the folders of the machine: the file, its member and row."""
    path = PurePath(origin.path)
    return replace(origin, path=path.name if path.is_absolute() else origin.path).place


class DocumentLine(Shape):
    """A document in a list. `skipped` says why it was kept unread."""

    document: DocumentNamed
    url: str | None
    author: str | None
    characters: int
    skipped: Saying | None


def shown_reason(skipped: str | None) -> Saying | None:
    """Why a document was kept unread, if it was."""
    return shown_remark(skipped) if skipped else None


class DocumentsPage(Shape):
    """Some documents, where the next begin, and how many pass."""

    items: list[DocumentLine]
    next: str | None
    total: int


class Mention(Shape):
    """Words that name something: their range of code points, and the thing."""

    span: tuple[int, int]
    text: str
    form: Form
    schema_name: Schema
    thing: str
    caption: str


class Told(Shape):
    """Where a claim is told in this document: the sentence and the words as ranges of code points.

    `time` is what is told here (EDTF), which may be less than all sources tell of the claim together.
    """

    claim: str
    statement: str
    kind: Kind
    time: str | None
    sentence: tuple[int, int]
    span: tuple[int, int]


class DocumentShown(Shape):
    """A document whole. Offsets count code points of `text`; `page_starts` is empty without pages."""

    document: DocumentNamed
    url: str | None
    author: str | None
    origin: str
    text: str
    sentences: list[tuple[int, int]]
    page_starts: list[int]
    cells: list[Cell]
    mentions: list[Mention]
    told: list[Told]
    skipped: Saying | None


class Hit(Shape):
    """A sentence that holds the words searched for."""

    document: DocumentNamed
    span: tuple[int, int]
    sentence: str


class Hits(Shape):
    """Sentences, the best first."""

    items: list[Hit]
