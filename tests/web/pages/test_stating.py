"""Stating in the reader what no reader found: by mouse, by keyboard, taken back, and given up."""

from playwright.sync_api import Locator, Page, expect

from tests.web.pages.settled import settled
from tests.web.pages.site import Site
from tests.web.pages.test_review import asked, signed

_SELECT = """(article, words) => {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words)
    if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + words.length)
  }
}"""


def opened(page: Page, site: Site) -> Page:
    signed(page).goto(site.at("/docs/kenya-01-envoy"))
    expect(page.locator(".card").first).to_be_visible()
    return settled(page)


def select(page: Page, words: str) -> None:
    page.locator("article").evaluate(_SELECT, words)


def form_of(page: Page) -> Locator:
    return page.get_by_role("form", name="New claim")


def test_selected_words_are_stated_with_a_name_that_no_reader_saw_and_taken_back(own_site: Site, page: Page) -> None:
    select(opened(page, own_site), "who heads the parliamentary committee on transport")
    page.get_by_role("button", name="New claim").click()
    form = form_of(page)
    expect(form.locator("blockquote")).to_have_text("who heads the parliamentary committee on transport")
    form.get_by_label("Office", exact=True).check()
    expect(form.get_by_role("button", name="Peter Mwakio", pressed=True)).to_be_visible()
    form.get_by_label("Title of the office").fill("committee chair")
    form.get_by_text("A name that no reader saw").click()
    select(page, "parliamentary committee")
    page.get_by_role("button", name="Use these words").click()
    form.get_by_label("Kind of thing").select_option("PublicBody")
    form.get_by_label("They name").select_option("body")
    form.get_by_role("button", name="Add these words").click()
    expect(form.get_by_role("button", name="parliamentary committee", pressed=True)).to_be_visible()
    form.get_by_role("button", name="State it").click()
    card = page.locator(".card", has_text="Stated by Ines")
    expect(card.get_by_role("link", name="committee chair")).to_be_visible(timeout=30_000)
    expect(card.get_by_role("link", name="Peter Mwakio")).to_be_visible()
    expect(form).to_have_count(0)
    (claim,) = asked(own_site, "/claims?q=kind:office+who:%22parliamentary+committee%22")["items"]
    assert [one["text"] for one in claim["parties"]] == ["Peter Mwakio", "parliamentary committee"]
    page.keyboard.press("z")
    expect(card).to_have_count(0)


def test_sentence_of_the_open_claim_is_stated_by_keyboard(own_site: Site, page: Page) -> None:
    opened(page, own_site).keyboard.press("]")
    expect(page.get_by_text("Claim 1 of")).to_be_visible()
    page.keyboard.press("c")
    form = form_of(page)
    expect(form.get_by_label("Event", exact=True)).to_be_focused()
    expect(form.get_by_role("button", name="United Arab Emirates", pressed=True)).to_be_visible()
    expect(form.get_by_label("When")).to_have_value("2025-03-03")
    page.keyboard.press("Tab")
    page.keyboard.type("Aid")
    expect(form.get_by_label("Kind of event")).to_have_value("AID")
    form.get_by_label("When").press("Enter")
    expect(page.locator(".card", has_text="Stated by Ines")).to_be_visible(timeout=30_000)
    page.keyboard.press("z")
    expect(page.locator(".card", has_text="Stated by Ines")).to_have_count(0)


def test_number_and_words_of_somebody_are_stated(own_site: Site, page: Page) -> None:
    select(opened(page, own_site), "received two offers for the container terminal")
    page.keyboard.press("c")
    form = form_of(page)
    form.get_by_label("Quantity", exact=True).check()
    form.get_by_label("Number and unit").fill("2 bids")
    form.get_by_label("Of what").fill("the container terminal")
    form.get_by_role("button", name="State it").click()
    expect(page.locator(".card", has_text="Stated by Ines").get_by_role("link", name="2 bids")).to_be_visible()
    select(page, "the government had received")
    page.keyboard.press("c")
    form.get_by_label("Quotation", exact=True).check()
    form.get_by_label("Word that tells it").fill("said")
    expect(form.get_by_role("button", name="Joyce Atieno Ouko", pressed=True)).to_be_visible()
    form.get_by_role("button", name="State it").click()
    expect(page.locator(".card", has_text="Stated by Ines")).to_have_count(2)


def test_cells_of_a_row_are_stated(own_influence_site: Site, page: Page) -> None:
    (row, *_) = asked(own_influence_site, "/registers/visits/rows")["items"]
    signed(page).goto(own_influence_site.at(f"/docs/{row['document']['id']}"))
    cell = settled(page).get_by_role("cell", name="Lucia Montero")
    cell.evaluate("cell => getSelection().selectAllChildren(cell)")
    page.get_by_role("button", name="New claim").click()
    form = form_of(page)
    expect(form.locator("blockquote")).to_have_text("Lucia Montero")
    form.get_by_label("Office", exact=True).check()
    form.get_by_label("Title of the office").fill("harbour inspector")
    form.get_by_role("button", name="State it").click()
    expect(page.get_by_role("link", name="harbour inspector")).to_be_visible(timeout=30_000)
    page.keyboard.press("z")
    expect(page.get_by_role("link", name="harbour inspector")).to_have_count(0)


def test_escape_gives_up_and_gives_the_words_back(page: Page, site: Site) -> None:
    select(opened(page, site), "said after the meeting")
    page.keyboard.press("c")
    expect(form_of(page).locator("blockquote")).to_have_text("said after the meeting")
    page.keyboard.press("Escape")
    expect(form_of(page)).to_have_count(0)
    assert page.evaluate("() => getSelection().toString()") == "said after the meeting"
    assert page.evaluate("() => document.activeElement.localName") == "article"
    expect(page.get_by_role("button", name="New claim")).to_be_visible()


def test_nothing_is_stated_without_who_takes_part(page: Page, site: Site) -> None:
    select(opened(page, site), "The ministry denied")
    page.keyboard.press("c")
    form = form_of(page)
    form.get_by_role("button", name="State it").click()
    expect(form.get_by_role("alert").filter(has_text="Choose a name for: who acts")).to_be_visible()
    form.get_by_role("button", name="Sentence before").click()
    expect(form.locator("blockquote")).to_contain_text("Peter Mwakio, who heads")
    expect(form.get_by_role("button", name="Peter Mwakio", pressed=True)).to_be_visible()
