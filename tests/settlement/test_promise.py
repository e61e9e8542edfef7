"""The promise: a case is its documents and its judgements, whatever way they came in."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from palanca import judging
from palanca.judging import Judge
from palanca.judging.review import ReviewQueue, waiting
from palanca.records import ClaimId, Document, Field, Filter, Kind, Review, Schema, Standing
from palanca.records.errors import AmbiguousName
from palanca.settlement import settle
from palanca.store import Case, open_case
from tests.store.making import AT, LATER, document, read

ANA, BEN = Judge(who="ana", clock=lambda: AT), Judge(who="ben", clock=lambda: LATER)

_NAMES = ["Ruth Wanjala", "R. Wanjala", "Daniel Kiprono", "Juan Perez", "Rina Sato", "Volta", "Rina Aiko Sato"]
_SENTENCES = st.tuples(
    st.sampled_from(_NAMES), st.sampled_from(_NAMES), st.sampled_from(["on the pier", "in the port"])
).map(lambda told: f"{told[0]} met {told[1]} {told[2]}.")
_DOCUMENTS = st.lists(
    st.tuples(
        st.lists(_SENTENCES, min_size=1, max_size=3).map(" ".join), st.sampled_from(["2024-05-01", "2024-05-02"])
    ),
    min_size=1,
    max_size=6,
).map(lambda told: [document(text, f"{i}.txt", published=day) for i, (text, day) in enumerate(told)])
_ON_ONE_FOLDER = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def put(case: Case, documents: Sequence[Document], version: str = "toy 1") -> None:
    for one in documents:
        case.put(read(case.completed(one), version), at=AT)


def answers(case: Case) -> list[object]:
    """All that a settled case answers about what its documents tell together."""
    settle(case)
    return [
        list(case.documents()),
        list(case.things()),
        list(case.proposals()),
        list(case.claims(Filter(rejected=True))),
        list(case.statements(Filter())),
        case.judgement_states(),
        case.counts(),
        case.count_statements(),
    ]


def fresh(folder: Path, documents: Sequence[Document] = (), name: str = "c") -> Case:
    path = folder / f"{name}.palanca"
    path.unlink(missing_ok=True)
    case = open_case(path, create=True)
    put(case, documents)
    return case


@pytest.fixture
def case(tmp_path: Path) -> Case:
    texts = {
        "a": "Ruth Wanjala met Daniel Kiprono on the pier.",
        "b": "Ruth Wanjala met Daniel Kiprono in the port.",
        "c": "Juan Perez met Rina Sato in the port.",
        "d": "Juan Perez met Daniel Kiprono on the pier.",
    }
    return fresh(tmp_path, [document(text, name, published="2024-05-01") for name, text in texts.items()])


def thing(case: Case, name: str) -> str:
    return judging.find_thing(case, name).id


def claims(case: Case, wanted: Filter | None = None) -> list[tuple[str, ...]]:
    settle(case)
    return [tuple(party.text for party in claim.parties) for claim in case.claims(wanted or Filter())]


# Any order, any number of runs, any detour


@given(_DOCUMENTS, st.randoms(use_true_random=False))
@_ON_ONE_FOLDER
def test_order_of_documents_changes_nothing(tmp_path: Path, documents: list[Document], random: st.DataObject) -> None:
    with fresh(tmp_path, documents) as case:
        expected = answers(case)
    shuffled = list(documents)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    with fresh(tmp_path, shuffled) as case:
        assert answers(case) == expected


@given(_DOCUMENTS)
@_ON_ONE_FOLDER
def test_settling_after_each_document_is_settling_once(tmp_path: Path, documents: list[Document]) -> None:
    with fresh(tmp_path, documents) as case:
        expected = answers(case)
    with fresh(tmp_path) as case:
        for one in documents:
            put(case, [one])
            settle(case)
        assert answers(case) == expected


@given(_DOCUMENTS, st.integers(0, 5))
@_ON_ONE_FOLDER
def test_removing_a_document_is_never_having_had_it(tmp_path: Path, documents: list[Document], at: int) -> None:
    gone = documents[at % len(documents)]
    left = [one for one in documents if one.id != gone.id]
    with fresh(tmp_path, left) as case:
        expected = answers(case)
    with fresh(tmp_path, documents) as case:
        settle(case)
        for name in [one.name for one in documents if one.id == gone.id][:1]:
            case.remove(name)
        assert answers(case) == expected


@given(_DOCUMENTS, st.data())
@_ON_ONE_FOLDER
def test_dropping_and_reading_again_gives_the_same(
    tmp_path: Path, documents: list[Document], data: st.DataObject
) -> None:
    with fresh(tmp_path, documents) as case:
        settle(case)
        named = sorted({one.id for one in case.things()})
        if len(named) > 1:
            pair = data.draw(st.lists(st.sampled_from(named), min_size=2, max_size=2, unique=True))
            decide = data.draw(st.sampled_from([judging.same, judging.different]))
            decide(case, pair[0], pair[1], ANA)
        expected = answers(case)
        case.drop_readings()
        assert not list(case.things())
        put(case, documents)
        assert answers(case) == expected


def test_settling_what_is_settled_does_nothing(case: Case) -> None:
    assert settle(case)
    assert not settle(case)


def test_what_changed_meanwhile_is_settled_too(case: Case) -> None:
    pending = case.pending()
    assert pending
    put(case, [document("Rina Sato met Volta on the pier.", "e")])
    assert not case.settle(pending.changed, [])
    settle(case)
    assert ("Rina Sato", "Volta") in claims(case)


# Identity


def test_one_meeting_told_twice_is_one_claim_of_two_documents(case: Case) -> None:
    settle(case)
    (claim,) = case.claims(Filter(who="Ruth Wanjala"))
    assert (len(claim.evidence), claim.documents) == (2, 2)


def test_same_joins_and_undo_parts_again(case: Case) -> None:
    before = answers(case)[1]
    judgement = judging.same(case, "Rina Sato", "Ruth Wanjala", ANA)
    assert thing(case, "Rina Sato") == thing(case, "Ruth Wanjala")
    judging.undo(case, judgement.id[:8], ANA)
    assert answers(case)[1] == before


def test_different_parts_what_was_merged_and_the_proposal_is_gone(case: Case) -> None:
    assert thing(case, "Daniel Kiprono")
    judging.different(case, "Daniel Kiprono@a", "Daniel Kiprono@b", ANA)
    first, second = (case.reading(case.document(name).id) for name in "ab")
    assert first
    assert second
    ids = [one.id for reading in (first, second) for one in reading.entities if one.caption == "Daniel Kiprono"]
    assert case.identity(ids[0]) != case.identity(ids[1])
    assert not [one for one in case.proposals() if {one.one, one.other} == set(ids)]


def test_different_is_kept_when_a_newer_reader_reads_again(case: Case) -> None:
    judging.different(case, "Daniel Kiprono@a", "Daniel Kiprono@b", ANA)
    expected = answers(case)[1]
    put(case, list(case.documents()), "toy 2")
    assert answers(case)[1] == expected


def test_different_is_kept_by_name_when_its_document_is_gone(case: Case) -> None:
    judgement = judging.different(case, "Ruth Wanjala@a", "Ruth Wanjala@b", ANA)
    case.remove("a")
    put(case, [document("Ruth Wanjala met Rina Sato on the pier.", "e", published="2024-05-03")])
    settle(case)
    assert case.judgement_states()[judgement.id].standing is Standing.SET_ASIDE
    with pytest.raises(AmbiguousName, match="2 things are called 'Ruth Wanjala'"):
        thing(case, "Ruth Wanjala")


def test_a_new_name_is_shown_and_the_old_one_still_found(case: Case) -> None:
    judging.rename(case, "Rina Sato", "Rina Aiko Sato", ANA)
    assert ("Juan Perez", "Rina Aiko Sato") in claims(case)
    assert claims(case, Filter(who="Rina Sato")) == [("Juan Perez", "Rina Aiko Sato")]


def test_a_new_schema_is_shown(case: Case) -> None:
    judging.retype(case, "Rina Sato", Schema.COMPANY, ANA)
    assert case.thing(judging.find_thing(case, "Rina Sato").id).schema is Schema.COMPANY


# Claims


def first_claim(case: Case) -> ClaimId:
    settle(case)
    return next(case.claims(Filter(who="Ruth Wanjala"))).id


def test_a_rejected_claim_is_out_of_the_answers_and_comes_back_by_undo(case: Case) -> None:
    before = claims(case)
    judgement = judging.reject(case, first_claim(case), ANA)
    assert claims(case) == [parties for parties in before if "Ruth Wanjala" not in parties]
    judging.undo(case, judgement.id, ANA)
    assert claims(case) == before


def test_a_rejected_claim_told_again_is_reopened(case: Case) -> None:
    judging.reject(case, first_claim(case), ANA)
    put(case, [document("Ruth Wanjala met Daniel Kiprono.", "e", published="2024-05-01")])
    settle(case)
    (claim,) = case.claims(Filter(who="Ruth Wanjala"))
    assert (claim.review, len(claim.evidence)) == (Review.REOPENED, 1)


def test_a_confirmed_claim_is_marked(case: Case) -> None:
    judging.confirm(case, first_claim(case), ANA)
    assert case.claim(first_claim(case)).review is Review.CONFIRMED


def test_a_corrected_claim_says_so_waits_no_longer_and_may_be_confirmed(case: Case) -> None:
    judging.correct(case, first_claim(case), Field.TIME, "2024-04-30", ANA)
    claim = case.claim(first_claim(case))
    assert claim.review is Review.CORRECTED
    assert claim.id not in {one.id for one in waiting(case, ReviewQueue.CLAIMS)}
    judging.confirm(case, claim.id, ANA)
    assert case.claim(claim.id).review is Review.CONFIRMED


def test_a_corrected_claim_is_found_by_the_id_that_it_had(case: Case) -> None:
    before = first_claim(case)
    judging.correct(case, before, Field.TIME, "2024-04-30", ANA)
    assert case.claim(before) == case.claim(first_claim(case))
    assert case.claim(before).id != before


def test_a_correction_stands_in_the_place_of_what_was_read(case: Case) -> None:
    judging.correct(case, first_claim(case), Field.TIME, "2024-04-30", ANA)
    claim = case.claim(first_claim(case))
    assert (str(claim.time), len(claim.evidence)) == ("2024-04-30", 2)
    assert {one.reader for one in case.evidence(e.statement for e in claim.evidence).values()} == {"judgement"}


def test_a_correction_holds_after_a_re_reading_and_can_be_corrected(case: Case) -> None:
    judging.correct(case, first_claim(case), Field.TIME, "2024-04-30", ANA)
    put(case, list(case.documents()), "toy 2")
    settle(case)
    judging.correct(case, first_claim(case), Field.ACTOR, "Rina Sato", ANA)
    claim = case.claim(next(case.claims(Filter(who="Rina Sato", until=None, kinds=(Kind.EVENT,)))).id)
    assert str(claim.time) == "2024-04-30"


def test_two_persons_who_disagree_are_both_told(case: Case) -> None:
    claim = first_claim(case)
    yes, no = judging.confirm(case, claim, ANA), judging.reject(case, claim, BEN)
    states = case.judgement_states()
    assert {states[one.id].standing for one in (yes, no)} == {Standing.IN_CONFLICT}
    assert case.claim(first_claim(case)).review is Review.OPEN


def test_judgements_of_two_people_come_together_in_any_order(tmp_path: Path, case: Case) -> None:
    settle(case)
    judging.same(case, "Rina Sato", "Ruth Wanjala", ANA)
    judging.reject(case, first_claim(case), BEN)
    expected = answers(case)
    with fresh(tmp_path, list(case.documents()), "other") as other:
        assert other.judge(reversed(list(case.judgements()))) == 2
        assert other.judge(case.judgements()) == 0
        assert answers(other) == expected


def test_judgements_stay_when_their_document_leaves_and_hold_when_it_returns(case: Case) -> None:
    given_back = case.document("c")
    judgement = judging.rename(case, "Rina Sato", "Rina S.", ANA)
    case.remove("c")
    settle(case)
    assert case.judgement_states()[judgement.id].standing is Standing.SET_ASIDE
    put(case, [given_back])
    settle(case)
    assert case.judgement_states()[judgement.id].standing is Standing.HOLDS
    assert judging.find_thing(case, "Rina Sato").caption == "Rina S."
