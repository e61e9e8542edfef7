"""What claims are settled by, beside the statements themselves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from palanca.records import DocumentId, EntityId, Identity, Statement, StatementId, Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is known of a document that tells. Documents with equal `voice` are copies of each other.

    `register` is the register of which the document is a row: all of its rows are one voice. `is_record` tells that
    the id of that row says what is one claim there, see `records`.
    """

    name: str
    published: Time | None = None
    outlet: str | None = None
    register: str | None = None
    is_record: bool = False
    voice: DocumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """Who is who, which documents tell, in which words, and what people decided.

    `identities` are things by the entities of documents. `words` gives the words at a statement's span.
    """

    identities: Mapping[EntityId, Identity]
    documents: Mapping[DocumentId, Telling]
    words: Callable[[Statement], str]
    confirmed: frozenset[StatementId] = frozenset()
    rejected: frozenset[StatementId] = frozenset()
