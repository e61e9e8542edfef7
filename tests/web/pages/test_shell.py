"""The shell: what index.html asks for before any page is known."""

import gzip
import re
from pathlib import Path

from playwright.sync_api import Page, expect

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
