"""People who are shown in two countries on one day, or meeting somebody in a place that they are told to have left."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import combinations

from palanca.analysis.audit.findings import FINDINGS
from palanca.analysis.audit.ledger import Ledger, Told, finding
from palanca.analysis.audit.wording import about, dated
from palanca.analysis.audit.words import any_of, words
from palanca.lexicon.countries import country_named, country_of_capital
from palanca.lexicon.places import place_named
from palanca.records import TOLD_AS_SO, EntityId, EventDetail, Finding, FindingKind, Severity, Time
from palanca.records.names import fold

_IN_PERSON = frozenset({"meet", "visit", "host"})
_AWAY = timedelta(days=30)  # after so long, a return may well go untold


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """Somebody at a place on one day, or leaving it then. `place` is its name, `country` an alpha-3 code."""

    day: date
    place: str
    country: str | None
    told: Told


def whereabouts(ledger: Ledger) -> Iterator[Finding]:
    """Two countries on one day, then meetings after a departure, person by person."""
    meetings, departures = _meetings(ledger), _moves(ledger, words().leaving)
    arrivals = _moves(ledger, words().returning) if departures else {}
    for person, stays in meetings.items():
        in_order = sorted(stays, key=lambda stay: ledger.place(stay.told.statement))
        yield from _in_two_countries(ledger, person, in_order)
    for person, left in departures.items():
        yield from _after_leaving(ledger, left, meetings.get(person, []), arrivals.get(person, []), person)


def _in_two_countries(ledger: Ledger, person: EntityId, stays: Sequence[Stay]) -> Iterator[Finding]:
    name, on_day = ledger.identities[person].caption, defaultdict(list)
    for stay in stays:
        if stay.country:
            on_day[stay.day].append(stay)
    for day, same_day in on_day.items():
        for one, other in combinations(same_day, 2):
            is_of_two = one.country != other.country and one.told.claim != other.told.claim
            if is_of_two and not _in_one_register(ledger, one, other):
                text = FINDINGS.say(
                    "two_countries", person=name, one=one.place, other=other.place, day=dated(Time.day(day))
                )
                yield finding(ledger, FindingKind.IMPOSSIBLE_TIME, Severity.LOW, text, (one.told, other.told))


def _in_one_register(ledger: Ledger, one: Stay, other: Stay) -> bool:
    """Whether a register lists both stays: who keeps it saw the one and the other, a day's journey."""
    registers = {ledger.documents[stay.told.statement.document].register for stay in (one, other)}
    return len(registers) == 1 and None not in registers


def _after_leaving(
    ledger: Ledger, left: Sequence[Stay], meetings: Sequence[Stay], arrivals: Sequence[Stay], person: EntityId
) -> Iterator[Finding]:
    name = ledger.identities[person].caption
    for leaving in left:
        for meeting in meetings:
            if not leaving.day < meeting.day <= leaving.day + _AWAY or not _is_in(meeting, leaving):
                continue
            if not any(leaving.day <= back.day <= meeting.day and _is_in(back, leaving) for back in arrivals):
                yield _met_after(ledger, name, leaving, meeting)


def _met_after(ledger: Ledger, name: str, leaving: Stay, meeting: Stay) -> Finding:
    text = FINDINGS.say(
        "left", person=name, place=leaving.place, day=dated(Time.day(leaving.day)),
        act=about(meeting.told.claim, ledger), then=dated(Time.day(meeting.day)), there=meeting.place,
    )  # fmt: skip
    return finding(ledger, FindingKind.IMPOSSIBLE_TIME, Severity.MEDIUM, text, (leaving.told, meeting.told))


def _is_in(stay: Stay, left: Stay) -> bool:
    """Whether a place is the one that was left, or lies in it."""
    is_country = country_named(left.place) is not None
    return fold(stay.place) == fold(left.place) or (is_country and stay.country == left.country)


def _meetings(ledger: Ledger) -> Mapping[EntityId, list[Stay]]:
    """Where persons are shown to be, in person and on a known day."""
    found: dict[EntityId, list[Stay]] = defaultdict(list)
    for told in _of_one_day(ledger):
        detail, place = told.statement.detail, told.statement.place
        if place and isinstance(detail, EventDetail) and detail.mode in _IN_PERSON:
            for role in told.statement.roles:
                if person := ledger.person(role.filler):
                    thing = ledger.thing(place)
                    country = (thing.country if thing else None) or _country(place.text)
                    found[person.id].append(_stay(told, place.text, country))
    return found


def _moves(ledger: Ledger, verbs: tuple[str, ...]) -> Mapping[EntityId, list[Stay]]:
    """Whoever does what these verbs say, right behind the name, with the place right behind the verb."""
    found: dict[EntityId, list[Stay]] = defaultdict(list)
    for told in _of_one_day(ledger):
        for role in told.statement.roles:
            person = ledger.person(role.filler)
            match = _move(verbs).match(told.words_behind(ledger, role.filler.span)) if person else None
            if person and match:
                found[person.id].append(_stay(told, match["place"], _country(match["place"])))
    return found


def _of_one_day(ledger: Ledger) -> Iterator[Told]:
    """What is told of one day."""
    for told in ledger.all_told():
        time = told.statement.time
        if told.statement.modality in TOLD_AS_SO and time and time.first_day and time.first_day == time.last_day:
            yield told


def _stay(told: Told, place: str, country: str | None) -> Stay:
    day = told.statement.time.first_day if told.statement.time else None
    assert day is not None  # noqa: S101  # `_of_one_day` let no other in
    return Stay(day=day, place=place, country=country, told=told)


@cache
def _move(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """ "Ana Ruiz, the envoy, LEFT Lima": the verb and the capitals behind it."""
    return re.compile(
        rf"(?:\s*,[^,;.]{{1,90}},)?\s+{any_of(*verbs)}\s+(?:the\s+)?(?P<place>[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*)"
    )


@cache
def _country(place: str) -> str | None:
    """The code of the country that a place is, is the capital of, or lies in."""
    if found := country_named(place) or country_of_capital(place):
        return found.alpha3
    known = place_named(place)
    return known.country if known else None
