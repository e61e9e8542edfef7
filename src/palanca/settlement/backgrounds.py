"""What some statements are settled by: who is who in them, which documents tell them, in which words."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from palanca.claims import Background
from palanca.identity.judging import Decided
from palanca.records import DocumentId, EntityId, Statement
from palanca.store import Case

_TEXTS_AT_HAND = 4_096
_TEXTS_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Backgrounds:
    """Of a case, and of what people decided on it."""

    case: Case
    decided: Decided

    def of(self, statements: Collection[Statement]) -> Background:
        """All that these statements are settled by, and nothing of others."""
        documents = self.case.tellings({one.document for one in statements})
        texts = _Texts(self.case, sorted(documents, key=lambda document: documents[document].name))
        return Background(
            identities=self.case.known({entity for one in statements for entity in _named(one)}),
            documents=documents,
            words=lambda statement: statement.span.of(texts.of(statement.document)),
            confirmed=self.decided.confirmed,
            rejected=self.decided.rejected,
        )


def _named(statement: Statement) -> Iterator[EntityId]:
    fillers = (*(role.filler for role in statement.roles), statement.place, statement.speaker)
    return (filler.entity for filler in fillers if filler and filler.entity)


@dataclass(slots=True)
class _Texts:
    """The texts of documents. Statements are mostly compared in the order of names, so many are fetched ahead.

    `order` has the documents in the order of their names. A few thousand texts are kept.
    """

    case: Case
    order: list[DocumentId]
    _places: dict[DocumentId, int] = field(default_factory=dict)
    _kept: dict[DocumentId, str] = field(default_factory=dict)

    def of(self, document: DocumentId) -> str:
        """The text of a document. Raises KeyError if the case does not hold it."""
        if document not in self._kept:
            if len(self._kept) >= _TEXTS_AT_HAND:
                self._kept.clear()
            self._kept |= self.case.texts(self._following(document))
        return self._kept[document]

    def _following(self, document: DocumentId) -> list[DocumentId]:
        """The document and those after it."""
        if not self._places:
            self._places = {one: place for place, one in enumerate(self.order)}
        here = self._places[document]
        return self.order[here : here + _TEXTS_AT_ONCE]
