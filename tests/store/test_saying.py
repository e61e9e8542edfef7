"""Claims by words of their sentences: of documents that hold them in every sentence, and of others."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from palanca.records import ClaimId, Kind
from palanca.records.query import All, Either, Field, Not, Query, Said, Words
from palanca.store import Bar, Case, Page, looking, open_case
from palanca.store.looking import _look
from tests.store.making import AT, document, read
from tests.store.test_index import claim, told, write

_TEXTS = (
    "Ada Musa met Volta Grid of the port.",
    "Lars Vik met Otto Lund. Otto Lund met Ada Musa in port.",
)
_PORT = Said(words="port")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "c.palanca"


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    with open_case(path, create=True) as opened:
        for at, text in enumerate(_TEXTS):
            opened.put(read(document(text, f"{at}.txt")), at=AT)
        write(opened, *map(claim, told(opened)))
        yield opened


def _ids(case: Case, query: Query) -> set[ClaimId]:
    return {one.id for one in case.found(query)}


@pytest.fixture(params=[0, 1_000], ids=["many documents", "few documents"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many whole documents the claims are found by a look at all evidence, of few from the documents."""
    monkeypatch.setattr("palanca.store.saying._MANY_DOCUMENTS", request.param)


@pytest.mark.usefixtures("either_way")
def test_words_find_the_claims_of_whole_documents_and_of_single_sentences(case: Case) -> None:
    every = _ids(case, All())
    holding = _ids(case, _PORT)
    assert (len(every), len(holding)) == (3, 2)
    assert _ids(case, Not(part=_PORT)) == every - holding
    assert _ids(case, Said(words="port ada")) == holding
    assert len(_ids(case, Said(words="volta port"))) == 1
    assert _ids(case, All(parts=(_PORT, Said(words="otto")))) == holding - _ids(case, Said(words="volta"))


def test_what_touches_no_sentence_is_not_found_by_the_words_of_its_document(case: Case, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        whole = connection.execute("SELECT document FROM statements GROUP BY document HAVING count(*) = 1").fetchone()
        connection.execute('UPDATE statements SET start = 500, "end" = 510 WHERE document = ?', whole)
    assert len(_ids(case, _PORT)) == 1


def test_a_page_of_words_comes_with_the_count_of_all(case: Case) -> None:
    for query in (_PORT, Not(part=_PORT), All(parts=(_PORT, Words(field=Field.KIND, values=(Kind.EVENT,))))):
        page, found = case.found_and_counted(query, Page(limit=1))
        assert [one.id for one in page] == [one.id for one in case.found(query, limit=1)]
        assert found == case.count_found(query)
    assert case.found_and_counted(_PORT, Page())[1].documents == 2


def test_claims_divide_by_kind_and_year_in_one_look(case: Case) -> None:
    kinds, bars = case.divided(_PORT)
    assert {kind: number for kind, number in kinds.items() if number} == {Kind.EVENT: 2}
    assert bars == case.histogram(_PORT) == [Bar(period=None, channel="diplomatic", claims=2)]


_OTHERS = (Said(words="met"), Said(words="otto"), Said(words="volta port"), Said(words="nobody"), Said(words="..."))


@pytest.mark.parametrize("said", [_PORT, *_OTHERS], ids=lambda said: said.words)
@pytest.mark.parametrize("is_outside", [False, True], ids=["all touch sentences", "one touches none"])
def test_words_that_were_looked_for_pass_the_same_claims(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch, said: Said, *, is_outside: bool
) -> None:
    if is_outside:
        with closing(sqlite3.connect(path)) as connection, connection:
            moved = """UPDATE statements SET start = 500, "end" = 510 WHERE document IN (
                         SELECT document FROM statements GROUP BY document HAVING count(*) = 1)"""
            assert connection.execute(moved).rowcount == 1
    event = Words(field=Field.KIND, values=(Kind.EVENT,))
    queries = (said, Not(part=said), All(parts=(said, event)), Either(parts=(said, Said(words="volta"))))
    looked_for = [_answers(case, query) for query in queries]
    monkeypatch.setattr(looking.Looking, "looked", lambda _looking, _connection, query: query)
    assert looked_for == [_answers(case, query) for query in queries]


def _answers(case: Case, query: Query) -> tuple[object, ...]:
    page, found = case.found_and_counted(query, Page())
    assert [one.id for one in page] == [one.id for one in case.found(query)]
    with case.narrowed(query, query, [query]) as told:
        counted = told.beside, told.count_found(All())
    assert counted == ([found.claims], found)
    assert case.count_parts(All(), [query]) == [case.count_claims(query)] == [found.claims]
    asked = case.divided(query), case.histogram(query), list(case.drawn(query, Page())), case.places(query)
    return page, found, *asked, case.strongest(query, most=9, most_pairs=9), case.count_found(query)


def test_words_are_looked_for_once_until_the_case_changes(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Query] = []

    def look(connection: Connection, said: Said) -> Query:
        looks.append(said)
        return _look(connection, said)

    monkeypatch.setattr(looking, "_look", look)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE progress SET settled = changed")
    for _ in range(2):
        case.found_and_counted(_PORT, Page())
        case.divided(Not(part=_PORT))
        _answers(case, _PORT)
    before = len(looks)
    case.put(read(document("Otto Lund left the port.", "2.txt")), at=AT)
    case.divided(_PORT)
    assert (before, len(looks)) == (1, 2)
