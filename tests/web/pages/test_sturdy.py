"""Pages where something goes wrong: with the server, with a file, with what the browser keeps, with a step too soon."""

import json
from pathlib import Path

from playwright.sync_api import Dialog, Page, Route, expect

from tests.web.pages.conftest import NewPage
from tests.web.pages.settled import settled
from tests.web.pages.site import Site, serving
from tests.web.pages.test_review import asked

_FORBIDDEN = """Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('denied', 'SecurityError') }
})"""


def test_page_opens_and_a_choice_holds_where_the_browser_keeps_nothing(page: Page, site: Site) -> None:
    page.add_init_script(_FORBIDDEN)
    page.goto(site.at("/settings"))
    page.get_by_label("Appearance").select_option("dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_claim_that_is_loaded_anew_when_its_page_is_left_does_not_call_the_reader_back(page: Page, site: Site) -> None:
    claim = asked(site, "/claims?q=kind:event&limit=1")["items"][0]["id"]
    news: list[Route] = []
    page.route("**/news", lambda route: news.append(route))  # noqa: PLW0108  # it marks the function
    with page.expect_request("**/news"):
        page.goto(site.at(f"/events/{claim}"))
    settled(page)
    page.route(f"**/claims/{claim}", lambda _: None)  # it is never answered
    with page.expect_request(f"**/claims/{claim}"):
        _tell(news[0], "behind", {})
    page.get_by_role("link", name="Documents").first.click()
    settled(page)
    for _ in range(3):  # time for what would be asked to find the claim again
        page.evaluate("fetch('/api/cases').then((answer) => answer.text())")
    expect(page).to_have_url(site.at("/docs"))


def _tell(request: Route, event: str, content: object) -> None:
    """Answer a request for news by one event; the browser asks again after ten minutes."""
    begun = 'retry: 600000\nevent: begun\ndata: {"quiet_s": null}\n\n'
    told = f"event: {event}\ndata: {json.dumps(content)}\n\n"
    request.fulfill(body=begun + told, content_type="text/event-stream")


def test_case_that_could_not_be_settled_says_so_with_the_reason(page: Page, site: Site) -> None:
    says = {"code": "", "values": {}, "text": "the disk is full: make room"}
    page.route("**/news", lambda route: _tell(route, "trouble", {"code": "not_settled", "says": says}))
    page.goto(site.at())
    alert = page.get_by_role("alert").filter(has_text="is kept, but not shown yet")
    expect(alert).to_contain_text("the disk is full: make room")


def test_file_that_was_moved_before_it_was_sent_is_told_and_holds_nothing_up(
    new_page: NewPage, own_site: Site, tmp_path: Path
) -> None:
    page, letter = new_page(strict=False), tmp_path / "letter.txt"
    letter.write_text("Accra, 7 May 2025. Ghana signed a treaty with Spain.", encoding="utf-8")
    page.goto(own_site.at("/docs/add"))
    settled(page)
    own_site.program.kill()
    own_site.program.wait()
    page.locator("[data-files]").set_input_files(letter)
    expect(page.locator(".banner")).to_contain_text("1 change is held")
    letter.unlink()
    with serving(own_site.path, port=int(own_site.address.rpartition(":")[2])):
        expect(page.get_by_role("alert").filter(has_text="A file was moved or changed")).to_be_visible()
        expect(page.locator(".banner")).to_have_count(0)


def test_window_with_a_change_that_is_held_asks_before_it_is_closed(new_page: NewPage, own_site: Site) -> None:
    page, questions = new_page(strict=False), list[str]()
    page.goto(own_site.at("/docs/add"))
    settled(page)
    own_site.program.kill()
    own_site.program.wait()
    page.get_by_label("Text", exact=True).fill("Accra, 7 May 2025. Ghana signed a treaty with Spain.")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".banner")).to_contain_text("1 change is held")

    def leave(dialog: Dialog) -> None:
        questions.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    assert questions == ["beforeunload"]


def test_link_is_copied_where_the_browser_has_no_clipboard_for_pages_of_another_machine(page: Page, site: Site) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(site.at("/timeline"))
    settled(page).get_by_role("button", name="Export").click()
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_text("Link copied")).to_be_attached()
