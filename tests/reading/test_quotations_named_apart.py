"""Quotations whose speaker stands apart: before a colon, in the paragraph before, or by a title and a body."""

from collections.abc import Callable

import pytest

from palanca.records import Kind, QuotationDetail, Reading

type Read = Callable[..., Reading]


def told(reading: Reading) -> list[tuple[str, str]]:
    """Speaker and content, in order."""
    found = [s for s in reading.statements if s.kind is Kind.QUOTATION and isinstance(s.detail, QuotationDetail)]
    named = {entity.id: entity.caption for entity in reading.entities}
    text = reading.document.text
    speakers = [(s.speaker, s.span.of(text)) for s in found if s.speaker]
    return [(named[one.entity] if one.entity else one.text, content) for one, content in speakers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "NUP whip Sunil Weera asked for the files. The NUP whip said copies were owed.",
            ("Sunil Weera", "copies were owed"),
        ),
        (
            "Mayoral candidate Wei Tan answered. The mayoral candidate said he owned a shop.",
            ("Wei Tan", "he owned a shop"),
        ),
        ('Transport Minister Sunil Weera: "We will print it twice."', ("Sunil Weera", "We will print it twice.")),
        (
            'Transport Minister Sunil Weera said in a statement that Perera was a leader who had "rare skill".',
            ("Sunil Weera", 'Perera was a leader who had "rare skill"'),
        ),
    ],
)
def test_speaker_stands_apart(read: Read, text: str, expected: tuple[str, str]) -> None:
    assert told(read(text)) == [expected]


def test_words_told_and_words_between_marks_behind_them_share_a_cue(read: Read) -> None:
    text = 'Sunil Weera said that the answer was short. "A minister said so to all of us."'
    assert [content for _, content in told(read(text))] == [
        "the answer was short",
        "A minister said so to all of us.",
    ]


def test_words_behind_an_aside_on_the_report_that_has_them(read: Read) -> None:
    text = "Delta Watch said in its yearly report, released on 3 May, that at least 90 people were held."
    assert told(read(text)) == [("Delta Watch", "at least 90 people were held")]


def test_words_passed_on_are_of_whoever_is_quoted(read: Read) -> None:
    text = "Local papers quoted Sunil Weera as saying that Perera would run."
    assert told(read(text)) == [("Sunil Weera", "Perera would run")]


def test_what_one_owns_up_to(read: Read) -> None:
    assert told(read("Sunil Weera admitted to owning shares in the mill.")) == [
        ("Sunil Weera", "owning shares in the mill"),
    ]


def test_paragraph_between_marks_is_of_who_spoke_in_the_one_before(read: Read) -> None:
    text = '"We thank them," Sunil Weera said in Kandy.\n\n"They know what to do with it."'
    assert told(read(text)) == [
        ("Sunil Weera", "We thank them"),
        ("Sunil Weera", "They know what to do with it."),
    ]


def test_statement_is_of_a_body_without_a_name_that_said_it(read: Read) -> None:
    text = '"It holds," the presidency said in a statement.\n\nPerera will start in May, the statement said.'
    assert [speaker for speaker, _ in told(read(text))] == ["the presidency", "the presidency"]
