"""Every page against the rules of axe (WCAG 2.2, levels A and AA), light and dark, English and Spanish, in words."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.web.pages.conftest import NewPage
from tests.web.pages.settled import settled
from tests.web.pages.site import Site
from tests.web.pages.test_review import asked

_AXE = Path("frontend/node_modules/axe-core/axe.min.js")
_WORDS = json.loads(Path("frontend/src/words/en.json").read_text(encoding="utf-8"))
_KEYS = set(_WORDS) | {key.rpartition(".")[0] for key in _WORDS if key.endswith((".one", ".other"))}
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PAGES = [
    "", "/docs", "/docs/add", "/docs/kenya-01-envoy", "/registers", "/search?words=port", "/search", "/settings",
    "/help", "?sel=q:kind:event", "/docs?words=nothing-fits",
    "/review?queue=claims", "/review?queue=dates", "/review?queue=merge", "/judgements", "/e/{thing}",
    "/e/{thing}?sel=e:{thing}", "/events/{event}", "/claims/{office}", "/claims/{office}?sel=c:{office}",
    "/network", "/network?tab=ties&sel=q:kind:event", "/network?tab=brokers", "/timeline",
    "/timeline?q=of:Fiji",
    "/map", "/map?q=of:Fiji", "/matrix", "/matrix?host=Kenya", "/matrix?host=Kenya&cols=branch&measure=weighed",
    "/matrix?host=Fiji", "/window", "/window?around=2025-03-04",
    "/patterns", "/patterns?pattern=family+tie", "/reconcile", "/audit", "/narratives", "/portrait", "/dependence",
    "/standing", "/offices", "/offices?at=2025",
]  # fmt: skip
"""Pages of the case by what follows its address; each with an open drawer or empty where that is a state of its own."""

INFLUENCE_PAGES = [
    "/reconcile", "/audit?kind=impossible+time", "/narratives", "/portrait?name=Togo",
    "/portrait?name=Togo&withhold=Lagoon+Post", "/portrait?name=Nobody", "/dependence?host=Togo",
    "/dependence?host=Nowhere", "/standing?host=Togo&byYear=1", "/offices?at=2025&who=foreign+minister",
]  # fmt: skip
"""Pages of the case that tells of influence."""


def ids_of(site: Site) -> dict[str, str]:
    """A thing, an event and an office of the case, for addresses that name one."""
    first = {"thing": "/things?name=Malhotra", "event": "/claims?q=kind:event", "office": "/claims?q=kind:office"}
    return {name: asked(site, path)["items"][0]["id"] for name, path in first.items()}


def violations(page: Page) -> list[str]:
    """What axe finds, each with the elements in question."""
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        "rules => axe.run(document, {runOnly: rules}).then(result => result.violations)", _RULES
    )
    return [f"{one['id']}: {[node['html'][:160] for node in one['nodes'][:3]]}" for one in found]


def wordless(page: Page) -> list[str]:
    """Keys that stand on the page, or in what is read out of it, where their words were not loaded."""
    told = page.evaluate(
        "() => [document.body.innerText, ...[...document.querySelectorAll('[aria-label], [title], [placeholder]')]"
        ".map(one => [one.ariaLabel, one.title, one.placeholder].join(' '))].join(' ')"
    )
    return sorted(_KEYS & set(re.findall(r"[a-z]\w*(?:\.\w+)+", told)))


@pytest.mark.parametrize("locale", ["en-GB", "es-ES"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_keep_to_the_rules_of_accessibility(new_page: NewPage, site: Site, scheme: str, locale: str) -> None:
    page = new_page(color_scheme=scheme, locale=locale)
    assert found_on(page, site, [path.format_map(ids_of(site)) for path in PAGES]) == []


@pytest.mark.parametrize("locale", ["en-GB", "es-ES"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_form_of_a_new_claim_keeps_to_the_rules(new_page: NewPage, site: Site, scheme: str, locale: str) -> None:
    page = new_page(color_scheme=scheme, locale=locale)
    page.goto(site.at("/docs/kenya-01-envoy"))
    settled(page).locator(".card").first.wait_for()
    page.keyboard.press("c")
    page.locator("form details > summary").click()
    page.locator("form [aria-pressed=true]").first.wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("locale", ["en-GB", "es-ES"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_influence_keep_to_the_rules(
    new_page: NewPage, influence_site: Site, scheme: str, locale: str
) -> None:
    page = new_page(strict=False, color_scheme=scheme, locale=locale)
    assert found_on(page, influence_site, INFLUENCE_PAGES) == []


def found_on(page: Page, site: Site, paths: list[str]) -> list[str]:
    """What axe finds on pages, and keys without words, each with its address."""
    found = []
    for path in paths:
        page.goto(site.at(path))
        found += [f"{path} {told}" for told in (*violations(settled(page)), *wordless(page))]
    return found
