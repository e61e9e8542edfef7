from collections.abc import Callable

import pytest

from palanca.records import Kind, Reading, RoleName, TieDetail

type Read = Callable[..., Reading]


def ties(reading: Reading) -> set[tuple[str, str, str]]:
    found = set()
    for statement in reading.statements:
        if statement.kind is Kind.TIE and isinstance(statement.detail, TieDetail):
            (source,), (target,) = statement.fillers(RoleName.SOURCE), statement.fillers(RoleName.TARGET)
            found.add((source.text, str(statement.detail.kind), target.text))
    return found


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Ruth Wanjala is married to Daniel Kiprono.", ("Ruth Wanjala", "spouse", "Daniel Kiprono")),
        ("Severny Gold is owned by Volga Holding.", ("Volga Holding", "owns", "Severny Gold")),
        ("Volga Holding acquired Severny Gold in 2019.", ("Volga Holding", "owns", "Severny Gold")),
        (
            "Blue Meridian Ltd is a subsidiary of Meridian Group.",
            ("Blue Meridian Ltd", "subsidiary_of", "Meridian Group"),
        ),
        ("Qatar finances the Crescent Foundation.", ("Qatar", "funds", "Crescent Foundation")),
        ("The Condor Battalion is based in Arequipa.", ("Condor Battalion", "located_in", "Arequipa")),
        ("Nabil Tarawneh and his brother, Omar Tarawneh, left.", ("Omar Tarawneh", "family", "Nabil Tarawneh")),
    ],
)
def test_tie_is_read_in_its_direction(read: Read, sentence: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(read(sentence))


def test_denied_ownership_makes_no_tie(read: Read) -> None:
    assert ties(read("Volga Holding does not own Severny Gold.")) == set()


def test_possessive_alone_makes_no_tie(read: Read) -> None:
    assert ties(read("Ghana's ministers travelled to Togo.")) == set()
