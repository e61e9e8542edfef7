"""From profiles to sketches: entities that show the same of a thing are drawn together before any is weighed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from palanca.identity.body_names import core
from palanca.identity.generic import is_generic
from palanca.identity.keys import exact_key
from palanca.identity.profile import Profile
from palanca.identity.rulings import Rulings
from palanca.identity.sketch import Sketch, bears_common_name, country_of, forms_of, is_full, places
from palanca.records.names import fold

type Key = tuple[object, ...]

_LEAST_SHOWN = 2  # documents that show a name in a country, so that one slip of a reader does not make two of one
_LEAST_SHARE = 0.1  # of those that show a country


def draw(profiles: Iterable[Profile], rulings: Rulings) -> list[Sketch]:
    """Sketches in the order of their smallest members.

    Drawn together are bodies of the same names and country (those of generic names only with a country), people of the
    same rare full names and country, people of the same common names who are shown in the same offices, and all else by
    its exact key. What a person judged to be different stays by itself, and so does what shows neither country nor
    office under a name that things of two countries bear.
    """
    parted = frozenset(entity for pair in rulings.different for entity in pair)
    kept = list(profiles) if rulings.different else profiles
    twins = _names_of_two(kept, rulings) | {one for one, other in rulings.apart if one == other}
    drawn: dict[Key, Sketch] = {}
    names: dict[Key, Key] = {}
    countries: dict[Key, Counter[str]] = defaultdict(Counter)
    for profile in kept:
        common = bears_common_name(profile, twins)
        key = (profile.entity,) if profile.entity in parted else _key(profile, common=common)
        if key not in drawn:
            drawn[key] = Sketch(is_person=profile.is_person, is_common=common, forms=frozenset(forms_of(profile)))
            names[key] = _name(profile)
        drawn[key].show(profile)
        if country := country_of(profile):
            countries[_name(profile)][country] += 1
    sketches = [one for key, sketch in drawn.items() for one in _parted(sketch, countries.get(names[key]))]
    for sketch in sketches:
        sketch.members.sort()
        sketch.cut()
    return sorted(sketches, key=lambda sketch: sketch.members[0])


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
        return (name, country_of(profile)) if is_told else (profile.entity,)
    return (exact_key(profile) or profile.entity,)


def _name(profile: Profile) -> Key:
    if profile.is_person or profile.is_body:
        return profile.is_person, forms_of(profile)
    return profile.schema, fold(profile.caption)


def _parted(sketch: Sketch, shown: Counter[str] | None) -> Iterator[Sketch]:
    """The sketch; or one of each entity, where it shows too little to tell which of several namesakes each is."""
    if not _is_of_two_countries(shown):
        yield sketch
        return
    sketch.is_common = True
    if sketch.countries or sketch.offices or sketch.bodies:
        yield sketch
        return
    for member in sketch.members:
        yield Sketch(is_person=sketch.is_person, is_common=True, forms=sketch.forms, members=[member])


def _is_of_two_countries(shown: Counter[str] | None) -> bool:
    """Whether a name is shown in a second country more often than slips are."""
    if shown is None or len(shown) < 2:
        return False
    second = sorted(shown.values())[-2]
    return second >= max(_LEAST_SHOWN, _LEAST_SHARE * shown.total())
