"""Belongings: whose somebody is on a day, and why."""

from datetime import date

import pytest

import palanca
from palanca.analysis.belongings import belonging_at
from palanca.records.query import Branch

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
