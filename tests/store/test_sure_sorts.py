"""Claims that are sure are counted ahead by kind and modality: the numbers are those of a look at all claims."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from palanca.records import Kind, Modality, Review
from palanca.records.query import EVERYTHING, All, Field, Not, Query, Words
from palanca.store import Case, Found, Page, finding, open_case, sqlite_questions, sure_sorts
from palanca.store.sure_sorts import SURE
from tests.store.making import AT, document, read
from tests.store.test_index import claim, told, write

_TEXT = "Ada Musa met Volta Grid. Lars Vik met Otto Lund. Ana Paz met Kim Rao. Ruth Wanjala met Ama Owusu."
_EVENTS = Words(field=Field.KIND, values=(Kind.EVENT,))
_TIES = Words(field=Field.KIND, values=(Kind.TIE,))
_ASSERTED = Words(field=Field.MODALITY, values=(Modality.ASSERTED,))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "c.palanca", create=True) as opened:
        opened.put(read(document(_TEXT, "news.txt", published="2024-05-01")), at=AT)
        yield opened


@pytest.mark.parametrize(
    ("query", "number"),
    [
        (SURE, 2),
        (All(parts=(_EVENTS, SURE)), 2),
        (All(parts=(EVERYTHING, All(parts=(SURE, _ASSERTED)))), 1),
        (All(parts=(_TIES, SURE)), 0),
        (All(parts=(_TIES, SURE, _EVENTS)), 0),
    ],
)
def test_sure_claims_are_counted_without_a_look_at_them(
    case: Case, monkeypatch: pytest.MonkeyPatch, query: Query, number: int
) -> None:
    sure, planned, doubtful, rejected = map(claim, told(case))
    write(
        case, sure, replace(planned, modality=Modality.PLANNED), replace(doubtful, confidence=0.4),
        replace(rejected, review=Review.REJECTED),
    )  # fmt: skip
    documents = min(number, 1)
    with monkeypatch.context() as patched:
        patched.setattr(finding, "number_of", None)
        assert case.count_claims(query) == number
    found = Found(claims=number, documents=documents, sources=documents)
    assert case.count_found(query) == case.found_and_counted(query, Page())[1] == found
    ahead = case.divided(query)
    assert ahead[0][Kind.EVENT] == number
    monkeypatch.setattr(sqlite_questions, "number_ahead", lambda _connection, _query: None)
    monkeypatch.setattr("palanca.store.overviews.sorts_of", lambda _connection, _query: None)
    assert (case.count_claims(query), case.count_found(query), case.divided(query)) == (number, found, ahead)


@pytest.mark.parametrize("query", [EVERYTHING, _EVENTS, Not(part=SURE), All(parts=(SURE, Not(part=_EVENTS)))])
def test_what_asks_for_more_is_not_counted_ahead(case: Case, query: Query) -> None:
    write(case, *map(claim, told(case)))
    with case._reading() as connection:  # type: ignore[attr-defined]
        assert sure_sorts.sorts_of(connection, query) is None
