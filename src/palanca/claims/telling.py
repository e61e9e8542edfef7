"""A statement as claims compare it: who, on which side, on which days, where, in which words."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property

from palanca.claims.background import Background, Telling
from palanca.claims.parties import Cast, Party
from palanca.claims.wording import matters_agreed, stems
from palanca.records import Bound, EntityId, Identity, Modality, Moment, Precision, RoleName, Statement, Time
from palanca.records.names import fold

_BEFORE_PUBLICATION = timedelta(days=10)  # news without a date tells of the last days
_AFTER_PUBLICATION = timedelta(days=60)  # and announces what comes within weeks

_WEEK_DAYS = 7
_LOOSE_WEEK = timedelta(days=3)

# How far off a date marked `~` or `?` may be: a part of its precision, as "late in July" may reach into August.
_ABOUT = {
    Precision.DAY: timedelta(days=3),
    Precision.MONTH: timedelta(days=10),
    Precision.SEASON: timedelta(days=31),
    Precision.YEAR: timedelta(days=183),
    Precision.DECADE: timedelta(days=731),
    Precision.CENTURY: timedelta(days=7305),
}

type Days = tuple[date, date]


class Told:
    """One statement with what it is compared by. Sorted by `order`: the document's name, then the place in it."""

    def __init__(self, statement: Statement, background: Background, cast: Cast) -> None:
        self.statement = statement
        self.id = statement.id
        self.document: Telling = background.documents[statement.document]
        self.order = (self.document.name, statement.span.start, statement.span.end, self.id)
        self._background = background
        self.cast = cast
        self._parties: dict[tuple[RoleName, ...], tuple[Party, ...]] = {}

    @cached_property
    def is_dated_by_days(self) -> bool:
        """Whether its time is of one day, or from one day to another."""
        time = self.statement.time
        return time is not None and time.precision is Precision.DAY

    @cached_property
    def teller(self) -> str:
        """Who dates it with one hand: the document, or for a row the whole register."""
        return self.document.register or self.statement.document

    @property
    def record_of(self) -> str | None:
        """The register whose ids say what is one claim, and what is two; None of any other document."""
        return self.document.register if self.document.is_record else None

    def parties(self, *roles: RoleName) -> tuple[Party, ...]:
        """Who fills these roles, each once, in order; all roles when none is given."""
        known = self._parties.get(roles)
        if known is None:
            found = [role.filler for role in self.statement.roles if not roles or role.name in roles]
            known = self._parties[roles] = tuple(dict.fromkeys([self.cast.party(filler) for filler in found]))
        return known

    @cached_property
    def known(self) -> tuple[Party, ...]:
        """The parties that are things of the case."""
        return tuple(party for party in self.parties() if party.is_known)

    @cached_property
    def speaker(self) -> Party | None:
        """Who says it inside the text, if that is a thing of the case."""
        speaker = self.statement.speaker
        party = self.cast.party(speaker) if speaker else None
        return party if party and party.is_known else None

    @cached_property
    def place(self) -> Identity | None:
        """The thing that is the place."""
        return self.cast.thing(self.statement.place)

    @property
    def town(self) -> EntityId | None:
        """The thing that is the place, if that is no country."""
        return self.place.id if self.place and not self.place.is_country else None

    @cached_property
    def days(self) -> Days | None:
        """The first and last day that the stated time can mean; None without a time."""
        return days_of(self.statement.time)

    @cached_property
    def published(self) -> Days | None:
        """The day of publication, or the days that it can mean."""
        return days_of(self.document.published)

    @cached_property
    def likely_days(self) -> Days | None:
        """The stated days, or those that the day of publication tells of; None when neither is known."""
        if self.days or self.published is None:
            return self.days
        first, last = self.published
        if self.statement.modality is Modality.PLANNED:
            return first, _later(last, _AFTER_PUBLICATION)
        return _earlier(first, _BEFORE_PUBLICATION), last

    @cached_property
    def words(self) -> str:
        """The words at its span, folded."""
        return fold(self._background.words(self.statement))

    @cached_property
    def matters(self) -> frozenset[str]:
        """On what an agreement is that its words tell of."""
        return matters_agreed(self.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        """What the words say beside who is named in them."""
        names = (
            name for role in self.statement.roles for name in (role.filler.text, self.cast.party(role.filler).name)
        )
        return stems(self.words) - stems(" ".join(fold(name) for name in names))


def told(statements: Iterable[Statement], background: Background) -> list[Told]:
    """The statements in the order of documents and places."""
    cast = Cast(background)
    return sorted((Told(one, background, cast) for one in statements), key=lambda one: one.order)


def days_of(time: Time | None) -> Days | None:
    """The first and last day that a time can mean, with what its doubt adds; open ends at the ends of the calendar."""
    if time is None:
        return None
    end = time.start if time.end is None else time.end
    first, last = time.first_day or date.min, time.last_day or date.max
    return _earlier(first, _doubt(time.start)), _later(last, _doubt(end))


def loose_days_of(time: Time | None) -> Days | None:
    """The same, a week with the days beside it: "this week", said on a Monday, tells of the last."""
    days = days_of(time)
    if days is None or not 1 < length(days) <= _WEEK_DAYS:
        return days
    return _earlier(days[0], _LOOSE_WEEK), _later(days[1], _LOOSE_WEEK)


def _doubt(end: Moment | Bound) -> timedelta:
    if isinstance(end, Bound) or not (end.approximate or end.uncertain):
        return timedelta()
    return _ABOUT[end.precision]


def _earlier(day: date, by: timedelta) -> date:
    return day - by if day - date.min > by else date.min


def _later(day: date, by: timedelta) -> date:
    return day + by if date.max - day > by else date.max


def overlap(one: Days, other: Days) -> bool:
    """Whether the two stretches share a day."""
    return one[0] <= other[1] and other[0] <= one[1]


def narrowed(known: Days | None, new: Days | None) -> Days | None:
    """The days that both hold; of stretches that share none, or of one that is unknown, the first that is known."""
    if known is None or new is None:
        return known or new
    return (max(known[0], new[0]), min(known[1], new[1])) if overlap(known, new) else known


def length(days: Days) -> int:
    """How many days there are."""
    return (days[1] - days[0]).days + 1


def gap(one: Days, other: Days) -> timedelta:
    """How far apart the two stretches lie; nothing when they share a day."""
    return max(one[0] - other[1], other[0] - one[1], timedelta())
