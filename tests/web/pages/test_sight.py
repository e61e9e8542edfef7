"""Zoom and place of a map and a network: in the link, in short numbers, and there again when it is opened."""

import re
from io import BytesIO

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from tests.web.pages.conftest import NewPage
from tests.web.pages.settled import settled
from tests.web.pages.site import Site

_A_SIGHT = re.compile(r"view=[\d.]{1,6}(,-?[\d.]{1,9}){2}(&|$)")
_FAINT = 48  # of 255: what is drawn anew at a hair's breadth


def _drawn(page: Page) -> bytes:
    """What the picture shows once it is laid out and rests."""
    settled(page)
    expect(page.get_by_text("is being laid out")).to_have_count(0)
    before, now = b"", page.get_by_role("application").screenshot()
    while before != now:
        page.wait_for_timeout(400)
        before, now = now, page.get_by_role("application").screenshot()
    return now


def _is_same(one: bytes, other: bytes) -> bool:
    images = [Image.open(BytesIO(one)).convert("L"), Image.open(BytesIO(other)).convert("L")]
    return not any(ImageChops.difference(*images).histogram()[_FAINT:])


@pytest.mark.parametrize("name", ["map", "network"])
def test_what_is_in_sight_is_there_again_when_the_link_is_opened(new_page: NewPage, site: Site, name: str) -> None:
    page = new_page()
    page.goto(site.at(f"/{name}"))
    whole, visited = _drawn(page), page.evaluate("history.length")
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
        page.wait_for_timeout(500)  # one glide after the other
    picture = page.get_by_role("application")
    picture.focus()
    page.keyboard.press("Shift+ArrowRight")
    picture.blur()
    expect(page).to_have_url(_A_SIGHT)
    assert page.evaluate("history.length") == visited
    seen = _drawn(page)
    again = new_page()
    again.goto(page.url)
    assert _is_same(_drawn(again), seen)
    assert not _is_same(seen, whole)
    again.get_by_role("button", name="Fit the picture").click()
    expect(again).to_have_url(site.at(f"/{name}"))


def test_choosing_a_mark_leaves_the_network_where_it_is_and_asks_for_nothing_anew(page: Page, site: Site) -> None:
    page.goto(site.at("/network"))
    _drawn(page)
    page.get_by_role("button", name="Zoom in").click()
    expect(page).to_have_url(_A_SIGHT)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/network" in request.url else None)
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("sel=e:.*" + _A_SIGHT.pattern))
    expect(page.get_by_role("complementary", name="Evidence").locator("mark").first).to_be_visible()
    _drawn(page)
    expect(page).to_have_url(_A_SIGHT)
    assert asked == []
