"""What holds of all that people have judged: the latest word of each person that was not taken back."""

from palanca.identity.judging import Decided, Settled, decide
from palanca.records import Field, JudgementState, Schema, Standing, Verdict
from tests.identity.judged import judged, undo
from tests.identity.lund_case import (
    HELD,
    MAYOR,
    MAYOR_TOLD,
    MEETING,
    MEETING_TOLD,
    SHORT,
    SHORT_ID,
    VERA,
    VERA_ID,
    known,
    pair,
    reasons,
    standings,
)

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
