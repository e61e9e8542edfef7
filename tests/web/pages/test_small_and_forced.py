"""Every page at 400 % zoom and in the colours that a reader forces on it."""

from playwright.sync_api import Page

from tests.web.pages.conftest import NewPage
from tests.web.pages.settled import settled
from tests.web.pages.site import Site
from tests.web.pages.test_accessibility import PAGES, ids_of

_ZOOMED = {"width": 320, "height": 256}
"""What 1280 × 1024 points are at 400 % (WCAG 2.2, 1.4.10)."""

_IS_WIDER = "() => (main => main.scrollWidth > main.clientWidth)(document.querySelector('main'))"


def test_pages_at_four_hundred_percent_need_no_second_scroll_bar(new_page: NewPage, site: Site) -> None:
    page = new_page(viewport=_ZOOMED)
    ids = ids_of(site)
    assert [path for path in PAGES if _is_wider(page, site.at(path.format_map(ids)))] == []


def test_title_of_a_register_however_long_does_not_widen_the_page(new_page: NewPage, influence_site: Site) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(influence_site.at("/docs"))
    settled(page)
    page.get_by_label("Register").evaluate("one => one.append(new Option('Harbour dues of all ports '.repeat(5)))")
    assert not page.evaluate(_IS_WIDER)


def _is_wider(page: Page, address: str) -> bool:
    page.goto(address)
    settled(page)
    return bool(page.evaluate(_IS_WIDER))


def test_what_is_chosen_is_told_by_one_pair_of_forced_colours(new_page: NewPage, site: Site) -> None:
    page = new_page(forced_colors="active", color_scheme="dark")
    page.goto(site.at("/review?queue=claims"))
    chosen = settled(page).locator("main [aria-current=page], main [aria-pressed=true]").first
    colours = "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color]"
    pair = (
        "() => (one => (document.body.append(one), one.style.cssText = 'forced-color-adjust: none; "
        "background: Highlight; color: HighlightText', [getComputedStyle(one).backgroundColor, "
        "getComputedStyle(one).color]))(document.createElement('i'))"
    )
    assert chosen.evaluate(colours) == page.evaluate(pair)
