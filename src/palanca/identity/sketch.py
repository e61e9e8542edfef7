"""Profiles drawn together: what is known of one thing, or of entities that show the same of it."""

from array import array
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from palanca.identity.body_names import core, country_in
from palanca.identity.generic import is_generic
from palanca.identity.identifiers import exclude
from palanca.identity.person_names import NameMatch, compare, is_common, parsed
from palanca.identity.profile import OfficeShown, Profile
from palanca.lexicon.sole_offices import sole_offices
from palanca.records import EntityId
from palanca.records.names import fold

_MOST_COMPANIONS = 64  # enough to tell circles apart; the rest of a much named person's would only cost memory
_FULL = 2
_MANY_NAMES = 16_384

type Evidence = tuple[str, ...]
type Place = tuple[str, str]  # role, and the folded body or the country
type Listing = tuple[str, str]  # a register, and the folded name that a thing has in all its rows


_NOBODY: dict[str, int] = {}
_UNLISTED: frozenset[Listing] = frozenset()


@dataclass(slots=True, kw_only=True)
class Sketch:
    """What some entities show of a thing. `forms` are the names that it is compared by.

    `is_common` tells that many people bear one of its names. `foes` are entities that people judged to be others.
    `listed` has the registers that list it, each with the name that it has there, folded.
    `members` are numbers of entities; `is_of_each` tells that each of them is a thing by itself of which no more than
    this is known. There are as many sketches as names in a case: what most do not have is one shared empty value.
    """

    is_person: bool
    is_common: bool = False
    forms: frozenset[str]
    countries: frozenset[str] = frozenset()
    offices: frozenset[Place] = frozenset()
    bodies: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    companions: dict[str, int] = field(default_factory=lambda: _NOBODY)
    first_year: int | None = None
    last_year: int | None = None
    identifiers: frozenset[str] = frozenset()
    listed: frozenset[Listing] = frozenset()
    members: "array[int]" = field(default_factory=lambda: array("I"))
    foes: frozenset[EntityId] = frozenset()
    is_of_each: bool = False
    _full: tuple[str, ...] | None = None

    def show(self, profile: Profile, number: int) -> None:
        """Add what one document shows of the entity of that number."""
        self.members.append(number)
        country = country_of(profile)
        if country and country not in self.countries:
            self.countries |= {country}
        if profile.identifiers:
            self.identifiers |= frozenset(profile.identifiers)
        self.listed |= listing(profile)
        for office in profile.offices:
            self.offices = _with(self.offices, *places(office))
            self.roles = _with(self.roles, office.role)
            if office.body:
                self.bodies = _with(self.bodies, office.body)
            self._lasts(office.first_year, office.last_year)
        self._stand_with(dict.fromkeys(profile.companions, 1))

    def take(self, other: "Sketch") -> None:
        """Add all that another sketch knows. Its members stay its own."""
        self.is_common |= other.is_common
        self.forms |= other.forms
        self.countries |= other.countries
        self.identifiers |= other.identifiers
        self.listed |= other.listed
        self.offices |= other.offices
        self.bodies |= other.bodies
        self.roles |= other.roles
        self._full = None
        self._stand_with(other.companions)
        self._lasts(other.first_year, other.last_year)
        self.foes |= other.foes
        self.cut()

    def _stand_with(self, companions: Mapping[str, int]) -> None:
        if companions:
            known = {} if self.companions is _NOBODY else self.companions
            for name, times in companions.items():
                known[name] = known.get(name, 0) + times
            self.companions = known

    def cut(self) -> None:
        """Keep the most frequent companions only."""
        if len(self.companions) > _MOST_COMPANIONS:
            ranked = sorted(self.companions.items(), key=lambda item: (-item[1], item[0]))
            self.companions = dict(ranked[:_MOST_COMPANIONS])

    def full_names(self) -> tuple[str, ...]:
        """The full names that say most: of "Juan González" and "Juan Carlos González" the second only."""
        if self._full is None:
            full = sorted(form for form in self.forms if is_full(form))
            self._full = tuple(name for name in full if not any(_says_less(name, other) for other in full))
        return self._full

    def evidence(self) -> Iterator[Evidence]:
        """What another sketch of the same thing may have in common, beside names and country."""
        yield from self.offices
        yield from (("body", body) for body in self.bodies)
        yield from (("companion", companion) for companion in self.companions)
        yield from (("sole", role) for role in self.roles & sole_offices())

    def _lasts(self, first: int | None, last: int | None) -> None:
        years = [year for year in (self.first_year, self.last_year, first, last) if year is not None]
        if years:
            self.first_year, self.last_year = min(years), max(years)


def _with[Value: Hashable](known: frozenset[Value], *values: Value) -> frozenset[Value]:
    """A set with more in it; the same for the same values, since the rows of a register show much the same offices."""
    return known if known.issuperset(values) else _shared(known.union(values))


@lru_cache(maxsize=_MANY_NAMES)
def _shared[Value: Hashable](values: frozenset[Value]) -> frozenset[Value]:
    return values


def forms_of(profile: Profile) -> tuple[str, ...]:
    """The names to compare by, sorted.

    Of a person the full ones, or else the caption; of a body the caption and what is not generic, since "the Court" of
    one document is not that of another. A thing that is neither is compared by no name, see `keys`.
    """
    is_person = profile.is_person
    return _forms(profile.names, is_person) if is_person or profile.is_body else ()


@lru_cache(maxsize=_MANY_NAMES)
def _forms(given: tuple[str, ...], is_person: bool) -> tuple[str, ...]:
    """Of the names of a profile, the caption first. The rows of a register name the same few again and again."""
    caption = " ".join(given[0].split())
    if len(given) == 1:
        return (caption,)  # there is no other to compare by
    names = {" ".join(name.split()) for name in given if fold(name)}
    if is_person:
        return tuple(sorted(name for name in names if is_full(name))) or (caption,)
    return tuple(sorted({caption, *(name for name in names if not is_generic(core(name)))}))


def evidence_of(profile: Profile) -> set[Evidence]:
    """What `Sketch.evidence` gives of one profile."""
    found: set[Evidence] = {place for office in profile.offices for place in places(office)}
    found |= {("body", office.body) for office in profile.offices if office.body}
    found |= {("sole", office.role) for office in profile.offices if office.role in sole_offices()}
    return found | {("companion", companion) for companion in profile.companions}


def country_of(profile: Profile) -> str | None:
    """The country of a thing, as its document tells or, of a body, as one of its names does."""
    if profile.country or not profile.is_body:
        return profile.country
    told = {country for name in profile.names if (country := country_in(name))}
    return told.pop() if len(told) == 1 else None


def years_of(profile: Profile) -> tuple[int, ...]:
    """The years in which it is shown in offices, in order."""
    return tuple(sorted({year for office in profile.offices if (year := office.first_year) is not None}))


def listing(profile: Profile) -> frozenset[Listing]:
    """The register that lists a thing, and under which name; nothing where none does."""
    return _shared(frozenset({(profile.lister, fold(profile.caption))})) if profile.lister else _UNLISTED


def are_listed_apart(one: Sketch, other: Sketch) -> bool:
    """Whether a register lists both, and under other names, or with other ids of its own."""
    if not one.listed or not other.listed:
        return False
    if {lister for lister, _ in one.listed}.isdisjoint(lister for lister, _ in other.listed):
        return False
    return not one.listed & other.listed or exclude(one.identifiers, other.identifiers, of_one_list=True)


def is_full(name: str) -> bool:
    """Whether a name of a person has a surname and something beside it."""
    return len(parsed(name).tokens) >= _FULL


def bears_common_name(profile: Profile, borne_by_two: frozenset[str]) -> bool:
    """Whether many people bear one of its names, or two are known to: those of `borne_by_two`, folded."""
    forms = forms_of(profile) if profile.is_person else ()
    return any(is_common(form) or fold(form) in borne_by_two for form in forms)


def circles(one: Sketch, other: Sketch) -> Iterator[str]:
    """Companions that both have, in order of the alphabet."""
    small, large = sorted((one.companions, other.companions), key=len)
    yield from sorted(name for name in small if name in large)


def places(office: OfficeShown) -> Iterator[Place]:
    """An office as role and body, and as role and country, as far as told."""
    if office.body:
        yield office.role, office.body
    if office.country:
        yield office.role, office.country


def _says_less(name: str, other: str) -> bool:
    return len(name) < len(other) and compare(name, other) in {NameMatch.INITIALS, NameMatch.PART}
