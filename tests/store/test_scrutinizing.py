"""What an audit asks of a case."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from palanca.records import EntityId, Identity, Party, Review, RoleName, Schema, Time
from palanca.records.query import EVERYTHING
from palanca.store import Case, SettledIdentity, open_case
from tests.store.making import AT, document, read
from tests.store.test_index import claim, told, write

_ADA, _LARS, _OTTO = (EntityId(f"{at:024x}") for at in range(3))
_TEXT = "Ada Musa met Lars Vik. Lars Vik met Otto Lund. Ada Musa met Otto Lund."


def _meeting(*things: EntityId) -> tuple[Party, ...]:
    return tuple(Party(role=RoleName.ACTOR, text=one, identity=one) for one in things)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "c.palanca", create=True) as opened:
        opened.put(read(document(_TEXT, "news.txt", published="2024-05")), at=AT)
        yield opened


@pytest.mark.parametrize(
    ("time", "is_news"),
    [("2024-04-12", True), ("2024-03-01", True), ("2024-02-28", False), ("2024-05-02", False), (None, False)],
)
def test_news_may_have_come_about_so_many_days_before_publication(
    case: Case, time: str | None, *, is_news: bool
) -> None:
    one, *_ = told(case)
    write(case, claim(one, time=Time.parse(time) if time else None))
    assert bool(list(case.news(EVERYTHING, days=62))) == is_news


def test_documents_that_tell_of_two_things_are_those_of_claims_with_both(case: Case) -> None:
    first, second, third = told(case)
    write(
        case,
        claim(first, parties=_meeting(_ADA, _LARS)),
        claim(second, parties=_meeting(_LARS, _OTTO), review=Review.REJECTED),
        claim(third, parties=_meeting(_ADA, _OTTO)),
    )
    assert case.told_together({(_ADA, _LARS), (_LARS, _OTTO)}) == {(_ADA, _LARS): {first.document}}


def test_claims_that_name_a_thing_are_those_whose_statements_do(case: Case) -> None:
    first, second, third = told(case)
    entity = first.roles[0].filler.entity
    assert entity is not None
    one = Identity(id=entity, schema=Schema.PERSON, caption="Ada Musa", names=(), members=(entity,), documents=1)
    pending = case.pending()
    assert pending
    settled = SettledIdentity(entities=None, identities=(one,), proposals=(), rulings=())
    assert case.settle_identity(pending.changed, settled)
    write(case, claim(first), claim(second, third, review=Review.REJECTED))
    assert [one.lead for one in case.naming_any([entity])] == [first.id]
    assert list(case.naming_any([_OTTO])) == []


def test_the_newest_day_is_the_last_that_a_document_with_claims_can_mean(case: Case) -> None:
    assert case.newest_told() is None
    case.put(read(document("Nobody met anybody.", "later.txt", published="2025")), at=AT)
    write(case, *map(claim, told(case)[:1]))
    assert case.newest_told() == date(2024, 5, 31)
