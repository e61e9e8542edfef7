"""A reader of texts that is loaded with the first text: its parser takes seconds, and rows of registers need none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from palanca.reading.language import Languages
from palanca.records import Document, Failure, Reading

if TYPE_CHECKING:
    from palanca.reading.document import DocumentReader


class TextReader(Protocol):
    """What reads texts: a `DocumentReader`, or one that is loaded late."""

    @property
    def languages(self) -> Languages:
        """The pipelines by which it reads."""

    @property
    def version(self) -> str:
        """Changes whenever a pipeline, a reader or a word list does."""

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading | Failure]:
        """Read a stream of documents, in order; one that breaks a reader gives a Failure."""


@dataclass(frozen=True, kw_only=True)
class LateReader:
    """A `DocumentReader` that is made when it is first asked for anything but its languages."""

    languages: Languages = field(default_factory=Languages)

    @property
    def version(self) -> str:
        """As that of a `DocumentReader`."""
        return self._reader.version

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading | Failure]:
        """As a `DocumentReader` does."""
        return self._reader.read_all(documents)

    @cached_property
    def _reader(self) -> "DocumentReader":
        from palanca.reading.document import DocumentReader

        return DocumentReader(languages=self.languages)
