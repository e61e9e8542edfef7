"""What a portrait is asked for, and which claims pass."""

from dataclasses import dataclass
from datetime import date

from palanca.analysis.coverage import term_of
from palanca.claims.telling import days_of
from palanca.exchange.dossier.words import Language
from palanca.records import Claim
from palanca.records.filter import LEAST_CONFIDENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class PortraitOptions:
    """`withhold` names documents, outlets and registers that may not be told.

    `since` and `until` are days, both included: claims that can fall between them are kept, those without a day are
    left out when either is given, and counted. `limit` is how many claims a section lists. `language` is that of the
    dossier; names and what sources say stay as they are.
    """

    withhold: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    limit: int = 50
    least_confidence: float = LEAST_CONFIDENCE
    language: Language = Language.ENGLISH

    @property
    def is_bounded(self) -> bool:
        """Whether only a stretch of time is wanted."""
        return self.since is not None or self.until is not None


def is_undated(claim: Claim) -> bool:
    """Whether no day of a claim is known."""
    return claim.time is None and term_of(claim) is None


def is_within(claim: Claim, options: PortraitOptions) -> bool:
    """Whether a claim can fall in the time that is asked for. An office counts from its beginning to its end."""
    if not options.is_bounded:
        return True
    days = term_of(claim) or days_of(claim.time)
    if days is None:
        return claim.time is not None and claim.time.within(options.since, options.until)
    return days[0] <= (options.until or date.max) and days[1] >= (options.since or date.min)
