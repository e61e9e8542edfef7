"""Statements as rows: cells, sentence, page."""

import pytest

from palanca.analysis import rows
from palanca.analysis.tables import Library, columns, shown_role
from palanca.records import Kind, Span
from tests.analysis.making import DOCUMENT, SENTENCES, office

LIBRARY = Library(lambda _: DOCUMENT, lambda _: SENTENCES)


def test_row_shows_the_sentence_and_the_page_of_its_words() -> None:
    (row,) = rows([office("Ama Owusu", "a", "minister", "Ghana", time="2024", span=Span(36, 41))], LIBRARY)
    assert (row.document, row.page, row.sentence, row.sentence[slice(*row.words)]) == (
        "port", 2, "Ama Owusu left.", "Owusu",
    )  # fmt: skip


def test_words_across_two_sentences_show_both_in_one_line() -> None:
    (row,) = rows([office("Ama Owusu", "a", "minister", span=Span(25, 40))], LIBRARY)
    assert row.sentence == "Ama Owusu, the minister, spoke. Ama Owusu left."


def test_cells_are_in_the_order_of_the_columns() -> None:
    (row,) = rows([office("Ama Owusu", "a", "envoy to chad", "Ghana", time="2024", start="2023")], LIBRARY)
    assert dict(zip(columns(Kind.OFFICE), row.cells, strict=True)) == {
        "person": "Ama Owusu", "role": "envoy to Chad", "body": "Ghana", "status": "current",
        "start": "2023", "end": "", "as of": "2024",
    }  # fmt: skip


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_columns(kind: Kind) -> None:
    assert len(set(columns(kind))) == len(columns(kind)) > 0


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("ambassador to kenya", "ambassador to Kenya"),
        ("united states secretary of state", "United States secretary of state"),
        ("envoy to the united arab emirates", "envoy to the United Arab Emirates"),
        ("minister of the interior", "minister of the interior"),
    ],
)
def test_countries_in_roles_have_capitals(role: str, shown: str) -> None:
    assert shown_role(role) == shown
