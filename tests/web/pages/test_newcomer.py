"""Where somebody new was stuck or misled: by keys, in an empty queue, beside a dense text, between tabs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import palanca
from tests.web.pages.settled import settled
from tests.web.pages.site import Site, serving
from tests.web.pages.test_review import asked, signed


@pytest.fixture
def dense_site(interface: Path, tmp_path: Path) -> Iterator[Site]:
    """A case of one text that tells more than there is room for beside it, and of no pairs; before a page."""
    assert interface
    told = (
        f"On {day} May 2024 Governor Ana Louw met Ambassador Ole Vik of Norway in Rundu and accused Zambia of delay."
        for day in range(1, 29)
    )
    (tmp_path / "dense.txt").write_text("Rundu, 30 May 2024. " + " ".join(told), encoding="utf-8")
    path = tmp_path / "dense.palanca"
    palanca.read(path, [tmp_path / "dense.txt"])
    with serving(path) as served:
        yield served


def test_card_of_the_claim_that_keys_lead_to_is_in_sight(dense_site: Site, page: Page) -> None:
    document = asked(dense_site, "/documents")["items"][0]["document"]["id"]
    page.goto(dense_site.at(f"/docs/{document}"))
    settled(page)
    for step in range(12):
        page.keyboard.press("]")
        expect(page.get_by_text(f"Claim {step + 1} of ")).to_be_visible()
    expect(page.locator(".card.open")).to_be_in_viewport(ratio=0.9)


def test_empty_queue_leads_to_the_one_in_which_something_waits(dense_site: Site, page: Page) -> None:
    page.goto(dense_site.at("/review"))
    page.get_by_role("main").get_by_role("link", name=re.compile(r"^Claims \d+$")).last.click()
    expect(page.locator("[data-item]")).to_be_visible()


def test_what_is_begun_on_a_thing_has_focus_and_escape_leaves_it(page: Page, site: Site) -> None:
    (thing,) = asked(site, "/things?name=Salim+Al+Barwani&limit=1")["items"]
    signed(page).goto(site.at(f"/e/{thing['id']}"))
    settled(page)
    for name in ("Rename", "Change kind", "Same as…"):
        button = page.get_by_role("button", name=name, exact=True)
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator("main input:focus, main select:focus")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(button).to_be_focused()
        expect(button).to_have_attribute("aria-expanded", "false")


def test_dossier_of_a_link_by_id_names_whom_it_is_of(page: Page, site: Site) -> None:
    (thing,) = asked(site, "/things?name=Salim+Al+Barwani&limit=1")["items"]
    page.goto(site.at(f"/portrait?name={thing['id']}"))
    field = page.get_by_role("textbox", name="Of", exact=True)
    expect(field).to_have_value(re.compile("Salim Al Barwani"))
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(site.at(f"/portrait?name={thing['id']}"))


def test_lists_of_a_network_begin_below_what_is_said_of_them(page: Page, site: Site) -> None:
    page.goto(site.at("/network?tab=communities&q=who:Lamu"))
    settled(page)
    said = page.get_by_text("Things joined with each other").bounding_box()
    first = page.get_by_role("heading", name="Community 1").first.bounding_box()
    assert said
    assert first
    assert first["y"] - said["y"] - said["height"] < 60


def test_votes_of_a_register_are_told_in_words(page: Page, site: Site) -> None:
    votes = asked(site, "/claims?q=kind:event+category:SUPPORT&limit=50")["items"]
    vote = next(one["id"] for one in votes if one["mode"] == "vote_for")
    page.goto(site.at(f"/events/{vote}"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Vote for")
