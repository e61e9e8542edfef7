"""Which documents of a case are one source."""

from collections import Counter
from collections.abc import Mapping

from palanca.claims.copies import groups_of_copies
from palanca.records import DocumentId
from palanca.store import Case


def sources_of(case: Case) -> Mapping[DocumentId, str]:
    """For each current document who it speaks for: its register, else the text that it is a copy of, else its outlet.

    A document that tells none of these is a source by itself.
    """
    first = groups_of_copies(case.signatures())
    sizes = Counter(first.values())

    def copied(document: DocumentId) -> DocumentId | None:
        original = first.get(document)
        return original if original and sizes[original] > 1 else None

    return {one.id: one.register or copied(one.id) or one.outlet or one.id for one in case.documents()}
