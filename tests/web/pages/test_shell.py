"""The shell: what index.html asks for before any page is known."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.pages.conftest import NewPage
from tests.web.pages.site import Site

_BUDGET = 25_000
"""Bytes of code, packed by gzip."""


def test_code_of_the_shell_is_one_file_within_its_budget(interface: Path) -> None:
    (script,) = re.findall(r'src="/(assets/[^"]+\.js)"', (interface / "index.html").read_text(encoding="utf-8"))
    code = (interface / script).read_bytes()
    assert re.findall(rb'from ?"\./', code) == []
    assert len(gzip.compress(code)) < _BUDGET


def test_key_pressed_as_soon_as_the_bar_stands_opens_the_search(page: Page, site: Site) -> None:
    page.goto(site.at("/map"), wait_until="commit")
    page.get_by_role("banner").wait_for()
    page.keyboard.press("/")
    expect(page.get_by_role("dialog").get_by_role("combobox")).to_be_focused()


@pytest.mark.parametrize(
    ("path", "title"),
    [("/docs/none", "Reader"), ("/e/none", "Entity"), ("/claims/none", "Claim"), ("/events/none", "Event")],
)
def test_page_has_its_title_where_what_it_is_about_is_missing(
    new_page: NewPage, site: Site, path: str, title: str
) -> None:
    page = new_page(strict=False)  # a browser logs every 404
    page.goto(site.at(path))
    expect(page.get_by_role("heading", level=1)).to_have_text([title])
    expect(page.get_by_role("alert").filter(has_text="in this case")).to_be_visible()
