"""The page that holds registers and press against each other."""

from pathlib import Path

from playwright.sync_api import Page, expect

import palanca
from tests.web.pages.site import Site, serving


def test_both_sides_of_a_conflict_stand_beside_each_other(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/reconcile"))
    conflict = page.get_by_role("article").first
    expect(conflict.get_by_text("off by 5 days")).to_be_visible()
    expect(
        conflict.get_by_role("region", name="The register has").get_by_role("cell", name="2024-05-03")
    ).to_be_visible()
    expect(conflict.get_by_role("region", name="The press has")).to_contain_text("visited Togo on 8 May 2024")


def test_register_is_called_by_its_title(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/reconcile"))
    expect(page.get_by_role("row", name="Visits to Togo").get_by_role("link").first).to_be_visible()
    first = page.get_by_role("article").first
    expect(first.get_by_role("heading", level=2)).to_contain_text("Visits to Togo")
    expect(first.get_by_role("table", name="Visits to Togo")).to_be_visible()


def test_count_of_the_table_keeps_what_it_counts(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/reconcile"))
    page.get_by_role("row", name="visits").get_by_role("link").nth(1).click()
    expect(page).to_have_url(influence_site.at("/reconcile?register=visits&verdict=register+only"))
    expect(page.get_by_role("article")).to_have_count(1)
    expect(page.get_by_role("article")).to_contain_text("Omar Said")


def test_claims_are_walked_and_opened_by_keys(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/reconcile"))
    expect(page.get_by_role("article")).to_have_count(2)
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.get_by_role("article").nth(1)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary", name="Evidence")).to_contain_text("Omar Said")


def test_case_without_registers_says_what_will_appear(page: Page, tmp_path: Path) -> None:
    case = tmp_path / "press.palanca"
    (tmp_path / "visit.txt").write_text("Togo's president visited Ghana on 4 May 2024.", encoding="utf-8")
    palanca.read(case, [tmp_path / "visit.txt"])
    with serving(case) as served:
        page.goto(served.at("/reconcile"))
        expect(page.get_by_text("None found in 1 document")).to_be_visible()
        expect(page.get_by_role("link", name="Read a register")).to_be_visible()
