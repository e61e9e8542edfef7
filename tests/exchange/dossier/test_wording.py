"""Claims in plain words."""

from datetime import date

import pytest

from palanca.claims.tenures import Tenure
from palanca.exchange.dossier.wording import office_days
from tests.analysis.making import claim, office


def _tenure(number: int) -> Tenure:
    """Of so many certain days, far from each other."""
    days = tuple((date(2024, month, 5), date(2024, month, 5)) for month in range(1, number + 1))
    held = claim(office("Ama Owusu", "owusu", "minister"))
    return Tenure(claim=held, throughout=days, sometime=(), possible=(days[0][0], days[-1][1]), told="")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (4, "certain 2024-01-05, 2024-02-05, 2024-03-05, 2024-04-05; possible"),
        (5, "certain 2024-01-05, 2024-02-05, 2024-03-05 and 2 stretches more; possible"),
    ],
)
def test_last_stretch_that_would_be_left_out_alone_is_told(number: int, said: str) -> None:
    assert office_days(_tenure(number)).startswith(said)
