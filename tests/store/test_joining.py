"""As much of claims as makes the edges of a network, of those about some things alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from palanca.records import EntityId, Filter, Party, RoleName
from palanca.records.query import EVERYTHING
from palanca.store import Case, open_case
from tests.store.making import AT, document, read
from tests.store.test_index import claim, told, write

_ADA, _LARS, _OTTO = (EntityId(f"{at:024x}") for at in range(3))


def _meeting(*things: EntityId) -> tuple[Party, ...]:
    return tuple(Party(role=RoleName.ACTOR, text=one, identity=one) for one in things)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "c.palanca", create=True) as opened:
        opened.put(read(document("Ada Musa met Lars Vik. Lars Vik met Otto Lund. Ada Musa met Otto Lund.")), at=AT)
        pairs = ((_ADA, _LARS), (_LARS, _OTTO), (_ADA, _OTTO))
        write(opened, *(claim(one, parties=_meeting(*pair)) for one, pair in zip(told(opened), pairs, strict=True)))
        yield opened


@pytest.mark.parametrize(
    ("of", "least", "number"), [((), 1, 3), ((_ADA,), 1, 2), ((_ADA, _LARS), 1, 3), ((_ADA, _LARS), 2, 1)]
)
def test_claims_about_some_things_are_those_in_which_enough_of_them_take_part(
    case: Case, of: tuple[EntityId, ...], least: int, number: int
) -> None:
    assert len(list(case.joinings(EVERYTHING, of=of, least=least))) == number
    assert len(list(case.joinings(Filter(), of=of, least=least))) == number
