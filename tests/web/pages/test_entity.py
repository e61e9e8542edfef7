"""The page of one thing: its parts, by mouse and by keyboard."""

from playwright.sync_api import Page, expect

from tests.web.pages.site import Site
from tests.web.pages.test_review import asked


def test_entity_shows_its_offices_events_ties_and_documents_and_each_opens_its_words(page: Page, site: Site) -> None:
    thing = asked(site, "/things?name=Arvind+Malhotra")["items"][0]
    page.goto(site.at(f"/e/{thing['id']}"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Arvind Malhotra")
    expect(page.get_by_text("Nothing is confirmed yet")).to_be_visible()
    page.get_by_role("button", name="defence minister, India").click()
    drawer = page.get_by_role("complementary", name="Evidence")
    expect(drawer.locator("mark").first).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="China: 1 claim").press("Enter")
    expect(drawer.locator("mark").first).to_be_visible()


def test_ties_are_sorted_by_the_server_and_the_order_is_in_the_link(page: Page, site: Site) -> None:
    thing = asked(site, "/things?name=Arvind+Malhotra")["items"][0]
    page.goto(site.at(f"/e/{thing['id']}?ties=name"))
    names = page.locator("#ties").locator("xpath=ancestor::section").locator("tbody td:first-child")
    expect(names.first).to_be_visible()
    assert names.all_inner_texts() == sorted(names.all_inner_texts())
