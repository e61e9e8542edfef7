"""The demo case: short dispatches and small registers about invented people in real countries, and one question.

The folder enters `palanca.read` like any other; nothing in it is true of anybody.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowQuestion:
    """Who acted on whom in the days before and after one day, in what concerns a country (alpha-3)."""

    text: str
    country: str
    around: date
    before_days: int
    after_days: int


QUESTION = WindowQuestion(
    text="Who met, offered and signed what in Kenya in the fortnight before the Lamu concession of 14 March 2025?",
    country="KEN",
    around=date(2025, 3, 14),
    before_days=14,
    after_days=0,
)


@contextmanager
def papers() -> Iterator[Path]:
    """The folder of the dispatches and the registers, each below its own, for as long as the block runs."""
    with as_file(files(__name__) / "papers") as folder:
        yield folder
