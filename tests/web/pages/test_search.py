"""Searching, and narrowing what is found."""

from playwright.sync_api import Page, expect

from tests.web.pages.conftest import NewPage
from tests.web.pages.settled import settled
from tests.web.pages.site import Site


def test_sentence_is_reached_from_any_page_by_keys_alone(page: Page, site: Site) -> None:
    page.goto(site.at())
    settled(page).keyboard.press("/")
    expect(page.get_by_role("combobox", name="Search, or go to a page")).to_be_focused()
    page.keyboard.type("desalination plant")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sentences")).to_be_visible()
    sentence = page.locator("[data-result=sentence] a").first
    expect(sentence).to_be_visible()
    for _ in range(40):
        page.keyboard.press("j")
        if sentence.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".marked").first).to_be_in_viewport()
    assert "at=" in page.url


def test_facet_narrows_the_claims_and_is_taken_away_again(page: Page, site: Site) -> None:
    page.goto(site.at("/search?words=port"))
    offices = page.get_by_role("button", name="Offices")
    number = offices.inner_text().split()[-1]
    offices.click()
    expect(page.get_by_role("heading", name=f"{number} claims")).to_be_visible()
    page.get_by_role("button", name="Offices").click()
    expect(page.get_by_role("button", name="Events")).to_be_visible()


def test_filter_of_a_link_that_cannot_be_read_is_told_with_what_would_be_right(new_page: NewPage, site: Site) -> None:
    page = new_page(strict=False)  # a browser logs what a server refuses
    page.goto(site.at("/timeline?q=kind:evnt"))
    expect(page.get_by_role("alert").filter(has_text="'evnt' is no kind: did you mean event?")).to_be_visible()
    expect(page.get_by_role("alert").first).to_contain_text("change or clear it under Filter")
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)  # it would be refused again
    page.get_by_role("button", name="kind:evnt").click()
    expect(page.get_by_role("dialog").get_by_text("At character 6: The filter cannot be read")).to_be_visible()


def test_filter_suggests_fields_values_and_names_while_it_is_written(page: Page, site: Site) -> None:
    page.goto(site.at())
    settled(page).get_by_role("button", name="Filter").click()
    box = page.get_by_role("combobox", name="Filter, one line of words and fields")
    box.press_sequentially("chan")
    expect(page.get_by_role("option", name="channel:")).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    box.press_sequentially("dip")
    expect(page.get_by_role("option", name="channel:diplomatic")).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    box.press_sequentially("who:Joyce")
    page.get_by_role("option", name='who:"Joyce Atieno Ouko"').click()
    box.press("Enter")
    expect(page).to_have_url(site.at("?q=channel:diplomatic+who:%22Joyce+Atieno+Ouko%22"))


def test_filter_that_came_along_shows_its_claims_without_words(page: Page, site: Site) -> None:
    page.goto(site.at("/search?q=kind:tie"))
    expect(page.locator("[data-result=claim]").first).to_be_visible()
    expect(page.get_by_role("heading", name="Sentences")).to_have_count(0)
