"""What holds where people disagree, or where what they say leads to contradictions in several steps."""

from hypothesis import given
from hypothesis import strategies as st

from palanca.identity.anchors import anchor_of_name
from palanca.identity.judging import decide
from palanca.identity.voting import contradictions, sorted_pair
from palanca.records import EntityId, Field, Standing, Verdict
from tests.identity.judged import entity, judged
from tests.identity.lund_case import (
    HELD,
    MAYOR_TOLD,
    MEETING,
    MEETING_TOLD,
    MRS,
    MRS_ID,
    ONE,
    SHORT,
    SHORT_ID,
    VERA,
    VERA_ID,
    known,
    pair,
    reasons,
    standings,
)


def test_people_who_agree_are_not_in_conflict() -> None:
    both = [judged(Verdict.SAME, VERA, SHORT), judged(Verdict.SAME, SHORT, VERA, who="bo")]
    assert decide(both, HELD).same == (pair(VERA_ID, SHORT_ID),)
    assert standings(both) == [Standing.HOLDS, Standing.HOLDS]


def test_where_people_disagree_things_are_different() -> None:
    same, different = judged(Verdict.SAME, VERA, SHORT, day=9), judged(Verdict.DIFFERENT, VERA, SHORT, who="bo")
    found = decide([same, different], HELD)
    assert (found.same, found.different) == ((), (pair(VERA_ID, SHORT_ID),))
    assert reasons([same, different]) == [
        f"{known(different)} says otherwise: agree, and undo one",
        f"{known(same)} says otherwise: agree, and undo one",
    ]
    assert standings([same, different]) == [Standing.IN_CONFLICT, Standing.IN_CONFLICT]


def test_where_people_disagree_a_claim_is_neither_rejected_nor_confirmed() -> None:
    both = [judged(Verdict.REJECT, MEETING_TOLD), judged(Verdict.CONFIRM, MEETING_TOLD, who="bo")]
    assert decide(both, HELD).rejected | decide(both, HELD).confirmed == frozenset()
    assert standings(both) == [Standing.IN_CONFLICT, Standing.IN_CONFLICT]


def test_a_conflict_on_one_statement_leaves_the_others() -> None:
    both = [judged(Verdict.CONFIRM, MEETING_TOLD, MAYOR_TOLD), judged(Verdict.REJECT, MAYOR_TOLD, who="bo")]
    assert decide(both, HELD).confirmed == {MEETING.id}
    assert standings(both) == [Standing.IN_CONFLICT, Standing.IN_CONFLICT]


def test_two_names_for_a_thing_are_both_left() -> None:
    both = [judged(Verdict.RENAME, VERA, value="Vera"), judged(Verdict.RENAME, VERA, value="Wera", who="bo")]
    assert decide(both, HELD).names == {}
    assert standings(both) == [Standing.IN_CONFLICT, Standing.IN_CONFLICT]


def test_corrections_that_differ_are_both_left() -> None:
    both = [
        judged(Verdict.CORRECT, MEETING_TOLD, field=Field.TIME, value=year, who=who)
        for year, who in (("2023", "ana"), ("2024", "bo"))
    ]
    assert decide(both, HELD).corrections == {}
    assert standings(both) == [Standing.IN_CONFLICT, Standing.IN_CONFLICT]


def test_corrections_written_otherwise_are_the_same() -> None:
    both = [
        judged(Verdict.CORRECT, MEETING_TOLD, field=Field.CATEGORY, value=value, who=who)
        for value, who in (("aid", "ana"), ("AID ", "bo"))
    ]
    assert decide(both, HELD).corrections == {MEETING.id: ((Field.CATEGORY, "AID"),)}


def test_a_conflict_ends_when_one_person_agrees() -> None:
    both = [judged(Verdict.SAME, VERA, SHORT), judged(Verdict.DIFFERENT, VERA, SHORT, who="bo")]
    agreed = judged(Verdict.DIFFERENT, VERA, SHORT, day=1)
    assert standings([*both, agreed]) == [Standing.UNDONE, Standing.HOLDS, Standing.HOLDS]


def test_what_is_different_is_not_joined_in_two_steps() -> None:
    steps = [judged(Verdict.SAME, VERA, SHORT), judged(Verdict.SAME, SHORT, MRS)]
    different = judged(Verdict.DIFFERENT, VERA, MRS, who="bo")
    found = decide([*steps, different], HELD)
    assert (found.same, found.different) == ((), (pair(VERA_ID, MRS_ID),))
    assert standings([*steps, different]) == [Standing.IN_CONFLICT] * 3
    assert reasons([*steps, different]) == [
        f"contradicted by {known(different)}: undo what is wrong; kept apart meanwhile",
        f"contradicted by {known(different)}: undo what is wrong; kept apart meanwhile",
        f"contradicted by {', '.join(known(one) for one in sorted(steps, key=lambda one: one.id))}"
        ": undo what is wrong; kept apart meanwhile",
    ]


def test_pairs_beside_a_contradiction_hold() -> None:
    berg = anchor_of_name(ONE, entity(ONE, "Ida Berg"))
    steps = [judged(Verdict.SAME, VERA, SHORT), judged(Verdict.SAME, SHORT, MRS)]
    beside = judged(Verdict.SAME, MRS, berg)
    found = decide([*steps, judged(Verdict.DIFFERENT, VERA, MRS), beside], HELD)
    assert found.same == (pair(MRS_ID, entity(ONE, "Ida Berg")),)


IDS = st.sampled_from([EntityId(letter) for letter in "abcdef"])
PAIRS = st.tuples(IDS, IDS).filter(lambda ends: ends[0] != ends[1]).map(lambda ends: sorted_pair(*ends))


@given(st.sets(PAIRS), st.sets(PAIRS))
def test_without_its_chains_nothing_kept_apart_is_joined(
    same: set[tuple[EntityId, EntityId]], different: set[tuple[EntityId, EntityId]]
) -> None:
    chains = contradictions(same, different)
    joining = {link for chain in chains.values() for link in chain}
    assert joining <= same
    assert contradictions(same - joining, different) == {}


def test_a_ring_is_contradicted_on_both_sides() -> None:
    a, b, c, d = (EntityId(letter) for letter in "abcd")
    ring = [(a, b), (b, c), (c, d), (a, d)]
    assert contradictions(ring, [(a, c)]) == {(a, c): ((b, c), (a, b), (c, d), (a, d))}


def test_a_pair_in_no_chain_contradicts_nothing() -> None:
    a, b, c = (EntityId(letter) for letter in "abc")
    assert contradictions([(a, b)], [(a, c), (b, c)]) == {}
