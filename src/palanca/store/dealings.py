"""Who deals with whom in an event, as the store tells it without the sentences."""

from typing import NamedTuple

from palanca.records import Category, ClaimId, Modality


class Dealing(NamedTuple):
    """As much of an event as tells which countries deal with which.

    `actors` and `recipients` are the countries (alpha-3) to which those who act, and those whom it is done to, belong
    at its time; who belongs to none that is known is in neither. `year` is None where it is not certain.
    """

    id: ClaimId
    category: Category
    mode: str | None
    modality: Modality
    year: int | None
    actors: frozenset[str]
    recipients: frozenset[str]
