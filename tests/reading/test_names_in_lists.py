"""Names whose sort a list, or the phrase around them, tells."""

from collections.abc import Callable

import pytest

from palanca.records import AnomalyDetail, Reading, Schema

type Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        (
            "A memorandum with two Danish firms, Volta Lines and Sonec, was signed in 2022.",
            {"Volta Lines": Schema.COMPANY, "Sonec": Schema.COMPANY},
        ),
        (
            "The ministry owed money to four banks, among them Meyer Brandt, Olsen Dahl and Nordic Bank.",
            {"Meyer Brandt": Schema.COMPANY, "Olsen Dahl": Schema.COMPANY, "Nordic Bank": Schema.COMPANY},
        ),
        (
            "Togo signed it with Hong Kong Harbour Technology Group.",
            {"Hong Kong Harbour Technology Group": Schema.COMPANY},
        ),
        ("The Clara Forte munitions company sold the shells to Chad.", {"Clara Forte": Schema.COMPANY}),
        (
            "Ana Lee of the Center for River Studies and John Beck of Clear Count asked for it.",
            {"Clear Count": Schema.ORGANIZATION},
        ),
        (
            "The leaders of the Union Front, Dragoslav Vukić and Milan Perić, were sentenced on Friday.",
            {"Dragoslav Vukić": Schema.PERSON, "Milan Perić": Schema.PERSON},
        ),
        ("She fought in the War in Bosnia before the War on Drugs began.", {"War in Bosnia": Schema.EVENT}),
    ],
)
def test_a_list_and_its_noun_tell_the_sort_of_names(read: Read, text: str, sorts: dict[str, Schema]) -> None:
    found = {entity.caption: entity.schema for entity in read(text).entities}
    assert {name: found.get(name) for name in sorts} == sorts


def test_two_who_are_named_apart_are_not_one_name(read: Read) -> None:
    reading = read("Lopez met Kern on Friday. The Lopez-Kern debate lasted two hours. Kern spoke first.")
    assert {"Lopez", "Kern"} <= {e.caption for e in reading.entities}
    assert not any("-" in e.caption for e in reading.entities)


def _names(reading: Reading) -> dict[str, set[str]]:
    return {e.caption: {name for name in e.names if name != e.caption} for e in reading.entities}


def test_a_firm_told_of_before_its_unit_is_another_thing(read: Read) -> None:
    assert "Volta" in _names(read("Volta pumped oil. Volta owned half of Volta Ghana, which sold it."))
    many = read("Volta grew. Volta said so. Volta left. The Volta Trust and Safety team met Ana Paz.")
    assert {"Volta", "Volta Trust and Safety"} <= set(_names(many))


def test_a_firm_told_of_before_its_full_name_is_one(read: Read) -> None:
    found = _names(read("Nordvik grew. Nordvik said so. Nordvik left. Nordvik Technologies met Ana Paz."))
    assert "Nordvik" not in found
    assert "Nordvik Technologies" in found


def test_what_is_called_a_holding_is_a_firm(read: Read) -> None:
    found = {e.caption: e.schema for e in read("Sonec Ltd is a subsidiary of the Emirati holding Al Noor.").entities}
    assert found["Al Noor"] is Schema.COMPANY


def test_an_adjective_of_a_people_a_letter_away_is_queried(read: Read) -> None:
    reading = read("Turkey sent help. The Turkish army came on Monday; the Tuskish government paid.")
    told = [s.detail.detail for s in reading.statements if isinstance(s.detail, AnomalyDetail)]
    assert told == ["“Tuskish” here, “Turkish” elsewhere in the document: a slip of the pen?"]
