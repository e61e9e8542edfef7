"""Reading a document with its claims beside it."""

from itertools import pairwise

from playwright.sync_api import Page, expect

from tests.web.pages.settled import settled
from tests.web.pages.site import Site


def test_claims_are_gone_through_by_keys_and_marked_at_their_words(page: Page, site: Site) -> None:
    page.goto(site.at("/docs/kenya-01-envoy"))
    settled(page).keyboard.press("]")
    expect(page.get_by_text("Claim 1 of")).to_be_visible()
    page.keyboard.press("]")
    expect(page.get_by_text("Claim 2 of")).to_be_visible()
    page.keyboard.press("[")
    expect(page.get_by_text("Claim 1 of")).to_be_visible()
    expect(page.locator(".marked").first).to_be_in_viewport()


def test_cards_do_not_overlap_and_begin_no_higher_than_their_words(page: Page, site: Site) -> None:
    page.goto(site.at("/docs/kenya-01-envoy"))
    expect(settled(page).locator(".card").nth(4)).to_be_visible()
    page.wait_for_timeout(300)
    cards = [box for one in page.locator(".card").all() if (box := one.bounding_box())]
    words = [page.locator(f"[data-start='{one.get_attribute('data-card')}']") for one in page.locator(".card").all()]
    tops = [box["y"] for one in words if (box := one.bounding_box())]
    assert all(one["y"] + one["height"] <= other["y"] for one, other in pairwise(cards))
    assert all(card["y"] >= top - 1 for card, top in zip(cards, tops, strict=True))


def test_card_opens_its_evidence_and_words_lead_to_their_thing(page: Page, site: Site) -> None:
    page.goto(site.at("/docs/kenya-01-envoy"))
    page.locator(".card a").first.click()
    expect(page.get_by_role("complementary", name="Evidence").locator("mark").first).to_be_visible()
    page.locator("article a.mention").first.click()
    assert "/e/" in page.url


def test_selected_words_can_be_searched_for(page: Page, site: Site) -> None:
    page.goto(site.at("/docs/kenya-01-envoy"))
    settled(page).locator("article .told").first.evaluate("words => getSelection().selectAllChildren(words)")
    page.get_by_role("link", name="Find these words").click()
    expect(page.get_by_role("heading", name="Search")).to_be_visible()
    expect(page.get_by_role("link", name="Gulf envoy in Nairobi").first).to_be_visible()
