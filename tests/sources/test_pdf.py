from pathlib import Path

import pytest

from tests.sources.making import document, documents, pdf, read, reason, rejections, written


def test_lines_are_joined_to_paragraphs_and_broken_words_made_whole(tmp_path: Path) -> None:
    lines = [
        "The minister of trans-",
        "port signed the Callao-",
        "Chancay deal on Monday.",
        "",
        "The union rejected the deal",
        "on Friday.",
    ]
    found = document(pdf(tmp_path / "deal.pdf", [lines]))
    assert found.text == (
        "The minister of transport signed the Callao-Chancay deal on Monday.\n\nThe union rejected the deal on Friday."
    )
    assert found.page_starts == (0,)


def test_hyphen_stays_in_words_that_the_document_writes_with_one(tmp_path: Path) -> None:
    lines = ["The vice-president left. The vice-", "president of the bank and the gover-", "nor stayed on."]
    assert document(pdf(tmp_path / "a.pdf", [lines])).text == (
        "The vice-president left. The vice-president of the bank and the governor stayed on."
    )


def test_running_heads_feet_and_page_numbers_are_taken_away(tmp_path: Path) -> None:
    def page(number: int, body: str) -> list[str]:
        return [f"Port Review, No. {number}", "", body, *[""] * 47, f"Page {number} of 3"]

    bodies = ["Ports grew in 2018.", "Trade fell in 2019.", "Wages rose in 2020."]
    found = document(pdf(tmp_path / "a.pdf", [page(n, body) for n, body in enumerate(bodies, start=1)]))
    assert found.text == "\n\n".join(bodies)
    assert [found.text[start:][:5] for start in found.page_starts] == ["Ports", "Trade", "Wages"]
    assert [found.page_of(found.text.index(body)) for body in bodies] == [1, 2, 3]


def test_paragraph_runs_on_over_a_page_break_without_gluing_words(tmp_path: Path) -> None:
    pages = [["The court stopped", "the sale of the"], ["harbour and the rail-"], ["way on Monday."]]
    found = document(pdf(tmp_path / "a.pdf", pages))
    assert found.text == "The court stopped the sale of the harbour and the railway on Monday."
    assert [found.text[start:][:3] for start in found.page_starts] == ["The", "har", "way"]


def test_pdf_says_title_and_author_and_its_making_is_not_its_publication(tmp_path: Path) -> None:
    found = document(pdf(tmp_path / "a.pdf", [["Text."]], title="Lease of the dock", author="Ana Ríos"))
    assert (found.title, found.author, found.published) == ("Lease of the dock", "Ana Ríos", None)


def test_title_given_by_a_program_is_no_title(tmp_path: Path) -> None:
    found = document(pdf(tmp_path / "a.pdf", [["Text."]], title="Microsoft Word - draft3.docx", author="anonymous"))
    assert (found.title, found.author) == (None, None)


def test_locked_pdf_is_rejected(tmp_path: Path) -> None:
    assert "locked with a password" in reason(pdf(tmp_path / "a.pdf", [["Secret."]], password="open"))  # noqa: S106


@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_pdf_that_is_cut_short_is_rejected(tmp_path: Path, kept: float) -> None:
    whole = pdf(tmp_path / "whole.pdf", [["Text."]]).read_bytes()
    assert "cut short" in reason(written(tmp_path / "a.pdf", whole[: int(len(whole) * kept)]))


def test_pdf_of_pictures_asks_for_ocr(tmp_path: Path) -> None:
    assert "OCR" in reason(pdf(tmp_path / "a.pdf", [[], []]))


def test_pages_that_are_pictures_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    found = read(pdf(tmp_path / "a.pdf", [["First page."], [], ["Third page."]]))
    [text] = documents(found)
    [missing] = rejections(found)
    assert (text.text, text.page_starts) == ("First page.\n\nThird page.", (0, 11, 13))
    assert "(2)" in missing.reason


def test_garbage_named_pdf_is_rejected(tmp_path: Path) -> None:
    assert "does not hold a PDF" in reason(written(tmp_path / "a.pdf", "just words"))
    assert "damaged" in reason(written(tmp_path / "b.pdf", b"%PDF-1.7\n%%EOF"))
