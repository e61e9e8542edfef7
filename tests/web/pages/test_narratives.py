"""The page of narratives."""

from playwright.sync_api import Page, expect

from tests.web.pages.site import Site


def test_story_tells_who_was_first_and_who_repeats_whom(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/narratives"))
    story = page.get_by_role("article")
    expect(story.get_by_role("heading", name="Gulf Courier had it first")).to_be_visible()
    expect(story).to_contain_text("3 articles · 2 independent voices")
    expect(story.get_by_role("list", name="The articles by day of publication")).to_contain_text("3 days later")
    story.get_by_text("Harbour Mail has words of Gulf Courier, 3 days later").click()
    expect(story.get_by_role("figure").filter(visible=True)).to_have_count(2)


def test_shared_claim_opens_in_the_evidence_by_keys(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/narratives"))
    page.get_by_text("Lagoon Post and Gulf Courier: a claim").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary", name="Evidence")).to_contain_text("Marta Lindqvist")


def test_articles_are_asked_for_by_name(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/narratives"))
    page.get_by_role("textbox", name="Articles that name").fill("Lucia Montero")
    page.get_by_role("button", name="Ask").click()
    expect(page).to_have_url(influence_site.at("/narratives?about=Lucia+Montero"))
    expect(page.get_by_text("No articles that tell one story were found")).to_be_visible()
