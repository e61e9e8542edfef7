"""Names whose sort a list, or the phrase around them, tells."""

from collections.abc import Callable

import pytest

from palanca.records import Reading, Schema

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
