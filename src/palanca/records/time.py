"""Time as EDTF (ISO 8601-2:2019, levels 0 and 1): dates that know what they do not know.

Read and written: years, months, days, seasons (21–24, the meteorological ones of the northern hemisphere), masked
years (`202X`, `19XX`), the qualifiers `?` (uncertain),
`~` (approximate) and `%` (both), and intervals with open (`..`) or unknown (empty) ends.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from palanca.records.errors import InvalidTime

_MOMENT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<qualifier>[?~%]?)"
)
_QUALIFIERS = {"": (False, False), "?": (False, True), "~": (True, False), "%": (True, True)}
_SIGNS = {flags: sign for sign, flags in _QUALIFIERS.items()}
_FIRST_SEASON, _LAST_SEASON = 21, 24
_DAYS_OF_ANY_MONTH = 28


class Precision(Enum):
    """How fine a moment is, coarsest first."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    DAY = 6


class Bound(Enum):
    """An end of an interval that has no date."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date as precise as it is known. `masked` counts the unspecified last digits of the year (0–2)."""

    year: int
    month: int | None = None
    day: int | None = None
    masked: int = 0
    approximate: bool = False
    uncertain: bool = False

    def __post_init__(self) -> None:
        problem = self._problem()
        if problem:
            raise InvalidTime(problem)

    def _problem(self) -> str | None:
        if not 1 <= self.year <= 9999:
            return f"{self.year}: the year is outside 1–9999: give one of four digits"
        if self.day is not None and self.month is None:
            return f"{self}: a day needs its month: give it, or leave the day out"
        if self.masked and self.month is not None:
            return f"{self}: a masked year has no month: leave the month out, or give the year whole"
        if self.month is None:
            return None
        if _FIRST_SEASON <= self.month <= _LAST_SEASON:
            return None if self.day is None else f"{self}: a season has no days: leave the day out"
        if not 1 <= self.month <= 12:
            return f"{self}: there is no such month: give 01 to 12"
        # Of a day that every month has the calendar is not asked: times are read by the ten thousand.
        is_sure = self.day is None or 1 <= self.day <= _DAYS_OF_ANY_MONTH
        if not is_sure and not 1 <= (self.day or 0) <= monthrange(self.year, self.month)[1]:
            return f"{self}: there is no such day: look at the calendar"
        return None

    @classmethod
    def of(cls, day: date) -> "Moment":
        """The moment of one calendar day."""
        return cls(year=day.year, month=day.month, day=day.day)

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """Read one EDTF date. Raises InvalidTime."""
        match = _MOMENT.fullmatch(text)
        if not match:
            raise InvalidTime(
                f"{text!r} is not an EDTF date: write YYYY, YYYY-MM or YYYY-MM-DD, with ?, ~ or % for doubt"
            )
        digits, month, day = match["year"], match["month"], match["day"]
        approximate, uncertain = _QUALIFIERS[match["qualifier"]]
        return cls(
            year=int(digits.replace("X", "0")) or 1,
            month=int(month) if month and month != "XX" else None,
            day=int(day) if day and day != "XX" and month != "XX" else None,
            masked=digits.count("X"),
            approximate=approximate,
            uncertain=uncertain,
        )

    @property
    def precision(self) -> Precision:
        """The finest part that is known."""
        if self.masked:
            return Precision.DECADE if self.masked == 1 else Precision.CENTURY
        if self.month is None:
            return Precision.YEAR
        if self.month >= _FIRST_SEASON:
            return Precision.SEASON
        return Precision.MONTH if self.day is None else Precision.DAY

    @property
    def first_day(self) -> date:
        """The earliest day that this moment can mean. Doubt (`?~%`) does not widen it."""
        if self.month is None:
            return date(self.year, 1, 1)
        if self.month >= _FIRST_SEASON:
            return date(self.year, 3 * (self.month - _FIRST_SEASON) + 3, 1)
        return date(self.year, self.month, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that this moment can mean. Doubt (`?~%`) does not widen it."""
        if self.month is None:
            return date(min(9999, self.year + 10**self.masked - 1), 12, 31)
        if self.month >= _FIRST_SEASON:
            first = 3 * (self.month - _FIRST_SEASON) + 3
            year, month = (self.year + 1, 2) if first == 12 else (self.year, first + 2)
            return date(year, month, monthrange(year, month)[1])
        return date(self.year, self.month, self.day or monthrange(self.year, self.month)[1])

    def __str__(self) -> str:
        digits = f"{self.year:04}"
        digits = digits[: 4 - self.masked] + "X" * self.masked
        month = f"-{self.month:02}" if self.month else ""
        day = f"-{self.day:02}" if self.day else ""
        return digits + month + day + _SIGNS[self.approximate, self.uncertain]


@dataclass(frozen=True, slots=True)
class Time:
    """A moment, or an interval from `start` to `end`. A single moment has `end` None."""

    start: Moment | Bound
    end: Moment | Bound | None = None
    _text: str | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if isinstance(self.start, Bound) and not isinstance(self.end, Moment):
            raise InvalidTime("an interval needs a date at one end: give one")
        if isinstance(self.start, Moment) and isinstance(self.end, Moment) and self.start.first_day > self.end.last_day:
            raise InvalidTime(f"{self.start}/{self.end} ends before it starts: swap the ends")

    @classmethod
    def parse(cls, text: str) -> "Time":
        """Read an EDTF date or interval. Raises InvalidTime."""
        first, slash, second = text.strip().partition("/")
        return cls(_end(first), _end(second)) if slash else cls(Moment.parse(first))

    @classmethod
    def day(cls, day: date) -> "Time":
        """The time of one calendar day."""
        return cls(Moment.of(day))

    @property
    def first_day(self) -> date | None:
        """The earliest day that this time can mean; None when it is open or unknown at the start."""
        return self.start.first_day if isinstance(self.start, Moment) else None

    @property
    def last_day(self) -> date | None:
        """The latest day that this time can mean; None when it is open or unknown at the end."""
        end = self.start if self.end is None else self.end
        return end.last_day if isinstance(end, Moment) else None

    @property
    def precision(self) -> Precision:
        """Of the coarsest dated end."""
        return min((m.precision for m in (self.start, self.end) if isinstance(m, Moment)), key=lambda p: p.value)

    def within(self, first: date | None, last: date | None) -> bool:
        """Whether this time can fall between the two days, both included; None leaves that side open."""
        begins, ends = self.first_day or date.min, self.last_day or date.max
        return (last is None or begins <= last) and (first is None or ends >= first)

    def is_before(self, other: "Time") -> bool:
        """Whether this is over before the other can begin; where either end is not known, it is not."""
        return self.last_day is not None and other.first_day is not None and self.last_day < other.first_day

    def approximately(self) -> "Time":
        """The same time, marked `~` at each dated end."""
        ends = (replace(m, approximate=True) if isinstance(m, Moment) else m for m in (self.start, self.end))
        return Time(*ends)  # type: ignore[arg-type]  # the generator yields exactly (start, end)

    def __str__(self) -> str:
        # Written once: the statements of many rows share one time.
        text = self._text
        if text is None:
            ends = (self.start,) if self.end is None else (self.start, self.end)
            text = "/".join(end.value if isinstance(end, Bound) else str(end) for end in ends)
            object.__setattr__(self, "_text", text)
        return text


def _end(text: str) -> Moment | Bound:
    return Bound(text) if text in ("", "..") else Moment.parse(text)
