"""What becomes of judgements on statements that are read again, or put right."""

from dataclasses import replace

import pytest

from palanca.identity.anchors import anchor_of_statement
from palanca.identity.corrections import corrected
from palanca.identity.judging import decide
from palanca.records import (
    Anchor,
    Category,
    Field,
    Judgement,
    JudgementState,
    Modality,
    Reading,
    Standing,
    Time,
    Verdict,
)
from tests.identity.judged import event, held, judged, told, undo
from tests.identity.lund_case import (
    HELD,
    MAYOR,
    MAYOR_TOLD,
    MEETING,
    MEETING_TOLD,
    ONE,
    SHORT,
    VERA,
    reasons,
    standings,
)


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
