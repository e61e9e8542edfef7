"""The matrix: a table whose cells open at their claims."""

import re

from playwright.sync_api import Page, Route, expect

from tests.web.pages.site import Site


def test_country_is_chosen_from_those_that_are_named(page: Page, site: Site) -> None:
    page.goto(site.at("/matrix"))
    page.locator("main ul a.button").first.click()
    expect(page.get_by_role("table")).to_be_visible()


def test_cell_opens_as_many_claims_as_it_counts(page: Page, site: Site) -> None:
    page.goto(site.at("/matrix?host=Kenya"))
    cell = page.locator("td button").first
    number = cell.inner_text()
    cell.click()
    expect(page.get_by_role("complementary", name="Evidence").get_by_role("article")).to_have_count(int(number))


def test_cells_are_walked_by_arrows_and_opened_by_enter(page: Page, site: Site) -> None:
    page.goto(site.at("/matrix?host=Kenya"))
    page.locator("td button").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("td button").nth(1)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary", name="Evidence")).to_be_visible()


def test_first_powers_are_shown_and_the_others_asked_for(page: Page, site: Site) -> None:
    def fewer(route: Route) -> None:
        route.continue_(url=route.request.url.replace("most=25", "most=2"))

    page.route("**/matrix?*", fewer)
    page.goto(site.at("/matrix?host=Kenya"))
    expect(page.locator("tbody tr")).to_have_count(2)
    expect(page.get_by_text("2 of 3 shown")).to_be_visible()
    page.get_by_role("button", name="Show more").click()
    expect(page.locator("tbody tr")).to_have_count(3)
    expect(page.get_by_role("button", name="Show more")).to_have_count(0)


def test_empty_cell_says_in_how_many_documents_none_was_found(page: Page, site: Site) -> None:
    page.goto(site.at("/matrix?host=Kenya"))
    expect(page.locator("td button.none").first).to_have_attribute("aria-label", re.compile("none found in"))


def test_weight_of_a_category_is_part_of_the_link(page: Page, site: Site) -> None:
    page.goto(site.at("/matrix?host=Kenya&measure=weighed"))
    page.get_by_label("Meeting or talk").fill("3")
    page.keyboard.press("Tab")
    expect(page).to_have_url(re.compile("weights=CONSULT"))
    expect(page.get_by_text("Meeting or talk × 3")).to_be_visible()
