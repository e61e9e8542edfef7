"""Judgements as lines: they come back as they went, and what was changed by hand is refused."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.exchange.judgements import from_lines, to_lines
from palanca.records import Anchor, DocumentId, Field, Judgement, JudgementId, Kind, Span, Verdict
from palanca.records.errors import InvalidJudgement

NAME = Anchor(
    document=DocumentId("d1"), name="one.txt", span=Span(0, 4), words="Lund", sentence="Lund\u2028left.\ud800"
)
TOLD = Anchor(
    document=DocumentId("d1"), name="one.txt", span=Span(0, 10), words="Lund left.", sentence="Lund left.",
    kind=Kind.EVENT, told="RETREAT", parties=("actor=lund",),
)  # fmt: skip
AT = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
RENAME = Judgement(verdict=Verdict.RENAME, who="ana", at=AT, anchors=(NAME,), value="Vera Lund", note="as she signs")
UNDO = Judgement(verdict=Verdict.UNDO, who="bo", at=AT + timedelta(days=1), undoes=RENAME.id)

texts = st.text(st.characters(), max_size=8)  # with halves of UTF-16 pairs, which file names hold
spans = st.integers(0, 50).flatmap(lambda start: st.integers(start + 1, 60).map(lambda end: Span(start, end)))
names = st.builds(Anchor, document=texts, name=texts, span=spans, words=texts, sentence=texts)
told = st.builds(
    replace, names, kind=st.sampled_from(Kind), told=texts, parties=st.lists(texts, max_size=3).map(tuple)
)  # fmt: skip
zones = st.integers(-14 * 3600, 14 * 3600).map(lambda seconds: timezone(timedelta(seconds=seconds)))
moments = st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1), timezones=zones)  # noqa: DTZ001


@st.composite
def judgements(draw: st.DrawFn) -> Judgement:
    verdict = draw(st.sampled_from(Verdict))
    number = {Verdict.SAME: 2, Verdict.DIFFERENT: 2, Verdict.UNDO: 0}.get(verdict, 1)
    valued = {Verdict.RENAME, Verdict.RETYPE, Verdict.COUNTRY, Verdict.BRANCH, Verdict.CORRECT, Verdict.STATE}
    return Judgement(
        verdict=verdict,
        who=draw(texts),
        at=draw(moments),
        anchors=tuple(draw(st.lists(names | told, min_size=number, max_size=number))),
        field=draw(st.sampled_from(Field)) if verdict is Verdict.CORRECT else None,
        value=draw(texts if verdict in valued else st.none()),
        undoes=JudgementId(draw(texts)) if verdict is Verdict.UNDO else None,
        note=draw(st.none() | texts),
    )


def by_id(found: list[Judgement]) -> dict[str, Judgement]:
    return {one.id: one for one in found}


def line_of(judgement: Judgement, **changes: Any) -> str:
    """The line of a judgement with some keys changed, without its id unless that is given."""
    (line,) = to_lines([judgement])
    fields = json.loads(line)
    del fields["id"]
    return json.dumps(fields | changes)


def test_a_judgement_is_one_line_with_its_keys_in_order() -> None:
    (line,) = to_lines([RENAME])
    assert line == (
        '{"anchors": [{"document": "d1", "kind": null, "name": "one.txt", "parties": [], '
        '"sentence": "Lund\\u2028left.\\ud800", "span": [0, 4], "told": "", "words": "Lund"}], '
        '"at": "2024-05-06T07:08:09+00:00", "field": null, "id": "' + RENAME.id + '", "note": "as she signs", '
        '"undoes": null, "value": "Vera Lund", "verdict": "rename", "who": "ana"}\n'
    )


def test_later_judgements_stand_at_the_end() -> None:
    assert [one.undoes for one in from_lines(to_lines([UNDO, RENAME]))] == [None, RENAME.id]


def test_the_same_judgement_is_written_once() -> None:
    assert len(list(to_lines([RENAME, UNDO, RENAME]))) == 2


def test_the_same_line_is_read_once() -> None:
    assert list(from_lines([*to_lines([RENAME]), *to_lines([RENAME])])) == [RENAME]


def test_empty_lines_are_passed_over() -> None:
    assert list(from_lines(["\n", *to_lines([RENAME]), "  "])) == [RENAME]


def test_a_line_may_leave_its_id_out() -> None:
    assert list(from_lines([line_of(RENAME)])) == [RENAME]


def test_a_short_line_is_enough() -> None:
    line = json.dumps({"verdict": "undo", "who": "bo", "at": "2024-05-07T07:08:09Z", "undoes": RENAME.id})
    assert list(from_lines([line])) == [UNDO]


@given(st.lists(judgements(), max_size=4))
def test_judgements_come_back_as_they_went(given_ones: list[Judgement]) -> None:
    assert by_id(list(from_lines(to_lines(given_ones)))) == by_id(given_ones)


@given(st.lists(judgements(), max_size=4))
def test_lines_survive_a_file(given_ones: list[Judgement]) -> None:
    written = "".join(to_lines(given_ones)).encode("utf-8").decode("utf-8")
    assert by_id(list(from_lines(written.splitlines()))) == by_id(given_ones)


@given(st.lists(judgements(), max_size=4), st.randoms(use_true_random=False))
def test_the_order_given_does_not_change_the_file(given_ones: list[Judgement], chance: Any) -> None:
    mixed = chance.sample(given_ones, len(given_ones))
    assert list(to_lines(mixed)) == list(to_lines(given_ones))


@given(st.lists(judgements(), max_size=3), st.lists(judgements(), max_size=3))
def test_two_files_merge_to_the_judgements_of_both(ours: list[Judgement], theirs: list[Judgement]) -> None:
    merged = list(from_lines([*to_lines(ours), *to_lines(theirs)]))
    assert list(to_lines(merged)) == list(to_lines([*theirs, *ours]))


@given(st.lists(judgements(), min_size=1, max_size=4))
def test_a_new_judgement_changes_no_other_line(given_ones: list[Judgement]) -> None:
    assert set(to_lines(given_ones[1:])) <= set(to_lines(given_ones))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("<<<<<<< ours", r"is no line of JSON \(.*\): write one judgement a line, without the marks of a merge"),
        ("[]", ": the line: Input should be a valid dictionary"),
        (line_of(RENAME, mood="sure"), ": mood: no judgement has this field: take it out"),
        (line_of(RENAME, verdict="maybe"), ": verdict: Input should be 'same', 'different'"),
        (line_of(RENAME, at="yesterday"), ": at: .*write day and time with its zone, as in 2024-05-06T07:08:09"),
        (line_of(RENAME, at="2024-05-06"), ": the moment of a judgement needs a time zone"),
        (line_of(RENAME, who=7), ": who: .*write a string in quotation marks"),
        (line_of(RENAME, value=None), ": a judgement rename needs a value"),
        (line_of(RENAME, anchors=[]), ": a judgement rename stands on 1 anchors, not 0"),
        (line_of(RENAME, anchors=[{"document": "d1"}]), r": anchors\.0\.name: add it"),
        (
            line_of(RENAME, anchors=[json.loads(line_of(RENAME))["anchors"][0] | {"span": [4, 4]}]),
            ": span 4–4 is empty or negative",
        ),
    ],
)
def test_what_is_no_judgement_is_refused_with_its_line_and_field(line: str, message: str) -> None:
    with pytest.raises(InvalidJudgement, match=f"^line 2:? ?{message.removeprefix(': ')}"):
        list(from_lines(["\n", line]))


def test_a_line_changed_by_hand_is_refused() -> None:
    message = (
        f"^line 1: id {RENAME.id} is not that of its content .*, so it was changed by hand: "
        "put the line back as it was, and judge anew"
    )
    with pytest.raises(InvalidJudgement, match=message):
        list(from_lines([line_of(RENAME, id=RENAME.id, value="Wera Lund")]))


def test_lines_before_a_bad_one_are_read() -> None:
    found = from_lines([*to_lines([RENAME]), "?"])
    assert next(found) == RENAME
    with pytest.raises(InvalidJudgement, match=r"^line 2 is no line"):
        next(found)


def test_a_judgement_on_statements_comes_back() -> None:
    correction = Judgement(verdict=Verdict.CORRECT, who="ana", at=AT, anchors=(TOLD,), field=Field.TIME, value="2024")
    assert list(from_lines(to_lines([correction]))) == [correction]
