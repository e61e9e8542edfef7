"""What is settled bit by bit is what would be settled at once."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from palanca import judging
from palanca.judging import Judge, Marked, NewStatement, state, words_in
from palanca.records import (
    Category,
    Document,
    EventDetail,
    Field,
    Filter,
    Judgement,
    OfficeDetail,
    OfficeStatus,
    Reading,
    Schema,
    Span,
    TieDetail,
    TieKind,
    Time,
)
from palanca.records.errors import InvalidJudgement
from palanca.records.stated import Part
from palanca.settlement import settle
from palanca.store import Case, Waiting, open_case
from palanca.store.sqlite import SqliteCase
from tests.settlement.making import read_all, settled_rows
from tests.store.counted import counts_of
from tests.store.making import AT, document

ANA = Judge(who="ana", clock=lambda: AT)

_PEOPLE = ["Ruth Wanjala", "R. Wanjala", "Juan Perez", "Rina Sato"]
_BODIES = ["Kenya", "Volta", "Peru", "Japan", "Sakura"]
_WORDS = [
    "{a} met {b} on the pier.",
    "{a} met {b} in the port.",
    "{a} is president of {c}.",
    "{d} belongs to {c}.",
    "{d} passed the port law.",
    "{d} has 40 ships.",
    "{d} has 50 ships.",
    "{a} said the long pier is safe.",
]
_SENTENCES = st.builds(
    lambda words, a, b, c, d: words.format(a=a, b=b, c=c, d=d),
    st.sampled_from(_WORDS), st.sampled_from(_PEOPLE), st.sampled_from(_PEOPLE + _BODIES), st.sampled_from(_BODIES),
    st.sampled_from(_BODIES),
)  # fmt: skip
_TEXTS = st.lists(_SENTENCES, min_size=1, max_size=4).map(" ".join)
_DAYS = st.sampled_from(["2024-05-01", "2024-05-02", "2024-06-20"])
_NAMES = st.sampled_from("abcdef")


def _put(case: Case, draw: Callable[..., object]) -> None:
    text, day, name = draw(_TEXTS), draw(_DAYS), draw(_NAMES)
    case.put(read_all(case.completed(document(str(text), str(name), published=str(day)))), at=AT)
    for one in case.documents():
        if not case.knows(one, "toy 1"):  # such as one that has lost a name, and the day that went with it
            case.put(read_all(one), at=AT)


def _remove(case: Case, draw: Callable[..., object]) -> None:
    if names := [one.name for one in case.documents()]:
        case.remove(str(draw(st.sampled_from(names))))


def _join_or_part(case: Case, draw: Callable[..., object]) -> None:
    ids = sorted(one.id for one in case.things())
    if len(ids) > 1:
        pair = draw(st.permutations(ids).map(lambda order: order[:2]))
        decide = draw(st.sampled_from([judging.same, judging.different]))
        decide(case, *pair, ANA)  # type: ignore[operator, misc]  # drawn from two functions of one shape


def _name(case: Case, draw: Callable[..., object]) -> None:
    if ids := sorted(one.id for one in case.things()):
        judging.rename(case, str(draw(st.sampled_from(ids))), "Aya Lund", ANA)


def _retype(case: Case, draw: Callable[..., object]) -> None:
    if ids := sorted(one.id for one in case.things()):
        judging.retype(case, str(draw(st.sampled_from(ids))), Schema.COMPANY, ANA)


def _review(case: Case, draw: Callable[..., object]) -> None:
    if ids := sorted(one.id for one in case.statements(Filter())):
        decide = draw(st.sampled_from([judging.reject, judging.confirm]))
        decide(case, str(draw(st.sampled_from(ids))), ANA)  # type: ignore[operator]  # as above


def _correct(case: Case, draw: Callable[..., object]) -> None:
    if ids := sorted(one.id for one in case.statements(Filter())):
        field = Field.TIME if draw(st.booleans()) else Field.ACTOR
        value = "2024-06-19" if field is Field.TIME else "Juan Perez"
        try:
            judging.correct(case, str(draw(st.sampled_from(ids))), field, value, ANA)
        except InvalidJudgement:  # not every kind has an actor
            return


_STATED = {
    EventDetail(category=Category.CONSULT): (Part.ACTOR, Part.RECIPIENT),
    OfficeDetail(role="president", status=OfficeStatus.CURRENT): (Part.PERSON, Part.BODY),
    TieDetail(kind=TieKind.PART_OF): (Part.SOURCE, Part.TARGET),
}


def _state(case: Case, draw: Callable[..., object]) -> None:
    names = sorted(one.name for one in case.documents())
    reading = case.reading(case.document(str(draw(st.sampled_from(names)))).id) if names else None
    if reading:
        state(case, reading.document.name, _drawn(reading, draw), ANA)


def _drawn(reading: Reading, draw: Callable[..., Any]) -> NewStatement:
    """Something that any of its sentences tells, of words that readers take for names and of others."""
    words = [Span(*match.span()) for match in re.finditer(r"\w+(?: [A-Z]\w+)*", reading.document.text)]
    detail, day = draw(st.sampled_from(list(_STATED))), draw(st.sampled_from([None, Time.parse("2024-05-01")]))
    sorts = st.sampled_from([Schema.PERSON, Schema.ORGANIZATION])
    parts = tuple(Marked(part=p, span=draw(st.sampled_from(words)), schema=draw(sorts)) for p in _STATED[detail])
    return NewStatement(span=draw(st.sampled_from(reading.sentences)), detail=detail, parts=parts, time=day)


def _reread(case: Case, draw: Callable[..., Any]) -> None:
    if documents := list(case.documents()):
        case.put(read_all(draw(st.sampled_from(documents)), "toy 2"), at=AT)


def _undo(case: Case, draw: Callable[..., object]) -> None:
    if ids := [one.id for one in case.judgements()]:
        judging.undo(case, str(draw(st.sampled_from(ids))), ANA)


_STEPS = st.sampled_from(
    [_put, _put, _put, _remove, _join_or_part, _name, _retype, _review, _correct, _undo, _state, _state, _reread]
)


def _again(folder: Path, case: Case) -> dict[str, list[tuple[object, ...]]]:
    """What a case that has the same documents, under all their names, and judgements from the start keeps."""
    path = folder / "whole.palanca"
    path.unlink(missing_ok=True)
    with open_case(path, create=True) as whole:
        for one in case.documents():
            for name in sorted(_names_of(folder / "c.palanca", one), reverse=True):  # the first name is its own
                whole.put(read_all(replace(one, name=name)), at=AT)
        whole.judge(case.judgements())
        settle(whole)
        return settled_rows(path)


def _names_of(path: Path, one: Document) -> list[str]:
    standing = "SELECT name FROM appearances WHERE document = ? AND current = 1"
    with closing(sqlite3.connect(path)) as connection:
        return [name for (name,) in connection.execute(standing, (one.id,))]


@given(st.data())
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_settling_after_each_change_is_settling_all_at_once(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "c.palanca"
    path.unlink(missing_ok=True)
    with open_case(path, create=True) as case:
        for _ in range(2):
            _put(case, data.draw)
        settle(case)
        for step in data.draw(st.lists(_STEPS, min_size=1, max_size=6)):
            step(case, data.draw)
            settle(case)
            assert counts_of(path)
        assert settled_rows(path) == _again(tmp_path, case)


@pytest.mark.parametrize(
    "step",
    [
        "settle_stated",
        "settle_documents",
        "settle_identity",
        "settle_corrections",
        "settle_claims",
        "settle_holders",
        "settle_belongings",
    ],
)
@pytest.mark.parametrize("is_written", [False, True])
def test_a_settling_that_is_cut_off_is_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, is_written: bool
) -> None:
    path, texts = tmp_path / "c.palanca", dict(_CUT_OFF)
    with open_case(path, create=True) as case:
        last = texts.popitem()
        for name, text in texts.items():
            case.put(read_all(document(text, name, published="2024-05-01")), at=AT)
        settle(case)
        case.judge(list(_stated_of(tmp_path, case.document("a"))))
        case.put(read_all(document(last[1], last[0], published="2024-05-02")), at=AT)
        with monkeypatch.context() as patch:
            patch.setattr(SqliteCase, step, _cut_off(getattr(SqliteCase, step), is_written=is_written))
            with pytest.raises(KeyboardInterrupt):
                settle(case)
    with open_case(path) as case:
        settle(case)
        assert settled_rows(path) == _again(tmp_path, case)


_CUT_OFF = {
    "a": "Ruth Wanjala is president of Kenya. Volta belongs to Kenya.",
    "b": "Juan Perez met Rina Sato on the pier. Volta has 40 ships.",
    "c": "Juan Perez is president of Kenya. Juan Perez met Rina Sato in the port. Volta belongs to Peru.",
}


def _stated_of(folder: Path, one: Document) -> Iterator[Judgement]:
    """That the presidency is held for the long pier, which no reader reads."""
    with open_case(folder / "stated.palanca", create=True) as case:
        case.put(read_all(one), at=AT)
        reading = read_all(one)
        marks = (
            Marked(part=Part.SOURCE, span=words_in(reading, "is president", None), schema=Schema.ORGANIZATION),
            Marked(part=Part.TARGET, span=words_in(reading, "Volta", None)),
        )
        told = NewStatement(span=reading.sentences[0], detail=TieDetail(kind=TieKind.PART_OF), parts=marks)
        yield state(case, one.name, told, ANA)


def _cut_off(write: Callable[..., bool], *, is_written: bool) -> Callable[..., bool]:
    def cut_off(*given: object, **named: object) -> bool:
        if is_written:
            write(*given, **named)
        raise KeyboardInterrupt

    return cut_off


def test_what_a_change_reaches_waits_and_nothing_else(tmp_path: Path) -> None:
    with open_case(tmp_path / "c.palanca", create=True) as case:
        for name, text in _CUT_OFF.items():
            case.put(read_all(document(text, name, published="2024-05-01")), at=AT)
        settle(case)
        gone = case.document("b")
        told = {one.id for one in case.statements(Filter(document="b"))}
        case.remove("b")
        assert case.waiting(Waiting.DOCUMENT) == {gone.id}
        assert case.waiting(Waiting.STATEMENT) == told
        settle(case)
        assert not any(case.waiting(sort) for sort in Waiting)
