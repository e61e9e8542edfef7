"""Which statements tell one occupancy, and what the claim of it says."""

import pytest

from palanca.claims.roles import role_key
from palanca.records import OfficeDetail, OfficeStatus, Time
from tests.claims.making import claims, office, told_by

AMA, BRUNO = "Ama Owusu", "Bruno Keller"
PRESIDENT = office("a", AMA, "president", "Ghana", when="2024-05-04")


def test_one_person_in_one_office_is_one_occupancy_however_often_shown() -> None:
    assert told_by(PRESIDENT, office("b", AMA, "president", "Ghana", when="2023-01-04")) == ["a b"]


@pytest.mark.parametrize(
    ("times", "time"),
    [
        (("2023-01-04", "2024-05-04", "2023-08"), "2023-01-04/2024-05-04"),
        (("2023-01-04/2023-01-06", "2024-05-04/2024-05-09"), "2023-01-04/2024-05-09"),
        (("2021", "2023"), "2021/2023"),
        (("2024-05-04", "2024-05-04"), "2024-05-04"),
        (("../2024", "2021"), "../2024"),
    ],
)
def test_the_time_of_an_office_is_from_when_to_when_it_is_shown(times: tuple[str, ...], time: str) -> None:
    (claim,) = claims(*(office(f"d{at}", AMA, "president", "Ghana", when=when) for at, when in enumerate(times)))
    assert str(claim.time) == time


def test_when_a_holder_is_called_former_is_no_time_at_which_the_office_is_shown() -> None:
    former = office("b", AMA, "president", "Ghana", when="2025-02-01", status=OfficeStatus.FORMER)
    (claim,) = claims(PRESIDENT, former)
    assert str(claim.time) == "2024-05-04"


def test_another_person_another_role_and_another_body_are_other_occupancies() -> None:
    others = [
        office("b", BRUNO, "president", "Ghana", when="2021-05-04"),
        office("c", AMA, "mayor", "Ghana", when="2024-05-04"),
        office("d", AMA, "president", "Harbour Party", when="2024-05-04"),
    ]
    assert told_by(PRESIDENT, *others) == ["a", "b", "c", "d"]


def test_an_office_without_body_joins_the_only_one_known() -> None:
    assert told_by(PRESIDENT, office("b", AMA, "president", when="2024-05-05")) == ["a b"]


def test_an_office_without_body_joins_neither_of_two() -> None:
    party = office("c", AMA, "president", "Harbour Party", when="2024-05-04")
    assert told_by(PRESIDENT, party, office("b", AMA, "president", when="2024-05-05")) == ["a", "b", "c"]


def test_the_minister_of_a_country_is_the_minister_of_its_ministry() -> None:
    country = office("a", AMA, "defence minister", "Peru")
    assert told_by(country, office("b", AMA, "minister of defense", "Ministry of Defence of Peru")) == ["a b"]


def test_the_president_of_a_country_is_not_the_president_of_its_government_or_congress() -> None:
    state = office("a", AMA, "president", "Peru")
    congress = office("b", AMA, "president", "Congress of Peru")
    assert told_by(state, congress, office("c", AMA, "president", "Peruvian government")) == ["a", "b", "c"]


def test_a_role_that_names_its_body_is_the_role_in_it() -> None:
    assert told_by(
        office("a", AMA, "harbour party leader", "Harbour Party"), office("b", AMA, "leader", "Harbour Party")
    ) == ["a b"]


def test_holders_who_are_only_described_join_nothing() -> None:
    one = office("a", "the minister", "minister", "Ghana")
    assert told_by(one, office("b", "the minister", "minister", "Ghana")) == ["a", "b"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("foreign minister", "minister of foreign affairs"),
        ("vice-president", "vice president"),
        ("chairman", "chairwoman"),
        ("defense secretary", "secretary of defence"),
        ("CEO", "chief executive officer"),
        ("ministra de economía", "economy minister"),
        ("premier", "prime minister"),
    ],
)
def test_titles_of_one_office_have_one_key(one: str, other: str) -> None:
    assert role_key(one) == role_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("minister", "deputy minister"), ("president", "vice president"), ("mayor", "governor")]
)
def test_titles_of_two_offices_have_two_keys(one: str, other: str) -> None:
    assert role_key(one) != role_key(other)


def test_terms_with_stated_ends_are_two_occupancies() -> None:
    first = office("a", AMA, "mayor", "Accra", status="former", start="2001", end="2006")
    second = office("b", AMA, "mayor", "Accra", start="2011", end="2016")
    assert told_by(first, second) == ["a", "b"]


@pytest.mark.parametrize(("end", "start"), [("2017-01-07", "2017-01-07"), ("2017", "2017"), ("2017-01", "2017-01-07")])
def test_a_term_that_begins_as_another_ends_is_another(end: str, start: str) -> None:
    first = office("a", AMA, "president", "Ghana", start="2013-01-07", end=end)
    assert told_by(first, office("b", AMA, "president", "Ghana", start=start, end="2021-01-07")) == ["a", "b"]


def test_a_start_and_an_end_in_one_year_are_of_one_term() -> None:
    first = office("a", AMA, "president", "Ghana", start="2017")
    assert told_by(first, office("b", AMA, "president", "Ghana", end="2017")) == ["a b"]


def test_a_showing_joins_the_term_that_holds_its_day() -> None:
    first = office("a", AMA, "mayor", "Accra", status="former", start="2001", end="2006")
    second = office("b", AMA, "mayor", "Accra", start="2011", end="2016")
    shown = office("c", AMA, "mayor", "Accra", when="2004-03-02")
    assert told_by(first, second, shown, office("d", AMA, "mayor", "Accra", when="2012")) == ["a c", "b d"]


def test_a_showing_years_after_the_stated_end_is_another_term() -> None:
    first = office("a", AMA, "mayor", "Accra", status="former", start="2001", end="2006")
    assert told_by(first, office("b", AMA, "mayor", "Accra", when="2011-05-04")) == ["a", "b"]


def test_who_was_called_former_and_later_holds_it_holds_it_again() -> None:
    former = office("a", AMA, "mayor", "Accra", status="former", published="2020-02-01")
    assert told_by(former, office("b", AMA, "mayor", "Accra", when="2023-05-04")) == ["a", "b"]
    assert told_by(former, office("b", AMA, "mayor", "Accra", when="2018-05-04")) == ["a b"]


def test_who_acted_and_was_appointed_later_held_it_twice() -> None:
    acting = office("a", AMA, "defence minister", "Ghana", status="acting", start="2018-01-10")
    assert told_by(acting, office("b", AMA, "defence minister", "Ghana", start="2018-06-01")) == ["a", "b"]


def test_acting_is_a_status_and_no_role() -> None:
    acting = office("a", AMA, "defence minister", "Ghana", status="acting", when="2018-01-10")
    assert told_by(acting, office("b", AMA, "defence minister", "Ghana", when="2018-01-11")) == ["a b"]


def test_a_claim_unites_the_most_precise_ends() -> None:
    year = office("a", AMA, "mayor", "Accra", start="2001", when="2003-01-05")
    day = office("b", AMA, "mayor", "Accra", start="2001-03-02", when="2002")
    (claim,) = claims(year, day, office("c", AMA, "mayor", "Accra", status="former", end="2006"))
    assert claim.detail == OfficeDetail(
        role="mayor", status=OfficeStatus.FORMER, start=Time.parse("2001-03-02"), end=Time.parse("2006")
    )


def test_the_status_is_that_of_the_latest_showing() -> None:
    early = office("a", AMA, "mayor", "Accra", status="acting", when="2020-02-01")
    (claim,) = claims(early, office("b", AMA, "mayor", "Accra", when="2021-05-04"))
    assert claim.detail == OfficeDetail(role="mayor", status=OfficeStatus.CURRENT)


def test_the_time_is_the_latest_showing() -> None:
    (claim,) = claims(
        office("a", AMA, "mayor", "Accra", when="2020-02-01"), office("b", AMA, "mayor", "Accra", when="2019")
    )
    assert claim.time == Time.parse("2020-02-01")
