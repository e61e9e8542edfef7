"""Answers that took long are kept in the case: who opens it tomorrow does not wait for them again.

They hold for one state of the case. Of a later state they are the last answer, which says how long ago it was right.
"""

import logging
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import palanca
from palanca.records.errors import PalancaError
from palanca.records.ids import content_hash
from palanca.store import Case
from palanca.web.analyses import is_about_today

KEPT_FROM_S = 1.0
"""What was there sooner is worked out again: it costs less than it would hold of the case."""
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, which holds for this code, and the state of the case, and perhaps the day, in which it is asked."""

    question: str
    state: str

    @property
    def tag(self) -> str:
        """The ETag of its answer (RFC 9110, 8.8.3)."""
        return f'W/"{content_hash(self.question, self.state)}"'


@dataclass(frozen=True, slots=True)
class Last:
    """The last answer that was kept to a question, of the case before so many changes: 0 where only the day is new."""

    changes: int
    answer: bytes
    asked: Asked

    @property
    def tag(self) -> str:
        """An ETag that no answer has which is given as that of the present state."""
        return f'W/"{content_hash("last", self.asked.question, self.asked.state)}"'

    def is_among(self, tags: Collection[str]) -> bool:
        """Whether who has answers of these tags has this one: under its own, or as it was given when it was right."""
        return self.tag in tags or self.asked.tag in tags


@dataclass(slots=True)
class Keeper:
    """Keeps answers of one case, one after another, behind those who ask."""

    case: Case
    _behind: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "keeping answers"))

    def kept(self, asked: Asked) -> bytes | None:
        """The answer to what is asked, if it was kept."""
        return self.case.kept_answer(asked.question, asked.state)

    def last(self, asked: Asked) -> Last | None:
        """The last answer to the question, of an earlier state."""
        found = self.case.last_answer(asked.question)
        if found is None:
            return None
        changed, _ = self.case.revision()
        state, of, answer = found
        return Last(changes=changed - of, answer=answer, asked=Asked(asked.question, state))

    def keep_soon(self, asked: Asked, answer: bytes, changed: int) -> None:
        """Keep an answer in JSON, of the case after so many changes."""
        self._behind.submit(self._keep, asked, answer, changed)

    def close(self) -> None:
        """Keep what waits, and no more."""
        self._behind.shutdown()

    def _keep(self, asked: Asked, answer: bytes, changed: int) -> None:
        try:
            self.case.keep_answer(asked.question, asked.state, answer, changed=changed)
        except PalancaError:  # another program writes for long, or the case was closed: it is worked out again
            _LOG.info("an answer could not be kept", exc_info=True)


def asked_of(path: str, query: str, *state: object) -> Asked:
    """What is asked at an address, of a case in this state; what is asked about today, on this day."""
    day = date.today().isoformat() if is_about_today(path) else ""  # noqa: DTZ011  # as the question tells the day
    return Asked(question=content_hash(_code(), path, query), state=content_hash(day, *state))


@cache
def _code() -> str:
    """Tells one state of the program's files from another."""
    home = Path(palanca.__file__).parent
    files = sorted(one for one in home.rglob("*") if one.suffix in {".py", ".yaml"})
    return content_hash(*(f"{one.relative_to(home)} {one.stat().st_mtime_ns}" for one in files))
