"""The weight of evidence that two sketches show one thing, with the reasons in words.

The points stand for rough log-likelihood ratios, after Fellegi and Sunter (A theory for record linkage, 1969): how much
likelier what is seen is when the two are one. They were set by hand and checked on articles, registers and generated
names (`benchmarks/identity.py`): of the pairs merged at `AUTOMATIC` and above all are right in the articles, 99 of 100
in the registers, and 97 of 100 among generated names, of which many are namesakes on purpose.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice

from palanca.identity import body_names, person_names
from palanca.identity.body_names import BodyMatch
from palanca.identity.drawing import CAREER_YEARS
from palanca.identity.generic import is_generic
from palanca.identity.identifiers import exclude
from palanca.identity.person_names import NameMatch
from palanca.identity.reasons import OF_NAMES, REASONS
from palanca.identity.sketch import Place, Sketch, are_listed_apart, circles, is_full
from palanca.lexicon.countries import country_meant
from palanca.lexicon.sole_offices import sole_offices

_CODE = re.compile(r"[A-Z]{3}")

AUTOMATIC = 5.0
PROPOSED = 2.5
MARGIN = 2.0  # how much better than a rival the better of two must be
_ODDS = -3.0  # evidence against of this weight keeps two apart
_RIVALRY = -2.0  # and of this weight, a third from joining either of them

_PEOPLE = {NameMatch.SAME: 5.0, NameMatch.PART: 4.0, NameMatch.SPELLING: 3.5, NameMatch.INITIALS: 2.0,
           NameMatch.SURNAME: 1.0}  # fmt: skip
_COMMON = {NameMatch.SAME: 2.5, NameMatch.PART: 2.0, NameMatch.SPELLING: 1.5, NameMatch.INITIALS: 0.5,
           NameMatch.SURNAME: 0.0}  # fmt: skip
_BODIES = {BodyMatch.SAME: 6.0, BodyMatch.FORM: 5.5, BodyMatch.ORDER: 4.0, BodyMatch.SPELLING: 2.5,
           BodyMatch.ACRONYM: 2.0}  # fmt: skip
_GENERIC = {BodyMatch.SAME: 3.0, BodyMatch.FORM: 3.0, BodyMatch.ORDER: 3.0, BodyMatch.SPELLING: 0.0,
            BodyMatch.ACRONYM: 0.0}  # fmt: skip
_LONE = 1.0  # a single name, whoever bears it
_ACRONYM = 3.0  # a few letters stand for many things
_SAME_OFFICE, _SAME_BODY, _SAME_ROLE, _SAME_COUNTRY = 3.0, 2.0, 0.5, 1.5
_SAME_SOLE_ROLE = 1.0  # of which a state has one holder at a time, beside a surname: a person looks at "President Ruiz"
_COUNTRY_OF_BODY = 2.0
_COMPANION, _MOST_COMPANIONS = 0.7, 2.0
_OTHER_COUNTRY = -2.0
_OTHER_COUNTRY_GENERIC, _OTHER_COUNTRY_NAMED = -12.0, -2.5  # ministries never meet; firms are at home in several
_LIFETIME_YEARS, _PAST_LIFETIME = 70, -9.0
_PAST_CAREER = -2.5
_TERM_YEARS, _PAST_TERM = 8, -2.5  # of two who share a surname alone
_BEYOND_HOLDER = -4.0  # a surname is told so long before or after the full name: a father may have held the office too
_OTHER_SUFFIX = -3.5
_OTHER_FULL_NAME = -3.5
_SHOWN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """The points for two being one; `against` holds those that speak against it, a number of 0 or less."""

    points: float
    against: float
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]


type Match = NameMatch | BodyMatch
type _Found = tuple[float, Callable[[], str]]
"""Points, and what says why: most pairs are weighed, and few told of."""


def points_of(one: Sketch, other: Sketch, match: Match, forms: tuple[str, str]) -> float:
    """The points of `weighed`, without the reasons."""
    found = sum(points for points, _ in (*_evidence(one, other), *_of_names(one, other, match, forms)))
    return _of_match(one, other, match, forms)[0] + found


def may_be_proposed(one: Sketch, other: Sketch, match: Match) -> bool:
    """Whether `points_of` may come to a proposal: people whose names agree little need something in common.

    Of a hundred thousand who share a family name millions of pairs have nothing.
    """
    if not isinstance(match, NameMatch):
        return True
    if (_COMMON if one.is_common or other.is_common else _PEOPLE)[match] >= PROPOSED:
        return True
    return not (
        one.roles.isdisjoint(other.roles)  # and so are offices
        and one.bodies.isdisjoint(other.bodies)
        and one.countries.isdisjoint(other.countries)
        and one.companions.keys().isdisjoint(other.companions)
    )


def weighed(one: Sketch, other: Sketch, match: Match, forms: tuple[str, str]) -> Weight:
    """The evidence that two sketches, whose names `forms` agree by `match`, are one thing."""
    found = [*_evidence(one, other), *_of_names(one, other, match, forms)]
    name, common = _of_match(one, other, match, forms)
    reasons = [REASONS.say(OF_NAMES[match]), *(reason() for points, reason in found if points > 0)]
    against = [reason() for points, reason in found if points < 0]
    if common:
        against.append(REASONS.say("common"))
    return Weight(
        points=name + sum(points for points, _ in found),
        against=sum(points for points, _ in found if points < 0),
        reasons_for=tuple(reasons),
        reasons_against=tuple(against),
    )


def _of_match(one: Sketch, other: Sketch, match: Match, forms: tuple[str, str]) -> tuple[float, bool]:
    """What the names alone weigh, with a sole office beside a surname, and whether they are borne by many."""
    name, common = _name_points(match, forms, common=one.is_common or other.is_common)
    return name + (
        _SAME_SOLE_ROLE if match is NameMatch.SURNAME and one.roles & other.roles & sole_offices() else 0.0
    ), common


def at_odds(one: Sketch, other: Sketch, *, do_names_agree: bool = False) -> bool:
    """Whether two sketches cannot be one thing: identifiers, registers, names or strong evidence exclude each other.

    `do_names_agree` tells that all names of one agree with all of the other, as one that is compared with one does.
    """
    return _exclude(one, other, _ODDS) or (not do_names_agree and _are_named_apart(one, other))


def are_rivals(one: Sketch, other: Sketch) -> bool:
    """Whether two sketches are better not taken for one: at odds, or with some evidence against."""
    return _exclude(one, other, _RIVALRY) or _are_named_apart(one, other)


def _exclude(one: Sketch, other: Sketch, most: float) -> bool:
    """Whether identifiers or registers exclude each other, or evidence against weighs so much."""
    if exclude(one.identifiers, other.identifiers) or are_listed_apart(one, other):
        return True
    return _against(one, other) <= most


def _are_named_apart(one: Sketch, other: Sketch) -> bool:
    return one.is_person and other.is_person and _names_exclude(one, other)


def _names_exclude(one: Sketch, other: Sketch) -> bool:
    """Whether both have full names, and no two of them agree."""
    if one.forms == other.forms:
        return False
    ours, theirs = one.full_names(), other.full_names()
    if any(name in theirs for name in ours):
        return False
    return bool(ours and theirs) and all(
        match_of(a, b, is_person=True) is NameMatch.DIFFERENT for a in ours for b in theirs
    )


@lru_cache(maxsize=1 << 16)
def match_of(one: str, other: str, *, is_person: bool) -> Match:
    """How well two names agree."""
    return person_names.compare(one, other) if is_person else body_names.compare(one, other)


def _name_points(match: Match, forms: tuple[str, str], *, common: bool) -> tuple[float, bool]:
    """What the names alone weigh, and whether they are borne by many."""
    if isinstance(match, NameMatch):
        if match is NameMatch.SAME and not is_full(forms[0]):
            return _LONE, True
        return (_COMMON if common else _PEOPLE)[match], common
    if match is not BodyMatch.ACRONYM and any(map(body_names.is_acronym, forms)):
        return _ACRONYM, False
    generic = any(is_generic(body_names.core(form)) for form in forms)
    return (_GENERIC if generic else _BODIES)[match], generic


def _evidence(one: Sketch, other: Sketch) -> Iterator[_Found]:
    """Points and reasons beside the names."""
    if not one.is_person or not other.is_person:
        yield from _of_bodies(one, other)
        return
    yield from _of_offices(one, other)
    yield from _of_countries(one, other)
    if shared := list(islice(circles(one, other), 1 + int(_MOST_COMPANIONS / _COMPANION))):
        yield min(_MOST_COMPANIONS, _COMPANION * len(shared)), partial(_in_company, shared[:_SHOWN])
    years = _years_apart(one, other)
    if years > CAREER_YEARS:
        yield _of_years(years), partial(REASONS.say, "apart", years=years)


def _in_company(names: list[str]) -> str:
    return REASONS.say("company", names=", ".join(name.title() for name in names))


def _of_years(years: int) -> float:
    """The points against two that are shown so many years apart."""
    if years <= CAREER_YEARS:
        return 0.0
    return _PAST_LIFETIME if years > _LIFETIME_YEARS else _PAST_CAREER


def _against(one: Sketch, other: Sketch) -> float:
    """The sum of the points of `_evidence` that speak against their being one."""
    is_of_two = bool(one.countries and other.countries) and one.countries.isdisjoint(other.countries)
    if not one.is_person or not other.is_person:
        return _of_other_countries(one, other) if is_of_two else 0.0
    return (_OTHER_COUNTRY if is_of_two else 0.0) + _of_years(_years_apart(one, other))


def _years_apart(one: Sketch, other: Sketch) -> int:
    if one.first_year is None or other.first_year is None or one.last_year is None or other.last_year is None:
        return 0
    return max(one.first_year, other.first_year) - min(one.last_year, other.last_year)


def _of_names(one: Sketch, other: Sketch, match: Match, forms: tuple[str, str]) -> Iterator[_Found]:
    """What the two names say against their being one."""
    if not isinstance(match, NameMatch):
        if _full_names_differ(one, other):
            yield _OTHER_FULL_NAME, partial(REASONS.say, "full_names")
        return
    suffixes = {person_names.parsed(form).suffix for form in forms}
    if len(suffixes) > 1:
        yield _OTHER_SUFFIX, partial(REASONS.say, "suffix", suffix=max(suffixes))
    if not all(map(is_full, forms)) and (years := _years_apart(one, other)) > _TERM_YEARS:
        yield _PAST_TERM, partial(REASONS.say, "apart", years=years)
    elif (
        match is NameMatch.SURNAME
        and (beyond := _years_beyond(*sorted((one, other), key=_has_full_name))) > _TERM_YEARS
    ):
        yield _BEYOND_HOLDER, partial(REASONS.say, "apart", years=beyond)


def _has_full_name(sketch: Sketch) -> bool:
    return any(map(is_full, sketch.forms))


def _years_beyond(alone: Sketch, full: Sketch) -> int:
    """By how many years a surname is told before the full name first is, or after it last is."""
    if alone.first_year is None or alone.last_year is None or full.first_year is None or full.last_year is None:
        return 0
    return max(full.first_year - alone.first_year, alone.last_year - full.last_year)


def _full_names_differ(one: Sketch, other: Sketch) -> bool:
    """Whether both bodies have names that are no initials, and no two of them agree."""
    ours, theirs = ([form for form in sketch.forms if not body_names.is_acronym(form)] for sketch in (one, other))
    return bool(ours and theirs) and all(
        match_of(a, b, is_person=False) in {BodyMatch.DIFFERENT, BodyMatch.ACRONYM} for a in ours for b in theirs
    )


def _of_bodies(one: Sketch, other: Sketch) -> Iterator[_Found]:
    if shared := one.countries & other.countries:
        yield _COUNTRY_OF_BODY, partial(_of_one, shared)
    elif one.countries and other.countries:
        yield _of_other_countries(one, other), partial(_of_two, one, other)


def _of_other_countries(one: Sketch, other: Sketch) -> float:
    """The points against two bodies of different countries."""
    return _OTHER_COUNTRY_GENERIC if _is_generic(one) or _is_generic(other) else _OTHER_COUNTRY_NAMED


def _is_generic(sketch: Sketch) -> bool:
    return any(is_generic(body_names.core(form)) for form in sketch.forms)


def _of_offices(one: Sketch, other: Sketch) -> Iterator[_Found]:
    """The best that the offices of both have in common."""
    if same := one.offices & other.offices:
        yield _SAME_OFFICE, partial(_in_office, same)
    elif bodies := one.bodies & other.bodies:
        yield _SAME_BODY, lambda: REASONS.say("body", body=min(bodies))
    elif roles := one.roles & other.roles:
        yield _SAME_ROLE, lambda: REASONS.say("role", role=min(roles))


def _of_countries(one: Sketch, other: Sketch) -> Iterator[_Found]:
    if shared := one.countries & other.countries:
        yield _SAME_COUNTRY, partial(_of_one, shared)
    elif one.countries and other.countries:
        yield _OTHER_COUNTRY, partial(_of_two, one, other)


def _in_office(same: frozenset[Place]) -> str:
    role, place = min(same)
    return REASONS.say("office", role=role, place=_called(place))


def _of_one(countries: frozenset[str]) -> str:
    return REASONS.say("country", country=_called(min(countries)))


def _of_two(one: Sketch, other: Sketch) -> str:
    countries = _called(min(one.countries)), _called(min(other.countries))
    return REASONS.say("countries", one=countries[0], other=countries[1])


def _called(place: str) -> str:
    """A place of a sketch as it is read: a country by its name, where its code stands for it."""
    known = country_meant(place) if _CODE.fullmatch(place) else None
    return known.name if known else place
