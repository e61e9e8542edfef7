"""People, bodies and places that nobody knows, each made from its number and a seed alone: none has to be kept.

Of twenty things in a row fourteen are people, five bodies, one is a place; the low numbers are the famous ones.
Namesakes are made on purpose: people of other countries, or of other times where a name is at home in one country
alone; a few compatriots of the same time; families, and sons called after their fathers. Ministries of the same name
stand in every country; companies and towns have no namesake in their own.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generated_words import Culture, words
from palanca.lexicon.countries import country
from palanca.records import Schema

_ROW, _PEOPLE, _BODIES = 20, 14, 5
_NAMESAKES, _COMPATRIOTS, _FAMILY, _JUNIORS = 0.04, 0.002, 0.02, 0.004
_EARLIER = 50  # years, of a namesake of another time
_FIRST_YEAR, _LAST_YEAR = 1985, 2020
_LISTED_SURNAMES, _COMPOSED_GIVEN = 0.2, 0.9
_STATE_OFFICE = 0.55
_SCATTER = 7919  # a prime, so that neighbouring numbers get names that are not alike
_LINKS = ("", "", "and", "elm", "esk", "iv", "ob", "ot", "urn")  # make surnames that differ by more than a slip
_KEPT = 1 << 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """An office held from `start` to `end` (years); `body` is the name of its body, empty where that is the state."""

    role: str
    body: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person with all names; those that culture or chance left out are empty. Tenures are in order of time."""

    number: int
    culture: Culture
    country: str
    given: str
    middle: str
    surname: str
    mother: str
    suffix: str
    tenures: tuple[Tenure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body: `name` without form and country; `matter` is set for a ministry, its index among the matters."""

    number: int
    schema: Schema
    country: str
    name: str
    form: str = ""
    matter: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A town of a country, or a country (`is_country`)."""

    number: int
    country: str
    name: str
    is_country: bool


type Thing = Person | Body | Place


@lru_cache(maxsize=_KEPT)
def thing(number: int, seed: int) -> Thing:
    """The thing of this number; the same for the same seed."""
    row, place = divmod(number, _ROW)
    if place < _PEOPLE:
        return person(number, seed)
    if place < _PEOPLE + _BODIES:
        return _body(number, row * _BODIES + place - _PEOPLE, seed)
    return _place(number, row)


def person(number: int, seed: int) -> Person:
    """The person of this number."""
    draw = random.Random(f"{seed}/{number}")  # noqa: S311  # a seeded draw, no secret
    base, years_earlier = _named(number, seed), 0
    chance = draw.random() if number >= _ROW else 1.0
    elder = _named(_elder(number, draw), seed) if number >= _ROW else base
    if chance < _NAMESAKES:
        elsewhere = [code for code in elder.culture.countries if code != elder.country]
        base = replace(elder, number=number, country=draw.choice(elsewhere or [elder.country]), middle=base.middle)
        years_earlier = 0 if elsewhere else _EARLIER
    elif (chance := chance - _NAMESAKES) < _COMPATRIOTS:
        base = replace(elder, number=number, middle=base.middle)
    elif (chance := chance - _COMPATRIOTS) < _FAMILY or (chance < _FAMILY + _JUNIORS and not _has_juniors(elder)):
        base = replace(base, surname=elder.surname, culture=elder.culture, country=elder.country, mother="")
    elif chance < _FAMILY + _JUNIORS:
        base = replace(elder, number=number, suffix="Jr.")
    return replace(base, tenures=tuple(_tenures(base.country, draw, years_earlier)))


def _has_juniors(person: Person) -> bool:
    """Whether sons called after their fathers are told apart by a suffix where the name is at home."""
    return person.culture.name == "english"


def _elder(number: int, draw: random.Random) -> int:
    """A person of a lower number."""
    return draw.randrange(number // _ROW) * _ROW + draw.randrange(_PEOPLE)


def _named(number: int, seed: int) -> Person:
    """Somebody with a name and a country, drawn apart from all else, so that namesakes can borrow it."""
    draw = random.Random(f"{seed}/name/{number}")  # noqa: S311  # a seeded draw, no secret
    cultures = words().cultures
    culture = draw.choices(cultures, [one.weight for one in cultures])[0]
    pool = culture.men if draw.random() < 0.7 else culture.women
    given = _given(culture, pool, draw)
    middle = _frequent(pool, draw) if draw.random() < culture.middle else ""
    return Person(
        number=number,
        culture=culture,
        country=_frequent(culture.countries, draw),
        given=given,
        middle="" if middle == given else middle,
        surname=_surname(culture, draw),
        mother=_surname(culture, draw) if draw.random() < culture.mother else "",
        suffix="",
        tenures=(),
    )


def _given(culture: Culture, pool: Sequence[str], draw: random.Random) -> str:
    if culture.given_roots and draw.random() < _COMPOSED_GIVEN:
        return draw.choice(culture.given_roots) + draw.choice(culture.given_endings)
    return _frequent(pool, draw)


def _surname(culture: Culture, draw: random.Random) -> str:
    if not culture.roots or draw.random() < _LISTED_SURNAMES:
        return _frequent(culture.surnames, draw)
    return draw.choice(culture.roots) + draw.choice(_LINKS) + draw.choice(culture.endings)


def _frequent(names: Sequence[str], draw: random.Random) -> str:
    """A name of the list; the first are drawn oftener than the last, at 5 to 3 between the halves."""
    return names[int(len(names) * draw.random() ** 1.5)]


def _tenures(code: str, draw: random.Random, years_earlier: int) -> list[Tenure]:
    start = draw.randint(_FIRST_YEAR, _LAST_YEAR) - years_earlier
    held = []
    for _ in range(draw.choice((1, 1, 2, 2, 3))):
        end = start + draw.choice((1, 2, 4, 4, 5, 8))
        of_state = draw.random() < _STATE_OFFICE
        held.append(
            Tenure(
                role=draw.choice(words().roles_of_state if of_state else words().roles),
                body="" if of_state else _body_of_office(code, draw),
                start=start,
                end=end,
            )
        )
        start = end
    return held


def _body_of_office(code: str, draw: random.Random) -> str:
    if draw.random() < 0.5:
        return f"{country(code).demonyms[0]} Ministry of {draw.choice(words().matters)[0]}"
    return _coined(draw.randrange(20_000))


def _body(number: int, count: int, seed: int) -> Body:
    """Every second body is one of a state, as long as there are any left; then come companies and associations."""
    order = _state_bodies(seed)
    if count % 2 == 0 and count // 2 < len(order):
        code, kind = order[count // 2]
        matters = words().matters
        name = matters[kind][0] if kind < len(matters) else words().state_bodies[kind - len(matters)]
        return Body(
            number=number,
            schema=Schema.PUBLIC_BODY,
            country=code,
            name=name,
            matter=kind if kind < len(matters) else None,
        )
    return _firm_or_union(number, count, seed)


@lru_cache(maxsize=2)
def _state_bodies(seed: int) -> tuple[tuple[str, int], ...]:
    kinds = range(len(words().matters) + len(words().state_bodies))
    order = [(code, kind) for code in _countries() for kind in kinds]
    random.Random(seed).shuffle(order)  # noqa: S311  # a seeded draw, no secret
    return tuple(order)


def _firm_or_union(number: int, count: int, seed: int) -> Body:
    draw = random.Random(f"{seed}/body/{number}")  # noqa: S311  # a seeded draw, no secret
    culture = draw.choice(words().cultures)
    code = draw.choice(culture.countries)
    if count % 3 == 0:
        return Body(number=number, schema=Schema.ORGANIZATION, country=code, name=_union(count // 3, code))
    forms = words().forms_es if culture.name == "spanish" and draw.random() < 0.6 else words().forms
    return Body(number=number, schema=Schema.COMPANY, country=code, name=_coined(count), form=draw.choice(forms))


def _union(count: int, code: str) -> str:
    """An association named by its cause and, once all causes are used, by a word of its own."""
    rest, cause = divmod(count, len(words().causes))
    rest, sort = divmod(rest, len(words().unions))
    name = words().unions[sort].replace("{of}", words().causes[cause])
    return f"{_coined_word(rest - 1)} {name}" if rest else f"{country(code).demonyms[0]} {name}"


def _coined(count: int) -> str:
    """Each count has a name of its own: a coined word with a sector, then two coined words with one."""
    sectors = words().sectors
    names = len(words().coined_roots) * len(words().coined_endings) * len(sectors)
    block, index = divmod(count, names)
    word, sector = divmod(index * _SCATTER % names, len(sectors))
    first = f"{_coined_word(block - 1)} " if block else ""
    return f"{first}{_coined_word(word)} {sectors[sector]}"


def _coined_word(count: int) -> str:
    endings, roots = words().coined_endings, words().coined_roots
    rest, ending = divmod(count, len(endings))
    rest, root = divmod(rest, len(roots))
    word = roots[root] + endings[ending]
    return f"{_coined_word(rest - 1)} {word}" if rest else word


def _place(number: int, row: int) -> Place:
    """The countries first; then towns, country by country, none twice in one country."""
    codes = _countries()
    if row < len(codes):
        return Place(number=number, country=codes[row], name=country(codes[row]).name, is_country=True)
    count, which = divmod(row - len(codes), len(codes))
    return Place(number=number, country=codes[which], name=_town(codes[which], count), is_country=False)


def _town(code: str, count: int) -> str:
    """A name of the culture's own; every tenth is borne by a town in each of its countries."""
    culture = next(one for one in words().cultures if code in one.countries)
    shared = count % 10 == 0
    own = count * len(culture.countries) + (0 if shared else culture.countries.index(code))
    rest, ending = divmod(own, len(culture.towns))
    stems = culture.roots or culture.surnames
    rest, stem = divmod(rest, len(stems))
    return f"{'New ' * rest}{stems[stem].removeprefix('Al-')}{culture.towns[ending]}"


@lru_cache(maxsize=1)
def _countries() -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for culture in words().cultures for code in culture.countries))
