"""Whose somebody is: the rules of countries and branches, and the days that they hold."""

from datetime import date

from palanca.analysis.belongings import Belonging, belonging_at, belongings
from palanca.records import EntityId, Identity, Schema
from palanca.records.query import Branch

ANA = EntityId("ana")
LASTING = Belonging(thing=ANA, country="GHA", branch=None, reason="of Ghana by its names")
MINISTER = Belonging(
    thing=ANA, country="GHA", branch=Branch.EXECUTIVE, reason="minister", first=date(2020, 1, 1), last=date(2022, 6, 30)
)
ENVOY = Belonging(
    thing=ANA, country="TGO", branch=Branch.COMPANY, reason="owner", first=date(2010, 1, 1), last=date(2012, 1, 1)
)


def thing(
    name: str, schema: Schema = Schema.ORGANIZATION, *, country: str | None = None, state: bool = False
) -> Identity:
    return Identity(
        id=EntityId(name), schema=schema, caption=name, names=(), members=(EntityId(name),), documents=1,
        country=country, is_country=state,
    )  # fmt: skip


def test_branch_is_of_the_days_of_the_office_alone() -> None:
    held = [MINISTER, LASTING]
    assert belonging_at(held, (date(2021, 5, 1), date(2021, 5, 1))) == ("GHA", Branch.EXECUTIVE)
    assert belonging_at(held, (date(2023, 5, 1), date(2023, 5, 1))) == ("GHA", None)


def test_days_that_touch_an_office_are_its_days() -> None:
    assert belonging_at([MINISTER], (date(2022, 6, 30), date(2022, 12, 31))) == ("GHA", Branch.EXECUTIVE)


def test_country_of_another_time_holds_where_nothing_else_is_known() -> None:
    assert belonging_at([ENVOY], (date(2023, 5, 1), date(2023, 5, 1))) == ("TGO", None)


def test_without_days_only_what_lasts_is_told() -> None:
    assert belonging_at([MINISTER, LASTING], None) == ("GHA", None)


def test_state_acts_by_its_government_and_a_body_by_its_name() -> None:
    found = belongings([thing("Ghana", country="GHA", state=True), thing("Ghana Police", country="GHA")], (), ())
    assert [(one.thing, one.country, one.branch) for one in found] == [
        ("Ghana", "GHA", Branch.EXECUTIVE),
        ("Ghana Police", "GHA", Branch.POLICE),
    ]


def test_body_of_which_nothing_is_known_belongs_to_nobody() -> None:
    assert belongings([thing("Blue Meridian")], (), ()) == []
