"""How claims lie in time, who is named most, and pages of claims and of documents."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from palanca.records import Claim, Party, RoleName, Time
from palanca.records.query import EVERYTHING, Parties, PartyTest, When
from palanca.store import Bar, Case, DocumentsAsked, Named, Order, Page, Step, counting, open_case
from tests.store.making import AT, document, read
from tests.store.test_index import claim, told, write

_TEXTS = (
    ("Ada Musa met Volta Grid in Accra.", "2024-05-01", "The Harbour Post"),
    ("Lars Vik met Otto Lund. Otto Lund met Ada Musa.", "2024-06-02", "Fjord Daily"),
    ("Ana Paz met Kim Rao in Accra.", None, "The Harbour Post"),
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "c.palanca", create=True) as opened:
        for at, (text, published, outlet) in enumerate(_TEXTS):
            given = replace(document(text, f"{at}.txt", published=published), outlet=outlet)
            opened.put(read(given), at=AT)
        yield opened


def timed(case: Case, *times: str | None) -> list[Claim]:
    claims = [claim(one, time=Time.parse(time) if time else None) for one, time in zip(told(case), times, strict=True)]
    write(case, *claims)
    return claims


def test_claims_are_counted_by_the_year_in_which_they_lie_whole(case: Case) -> None:
    timed(case, "2023-05", "2023-07-01", "2023/2024", None)
    assert case.histogram(EVERYTHING) == [
        Bar(period="2023", channel="diplomatic", claims=2),
        Bar(period=None, channel="diplomatic", claims=2),
    ]


def test_claims_are_counted_by_month(case: Case) -> None:
    timed(case, "2023-05", "2023-05-09", "2024-02-29", "2023")
    assert case.histogram(EVERYTHING, Step.MONTH) == [
        Bar(period="2023-05", channel="diplomatic", claims=2),
        Bar(period="2024-02", channel="diplomatic", claims=1),
        Bar(period=None, channel="diplomatic", claims=1),
    ]


@pytest.mark.parametrize(("day", "sources"), [(date(2024, 1, 1), 2), (date(2024, 6, 1), 1)])
def test_sources_of_many_documents_are_counted_as_those_of_few(
    case: Case, monkeypatch: pytest.MonkeyPatch, day: date, sources: int
) -> None:
    timed(case, "2024-05", "2024-06-02", "2024-06-03", "2024-07")
    asked = When(first=day, last=date(2024, 6, 20))
    few = case.count_found(asked)
    for some in (1, 2):  # of so many documents all sources are looked for first
        monkeypatch.setattr(counting, "_FEW", 0)
        monkeypatch.setattr(counting, "_SOME", some)
        assert case.count_found(asked) == few
        assert case.count_sources(asked) == sources
    assert few.sources == sources


def test_who_is_named_most_comes_first_and_a_place_not_at_all(case: Case) -> None:
    one, other = (entity.id for entity in list(case.entities())[:2])
    acts = Party(role=RoleName.ACTOR, text="One", identity=one)
    suffers = Party(role=RoleName.RECIPIENT, text="Other", identity=other)
    place = Party(role=None, text="Other", identity=other)
    parties = ((acts, suffers), (acts, place), (acts, acts), (suffers,))
    write(case, *(claim(told_one, parties=several) for told_one, several in zip(told(case), parties, strict=True)))
    assert case.most_named(EVERYTHING, limit=5) == [Named(thing=one, claims=3), Named(thing=other, claims=2)]
    assert case.most_named(EVERYTHING, limit=1) == [Named(thing=one, claims=3)]


def test_pages_of_claims_follow_each_other(case: Case) -> None:
    timed(case, "2023-05", "2023-07-01", None, "2021")
    every = list(case.found(EVERYTHING))
    pages = [list(case.found_on(EVERYTHING, Page(limit=2, skipped=at))) for at in (0, 2, 4)]
    assert pages == [every[:2], every[2:], []]


@pytest.mark.parametrize("few", [0, 50_000])
def test_a_page_of_who_takes_part_and_its_count_are_one_look_at_the_parties(
    case: Case, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    timed(case, "2024-05", "2024-06-02", "2024-06-02", "2024-07")
    asked = Parties(tests=(PartyTest(name="Musa"),))
    apart = list(case.found_on(asked, Page(limit=1))), case.count_found(asked)
    looks: list[str] = []

    def look(*told: object) -> None:
        looks.extend([str(told[2])] if "indexed_parties" in str(told[2]) else [])

    monkeypatch.setattr(counting, "_FEW", few)
    event.listen(Engine, "before_cursor_execute", look)
    together = case.found_and_counted(asked, Page(limit=1))
    event.remove(Engine, "before_cursor_execute", look)
    assert together == apart
    assert len(looks) == 1


def test_claims_of_most_sources_come_first_when_asked(case: Case) -> None:
    first, second, third, fourth = told(case)
    twice = claim(third, fourth, time=None)
    write(case, claim(first, confidence=0.5), claim(second, confidence=0.9), twice)
    assert [one.id for one in case.found_on(EVERYTHING, Page(limit=1, order=Order.EVIDENCE))] == [twice.id]
    assert [one.confidence for one in case.found_on(EVERYTHING, Page(order=Order.EVIDENCE))] == [0.7, 0.9, 0.5]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (DocumentsAsked(), ["1.txt", "0.txt", "2.txt"]),
        (DocumentsAsked(words="accra"), ["0.txt", "2.txt"]),
        (DocumentsAsked(words="accra", outlet="Fjord Daily"), []),
        (DocumentsAsked(outlet="The Harbour Post"), ["0.txt", "2.txt"]),
        (DocumentsAsked(since=date(2024, 5, 2)), ["1.txt"]),
        (DocumentsAsked(until=date(2024, 5, 2)), ["0.txt"]),
        (DocumentsAsked(words='"met Otto"'), ["1.txt"]),
        (DocumentsAsked(words="..."), []),
        (DocumentsAsked(by_addition=True), ["2.txt", "1.txt", "0.txt"]),
    ],
)
def test_documents_are_found_by_words_outlet_and_day(case: Case, asked: DocumentsAsked, found: list[str]) -> None:
    assert [one.name for one in case.documents_found(asked, Page())] == found
    assert case.count_documents_found(asked) == len(found)
    assert [one.name for one in case.documents_found(asked, Page(limit=1, skipped=1))] == found[1:2]
