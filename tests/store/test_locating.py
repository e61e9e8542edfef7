"""Where claims took place, between which countries they are, and pages of things and of documents."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from palanca.records import EntityId, Party, RoleName
from palanca.records.query import ANYBODY, EVERYTHING, Parties, PartyTest
from palanca.store import Case, DocumentsAsked, Meeting, Page, Placing, open_case
from tests.store.making import AT, document, read
from tests.store.test_index import claim, told, write

_TEXT = "Ada Musa met Volta Grid in Accra. Lars Vik met Otto Lund."
_NAMED = Parties(tests=(PartyTest(name=ANYBODY),))
_ONE, _OTHER = EntityId("1" * 24), EntityId("2" * 24)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "c.palanca", create=True) as opened:
        opened.put(read(replace(document(_TEXT, "news.txt", published="2024-05-01"), title="Électricité")), at=AT)
        opened.put(read(document("Ana Paz met Kim Rao.", "later.txt", published="2024-06-01")), at=AT)
        yield opened


def test_places_are_counted_by_channel_and_called_as_a_claim_calls_them(case: Case) -> None:
    acts = Party(role=RoleName.ACTOR, text="One", identity=_ONE)
    harbour, town = Party(role=None, text="the old Harbour"), Party(role=None, text="Accra", identity=_OTHER)
    parties = ((acts, harbour), (acts, harbour), (acts, town, harbour))
    write(case, *(claim(one, parties=several) for one, several in zip(told(case), parties, strict=True)))
    assert case.places(EVERYTHING) == [
        Placing(thing=None, text="the old Harbour", channel="diplomatic", claims=2),
        Placing(thing=_OTHER, text=None, channel="diplomatic", claims=1),
    ]


def test_claims_without_a_place_are_counted(case: Case) -> None:
    first, *_ = told(case)
    write(case, claim(first, parties=(Party(role=RoleName.ACTOR, text="One", identity=_ONE),)))
    assert case.places(EVERYTHING) == [Placing(thing=None, text=None, channel="diplomatic", claims=1)]


def test_claims_of_no_known_country_are_between_none(case: Case) -> None:
    write(case, *(claim(one) for one in told(case)))
    assert list[Meeting](case.meetings(EVERYTHING)) == []


def test_the_pairs_of_countries_of_most_claims_are_given(case: Case, tmp_path: Path) -> None:
    both = tuple(Party(role=role, text=role) for role in (RoleName.ACTOR, RoleName.RECIPIENT))
    write(case, *(claim(one, parties=both) for one in told(case)))
    with sqlite3.connect(tmp_path / "c.palanca") as connection:
        connection.execute("UPDATE claim_parties SET country = iif(ordinal = 0, 'GHA', 'TGO')")
        connection.execute(
            "UPDATE claim_parties SET country = 'PER' WHERE ordinal = 1 AND claim = (SELECT max(id) FROM claims)"
        )
    of = partial(Meeting, channel="diplomatic", one="GHA")
    assert case.meetings(EVERYTHING) == [of(other="PER", claims=1), of(other="TGO", claims=2)]
    assert case.meetings(EVERYTHING, most=1) == [of(other="TGO", claims=2)]
    assert case.meetings(_NAMED, most=1) == [of(other="TGO", claims=2)]


@pytest.mark.parametrize(
    ("called", "found"),
    [
        ("", ["later.txt", "news.txt"]),
        ("ÉLECTRI", ["news.txt"]),
        ("news électricité", ["news.txt"]),
        ("ana news", []),
    ],
)
def test_documents_are_found_by_parts_of_what_they_are_called(case: Case, called: str, found: list[str]) -> None:
    asked = DocumentsAsked(called=called)
    assert [one.name for one in case.documents_found(asked, Page())] == found
    assert case.count_documents_found(asked) == len(found)


def test_documents_that_are_no_rows_are_of_no_register(case: Case) -> None:
    assert case.count_documents_found(DocumentsAsked(register="visits")) == 0


def test_documents_that_were_read_are_not_told_as_unread(case: Case) -> None:
    assert case.unread([one.id for one in case.documents()]) == {}
