"""What is true of whatever people judge, in any order."""

import random
from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from palanca.identity.anchors import anchor_of_name
from palanca.identity.corrections import corrected
from palanca.identity.judging import Decided, decide
from palanca.identity.voting import contradictions
from palanca.records import Anchor, DocumentId, EntityId, Field, Judgement, Standing, Statement, Verdict
from palanca.records.names import fold
from tests.identity.judged import FIRST_DAY, entity, judged, undo
from tests.identity.lund_case import (
    HELD,
    MAYOR,
    MAYOR_TOLD,
    MEETING,
    MEETING_TOLD,
    MRS,
    MRS_ID,
    ONE,
    SHIP_STATED,
    SHORT,
    SHORT_ID,
    VERA,
    VERA_ID,
    VERA_STATED,
)

NAMES = [VERA, SHORT, MRS, anchor_of_name(ONE, entity(ONE, "Ida Berg"))]
GONE = replace(VERA, document=DocumentId("gone"), name="gone.txt", words="Nobody")
TOLD = [
    MEETING_TOLD,
    MAYOR_TOLD,
    replace(MEETING_TOLD, told="AID"),
    replace(MAYOR_TOLD, name="gone.txt", document=GONE.document),
]
WHO = st.sampled_from(["ana", "bo", "cy"])
DAY = st.integers(0, 6)


DECISIONS = tuple(one for one in Verdict if one is not Verdict.UNDO)


@st.composite
def decisions(draw: st.DrawFn, verdicts: tuple[Verdict, ...] = DECISIONS) -> Judgement:
    verdict = draw(st.sampled_from(verdicts))
    who, day = draw(WHO), draw(DAY)
    match verdict:
        case Verdict.SAME | Verdict.DIFFERENT:
            one, other = draw(st.lists(st.sampled_from([*NAMES, GONE]), min_size=2, max_size=2))
            return judged(verdict, one, other, who=who, day=day)
        case Verdict.RENAME | Verdict.RETYPE:
            value = draw(st.sampled_from(["Person", "Vehicle", "Human"]))
            return judged(verdict, draw(st.sampled_from([*NAMES, GONE])), who=who, day=day, value=value)
        case Verdict.COUNTRY | Verdict.BRANCH:
            value = draw(st.sampled_from(["PER", "executive", "Human", ""]))
            return judged(verdict, draw(st.sampled_from([*NAMES, GONE])), who=who, day=day, value=value)
        case Verdict.CORRECT:
            field = draw(st.sampled_from(Field))
            value = draw(st.sampled_from(["2024", "Ida Berg", "AID", ""]))
            return judged(verdict, draw(st.sampled_from(TOLD)), who=who, day=day, field=field, value=value)
        case Verdict.STATE:
            told = draw(st.sampled_from([VERA_STATED, SHIP_STATED]))
            return replace(told, who=who, at=FIRST_DAY + timedelta(days=day))
        case _:
            anchors = draw(st.lists(st.sampled_from(TOLD), min_size=1, max_size=3))
            return judged(verdict, *anchors, who=who, day=day)


@st.composite
def logs(draw: st.DrawFn, verdicts: tuple[Verdict, ...] = DECISIONS) -> list[Judgement]:
    """Decisions, and undos of some of them and of undos."""
    log = draw(st.lists(decisions(verdicts), max_size=10))
    for _ in range(draw(st.integers(0, 4)) if log else 0):
        log.append(undo(draw(st.sampled_from(log)), who=draw(WHO), day=draw(DAY)))
    return log


def _holding(decided: Decided) -> Decided:
    return replace(decided, states=())


@given(logs(), st.randoms(use_true_random=False))
def test_the_order_of_judgements_does_not_matter(log: list[Judgement], chance: random.Random) -> None:
    mixed = chance.sample(log, len(log))
    assert decide(mixed, HELD) == decide(log, HELD)


@given(logs(), decisions())
def test_undoing_the_last_gives_what_was_before(log: list[Judgement], last: Judgement) -> None:
    before = [one for one in log if last.id not in {one.id, one.undoes}]
    after = decide([*before, last, undo(last)], HELD)
    was = decide(before, HELD)
    assert _holding(after) == _holding(was)
    assert set(was.states) <= set(after.states)


@given(logs())
def test_each_judgement_has_one_state(log: list[Judgement]) -> None:
    states = [state.judgement for state in decide(log, HELD).states]
    assert states == [one.id for one in sorted({one.id: one for one in log}.values(), key=lambda one: (one.at, one.id))]


@given(logs())
def test_what_does_not_hold_says_why(log: list[Judgement]) -> None:
    assert all(state.reason for state in decide(log, HELD).states if state.standing is not Standing.HOLDS)


@given(logs())
def test_a_different_that_is_not_undone_nor_replaced_keeps_apart(log: list[Judgement]) -> None:
    decided = decide(log, HELD)
    standing = {state.judgement: state.standing for state in decided.states}
    for one in log:
        if one.verdict is Verdict.DIFFERENT and standing[one.id] is not Standing.UNDONE:
            ends = {_id_of(anchor) for anchor in one.anchors}
            names = tuple(sorted(fold(anchor.words) for anchor in one.anchors))
            assert names in decided.apart or any(set(kept) == ends for kept in decided.different)


def _id_of(anchor: Anchor) -> EntityId | None:
    ids = dict(zip(NAMES, (VERA_ID, SHORT_ID, MRS_ID, entity(ONE, "Ida Berg")), strict=True))
    return ids.get(anchor)


@given(logs())
def test_nothing_that_is_different_is_joined(log: list[Judgement]) -> None:
    decided = decide(log, HELD)
    assert contradictions(decided.same, decided.different) == {}
    assert not set(decided.same) & set(decided.different)


@given(logs())
def test_nothing_is_both_rejected_and_confirmed(log: list[Judgement]) -> None:
    decided = decide(log, HELD)
    assert not decided.rejected & decided.confirmed


@given(logs())
def test_a_conflict_has_two_sides(log: list[Judgement]) -> None:
    quarrel = [judged(Verdict.SAME, VERA, MRS, who="ana", day=5), judged(Verdict.DIFFERENT, VERA, MRS, who="bo", day=6)]
    decided = decide([*log, *quarrel], HELD)
    odd = {state.judgement for state in decided.states if state.standing in {Standing.IN_CONFLICT, Standing.SET_ASIDE}}
    conflicts = [state for state in decided.states if state.standing is Standing.IN_CONFLICT]
    assume(conflicts)  # a later decision of one of the two may end it
    for state in conflicts:
        assert any(other[:8] in state.reason for other in odd - {state.judgement})


@given(logs((Verdict.CORRECT,)))
@settings(max_examples=50)
def test_what_is_corrected_can_be_corrected(log: list[Judgement]) -> None:
    statements: dict[str, Statement] = {one.id: one for one in (MEETING, MAYOR)}
    for original, changes in decide(log, HELD).corrections.items():
        assert corrected(statements[original], changes, ONE.entities).document == ONE.document.id
