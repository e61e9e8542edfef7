"""The ways between two things, asked for, read and left by mouse, and by keyboard alone."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.web.pages.settled import settled
from tests.web.pages.site import Site

_ONE, _OTHER = "Joyce Atieno Ouko", "Guo Lianzhi"
_FAR = 60  # presses of a key


def _walk_to(page: Page, key: str, wanted: Locator) -> None:
    """Press a key until the focus is there."""
    for _ in range(_FAR):
        if wanted.count() and wanted.first.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press(key)
    expect(wanted.first).to_be_focused()


def _choose(page: Page, field: str, name: str) -> None:
    """Name a thing in the field that has the focus."""
    page.keyboard.type(name)
    expect(page.get_by_role("listbox", name=field).get_by_role("option", name=name).first).to_be_visible()
    page.keyboard.press("Enter")


def _ways(page: Page) -> Any:
    return page.get_by_role("region", name=f"From {_ONE} to {_OTHER}")


def _words(page: Page) -> Any:
    return page.get_by_role("complementary", name="Evidence").locator("mark")


def test_ways_are_asked_for_read_opened_and_left_by_keys_alone(page: Page, site: Site) -> None:
    page.goto(site.at("/network"))
    begin, other = (page.get_by_role("combobox", name=name) for name in ("Begin with", "Ways to"))
    settled(page)
    _walk_to(page, "Tab", begin)
    _choose(page, "Begin with", _ONE)
    expect(page.get_by_text(f"{_ONE} and whom it is joined with")).to_be_visible()
    _walk_to(page, "Tab", other)
    _choose(page, "Ways to", _OTHER)
    expect(page.get_by_role("status").filter(has_text=f"ways from {_ONE} to {_OTHER} found")).to_have_count(1)
    leg = _ways(page).get_by_role("button", name=re.compile(f"^{_ONE} and {_OTHER}, by"))
    _walk_to(page, "Tab", leg)
    page.keyboard.press("Enter")
    expect(_words(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(_words(page)).to_have_count(0)
    expect(leg).to_be_focused()
    _walk_to(page, "Shift+Tab", _ways(page).get_by_role("button", name="Close"))
    page.keyboard.press("Enter")
    expect(_ways(page)).to_have_count(0)
    expect(other).to_be_focused()
    page.go_back()
    expect(_ways(page)).to_be_visible()


def test_each_step_of_a_way_opens_its_words_by_mouse(page: Page, site: Site) -> None:
    page.goto(site.at("/network"))
    for field, name in (("Begin with", _ONE), ("Ways to", _OTHER)):
        page.get_by_role("combobox", name=field).fill(name)
        page.get_by_role("listbox", name=field).get_by_role("option", name=name).first.click()
    second = _ways(page).get_by_role("listitem").nth(1)
    for step in second.get_by_role("button").all():
        step.click()
        expect(_words(page).first).to_be_visible()
    _ways(page).get_by_role("button", name="Close").click()
    expect(_ways(page)).to_have_count(0)


def test_where_too_much_lies_between_it_is_said(page: Page, site: Site) -> None:
    def answer(route: Any) -> None:
        found = route.fetch()
        route.fulfill(response=found, json={**found.json(), "paths": [], "cut_at": 4})

    page.route("**/network/paths?*", answer)

    page.goto(site.at(f"/network?focus={_ONE}&path={_OTHER}"))
    expect(page.get_by_text("not all ways of 4 steps or more")).to_be_visible()


def test_thing_that_nothing_is_joined_with_is_called_by_its_name(page: Page, site: Site) -> None:
    page.goto(site.at("/network"))
    page.get_by_role("combobox", name="Begin with").fill("Marta Icaza")
    page.get_by_role("listbox", name="Begin with").get_by_role("option").first.click()
    expect(page.get_by_role("button", name="Remove Marta Icaza")).to_be_visible()
