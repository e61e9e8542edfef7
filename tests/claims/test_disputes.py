"""On what the evidence of a claim disagrees, and which claims are rivals."""

import pytest

from palanca.records import Dispute, DisputeKind, InstrumentKind
from tests.claims.making import DENIED, PLANNED, Said, claims, instrument, meeting, office, quantity

AMA, BRUNO, CARLA = "Ama Owusu", "Bruno Keller", "Carla Duarte"
MEETING = meeting("a", AMA, BRUNO, when="2024-05-04", words="shook hands at the copper port gate")


def disputes(*sayings: Said) -> list[tuple[DisputeKind, tuple[str, ...]]]:
    return [(dispute.kind, dispute.values) for claim in claims(*sayings) for dispute in claim.disputes]


def test_what_one_tells_and_another_denies_is_disputed() -> None:
    denial = MEETING.but(document="b", modality=DENIED)
    assert disputes(MEETING, denial) == [(DisputeKind.DENIED, ("asserted", "denied"))]


def test_a_plan_and_its_denial_dispute_nothing() -> None:
    assert disputes(MEETING.but(modality=PLANNED), MEETING.but(document="b", modality=DENIED)) == []


def test_a_law_of_which_something_is_denied_is_not_denied() -> None:
    law = instrument("a", "Saltwind Act", InstrumentKind.LAW)
    assert disputes(law, law.but(document="b", modality=DENIED)) == []


def test_an_office_denied_for_another_time_is_not_disputed() -> None:
    held = office("a", AMA, "mayor", "Accra", when="2019-05-04")
    assert disputes(held, office("b", AMA, "mayor", "Accra", when="2024-05-04", modality=DENIED)) == []
    assert disputes(held, office("b", AMA, "mayor", "Accra", when="2019-05", modality=DENIED)) == [
        (DisputeKind.DENIED, ("asserted", "denied"))
    ]


def test_two_dates_of_one_event_are_kept_as_a_dispute() -> None:
    assert disputes(MEETING, MEETING.but(document="b", when="2024-05-05")) == [
        (DisputeKind.TIME, ("2024-05-04", "2024-05-05"))
    ]


def test_a_day_and_its_month_agree() -> None:
    assert disputes(MEETING, MEETING.but(document="b", when="2024-05")) == []


def test_a_day_about_that_day_agrees() -> None:
    assert disputes(MEETING, MEETING.but(document="b", when="2024-05-06~")) == []


@pytest.mark.parametrize(("end", "kind"), [("start", DisputeKind.START), ("end", DisputeKind.END)])
def test_ends_that_exclude_each_other_are_disputed(end: str, kind: DisputeKind) -> None:
    one = office("a", AMA, "mayor", "Accra", **{end: "2001-03"})
    assert disputes(one, office("b", AMA, "mayor", "Accra", **{end: "2001-05"})) == [(kind, ("2001-03", "2001-05"))]
    assert disputes(one, office("b", AMA, "mayor", "Accra", **{end: "2001"})) == []


def test_two_values_of_one_measure_on_one_day_are_disputed() -> None:
    one = quantity("a", 40, "USD", "the port", "Ghana", when="2024-05-04")
    assert disputes(one, quantity("b", 45.5, "USD", "port", "Ghana", when="2024-05-04")) == [
        (DisputeKind.VALUE, ("40", "45.5"))
    ]


def test_two_holders_of_a_sole_office_on_one_day_are_rivals() -> None:
    one, other = claims(
        office("a", AMA, "president", "Ghana", when="2024-05-04"),
        office("b", BRUNO, "president", "Ghana", when="2024-05-04"),
    )
    assert one.disputes == (Dispute(kind=DisputeKind.HOLDER, values=(other.parties[0].text,), rivals=(other.id,)),)
    assert other.disputes == (Dispute(kind=DisputeKind.HOLDER, values=(one.parties[0].text,), rivals=(one.id,)),)


def test_three_holders_are_all_rivals() -> None:
    sayings = [
        office(name, name_of, "president", "Ghana", when="2024-05-04")
        for name, name_of in zip("abc", (AMA, BRUNO, CARLA), strict=True)
    ]
    assert disputes(*sayings) == [
        (DisputeKind.HOLDER, (BRUNO, CARLA)),
        (DisputeKind.HOLDER, (AMA, CARLA)),
        (DisputeKind.HOLDER, (AMA, BRUNO)),
    ]


def test_holders_on_other_days_are_no_rivals() -> None:
    one = office("a", AMA, "president", "Ghana", when="2024-05-04")
    assert disputes(one, office("b", BRUNO, "president", "Ghana", when="2024-05-05")) == []


def test_holders_of_an_office_of_many_are_no_rivals() -> None:
    one = office("a", AMA, "senator", "Ghana", when="2024-05-04")
    assert disputes(one, office("b", BRUNO, "senator", "Ghana", when="2024-05-04")) == []


def test_holders_in_two_countries_are_no_rivals() -> None:
    one = office("a", AMA, "president", "Ghana", when="2024-05-04")
    assert disputes(one, office("b", BRUNO, "president", "Peru", when="2024-05-04")) == []


def test_stated_terms_that_overlap_are_rivals() -> None:
    one = office("a", AMA, "president", "Ghana", status="former", start="2010", end="2014-06-30")
    other = office("b", BRUNO, "president", "Ghana", start="2014-03-01", published="2015-01-01")
    assert [kind for kind, _ in disputes(one, other)] == [DisputeKind.HOLDER, DisputeKind.HOLDER]


def test_the_day_of_a_handover_belongs_to_both() -> None:
    one = office("a", AMA, "president", "Ghana", status="former", start="2010", end="2014-06-30")
    other = office("b", BRUNO, "president", "Ghana", start="2014-06-30", when="2015-01-01")
    assert disputes(one, other) == []


def test_terms_that_may_only_touch_within_a_year_are_no_rivals() -> None:
    one = office("a", AMA, "president", "Ghana", status="former", start="2010", end="2014")
    assert disputes(one, office("b", BRUNO, "president", "Ghana", status="former", start="2014", end="2018")) == []


def test_the_designate_and_the_holder_are_no_rivals() -> None:
    one = office("a", AMA, "president", "Ghana", when="2024-05-04")
    assert disputes(one, office("b", BRUNO, "president", "Ghana", status="designate", when="2024-05-04")) == []


def test_one_document_that_shows_two_holders_on_one_day_makes_no_rivals() -> None:
    one = office("a", AMA, "chairman", "Congress of Peru", when="2024-05-04")
    assert disputes(one, office("a", BRUNO, "chairman", "Congress of Peru", when="2024-05-04", at=50)) == []


def test_rivals_come_with_any_title_of_the_office() -> None:
    one = office("a", AMA, "foreign minister", "Ghana", when="2024-05-04")
    other = office("b", BRUNO, "minister of foreign affairs", "Ghana", when="2024-05-04")
    assert [kind for kind, _ in disputes(one, other)] == [DisputeKind.HOLDER, DisputeKind.HOLDER]


def test_a_denied_holder_is_no_rival() -> None:
    one = office("a", AMA, "president", "Ghana", when="2024-05-04")
    assert disputes(one, office("b", BRUNO, "president", "Ghana", when="2024-05-04", modality=DENIED)) == []
