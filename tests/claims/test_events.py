"""Which statements tell one event."""

from dataclasses import replace

import pytest

from palanca.records import Category
from tests.claims.making import DENIED, PLANNED, REPORTED, THINGS, Said, act, claims, meeting, told_by

AMA, BRUNO, CARLA = "Ama Owusu", "Bruno Keller", "Carla Duarte"
FIRST = meeting("a", AMA, BRUNO, when="2024-05-04")


def test_a_meeting_of_the_same_two_on_one_day_is_one_whatever_the_words() -> None:
    other = meeting("b", BRUNO, AMA, when="2024-05-04", words="both sat down over the port for hours")
    assert told_by(FIRST, other) == ["a b"]


def test_meetings_in_may_and_in_june_are_two() -> None:
    assert told_by(FIRST, meeting("b", AMA, BRUNO, when="2024-06-04", published="2024-06-05")) == ["a", "b"]


def test_meetings_of_others_are_two() -> None:
    assert told_by(FIRST, meeting("b", AMA, CARLA, when="2024-05-04")) == ["a", "b"]


def test_an_undated_telling_joins_the_only_meeting_of_the_days_before_publication() -> None:
    assert told_by(FIRST, meeting("b", AMA, BRUNO, published="2024-05-06")) == ["a b"]


def test_an_undated_telling_long_after_joins_nothing() -> None:
    assert told_by(FIRST, meeting("b", AMA, BRUNO, published="2024-09-06")) == ["a", "b"]


def test_an_undated_telling_that_may_be_either_of_two_joins_neither() -> None:
    second = meeting("b", AMA, BRUNO, when="2024-05-01", published="2024-05-02")
    assert told_by(FIRST, second, meeting("c", AMA, BRUNO, words="spoke at length of copper")) == ["a", "b", "c"]


def test_an_undated_telling_joins_the_one_of_two_that_it_tells_in_the_same_words() -> None:
    first = meeting("a", AMA, BRUNO, when="2024-05-04", words="signed the copper lease in the harbour hall")
    second = meeting("b", AMA, BRUNO, when="2024-05-01", words="discussed schools and clinics", published="2024-05-02")
    undated = meeting("c", AMA, BRUNO, words="the copper lease was signed in the harbour hall")
    assert told_by(first, second, undated) == ["a c", "b"]


def test_a_month_joins_the_only_meeting_of_two_people_in_it() -> None:
    assert told_by(FIRST, meeting("b", AMA, BRUNO, when="2024-05", published="2024-07-01")) == ["a b"]


def test_a_month_of_two_states_joins_only_with_like_words() -> None:
    day = meeting("a", "Ghana", "Peru", when="2024-05-04", words="opened talks on cocoa and copper duties")
    alike = meeting("b", "Ghana", "Peru", when="2024-05", words="cocoa and copper duties were in the talks")
    other = meeting("c", "Ghana", "Peru", when="2024-05", words="exchanged prisoners after the coup")
    assert told_by(day, alike, other) == ["a b", "c"]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("2024-05-04/2024-05-05", ["a a"]),
        ("2024-05-03/2024-05-07", ["a a"]),
        ("2024-05-06/2024-05-08", ["a", "a"]),
        ("2024-05-08/2024-05-09", ["a", "a"]),
    ],
)
def test_a_document_that_states_two_stays_tells_of_one_only_where_one_is_within_the_other(
    days: str, told: list[str]
) -> None:
    first = meeting("a", AMA, BRUNO, when="2024-05-04/2024-05-06")
    assert told_by(first, meeting("a", AMA, BRUNO, when=days, at=100)) == told


def test_a_document_that_states_two_days_tells_of_two_meetings() -> None:
    assert told_by(FIRST, meeting("a", AMA, BRUNO, when="2024-05-05", at=100)) == ["a", "a"]


def test_two_documents_that_differ_by_a_day_in_the_same_words_tell_of_one() -> None:
    first = meeting("a", AMA, BRUNO, when="2024-05-04", words="shook hands at the copper port gate")
    second = meeting("b", AMA, BRUNO, when="2024-05-05", words="they shook hands at the gate of the copper port")
    assert told_by(first, second) == ["a b"]


def test_two_documents_that_differ_by_a_day_in_other_words_tell_of_two() -> None:
    first = meeting("a", AMA, BRUNO, when="2024-05-04", words="shook hands at the copper port gate")
    second = meeting("b", AMA, BRUNO, when="2024-05-05", words="argued over schools in a hotel lobby")
    assert told_by(first, second) == ["a", "b"]


def test_four_days_apart_are_two_in_whatever_words() -> None:
    words = "shook hands at the copper port gate"
    first = meeting("a", AMA, BRUNO, when="2024-05-01", words=words)
    assert told_by(first, meeting("b", AMA, BRUNO, when="2024-05-05", words=words)) == ["a", "b"]


def test_this_week_said_on_a_monday_is_the_week_before() -> None:
    sunday = meeting("a", AMA, BRUNO, when="2024-05-05")
    assert told_by(sunday, meeting("b", AMA, BRUNO, when="2024-05-06/2024-05-12")) == ["a b"]


def test_a_plan_a_report_and_a_denial_are_stances_of_one_claim() -> None:
    plan = meeting("b", AMA, BRUNO, when="2024-05-04", published="2024-05-01", modality=PLANNED)
    report = meeting("c", AMA, BRUNO, when="2024-05-04", modality=REPORTED)
    denial = meeting("d", AMA, BRUNO, when="2024-05-04", modality=DENIED)
    (claim,) = claims(FIRST, plan, report, denial)
    assert [evidence.stance for evidence in claim.evidence] == ["supports", "foresees", "reports", "denies"]


def test_who_accuses_whom_matters() -> None:
    one = act("a", Category.ACCUSE, AMA, BRUNO, "called the copper lease a fraud", when="2024-05-04")
    assert told_by(one, act("b", Category.ACCUSE, AMA, BRUNO, "the copper lease is a fraud", when="2024-05-04")) == [
        "a b"
    ]
    assert told_by(one, act("b", Category.ACCUSE, BRUNO, AMA, "the copper lease is a fraud", when="2024-05-04")) == [
        "a",
        "b",
    ]


def test_one_accuses_another_of_two_things_in_a_day() -> None:
    one = act("a", Category.ACCUSE, AMA, BRUNO, "called the copper lease a fraud", when="2024-05-04")
    assert told_by(one, act("b", Category.ACCUSE, AMA, BRUNO, "he hid votes in Kumasi", when="2024-05-04")) == [
        "a",
        "b",
    ]


def test_other_categories_are_other_events() -> None:
    assert told_by(FIRST, act("b", Category.AID, AMA, BRUNO, "they met", when="2024-05-04")) == ["a", "b"]


@pytest.mark.parametrize(
    ("mode", "expected"), [("visit", ["a b"]), ("phone", ["a b"]), ("sign", ["a", "b"]), (None, ["a b"])]
)
def test_modes_that_contradict_are_other_events(mode: str | None, expected: list[str]) -> None:
    assert told_by(FIRST, meeting("b", AMA, BRUNO, when="2024-05-04", mode=mode)) == expected


def test_two_towns_are_two_meetings() -> None:
    accra = meeting("a", AMA, BRUNO, when="2024-05-04", place="Accra")
    assert told_by(accra, meeting("b", AMA, BRUNO, when="2024-05-04", place="Kumasi")) == ["a", "b"]


def test_a_town_and_its_country_are_one_place() -> None:
    accra = meeting("a", AMA, BRUNO, when="2024-05-04", place="Accra")
    assert told_by(accra, meeting("b", AMA, BRUNO, when="2024-05-04", place="Ghana")) == ["a b"]
    assert told_by(accra, meeting("b", AMA, BRUNO, when="2024-05-04", place="Peru")) == ["a", "b"]


def test_a_state_stands_for_its_government_where_the_other_party_is_the_same() -> None:
    state = meeting("a", "Peru", "Chile", when="2024-05-04")
    assert told_by(state, meeting("b", "Peruvian government", "Chile", when="2024-05-04")) == ["a b"]


def test_a_state_does_not_stand_for_its_congress() -> None:
    state = meeting("a", "Peru", "Chile", when="2024-05-04")
    assert told_by(state, meeting("b", "Congress of Peru", "Chile", when="2024-05-04")) == ["a", "b"]


def test_states_alone_never_stand_for_governments() -> None:
    words = "cut the copper levy in half"
    state = act("a", Category.CONCEDE, "Peru", None, words, when="2024-05-04")
    assert told_by(state, act("b", Category.CONCEDE, "Peruvian government", None, words, when="2024-05-04")) == [
        "a",
        "b",
    ]


def test_one_who_names_fewer_parties_tells_the_same_in_like_words() -> None:
    both = act("a", Category.AID, "Ghana", "Peru", "shipped cocoa seedlings and vaccines", when="2024-05-04")
    fewer = act("b", Category.AID, "Ghana", None, "vaccines and cocoa seedlings were shipped", when="2024-05-04")
    other = act("c", Category.AID, "Ghana", None, "lent tents after a flood", when="2024-05-04")
    assert told_by(both, fewer, other) == ["a b", "c"]


def test_a_single_party_on_other_days_tells_of_two_events() -> None:
    one = act("a", Category.MOBILIZE, "Ghana", None, "sent two patrol boats to the northern bank", when="2024-05-04")
    assert told_by(one, one.but(document="b", when="2024-05-20", published="2024-05-21")) == ["a", "b"]


def test_a_person_resigns_once_in_a_month() -> None:
    one = act("a", Category.RETREAT, AMA, None, "stepped down over the copper lease", mode="resign", when="2024-05-04")
    two = act(
        "b", Category.RETREAT, AMA, None, "her departure", mode="withdraw", when="2024-05", published="2024-05-30"
    )
    assert told_by(one, two) == ["a b"]


def test_a_body_withdraws_often() -> None:
    one = act("a", Category.RETREAT, "Ghana", None, "left the cocoa board", mode="withdraw", when="2024-05-04")
    assert told_by(
        one, act("b", Category.RETREAT, "Ghana", None, "pulled out boats", mode="withdraw", when="2024-05-04")
    ) == [
        "a",
        "b",
    ]


def test_those_who_are_only_described_join_nothing() -> None:
    one = meeting("a", "the minister", "the envoy", when="2024-05-04")
    assert told_by(one, meeting("b", "the minister", "the envoy", when="2024-05-04")) == ["a", "b"]


def test_one_known_and_one_described_are_joined_by_words() -> None:
    one = meeting("a", AMA, "the envoy", when="2024-05-04", words="spoke with the envoy on copper duties")
    alike = meeting("b", AMA, "an envoy", when="2024-05-04", words="on copper duties, spoke to an envoy")
    assert told_by(one, alike, meeting("c", AMA, "the bishop", when="2024-05-04", words="saw a bishop")) == ["a b", "c"]


def test_a_crowd_in_one_town_on_one_day_is_one_protest() -> None:
    march = act("a", Category.PROTEST, None, None, "thousands marched", when="2024-05-04", place="Accra")
    assert told_by(march, march.but(document="b", words="crowds filled the ring road")) == ["a b"]


def test_crowds_in_one_country_on_one_day_are_two_protests() -> None:
    march = act("a", Category.PROTEST, None, None, "thousands marched", when="2024-05-04", place="Ghana")
    assert told_by(march, march.but(document="b", words="crowds filled the ring road")) == ["a", "b"]


def test_what_befalls_nobody_in_one_town_on_one_day_needs_like_words() -> None:
    blast = act(
        "a", Category.ASSAULT, None, None, "a bomb tore through the fish market", when="2024-05-04", place="Accra"
    )
    alike = blast.but(document="b", words="the fish market was hit by a bomb")
    assert told_by(blast, alike, blast.but(document="c", words="gunmen shot two guards")) == ["a b", "c"]


def test_two_pacts_signed_on_one_day_on_other_matters_are_two() -> None:
    one = act("a", Category.AGREE, "Ghana", "Peru", "signed a defence agreement", mode="sign", when="2024-05-04")
    other = act("b", Category.AGREE, "Ghana", "Peru", "signed a fisheries agreement", mode="sign", when="2024-05-04")
    assert told_by(one, other, one.but(document="c", words="a defence pact was signed")) == ["a c", "b"]


def test_bodies_of_one_name_are_joined_by_the_same_words() -> None:
    words = "could not agree on next year's schools budget"
    one = act("a", Category.REJECT, AMA, "Congress", words)
    assert told_by(one, act("b", Category.REJECT, AMA, "Congress of Chile", words)) == ["a b"]


def test_countries_of_which_one_bears_the_name_of_the_other_act_by_themselves() -> None:
    guinea = replace(THINGS["Ghana"], caption="Guinea")
    other = replace(THINGS["Peru"], caption="Equatorial Guinea")
    words = "abstained from the vote on the harbour question"
    one = act("a", Category.CONSULT, "Ghana", "Congress", words)
    assert told_by(one, act("b", Category.CONSULT, "Peru", "Congress", words), things=[guinea, other]) == ["a", "b"]


def test_people_of_one_name_whom_identity_keeps_apart_stay_apart() -> None:
    other_ama = replace(THINGS["Dinah Okoro"], caption="Ama Owusu")
    second = meeting("b", "Dinah Okoro", BRUNO, when="2024-05-04")
    assert told_by(FIRST, second, things=[other_ama]) == ["a", "b"]


def test_without_any_date_only_much_the_same_words_join() -> None:
    words = "toured the unfinished copper terminal"
    one = meeting("a", AMA, BRUNO, words=words, published=None)
    same = meeting("b", AMA, BRUNO, words="the unfinished copper terminal was toured", published=None)
    assert told_by(one, same, meeting("c", AMA, BRUNO, words="ate fish", published=None)) == ["a b", "c"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2024-05-04/2024-05-05", "2024-05-07", ["a", "b"]),  # two legs of a journey
        ("2024-05-04/2024-05-05", "2024-05-05/2024-05-06", ["a", "b"]),
        ("2024-05-04/2024-05-05", "2024-05-04/2024-05-05", ["a b"]),
        ("2024-05-04/2024-05-05", "2024-05-04/2024-05-06", ["a b"]),  # entered twice, with a slip
    ],
)
def test_rows_of_one_register_are_dated_by_one_hand(first: str, second: str, expected: list[str]) -> None:
    rows = (meeting(name, AMA, BRUNO, when=when).but(register="r") for name, when in (("a", first), ("b", second)))
    assert told_by(*rows) == expected


def test_two_papers_may_differ_by_a_day_where_rows_of_one_register_may_not() -> None:
    assert told_by(FIRST, meeting("b", AMA, BRUNO, when="2024-05-05/2024-05-06")) == ["a b"]


def test_two_who_travel_together_make_a_visit_each() -> None:
    def trip(row: str, visitor: str) -> Said:
        visit = act(row, Category.CONSULT, visitor, "Chile", "visited", mode="visit", when="2024-05-04")
        return visit.but(register="r")

    both = meeting("c", AMA, BRUNO, "Chile", when="2024-05-04").but(register="r")
    found = claims(trip("a", AMA), trip("b", BRUNO), both)
    assert not any({"a", "b"} <= {evidence.document for evidence in claim.evidence} for claim in found)
