"""The map: places as circles, with the same places as a list beside it."""

import re

from playwright.sync_api import Page, expect

from tests.web.pages.site import Site


def test_place_of_the_list_opens_its_sentences(page: Page, site: Site) -> None:
    page.goto(site.at("/map"))
    page.locator("section li button").first.click()
    expect(page.get_by_role("complementary", name="Evidence").locator("mark").first).to_be_visible()


def test_circles_are_walked_by_arrows(page: Page, site: Site) -> None:
    page.goto(site.at("/map"))
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("complementary", name="Evidence").locator("mark").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("^(?!.*sel=)"))


def test_places_are_saved_as_a_table(page: Page, site: Site) -> None:
    page.goto(site.at("/map"))
    expect(page.locator("section li").first).to_be_visible()
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Table (CSV)").click()
    titles, *rows = saved.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert titles.startswith("Place,Country,Precision,Events")
    assert rows
