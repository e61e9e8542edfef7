"""The network: begun with a thing, walked, expanded and opened at its sentences."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web.pages.invented import invented_network
from tests.web.pages.site import Site


def _picture(page: Page) -> Any:
    return page.get_by_role("application")


def _drawer(page: Page) -> Any:
    return page.get_by_role("complementary", name="Evidence")


def test_tie_of_the_table_opens_its_sentences(page: Page, site: Site) -> None:
    page.goto(site.at("/network?tab=ties"))
    page.get_by_role("row").nth(1).get_by_role("cell").nth(3).click()
    expect(_drawer(page).locator("mark").first).to_be_visible()


def test_thing_is_found_by_its_name_and_begins_the_network(page: Page, site: Site) -> None:
    page.goto(site.at("/network"))
    field = page.get_by_role("combobox", name="Begin with")
    field.fill("Kenya")
    page.get_by_role("listbox", name="Begin with").get_by_role("option").first.click()
    expect(page).to_have_url(re.compile("focus="))
    expect(page.get_by_text("and whom it is joined with")).to_be_visible()


def test_network_is_walked_expanded_hidden_and_undone_by_keys(page: Page, site: Site) -> None:
    page.goto(site.at("/network"))
    _picture(page).focus()
    expect(page.get_by_text("Choose a mark")).to_be_visible()
    expect(page.get_by_text("being laid out")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    expect(_drawer(page)).to_be_visible()
    page.keyboard.press("x")
    expect(page).to_have_url(re.compile("more="))
    page.keyboard.press("h")
    expect(page).to_have_url(re.compile("hide="))
    page.keyboard.press("z")
    expect(page).to_have_url(re.compile(r"^(?!.*hide=).*more="))


def test_tabs_are_walked_by_arrows_to_who_stands_between(page: Page, site: Site) -> None:
    page.goto(site.at("/network"))
    page.get_by_role("tab", name="Picture").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Brokers")).to_be_focused()
    expect(page.get_by_text("Rank 1 ·")).to_be_visible()


def test_channel_that_is_switched_off_leaves_the_table(page: Page, site: Site) -> None:
    page.goto(site.at("/network?tab=ties"))
    table = page.get_by_role("table", name="Table of ties")
    expect(table.get_by_text("Diplomatic").first).to_be_visible()
    page.get_by_role("checkbox", name="Diplomatic").click()
    expect(table.get_by_text("Diplomatic")).to_have_count(0)


@pytest.fixture
def playing(page: Page, site: Site) -> Page:
    """The network of claims of twenty years, whose window of years has begun to walk."""
    years = [{"when": str(year), "claims": 3, "channels": {}} for year in range(2001, 2021)]
    answer = json.dumps({"items": years})
    page.route("**/histogram*", lambda route: route.fulfill(body=answer, content_type="application/json"))
    page.clock.install()
    page.goto(site.at("/network"))
    page.get_by_role("button", name="Play").click()
    expect(page).to_have_url(re.compile(r"from=20(0[2-9]|1\d)&"))
    return page


def test_years_that_play_walk_on_until_they_are_stopped(playing: Page) -> None:
    expect(playing).to_have_url(re.compile(r"from=20(0[3-9]|1\d)&"))
    playing.get_by_role("button", name="Stop").click()
    stood = playing.url
    playing.clock.run_for(10_000)
    assert playing.url == stood


def test_years_that_play_stop_at_the_last(playing: Page) -> None:
    playing.clock.run_for(30_000)
    expect(playing.get_by_role("button", name="Play")).to_be_visible()
    assert "from=2019" in playing.url


def test_years_stand_still_for_who_wants_less_motion(playing: Page) -> None:
    playing.emulate_media(reduced_motion="reduce")
    expect(playing.get_by_role("button", name=re.compile("Play|Stop"))).to_have_count(0)
    stood = playing.url
    playing.clock.run_for(10_000)
    assert playing.url == stood
    playing.get_by_role("button", name="Year on").click()
    expect(playing).not_to_have_url(stood)


def test_drawing_of_five_thousand_ties_is_saved_with_its_caption(page: Page, site: Site) -> None:
    def answer(route: Route) -> None:
        route.fulfill(body=json.dumps(invented_network(1_200, 5_000)), content_type="application/json")

    page.route("**/api/cases/*/network?*", answer)
    page.route("**/claims-by-id*", lambda route: route.fulfill(body="[]", content_type="application/json"))
    page.goto(site.at("/network?all=yes"))
    expect(page.get_by_text("1,200 of 1,200 things, 5,000 ties")).to_be_visible()
    expect(page.get_by_text("being laid out")).to_have_count(0)
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Drawing (SVG)").click()
    drawing = saved.value.path().read_text(encoding="utf-8")
    assert "Harbour office 0" in drawing
    assert "40 documents" in drawing


def test_name_written_and_entered_in_one_go_is_found_and_not_what_fewer_letters_stood_for(
    page: Page, site: Site
) -> None:
    page.goto(site.at("/matrix"))
    field = page.get_by_role("combobox", name="Country")
    field.press_sequentially("Ke")
    expect(page.get_by_role("listbox", name="Country").get_by_role("option").first).to_contain_text("Kenya")
    field.fill("Ghana")
    field.press("Enter")
    expect(page.get_by_role("table", name="What others do towards Ghana")).to_be_visible()


def test_undoing_goes_past_what_was_chosen_since_and_can_be_done_again(page: Page, site: Site) -> None:
    walked(page, site).keyboard.press("h")
    expect(page).to_have_url(re.compile("hide="))
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("hide=.*sel="))
    page.keyboard.press("z")
    expect(page).to_have_url(re.compile(r"^(?!.*hide=)"))
    page.keyboard.press("Shift+z")
    expect(page).to_have_url(re.compile("hide="))


def test_pin_is_said_shown_and_undone(page: Page, site: Site) -> None:
    walked(page, site).keyboard.press("p")
    pin = page.get_by_role("button", name="Pin")
    expect(pin).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text("stays where it is.")).to_have_count(1)
    page.keyboard.press("z")
    expect(pin).to_have_attribute("aria-pressed", "false")


def test_walk_goes_on_where_it_was_once_the_evidence_is_closed(page: Page, site: Site) -> None:
    walked(page, site)
    name = page.locator(".drawing .row a")
    first = name.inner_text()
    page.keyboard.press("ArrowLeft")
    expect(name).not_to_have_text(first)
    second = name.inner_text()
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("^(?!.*sel=)"))
    page.keyboard.press("x")
    expect(page).to_have_url(re.compile("more="))
    expect(name).to_have_text(second)


def test_keys_of_two_strokes_lead_away_from_a_picture_that_is_walked(page: Page, site: Site) -> None:
    walked(page, site).keyboard.press("g")
    page.keyboard.press("h")
    expect(page).to_have_url(re.compile(r"/c/demo\?sel="))


def test_keys_that_a_person_chose_hold_in_pictures(page: Page, site: Site) -> None:
    page.goto(site.at("/help"))
    page.evaluate("localStorage.setItem('palanca.preferences', JSON.stringify({keys: {expand: 'w'}}))")
    walked(page, site).keyboard.press("x")
    assert "more=" not in page.url
    page.keyboard.press("w")
    expect(page).to_have_url(re.compile("more="))


def walked(page: Page, site: Site) -> Page:
    """The network with its first node chosen by an arrow."""
    page.goto(site.at("/network"))
    _picture(page).focus()
    expect(page.get_by_text("being laid out")).to_have_count(0)
    expect(page.get_by_text("Choose a mark")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(_drawer(page)).to_be_visible()
    return page
