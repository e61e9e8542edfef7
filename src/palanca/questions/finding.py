"""The claims that pass a filter, of whatever kind."""

from dataclasses import dataclass

from palanca.analysis.scope import Scope
from palanca.records import Claim
from palanca.records.query import Query
from palanca.settlement import settle
from palanca.store import Case, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundClaims:
    """Claims that pass, by time (unknown last) unless asked otherwise, and the scope of all that do."""

    claims: tuple[Claim, ...]
    scope: Scope


def find(case: Case, query: Query, *, limit: int | None = None, page: Page | None = None) -> FoundClaims:
    """The claims that pass a query (`query_of` makes one of a line), the first `limit` or those of a page.

    By time (unknown last), unless the page has another order. The scope counts all that pass.
    """
    settle(case)
    claims, found = case.found_and_counted(query, page or Page(limit=limit))
    return FoundClaims(
        claims=tuple(claims),
        scope=Scope(
            claims=found.claims, documents=found.documents, sources=found.sources, searched=case.count_documents()
        ),
    )
