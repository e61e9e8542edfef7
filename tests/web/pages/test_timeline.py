"""The timeline: lanes on a canvas in step with a list."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tests.web.pages.site import Site


def test_claim_of_the_list_opens_its_sentences(page: Page, site: Site) -> None:
    page.goto(site.at("/timeline"))
    page.locator("button.what").first.click()
    expect(page.get_by_role("complementary", name="Evidence").locator("mark").first).to_be_visible()


def test_claims_are_walked_by_keys(page: Page, site: Site) -> None:
    page.goto(site.at("/timeline"))
    page.get_by_role("application").focus()
    page.keyboard.press("j")
    expect(page).to_have_url(re.compile("sel=c"))
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("^(?!.*sel=)"))


def test_claim_chosen_by_keys_is_said_stands_in_the_list_and_opens(page: Page, site: Site) -> None:
    page.goto(site.at("/timeline"))
    page.get_by_role("application").focus()
    for _ in range(45):
        page.keyboard.press("j")
    chosen = page.locator("li.chosen .what")
    said = chosen.inner_text()
    expect(page.get_by_text(said).and_(page.locator("[aria-live]"))).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/claims/"))


def test_list_follows_what_is_in_sight(page: Page, site: Site) -> None:
    page.goto(site.at("/timeline"))
    heading = page.get_by_role("heading", name="in sight")
    before = heading.inner_text()
    page.get_by_role("application").focus()
    for _ in range(6):
        page.keyboard.press("+")
    expect(heading).not_to_have_text(before)


def test_lanes_stand_for_people(page: Page, site: Site) -> None:
    page.goto(site.at("/timeline"))
    page.get_by_label("Lanes").select_option("person")
    expect(page).to_have_url(re.compile("by=person"))
    expect(page.get_by_role("application")).to_be_visible()


def test_chosen_period_fills_the_picture(page: Page, site: Site) -> None:
    page.goto(site.at("/timeline?from=2025-03&to=2025-03"))
    expect(page.get_by_role("heading", name="in sight")).to_contain_text(re.compile("(27|28) Feb . (1|2) Apr 2025"))


def test_days_in_sight_are_in_the_link_stand_when_it_is_opened_and_when_a_claim_is_chosen(
    page: Page, site: Site
) -> None:
    page.goto(site.at("/timeline"))
    days = page.get_by_role("heading", name="in sight").locator("span")
    page.get_by_role("application").focus()
    whole = days.inner_text()
    for key in ("+", "+", "+", "ArrowRight"):
        page.keyboard.press(key)
    expect(days).not_to_have_text(whole)
    expect(page).to_have_url(re.compile("view="))
    near = days.inner_text()
    page.keyboard.press("e")  # a drawer leaves less room, and the same days in it
    expect(page.get_by_role("complementary", name="Evidence")).to_be_visible()
    page.wait_for_timeout(600)
    assert abs(_first_day(days.inner_text()) - _first_day(near)) < timedelta(days=9)
    page.keyboard.press("e")
    page.keyboard.press("j")
    expect(page).to_have_url(re.compile("sel=.*view="))
    near, link = days.inner_text(), page.url
    page.goto("about:blank")
    page.goto(link)
    expect(days).to_have_text(near)
    page.get_by_role("application").focus()
    page.keyboard.press("f")
    expect(days).not_to_have_text(near)


def _first_day(said: str) -> datetime:
    """The first day of `4 Jan 2024 – 3 May 2025` or `4 Jan – 3 May 2025`; browsers write September as Sept."""
    first, last = re.split("\\s–\\s", said.replace("Sept", "Sep"))
    dated = first if re.search(r"\d{4}", first) else f"{first} {last[-4:]}"
    return datetime.strptime(dated, "%d %b %Y").replace(tzinfo=UTC)


def test_list_is_one_step_from_the_picture(page: Page, site: Site) -> None:
    page.goto(site.at("/timeline"))
    page.get_by_role("link", name="claims in sight").click()
    expect(page.locator("button.what").first).to_be_in_viewport()
