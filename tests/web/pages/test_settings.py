"""Settings, help, and the example case."""

from pathlib import Path

from playwright.sync_api import Page, expect

from palanca import judging
from palanca.judging import Judge
from palanca.store import open_case
from tests.web.pages.conftest import NewPage
from tests.web.pages.settled import settled
from tests.web.pages.site import Site
from tests.web.pages.test_review import asked


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


def test_judgements_go_out_as_a_file_and_come_in_again(own_site: Site, page: Page) -> None:
    with open_case(own_site.path) as case:
        judging.reject(case, asked(own_site, "/claims")["items"][0]["id"], Judge(who="Ines"))
    page.goto(own_site.at("/settings"))
    with page.expect_download() as saved:
        page.get_by_role("link", name="Download all").click()
    page.locator("[data-judgements]").set_input_files(saved.value.path())
    expect(page.get_by_text("0 new judgements were taken in. 1 stood here already.").first).to_be_visible()


def test_file_that_is_none_of_judgements_is_refused_with_its_line(new_page: NewPage, site: Site) -> None:
    page = new_page(strict=False)
    page.goto(site.at("/settings"))
    spoiled = {"name": "notes.jsonl", "mimeType": "text/plain", "buffer": b"On Monday they met."}
    page.locator("[data-judgements]").set_input_files(spoiled)  # type: ignore[arg-type]
    expect(page.get_by_role("alert").get_by_text("line 1 is no line of JSON")).to_be_visible()


def test_help_explains_every_field_with_an_example_to_try(page: Page, site: Site) -> None:
    page.goto(site.at("/help"))
    settled(page).get_by_role("link", name="channel:military").click()
    expect(page.get_by_role("button", name="Events")).to_be_visible()


def test_example_case_is_opened_from_the_cases(own_site: Site, page: Page) -> None:
    page.goto(own_site.address)
    page.get_by_role("button", name="Open the example case").click()
    expect(page).to_have_url(f"{own_site.address}/c/example/docs/add")
    expect(page.locator("[data-job='1']")).to_contain_text("of 27 files")
