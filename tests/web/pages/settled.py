"""When a page has loaded all that it asked for."""

from playwright.sync_api import Page, expect


def settled(page: Page) -> Page:
    """The page, once nothing on it is busy loading."""
    expect(page.locator("h1").first).to_be_visible()
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    return page
