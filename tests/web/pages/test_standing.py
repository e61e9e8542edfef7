"""The page of how a country stands with others."""

import re

from playwright.sync_api import Page, Route, expect

from tests.web.pages.site import Site


def test_agreement_stands_with_its_bounds_and_opens_its_votes(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/standing"))
    page.get_by_role("textbox", name="Country").fill("Togo")
    page.get_by_role("button", name="Ask").click()
    row = page.get_by_role("row", name="Sweden").first
    expect(row).to_contain_text("9% to 91%; 1 of 2")
    expect(row).to_contain_text("0.33")
    row.get_by_role("button", name="4 claims on Sweden").click()
    expect(page.get_by_role("complementary", name="Evidence").locator("article")).to_have_count(4)


def test_act_opens_its_sentence_by_keys(page: Page, influence_site: Site) -> None:
    page.goto(influence_site.at("/standing?host=TGO&with=Japan"))
    page.get_by_role("button", name="Condemned 1: claims on Japan to Togo").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary", name="Evidence")).to_contain_text("Japan condemned Togo")


def test_rows_that_were_not_given_at_first_are_asked_for(page: Page, influence_site: Site) -> None:
    def give_fewer(route: Route) -> None:
        route.continue_(url=route.request.url.replace("most=20", "most=1"))

    page.route(re.compile(r"/api/cases/[^/]+/standing"), give_fewer)
    page.goto(influence_site.at("/standing?host=TGO"))
    deeds = page.locator("section", has=page.get_by_role("heading", name="What each did to the other")).last
    expect(deeds.get_by_role("row")).to_have_count(2)
    deeds.get_by_role("button", name="Show more").click()
    expect(deeds.get_by_role("row").nth(2)).to_be_visible()
    expect(deeds.get_by_role("button", name="Show more")).to_have_count(0)
