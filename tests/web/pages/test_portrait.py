"""The page of a portrait."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.web.pages.site import Site


def test_footnote_opens_its_claim_in_the_evidence(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/portrait"))
    page.get_by_role("textbox", name="Of").fill("Kossi Adjavon")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kossi Adjavon (person)")).to_be_visible()
    page.get_by_role("link", name="1, footnote").first.click()
    expect(page.get_by_role("complementary", name="Evidence")).to_contain_text("Togo's foreign minister, Kossi Adjavon")


def test_nothing_of_a_withheld_source_is_on_the_page(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/portrait?name=Kossi+Adjavon"))
    page.get_by_role("textbox", name="Withhold a source").fill("Lagoon Post")
    page.get_by_role("button", name="Withhold it").click()
    expect(page.get_by_text("source withheld").first).to_be_visible()
    expect(page.get_by_role("article")).not_to_contain_text("Lagoon Post")
    page.get_by_role("link", name="2, footnote").first.click()
    expect(page.get_by_role("complementary", name="Evidence")).to_have_count(0)
    page.get_by_role("button", name="Remove Lagoon Post").click()
    expect(page.get_by_role("article")).to_contain_text("Lagoon Post")


def test_language_of_the_dossier_is_chosen_for_page_and_file(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/portrait?name=TGO"))
    page.get_by_role("combobox", name="Language of the dossier").select_option("es")
    article = page.get_by_role("article")
    expect(article.get_by_role("heading", name="Togo (país)")).to_be_visible()
    expect(article.get_by_role("heading", name="Cómo leer esto")).to_be_visible()
    expect(article).to_have_attribute("lang", "es")
    expect(article).not_to_contain_text("Footnotes")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Page (.html)").click()
    assert '<html lang="es">' in Path(saved.value.path()).read_text(encoding="utf-8")


def test_dossier_is_kept_as_a_file(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/portrait?name=TGO"))
    with page.expect_download() as saved:
        page.get_by_role("button", name="Markdown (.md)").click()
    assert saved.value.suggested_filename == "togo-country.md"
    assert Path(saved.value.path()).read_text(encoding="utf-8").startswith("# Togo (country)")


def test_thing_of_most_documents_is_offered_before_a_name_is_given(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/portrait"))
    page.get_by_role("link", name="Togo", exact=True).click()
    expect(page.get_by_role("heading", name="Togo (country)")).to_be_visible()
