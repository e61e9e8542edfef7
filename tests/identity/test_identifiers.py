"""Identifiers join outright; few of them part; a person's word stands above them."""

from palanca.identity import Profile, Rulings, resolve, things_of
from palanca.records import EntityId, Schema
from tests.identity.making import body, profile
from tests.identity.test_resolution import groups, ids, waiting


def test_one_identifier_is_one_thing_whatever_the_names() -> None:
    profiles = [
        body("Altiplano Power", "a", country="BOL", identifiers=("bol_company:144",)),
        body("Luz del Sur Andino", "b", country="PER", identifiers=("bol_company:144", "ftm:NK-9")),
        body("LSA Holding", "c", identifiers=("ftm:NK-9",)),
    ]
    assert groups(profiles) == {"a b c"}


def test_namesakes_of_one_identifier_are_one_though_their_name_is_common() -> None:
    profiles = [profile("Juan González", one, identifiers=("bol_deputies:12",)) for one in "ab"]
    assert groups([*profiles, profile("Juan González", "c")]) == {"a b", "c"}


def test_places_laws_and_vehicles_are_joined_too() -> None:
    profiles = [
        profile("MV Tana", "a", schema=Schema.VEHICLE, identifiers=("imo:9074729",)),
        profile("Lamu Star", "b", schema=Schema.VEHICLE, identifiers=("imo:9074729",)),
    ]
    assert groups(profiles) == {"a b"}


def test_a_judgement_parts_what_shares_an_identifier() -> None:
    profiles = [body("Tana Mills", one, identifiers=("ken_company:7",)) for one in "ab"]
    assert groups(profiles, Rulings(different=(ids("a", "b"),))) == {"a", "b"}  # type: ignore[arg-type]


def test_different_numbers_of_a_scheme_do_not_part() -> None:
    profiles = [body("Tana Mills", "a", identifiers=("ftm:1",)), body("Tana Mills", "b", identifiers=("ftm:2",))]
    assert groups(profiles) == {"a b"}


def test_different_numbers_of_a_scheme_that_gives_one_each_part() -> None:
    profiles = [body("Tana Mills", "a", identifiers=("lei:1",)), body("Tana Mills", "b", identifiers=("lei:2",))]
    assert groups(profiles) == {"a", "b"}
    assert not waiting(profiles)


def test_who_could_be_either_of_two_with_numbers_waits() -> None:
    two = [body("Tana Mills", "a", identifiers=("lei:1",)), body("Tana Mills", "b", identifiers=("lei:2",))]
    profiles = [*two, body("Tana Mills", "c")]
    assert groups(profiles) == {"a", "b", "c"}
    assert waiting(profiles) == [("a", "c"), ("b", "c")]


def test_whose_namesake_has_no_number_is_one_with_it() -> None:
    profiles = [body("Tana Mills", "a", identifiers=("lei:1",)), body("Tana Mills", "b")]
    assert groups(profiles) == {"a b"}


def test_a_thing_has_the_identifiers_of_all_its_entities_the_most_borne_first() -> None:
    profiles = [
        body("Tana Mills", "a", identifiers=("ken_company:7",)),
        body("Tana Mills", "b", identifiers=("ftm:NK-1", "ken_company:7")),
    ]
    (thing,) = _things(profiles)
    assert thing == ("ken_company:7", "ftm:NK-1")


def _things(profiles: list[Profile]) -> list[tuple[str, ...]]:
    found: dict[EntityId, EntityId] = dict(resolve(profiles).identity)
    return [one.identifiers for one in things_of(profiles, found)]
