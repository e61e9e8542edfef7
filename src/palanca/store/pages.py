"""Which claims, documents or things of many are given, and in which order."""

from dataclasses import dataclass
from enum import StrEnum


class Order(StrEnum):
    """In which order claims come; equals by time, then by id. `DOUBT` puts first what most needs a person.

    That is what is told again after it was rejected, then what sources disagree on, then what readers are least sure
    of, then what the fewest sources tell.
    """

    TIME = "time"  # unknown last
    LATEST = "latest"  # the reverse of `TIME`
    EVIDENCE = "evidence"  # most sources first, then most documents, then confidence
    DOUBT = "doubt"
    STORED = "stored"  # as the case holds them, which reads many the fastest


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Which of what passes: the first `limit` (all without one) after so many that are `skipped`.

    `of` is how many pass, where that is known: few are found first and then put in order.
    """

    limit: int | None = None
    skipped: int = 0
    order: Order = Order.TIME
    of: int | None = None
