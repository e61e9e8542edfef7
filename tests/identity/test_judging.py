"""What holds of all that people have judged, and what becomes of the rest."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palanca.identity.anchors import anchor_of_name, anchor_of_statement
from palanca.identity.corrections import corrected
from palanca.identity.judging import Decided, Readings, Settled, decide
from palanca.identity.voting import contradictions, sorted_pair
from palanca.records import (
    Anchor,
    Category,
    DocumentId,
    EntityId,
    Field,
    Judgement,
    JudgementState,
    Modality,
    Reading,
    Schema,
    Standing,
    Statement,
    Time,
    Verdict,
)
from palanca.records.names import fold
from tests.identity.judged import (
    FIRST_DAY,
    entity,
    event,
    held,
    judged,
    meeting,
    office,
    reading,
    stated,
    told,
    undo,
    without,
)

ONE = reading("Vera Lund met Omar Diallo. Ida Berg left.", "Vera Lund", "Omar Diallo", "Ida Berg", name="one.txt")
TWO = reading("V. Lund spoke.", "V. Lund", name="two.txt")
THREE = reading("Mrs Lund sang.", "Mrs Lund", name="three.txt")
MEETING_WORDS = "Vera Lund met Omar Diallo."
MEETING = meeting(ONE)
MAYOR = office(ONE, "Ida Berg left.", "mayor", "Ida Berg")
FULL = told(ONE, MEETING, MAYOR)
HELD = held(FULL, TWO, THREE)

VERA_STATED = stated(ONE, MEETING_WORDS, {"actor": ("Vera Lund", None), "recipient": ("Ida Berg", None)})
SHIP_STATED = stated(ONE, MEETING_WORDS, {"actor": ("met", "Vehicle")})
VERA, SHORT, MRS = (anchor_of_name(of, of.entities[0].id) for of in (ONE, TWO, THREE))
VERA_ID, SHORT_ID, MRS_ID = (of.entities[0].id for of in (ONE, TWO, THREE))
MEETING_TOLD, MAYOR_TOLD = (anchor_of_statement(FULL, one) for one in (MEETING, MAYOR))


def pair(one: EntityId, other: EntityId) -> tuple[EntityId, EntityId]:
    return (one, other) if one < other else (other, one)


def standings(judgements: Sequence[Judgement], readings: Readings = HELD) -> list[Standing]:
    """In the order given."""
    states = {state.judgement: state.standing for state in decide(judgements, readings).states}
    return [states[judgement.id] for judgement in judgements]


def reasons(judgements: Sequence[Judgement], readings: Readings = HELD) -> list[str]:
    states = {state.judgement: state.reason for state in decide(judgements, readings).states}
    return [states[judgement.id] for judgement in judgements]


def known(judgement: Judgement) -> str:
    return f"{judgement.who} ({judgement.verdict}, {judgement.at.date()}, {judgement.id[:8]})"


# What holds


def test_nothing_judged_decides_nothing() -> None:
    assert decide([], HELD) == Decided()


def test_two_names_are_the_same() -> None:
    same = judged(Verdict.SAME, VERA, SHORT)
    assert decide([same], HELD) == Decided(
        same=(pair(VERA_ID, SHORT_ID),), states=(JudgementState(judgement=same.id, standing=Standing.HOLDS),)
    )


def test_two_names_are_different() -> None:
    different = judged(Verdict.DIFFERENT, SHORT, VERA)
    assert decide([different], HELD) == Decided(
        different=(pair(VERA_ID, SHORT_ID),),
        states=(JudgementState(judgement=different.id, standing=Standing.HOLDS),),
    )


def test_a_thing_gets_the_name_that_a_person_gives() -> None:
    assert decide([judged(Verdict.RENAME, VERA, value=" Vera  A. Lund ")], HELD).names == {VERA_ID: "Vera A. Lund"}


def test_a_thing_gets_the_schema_that_a_person_gives() -> None:
    assert decide([judged(Verdict.RETYPE, VERA, value="Vehicle")], HELD).schemas == {VERA_ID: Schema.VEHICLE}


def test_a_thing_is_of_the_country_and_branch_that_a_person_gives() -> None:
    country, branch = judged(Verdict.COUNTRY, VERA, value="PER"), judged(Verdict.BRANCH, VERA, value="")
    found = decide([country, branch], HELD)
    assert found.countries == {VERA_ID: Settled(value="PER", who=country.who, on=country.at.date())}
    assert found.branches == {VERA_ID: Settled(value="", who=branch.who, on=branch.at.date())}


def test_a_rejection_takes_all_its_statements() -> None:
    found = decide([judged(Verdict.REJECT, MEETING_TOLD, MAYOR_TOLD)], HELD)
    assert (set(found.rejected), set(found.confirmed)) == ({MEETING.id, MAYOR.id}, set())


def test_a_confirmation_takes_its_statement() -> None:
    found = decide([judged(Verdict.CONFIRM, MEETING_TOLD)], HELD)
    assert (set(found.rejected), set(found.confirmed)) == (set(), {MEETING.id})


def test_corrections_come_in_the_order_of_fields() -> None:
    actor = judged(Verdict.CORRECT, MEETING_TOLD, field=Field.ACTOR, value="Ida Berg")
    time = judged(Verdict.CORRECT, MEETING_TOLD, field=Field.TIME, value=" 2024 ", day=1)
    found = decide([actor, time], HELD)
    assert found.corrections == {MEETING.id: ((Field.TIME, "2024"), (Field.ACTOR, "Ida Berg"))}


def test_a_decision_taken_twice_is_listed_once() -> None:
    same = judged(Verdict.SAME, VERA, SHORT)
    assert decide([same, same], HELD) == decide([same], HELD)


def test_states_come_by_moment() -> None:
    later, earlier = judged(Verdict.SAME, VERA, SHORT, day=1), judged(Verdict.CONFIRM, MEETING_TOLD)
    assert [state.judgement for state in decide([later, earlier], HELD).states] == [earlier.id, later.id]


# Undoing


def test_an_undo_takes_back_what_it_names() -> None:
    same = judged(Verdict.SAME, VERA, SHORT)
    back = undo(same, who="bo")
    assert decide([same, back], HELD) == Decided(
        states=(
            JudgementState(judgement=same.id, standing=Standing.UNDONE, reason=f"taken back by {known(back)}"),
            JudgementState(judgement=back.id, standing=Standing.HOLDS),
        )
    )


def test_an_undo_of_an_undo_restores() -> None:
    same = judged(Verdict.SAME, VERA, SHORT)
    back = undo(same)
    again = undo(back, day=101)
    assert decide([same, back, again], HELD).same == (pair(VERA_ID, SHORT_ID),)
    assert standings([same, back, again]) == [Standing.HOLDS, Standing.UNDONE, Standing.HOLDS]


def test_what_two_people_took_back_stays_so_when_one_restores_it() -> None:
    same = judged(Verdict.SAME, VERA, SHORT)
    one, other = undo(same, who="bo"), undo(same, who="cy", day=101)
    assert standings([same, one, other, undo(one, day=102)])[0] is Standing.UNDONE


def test_an_undo_counts_even_if_its_clock_was_slow() -> None:
    same = judged(Verdict.SAME, VERA, SHORT, day=5)
    assert decide([same, undo(same, day=1)], HELD).same == ()


def test_an_undo_of_the_unknown_waits() -> None:
    same = judged(Verdict.SAME, VERA, SHORT)
    back = undo(same)
    assert standings([back]) == [Standing.SET_ASIDE]
    assert reasons([back]) == [f"judgement {same.id[:8]} is not known here: bring it in, and it is undone"]


def test_a_long_chain_of_undos_has_an_end() -> None:
    chain = [judged(Verdict.SAME, VERA, SHORT)]
    for day in range(2000):
        chain.append(undo(chain[-1], day=day + 1))
    assert decide(chain, HELD).same == (pair(VERA_ID, SHORT_ID),)


# One person, several times


def test_the_latest_of_a_person_counts() -> None:
    first, second = judged(Verdict.SAME, VERA, SHORT), judged(Verdict.DIFFERENT, SHORT, VERA, day=1)
    found = decide([first, second], HELD)
    assert (found.same, found.different) == ((), (pair(VERA_ID, SHORT_ID),))
    assert standings([first, second]) == [Standing.UNDONE, Standing.HOLDS]
    assert reasons([first, second]) == [f"replaced by {known(second)}", ""]


def test_what_replaced_a_judgement_taken_back_restores_it() -> None:
    first, second = (judged(Verdict.RENAME, VERA, value=name, day=day) for day, name in enumerate(("Vera", "Wera")))
    assert decide([first, second], HELD).names == {VERA_ID: "Wera"}
    assert decide([first, second, undo(second)], HELD).names == {VERA_ID: "Vera"}


def test_a_confirmation_replaces_the_rejection_of_the_same_person() -> None:
    first, second = judged(Verdict.REJECT, MEETING_TOLD), judged(Verdict.CONFIRM, MEETING_TOLD, day=1)
    found = decide([first, second], HELD)
    assert (set(found.rejected), set(found.confirmed)) == (set(), {MEETING.id})


def test_a_judgement_on_several_statements_is_replaced_one_by_one() -> None:
    first = judged(Verdict.CONFIRM, MEETING_TOLD, MAYOR_TOLD)
    second = judged(Verdict.REJECT, MAYOR_TOLD, day=1)
    found = decide([first, second], HELD)
    assert (set(found.rejected), set(found.confirmed)) == ({MAYOR.id}, {MEETING.id})
    assert standings([first, second]) == [Standing.HOLDS, Standing.HOLDS]
    assert reasons([first, second]) == [f"in part replaced by {known(second)}", ""]


def test_corrections_of_two_fields_do_not_replace_each_other() -> None:
    two = [
        judged(Verdict.CORRECT, MEETING_TOLD, field=Field.TIME, value="2024"),
        judged(Verdict.CORRECT, MEETING_TOLD, field=Field.PLACE, value="", day=1),
    ]
    assert standings(two) == [Standing.HOLDS, Standing.HOLDS]


def test_a_judgement_that_names_a_statement_twice_does_not_replace_itself() -> None:
    assert standings([judged(Verdict.CONFIRM, MEETING_TOLD, MEETING_TOLD)]) == [Standing.HOLDS]


# Several people


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


# Words that are gone


def test_a_judgement_without_its_document_is_set_aside() -> None:
    same = judged(Verdict.SAME, VERA, SHORT)
    assert decide([same], held(FULL)) == Decided(
        states=(
            JudgementState(
                judgement=same.id,
                standing=Standing.SET_ASIDE,
                reason="document two.txt is not in the case: read it again, or undo this",
            ),
        )
    )


def test_a_judgement_whose_words_have_changed_is_set_aside() -> None:
    changed = reading("V. Lund kept silent.", "V. Lund", name="two.txt")
    same = judged(Verdict.SAME, VERA, SHORT)
    assert decide([same], held(FULL, changed)).same == ()
    assert reasons([same], held(FULL, changed)) == [
        "“V. Lund” of two.txt no longer stands as it was judged: judge it again, or undo this"
    ]


def test_a_judgement_whose_words_name_nothing_is_set_aside() -> None:
    rename = judged(Verdict.RENAME, SHORT, value="Vera Lund")
    assert reasons([rename], held(without(TWO, "V. Lund"))) == [
        "“V. Lund” of two.txt is read otherwise now: judge it again, or undo this"
    ]


def test_long_words_are_shown_short() -> None:
    long = replace(MEETING_TOLD, words="word " * 30, sentence="word " * 30)
    assert reasons([judged(Verdict.CONFIRM, long)])[0].startswith(
        "“word word word word word word word word word word word word…” of one.txt no longer"
    )


def test_judgements_hold_in_a_text_that_supersedes() -> None:
    longer = reading("It was May. V. Lund spoke.", "V. Lund", name="two.txt")
    same = judged(Verdict.SAME, VERA, SHORT)
    found = decide([same], held(FULL, longer))
    assert found.same == (pair(VERA_ID, longer.entities[0].id),)
    assert found.states == (JudgementState(judgement=same.id, standing=Standing.HOLDS),)


def test_different_is_kept_by_name_when_its_document_is_gone() -> None:
    different = judged(Verdict.DIFFERENT, VERA, SHORT)
    found = decide([different], held(FULL))
    assert (found.different, set(found.apart)) == ((), {("v lund", "vera lund")})
    assert reasons([different], held(FULL)) == [
        "document two.txt is not in the case: read it again, or undo this; kept apart meanwhile"
    ]


def test_different_is_kept_by_the_only_bearer_of_the_name_when_its_words_have_changed() -> None:
    changed = reading("V. Lund kept silent.", "V. Lund", name="two.txt")
    different = judged(Verdict.DIFFERENT, VERA, SHORT)
    found = decide([different], held(FULL, changed))
    assert (found.different, found.apart) == ((pair(VERA_ID, changed.entities[0].id),), frozenset())
    assert standings([different], held(FULL, changed)) == [Standing.SET_ASIDE]


def test_different_is_kept_by_name_when_two_things_bear_it() -> None:
    changed = reading("V. Lund kept silent. Lundin left.", "V. Lund", "Lundin=V. Lund", name="two.txt")
    found = decide([judged(Verdict.DIFFERENT, VERA, SHORT)], held(FULL, changed))
    assert (found.different, set(found.apart)) == ((), {("v lund", "vera lund")})


def test_signs_without_letters_are_no_name_to_keep_apart() -> None:
    different = judged(Verdict.DIFFERENT, VERA, replace(SHORT, words="***"))
    assert decide([different], held(FULL)).apart == frozenset()


def test_different_on_what_is_read_as_one_thing_asks_again() -> None:
    before = reading("Lund met V. Lund.", "Lund", "V. Lund")
    now = reading("Lund met V. Lund.", "Lund=V. Lund")
    one, other = (anchor_of_name(before, thing.id) for thing in before.entities)
    here = replace(now, mentions=tuple(mention for mention in now.mentions if mention.span in {one.span, other.span}))
    different = judged(Verdict.DIFFERENT, one, other)
    found = decide([different], held(here))
    assert (found.different, set(found.apart)) == ((), {("lund", "v lund")})
    assert reasons([different], held(here)) == [
        "both names are read as one thing now: judge again, or undo this; kept apart meanwhile"
    ]


def test_same_on_what_is_read_as_one_thing_holds() -> None:
    before = reading("Lund left. Vera Lund sang.", "Lund", "Vera Lund")
    now = reading("Lund left. Vera Lund sang.", "Vera Lund=Lund")
    same = judged(Verdict.SAME, *(anchor_of_name(before, thing.id) for thing in before.entities))
    found = decide([same], held(now))
    assert (found.same, found.states[0].standing) == ((), Standing.HOLDS)


def test_the_same_names_are_not_joined_while_they_are_kept_apart() -> None:
    different = judged(Verdict.DIFFERENT, VERA, SHORT)
    other = reading("V. Lund wrote.", "V. Lund", name="four.txt")
    same = judged(Verdict.SAME, VERA, anchor_of_name(other, other.entities[0].id), who="bo")
    found = decide([different, same], held(FULL, other))
    assert (found.same, set(found.apart)) == ((), {("v lund", "vera lund")})
    assert standings([different, same], held(FULL, other)) == [Standing.SET_ASIDE, Standing.IN_CONFLICT]


def test_nothing_is_kept_apart_once_undone() -> None:
    different = judged(Verdict.DIFFERENT, VERA, SHORT)
    assert decide([different, undo(different)], held(FULL)).apart == frozenset()


# Statements that are read again


def test_a_rejection_takes_the_statements_that_are_found() -> None:
    rejection = judged(Verdict.REJECT, MEETING_TOLD, MAYOR_TOLD)
    found = decide([rejection], held(told(ONE, MEETING)))
    assert found.rejected == {MEETING.id}
    assert found.states == (
        JudgementState(judgement=rejection.id, standing=Standing.HOLDS, reason="1 of 2 statements found"),
    )


def test_a_rejection_of_which_nothing_is_found_is_set_aside() -> None:
    assert standings([judged(Verdict.REJECT, MEETING_TOLD, MAYOR_TOLD)], held(ONE)) == [Standing.SET_ASIDE]


def test_a_rejection_outlives_a_more_exact_reading() -> None:
    dated = replace(MEETING, time=Time.parse("2024"), span=MAYOR.span)
    dated = replace(dated, span=MEETING.span)
    assert decide([judged(Verdict.REJECT, MEETING_TOLD)], held(told(ONE, dated))).rejected == {dated.id}


def test_a_rejection_does_not_outlive_a_reading_of_others() -> None:
    other = event(ONE, "Vera Lund met Omar Diallo.", Category.CONSULT, "Ida Berg", "Omar Diallo")
    assert decide([judged(Verdict.REJECT, MEETING_TOLD)], held(told(ONE, other))).rejected == frozenset()


def test_a_confirmation_holds_for_what_was_confirmed_only() -> None:
    dated = replace(MEETING, time=Time.parse("2024"))
    confirmation = judged(Verdict.CONFIRM, MEETING_TOLD)
    assert decide([confirmation], held(told(ONE, dated))).confirmed == frozenset()
    assert reasons([confirmation], held(told(ONE, dated))) == [
        "“Vera Lund met Omar Diallo.” of one.txt is read otherwise now: judge it again, or undo this"
    ]


def test_a_confirmation_does_not_outlive_a_denial() -> None:
    denied = replace(MEETING, modality=Modality.DENIED)
    assert standings([judged(Verdict.CONFIRM, MEETING_TOLD)], held(told(ONE, denied))) == [Standing.SET_ASIDE]


def test_a_correction_outlives_a_reading_of_another_category() -> None:
    aid = event(ONE, "Vera Lund met Omar Diallo.", Category.AID, "Vera Lund", "Omar Diallo")
    correction = judged(Verdict.CORRECT, MEETING_TOLD, field=Field.TIME, value="2024")
    assert decide([correction], held(told(ONE, aid))).corrections == {aid.id: ((Field.TIME, "2024"),)}


def test_a_correction_does_not_pass_to_a_statement_of_others() -> None:
    other = event(ONE, "Vera Lund met Omar Diallo.", Category.CONSULT, "Ida Berg")
    correction = judged(Verdict.CORRECT, MEETING_TOLD, field=Field.TIME, value="2024")
    assert decide([correction], held(told(ONE, other))).corrections == {}


def test_a_statement_put_right_can_be_put_right_again() -> None:
    first = judged(Verdict.CORRECT, MEETING_TOLD, field=Field.CATEGORY, value="AID")
    shown = corrected(MEETING, [(Field.CATEGORY, "AID")], ONE.entities)
    second = judged(
        Verdict.CORRECT, anchor_of_statement(ONE, shown), field=Field.ACTOR, value="Ida Berg", day=1
    )  # fmt: skip
    both = corrected(shown, [(Field.ACTOR, "Ida Berg")], ONE.entities)
    third = judged(Verdict.CORRECT, anchor_of_statement(ONE, both), field=Field.RECIPIENT, value="", day=2)
    assert decide([first, second, third], HELD).corrections == {
        MEETING.id: ((Field.CATEGORY, "AID"), (Field.ACTOR, "Ida Berg"), (Field.RECIPIENT, ""))
    }


def test_a_statement_put_right_can_be_confirmed() -> None:
    correction = judged(Verdict.CORRECT, MEETING_TOLD, field=Field.TIME, value="2024")
    shown = corrected(MEETING, [(Field.TIME, "2024")], ONE.entities)
    confirmation = judged(Verdict.CONFIRM, anchor_of_statement(ONE, shown), day=1)
    found = decide([correction, confirmation], HELD)
    assert found.confirmed == {MEETING.id, shown.id}
    assert standings([correction, confirmation, undo(correction)]) == [
        Standing.UNDONE, Standing.SET_ASIDE, Standing.HOLDS,
    ]  # fmt: skip


def test_a_rejected_statement_put_right_is_rejected_under_both_ids() -> None:
    correction = judged(Verdict.CORRECT, MEETING_TOLD, field=Field.TIME, value="2024", day=1)
    shown = corrected(MEETING, [(Field.TIME, "2024")], ONE.entities)
    assert decide([judged(Verdict.REJECT, MEETING_TOLD), correction], HELD).rejected == {MEETING.id, shown.id}


@pytest.mark.parametrize(
    ("judgement", "reason"),
    [
        (judged(Verdict.RETYPE, VERA, value="Human"), "'Human' is no schema: give one of Person"),
        (judged(Verdict.COUNTRY, VERA, value="Human"), "'Human' is no country: give its ISO 3166-1 code"),
        (judged(Verdict.BRANCH, VERA, value="Human"), "'Human' is no branch: give one of executive"),
        (judged(Verdict.SAME, VERA, MEETING_TOLD), "same judges a name, but 'Vera Lund met Omar Diallo.' of one.txt"),
        (judged(Verdict.CORRECT, MAYOR_TOLD, field=Field.START, value="soon"), "start: 'soon' is not an EDTF date"),
    ],
)
def test_what_cannot_be_applied_is_set_aside_with_its_remedy(judgement: Judgement, reason: str) -> None:
    assert standings([judgement]) == [Standing.SET_ASIDE]
    assert reasons([judgement])[0].startswith(reason)


def test_a_document_is_asked_for_once_for_all_names_of_it() -> None:
    asked = []

    def counting(anchor: Anchor) -> Reading | None:
        asked.append(anchor.name)
        return HELD(anchor)

    decide([judged(Verdict.SAME, VERA, SHORT, day=day) for day in range(9)], counting)
    assert asked == ["one.txt", "two.txt"]


# Properties

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


@st.composite
def decisions(draw: st.DrawFn) -> Judgement:
    verdict = draw(st.sampled_from([one for one in Verdict if one is not Verdict.UNDO]))
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
def logs(draw: st.DrawFn) -> list[Judgement]:
    """Decisions, and undos of some of them and of undos."""
    log = draw(st.lists(decisions(), max_size=10))
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
    decided = decide(log, HELD)
    odd = {state.judgement for state in decided.states if state.standing in {Standing.IN_CONFLICT, Standing.SET_ASIDE}}
    conflicts = [state for state in decided.states if state.standing is Standing.IN_CONFLICT]
    for state in conflicts:
        assert any(other[:8] in state.reason for other in odd - {state.judgement})


@given(logs())
@settings(max_examples=50)
def test_what_is_corrected_can_be_corrected(log: list[Judgement]) -> None:
    statements: dict[str, Statement] = {one.id: one for one in (MEETING, MAYOR)}
    for original, changes in decide(log, HELD).corrections.items():
        assert corrected(statements[original], changes, ONE.entities).document == ONE.document.id


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
