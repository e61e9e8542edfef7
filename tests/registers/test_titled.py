"""Names behind titles."""

import pytest

from palanca.records import OfficeStatus, Span
from palanca.registers.cells import Found
from palanca.registers.titled import titled


@pytest.mark.parametrize(
    ("cell", "name", "offices"),
    [
        ("Prime Minister Keiko Mori", "Keiko Mori", [("prime minister", OfficeStatus.CURRENT)]),
        ("President-elect Ana Barrios", "Ana Barrios", [("president", OfficeStatus.DESIGNATE)]),
        ("former President Li Wa", "Li Wa", [("president", OfficeStatus.FORMER)]),
        ("Interim President Bo Ja", "Bo Ja", [("president", OfficeStatus.ACTING)]),
        ("Foreign Minister and Deputy Prime Minister Ivo Rade", "Ivo Rade",
         [("foreign minister", OfficeStatus.CURRENT), ("deputy prime minister", OfficeStatus.CURRENT)]),
        ("Mr. Tomás Ili", "Tomás Ili", []),
        ("General Omar Teye", "Omar Teye", []),
        ("Prince Albert I", "Albert I", []),
        ("Ana Ruiz", "Ana Ruiz", []),
        ("Prime Minister", "Prime Minister", []),
    ],
)  # fmt: skip
def test_titles_are_split_off(cell: str, name: str, offices: list[tuple[str, OfficeStatus]]) -> None:
    found = titled(Found(cell))
    assert found.name.text == name
    assert list(found.offices) == offices


def test_the_name_keeps_its_place() -> None:
    assert titled(Found("King Tau II", Span(10, 21))).name == Found("Tau II", Span(15, 21))
