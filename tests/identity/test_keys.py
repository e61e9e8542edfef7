from dataclasses import replace

import pytest

from palanca.identity import Profile, is_generic
from palanca.identity.keys import exact_key
from palanca.records import EntityId, Schema
from tests.identity.making import profile


def thing(schema: Schema, caption: str, country: str | None = None) -> Profile:
    return profile(caption, "a", schema=schema, country=country)


def shared(one: Profile) -> bool:
    """Whether the same name in another document gets the same key."""
    key = exact_key(one)
    return key is not None and key == exact_key(replace(one, entity=EntityId("other")))


def test_a_country_is_keyed_by_its_code() -> None:
    assert exact_key(thing(Schema.PLACE, "Paraguay", "PRY")) == "country:PRY"


def test_a_town_is_not_its_country() -> None:
    assert exact_key(thing(Schema.PLACE, "Asunción", "PRY")) == "place:asuncion:PRY"


def test_a_state_that_shares_the_name_of_a_foreign_country_is_a_place() -> None:
    assert exact_key(thing(Schema.PLACE, "Georgia", "USA")) == "place:georgia:USA"


def test_towns_of_two_countries_stay_apart() -> None:
    assert exact_key(thing(Schema.PLACE, "Córdoba", "ARG")) != exact_key(thing(Schema.PLACE, "Córdoba", "ESP"))


@pytest.mark.parametrize("number", ["12-3", "12/3", "123", "12.3", "0123"])
def test_numbers_of_laws_are_never_matched_loosely(number: str) -> None:
    others = {"12-3", "12/3", "123", "12.3", "0123"} - {number}
    key = exact_key(thing(Schema.LAW, f"Law {number}", "CHL"))
    assert key not in {exact_key(thing(Schema.LAW, f"Law {other}", "CHL")) for other in others}


def test_a_law_is_the_same_with_or_without_the_sign_for_number() -> None:
    keys = {exact_key(thing(Schema.LAW, name, "CHL")) for name in ("Ley 20.285", "Ley N° 20.285", "LEY Nº 20.285,")}
    assert keys == {"law:ley 20.285:CHL"}


def test_a_bare_law_number_without_country_stays_in_its_document() -> None:
    assert not shared(thing(Schema.LAW, "Law 512"))
    assert shared(thing(Schema.LAW, "Lagos Harbour Act 512"))


def test_a_name_without_letters_stays_in_its_document() -> None:
    assert not shared(thing(Schema.EVENT, "…"))


def test_generic_words_need_every_word_generic() -> None:
    assert is_generic("National Assembly")
    assert not is_generic("National Assembly of Togo")
