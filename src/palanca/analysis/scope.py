"""What an answer rests on, and what it could not see."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from palanca.records import Claim, DocumentId

type SourceOf = Callable[[DocumentId], str]
"""Who a document speaks for: copies of one text, documents of one outlet or rows of one register are one source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """Something that an answer leaves out: how many, and what in a few words ("events without a date")."""

    number: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What was counted, over how much, and what was not seen.

    `claims` were counted; `documents` tell them, of `sources` that are independent as far as is known. `searched` is
    how many documents were looked through: "none" always means none found in those. `unseen` keeps its order, and
    nothing of number 0 stands in it.
    """

    claims: int
    documents: int
    sources: int
    searched: int
    unseen: tuple[Unseen, ...] = ()


def scope_of(claims: Iterable[Claim], source_of: SourceOf, *, searched: int, unseen: Iterable[Unseen]) -> Scope:
    """The scope of an answer that counts these claims, each given once."""
    counted = list(claims)
    documents = {evidence.document for claim in counted for evidence in claim.evidence}
    return Scope(
        claims=len(counted),
        documents=len(documents),
        sources=len({source_of(document) for document in documents}),
        searched=searched,
        unseen=tuple(one for one in unseen if one.number),
    )
