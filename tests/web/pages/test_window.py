"""The window: the days around a date, certain and possible apart."""

import re

from playwright.sync_api import Page, expect

from tests.web.pages.conftest import NewPage
from tests.web.pages.site import Site


def test_days_around_a_date_are_asked_for_and_open_at_their_sentences(page: Page, site: Site) -> None:
    page.goto(site.at("/window"))
    page.get_by_label("Around the day").fill("2025-03-04")
    page.get_by_label("Days before").fill("400")
    page.get_by_label("Days after").fill("400")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Certainly in the window")).to_be_visible()
    page.locator(".claim .what > a").first.click()
    expect(page.get_by_role("complementary", name="Evidence").locator("mark").first).to_be_visible()


def test_rate_is_told_with_a_warning_that_it_counts_what_was_written(page: Page, site: Site) -> None:
    page.goto(site.at("/window?around=2025-03-04&before=400&after=400"))
    expect(page.get_by_text("more told is not more done")).to_be_visible()
    expect(page.get_by_role("heading", name="Per document published")).to_be_visible()


def test_baseline_that_cannot_be_read_is_told_and_the_form_stays(new_page: NewPage, site: Site) -> None:
    page = new_page(strict=False)
    page.goto(site.at("/window?around=2025-03-04&baseline=soon"))
    expect(page.get_by_role("alert").filter(has_text="The date cannot be read")).to_be_visible()
    expect(page.get_by_label("Held against")).to_have_value("soon")


def test_window_begins_with_the_latest_day_of_a_law_or_an_agreement(page: Page, site: Site) -> None:
    with page.expect_response("**/claims?*kind%3Ainstrument*") as told:
        page.goto(site.at("/window"))
    days = [one["first"] for one in told.value.json()["items"]]
    assert days == sorted(days, reverse=True)
    beginning = page.locator("li", has=page.locator("a[href*='around=']")).first
    expect(beginning).to_be_visible()
    beginning.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Certainly in the window")).to_be_visible()
    expect(page.get_by_label("Around the day")).to_have_value(re.compile(r"\d{4}-\d{2}-\d{2}"))
