"""The page of the audit."""

from playwright.sync_api import Page, expect

from tests.web.pages.site import Site


def test_finding_is_kept_by_its_count_and_opened_by_keys(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/audit"))
    page.get_by_role("row", name="Impossible time").get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(influence_site.at("/audit?kind=impossible+time&severity=medium"))
    expect(page.get_by_text("A date cannot be")).to_be_visible()
    page.keyboard.press("j")
    expect(page.get_by_role("article")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary", name="Evidence")).to_contain_text("Japan condemned Togo on Monday")


def test_rejected_claim_of_a_finding_is_audited_no_more(own_influence_site: Site, page: Page) -> None:
    page.goto(own_influence_site.at("/audit"))
    page.get_by_role("button", name="Judge its claims").click()
    page.get_by_role("button", name="Reject").click()
    page.get_by_role("textbox", name="Your name").fill("Ama")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("Nothing to look at again was found in 12 documents")).to_be_visible()
