"""Which countries deal with which in events, without the sentences that tell them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from palanca.records import Category, EntityId, EventDetail, Modality, Party, RoleName, Time
from palanca.records.query import EVERYTHING
from palanca.store import Case, open_case
from tests.store.making import AT, document, read
from tests.store.test_index import claim, told, write

_ADA = EntityId("1" * 24)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "c.palanca", create=True) as opened:
        opened.put(read(document("Ada Musa met Volta Grid. Lars Vik met Otto Lund.", "news.txt")), at=AT)
        yield opened


def test_what_is_only_described_deals_for_the_country_that_its_words_name(case: Case) -> None:
    parties = (
        Party(role=RoleName.ACTOR, text="Peru"),
        Party(role=RoleName.RECIPIENT, text="Norway"),
        Party(role=RoleName.RECIPIENT, text="Ada Musa", identity=_ADA),
    )
    detail = EventDetail(category=Category.ACCUSE, mode="disapprove")
    write(case, claim(told(case)[0], parties=parties, detail=detail, time=Time.parse("2019-05-01")))
    found = next(one for one in case.dealings(EVERYTHING) if one.mode == "disapprove")
    assert (found.actors, found.recipients, found.year) == (frozenset({"PER"}), frozenset({"NOR"}), 2019)


def test_a_small_word_is_no_country(case: Case) -> None:
    parties = (Party(role=RoleName.ACTOR, text="turkey"), Party(role=RoleName.RECIPIENT, text="Norway"))
    write(case, claim(told(case)[0], parties=parties, modality=Modality.REPORTED))
    found = next(one for one in case.dealings(EVERYTHING) if one.recipients)
    assert (found.actors, found.recipients) == (frozenset(), frozenset({"NOR"}))


def test_claims_are_counted_with_the_documents_that_tell_them(case: Case) -> None:
    write(case, *(claim(one) for one in told(case)[:2]))
    ids = [one.id for one in case.dealings(EVERYTHING)]
    found = case.count_told(ids)
    assert (found.claims, found.documents) == (len(ids), 1)


def test_bare_evidence_says_what_and_when_and_not_who(case: Case) -> None:
    whole = case.evidence([one.id for one in told(case)])
    bare = case.bare_evidence(whole)
    assert {one: (said.detail, said.time, said.roles) for one, said in bare.items()} == {
        one: (said.detail, said.time, ()) for one, said in whole.items()
    }
