"""What becomes of judgements on names whose words are gone or are read otherwise."""

from dataclasses import replace

from palanca.identity.anchors import anchor_of_name
from palanca.identity.judging import Decided, decide
from palanca.records import JudgementState, Standing, Verdict
from tests.identity.judged import held, judged, reading, undo, without
from tests.identity.lund_case import FULL, MEETING_TOLD, SHORT, TWO, VERA, VERA_ID, pair, reasons, standings


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
