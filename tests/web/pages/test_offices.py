"""The page of who held which office when."""

import re

from playwright.sync_api import Page, expect

from tests.web.pages.site import Site


def test_who_held_an_office_is_asked_and_opened_by_keys(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/offices"))
    page.get_by_role("textbox", name="Who was…?").fill("foreign minister")
    page.get_by_role("textbox", name="When").fill("2025-03-04")
    page.keyboard.press("Enter")
    row = page.get_by_role("row", name="Kossi Adjavon")
    expect(row).to_contain_text("Certain")
    row.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary", name="Evidence")).to_contain_text("Togo's foreign minister")


def test_offices_of_a_country_are_listed_for_a_time(page: Page, site: Site) -> None:
    page.goto(site.at("/offices"))
    page.get_by_role("textbox", name="When").fill("2025")
    page.get_by_role("textbox", name="Of").fill("Kenya")
    page.get_by_role("button", name="Ask").click()
    expect(page).to_have_url(site.at("/offices?at=2025&body=Kenya"))
    expect(page.get_by_role("row", name="defence minister")).to_contain_text("Mary Chebet Langat")


def test_offices_begin_with_the_day_of_the_latest_document(page: Page, site: Site) -> None:
    page.goto(site.at("/offices"))
    page.get_by_role("link", name="the day of the latest document").click()
    expect(page.get_by_role("textbox", name="When")).to_have_value(re.compile(r"\d{4}-\d{2}-\d{2}"))
    expect(page.get_by_role("row").nth(1)).to_be_visible()
