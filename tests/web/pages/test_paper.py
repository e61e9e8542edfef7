"""Pages on paper: light, without what is for the screen, as wide as the sheet."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.web.pages.conftest import NewPage
from tests.web.pages.settled import settled
from tests.web.pages.site import Site

_SHEET: ViewportSize = {"width": 680, "height": 1000}
"""A4 at 96 points an inch, within its margins."""
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
    drawer = on_paper("/timeline?sel=q:kind:event").get_by_role("complementary", name="Evidence")
    expect(drawer.get_by_text("Eastern Wire says so").first).to_be_visible()
    expect(drawer.get_by_role("button", name="Close")).to_be_hidden()
