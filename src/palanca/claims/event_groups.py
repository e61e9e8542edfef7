"""What is known of one event, grown statement by statement, and whether another statement tells of it.

How much two tellings must agree in words depends on what else they have in common: two parties on one day need no like
words, a single party does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from palanca.claims.parties import Party
from palanca.claims.telling import Days, Told, gap, length, narrowed, overlap
from palanca.claims.wording import likeness
from palanca.records import Category, EventDetail, Identity, RoleName

MUTUAL = frozenset({Category.CONSULT, Category.AGREE, Category.COOPERATE})
"""Categories in which it does not matter who is told as acting, and who as the other."""
JOURNEYS = frozenset({"visit", "host"})
"""Modes of CONSULT that are acts of the guest or of the host alone, unlike a meeting."""
_SPOKEN = frozenset(
    {Category.ACCUSE, Category.REQUEST, Category.THREATEN, Category.REJECT, Category.SUPPORT, Category.CONCEDE}
)  # in words, of which one may say many in a day
_LIKE_MODES = (
    frozenset({"meet", "visit", "host", "multilateral"}),
    frozenset({"meet", "phone"}),  # "spoke with" may be either
    frozenset({"resign", "withdraw"}),
)
_ONCE = frozenset({"resign", "withdraw", "arrest", "abduct", "release", "expel"})  # what befalls a person once in days
_VISIT = "visit"
_SLIP = timedelta(days=3)  # by which reports of one event differ
_NEWS = timedelta(days=3)  # in which a day's news is told everywhere
_SHORT_DAYS = 7  # a time that tells a day, or nearly
_MONTH_DAYS = 55  # a month, with the days of a doubt about its ends
_WORDINGS = 12  # kept of a group to compare with

ALIKE, MUCH_ALIKE, _NEARLY_THE_SAME, _NEVER = 0.4, 0.6, 0.75, 2.0


@dataclass(slots=True)
class Group:
    """Statements that tell one event. `number` counts groups in the order in which they were made."""

    number: int
    told: list[Told] = field(default_factory=list)
    actors: dict[Party, None] = field(default_factory=dict)
    recipients: dict[Party, None] = field(default_factory=dict)
    days: Days | None = None
    likely: Days | None = None
    published: Days | None = None
    modes: set[str] = field(default_factory=set)
    place: Identity | None = None
    matters: set[str] = field(default_factory=set)
    wordings: list[frozenset[str]] = field(default_factory=list)
    stated: dict[str, Days] = field(default_factory=dict)
    visitors: dict[str, tuple[Party, ...]] = field(default_factory=dict)
    records_of: set[str | None] = field(default_factory=set)

    def add(self, one: Told) -> None:
        """Take a statement in."""
        self.told.append(one)
        self.records_of |= {one.record_of} - {None}
        self.actors |= dict.fromkeys(p for p in one.parties(RoleName.ACTOR) if p.is_known)
        self.recipients |= dict.fromkeys(p for p in one.parties(RoleName.RECIPIENT) if p.is_known)
        self.days = narrowed(self.days, one.days)
        self.likely = narrowed(self.likely, one.likely_days)
        self.published = self.published or one.published
        mode = _detail(one).mode
        if mode:
            self.modes.add(mode)
        self.matters |= one.matters
        if self.place is None or self.place.is_country:
            self.place = one.place or self.place
        if len(self.wordings) < _WORDINGS and one.stems not in self.wordings:
            self.wordings.append(one.stems)
        if one.days and one.is_dated_by_days:
            self.stated.setdefault(one.teller, one.days)
        if mode == _VISIT:
            self.visitors.setdefault(one.teller, one.parties(RoleName.ACTOR))

    def likeness(self, one: Told) -> float:
        """How alike the statement's words are to the likest of the group, from 0 to 1."""
        return max((likeness(one.stems, other) for other in self.wordings), default=0.0)

    def tells(self, one: Told) -> bool:
        """Whether the statement tells this event."""
        if one.record_of in self.records_of or self._contradicts(one):
            return False
        needed = self._needed(one)
        return needed <= 0 or (needed <= 1 and self.likeness(one) >= needed)

    def shared(self, one: Told) -> int:
        """How many parties the statement has in common with the group, on the same side. No metonym counts alone."""
        if _detail(one).category in MUTUAL:
            sides = [(list(one.known), [*self.actors, *self.recipients])]
        else:
            sides = [
                ([p for p in one.parties(RoleName.ACTOR) if p.is_known], list(self.actors)),
                ([p for p in one.parties(RoleName.RECIPIENT) if p.is_known], list(self.recipients)),
            ]
        same = [party for ours, theirs in sides for party in ours if party in theirs]
        like = {
            party.state
            for ours, theirs in sides
            for party in ours
            if party not in theirs and any(party.stands_for(other) and other not in ours for other in theirs)
        }
        return len(same) + len(like) if same else 0

    def _contradicts(self, one: Told) -> bool:
        is_of_another_matter = bool(one.matters) and bool(self.matters) and self.matters.isdisjoint(one.matters)
        is_like = self._is_mode_like(one) and self._is_there(one) and self._is_then(one)
        return is_of_another_matter or self._is_of_another_visitor(one) or not is_like

    def _is_of_another_visitor(self, one: Told) -> bool:
        """Whether the same teller tells of another's visit: those who travel together make a visit each."""
        visitors = self.visitors.get(one.teller)
        return visitors is not None and _detail(one).mode == _VISIT and _are_apart(visitors, one)

    def _is_mode_like(self, one: Told) -> bool:
        mode = _detail(one).mode
        if not mode or not self.modes or mode in self.modes:
            return True
        return any(mode in like and self.modes & like for like in _LIKE_MODES)

    def _is_there(self, one: Told) -> bool:
        """Whether two places can be one: the same, or one within the other's country; two towns are two."""
        ours, theirs = one.place, self.place
        if ours is None or theirs is None or ours.id == theirs.id:
            return True
        is_within = ours.part_of == theirs.id or theirs.part_of == ours.id
        return is_within or ((ours.is_country or theirs.is_country) and ours.country == theirs.country is not None)

    def _is_then(self, one: Told) -> bool:
        if self._states_other_days(one):
            return False
        if one.days and self.days:
            return overlap(one.days, self.days) or self._is_slip(one)
        if one.likely_days and self.likely:
            return overlap(one.likely_days, self.likely)
        return True

    def _states_other_days(self, one: Told) -> bool:
        """Whether the same teller states other days, neither within the other: then these are two events."""
        stated = self.stated.get(one.teller)
        if stated is None or one.days is None or not one.is_dated_by_days:
            return False
        shared = max(stated[0], one.days[0]), min(stated[1], one.days[1])
        return shared not in {stated, one.days}

    def _is_slip(self, one: Told) -> bool:
        """Whether two tellers may give few days' difference to one event: a conflict of one claim."""
        if one.days is None or self.days is None or max(length(one.days), length(self.days)) > _SHORT_DAYS:
            return False
        return gap(one.days, self.days) <= _SLIP and one.teller not in self.stated

    def _needed(self, one: Told) -> float:
        """How alike the words must be, from 0 to 1; more than that for what can never be one."""
        shared, ours, theirs = self.shared(one), one.known, [*self.actors, *self.recipients]
        if not ours and not theirs:
            return self._needed_of_nobody(one)
        if not shared:
            return _NEVER
        is_spoken, is_near = _detail(one).category in _SPOKEN, self._is_near(one)
        if shared >= 2 and is_near:
            return ALIKE if is_spoken else 0.0
        if shared >= 2 and self._is_in_month(one):
            return 0.0 if self._shares_a_person(one) and not is_spoken else MUCH_ALIKE
        if shared >= 2:
            return 0.0 if self._is_loosely_dated(one) and self._shares_a_person(one) else MUCH_ALIKE
        if not (_are_among(ours, theirs) or _are_among(theirs, ours)):
            return _NEVER
        return self._needed_of_one_party(one, is_alone=len(ours) == 1 and len(theirs) == 1)

    def _needed_of_nobody(self, one: Told) -> float:
        """Without parties: what happens in one town on one day; a crowd that protests there is one crowd."""
        town = one.town
        is_there = town is not None and self.place is not None and self.place.id == town
        is_that_day = one.days is not None and one.days == self.days and length(one.days) == 1
        if not is_there or not is_that_day:
            return _NEVER
        return 0.0 if _detail(one).category is Category.PROTEST else MUCH_ALIKE

    def _needed_of_one_party(self, one: Told, *, is_alone: bool) -> float:
        is_that_day = one.days is not None and one.days == self.days and length(one.days) == 1
        if happens_once(one) and self._shares_a_person(one) and (self._is_near(one) or self._is_in_month(one)):
            return 0.0
        if _detail(one).category in _SPOKEN:
            return MUCH_ALIKE if is_that_day else _NEARLY_THE_SAME
        if is_that_day:
            return ALIKE
        return _NEARLY_THE_SAME if is_alone else MUCH_ALIKE

    def _shares_a_person(self, one: Told) -> bool:
        return any(party.is_person and (party in self.actors or party in self.recipients) for party in one.known)

    def _is_loosely_dated(self, one: Told) -> bool:
        """Whether one gives a week that ends or begins beside the other: "this week" on a Monday tells of the last."""
        if one.days is None or self.days is None or overlap(one.days, self.days):
            return False
        return max(length(one.days), length(self.days)) > 1 and self._is_slip(one)

    def _is_in_month(self, one: Told) -> bool:
        """Whether one tells the month of the other."""
        if one.likely_days is None or self.likely is None or not overlap(one.likely_days, self.likely):
            return False
        return max(length(one.likely_days), length(self.likely)) <= _MONTH_DAYS

    def _is_near(self, one: Told) -> bool:
        """Whether both tell of one day, or nearly, or are news of the same days."""
        if one.days and self.days:
            return max(length(one.days), length(self.days)) <= _SHORT_DAYS and overlap(one.days, self.days)
        if one.days or self.days:
            stated = one.days or self.days
            return stated is not None and length(stated) <= _SHORT_DAYS and one.likely_days is not None
        if one.published is None or self.published is None:
            return False
        return gap(one.published, self.published) <= _NEWS


def _are_apart(visitors: Sequence[Party], one: Told) -> bool:
    return not any(
        party.is_like(other) or party == other for party in visitors for other in one.parties(RoleName.ACTOR)
    )


def happens_once(one: Told) -> bool:
    """Whether the statement tells what befalls a person once in many days: an arrest, a resignation."""
    return _detail(one).mode in _ONCE


def _are_among(few: Sequence[Party], many: Sequence[Party]) -> bool:
    """Whether each of the few is one of the many, or named like one."""
    return all(any(one.is_like(other) or one.is_named_like(other) for other in many) for one in few)


def _detail(one: Told) -> EventDetail:
    assert isinstance(one.statement.detail, EventDetail)  # noqa: S101  # only events enter
    return one.statement.detail
