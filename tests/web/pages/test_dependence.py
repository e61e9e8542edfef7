"""The page of dependence."""

from playwright.sync_api import Page, expect

from tests.web.pages.conftest import NewPage
from tests.web.pages.site import Site


def test_share_of_a_power_opens_its_claims_by_keys(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/dependence"))
    page.get_by_role("textbox", name="Country").fill("Togo")
    page.keyboard.press("Enter")
    exports = page.get_by_role("region", name="Exports, out of the country")
    expect(exports.get_by_role("row", name="Sweden")).to_contain_text("75%")
    expect(exports).to_contain_text("Herfindahl 0.625 (normalised 0.250)")
    exports.get_by_role("button", name="1 claim on Sweden").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary", name="Evidence")).to_contain_text("300")


def test_capacity_is_shown_with_its_inputs_and_opens_them(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/dependence?host=TGO"))
    row = page.get_by_role("row", name="Japan Trade, USD 100 300 400 0.333 0.25 0.083")
    row.click()
    expect(page.get_by_role("complementary", name="Evidence").locator("article")).to_have_count(1)


def test_country_that_is_none_is_said(new_page: NewPage, influence_site: Site) -> None:
    page = new_page(strict=False)
    page.goto(influence_site.at("/dependence?host=Nowhere"))
    expect(page.get_by_role("alert")).to_contain_text("No country is called so")
