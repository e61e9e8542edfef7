"""Kin in lists, and kin of whoever shares a name: whose brother, son or wife somebody is."""

import pytest

from tests.reading.test_ties import Read, ties

type Tie = tuple[str, str, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ivo Horta was charged. His wife Lena, his daughter Nora and her husband, Omar Said, left the country.",
            {("Lena", "spouse", "Ivo Horta"), ("Nora", "family", "Ivo Horta"), ("Omar Said", "spouse", "Nora")},
        ),
        (
            "Ana Paz died. She is survived by her husband, Karl Roth, two sons, Nils and Erik, and a niece, Maja.",
            {
                ("Karl Roth", "spouse", "Ana Paz"),
                ("Nils", "family", "Ana Paz"),
                ("Erik", "family", "Ana Paz"),
                ("Maja", "family", "Ana Paz"),
            },
        ),
        (
            "Ivo Horta was born in 1951. His parents, Luis Horta Sr. and Marta Elma Horta, were farmers.",
            {("Luis Horta Sr", "family", "Ivo Horta"), ("Marta Elma Horta", "family", "Ivo Horta")},
        ),
        (
            "Ivo Horta is survived by his wife, Lena, three children from two marriages and his sisters.",
            {("Lena", "spouse", "Ivo Horta")},
        ),
    ],
)
def test_each_of_a_list_of_kin_is_only_what_stands_before_the_name(read: Read, text: str, expected: set[Tie]) -> None:
    assert ties(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Pedro Mora acusó a Rosa Vega. Su hermano Jorge Vega huyó.", ("Jorge Vega", "family", "Rosa Vega")),
        ("Pedro Mora llegó con Rosa Vega y su hijo Luis.", ("Luis", "family", "Rosa Vega")),
    ],
)
def test_spanish_possessive_of_kin_is_of_whoever_bears_the_family_name(read: Read, text: str, tie: Tie) -> None:
    assert tie in ties(read(text, language="es"))
