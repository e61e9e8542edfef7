"""One attempt after another at what waits, until nothing does."""

from collections.abc import Iterator
from dataclasses import dataclass

from palanca.garbage import rarely_collecting
from palanca.identity.corrections import corrected
from palanca.identity.judging import Decided, decide
from palanca.records import Anchor, DocumentId, Reading, Statement, StatementId
from palanca.records.errors import UnknownDocument
from palanca.settlement.backgrounds import Backgrounds
from palanca.settlement.belonging import settle_belongings
from palanca.settlement.claims import Claiming
from palanca.settlement.identities import settle_identity
from palanca.store import Case, Pending, Waiting


def settle(case: Case) -> bool:
    """Bring all that is derived up to date with readings and judgements; tell whether anything waited.

    A case that is settled elsewhere is left as it was last settled.
    """
    if case.settled_elsewhere:
        return False
    waited = False
    with rarely_collecting():
        while (pending := case.pending()) is not None:
            waited = True
            _Settlement(case, pending).write()
    return waited


@dataclass(slots=True)
class _Settlement:
    """One attempt at what waits."""

    case: Case
    pending: Pending

    def write(self) -> bool:
        """Work out and write part after part. False if the case changed meanwhile, so that it must be done again.

        What persons state comes first, and is such a change: all else is settled with it.
        """
        decided = decide(self.case.judgements(), self._reading_of)
        changed, whole = self.pending.changed, self.pending.touched is None
        claiming = Claiming(self.case, changed, Backgrounds(self.case, decided))
        is_worked_out = (
            self.case.settle_stated(changed, decided.stated)
            and self.case.settle_documents(changed, self._copies(whole=whole))
            and settle_identity(self.case, changed, decided, self.pending.touched)
            and self.case.settle_corrections(changed, list(self._corrected(decided)))
            and claiming.settle(whole=whole)
            and settle_belongings(self.case, changed, decided, whole=whole)
        )
        self.case.index_claims()
        return is_worked_out and self.case.settle(changed, decided.states)

    def _copies(self, *, whole: bool) -> dict[DocumentId, DocumentId] | None:
        """The documents that are copies of others; None if they are those that were."""
        waiting = self.case.waiting(Waiting.DOCUMENT)
        if not whole and not waiting:
            return None
        signatures = self.case.signatures()
        if not whole and waiting.isdisjoint(signatures) and waiting.isdisjoint(self.case.copies()):
            return None
        from palanca.claims.copies import groups_of_copies

        voices = groups_of_copies(signatures)
        several = {voice for document, voice in voices.items() if document != voice}
        return {document: voice for document, voice in voices.items() if voice in several}

    def _reading_of(self, anchor: Anchor) -> Reading | None:
        """What is read in the document of an anchor, or in the one that has its name now."""
        found = self.case.reading(anchor.document)
        if found is not None:
            return found
        try:
            return self.case.reading(self.case.document(anchor.name).id)
        except UnknownDocument:
            return None

    def _corrected(self, decided: Decided) -> Iterator[tuple[StatementId, Statement]]:
        originals = self.case.evidence(decided.corrections)
        for identifier, changes in decided.corrections.items():
            original = originals[identifier]
            yield identifier, corrected(original, changes, tuple(self.case.entities(original.document)))
