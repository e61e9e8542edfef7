"""Words that reach the page through others: whose they are when several stand around the cue, and where they end."""

import pytest

from tests.reading.conftest import Read
from tests.reading.test_quotations import told


def voices(read: Read, text: str) -> list[tuple[str | None, str]]:
    """Speaker and content of every quotation, in order."""
    return [(speaker, words) for speaker, _, words, _ in told(read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to the newspaper El Faro, the mayor of Tegucigalpa, Juan Paz, said the city had paid for it.",
            [("Juan Paz", "the city had paid for it")],
        ),
        (
            "According to the private news agency Belta, the chief prosecutor of Minsk, Oleg Karpov, said the four "
            "must face trial for theft, adding Belarus would pursue them abroad.",
            [
                ("Oleg Karpov", "the four must face trial for theft"),
                ("Oleg Karpov", "Belarus would pursue them abroad"),
            ],
        ),
        (
            "According to a telegram of the embassy, Kofi Addo said that he had paid the guards.",
            [("a telegram of the embassy", "Kofi Addo said that he had paid the guards")],
        ),
    ],
    ids=["a paper", "an agency", "a document"],
)
def test_a_source_passes_on_the_words_of_another(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert voices(read, text) == expected


def test_a_participle_that_adds_is_of_who_spoke_before_it(read: Read) -> None:
    assert voices(read, "The minister said the firms must pay, adding the state would sue them.") == [
        ("The minister", "the firms must pay"),
        ("The minister", "the state would sue them"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            '"The charter forbids it," a spokesman for the bank said. The spokesman said it had no plans.',
            "a spokesman for the bank",
        ),
        (
            "Two sources close to the minister said he would resign. The sources said a letter was ready.",
            "Two sources close to the minister",
        ),
    ],
)
def test_a_source_without_a_name_keeps_its_fuller_words(read: Read, text: str, speaker: str) -> None:
    assert [said_by for said_by, _ in voices(read, text)] == [speaker, speaker]


def test_what_stands_behind_a_closed_fragment_tells_of_the_saying(read: Read) -> None:
    text = 'Ana Ruiz said that she had "taken every step needed to save Chile," following clashes in several towns.'
    assert voices(read, text) == [("Ana Ruiz", 'she had "taken every step needed to save Chile,"')]


def test_what_is_ordered_done_is_no_clause(read: Read) -> None:
    assert voices(read, "On Monday President Ruth Achieng ordered parliament dissolved until May.") == []
