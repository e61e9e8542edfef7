"""What names name where the name finder is often wrong: firms like harbours, callings in the plural, stations, ages."""

from collections.abc import Callable

import pytest

from palanca.records import Reading, Schema

type Read = Callable[..., Reading]


def sort_of(reading: Reading, caption: str) -> Schema:
    return next(entity.schema for entity in reading.entities if entity.caption == caption)


@pytest.mark.parametrize(
    ("text", "caption", "schema"),
    [
        ("Sandy Harbor, a supplier of the navy, was paid in May.", "Sandy Harbor", Schema.COMPANY),
        ("The envoy met Médicos del Mundo in Oruro.", "Médicos del Mundo", Schema.ORGANIZATION),
        ("Obispos del Paraguay asked for calm.", "Obispos del Paraguay", Schema.ORGANIZATION),
        ("The minister told TVN24 that nobody was hurt.", "TVN24", Schema.ORGANIZATION),
        ("She told Channel 4 that nobody was hurt.", "Channel 4", Schema.ORGANIZATION),
        ("The Great Choir of Mercy raised money in Graz.", "Great Choir of Mercy", Schema.ORGANIZATION),
        ("They met at the Lincoln Monument on Friday.", "Lincoln Monument", Schema.PLACE),
        ("Arnav Mehta, 33-year-old of Pune, set himself on fire.", "Arnav Mehta", Schema.PERSON),
        ("The Graham Band Organisation and Jack Poe met.", "Graham Band Organisation", Schema.ORGANIZATION),
        ("She read the Baltimore Sun in Lima.", "Baltimore Sun", Schema.ORGANIZATION),
        ("His post on Medium drew ire.", "Medium", Schema.COMPANY),
    ],
)
def test_sort_of_a_name_is_what_its_words_and_neighbours_tell(
    read: Read, text: str, caption: str, schema: Schema
) -> None:
    assert sort_of(read(text), caption) is schema


def test_surname_is_its_bearers_however_often_it_is_taken_for_a_place(read: Read) -> None:
    reading = read("Bram Bashar, who lost, is a lawyer. " + "Police shot Bashar near the bridge. " * 7)
    assert [(entity.caption, entity.schema) for entity in reading.entities] == [("Bram Bashar", Schema.PERSON)]


def test_letters_for_a_thing_are_no_name(read: Read) -> None:
    assert [e.caption for e in read("His DNA was on the knife in Lagos.").entities] == ["Lagos"]


def test_central_banks_are_organs(read: Read) -> None:
    reading = read("The Central Bank of Togo and the Reserve Bank of Fiji met Volta Bank.")
    assert [e.schema.value for e in reading.entities] == ["PublicBody", "PublicBody", "Company"]


def test_a_body_is_called_by_its_members(read: Read) -> None:
    reading = read("The Court of Auditors met the Conference of Bishops.")
    assert [e.caption for e in reading.entities] == ["Court of Auditors", "Conference of Bishops"]


def test_an_attorney_at_law_is_no_law(read: Read) -> None:
    reading = read("Attorney-at-law Rohan Perera welcomed it.")
    assert [e.schema for e in reading.entities] == [Schema.PERSON]


def test_an_organ_and_a_firm_are_two(read: Read) -> None:
    reading = read("It was signed between the Defence Ministry and Aerotec International.")
    assert [e.caption for e in reading.entities] == ["Defence Ministry", "Aerotec International"]


def test_a_regulation_of_the_union_is_no_other_name_of_a_body(read: Read) -> None:
    reading = read("Under Regulation (EC) No 7/2004 the European Commission fined it.")
    assert [(e.caption, e.names) for e in reading.entities] == [("European Commission", ("EC",))]


def test_courts_and_councils_of_towns_close_a_name(read: Read) -> None:
    reading = read("She was tried in Boston federal court and sued the Leeds city council.")
    assert [e.caption for e in reading.entities] == ["Boston federal court", "Leeds city council"]
