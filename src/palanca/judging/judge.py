"""Who judges, and when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Who decides, with a note if there is something to say; `clock` tells when, with its zone."""

    who: str
    note: str | None = None
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
