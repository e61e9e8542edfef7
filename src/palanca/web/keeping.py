"""Answers that took long are kept in the case: who opens it tomorrow does not wait for them again."""

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from starlette.responses import Response

import palanca
from palanca.records.errors import PalancaError
from palanca.records.ids import content_hash
from palanca.store import Case

KEPT_FROM_S = 1.0
"""What was there sooner is worked out again: it costs less than it would hold of the case."""
_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Keeper:
    """Keeps answers of one case, one after another, behind those who ask."""

    case: Case
    _behind: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "keeping answers"))

    def kept(self, tag: str) -> bytes | None:
        """The answer to what has this tag, if it was kept."""
        return self.case.kept_answer(_key(tag))

    def keep_soon(self, tag: str, answer: Response, changed: int) -> None:
        """Keep an answer that is JSON, of the case after so many changes."""
        if answer.status_code == 200 and answer.headers.get("content-type") == "application/json":
            self._behind.submit(self._keep, _key(tag), bytes(answer.body), changed)

    def close(self) -> None:
        """Keep what waits, and no more."""
        self._behind.shutdown()

    def _keep(self, key: str, answer: bytes, changed: int) -> None:
        try:
            self.case.keep_answer(key, answer, changed=changed)
        except PalancaError:  # another program writes for long, or the case was closed: it is worked out again
            _LOG.info("an answer could not be kept", exc_info=True)


def _key(tag: str) -> str:
    """An answer holds for a state of the case, this code and this day: some questions are about today."""
    return content_hash(tag, _code(), date.today().isoformat())  # noqa: DTZ011  # as those questions tell the day


@cache
def _code() -> str:
    """Tells one state of the program's files from another."""
    home = Path(palanca.__file__).parent
    files = sorted(one for one in home.rglob("*") if one.suffix in {".py", ".yaml"})
    return content_hash(*(f"{one.relative_to(home)} {one.stat().st_mtime_ns}" for one in files))
