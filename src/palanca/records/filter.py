"""What a question asks for."""

from dataclasses import dataclass
from datetime import date

from palanca.records.statement import Category, Kind

LEAST_CONFIDENCE = 0.5
"""From 0 to 1: what readers are less sure of stays out of what is shown and counted, unless it is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which statements a question wants; every given condition must hold.

    `who` matches the name of any filler, or of the speaker, without case or accents. `country` is an ISO 3166-1 alpha-3
    code that a filler, or the place, belongs to. `since` and `until` are days, both included: a statement whose time
    can fall between them is kept, one without a time is left out when either is given. `channel` is a name of
    `lexicon/channels.yaml`. `contains` are words of the sentence. `least_confidence` leaves out what readers doubt.
    `rejected` lets claims in that a person rejected.
    """

    kinds: tuple[Kind, ...] = ()
    who: str | None = None
    country: str | None = None
    since: date | None = None
    until: date | None = None
    channel: str | None = None
    category: Category | None = None
    contains: str | None = None
    document: str | None = None
    least_confidence: float = 0.0
    rejected: bool = False
