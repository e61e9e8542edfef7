"""The answer of before on a page, until the present one takes its place."""

import json
import re
from datetime import UTC, datetime
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, expect

from palanca.store import open_case
from palanca.web.analyses import opened_on
from palanca.web.keeping import asked_of
from tests.web.pages.conftest import NewPage
from tests.web.pages.settled import settled
from tests.web.pages.site import Site

_STORIES = "/api/cases/own/narratives?limit=10"
_BEFORE = {"en": "As it was before the last change.", "es": "Como era antes del último cambio."}
_OUTLET = "Courier of before"


def _asked(site: Site, path: str, body: object = None) -> bytes:
    packed = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json", "Prefer": "wait=300"}
    with urlopen(Request(site.address + path, packed, headers)) as answer:  # noqa: S310  # our own server
        told: bytes = answer.read()
    return told


def _keep_as_if_it_had_taken_long(site: Site) -> None:
    """Keep the narratives as an answer that took long, under an outlet that tells them from those of now."""
    answer = json.loads(_asked(site, _STORIES))
    answer["items"][0]["articles"][0]["document"]["outlet"] = _OUTLET
    path, _, query = _STORIES.partition("?")
    with open_case(site.path) as case:
        changed, _ = case.revision()
        asked = asked_of(path, query, "of before")
        case.keep_answer(asked.question, asked.state, json.dumps(answer).encode(), changed=changed)


def _judge(site: Site) -> None:
    claim = json.loads(_asked(site, "/api/cases/own/claims?q=kind%3Aevent&limit=1"))["items"][0]["id"]
    _asked(site, "/api/cases/own/judgements", {"verdict": "confirm", "on": [claim], "who": "ana"})


@pytest.mark.parametrize("language", ["en", "es"])
def test_page_shows_what_was_and_exchanges_it_in_place(
    new_page: NewPage, own_influence_site: Site, language: str
) -> None:
    _keep_as_if_it_had_taken_long(own_influence_site)
    _judge(own_influence_site)
    page = new_page(locale={"en": "en-GB", "es": "es-ES"}[language], viewport={"width": 1000, "height": 420})
    page.goto(own_influence_site.at("/narratives"))
    notice = page.get_by_role("status").filter(has_text=_BEFORE[language])
    expect(notice).to_be_visible()
    expect(page.get_by_text(_OUTLET).first).to_be_visible()
    story = page.get_by_role("article").first
    story.locator("summary").last.focus()
    page.evaluate("document.querySelector('main').scrollTo(0, 150)")
    at = page.evaluate("document.querySelector('main').scrollTop")
    expect(notice).to_have_count(0)
    expect(page.get_by_text(_OUTLET)).to_have_count(0)
    assert page.evaluate("document.querySelector('main').scrollTop") == at > 0
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_open_page_tells_that_it_is_of_before_when_somebody_judges(page: Page, own_influence_site: Site) -> None:
    page.goto(own_influence_site.at("/narratives"))
    settled(page)
    _keep_as_if_it_had_taken_long(own_influence_site)
    _judge(own_influence_site)
    notice = page.get_by_role("status").filter(has_text=_BEFORE["en"])
    expect(notice).to_contain_text("It is being worked out anew")
    expect(notice).to_have_count(0)


def test_what_is_worked_out_ahead_is_what_pages_ask(page: Page, site: Site) -> None:
    asked = set[str]()
    page.on("request", lambda one: asked.add(re.sub(r"^https?://[^/]+", "", one.url)))
    tabs = ("brokers", "communities", "cores")
    pages = ("network", "map", "timeline", "patterns", "reconcile", "narratives", "audit")
    for path in pages:
        page.goto(site.at(f"/{path}"))
        settled(page)
    for tab in tabs:  # whose code comes behind the page's
        with page.expect_request(re.compile(f"/network/{tab}")):
            page.goto(site.at(f"/network?tab={tab}"))
    assert set(opened_on(site.path.stem)) <= asked


def test_what_has_only_begun_to_be_worked_out_is_told_at_once(page: Page, site: Site) -> None:
    begun = {"code": "still_working", "detail": "ask again", "seconds": 0.7, "done": 0, "of": 0}
    page.route("**/audit?*", lambda one: one.fulfill(status=202, json=begun, headers={"Retry-After": "60"}))
    page.clock.install()
    page.clock.pause_at(datetime(2099, 1, 1, tzinfo=UTC))
    page.goto(site.at("/audit"))
    expect(page.locator("main .panel[aria-busy=true]").first).to_be_attached()
    page.clock.run_for(1_900)  # and no longer
    expect(page.get_by_role("status").filter(has_text="It has begun")).to_be_visible()
