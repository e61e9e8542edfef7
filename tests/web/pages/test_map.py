"""The map: places as circles, with the same places as a list beside it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.web.pages.conftest import NewPage
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


def test_chosen_circle_is_said_kept_in_sight_while_zoomed_and_entered(page: Page, site: Site) -> None:
    page.goto(site.at("/map"))
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    chosen = page.locator("li.chosen button span").first.inner_text().split(" country")[0]
    expect(page.locator("[aria-live]").filter(has_text=chosen)).to_have_count(1)
    for _ in range(5):
        page.keyboard.press("+")
    ring = page.locator("svg circle[stroke-width='2.5']")
    expect(ring).to_be_in_viewport()
    host, circle = page.get_by_role("application").bounding_box(), ring.bounding_box()
    assert host
    assert circle
    assert host["x"] <= circle["x"] + circle["width"] / 2 <= host["x"] + host["width"]
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/e/"))


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (920, 700)])
def test_map_stands_beside_its_list_and_not_below_the_window(
    new_page: NewPage, site: Site, width: int, height: int
) -> None:
    page = new_page(viewport={"width": width, "height": height})
    page.goto(site.at("/map"))
    expect(page.locator("svg circle").first).to_be_visible()
    expect(page.get_by_role("application")).to_be_in_viewport(ratio=0.8)
