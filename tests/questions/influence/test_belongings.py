"""Belongings: whose somebody is on a day, and why."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import palanca
from palanca.analysis.belongings import belonging_at
from palanca.records.errors import InvalidJudgement
from palanca.records.query import Branch
from tests.questions.influence.known import make

ANSWERS = {
    ("Rosa Quispe", date(2025, 3, 3)): ("PER", Branch.EXECUTIVE),
    ("Ines Rojas", date(2004, 7, 1)): ("PER", Branch.LEGISLATURE),
    ("Ines Rojas", date(2025, 3, 15)): ("PER", None),
    ("Julio Salcedo", date(2025, 3, 11)): ("PER", Branch.LEGISLATURE),
    ("Elena Vargas", date(2025, 5, 8)): ("PER", Branch.JUDICIARY),
    ("Jorge Luna", date(2025, 5, 12)): ("PER", Branch.AUTONOMOUS),
    ("Teresa Campos", date(2025, 6, 10)): ("PER", Branch.LOCAL),
    ("Emre Aksoy", date(2025, 6, 10)): ("TUR", Branch.EXECUTIVE),
    ("Deccan Ports", date(2018, 5, 5)): ("IND", Branch.COMPANY),
    ("Paita Terminal", date(2022, 4, 1)): ("PER", None),
    ("Peruvian Navy", date(2025, 4, 5)): ("PER", Branch.ARMED_FORCES),
}


@pytest.mark.parametrize("asked", ANSWERS)
def test_thing_belongs(case: "palanca.Case", asked: tuple[str, date]) -> None:
    name, day = asked
    assert belonging_at(palanca.show(case, name).belongings, (day, day)) == ANSWERS[asked]


def test_belonging_says_why(case: "palanca.Case") -> None:
    first = palanca.show(case, "Rosa Quispe").belongings[0]
    assert (first.country, first.branch, first.reason) == ("PER", Branch.EXECUTIVE, "defence minister, Peru")


def decided(case: "palanca.Case", name: str) -> tuple[str | None, Branch | None, str]:
    first = palanca.show(case, name).belongings[0]
    return first.country, first.branch, first.reason


def test_what_a_person_decides_of_a_thing_overrules_what_is_derived_and_can_be_undone(tmp_path: Path) -> None:
    file = make(tmp_path)
    ada = palanca.Judge(who="Ada", clock=lambda: datetime(2026, 1, 5, 12, tzinfo=UTC))
    with palanca.open_case(file) as case:
        before = decided(case, "Deccan Ports")
        country = palanca.of_country(case, "Deccan Ports", "GBR", ada)
        branch = palanca.of_branch(case, "Deccan Ports", Branch.EXECUTIVE, ada)
    palanca.rebuild(file)
    with palanca.open_case(file) as case:
        assert decided(case, "Deccan Ports") == (
            "GBR", Branch.EXECUTIVE,
            "country decided by Ada on 2026-01-05; branch decided by Ada on 2026-01-05; Deccan Ports is told to be a "
            "company",
        )  # fmt: skip
        assert "GBR" in palanca.matrix(case, palanca.MatrixAsked(host="PER")).powers
        for judgement in (country, branch):
            palanca.undo(case, judgement.id, ada)
        assert decided(case, "Deccan Ports") == before


def test_country_or_branch_that_is_none_is_refused(case: "palanca.Case") -> None:
    with pytest.raises(InvalidJudgement, match="'India' is no country: give its ISO 3166-1 code"):
        palanca.of_country(case, "Deccan Ports", "India", palanca.Judge(who="Ada"))
