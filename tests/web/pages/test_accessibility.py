"""Every page against the rules of axe (WCAG 2.2, levels A and AA), light and dark, English and Spanish."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.web.pages.conftest import NewPage
from tests.web.pages.settled import settled
from tests.web.pages.site import Site

_AXE = Path("frontend/node_modules/axe-core/axe.min.js")
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PAGES = [
    "/help", "/network", "/network?tab=ties&sel=q:kind:event", "/network?tab=brokers", "/timeline",
    "/timeline?q=of:Fiji",
    "/map", "/map?q=of:Fiji", "/matrix", "/matrix?host=Kenya", "/matrix?host=Kenya&cols=branch&measure=weighed",
    "/matrix?host=Fiji", "/window", "/window?around=2025-03-04",
]  # fmt: skip
"""Pages of the case by what follows its address; each with an open drawer or empty where that is a state of its own."""


def violations(page: Page) -> list[str]:
    """What axe finds, each with the elements in question."""
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        "rules => axe.run(document, {runOnly: rules}).then(result => result.violations)", _RULES
    )
    return [f"{one['id']}: {[node['html'][:160] for node in one['nodes'][:3]]}" for one in found]


@pytest.mark.parametrize("locale", ["en-GB", "es-ES"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_keep_to_the_rules_of_accessibility(new_page: NewPage, site: Site, scheme: str, locale: str) -> None:
    page = new_page(color_scheme=scheme, locale=locale)
    found = []
    for path in PAGES:
        page.goto(site.at(path))
        found += [f"{path} {told}" for told in violations(settled(page))]
    assert not found, "\n".join(found)
