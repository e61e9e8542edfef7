"""Regions, the states of the United States and large cities: places that have no country code of their own.

Countries and their capitals are in `countries`. A place that lies in one country carries its code, so that what happens
there counts for that country.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from palanca.lexicon.countries import country
from palanca.lexicon.demonyms import english_forms, spanish_forms
from palanca.lexicon.lettering import is_all_lower, without_article
from palanca.lexicon.loading import Entry, load_yaml
from palanca.records.errors import LexiconError
from palanca.records.names import fold

_FILE = "places.yaml"


class PlaceKind(StrEnum):
    """What sort of place a phrase names; an adjective names a region's people or manner."""

    REGION = "region"
    ADJECTIVE = "adjective"
    STATE = "state"
    CITY = "city"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePhrase:
    """Words that name a place, or belong to one. `name` is the place's English name, the first of its spellings.

    `country` is the alpha-3 code of the country it lies in; None for a place in several, or in a disputed one.
    A weak phrase names people, things or other places too often to count alone.
    """

    phrase: str
    name: str
    kind: PlaceKind
    country: str | None = None
    weak: bool = False


class _Region(Entry):
    also: tuple[str, ...] = ()
    es: tuple[str, ...] = ()
    adj: tuple[str, ...] = ()
    adj_es: tuple[str, ...] = ()
    country: str | None = None


class _Places(Entry):
    regions: dict[str, _Region]
    us_states: dict[str, str]
    cities: dict[str, tuple[str, ...]]
    weak: tuple[str, ...]


@cache
def place_phrases() -> tuple[PlacePhrase, ...]:
    """Every phrase: regions with their adjectives, states with their capitals, cities, in the order of the file.

    Raises LexiconError if a place lies in an unknown country, or if two places share a phrase that is not weak.
    """
    lists = load_yaml(_FILE, _Places)
    weak = {form for word in lists.weak for form in (word, *english_forms(word), *spanish_forms(word))}
    phrases = tuple(_curled(_all_phrases(lists), weak))
    _check(phrases)
    return phrases


def place_named(text: str) -> PlacePhrase | None:
    """The region, state or city of this name; None if there is none, or if several share it ("Hyderabad")."""
    if is_all_lower(text):
        return None
    return _only(_found(text, _is_name))


def region_of_adjective(text: str) -> PlacePhrase | None:
    """The region whose adjective or people this is: "European", "the Kurds", "latinoamericanas"."""
    found = _found(text, _is_adjective)
    return _only(p for p in found if is_all_lower(p.phrase) or not is_all_lower(text))


def _all_phrases(lists: _Places) -> Iterator[PlacePhrase]:
    for name, region in lists.regions.items():
        yield from _region_phrases(name, region)
    for state, capital in lists.us_states.items():
        yield PlacePhrase(phrase=state, name=state, kind=PlaceKind.STATE, country="USA")
        yield PlacePhrase(phrase=capital, name=capital, kind=PlaceKind.CITY, country="USA")
    for alpha3, cities in lists.cities.items():
        for city in cities:
            yield PlacePhrase(phrase=city, name=city, kind=PlaceKind.CITY, country=alpha3)


def _region_phrases(name: str, region: _Region) -> Iterator[PlacePhrase]:
    names = tuple(dict.fromkeys((name, *region.also, *region.es)))
    for phrase in names:
        yield PlacePhrase(phrase=phrase, name=name, kind=PlaceKind.REGION, country=region.country)
    adjectives = [form for word in region.adj for form in english_forms(word)]
    adjectives += [form for word in region.adj_es for form in spanish_forms(word)]
    for phrase in dict.fromkeys(a for a in adjectives if a not in names):
        yield PlacePhrase(phrase=phrase, name=name, kind=PlaceKind.ADJECTIVE, country=region.country)


def _curled(phrases: Iterable[PlacePhrase], weak: set[str]) -> Iterator[PlacePhrase]:
    """The phrases with their weakness, each with straight and with curly apostrophes."""
    for p in phrases:
        for text in dict.fromkeys((p.phrase, p.phrase.replace("'", "’"))):
            yield PlacePhrase(phrase=text, name=p.name, kind=p.kind, country=p.country, weak=p.phrase in weak)


def _check(phrases: Iterable[PlacePhrase]) -> None:
    """Refuse unknown countries and rival places."""
    owners: dict[str, PlacePhrase] = {}
    for phrase in phrases:
        if phrase.country is not None:
            country(phrase.country)
        rival = owners.setdefault(phrase.phrase, phrase)
        if rival is not phrase and not phrase.weak:
            raise LexiconError(f"{_FILE}: {phrase.phrase!r} is listed twice: list it under weak, or drop one")


@cache
def _index() -> dict[str, tuple[PlacePhrase, ...]]:
    index: defaultdict[str, list[PlacePhrase]] = defaultdict(list)
    for phrase in place_phrases():
        index[fold(phrase.phrase)].append(phrase)
    return {key: tuple(found) for key, found in index.items()}


def _found(text: str, wanted: Callable[[PlacePhrase], bool]) -> tuple[PlacePhrase, ...]:
    """The phrases that read like this, with or without an article."""
    for form in (text, without_article(text), f"the {text}"):
        if found := tuple(p for p in _index().get(fold(form), ()) if wanted(p)):
            return found
    return ()


def _is_name(phrase: PlacePhrase) -> bool:
    return phrase.kind is not PlaceKind.ADJECTIVE


def _is_adjective(phrase: PlacePhrase) -> bool:
    return phrase.kind is PlaceKind.ADJECTIVE


def _only(found: Iterable[PlacePhrase]) -> PlacePhrase | None:
    """The phrase, if all found lie in the same country and are of one kind and name once accents are left out."""
    phrases = tuple(found)
    places = {(fold(p.name), p.country) for p in phrases}
    return phrases[0] if len(places) == 1 else None
