"""Claims as rows: cells, sentences, pages."""

import pytest

from palanca.analysis import Row, rows
from palanca.analysis.tables import columns, shown_role
from palanca.records import Kind, Span, Statement
from palanca.records.errors import Outdated
from tests.analysis.making import claim, library, office


def row_of(*statements: Statement) -> Row:
    (row,) = rows([claim(*statements)], library(*statements))
    return row


def test_passage_shows_the_sentence_and_the_page_of_its_words() -> None:
    lead = row_of(office("Ama Owusu", "a", "minister", "Ghana", time="2024", span=Span(36, 41))).lead
    assert (lead.document, lead.page, lead.sentence, lead.sentence[slice(*lead.words)]) == (
        "port", 2, "Ama Owusu left.", "Owusu",
    )  # fmt: skip


def test_words_across_two_sentences_show_both_in_one_line() -> None:
    row = row_of(office("Ama Owusu", "a", "minister", span=Span(25, 40)))
    assert row.lead.sentence == "Ama Owusu, the minister, spoke. Ama Owusu left."


def test_the_lead_comes_first_and_the_rest_in_the_order_of_the_claim() -> None:
    first, second, third = (office("Ama Owusu", "a", "minister", span=Span(start, 40)) for start in (0, 10, 36))
    row = row_of(second, first, third)
    assert [passage.statement for passage in row.passages] == [second, first, third]


def test_claim_whose_statement_has_gone_is_outdated() -> None:
    stays, gone = (office("Ama Owusu", "a", "minister", span=Span(start, 40)) for start in (0, 10))
    with pytest.raises(Outdated, match="ask again"):
        list(rows([claim(stays, gone)], library(stays)))


def test_cells_are_in_the_order_of_the_columns() -> None:
    row = row_of(office("Ama Owusu", "a", "envoy to chad", "Ghana", time="2024", start="2023"))
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
