"""The page of patterns."""

from playwright.sync_api import Locator, Page, expect

from tests.web.pages.site import Site


def finding(page: Page) -> Locator:
    """The finding that a meeting with the United States was followed by a law of Kenya."""
    return page.get_by_role("article").filter(has_text="United States and Kenya met, or one visited the other").first


def test_finding_is_read_with_its_legs_and_its_innocent_reading(page: Page, site: Site) -> None:
    page.goto(site.at("/patterns"))
    page.get_by_role("link", name="Visit then law").click()
    expect(page).to_have_url(site.at("/patterns?pattern=visit+then+law"))
    expect(finding(page).get_by_text("weakest leg")).to_have_count(1)
    expect(finding(page).get_by_text("dates prove it")).to_be_visible()
    expect(finding(page).get_by_text("Parliaments pass laws all the time")).to_be_visible()
    finding(page).get_by_role("button", name="Open all legs as evidence").click()
    expect(page.get_by_role("complementary", name="Evidence").locator("article")).to_have_count(2)


def test_finding_is_confirmed_once_each_leg_is(own_site: Site, page: Page) -> None:
    page.goto(own_site.at("/patterns?pattern=visit+then+law"))
    finding(page).get_by_role("button", name="Confirm: Visit").click()
    page.get_by_role("textbox", name="Your name").fill("Ama")
    page.get_by_role("button", name="Go on").click()
    expect(finding(page).get_by_role("button", name="Confirm: Visit")).to_have_count(0)
    expect(finding(page).get_by_text("Proposal, until")).to_be_visible()
    finding(page).get_by_role("button", name="Confirm: Law").click()
    expect(finding(page).get_by_text("Each leg is confirmed by a person")).to_be_visible()


def test_findings_are_walked_and_a_leg_rejected_by_keys(own_site: Site, page: Page) -> None:
    page.goto(own_site.at("/patterns"))
    expect(finding(page)).to_be_visible()
    page.keyboard.press("j")
    first = page.get_by_role("article").first
    expect(first).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Your name")).to_be_focused()
    page.keyboard.type("Ama")
    page.keyboard.press("Enter")
    expect(first.get_by_role("button", name="Undo")).to_be_visible()
