"""Offices at a date: who held which, certainly or possibly."""

import pytest

import palanca

ANSWERS = {
    ("defence minister of Peru", "2025-03-03"): [("certain", "Rosa Quispe")],
    ("defence minister of Peru", "2025-05-01"): [("possible", "Rosa Quispe")],
    ("defence minister of Peru", "2025-08-02"): [("possible", "Gloria Ramos")],
    ("senator of Peru", "2004"): [("certain", "Ines Rojas")],
    ("senator of Peru", "2025"): [],
    ("deputy transport minister of Peru", "2018-05-05"): [("certain", "Hugo Lazo")],
    ("Norwegian ambassador", "2025-03-15"): [("certain", "Lars Moe")],
    ("foreign minister of Peru", "2025"): [("certain", "Ana Paredes")],
}


@pytest.mark.parametrize("asked", ANSWERS)
def test_holder_is(case: "palanca.Case", asked: tuple[str, str]) -> None:
    office, at = asked
    found = palanca.who(case, office, palanca.Time.parse(at))
    assert [(str(one.standing), case.thing(one.person.identity).caption) for one in found if one.person.identity] == (
        ANSWERS[asked]
    )
