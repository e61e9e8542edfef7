"""Pictures taken out of the page: as a drawing on its light sheet, and as an image of twice its size."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.pages.conftest import NewPage
from tests.web.pages.settled import settled
from tests.web.pages.site import Site

_PICTURES = ("", "/network", "/timeline", "/map", "/matrix?host=Kenya")
_PNG = b"\x89PNG\r\n\x1a\n"
_DARK = {"rgb(21, 23, 27)", "rgb(28, 31, 36)", "rgb(233, 231, 226)", "rgb(167, 173, 184)"}


def _saved(page: Page, form: str) -> bytes:
    page.get_by_role("button", name="Export").first.click()
    with page.expect_download() as saved:
        page.get_by_role("button", name=form).first.click()
    page.keyboard.press("Escape")
    return Path(saved.value.path()).read_bytes()


def _drawn(page: Page, site: Site, path: str) -> Page:
    """The page once its picture stands."""
    page.goto(site.at(path))
    settled(page).get_by_role("button", name="Export").first.wait_for()
    return page


@pytest.mark.parametrize("path", _PICTURES)
def test_image_is_twice_the_size_of_the_drawing(page: Page, site: Site, path: str) -> None:
    _drawn(page, site, path)
    drawing, image = _saved(page, "Drawing (SVG)").decode(), _saved(page, "Image (PNG)")
    width, height = (float(re.findall(rf'<svg[^>]* {side}="([\d.]+)"', drawing)[0]) for side in ("width", "height"))
    assert image[:8] == _PNG
    assert (int.from_bytes(image[16:20]), int.from_bytes(image[20:24])) == (int(2 * width), int(2 * height))


@pytest.mark.parametrize("path", _PICTURES)
def test_drawing_of_a_dark_page_is_light(new_page: NewPage, site: Site, path: str) -> None:
    page = _drawn(new_page(color_scheme="dark"), site, path)
    colours = set(re.findall(r"rgb\([^)]*\)", _saved(page, "Drawing (SVG)").decode()))
    assert colours - _DARK == colours != set()


@pytest.mark.parametrize(("path", "width"), [("/window?around=2024-05-03", 1440), ("/network", 390), ("", 1024)])
def test_menu_of_exports_opens_at_its_button(new_page: NewPage, site: Site, path: str, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(site.at(path))
    button = settled(page).get_by_role("button", name="Export").first
    button.click()
    item = page.get_by_role("button", name="Copy the link").first
    expect(item).to_be_in_viewport(ratio=1)
    menu, opener = item.locator("..").bounding_box(), button.bounding_box()
    assert menu
    assert opener
    assert menu["x"] < opener["x"] + opener["width"]
    assert menu["x"] + menu["width"] > opener["x"]
    below, above = menu["y"] - opener["y"] - opener["height"], opener["y"] - menu["y"] - menu["height"]
    assert abs(max(below, above)) < 8


def test_drawing_says_what_was_chosen_and_how_much_is_shown(page: Page, site: Site) -> None:
    drawing = _saved(_drawn(page, site, "/network?ch=diplomatic,economic&sources=1&confirmed=yes"), "Drawing (SVG)")
    words = " ".join(re.findall(r"<text[^>]*>([^<]*)<", drawing.decode()))
    assert "Channels: Diplomatic, Economic" in words
    assert "Confirmed only" in words
    assert re.search(r"Showing \d+ of \d+ things", words)
