"""Reviewing by keyboard and mouse: pairs, claims, dates, undo, and two windows on one claim."""

import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import palanca
from palanca.store import open_case
from tests.web.pages.conftest import NewPage
from tests.web.pages.site import Site, serving

# Inga Berg and Ingrid Solberg: nobody but a person can know that they are one.
DISPATCHES = {
    "tema": "Tema, 4 March 2024. Port director Kwabena Osei-Tutu of Ghana met Ambassador Ingrid Solberg of Norway on "
    "Monday. They signed an agreement on harbour pilots.",
    "oslo": "Oslo, 9 April 2024. Port director Kwabena Osei-Tutu of Ghana thanked Ambassador Ingrid Solberg.",
    "takoradi": "Takoradi, 2 May 2024. Ghana accused Norway of delaying a loan. Ambassador Inga Berg of Norway visited "
    "Takoradi.",
}  # fmt: skip


@pytest.fixture
def waiting_site(interface: Path, tmp_path: Path) -> Iterator[Site]:
    """A served case in which claims wait, of its own for each test. Ask for it before a page, which must go first."""
    assert interface
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in DISPATCHES.items():
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "harbour.palanca"
    palanca.read(path, [texts])
    with serving(path) as served:
        yield served


def asked(site: Site, path: str) -> Any:
    """The answer of the API of the case."""
    wanted = urllib.request.Request(f"{site.address}/api/cases/{site.path.stem}{path}", headers={"Prefer": "wait=300"})  # noqa: S310  # our own server
    with urllib.request.urlopen(wanted) as answer:  # noqa: S310
        return json.load(answer)


def signed(page: Page, name: str = "Ines") -> Page:
    """A page on which who judges has been said before."""
    chosen = json.dumps(json.dumps({"who": name}))
    page.add_init_script(f"if (location.host) localStorage.setItem('palanca.preferences', {chosen})")
    return page


def item_of(page: Page) -> str:
    return page.locator("[data-item]").get_attribute("data-item") or ""


@pytest.fixture
def pairs(tmp_path: Path, interface: Path) -> Iterator[Site]:
    """A served case of two articles with names of which one may be the other."""
    assert interface
    texts = (
        "Lomé, 3 March 2025. Foreign Minister Kossi Mensah Adjavon of Togo met Ambassador Marta Lindqvist of Sweden in "
        "Lomé.",
        "Lomé, 9 March 2025. Kossi Adjavon met Otto Berg in Lomé.",
    )
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "pairs.palanca"
    palanca.read(path, sorted(tmp_path.glob("*.txt")))
    with serving(path) as served:
        yield served


def test_claim_is_rejected_by_keyboard_and_comes_back_when_undone(waiting_site: Site, page: Page) -> None:
    signed(page).goto(waiting_site.at("/review?queue=claims"))
    page.locator("[data-item]").wait_for()
    first = item_of(page)
    page.keyboard.press("n")
    expect(page.locator(f"[data-item='{first}']")).to_have_count(0)
    expect(page.get_by_text("Rejected: saved")).to_be_attached()
    assert [one["verdict"] for one in asked(waiting_site, "/judgements")["items"]] == ["reject"]
    page.keyboard.press("z")
    expect(page.get_by_role("button", name="Redo")).to_be_enabled()
    expect(page.get_by_text("Taken back")).to_be_attached()
    assert [one["verdict"] for one in asked(waiting_site, "/judgements")["items"]] == ["undo", "reject"]
    page.keyboard.press("Shift+Z")
    expect(page.get_by_text("Decided again")).to_be_attached()
    assert len(asked(waiting_site, "/judgements")["items"]) == 3


def test_who_judges_is_asked_once(waiting_site: Site, page: Page) -> None:
    page.goto(waiting_site.at("/review?queue=claims"))
    page.get_by_role("button", name="Confirm").click()
    page.get_by_label("Your name").fill("Paul")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("Confirmed: saved")).to_be_attached()
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    page.goto(waiting_site.at("/judgements"))
    expect(page.locator("[data-judgement]")).to_have_count(2)
    assert {one["who"] for one in asked(waiting_site, "/judgements")["items"]} == {"Paul"}


def test_what_is_no_date_is_said_beside_the_field_and_not_lost(waiting_site: Site, page: Page) -> None:
    signed(page).goto(waiting_site.at("/review?queue=claims"))
    page.get_by_title("Correct: time").click()
    field = page.get_by_label("time", exact=True)
    field.fill("last week")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="no date that can be kept")).to_be_visible()
    expect(field).to_have_value("last week")
    assert asked(waiting_site, "/judgements")["items"] == []
    field.fill("2024-04")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Corrected: saved")).to_be_attached()


def test_claim_is_corrected_by_its_chip(waiting_site: Site, new_page: NewPage) -> None:
    page = new_page(strict=False)  # it looks for the claim, which is another now, before it finds that
    (accusation,) = asked(waiting_site, "/claims?q=category:ACCUSE")["items"]
    signed(page).goto(waiting_site.at(f"/events/{accusation['id']}"))
    page.get_by_title("Correct: time").click()
    page.get_by_label("time", exact=True).fill("2024-04-30")
    page.keyboard.press("Enter")
    expect(page.get_by_title("Correct: time")).to_contain_text("30 Apr 2024")
    assert [(one["field"], one["value"]) for one in asked(waiting_site, "/judgements")["items"]] == [
        ("time", "2024-04-30")
    ]


def test_later_leaves_an_item_and_keys_walk_the_list(waiting_site: Site, page: Page) -> None:
    signed(page).goto(waiting_site.at("/review?queue=claims"))
    page.locator("[data-item]").wait_for()
    first = item_of(page)
    page.keyboard.press("j")
    expect(page.locator("[data-item]")).not_to_have_attribute("data-item", first)
    page.keyboard.press("k")
    expect(page.locator("[data-item]")).to_have_attribute("data-item", first)
    page.keyboard.press("l")
    expect(page.locator(f"[data-item='{first}']")).to_have_count(0)
    assert asked(waiting_site, "/judgements")["items"] == []


def test_second_window_is_shown_what_the_first_decided_and_overwrites_nothing(
    waiting_site: Site, new_page: NewPage
) -> None:
    claim = asked(waiting_site, "/claims?q=category:ACCUSE")["items"][0]["id"]
    first, second = (signed(new_page(strict=False), name) for name in ("Ines", "Paul"))
    # The second window hears no news, as one whose computer slept.
    second.route("**/news", lambda route: route.abort())
    for window in (first, second):
        window.goto(waiting_site.at(f"/events/{claim}"))
        window.get_by_role("button", name="Reject").wait_for()
    first.get_by_role("button", name="Reject").click()
    expect(first.get_by_text("Rejected: saved")).to_be_attached()
    second.get_by_role("button", name="Confirm").click()
    dialog = second.get_by_role("dialog")
    expect(dialog).to_contain_text("As you saw it")
    expect(dialog).to_contain_text("Rejected, by Ines")
    dialog.get_by_role("button", name="Leave it as it is now").click()
    assert [(one["verdict"], one["who"]) for one in asked(waiting_site, "/judgements")["items"]] == [("reject", "Ines")]


def test_things_made_one_on_their_page_are_parted_by_undo_and_stay_one_after_reading_again(
    waiting_site: Site, new_page: NewPage, tmp_path: Path
) -> None:
    (berg,) = asked(waiting_site, "/things?name=Inga+Berg")["items"]
    page = signed(new_page(strict=False))  # the server goes before the page does
    page.goto(waiting_site.at(f"/e/{berg['id']}"))
    page.get_by_role("button", name="Same as…", exact=True).click()
    page.get_by_placeholder("Name of the other").fill("Solberg")
    page.get_by_role("button", name="Ingrid Solberg", exact=True).click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Ingrid Solberg")
    page.keyboard.press("z")
    expect(heading).to_have_text("Inga Berg")
    page.keyboard.press("Shift+Z")
    expect(heading).to_have_text("Ingrid Solberg")
    waiting_site.program.terminate()
    waiting_site.program.wait(timeout=120)
    palanca.rebuild(tmp_path / "harbour.palanca")
    with open_case(tmp_path / "harbour.palanca") as case:
        assert [one.caption for one in case.things() if "Inga Berg" in one.names] == ["Ingrid Solberg"]


def test_pairs_are_narrowed_by_a_name_and_what_narrows_them_not_is_told(pairs: Site, page: Page) -> None:
    page.goto(pairs.at("/review?q=kind:event"))
    expect(page.get_by_text("The filter narrows claims and dates, not pairs.")).to_be_visible()
    page.get_by_label("Pairs called").fill("lindqvist")
    expect(page.get_by_text("No pair that waits is called lindqvist.")).to_be_visible()
    page.get_by_label("Pairs called").fill("MENSAH kossi")
    expect(page.get_by_role("heading", name="Are these one?")).to_be_visible()
    expect(page.get_by_role("link", name="Pairs 1")).to_be_visible()
