"""Regions, states and cities are found by name and carry their country."""

import pytest

from palanca.lexicon.countries import PhraseKind, country_phrases
from palanca.lexicon.places import PlaceKind, PlacePhrase, place_named, place_phrases, region_of_adjective


def test_all_fifty_states_with_their_capitals() -> None:
    states = [p for p in place_phrases() if p.kind is PlaceKind.STATE]
    assert len(states) == 50
    assert all(p.country == "USA" for p in states)


def test_cities_of_many_countries() -> None:
    cities = [p for p in place_phrases() if p.kind is PlaceKind.CITY]
    assert len(cities) >= 400
    assert len({p.country for p in cities}) >= 100


def test_places_share_only_weak_phrases() -> None:
    seen: dict[str, PlacePhrase] = {}
    for phrase in place_phrases():
        rival = seen.setdefault(phrase.phrase, phrase)
        assert rival is phrase or (rival.weak and phrase.weak)


def test_place_and_country_never_quarrel_over_a_strong_phrase() -> None:
    strong = {p.phrase: p.alpha3 for p in country_phrases() if not p.weak and p.kind is not PhraseKind.DEMONYM}
    assert not [p for p in place_phrases() if not p.weak and strong.get(p.phrase, p.country) != p.country]


@pytest.mark.parametrize(
    ("text", "country"),
    [("Shanghai", "CHN"), ("Hambantota", "LKA"), ("Estambul", "TUR"), ("West Bank", "PSE"), ("Gaza", "PSE"),
     ("Scotland", "GBR"), ("Texas", "USA"), ("Xi’an", "CHN"), ("Medellin", "COL"), ("the Suez Canal", "EGY")],
)  # fmt: skip
def test_place_carries_its_country(text: str, country: str) -> None:
    found = place_named(text)
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize("text", ["Europe", "the Balkans", "Balkans", "Sahel", "Persian Gulf", "Kashmir", "Arctic"])
def test_region_of_several_countries_has_none(text: str) -> None:
    found = place_named(text)
    assert found is not None
    assert found.country is None


@pytest.mark.parametrize("text", ["hue", "split", "Hyderabad", "Nowhere", "European"])
def test_words_and_shared_names_are_no_place(text: str) -> None:
    assert place_named(text) is None


def test_adjective_finds_its_region() -> None:
    assert region_of_adjective("European") == PlacePhrase(
        phrase="European", name="Europe", kind=PlaceKind.ADJECTIVE, country=None
    )
    found = [region_of_adjective(text) for text in ("Kurds", "latinoamericanas", "Crimean")]
    assert [f.name for f in found if f] == ["Kurdistan", "Latin America", "Crimea"]
    assert region_of_adjective("europe") is None
