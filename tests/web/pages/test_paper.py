"""Pages on paper: light, without what is for the screen, as wide as the sheet."""

import re
from collections.abc import Callable
from itertools import combinations

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from pypdfium2 import PdfDocument

from tests.web.pages.conftest import NewPage
from tests.web.pages.settled import settled
from tests.web.pages.site import Site
from tests.web.pages.test_review import asked

_SHEET: ViewportSize = {"width": 680, "height": 1000}
"""A4 at 96 points an inch, within its margins."""
_TRIES, _STILL_MS = 60, 1000
_PAGES = (
    "", "/matrix?host=Kenya", "/network", "/timeline", "/map", "/docs/kenya-01-envoy", "/window",
    "/portrait?name=Kenya",
)  # fmt: skip


@pytest.fixture
def on_paper(new_page: NewPage, site: Site) -> Callable[[str], Page]:
    """A page as a reader of the dark theme prints it."""

    def printed(path: str) -> Page:
        page = new_page(color_scheme="dark")
        page.goto(site.at(path))
        settled(page)
        page.set_viewport_size(_SHEET)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        return page

    return printed


@pytest.mark.parametrize("path", _PAGES)
def test_page_is_light_and_flows_over_sheets_as_wide_as_they(on_paper: Callable[[str], Page], path: str) -> None:
    page = on_paper(path)
    width, height, shown, ground = page.evaluate(
        "() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight,"
        " document.querySelector('main').getBoundingClientRect().height,"
        " getComputedStyle(document.body).backgroundColor]"
    )
    assert width <= _SHEET["width"]
    assert height >= shown
    assert ground in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    for unwanted in ("nav.rail", "header.bar"):
        expect(page.locator(unwanted)).to_be_hidden()


@pytest.mark.parametrize("path", ["/network", "/timeline", "/map"])
def test_picture_is_printed_as_its_drawing(on_paper: Callable[[str], Page], path: str) -> None:
    page = on_paper(path)
    expect(page.locator("figure > svg")).to_be_visible()
    expect(page.get_by_role("application")).to_be_hidden()


def test_evidence_of_what_is_selected_is_printed_with_its_sources(on_paper: Callable[[str], Page]) -> None:
    drawer = on_paper("/timeline?sel=q:outlet:%22Eastern+Wire%22").get_by_role("complementary", name="Evidence")
    expect(drawer.get_by_text("Eastern Wire says so").first).to_be_visible()
    expect(drawer.get_by_role("button", name="Close")).to_be_hidden()


def _text(sheets: bytes) -> str:
    document = PdfDocument(sheets)
    return " ".join("".join(one.get_textpage().get_text_range() for one in document).split())


def _printed(page: Page, title: str = "Footnotes") -> bytes:
    """A page as its sheets, printed when it has what its marks rest on: from then on it has a part of this title."""
    settled(page)
    for _ in range(_TRIES):
        if title in _text(found := page.pdf(prefer_css_page_size=True)):
            return found
        page.wait_for_timeout(_STILL_MS)
    raise AssertionError(f"no {title} on the sheets of {page.url}")


@pytest.fixture
def sheets(page: Page, site: Site) -> Callable[..., bytes]:
    """The sheets of a page by its path, see `_printed`."""

    def printed(path: str, title: str = "Footnotes") -> bytes:
        page.goto(site.at(path))
        return _printed(page, title)

    return printed


@pytest.mark.parametrize(
    "path", ["/matrix?host=Kenya", "/network?q=outlet:%22Harbour+Gazette%22", "/timeline", "/offices?at=2025-03-14"]
)
def test_footnotes_quote_the_sentences_of_the_marks_with_their_documents(
    sheets: Callable[..., bytes], path: str
) -> None:
    _, notes = _text(sheets(path)).split("Footnotes")
    assert notes.startswith(" 1. ")
    assert "US general promises training for Kenyan navy, Harbour Gazette, 10 Mar 2025" in notes


def test_sentence_of_two_claims_has_one_footnote(sheets: Callable[..., bytes]) -> None:
    _, notes = _text(sheets("/window?around=2025-03-14")).split("Footnotes")
    sentences = re.split(r" \d+\. (?=[A-Z])", notes)
    assert len(sentences) == len(set(sentences)) > 5


def test_reader_prints_its_claims_by_number(sheets: Callable[..., bytes]) -> None:
    text = _text(sheets("/docs/kenya-01-envoy", "Claims of this document"))
    assert "Claims of this document 1. 3 Mar 2025 Meeting Salim Al Barwani" in text
    assert "to discuss the future of the port of Lamu" in text


def test_thing_prints_where_its_ties_are_told(page: Page, site: Site) -> None:
    page.goto(site.at("/search?words=Haddadin"))
    page.get_by_role("main").get_by_role("link", name="Omar Haddadin").first.click()
    page.get_by_role("heading", level=1, name="Omar Haddadin").wait_for()
    _, notes = _text(_printed(page)).split("Footnotes")
    assert "Jordan and Türkiye agree on water project as envoy resigns, Levant Dispatch, 19 Nov 2025" in notes


def test_sheets_are_a4(sheets: Callable[..., bytes]) -> None:
    document = PdfDocument(sheets("/matrix?host=Kenya"))
    assert {tuple(round(side) for side in one.get_size()) for one in document} == {(595, 842)}


def test_marks_of_footnotes_are_not_on_the_screen(page: Page, site: Site) -> None:
    page.goto(site.at("/matrix?host=Kenya"))
    settled(page)
    page.pdf()
    expect(page.locator("[data-note]").first).to_be_hidden()
    expect(page.locator("[data-note]").first).to_have_text("")


def test_bars_of_offices_are_on_the_sheet(on_paper: Callable[[str], Page], site: Site) -> None:
    page = on_paper(f"/e/{asked(site, '/things?name=Malhotra')['items'][0]['id']}")
    expect(page.locator("g.bar").first).to_be_visible()


def test_titles_of_a_table_are_text_on_the_sheet_and_what_loads_more_is_not_on_it(
    on_paper: Callable[[str], Page], site: Site
) -> None:
    page = on_paper(f"/e/{asked(site, '/things?name=Kenya')['items'][0]['id']}")
    titles = page.get_by_role("columnheader")
    expect(titles.first).to_be_visible()
    assert all(titles.all_inner_texts())
    expect(titles.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("button", name="Show more")).to_have_count(0)


def test_lines_of_a_dossier_never_lie_over_each_other(page: Page, site: Site) -> None:
    page.goto(site.at("/portrait?name=Kenya&limit=40"))
    for sheet in PdfDocument(_printed(page)):
        text = sheet.get_textpage()
        lines = sorted(text.get_rect(at) for at in range(text.count_rects()))
        assert [(one, other) for one, other in combinations(lines, 2) if _covers(one, other)] == []


type _Rect = tuple[float, float, float, float]


def _covers(one: _Rect, other: _Rect) -> bool:
    """Whether two boxes of words share more than half the height of the smaller; left, bottom, right, top."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 1 and high > min(one[3] - one[1], other[3] - other[1]) / 2
