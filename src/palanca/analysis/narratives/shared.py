"""What is specific enough to tell stories apart: claims of the news, and quoted words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import batched

from palanca.analysis.narratives.press import Press
from palanca.analysis.narratives.records import Article, ReasonKind
from palanca.records import (
    Claim,
    ClaimId,
    Dispute,
    DocumentId,
    EntityId,
    Kind,
    Precision,
    Span,
    Statement,
    StatementId,
)

KINDS = (Kind.EVENT, Kind.INSTRUMENT, Kind.QUANTITY, Kind.QUOTATION)
"""Who holds what office and what belongs to whom is background: it is told again in every story."""

_BATCH = 500
_OLD = timedelta(days=31)  # what was a month ago is told as background
_AHEAD = timedelta(days=92)
_LEAST_PARTIES = 2

WEAK, FULL = 1, 2
"""Two articles belong together from `FULL` on: by one thing that tells a story by itself, or two that do not."""

type Statements = Callable[[Iterable[StatementId]], Mapping[StatementId, Statement]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """One thing that several units tell. `places` has the words in each document that tells it."""

    kind: ReasonKind
    weight: int
    places: Mapping[DocumentId, Span]
    claim: ClaimId | None = None
    disputes: tuple[Dispute, ...] = ()


def shared_claims(
    claims: Iterable[Claim], press: Press, statements: Statements, is_country: Callable[[EntityId], bool]
) -> Iterator[Shared]:
    """The claims that two units or more tell as news, in the order given.

    An event of known days between two known parties, one of them no country, tells a story by itself; any other claim
    does not: two ministers may well sign two things in one week.
    """
    told = ((claim, _tellers(claim, press)) for claim in claims)
    specific = ((claim, by) for claim, by in told if len({press.unit_of[one] for one in by}) > 1)
    for batch in batched(specific, _BATCH):
        known = statements(one for _, by in batch for one in by.values())
        for claim, by in batch:
            yield Shared(
                kind=ReasonKind.CLAIM,
                weight=FULL if _is_telling(claim, is_country) else WEAK,
                places={document: known[statement].span for document, statement in by.items() if statement in known},
                claim=claim.id,
                disputes=claim.disputes,
            )


def _tellers(claim: Claim, press: Press) -> dict[DocumentId, StatementId]:
    """The first statement of each article that tells a claim as news."""
    found: dict[DocumentId, StatementId] = {}
    for one in claim.evidence:
        article = press.articles.get(one.document)
        if article and _is_news(claim, article):
            found.setdefault(one.document, one.statement)
    return found


def _is_news(claim: Claim, article: Article) -> bool:
    """Whether it lies near the day of publication, or may.

    Undated events and sayings have been joined by publication already. An undated instrument is background, as a
    constitution is that everybody cites.
    """
    if claim.time is None:
        return claim.kind is not Kind.INSTRUMENT
    if article.days is None or claim.kind is Kind.QUANTITY:
        return True
    return claim.time.within(article.days[0] - _OLD, article.days[1] + _AHEAD)


def _is_telling(claim: Claim, is_country: Callable[[EntityId], bool]) -> bool:
    if claim.kind is not Kind.EVENT or claim.time is None or claim.time.precision is not Precision.DAY:
        return False
    known = {party.identity for party in claim.parties if party.role and party.identity}
    return len(known) >= _LEAST_PARTIES and not all(map(is_country, known))
