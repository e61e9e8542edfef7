"""Adding documents by hand and reading them."""

from playwright.sync_api import FilePayload, Page, expect

from tests.web.pages.conftest import NewPage
from tests.web.pages.site import Site, serving

_TEXT = (
    "Accra, 7 May 2025. Defence Minister Abena Ofori of Ghana met General Luis Prado of Spain in Accra on Wednesday. "
    "A storm closed the harbour in the evening."
)
_DROPPED = """text => {
    const carried = new DataTransfer()
    carried.items.add(new File([text], 'accra-01.txt'))
    carried.items.add(new File(['no PDF at all'], 'scan.pdf'))
    return carried
}"""


# The site comes before the page, so that it ends after it: a page whose server is gone logs errors.
def test_dropped_file_is_read_before_ones_eyes_and_its_claim_stands_at_its_words(own_site: Site, page: Page) -> None:
    page.goto(own_site.at("/docs/add"))
    page.get_by_label("Outlet").fill("Volta Post")
    carried = page.evaluate_handle(_DROPPED, _TEXT)
    page.dispatch_event("section.drop", "drop", {"dataTransfer": carried})
    job = page.locator("[data-job='1']")
    expect(job).to_contain_text("Done")
    expect(job).to_contain_text("scan.pdf")
    job.get_by_role("link", name="accra-01").click()
    expect(page.locator("article")).to_contain_text("met General Luis Prado")
    page.keyboard.press("]")
    expect(page.locator(".marked").first).to_be_visible()
    assert "Abena Ofori" in page.locator(".sentence").first.locator("..").inner_text()
    expect(page.locator(".card.open").first).to_be_visible()


def test_what_was_added_last_is_first_in_the_list_when_asked(own_site: Site, page: Page) -> None:
    page.goto(own_site.at("/docs/add"))
    page.get_by_label("Text", exact=True).fill("Lima, 3 May 1998. Peru signed a treaty with Ecuador.")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("[data-job='1']")).to_contain_text("Done")
    page.get_by_role("link", name="Documents", exact=True).last.click()
    first = page.locator("main li").first
    expect(first).not_to_contain_text("pasted text")
    page.get_by_label("First").select_option("added")
    expect(first).to_contain_text("pasted text")


def test_text_without_words_is_refused_before_it_is_sent(page: Page, site: Site) -> None:
    page.goto(site.at("/docs/add"))
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_label("Text", exact=True)).to_be_focused()


def test_edit_made_while_the_server_is_lost_is_held_and_sent_when_it_is_back(new_page: NewPage, own_site: Site) -> None:
    page = new_page(strict=False)
    page.goto(own_site.at("/docs?words=jordan"))
    page.get_by_role("button", name="Remove Jordan").click()
    own_site.program.kill()
    own_site.program.wait()
    page.get_by_role("dialog").get_by_role("button", name="Remove", exact=True).click()
    expect(page.locator(".banner")).to_contain_text("1 change is held")
    with serving(own_site.path, port=int(own_site.address.rpartition(":")[2])):
        expect(page.locator(".banner")).to_have_count(0)
        expect(page.get_by_text("No document fits.")).to_be_visible()


def _told(times: int) -> bytes:
    """A paper that is read in a moment, or of many sentences in minutes."""
    talks = (
        f"Minister Abena Ofori of Ghana met General Luis Prado in Accra on {day % 28 + 1} May." for day in range(times)
    )
    return f"Accra, 7 March 2025.\n\n{' '.join(talks)}".encode()


def test_files_left_unread_when_the_machine_died_are_told_with_the_reason_and_read_on_request(
    new_page: NewPage, own_site: Site
) -> None:
    page, kind = new_page(strict=False), "text/plain"
    page.goto(own_site.at("/docs/add"))
    papers = {"paper-1.txt": _told(1), "paper-2.txt": _told(10_000), "paper-3.txt": _told(2)}
    files = [FilePayload(name=name, mimeType=kind, buffer=text) for name, text in papers.items()]
    page.locator("[data-files]").set_input_files(files[:1])
    expect(page.locator("[data-job='1']")).to_contain_text("Done")
    page.locator("[data-files]").set_input_files(files)
    expect(page.locator("[data-job='2']")).to_contain_text("1 of 3 files")
    own_site.program.kill()
    own_site.program.wait()
    with serving(own_site.path, port=int(own_site.address.rpartition(":")[2])):
        page.goto(own_site.at())
        left = page.locator("[data-left]")
        expect(left).to_contain_text("Of 3 files added, 2 are not read yet")
        left.get_by_role("link", name="See what is left").click()
        job = page.locator("[data-job='2']")
        expect(job).to_contain_text("The server ended before all of it was read")
        assert job.locator("ul li").all_inner_texts() == ["paper-2.txt", "paper-3.txt"]
        job.get_by_role("button", name="Resume").click()
        expect(job).to_contain_text("1 of 3 files")
        job.get_by_role("button", name="Cancel").click()
        expect(job).to_contain_text("2 files not read")
        job.get_by_role("button", name="Leave it").click()
        expect(page.get_by_text("What you add will be listed here")).to_be_visible()
    assert [one.name for one in own_site.path.parent.glob("*unread*")] == []
