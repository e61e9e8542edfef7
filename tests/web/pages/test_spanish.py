"""The interface in Spanish: what the server says of its own is worded there too, and what documents say is not."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import palanca
from tests.web.pages.conftest import NewPage
from tests.web.pages.settled import settled
from tests.web.pages.site import Site, serving


@pytest.fixture
def spanish(new_page: NewPage) -> Page:
    return new_page(locale="es-ES")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/patterns?name=contact+before+event", "Alan Prescott se reunió con Mary Chebet Langat; en menos de 30 días"),
        ("/patterns?name=contact+before+event", "acto después de contacto, en menos de 30 días"),
        ("/portrait?name=Alan+Prescott", "Contactos y actos"),
        ("/portrait?name=Alan+Prescott", "se buscó en 122 documentos"),
        ("/portrait?name=Alan+Prescott", "canal: diplomático"),
        ("/portrait?name=Alan+Prescott", "Alan Prescott (persona)"),
        ("/offices?at=2025-03-14", "no se dice el fin"),
        ("/matrix?host=Kenya", "hechos en que no consta que actúe otro país"),
        ("/settings", "los hechos en un mapa"),
    ],
)
def test_sentence_of_the_server_is_in_spanish(spanish: Page, site: Site, path: str, said: str) -> None:
    spanish.goto(site.at(path))
    expect(settled(spanish).get_by_role("main").get_by_text(said).first).to_be_visible()


@pytest.fixture
def pair_site(interface: Path, tmp_path: Path) -> Iterator[Site]:
    """A case in which two of one common name wait. Ask for it before a page, which must go first."""
    assert interface
    (tmp_path / "accra.txt").write_text("Juan García met Kofi Teye in Accra on Monday.", encoding="utf-8")
    (tmp_path / "quito.txt").write_text("Juan García praised Ama Sow in Quito on Friday.", encoding="utf-8")
    path = tmp_path / "pair.palanca"
    palanca.read(path, [tmp_path / "accra.txt", tmp_path / "quito.txt"])
    with serving(path) as served:
        yield served


def test_reasons_of_a_pair_are_in_spanish(pair_site: Site, spanish: Page) -> None:
    spanish.goto(pair_site.at("/review?queue=merge"))
    reasons = settled(spanish).get_by_role("main").get_by_role("listitem").filter(has_text="+ ")
    expect(reasons.first).to_contain_text("nombre")
    expect(spanish.locator("main li [lang=en]")).to_have_count(0)


def test_finding_of_the_audit_is_in_spanish(spanish: Page, influence_site: Site) -> None:
    spanish.goto(influence_site.at("/audit"))
    heading = settled(spanish).get_by_role("article").get_by_role("heading").first
    expect(heading).to_have_text("2 mar 2025 fue domingo, no lunes.")
    expect(heading.locator("[lang=en]")).to_have_count(0)


def test_export_words_its_dates_in_the_language_of_the_page(spanish: Page, site: Site) -> None:
    spanish.goto(site.at("/settings"))
    with spanish.expect_download() as saved:
        spanish.get_by_role("link", name="timelinejs").click()
    dates = {one["display_date"] for one in json.loads(saved.value.path().read_text(encoding="utf-8"))["events"]}
    assert any(" de marzo de " in one for one in dates)
    assert not any("March" in one for one in dates)


def test_sentence_of_a_document_keeps_its_language(spanish: Page, site: Site) -> None:
    spanish.goto(site.at("/patterns?name=contact+before+event"))
    sentence = settled(spanish).get_by_text("commander of United States forces in the region").first
    assert sentence.evaluate("one => one.closest('[lang]').lang") == "en"
