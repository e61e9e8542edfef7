"""Which documents of a case are one source."""

from collections.abc import Mapping

from palanca.records import DocumentId
from palanca.settlement import settle
from palanca.store import Case


def sources_of(case: Case) -> Mapping[DocumentId, str]:
    """For each current document who it speaks for: its register, else the text that it is a copy of, else its outlet.

    A document that tells none of these is a source by itself.
    """
    settle(case)
    return case.sources()
