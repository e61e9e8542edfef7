"""Documents as read, and inputs that could not be."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from palanca.records.ids import DocumentId, RejectionId, content_hash, document_id
from palanca.records.time import Time

ENTITY = "application/json+ftm"
"""The media type of an entity of FollowTheMoney, as Aleph has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a document's text was taken from.

    `path` is the input as the user named it; `member` the path inside an archive; `row` the table row, from 1,
    as a spreadsheet counts it, with the row of the names of columns; a line of JSON lines, an element of XML.
    `bytes_sha256` is the hash of the original file, in hexadecimal.
    """

    path: str
    bytes_sha256: str
    media_type: str
    member: str | None = None
    row: int | None = None

    def __reduce__(self) -> tuple[Callable[..., "Origin"], tuple[object, ...]]:
        # As for documents.
        return _origin, (self.path, self.bytes_sha256, self.media_type, self.member, self.row)

    @property
    def place(self) -> str:
        """The origin in one line: `folder/pack.zip!inner.csv, row 4`."""
        member = f"!{self.member}" if self.member else ""
        row = f", row {self.row}" if self.row is not None else ""
        return f"{self.path}{member}{row}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text as read, frozen, with what is known about it. Unknown is None, never a guess.

    `page_starts` holds the offset at which each page begins, in order; empty when the source has no pages.
    `published` is the time of publication. `language` is a BCP 47 tag. `register` names the register of which the text
    is a row, see `records.register`.
    """

    name: str
    text: str
    origin: Origin
    title: str | None = None
    published: Time | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    page_starts: tuple[int, ...] = ()
    register: str | None = None

    def __reduce__(self) -> tuple[Callable[..., "Document"], tuple[object, ...]]:
        # To pickle them as dataclasses are takes three times as long, and registers have a million rows to be sent.
        return _document, _FIELDS_OF(self)

    @property
    def id(self) -> DocumentId:
        """The hash of the text."""
        return document_id(self.text)

    @property
    def is_record(self) -> bool:
        """Whether it is a row whose id says what it is: two records of one register are about two things or claims."""
        return self.register is not None and self.origin.media_type == ENTITY

    def page_of(self, offset: int) -> int | None:
        """The page, from 1, on which the code point at `offset` stands; None when the source has no pages."""
        return bisect_right(self.page_starts, offset) if self.page_starts else None


_FIELDS = tuple(field.name for field in fields(Document))
_FIELDS_OF = attrgetter(*_FIELDS)


def _document(*values: Any) -> Document:
    return Document(**dict(zip(_FIELDS, values, strict=True)))


def _origin(path: str, sha256: str, media_type: str, member: str | None, row: int | None) -> Origin:
    return Origin(path=path, bytes_sha256=sha256, media_type=media_type, member=member, row=row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """An input that could not be read, and why, in a plain sentence that says what would help."""

    origin: Origin
    reason: str

    @property
    def id(self) -> RejectionId:
        """The hash of the place, the bytes and the reason: the same failure twice is one rejection."""
        return RejectionId(content_hash("rejection", self.origin.place, self.origin.bytes_sha256, self.reason))


def file_name(path: str) -> str:
    """The last part of a path, whatever system wrote it."""
    return path.replace("\\", "/").rpartition("/")[2]
