"""Reading a document with its claims beside it."""

from playwright.sync_api import Page, expect

from tests.web.pages.settled import settled
from tests.web.pages.site import Site

_STAND_IN_TURN = """() => {
    const cards = [...document.querySelectorAll('.card')].map((card) => ({
        box: card.getBoundingClientRect(),
        words: document.querySelector(`[data-start='${card.dataset.card}']`).getBoundingClientRect(),
    }))
    return cards.length > 4
        && cards.every((one, at) => at === 0 || cards[at - 1].box.bottom <= one.box.top)
        && cards.every((one) => one.box.top >= one.words.top - 1)
}"""


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
    page.wait_for_function(_STAND_IN_TURN)  # they are placed when their words are


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


def test_key_for_the_evidence_opens_that_of_the_claim_one_is_at(page: Page, site: Site) -> None:
    page.goto(site.at("/docs"))
    page.locator("main li a").first.click()
    settled(page)
    page.keyboard.press("]")
    page.keyboard.press("e")
    drawer = page.get_by_role("complementary", name="Evidence")
    expect(drawer.locator("article").first).to_be_visible()
    page.keyboard.press("e")
    expect(drawer).to_have_count(0)
