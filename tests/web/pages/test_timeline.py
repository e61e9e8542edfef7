"""The timeline: lanes on a canvas in step with a list."""

import re

from playwright.sync_api import Page, expect

from tests.web.pages.site import Site


def test_claim_of_the_list_opens_its_sentences(page: Page, site: Site) -> None:
    page.goto(site.at("/timeline"))
    page.locator("button.what").first.click()
    expect(page.get_by_role("complementary", name="Evidence").locator("mark").first).to_be_visible()


def test_claims_are_walked_by_keys(page: Page, site: Site) -> None:
    page.goto(site.at("/timeline"))
    page.get_by_role("application").focus()
    page.keyboard.press("j")
    expect(page).to_have_url(re.compile("sel=c"))
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("^(?!.*sel=)"))


def test_claim_chosen_by_keys_is_said_stands_in_the_list_and_opens(page: Page, site: Site) -> None:
    page.goto(site.at("/timeline"))
    page.get_by_role("application").focus()
    for _ in range(45):
        page.keyboard.press("j")
    chosen = page.locator("li.chosen .what")
    said = chosen.inner_text()
    expect(page.get_by_text(said).and_(page.locator("[aria-live]"))).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/claims/"))


def test_list_follows_what_is_in_sight(page: Page, site: Site) -> None:
    page.goto(site.at("/timeline"))
    heading = page.get_by_role("heading", name="in sight")
    before = heading.inner_text()
    page.get_by_role("application").focus()
    for _ in range(6):
        page.keyboard.press("+")
    expect(heading).not_to_have_text(before)


def test_lanes_stand_for_people(page: Page, site: Site) -> None:
    page.goto(site.at("/timeline"))
    page.get_by_label("Lanes").select_option("person")
    expect(page).to_have_url(re.compile("by=person"))
    expect(page.get_by_role("application")).to_be_visible()


def test_chosen_period_fills_the_picture(page: Page, site: Site) -> None:
    page.goto(site.at("/timeline?from=2025-03&to=2025-03"))
    expect(page.get_by_role("heading", name="in sight")).to_contain_text(re.compile("(27|28) Feb . (1|2) Apr 2025"))
