"""What a claim says of the statements under it."""

import pytest

from palanca.records import (
    Category,
    Claim,
    EntityId,
    EventDetail,
    Evidence,
    InstrumentKind,
    Kind,
    Modality,
    Party,
    Review,
    RoleName,
    Stance,
    TieKind,
    Time,
)
from tests.claims.making import PLANNED, REPORTED, Said, act, claims, instrument, meeting, quotation, tie

AMA, BRUNO = "Ama Owusu", "Bruno Keller"
WORDS = "shook hands at the copper port gate at noon in the rain"
MEETING = meeting("a", AMA, BRUNO, when="2024-05-04", words=WORDS, confidence=0.6)


def voices(*sayings: Said) -> list[int]:
    (claim,) = claims(*sayings)
    return [evidence.voice for evidence in claim.evidence]


def test_a_claim_holds_all_that_its_evidence_tells() -> None:
    other = meeting("b", BRUNO, AMA, place="Accra", modality=REPORTED, words="they talked", confidence=0.5)
    assert claims(other, MEETING) == [
        Claim(
            kind=Kind.EVENT,
            detail=EventDetail(category=Category.CONSULT, mode="meet"),
            lead=MEETING.statement.id,
            parties=(
                Party(role=RoleName.ACTOR, text=AMA, identity=EntityId(AMA)),
                Party(role=RoleName.ACTOR, text=BRUNO, identity=EntityId(BRUNO)),
                Party(role=None, text="Accra", identity=EntityId("Accra")),
            ),
            evidence=(
                Evidence(
                    statement=MEETING.statement.id, document=MEETING.statement.document, stance=Stance.SUPPORTS, voice=0
                ),
                Evidence(
                    statement=other.statement.id, document=other.statement.document, stance=Stance.REPORTS, voice=1
                ),
            ),
            time=Time.parse("2024-05-04"),
            modality=Modality.ASSERTED,
            confidence=0.8,
        )
    ]


def test_the_lead_is_the_one_that_names_most_then_dates_best_then_the_surest_then_the_first() -> None:
    words = "shipped cocoa seedlings and vaccines"
    fewer = act("a", Category.AID, "Ghana", None, words, when="2024-05-04", confidence=0.9)
    month = act("b", Category.AID, "Ghana", "Peru", words, when="2024-05", confidence=0.9)
    unsure = act("c", Category.AID, "Ghana", "Peru", words, when="2024-05-04", confidence=0.4)
    sure = act("d", Category.AID, "Ghana", "Peru", words, when="2024-05-04", confidence=0.7)
    (claim,) = claims(sure.but(document="e"), fewer, month, unsure, sure)
    assert claim.lead == sure.statement.id


def test_what_was_planned_does_not_lead_what_took_place() -> None:
    plan = act("a", Category.AID, "Ghana", "Peru", "cocoa seedlings", when="2024-05-04", modality=PLANNED)
    done = act("b", Category.AID, "Ghana", None, "cocoa seedlings sent and planted", when="2024-05-04")
    (claim,) = claims(
        plan, done.but(words="cocoa seedlings"), act("c", Category.AID, "Ghana", "Peru", "cocoa", when="2024-05-04")
    )
    assert claim.modality is Modality.ASSERTED
    assert claim.lead != plan.statement.id


def test_the_time_is_the_most_precise() -> None:
    (claim,) = claims(MEETING.but(when="2024-05"), MEETING.but(document="b"))
    assert claim.time == Time.parse("2024-05-04")


def test_a_government_is_not_shown_beside_its_country() -> None:
    state = meeting("a", "Peru", "Chile", when="2024-05-04", confidence=0.9)
    (claim,) = claims(state, meeting("b", "Peruvian government", "Chile", when="2024-05-04", confidence=0.5))
    assert [party.text for party in claim.parties] == ["Peru", "Chile"]


def test_a_mutual_tie_shows_each_once() -> None:
    (claim,) = claims(tie("a", AMA, TieKind.SPOUSE, BRUNO), tie("b", BRUNO, TieKind.SPOUSE, AMA))
    assert [(party.role, party.text) for party in claim.parties] == [(RoleName.SOURCE, AMA), (RoleName.TARGET, BRUNO)]


def test_described_parties_are_those_of_the_lead_alone() -> None:
    one = meeting("a", AMA, BRUNO, "an envoy", when="2024-05-04", confidence=0.9)
    (claim,) = claims(one, meeting("b", AMA, BRUNO, "a bishop", when="2024-05-04", confidence=0.1))
    assert [party.text for party in claim.parties] == [AMA, BRUNO, "an envoy"]


def test_independent_voices_make_a_claim_surer() -> None:
    (claim,) = claims(
        MEETING, MEETING.but(document="b", words="both met"), MEETING.but(document="c", words="they spoke")
    )
    assert claim.confidence == 0.936


def test_one_voice_is_no_surer_for_saying_it_twice() -> None:
    (claim,) = claims(MEETING, MEETING.but(document="b", copy_of="a"))
    assert claim.confidence == 0.6


def test_no_number_of_voices_makes_a_claim_certain() -> None:
    (claim,) = claims(*(MEETING.but(document=name, words=f"talk {name}", confidence=0.9) for name in "abcd"))
    assert claim.confidence == 0.99


def test_documents_in_other_words_are_independent() -> None:
    assert voices(MEETING, MEETING.but(document="b", words="both met")) == [0, 1]


@pytest.mark.parametrize(
    "changes",
    [
        {"copy_of": "a", "words": "both met"},
        {"outlet": "The Post", "words": "both met"},
        {"register": "visits", "words": "both met"},
        {"words": WORDS.replace("noon", "nine")},
    ],
    ids=["copies", "one outlet", "one register", "one passage"],
)
def test_these_are_one_voice(changes: dict[str, object]) -> None:
    assert voices(MEETING.but(outlet="the post", register="visits"), MEETING.but(document="b", **changes)) == [0, 0]


def test_a_short_passage_is_alike_by_chance() -> None:
    assert voices(MEETING.but(words="they met"), MEETING.but(document="b", words="they met")) == [0, 1]


def test_those_who_repeat_one_named_speaker_are_one_voice() -> None:
    one = meeting("a", AMA, BRUNO, when="2024-05-04", speaker="Carla Duarte")
    other = meeting("b", AMA, BRUNO, when="2024-05-04", speaker="Carla Duarte")
    assert voices(one, other) == [0, 0]


def test_those_who_repeat_an_unnamed_speaker_are_not() -> None:
    one = meeting("a", AMA, BRUNO, when="2024-05-04", speaker="an aide")
    assert voices(one, meeting("b", AMA, BRUNO, when="2024-05-04", speaker="an aide")) == [0, 1]


def test_one_voice_goes_on_from_one_to_the_next() -> None:
    first = MEETING.but(outlet="The Post", words="both met")
    second = MEETING.but(document="b", outlet="The Post")
    assert voices(first, second, MEETING.but(document="c")) == [0, 0, 0]


def test_all_who_heard_a_saying_are_witnesses_of_it() -> None:
    words = "We will never sell the port to anyone, ever, so help me"
    assert voices(quotation("a", AMA, words), quotation("b", AMA, words)) == [0, 1]


def test_what_a_person_rejects_leaves_the_claim_that_others_tell() -> None:
    other = MEETING.but(document="b", words="both met")
    found = claims(MEETING, other, rejected=[other])
    assert {claim.lead: claim.review for claim in found} == {
        MEETING.statement.id: Review.REOPENED,
        other.statement.id: Review.REJECTED,
    }


def test_what_is_rejected_altogether_is_one_rejected_claim() -> None:
    other = MEETING.but(document="b", words="both met")
    (claim,) = claims(MEETING, other, rejected=[MEETING, other])
    assert (claim.review, len(claim.evidence)) == (Review.REJECTED, 2)


def test_a_claim_is_confirmed_by_one_confirmed_statement() -> None:
    (claim,) = claims(MEETING, MEETING.but(document="b"), confirmed=[MEETING])
    assert claim.review is Review.CONFIRMED


def test_a_claim_that_nobody_judged_is_open() -> None:
    assert [claim.review for claim in claims(MEETING)] == [Review.OPEN]


def test_claims_come_by_time_then_kind_then_place_with_unknown_times_last() -> None:
    undated = instrument("a", "Water Act", InstrumentKind.LAW)
    quote = quotation("b", AMA, "the port stays", when="2024-05-04")
    early = meeting("c", AMA, BRUNO, when="2023-01-01")
    sayings = [undated, quote, early, MEETING, meeting("a", AMA, "Peru", when="2024-05-04", at=90)]
    assert [claim.lead for claim in claims(*sayings)] == [sayings[i].statement.id for i in (2, 3, 4, 1, 0)]
