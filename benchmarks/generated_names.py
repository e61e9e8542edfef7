"""Documents of generated names with the truth: who is who is known, because all were made from numbers.

    python benchmarks/generated_names.py [--mentions 200] [--names 40] [--seed 1]

Each document turns about one thing and names some of its circle and some famous others; famous things are named much
more often than the rest, after Zipf's law with Mandelbrot's shift. Every thing is what some document turns about, as
long as there are as many documents as things. Nothing is kept: a million names take no more memory than a hundred.
The names are printed with their truth when this is run.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import count

from generated_things import Body, Person, Place, Tenure, Thing, thing
from generated_variants import Shown, Style, body_shown, person_shown, place_shown
from generated_words import words
from palanca.identity.profile import OfficeShown, Profile
from palanca.lexicon.countries import country
from palanca.records import DocumentId, EntityId, Schema
from palanca.records.names import fold

_STEEPNESS, _SHIFT = 0.9, 10.0  # of the Zipf–Mandelbrot law
_SMALLEST, _LARGEST = 3, 7  # things in a document
_CIRCLE, _FROM_CIRCLE = 6, 0.6
_STEP = 611_953  # a prime, so that documents turn about things in no order of fame
_FIRST_YEAR, _LAST_YEAR = 1985, 2025
_KEPT = 1 << 15


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedCase:
    """How many mentions (about) of how many things; the same seed makes the same case."""

    mentions: int
    names: int
    seed: int = 1


def generated(case: GeneratedCase) -> Iterator[tuple[Profile, int]]:
    """Each profile with the number of the thing that it truly shows, document by document."""
    made = 0
    for number in count():
        if made >= case.mentions:
            return
        shown = list(document(number, case))
        made += len(shown)
        yield from shown


def document(number: int, case: GeneratedCase) -> Iterator[tuple[Profile, int]]:
    """The profiles of one document."""
    draw = random.Random(f"{case.seed}/document/{number}")  # noqa: S311  # a seeded draw, no secret
    focus = number * _STEP % case.names if number < case.names else _famous(case.names, draw)
    things = [thing(one, case.seed) for one in _cast(focus, case, draw)]
    year = _year(things[0], draw)
    style = Style.drawn(draw)
    told = [(one, _shown(one, style, draw)) for one in things]
    captions = frozenset(fold(shown.names[0]) for _, shown in told)
    for place, (one, shown) in enumerate(told):
        identifier = blake2b(f"{case.seed}/{number}/{place}".encode(), digest_size=12).hexdigest()
        yield (
            _profile(one, shown, EntityId(identifier), DocumentId(f"{number:08}"), _Scene(year, captions, draw)),
            one.number,
        )


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the names of one document have in common."""

    year: int
    captions: frozenset[str]
    draw: random.Random


def _famous(names: int, draw: random.Random) -> int:
    """A number drawn by the law, from 0 to `names` left out: the inverse of its integral, in closed form."""
    low, high = _SHIFT ** (1 - _STEEPNESS), (names + _SHIFT) ** (1 - _STEEPNESS)
    return min(names - 1, int((low + draw.random() * (high - low)) ** (1 / (1 - _STEEPNESS)) - _SHIFT))


def _cast(focus: int, case: GeneratedCase, draw: random.Random) -> list[int]:
    """The numbers of what a document names, each once, the focus first."""
    circle = _circle(focus, case.names, case.seed)
    cast = {focus: None}
    for _ in range(draw.randint(_SMALLEST, _LARGEST) - 1):
        cast[draw.choice(circle) if draw.random() < _FROM_CIRCLE else _famous(case.names, draw)] = None
    return list(cast)


@lru_cache(maxsize=_KEPT)
def _circle(focus: int, names: int, seed: int) -> tuple[int, ...]:
    """Those with whom a thing is often named: of twice as many drawn, those of its own country first."""
    draw = random.Random(f"{seed}/circle/{focus}")  # noqa: S311  # a seeded draw, no secret
    home = thing(focus, seed).country
    drawn = sorted({_famous(names, draw) for _ in range(2 * _CIRCLE)} - {focus})
    drawn.sort(key=lambda one: thing(one, seed).country != home)
    return tuple(drawn[:_CIRCLE]) or (focus,)


def _year(focus: Thing, draw: random.Random) -> int:
    """A year in which the focus holds an office, if it is a person."""
    if isinstance(focus, Person):
        tenure = draw.choice(focus.tenures)
        return draw.randint(tenure.start, tenure.end)
    return draw.randint(_FIRST_YEAR, _LAST_YEAR)


def _shown(one: Thing, style: Style, draw: random.Random) -> Shown:
    if isinstance(one, Person):
        return person_shown(one, style, draw)
    return body_shown(one, style, draw) if isinstance(one, Body) else place_shown(one, style, draw)


def _profile(one: Thing, shown: Shown, entity: EntityId, document: DocumentId, scene: _Scene) -> Profile:
    office = _office(one, shown, scene) if isinstance(one, Person) else None
    return Profile(
        entity=entity,
        document=document,
        schema=_schema(one),
        names=shown.names,
        country=office.country if office and office.country else _country(one, shown, scene.draw),
        offices=(office,) if office else (),
        companions=scene.captions - {fold(shown.names[0])},
    )


def _schema(one: Thing) -> Schema:
    if isinstance(one, Person):
        return Schema.PERSON
    return one.schema if isinstance(one, Body) else Schema.PLACE


def _country(one: Thing, shown: Shown, draw: random.Random) -> str | None:
    """The country, where the document tells it: oftener of a body or place than of a person without office."""
    if isinstance(one, Place) and one.is_country:
        return one.country
    told = 0.2 if isinstance(one, Person) else 0.85 if shown.tells_country else 0.5
    return one.country if draw.random() < told else None


def _office(person: Person, shown: Shown, scene: _Scene) -> OfficeShown | None:
    """The office of the document's year, oftener told of one who is named by surname alone."""
    draw = scene.draw
    held = [tenure for tenure in person.tenures if tenure.start <= scene.year <= tenure.end]
    told = 0.55 if " " in shown.names[0] else 0.8
    if not held or draw.random() >= told:
        return None
    tenure = draw.choice(held)
    code = person.country if draw.random() < 0.8 else None
    year = scene.year if draw.random() < 0.8 else None
    return OfficeShown(
        role=_role(tenure, draw), body=_body(tenure, code), country=code, first_year=year, last_year=year
    )


def _role(tenure: Tenure, draw: random.Random) -> str:
    other = words().same_role.get(tenure.role, tenure.role)
    return other if draw.random() < 0.25 else tenure.role


def _body(tenure: Tenure, code: str | None) -> str:
    """That of the state is named by its country, where that is told."""
    if tenure.body:
        return fold(tenure.body)
    return fold(country(code).name) if code else ""


def main() -> None:
    """Print a case."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, default=200)
    parser.add_argument("--names", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for profile, truth in generated(GeneratedCase(mentions=options.mentions, names=options.names, seed=options.seed)):
        offices = ", ".join(f"{one.role} ({one.body}) {one.first_year or ''}" for one in profile.offices)
        print(f"{profile.document} {truth:>6} {' | '.join(profile.names)} [{profile.country or '?'}] {offices}")


if __name__ == "__main__":
    main()
