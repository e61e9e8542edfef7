"""What stands beside a line."""

from dataclasses import replace
from datetime import date

import pytest

from palanca.claims.tenures import Tenure
from palanca.exchange.dossier.notes import disagreement, office_days
from palanca.exchange.dossier.words import Language, words_of
from palanca.records import Dispute, DisputeKind
from tests.analysis.making import claim, office

ENGLISH, SPANISH = words_of(Language.ENGLISH), words_of(Language.SPANISH)


def _tenure(number: int) -> Tenure:
    """Of so many certain days, far from each other."""
    days = tuple((date(2024, month, 5), date(2024, month, 5)) for month in range(1, number + 1))
    held = claim(office("Ama Owusu", "owusu", "minister"))
    return Tenure(claim=held, throughout=days, sometime=(), possible=(days[0][0], days[-1][1]), told="")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (4, "held for certain: 5 January 2024, 5 February 2024, 5 March 2024, 5 April 2024; at the widest:"),
        (5, "held for certain: 5 January 2024, 5 February 2024, 5 March 2024 and 2 stretches more; at the widest:"),
    ],
)
def test_last_stretch_that_would_be_left_out_alone_is_told(number: int, said: str) -> None:
    (days,) = office_days(_tenure(number), ENGLISH)
    assert days.startswith(said)


def test_what_sources_say_of_the_ends_is_worded_in_the_language_of_the_dossier() -> None:
    tenure = replace(_tenure(1), told="from 2024-01~; shown 2024-01-05 to 2024-01-09; no end is told")
    assert office_days(tenure, SPANISH)[-1] == (
        "en las fuentes: comienzo: hacia enero de 2024; consta en el cargo: 5–9 de enero de 2024; fin no dicho"
    )


@pytest.mark.parametrize(
    ("kind", "values", "said"),
    [
        (
            DisputeKind.TIME,
            ("2024-05-03", "2024-06"),
            "las fuentes discrepan (cuándo): 3 de mayo de 2024 o junio de 2024",
        ),
        (DisputeKind.DENIED, ("asserted", "denied"), "las fuentes discrepan (si es así): afirmado o negado"),
        (DisputeKind.VALUE, ("2024", "2025"), "las fuentes discrepan (cuánto): 2024 o 2025"),
        (DisputeKind.HOLDER, ("Ama Owusu", "Oto Berg"), "las fuentes discrepan (quién lo ocupa): Ama Owusu u Oto Berg"),
    ],
)
def test_sides_of_a_dispute_are_worded_by_what_they_are(kind: DisputeKind, values: tuple[str, ...], said: str) -> None:
    assert disagreement(Dispute(kind=kind, values=values), SPANISH) == said
