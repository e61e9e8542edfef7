"""Whose somebody is: the rules of countries and branches, and the days that they hold."""

import tracemalloc
from datetime import date

from palanca.analysis.belongings import Belonging, Lands, Placed, belonging_at, belongings, land_of
from palanca.claims.tenures import tenure_of
from palanca.identity.judging import Settled
from palanca.records import (
    Claim,
    EntityId,
    Evidence,
    Identity,
    Kind,
    Party,
    RoleName,
    Schema,
    Stance,
    StatementId,
    TieDetail,
    TieKind,
)
from palanca.records.query import Branch
from tests.analysis.making import DOCUMENT, claim, office

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


def test_reason_is_the_office_with_countries_in_capitals() -> None:
    told = office("Lars Moe", "Lars Moe", "ambassador to kenya", time="2024")
    tenure = tenure_of(claim(told), [told])
    assert tenure is not None
    (first, *_) = belongings([thing("Lars Moe", Schema.PERSON, country="NOR")], [tenure], ())
    assert first.reason == "ambassador to Kenya"


def test_body_of_which_nothing_is_known_belongs_to_nobody() -> None:
    assert belongings([thing("Blue Meridian")], (), ()) == []


def test_what_is_decided_of_a_thing_holds_for_good_and_says_who_decided() -> None:
    decided = Settled(value="NOR", who="ana", on=date(2025, 3, 1))
    placed = Placed(countries={EntityId("Blue Meridian"): decided})
    assert belongings([thing("Blue Meridian")], (), (), placed) == [
        Belonging(
            thing=EntityId("Blue Meridian"), country="NOR", branch=None, reason="country decided by ana on 2025-03-01"
        )
    ]


def test_decided_branch_of_an_official_holds_outside_the_days_of_the_office() -> None:
    ana = thing("Ana", Schema.PERSON, country="GHA")
    placed = Placed(branches={ana.id: Settled(value=Branch.MEDIA, who="bo", on=date(2025, 3, 1))})
    found = belongings([ana], (), (), placed)
    assert [(one.country, one.branch) for one in found] == [("GHA", Branch.MEDIA)]
    assert belonging_at(found, (date(2001, 1, 1), date(2001, 1, 1))) == ("GHA", Branch.MEDIA)


def test_decided_for_nothing_belongs_to_nobody() -> None:
    placed = Placed(countries={EntityId("Volta Post"): Settled(value="", who="bo", on=date(2025, 3, 1))})
    (found,) = belongings([thing("Volta Post", country="GHA")], (), (), placed)
    assert (found.country, found.branch) == (None, None)


def _owned(number: int) -> Claim:
    """That Volta Bank owns a company."""
    ends = ((RoleName.SOURCE, "Volta Bank"), (RoleName.TARGET, f"Works {number}"))
    told = Evidence(statement=StatementId(str(number)), document=DOCUMENT.id, stance=Stance.SUPPORTS, voice=0)
    return Claim(
        kind=Kind.TIE,
        detail=TieDetail(kind=TieKind.OWNS),
        lead=told.statement,
        parties=tuple(Party(role=role, text=name, identity=EntityId(name)) for role, name in ends),
        evidence=(told,),
    )


def test_what_is_owned_is_of_the_country_of_its_owner_unless_its_own_is_known() -> None:
    things = [thing("Volta Bank", country="GHA"), thing("Works 1"), thing("Works 2", country="TGO")]
    found = {one.thing: (one.country, one.claim) for one in belongings(things, (), map(_owned, (1, 2)))}
    assert found == {"Volta Bank": ("GHA", None), "Works 1": ("GHA", _owned(1).id), "Works 2": ("TGO", None)}


def test_a_country_that_is_decided_stands_before_that_of_the_owner() -> None:
    decided = Settled(value="NOR", who="ana", on=date(2025, 3, 1))
    placed = Placed(countries={EntityId("Works 1"): decided})
    found = belongings([thing("Volta Bank", country="GHA"), thing("Works 1")], (), [_owned(1)], placed)
    assert [(one.thing, one.country) for one in found] == [("Volta Bank", "GHA"), ("Works 1", "NOR")]


def test_of_ties_that_tell_no_country_nothing_is_held() -> None:
    known = {EntityId(f"Works {number}"): land_of(thing("Works", country="TGO")) for number in range(2_000)}
    tracemalloc.start()
    lands = Lands(known, map(_owned, range(2_000)), Placed())
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert lands.of(EntityId("Works 7"))[0] == "TGO"
    assert held < 2_000 * 200
