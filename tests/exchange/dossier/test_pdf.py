"""A dossier on paper."""

from pathlib import Path

import pypdfium2
import pytest

from palanca.exchange.dossier import pdf
from palanca.exchange.dossier.html import html
from palanca.exchange.dossier.writing import write_dossier
from palanca.records.errors import UnknownFormat, UnwritableOutput
from tests.exchange.dossier.pages import MET, dossier_of

needs_browser = pytest.mark.skipif(pdf.browser() is None, reason="no Chromium is installed")


@needs_browser
@pytest.mark.slow
def test_chromium_prints_the_page(tmp_path: Path) -> None:
    write_dossier(dossier_of(MET), tmp_path / "owusu.pdf")
    with pypdfium2.PdfDocument(tmp_path / "owusu.pdf") as printed:
        text = printed[0].get_textpage().get_text_range()
    assert "Ama Owusu: meet" in text
    assert "source withheld" in text


def test_without_a_browser_it_says_what_to_write_instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "BROWSERS", ("no-such-browser",))
    with pytest.raises(UnwritableOutput, match=r"write a file that ends in \.html and print it"):
        write_dossier(dossier_of(MET), tmp_path / "owusu.pdf")
    assert not list(tmp_path.iterdir())


def test_a_browser_that_fails_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnwritableOutput, match="printed nothing"):
        pdf.print_page(html(dossier_of(MET)), tmp_path / "owusu.pdf", browser_at="/bin/false")
    assert not list(tmp_path.iterdir())


def test_another_ending_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match=r"\.html, \.md, \.pdf"):
        write_dossier(dossier_of(MET), tmp_path / "owusu.docx")
