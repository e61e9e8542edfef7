"""The claims that pass a filter, of whatever kind."""

from dataclasses import dataclass

from palanca.analysis.scope import Scope
from palanca.records import Claim
from palanca.records.query import Query
from palanca.settlement import settle
from palanca.store import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundClaims:
    """The first claims that pass, by time (unknown last), and the scope of all that do."""

    claims: tuple[Claim, ...]
    scope: Scope


def find(case: Case, query: Query, *, limit: int | None = None) -> FoundClaims:
    """The claims that pass a query; see `analysis.asking` for the words that make one."""
    settle(case)
    found = case.count_found(query)
    return FoundClaims(
        claims=tuple(case.found(query, limit=limit)),
        scope=Scope(
            claims=found.claims, documents=found.documents, sources=found.sources, searched=case.count_documents()
        ),
    )
