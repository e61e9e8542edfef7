"""What is known of an article, and what the question of narratives answers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from palanca.analysis.scope import Scope
from palanca.claims.telling import Days, days_of
from palanca.records import ClaimId, Dispute, DocumentId, Precision, Span, Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A document that is no row of a register, without its text."""

    id: DocumentId
    name: str
    published: Time | None
    outlet: str | None

    @property
    def days(self) -> Days | None:
        """The first and last day on which it may have been published; None when that is not known."""
        return days_of(self.published)

    @property
    def day(self) -> date | None:
        """The day of publication; None when it is not known to the day."""
        days = self.days
        known = self.published is not None and self.published.precision is Precision.DAY
        return days[0] if days and known and days[0] == days[1] else None

    @property
    def order(self) -> tuple[date, date, str, DocumentId]:
        """By publication, the unknown last, then by name."""
        return (*(self.days or (date.max, date.max)), self.name, self.id)


class ReasonKind(StrEnum):
    """What two articles have in common, the strongest first."""

    COPY = "copy"
    PASSAGE = "passage"
    QUOTATION = "quotation"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words in a document."""

    document: DocumentId
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that two articles share, at its words in both. `claim` is the claim that both stand under."""

    kind: ReasonKind
    here: Place
    there: Place
    claim: ClaimId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why a document belongs to the same narrative as another: `here` of each reason is in it, or in a copy of it."""

    document: DocumentId
    to: DocumentId
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A document that has words of an earlier one; both may have them from somebody else.

    It came `least_days` to `most_days` later, by what is known of both days of publication.
    """

    document: DocumentId
    of: DocumentId
    reason: Reason
    least_days: int
    most_days: int

    @property
    def order_is_known(self) -> bool:
        """Whether it was published on a later day for certain."""
        return self.least_days > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSeen:
    """The documents any of which may have been the first: one alone, unless days are equal, coarse or unknown."""

    documents: tuple[DocumentId, ...]

    @property
    def is_certain(self) -> bool:
        """Whether it can be told which was first."""
        return len(self.documents) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """A claim of a narrative on which sources disagree."""

    claim: ClaimId
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """Articles that tell one story, in order of publication, those without a date last.

    `voices` has a number for each document, from 0: copies and articles of one outlet are one voice. `links` join each
    document but one to another; `repeats` tell who has whose words; `disputes` are those of the claims of links.
    """

    documents: tuple[DocumentId, ...]
    voices: tuple[int, ...]
    first: FirstSeen
    links: tuple[Link, ...]
    repeats: tuple[Repeat, ...]
    disputes: tuple[Disputed, ...]

    @property
    def independent(self) -> int:
        """How many of the voices are independent as far as is known."""
        return len(set(self.voices))


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """Days, both included, on which an unusual share of the articles was relevant; `level` and `weight`: see `bursts`.

    `documents` are the relevant ones of these days, in order of publication; bursts of a higher level lie within those
    of the lower.
    """

    first: date
    last: date
    level: int
    weight: float
    documents: tuple[DocumentId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coincidence:
    """The event nearest to the start of a burst of level 1: `days_apart` after it, negative where it was before.

    `p` is how often a shift of the bursts along the observed days brings its start as near to an event, `adjusted_p`
    the same after Holm's correction for several bursts. `told_within` of the burst's documents tell the event
    themselves, and so it is no wonder that the two are near.
    """

    burst: Burst
    event: ClaimId
    days_apart: int
    p: float
    adjusted_p: float
    permutations: int
    told_within: int


WARNING = "Coinciding is not causing, and reporting is not behaviour: a burst shows what was written and when, not why."


@dataclass(frozen=True, slots=True, kw_only=True)
class Narratives:
    """The answer: narratives by independent voices, documents and publication; bursts and coincidences by first day.

    `observed` are the days of the first and last article dated to a day. `events` are how many the bursts were held
    against, `together_p` the chance that all bursts are as near to them as they are; None where nothing was tested.
    """

    narratives: tuple[Narrative, ...]
    bursts: tuple[Burst, ...]
    coincidences: tuple[Coincidence, ...]
    together_p: float | None
    events: int
    observed: Days | None
    scope: Scope
    warning: str = WARNING
