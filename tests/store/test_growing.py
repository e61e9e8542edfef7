"""Rows whose prose is read behind their cells: what it adds is written alone, and comes to what one reading does."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from palanca.records import Reading, Span
from palanca.store import Case, Outcome, open_case
from palanca.store.growing import grown_rows
from palanca.store.reading_rows import rows_of
from tests.store.making import AT, document, dump, read

_TEXT = "Ruth Wanjala met Daniel Kiprono. Rina Sato waited in Osaka."
_ROW = replace(document(_TEXT, "row 1", published="2024-05-01"), register="visits")


def whole() -> Reading:
    return read(_ROW)


def cells() -> Reading:
    """The same reading of a row without its last entity, and without all that names it."""
    reading = whole()
    gone = reading.entities[-1].id
    told = [one for one in reading.statements if all(role.filler.entity != gone for role in one.roles)]
    return replace(
        reading,
        entities=reading.entities[:-1],
        mentions=tuple(one for one in reading.mentions if one.entity != gone),
        sentences=(Span(0, len(_TEXT)),),
        statements=tuple(told),
        prose_unread=True,
    )


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "c.palanca", create=True) as opened:
        yield opened


def test_what_prose_adds_comes_to_what_the_whole_reading_does(case: Case, tmp_path: Path) -> None:
    case.put(cells(), at=AT)
    grown = grown_rows(cells(), whole())
    assert grown.growth
    assert 0 < sum(map(len, grown.growth.derived)) < sum(map(len, grown.derived))
    assert case.put_all([grown], at=AT) == [Outcome.REREAD]
    with open_case(tmp_path / "other.palanca", create=True) as other:
        other.put(whole(), at=AT)
    assert content(tmp_path / "c.palanca") == content(tmp_path / "other.palanca")


def content(path: Path) -> object:
    """Without the blocks of signs, which settling works out."""
    return dump(path, without=("progress", "waiting", "sign_blocks"))


def test_a_row_that_was_read_by_others_meanwhile_is_put_whole(case: Case, tmp_path: Path) -> None:
    older = replace(cells(), version="older", statements=(), entities=cells().entities[:1], mentions=())
    case.put(older, at=AT)
    case.put_all([grown_rows(cells(), whole())], at=AT)
    with open_case(tmp_path / "other.palanca", create=True) as other:
        other.put(whole(), at=AT)
    assert content(tmp_path / "c.palanca") == content(tmp_path / "other.palanca")


def test_a_row_that_the_case_does_not_know_is_put_whole(case: Case) -> None:
    assert case.put_all([grown_rows(cells(), whole())], at=AT) == [Outcome.ADDED]
    assert len(list(case.entities())) == len(whole().entities)


def test_a_second_reading_that_takes_something_away_is_no_growth() -> None:
    less = replace(whole(), entities=(), mentions=(), statements=())
    assert grown_rows(cells(), less) == rows_of(less)


def test_rows_wait_until_their_prose_is_read(case: Case) -> None:
    case.put(cells(), at=AT)
    other = replace(document("Ama met Kofi.", "row 2"), register="votes")
    case.put(replace(read(other), prose_unread=True), at=AT)
    assert case.unread_prose() == {"visits": 1, "votes": 1}
    (first,) = case.rows_of_unread_prose(limit=1)
    (second,) = case.rows_of_unread_prose(after=first, limit=5)
    assert [first.register, second.register] == ["visits", "votes"]
    assert not case.rows_of_unread_prose(after=second, limit=5)
    assert not case.is_read_whole(_ROW.id)
    case.put_all([grown_rows(cells(), whole())], at=AT)
    assert case.unread_prose() == {"votes": 1}
    assert case.is_read_whole(_ROW.id)


def test_a_text_that_was_never_read_is_not_read_whole(case: Case) -> None:
    case.put(whole(), at=AT)
    case.drop_readings()
    assert not case.is_read_whole(_ROW.id)
