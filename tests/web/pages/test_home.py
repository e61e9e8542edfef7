"""The home page of a case."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from palanca.store import open_case
from tests.web.pages.conftest import NewPage
from tests.web.pages.settled import settled
from tests.web.pages.site import Site, serving


def test_year_of_the_chart_opens_its_events_in_the_evidence(page: Page, site: Site) -> None:
    page.goto(site.at())
    page.get_by_role("button", name="events in 2025").click()
    expect(page.get_by_role("complementary", name="Evidence").locator("article").first).to_be_visible()


def test_pictures_say_of_how_much_they_are_made_and_what_is_left_out(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.at())
    chart, matrix = (settled(page).get_by_role("region", name=name) for name in ("Events per year", "Who acts on"))
    expect(chart).to_contain_text(re.compile(r"\d+ claims of \d+ independent sources\."))
    expect(matrix.locator("tbody tr")).to_have_count(6)
    expect(matrix).to_contain_text(re.compile(r"The 6 countries that act most, of ([7-9]|\d\d)\."))
    counted = re.compile(r"Counted: \d+ claims in \d+ documents, \d+ independent sources; 122 searched\.")
    expect(matrix).to_contain_text(counted)
    (matrix_asked,) = [url for url in asked if "/matrix?" in url]
    assert "most=6" in matrix_asked


def test_country_of_the_small_matrix_is_chosen_and_kept(page: Page, site: Site) -> None:
    page.goto(site.at())
    page.get_by_role("combobox", name="Country").select_option("Kenya")
    page.reload()
    expect(page.get_by_role("combobox", name="Country")).to_have_value("Kenya")
    page.locator("td button").first.click()
    expect(page.get_by_role("complementary", name="Evidence").locator("article").first).to_be_visible()


def test_chart_is_taken_out_as_a_drawing_with_its_title_what_it_counts_and_its_colours(page: Page, site: Site) -> None:
    page.goto(site.at())
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Drawing (SVG)").click()
    drawing = Path(saved.value.path()).read_text(encoding="utf-8")
    assert "Events per year · demo" in drawing
    assert re.search(r"\d+ events drawn", drawing)
    assert re.search(r"\d+ claims of \d+ independent sources", drawing)
    assert "Diplomatic" in drawing
    assert "var(" not in drawing
    assert "rgb(22, 59, 125)" in drawing


def test_panel_that_fails_leaves_the_others_and_loads_when_asked_again(new_page: NewPage, site: Site) -> None:
    page = new_page(strict=False)
    page.route("**/histogram*", lambda route: route.fulfill(status=500, body="{}"))
    page.goto(site.at())
    failed = page.get_by_role("region", name="Events per year").get_by_role("alert")
    expect(failed).to_contain_text("The server failed")
    expect(page.get_by_role("heading", name="Latest documents")).to_be_visible()
    page.unroute("**/histogram*")
    failed.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("button", name="events in 2025")).to_be_visible()


def test_empty_case_says_what_will_appear_and_leads_to_adding(page: Page, interface: Path, tmp_path: Path) -> None:
    assert interface
    open_case(tmp_path / "empty.palanca", create=True).close()
    with serving(tmp_path / "empty.palanca") as served:
        page.goto(served.at())
        expect(settled(page).get_by_text("will appear here once the case has documents")).to_be_visible()
        page.locator("main").get_by_role("link", name="Add documents").click()
        expect(page).to_have_url(served.at("/docs/add"))
        page.close()  # a page whose server is gone logs errors
