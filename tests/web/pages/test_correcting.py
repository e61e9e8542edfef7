"""Correcting a claim by a chip: what it says then, how it is undone and redone, and what a second window sees."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

import palanca
from tests.web.pages.conftest import NewPage
from tests.web.pages.settled import settled
from tests.web.pages.site import Site, serving
from tests.web.pages.test_review import asked, signed

_DISPATCH = (
    "Windhoek, 12 February 2024. Minister Johannes Haikela of Namibia met Ambassador Liu Qiang of China in Windhoek on "
    "Monday. China accused Norway of greed on Tuesday."
)


@pytest.fixture
def harbour(interface: Path, tmp_path: Path) -> Iterator[Site]:
    """A served case of one dispatch. Ask for it before a page, which must go first."""
    assert interface
    (tmp_path / "dispatch.txt").write_text(_DISPATCH, encoding="utf-8")
    path = tmp_path / "harbour.palanca"
    palanca.read(path, [tmp_path / "dispatch.txt"])
    with serving(path) as served:
        yield served


def _meeting(site: Site) -> Any:
    return asked(site, "/claims?q=category:CONSULT")["items"][0]


def _date(page: Page) -> Locator:
    return page.get_by_title("Correct: time")


def _correct(page: Page, day: str) -> None:
    """Correct the time by its chip, by keys alone."""
    _date(page).focus()
    page.keyboard.press("Enter")
    page.get_by_label("time", exact=True).fill(day)
    page.keyboard.press("Enter")


def _stands(page: Page, day: str) -> None:
    """The claim is told with this day, and focus is still on the chip that says it."""
    expect(_date(page)).to_contain_text(day)
    expect(_date(page)).to_be_focused()


def test_correction_is_undone_and_redone_by_keys_with_focus_where_it_was(harbour: Site, new_page: NewPage) -> None:
    page = new_page(strict=False)  # undone, it is asked for by the id that is gone, before it is found at its words
    before = _meeting(harbour)["id"]
    signed(page).goto(harbour.at(f"/events/{before}"))
    state = page.locator("main .status").first
    expect(state).to_have_text("Proposed, not yet reviewed")
    _correct(page, "2024-02-10")
    _stands(page, "10 Feb 2024")
    expect(state).to_contain_text("Corrected by Ines, ")
    after = _meeting(harbour)["id"]
    assert after != before
    expect(page).to_have_url(harbour.at(f"/events/{after}"))
    page.keyboard.press("z")
    _stands(page, "12 Feb 2024")
    expect(state).to_have_text("Proposed, not yet reviewed")
    expect(page).to_have_url(harbour.at(f"/events/{before}"))
    page.keyboard.press("Shift+Z")
    _stands(page, "10 Feb 2024")


def test_link_of_before_a_correction_leads_to_what_is_corrected(harbour: Site, page: Page) -> None:
    before = _meeting(harbour)["id"]
    signed(page).goto(harbour.at(f"/events/{before}"))
    _correct(page, "2024-02-10")
    _stands(page, "10 Feb 2024")
    page.goto(harbour.at(f"/events/{before}?sel=c:{before}"))
    expect(_date(page)).to_contain_text("10 Feb 2024")
    drawer = page.get_by_role("complementary", name="Evidence")
    expect(drawer).to_contain_text("Corrected by Ines, ")
    after = _meeting(harbour)["id"]
    expect(page).to_have_url(harbour.at(f"/events/{after}?sel=c:{after}"))


def test_reader_stays_at_a_claim_whose_correction_is_undone_and_redone(harbour: Site, new_page: NewPage) -> None:
    page = signed(new_page(strict=False))  # it asks for the claim by the id that is gone, before it finds the other
    claim = _meeting(harbour)
    before, document = claim["id"], claim["passages"][0]["document"]["id"]
    page.goto(harbour.at(f"/docs/{document}?claim={before}&sel=c:{before}"))
    drawer = page.get_by_role("complementary", name="Evidence")
    drawer.locator(".what > a").click()
    _correct(page, "2024-02-10")
    _stands(page, "10 Feb 2024")
    page.go_back()
    after = _meeting(harbour)["id"]
    open_card = page.locator(".card.open")
    tenth, twelfth = "10 Feb 2024", "12 Feb 2024"
    for key, now, day in ((None, after, tenth), ("z", before, twelfth), ("Shift+Z", after, tenth)):
        if key:
            page.keyboard.press(key)
        expect(page).to_have_url(harbour.at(f"/docs/{document}?claim={now}&sel=c:{now}"))
        expect(open_card).to_contain_text(day)
        expect(drawer).to_contain_text(day)


def test_corrected_claim_waits_no_longer_and_comes_back_into_sight_when_undone(harbour: Site, page: Page) -> None:
    signed(page).goto(harbour.at("/review?queue=claims&q=kind:event"))
    item = page.locator("[data-item]")
    item.wait_for()
    page.keyboard.press("j")
    expect(page).to_have_url(re.compile("item="))
    judged = item.get_attribute("data-item") or ""
    waiting = len(asked(harbour, "/review?queue=claims&q=kind:event")["items"])
    _correct(page, "2024-02-10")
    expect(item).not_to_have_attribute("data-item", judged)
    expect(item).to_be_focused()
    expect(page.get_by_role("link", name=f"Claims {waiting - 1}", exact=True)).to_be_visible()
    page.keyboard.press("z")
    expect(item).to_have_attribute("data-item", judged)
    expect(item).to_be_focused()


def test_verb_that_was_pressed_has_focus_at_the_next_item(harbour: Site, page: Page) -> None:
    signed(page).goto(harbour.at("/review?queue=claims"))
    item = page.locator("[data-item]")
    first = item.get_attribute("data-item") or ""
    page.get_by_role("button", name="Confirm").focus()
    page.keyboard.press("Enter")
    expect(item).not_to_have_attribute("data-item", first)
    expect(page.get_by_role("button", name="Confirm")).to_be_focused()


def test_what_a_second_window_is_writing_is_kept_and_both_are_shown(harbour: Site, new_page: NewPage) -> None:
    claim = _meeting(harbour)["id"]
    first, second = (signed(new_page(strict=False)) for _ in range(2))
    for window in (first, second):
        window.goto(harbour.at(f"/events/{claim}"))
        settled(window)
    _date(second).click()
    field = second.get_by_label("time", exact=True)
    field.fill("2024-02-11")
    _correct(first, "2024-02-10")
    expect(second.locator("main .status").first).to_contain_text("Corrected by Ines, ")
    expect(field).to_have_value("2024-02-11")
    expect(field).to_be_focused()
    second.keyboard.press("Enter")
    dialog = second.get_by_role("dialog")
    expect(dialog).to_contain_text("12 Feb 2024")
    expect(dialog).to_contain_text("10 Feb 2024")
    expect(dialog).to_contain_text("Corrected, by Ines")
    dialog.get_by_role("button", name="Decide all the same").click()
    expect(_date(second)).to_contain_text("11 Feb 2024")
    expect(_date(first)).to_contain_text("11 Feb 2024")
