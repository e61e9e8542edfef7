"""Where towns are: sure ones alone."""

import pytest

from palanca.lexicon.coordinates import capital_of, town_at


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [
        ("Accra", None, "GHA"),
        ("Rome", None, "ITA"),  # a capital beside much smaller towns of its name
        ("Saigon", None, "VNM"),  # another name of one town
        ("Valencia", None, None),  # in Spain and in Venezuela
        ("Valencia", "ESP", "ESP"),
        ("Córdoba, Spain", None, "ESP"),
        ("cordoba", "ARG", "ARG"),
        ("Sal", None, None),  # too short to be more than a code of San Salvador
        ("Palm Beach", None, None),  # a small town of a name that others may bear
        ("Mombasa", "PER", None),
        ("Nowhere at all", None, None),
    ],
)
def test_a_name_points_to_one_town_or_to_none(name: str, country: str | None, found: str | None) -> None:
    point = town_at(name, country)
    assert (point.country if point else None) == found


def test_a_point_is_in_degrees_of_longitude_and_latitude() -> None:
    lima = town_at("Lima")
    assert lima is not None
    assert (round(lima.longitude), round(lima.latitude)) == (-77, -12)


def test_a_country_that_is_no_more_has_no_capital() -> None:
    found = [capital_of(code) for code in ("KEN", "KAZ", "SUN")]
    assert [point and point.name for point in found] == ["Nairobi", "Astana", None]
