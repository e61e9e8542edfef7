"""What holds of all claims, whatever is told."""

from hypothesis import assume, given
from hypothesis import strategies as st

from palanca.records import Category, Modality, TieKind
from tests.claims.making import Said, act, claims, meeting, office, quotation, tie

_PEOPLE = st.sampled_from(["Ama Owusu", "Bruno Keller", "Carla Duarte", "the envoy"])
_NAMED = st.sampled_from(["Ama Owusu", "Bruno Keller", "Carla Duarte"])
_DAYS = st.sampled_from(["2024-05-04", "2024-05-05"])
_STATES = st.sampled_from(["Ghana", "Peru", "Peruvian government", "Chile"])
_DOCUMENTS = st.sampled_from("abcdef")
_TIMES = st.sampled_from([None, "2024-05-04", "2024-05-05", "2024-05", "2024", "2024-05-04~", "2024-06-10"])
_WORDS = st.sampled_from(
    ["shook hands at the copper port", "the copper port deal was sealed with a handshake", "ate fish"]
)
_REST = st.fixed_dictionaries(
    {
        "when": _TIMES,
        "at": st.integers(0, 5),
        "modality": st.sampled_from(Modality),
        "confidence": st.sampled_from([0.5, 0.8]),
    }
)
SAYINGS = st.one_of(
    st.builds(lambda d, a, b, w, rest: meeting(d, a, b, words=w, **rest), _DOCUMENTS, _PEOPLE, _PEOPLE, _WORDS, _REST),
    st.builds(
        lambda d, a, b, w, rest: act(d, Category.AID, a, b, w, **rest), _DOCUMENTS, _STATES, _STATES, _WORDS, _REST
    ),
    st.builds(lambda d, a, b, rest: office(d, a, "president", b, **rest), _DOCUMENTS, _PEOPLE, _STATES, _REST),
    st.builds(lambda d, a, b, rest: tie(d, a, TieKind.SPOUSE, b, **rest), _DOCUMENTS, _PEOPLE, _PEOPLE, _REST),
    st.builds(lambda d, a, w, rest: quotation(d, a, w, **rest), _DOCUMENTS, _PEOPLE, _WORDS, _REST),
)
PRESIDENTS = st.lists(
    st.builds(lambda d, a, at: office(d, a, "president", "Ghana", when=at), _DOCUMENTS, _NAMED, _DAYS),
    max_size=8,
    unique_by=lambda one: one.statement.id,
)
LEDGERS = st.lists(SAYINGS, max_size=25, unique_by=lambda one: one.statement.id)


@given(LEDGERS, st.randoms())
def test_the_order_of_statements_changes_nothing(sayings: list[Said], random: object) -> None:
    shuffled = list(sayings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis's own Random
    assert claims(*shuffled) == claims(*sayings)


@given(LEDGERS)
def test_every_statement_stands_under_one_claim(sayings: list[Said]) -> None:
    under = [evidence.statement for claim in claims(*sayings) for evidence in claim.evidence]
    assert sorted(under) == sorted(one.statement.id for one in sayings)


@given(LEDGERS, st.data())
def test_rejecting_some_leaves_every_statement_under_one_claim(sayings: list[Said], data: st.DataObject) -> None:
    rejected = [one for one in sayings if data.draw(st.booleans())]
    found = claims(*sayings, rejected=rejected)
    under_rejected = [e.statement for claim in found if claim.review == "rejected" for e in claim.evidence]
    assert sorted(under_rejected) == sorted(one.statement.id for one in rejected)


@given(LEDGERS)
def test_a_claim_is_as_sure_as_its_surest_evidence_at_least(sayings: list[Said]) -> None:
    sure = {one.statement.id: one.statement.confidence for one in sayings}
    for claim in claims(*sayings):
        assert max(sure[evidence.statement] for evidence in claim.evidence) <= claim.confidence <= 0.99


@given(PRESIDENTS)
def test_rivals_name_each_other(sayings: list[Said]) -> None:
    found = claims(*sayings)
    pairs = {(claim.id, rival) for claim in found for dispute in claim.disputes for rival in dispute.rivals}
    assume(pairs)
    assert {(rival, claim) for claim, rival in pairs} == pairs
    assert {end for pair in pairs for end in pair} <= {claim.id for claim in found}


@given(
    st.dictionaries(st.integers(0, 20), st.sets(_DOCUMENTS, min_size=1), max_size=8),
    _DOCUMENTS,
)
def test_removing_a_document_removes_its_evidence_and_nothing_else(told: dict[int, set[str]], gone: str) -> None:
    """Of meetings on days far from each other, told by some documents each, as all of them know them."""
    sayings = [
        meeting(document, "Ama Owusu", "Bruno Keller", when=f"{2000 + day}-05-04", at=day)
        for day, documents in told.items()
        for document in documents
    ]
    kept = claims(*(one for one in sayings if one.statement.document != gone))
    expected = [
        {evidence.statement for evidence in claim.evidence if evidence.document != gone} for claim in claims(*sayings)
    ]
    assert [{evidence.statement for evidence in claim.evidence} for claim in kept] == [
        under for under in expected if under
    ]
