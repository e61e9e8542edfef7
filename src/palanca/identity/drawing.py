"""From profiles to sketches: entities that show the same of a thing are drawn together before any is weighed."""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from palanca.identity.body_names import core
from palanca.identity.entities import Entities
from palanca.identity.generic import is_generic
from palanca.identity.identifiers import sole
from palanca.identity.keys import exact_key
from palanca.identity.profile import Profile
from palanca.identity.rulings import Rulings
from palanca.identity.sketch import (
    Sketch,
    bears_common_name,
    country_of,
    forms_of,
    is_full,
    listing,
    places,
    years_of,
)
from palanca.records import EntityId, Schema
from palanca.records.names import fold

CAREER_YEARS = 40  # two who hold offices further apart are namesakes
_PAUSE_YEARS = 4  # in which nobody of a surname is told of in an office: a term

type Key = tuple[object, ...]

_EACH = "each"

_LEAST_SHOWN = 2  # documents that show a name in a country or time: one slip of a reader does not make two of one
_LEAST_SHARE = 0.05  # of those that show any


def draw(profiles: Iterable[Profile], rulings: Rulings) -> tuple[list[Sketch], Entities]:
    """Sketches in any order, and the entities that their members are, in the order of profiles.

    Drawn together are bodies of the same names and country (those of generic names only with a country, or as one
    register lists them), people of the same rare full names and country, people of the same common names who are shown
    in the same offices, and all else by its exact key; but never two that show different identifiers of a one-to-one
    scheme, or that a register lists apart by name or id. What a person judged to be different stays by itself, and so
    does what shows neither country nor office under a name that things of two countries bear; under one that people of
    two times bear, what shows no year. A surname alone is parted by the terms in which it is told. Entities that show
    nothing but one name, and are not drawn together, are each a thing by itself: one sketch tells of all, as a register
    may name "the assembly" in each row.
    """
    parted = frozenset(entity for pair in rulings.different for entity in pair)
    kept = list(profiles) if rulings.different and isinstance(profiles, Iterator) else profiles
    twins = _names_of_two(kept, rulings) | {one for one, other in rulings.apart if one == other}
    entities = Entities()
    drawn: dict[Key, tuple[Sketch, _Shown]] = {}
    shown: dict[Key, _Shown] = {}
    for profile in kept:
        number = entities.add(profile.entity)
        common = bears_common_name(profile, twins)
        name, key = _name(profile), _key_among(profile, parted, common=common)
        of_name = shown.get(name) or shown.setdefault(name, _Shown(len(shown)))
        of_name.add(key, profile, number)
        if key not in drawn:
            forms = frozenset(forms_of(profile))
            is_of_each = key[0] is _EACH
            empty = Sketch(is_person=profile.is_person, is_common=common, forms=forms, is_of_each=is_of_each)
            drawn[key] = empty, of_name
        sketch, known = drawn[key]
        sketch.show(profile, number)
        if known.number < of_name.number:
            drawn[key] = sketch, of_name
    sketches = [one for key, (sketch, of_name) in drawn.items() for one in of_name.parted(key, sketch)]
    for sketch in sketches:
        sketch.members = entities.in_order(sketch.members)
        sketch.cut()
    return sketches, entities


def _key_among(profile: Profile, parted: Collection[EntityId], *, common: bool) -> Key:
    """What is drawn together with it: a thing that was parted from another stays by itself, one of each is `_EACH`."""
    if profile.entity in parted:
        return (profile.entity,)
    key = _key(profile, common=common)
    if key == (profile.entity,) and _shows_a_name_alone(profile):
        return _EACH, _name(profile), common
    return key, sole(profile.identifiers, is_listed=_is_listed(profile)), listing(profile)


def _is_listed(profile: Profile) -> bool:
    """Whether a register lists a thing: a place that it enters under two ids is one place all the same."""
    return profile.lister is not None and profile.schema is not Schema.PLACE


def _shows_a_name_alone(profile: Profile) -> bool:
    shown = profile.offices or profile.companions or profile.identifiers or profile.lister
    return not shown and country_of(profile) is None


def _names_of_two(profiles: Iterable[Profile], rulings: Rulings) -> frozenset[str]:
    """Folded names of people that a ruling found to be borne by two."""
    if not rulings.different:
        return frozenset()
    ruled = {entity for pair in rulings.different for entity in pair}
    names = {p.entity: {fold(form) for form in forms_of(p)} for p in profiles if p.entity in ruled}
    nobody: set[str] = set()
    return frozenset().union(*(names.get(one, nobody) & names.get(other, nobody) for one, other in rulings.different))


def _key(profile: Profile, *, common: bool) -> Key:
    """What entities have in common that are drawn together."""
    name = _name(profile)
    told = frozenset(place for office in profile.offices for place in places(office))
    if profile.is_person:
        if common or not any(map(is_full, forms_of(profile))):
            return (name, profile.country, told) if told else (profile.entity,)
        return name, profile.country, None if profile.country else told
    if profile.is_body:
        is_told = country_of(profile) or not any(is_generic(core(form)) for form in forms_of(profile))
        if is_told or profile.listed_by:
            return name, country_of(profile)
        return (profile.entity,)
    return (exact_key(profile) or profile.entity,)


def _name(profile: Profile) -> Key:
    if profile.is_person or profile.is_body:
        return profile.is_person, forms_of(profile)
    return profile.schema, fold(profile.caption)


@dataclass(slots=True)
class _Shown:
    """What is shown under one name, to tell whether several people or bodies bear it.

    There are as many as names in a case: what most do not have is not there. `number` counts them as they come; what
    is drawn together under several names is parted by the last.
    """

    number: int
    countries: Counter[str] | None = None
    dated: list[tuple[Key, Profile, int]] | None = None
    identifiers: "dict[frozenset[str], array[int]] | None" = None

    def add(self, key: Key, profile: Profile, number: int) -> None:
        if country := country_of(profile):
            self.countries = self.countries or Counter()
            self.countries[country] += 1
        if years_of(profile):
            self.dated = self.dated or []
            self.dated.append((key, profile, number))
        if profile.identifiers:
            self.identifiers = self.identifiers or {}
            self.identifiers.setdefault(frozenset(profile.identifiers), array("I")).append(number)

    def parted(self, key: Key, sketch: Sketch) -> Iterator[Sketch]:
        """The sketch; or several, where namesakes of two countries or of two times would be in it."""
        times = self._times()
        if not _is_of_two(self.countries or Counter()) and not times:
            yield from self._spells(key, sketch)
            return
        sketch.is_common = True
        if sketch.is_of_each:
            yield sketch
        elif times:
            yield from self._by_time(key, sketch, times)
        elif sketch.countries or sketch.offices or sketch.bodies:
            yield sketch
        else:
            yield from self._alone(sketch, sketch.members)

    def _spells(self, key: Key, sketch: Sketch) -> Iterator[Sketch]:
        """The sketch; or of a surname alone what is told of each spell, since others of the name may follow in office.

        What shows no year stays with the spell that is told of most.
        """
        if not sketch.is_person or any(map(is_full, sketch.forms)):
            yield sketch
            return
        years = sorted(years_of(profile)[0] for of_key, profile, _ in self.dated or () if of_key == key)
        breaks = [later for earlier, later in pairwise(years) if later - earlier > _PAUSE_YEARS]
        if not breaks:
            yield sketch
            return
        spells = self._dated_by_time(key, sketch, breaks)
        dated = {member for one in spells for member in one.members}
        longest = max(spells, key=lambda one: len(one.members))
        longest.members.extend(member for member in sketch.members if member not in dated)
        yield from spells

    def _times(self) -> list[int]:
        """The years with which a namesake of another time begins."""
        years = sorted(year for _, profile, _ in self.dated or () for year in years_of(profile)[:1])
        breaks = [later for earlier, later in pairwise(years) if later - earlier > CAREER_YEARS]
        if not breaks or not _is_of_two(Counter(bisect_right(breaks, year) for year in years)):
            return []
        return breaks

    def _by_time(self, key: Key, sketch: Sketch, breaks: list[int]) -> Iterator[Sketch]:
        """Those of each time together, and each that shows no year by itself."""
        of_times = self._dated_by_time(key, sketch, breaks)
        yield from of_times
        dated = {member for one in of_times for member in one.members}
        yield from self._alone(sketch, [member for member in sketch.members if member not in dated])

    def _dated_by_time(self, key: Key, sketch: Sketch, breaks: list[int]) -> list[Sketch]:
        """What shows a year, parted at the years with which a new time begins."""
        of_time: dict[int, Sketch] = {}
        for of_key, profile, number in self.dated or ():
            if of_key == key:
                time = bisect_right(breaks, years_of(profile)[0])
                empty = Sketch(is_person=sketch.is_person, is_common=sketch.is_common, forms=sketch.forms)
                of_time.setdefault(time, empty).show(profile, number)
        return list(of_time.values())

    def _alone(self, sketch: Sketch, members: Collection[int]) -> Iterator[Sketch]:
        """Each by itself, since it shows too little to tell which of several namesakes it is."""
        alone = set(members)
        has = {one: found for found, having in (self.identifiers or {}).items() for one in having if one in alone}
        for member in members:
            yield Sketch(
                is_person=sketch.is_person,
                is_common=True,
                forms=sketch.forms,
                countries=sketch.countries,
                identifiers=has.get(member, frozenset()),
                listed=sketch.listed,  # what is drawn together is listed alike
                members=array("I", [member]),
            )


def _is_of_two(shown: Counter[str] | Counter[int]) -> bool:
    """Whether a second is shown more often than slips are."""
    if len(shown) < 2:
        return False
    second = sorted(shown.values())[-2]
    return second >= max(_LEAST_SHOWN, _LEAST_SHARE * shown.total())
