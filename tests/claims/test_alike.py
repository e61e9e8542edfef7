"""Which statements tell one tie, instrument, quantity or saying."""

import pytest

from palanca.claims import Background, Telling, claims_of
from palanca.claims.titles import title_key
from palanca.records import (
    AnomalyDetail,
    AnomalyKind,
    DocumentId,
    InstrumentDetail,
    InstrumentKind,
    StatementId,
    TieKind,
)
from tests.claims.making import PLANNED, instrument, quantity, quotation, said, tie, told_by

AMA, BRUNO, CARLA = "Ama Owusu", "Bruno Keller", "Carla Duarte"
PACT = InstrumentKind.AGREEMENT


def test_a_tie_between_the_same_two_is_one() -> None:
    owns = tie("a", AMA, TieKind.OWNS, "Volta Grid")
    others = [tie("b", AMA, TieKind.OWNS, "Volta Grid", when="2020"), tie("c", BRUNO, TieKind.OWNS, "Volta Grid")]
    assert told_by(owns, *others, tie("d", AMA, TieKind.CONTROLS, "Volta Grid")) == ["a b", "c", "d"]


def test_ties_in_two_stretches_of_time_are_two() -> None:
    owned = tie("a", AMA, TieKind.OWNS, "Volta Grid", when="2001/2004")
    assert told_by(owned, tie("b", AMA, TieKind.OWNS, "Volta Grid", when="2010/..")) == ["a", "b"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(TieKind.SPOUSE, ["a b"]), (TieKind.FAMILY, ["a b"]), (TieKind.PARTNER_OF, ["a b"]), (TieKind.FUNDS, ["a", "b"])],
)
def test_mutual_ties_have_no_direction(kind: TieKind, expected: list[str]) -> None:
    assert told_by(tie("a", AMA, kind, BRUNO), tie("b", BRUNO, kind, AMA)) == expected


def test_ties_of_those_who_are_only_described_join_nothing() -> None:
    one = tie("a", "a banker", TieKind.FUNDS, "Harbour Party")
    assert told_by(one, tie("b", "a banker", TieKind.FUNDS, "Harbour Party")) == ["a", "b"]


def test_a_number_is_found_by_the_state_for_which_its_issuer_stands() -> None:
    decree = instrument("a", "Decree No. 12-3", number="12-3", issuer="Peru")
    others = (
        instrument("b", "Decree No. 12-3", number="12-3", issuer="Peruvian government"),
        instrument("c", "Decree No. 12-3", number="12-3", issuer="Ghana"),
    )
    assert told_by(decree, *others) == ["a b", "c"]


def test_a_number_without_issuer_is_found_by_its_document_whoever_issued_it() -> None:
    decree = instrument("a", "Decree No. 12-3", number="12-3", issuer="Peru")
    assert told_by(decree, instrument("a", "the decree 12-3 on copper", number="12-3", at=20)) == ["a a"]


def test_one_number_of_one_issuer_is_one_instrument() -> None:
    decree = instrument("a", "Decree No. 12-3", number="12-3", issuer="Ghana")
    others = [
        instrument("b", "the decree 12-3 on copper", number="12-3", issuer="Ghana"),
        instrument("c", "Decree No. 12-3", number="12-3", issuer="Peru"),
        instrument("d", "Decree No. 12/3", number="12/3", issuer="Ghana"),
        instrument("e", "Law No. 12-3", InstrumentKind.LAW, number="12-3", issuer="Ghana"),
    ]
    assert told_by(decree, *others) == ["a b", "c", "d", "e"]


def test_a_state_and_its_government_issue_one_number() -> None:
    decree = instrument("a", "Decree 7", number="7", issuer="Peru")
    assert told_by(decree, instrument("b", "Decree 7", number="7", issuer="Peruvian government")) == ["a b"]


def test_a_number_without_issuer_joins_on_the_same_day_only() -> None:
    decree = instrument("a", "Decree 7", number="7", issuer="Peru", when="2021-09-22")
    same = instrument("b", "Decree 7", number="7", when="2021-09-22")
    assert told_by(decree, same, instrument("c", "Decree 7", number="7", when="2021")) == ["a b", "c"]


def test_one_name_is_one_instrument() -> None:
    saltwind = instrument("a", "Saltwind Act", InstrumentKind.LAW)
    assert told_by(saltwind, instrument("b", "the Saltwind Act", InstrumentKind.LAW, when="2020")) == ["a b"]


def test_a_name_of_many_laws_needs_the_issuer() -> None:
    water = instrument("a", "Water Act", InstrumentKind.LAW, issuer="Ghana")
    same = instrument("b", "Water Act", InstrumentKind.LAW, issuer="Ghana")
    assert told_by(water, same, instrument("c", "Water Act", InstrumentKind.LAW)) == ["a b", "c"]


def test_one_name_of_two_issuers_is_two_instruments() -> None:
    saltwind = instrument("a", "Saltwind Act", InstrumentKind.LAW, issuer="Ghana")
    assert told_by(saltwind, instrument("b", "Saltwind Act", InstrumentKind.LAW, issuer="Peru")) == ["a", "b"]


def test_a_generic_title_joins_the_same_parties_at_the_same_time() -> None:
    deal = instrument("a", "deal", PACT, parties=("Ghana", "Peru"), when="2020-05-04")
    same = instrument("b", "agreement", PACT, parties=("Peru", "Ghana"), when="2020-05")
    others = [
        instrument("c", "deal", PACT, parties=("Peru", "Ghana"), when="2023-05"),
        instrument("d", "deal", PACT, parties=("Peru", "Chile"), when="2020-05-04"),
        instrument("e", "deal", PACT, parties=("Peru", "Ghana")),
    ]
    assert told_by(deal, same, *others) == ["a b", "c", "d", "e"]


def test_pacts_of_the_same_two_on_other_matters_are_two() -> None:
    one = instrument("a", "defence agreement", PACT, parties=("Ghana", "Peru"), when="2020-05-04")
    assert told_by(one, instrument("b", "fisheries agreement", PACT, parties=("Ghana", "Peru"), when="2020-05-04")) == [
        "a",
        "b",
    ]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("U.S. Constitution", "USA constitution"),
        ("Constitution of the United States of America", "USA constitution"),
        ("the Peruvian constitution", "PER constitution"),
        ("Saltwind Act", "act saltwind"),
        ("Water Act", None),
        ("lawsuit", None),
        ("government decree", None),
        ("Thai law", None),
        ("the", None),
    ],
)
def test_a_law_is_known_by_a_name_of_its_own(title: str, key: str | None) -> None:
    assert title_key(InstrumentDetail(kind=InstrumentKind.LAW, title=title)) == key


def test_a_pact_may_have_its_noun_in_small_letters() -> None:
    assert title_key(InstrumentDetail(kind=PACT, title="Oslo accord")) == "accord oslo"


def test_a_lawsuit_is_known_by_its_two_sides() -> None:
    suits = [
        InstrumentDetail(kind=InstrumentKind.LAWSUIT, title=t) for t in ("suit against Volta Grid", "Owusu v. Volta")
    ]
    assert [title_key(suit) for suit in suits] == [None, "owusu v volta"]


def test_one_measure_of_one_thing_at_one_time_is_one_quantity() -> None:
    one = quantity("a", 365, "seats", "365 seats", "Harbour Party", when="2019-12-12")
    others = [
        quantity("b", 365, "seats", "more than 365 seats", "Harbour Party"),
        quantity("c", 365, "seats", "365 extra seats", "Harbour Party"),
        quantity("d", 365, "seats", "365 seats", "Congress of Peru"),
        quantity("e", 365, "votes", "365 votes", "Harbour Party"),
        quantity("f", 365, "seats", "365 seats", "Harbour Party", modality=PLANNED),
    ]
    assert told_by(one, *others) == ["a b", "c", "d", "e", "f"]


def test_other_values_without_the_same_stated_time_are_other_quantities() -> None:
    one = quantity("a", 365, "seats", "seats", "Harbour Party", when="2019-12-12")
    other = quantity("b", 318, "seats", "seats", "Harbour Party", when="2017-06-08")
    assert told_by(one, other, quantity("c", 200, "seats", "seats", "Harbour Party")) == ["a", "b", "c"]


def test_two_values_in_one_document_are_two_quantities() -> None:
    one = quantity("a", 365, "seats", "seats", "Harbour Party", when="2019-12-12")
    assert told_by(one, quantity("a", 318, "seats", "seats", "Harbour Party", when="2019-12-12", at=50)) == ["a", "a"]


def test_a_value_without_subject_joins_only_in_like_words() -> None:
    words = "five villagers drowned crossing the flooded Volta by canoe"
    one = quantity("a", 5, "people", None, None, words=words)
    alike = quantity("b", 5, "people", None, None, words="a canoe crossing the flooded Volta: five villagers drowned")
    short = quantity("c", 5, "people", None, None, words="five people")
    assert told_by(one, alike, short, quantity("d", 5, "people", None, None, words="five people")) == ["a b", "c", "d"]


def test_the_words_of_a_value_that_stands_alone_are_not_asked_for() -> None:
    one, other = quantity("a", 5, "people", None, None), quantity("b", 6, "people", None, None)
    documents = {DocumentId(name): Telling(name=name, voice=DocumentId(name)) for name in "ab"}
    no_words: dict[StatementId, str] = {}
    background = Background(identities={}, documents=documents, words=lambda statement: no_words[statement.id])
    found = claims_of([other.statement, one.statement], background)
    assert [claim.lead for claim in found] == [one.statement.id, other.statement.id]


def test_a_saying_is_one_with_the_same_words_of_the_same_speaker() -> None:
    one = quotation("a", AMA, "We will never sell the port, she vowed to all of us.")
    same = quotation("b", AMA, "We will never sell the port - she vowed to all of us")
    other = quotation("c", AMA, "Cocoa prices will recover before the next harvest")
    assert told_by(one, same, other, quotation("d", BRUNO, one.words)) == ["a b", "c", "d"]


def test_six_words_within_a_longer_saying_are_the_same_saying() -> None:
    one = quotation("a", AMA, "Friends, we will never sell the port to anyone, and you all know it")
    part = quotation("b", AMA, "we will never sell the port")
    assert told_by(one, part, quotation("c", AMA, "the port")) == ["a b", "c"]


def test_a_saying_retold_in_another_order_is_the_same() -> None:
    one = quotation("a", AMA, "the copper tax would rise by a third next year")
    assert told_by(one, quotation("b", AMA, "next year the copper tax would rise by a third")) == ["a b"]


def test_no_comment_is_said_anew_each_time() -> None:
    one = quotation("a", AMA, "No comment", when="2024-05-04")
    again = quotation("b", AMA, "No comment", when="2024-07-04")
    assert told_by(one, again, quotation("c", AMA, "No comment!", when="2024-05-04")) == ["a c", "b"]


def test_sayings_of_speakers_who_are_only_described_join_nothing() -> None:
    one = quotation("a", "a witness", "We will never sell the port to anyone")
    assert told_by(one, quotation("b", "a witness", one.words)) == ["a", "b"]


def test_anomalies_are_never_grouped() -> None:
    detail = AnomalyDetail(kind=AnomalyKind.DATE_CONFLICT, detail="two dates")
    assert told_by(said("a", detail, "in May", {}), said("b", detail, "in May", {})) == ["a", "b"]
