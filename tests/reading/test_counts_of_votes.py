"""Two numbers with a dash: a count of votes, or the number of a law or of a file."""

import pytest

from palanca.exchange.facts import facts_of
from palanca.reading.language import Languages
from palanca.records import Reading
from tests.reading.conftest import Read


def counted(reading: Reading) -> list[tuple[object, object]]:
    return [(fact["value"], fact["unit"]) for fact in facts_of(reading) if fact["layer"] == "quantity"]


def numbers(reading: Reading) -> list[object]:
    return [fact["number"] for fact in facts_of(reading) if fact["layer"] == "instrument" and fact["number"]]


@pytest.mark.parametrize(
    "text",
    [
        "The bill passed 81-17 on Monday.",
        "The Senate approved the treaty 81-17.",
        "Parliament confirmed Omar Salas 81-17.",
        "Lawmakers rejected the amendment by a margin of 81-17.",
    ],
)
def test_what_an_assembly_passes_counts_votes(read: Read, text: str) -> None:
    reading = read(text)
    assert (counted(reading), numbers(reading)) == ([(81, "votes"), (17, "votes")], [])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Deputies voted to repeal Law 81-17.", ["81-17"]),
        ("The Senate approved Resolution 81-17 on Monday.", ["81-17"]),
        ("The court ruled on docket 81-17 on Monday.", []),
        ("The ruling of the judges on file 81-17 is due.", []),
    ],
)
def test_the_number_of_a_law_or_a_file_counts_no_votes(read: Read, text: str, number: list[str]) -> None:
    reading = read(text)
    assert counted(reading) == []
    assert number == [] or set(numbers(reading)) == set(number)


def test_a_score_counts_no_votes(read: Read) -> None:
    assert counted(read("Togo defeated Chad 3-1 in Lomé.")) == []


@pytest.mark.skipif(not Languages().reads("es"), reason="the Spanish pipeline is not installed")
@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("El Senado aprobó la ley, por 38 votos contra 31.", [(38, "votos"), (31, "votos")]),
        ("El Congreso aprobó la moción con 87 votos a favor y 20 en contra.", [(87, "votos"), (20, "votos")]),
        ("La Cámara de Diputados la había aprobado, 129-114.", [(129, "votos"), (114, "votos")]),
        ("El expediente 129-114 fue archivado por el Senado.", []),
    ],
)
def test_votes_in_spanish(read: Read, text: str, votes: list[tuple[int, str]]) -> None:
    assert counted(read(text, language="es")) == votes
