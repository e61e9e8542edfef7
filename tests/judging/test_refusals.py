"""What cannot be judged is told, with what can be said instead, and nothing is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from palanca import judging
from palanca.judging import Judge
from palanca.records import Field, Filter
from palanca.records.errors import InvalidJudgement, UnknownClaim, UnknownDocument, UnknownEntity, UnknownJudgement
from palanca.settlement import settle
from palanca.store import Case, open_case
from tests.store.making import AT, document, read

ANA = Judge(who="ana", clock=lambda: AT)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "c.palanca", create=True) as case:
        met = document("Juan Perez met Rina Sato in the port.", "c", published="2024-05-01")
        case.put(read(case.completed(met)), at=AT)
        settle(case)
        yield case


@pytest.mark.parametrize(
    ("one", "other", "error", "told"),
    [
        ("Nobody", "Rina Sato", UnknownEntity, "nothing in the case is called 'Nobody'"),
        ("Rina Sato", "Rina Sato", InvalidJudgement, "are the same words of c"),
        ("Rina Sato@z", "Rina Sato", UnknownDocument, "no document of the case is called 'z'"),
        ("Volta@c", "Rina Sato", UnknownEntity, "document 'c' calls nothing 'Volta'"),
    ],
)
def test_what_cannot_be_judged_is_told(case: Case, one: str, other: str, error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=told):
        judging.same(case, one, other, ANA)
    assert not list(case.judgements())


def test_an_unknown_claim_or_judgement_is_told(case: Case) -> None:
    with pytest.raises(UnknownClaim, match="no claim or statement of the case has an id that begins with 'abcdef'"):
        judging.reject(case, "abcdef", ANA)
    with pytest.raises(UnknownJudgement, match="no judgement has an id that begins with 'abcdef'"):
        judging.undo(case, "abcdef", ANA)


def test_a_value_that_does_not_fit_its_field_is_refused_before_it_is_kept(case: Case) -> None:
    with pytest.raises(InvalidJudgement, match="time"):
        judging.correct(case, next(iter(case.claims(Filter()))).id, Field.TIME, "last week", ANA)
    assert not list(case.judgements())
