from dataclasses import replace

import pytest

from palanca.identity import identity_key, is_generic
from palanca.records import DocumentId, Entity, EntityId, Schema


def entity(schema: Schema, caption: str, country: str | None = None, *, document: str = "d1") -> Entity:
    return Entity(
        id=EntityId(f"{document}-{caption}"),
        document=DocumentId(document),
        schema=schema,
        caption=caption,
        country=country,
    )


def shared(one: Entity) -> bool:
    """Whether the same name in another document gets the same key."""
    return identity_key(one) == identity_key(replace(one, id=EntityId("other"), document=DocumentId("d2")))


def test_a_country_is_keyed_by_its_code() -> None:
    assert identity_key(entity(Schema.PLACE, "Paraguay", "PRY")) == "country:PRY"


def test_a_town_is_not_its_country() -> None:
    assert identity_key(entity(Schema.PLACE, "Asunción", "PRY")) == "place:asuncion:PRY"


def test_a_state_that_shares_the_name_of_a_foreign_country_is_a_place() -> None:
    assert identity_key(entity(Schema.PLACE, "Georgia", "USA")) == "place:georgia:USA"


def test_a_body_named_like_a_country_is_a_body() -> None:
    assert identity_key(entity(Schema.COMPANY, "Panama", "PAN")) == "body:panama"


def test_a_full_name_is_shared_without_case_or_accents() -> None:
    assert identity_key(entity(Schema.PERSON, "Inés Duarte")) == identity_key(entity(Schema.PERSON, "INES DUARTE"))


@pytest.mark.parametrize("caption", ["Duarte", "I. Duarte", "…"])
def test_less_than_two_full_names_stay_in_their_document(caption: str) -> None:
    assert not shared(entity(Schema.PERSON, caption))


@pytest.mark.parametrize("caption", ["Congress", "Ministry of Defence", "Parliament", "Supreme Court", "Corte Suprema"])
def test_a_generic_name_is_shared_only_with_its_country(caption: str) -> None:
    assert not shared(entity(Schema.PUBLIC_BODY, caption))
    assert shared(entity(Schema.PUBLIC_BODY, caption, "GHA"))
    assert identity_key(entity(Schema.PUBLIC_BODY, caption, "GHA")) != identity_key(
        entity(Schema.PUBLIC_BODY, caption, "KEN")
    )


def test_a_proper_name_is_shared_whatever_sort_of_body_readers_took_it_for() -> None:
    keys = {identity_key(entity(schema, "Volta Grid", country)) for schema, country in _SORTS}
    assert keys == {"body:volta grid"}


_SORTS = [(Schema.COMPANY, None), (Schema.ORGANIZATION, "GHA"), (Schema.PUBLIC_BODY, "TGO")]


def test_towns_of_two_countries_stay_apart() -> None:
    assert identity_key(entity(Schema.PLACE, "Córdoba", "ARG")) != identity_key(entity(Schema.PLACE, "Córdoba", "ESP"))


@pytest.mark.parametrize("number", ["12-3", "12/3", "123", "12.3", "0123"])
def test_numbers_of_laws_are_never_matched_loosely(number: str) -> None:
    others = {"12-3", "12/3", "123", "12.3", "0123"} - {number}
    key = identity_key(entity(Schema.LAW, f"Law {number}", "CHL"))
    assert key not in {identity_key(entity(Schema.LAW, f"Law {other}", "CHL")) for other in others}


def test_a_law_is_the_same_with_or_without_the_sign_for_number() -> None:
    keys = {identity_key(entity(Schema.LAW, name, "CHL")) for name in ("Ley 20.285", "Ley N° 20.285", "LEY Nº 20.285,")}
    assert keys == {"law:ley 20.285:CHL"}


def test_a_bare_law_number_without_country_stays_in_its_document() -> None:
    assert not shared(entity(Schema.LAW, "Law 512"))
    assert shared(entity(Schema.LAW, "Lagos Harbour Act 512"))


def test_generic_words_need_every_word_generic() -> None:
    assert is_generic("National Assembly")
    assert not is_generic("National Assembly of Togo")
