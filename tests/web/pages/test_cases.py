"""The page of all cases."""

from playwright.sync_api import Page, expect

from tests.web.pages.site import Site


def test_case_is_listed_and_opens(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.get_by_role("link", name="demo").first.click()
    expect(page).to_have_url(site.at())
