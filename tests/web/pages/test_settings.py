"""Settings, help, and the example case."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.web.pages.settled import settled
from tests.web.pages.site import Site


def test_language_and_theme_are_chosen_and_kept(page: Page, site: Site) -> None:
    page.goto(site.at("/settings"))
    page.get_by_label("Language of the interface").select_option("es")
    page.get_by_label("Aspecto").select_option("dark")
    page.reload()
    expect(page.get_by_role("heading", name="Ajustes")).to_be_visible()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_case_goes_out_as_a_file(page: Page, site: Site) -> None:
    page.goto(site.at("/settings"))
    with page.expect_download() as saved:
        page.get_by_role("link", name="geojson").click()
    assert Path(saved.value.path()).read_text(encoding="utf-8").startswith("{")


def test_help_explains_every_field_with_an_example_to_try(page: Page, site: Site) -> None:
    page.goto(site.at("/help"))
    settled(page).get_by_role("link", name="channel:military").click()
    expect(page.get_by_role("button", name="Events")).to_be_visible()


def test_example_case_is_opened_from_the_cases(own_site: Site, page: Page) -> None:
    page.goto(own_site.address)
    page.get_by_role("button", name="Open the example case").click()
    expect(page).to_have_url(f"{own_site.address}/c/example/docs/add")
    expect(page.locator("[data-job='1']")).to_contain_text("of 20 files")
