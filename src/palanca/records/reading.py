"""What reading one document gives."""

from dataclasses import dataclass

from palanca.records.document import Document
from palanca.records.entity import Entity, Mention
from palanca.records.span import Span
from palanca.records.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one version of the readers found in one document.

    `version` names the pipeline and every reader with its version; a reading with the same version is not repeated.
    `skipped` is None, or the plain reason why the text was kept but not read (no pipeline for its language).
    `prose_unread` tells that it holds a row of a register by its cells, while the prose in them waits to be read.
    Entities, mentions, sentences and statements are in order of appearance.
    """

    document: Document
    version: str
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    sentences: tuple[Span, ...] = ()
    statements: tuple[Statement, ...] = ()
    skipped: str | None = None
    prose_unread: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A document that broke a reader: a defect of the reader, reported so that it can be mended."""

    document: Document
    reason: str
