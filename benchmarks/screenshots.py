"""Pictures of every page for the documentation: three widths, light and dark, on the demo case.

    python benchmarks/screenshots.py docs/screenshots
    python benchmarks/screenshots.py /tmp/looks --case influence.palanca --spanish

Each is named `page-width-scheme.png` and has at most 128 colours, so that all of them together stay small.
"""

import argparse
import tempfile
from pathlib import Path
from urllib.parse import quote

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

import palanca
from palanca.demo import QUESTION, papers
from palanca.web.assets import ready_assets
from web import LAUNCH, asked, served, wait_for_answers

_WIDTHS = {1440: 900, 1024: 768, 390: 844}
_COLOURS = 128


def pages(base: str) -> dict[str, str]:
    """Paths of the case by the name of their page, with a thing, an event and a document of it where one is needed."""
    _, things = asked(f"{base}/things?limit=200")
    nobody = {"id": "none", "caption": "none"}
    person = next((one for one in things["items"] if one["schema_name"] == "Person"), nobody)
    countries = [one["country"] for one in things["items"] if one["is_country"]]
    land = QUESTION.country if QUESTION.country in countries else countries[0] if countries else QUESTION.country
    _, events = asked(f"{base}/claims?limit=1&q=kind%3Aevent+category%3ACONSULT")
    claim = events["items"][0]["id"] if events["items"] else "none"
    _, documents = asked(f"{base}/documents?limit=1")
    document = documents["items"][0]["document"]["id"] if documents["items"] else "none"
    day = QUESTION.around
    return {
        "home": "", "documents": "/docs", "add": "/docs/add", "reader": f"/docs/{document}",
        "entity": f"/e/{person['id']}", "event": f"/events/{claim}", "claim": f"/claims/{claim}",
        "network": "/network", "timeline": "/timeline", "map": "/map", "matrix": f"/matrix?host={land}",
        "window": f"/window?around={day}", "patterns": "/patterns", "audit": "/audit", "narratives": "/narratives",
        "portrait": f"/portrait?name={quote(person['caption'])}", "reconcile": "/reconcile",
        "registers": "/registers", "review": "/review?queue=claims", "judgements": "/judgements",
        "search": "/search?words=port", "dependence": f"/dependence?host={land}",
        "standing": f"/standing?host={land}", "offices": f"/offices?at={day}", "settings": "/settings",
        "help": "/help",
    }  # fmt: skip


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--case", type=Path, help="another case than the demo's")
    parser.add_argument("--page", action="append", help="only this page; may be given several times")
    parser.add_argument("--spanish", action="store_true")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    ready_assets(print)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        case = given.case or _demo(Path(folder) / "demo.palanca")
        browser = playwright.chromium.launch(**LAUNCH)
        with served(case) as address:
            name = quote(case.stem)
            wanted = pages(f"{address}/api/cases/{name}")
            for page, path in wanted.items():
                if not given.page or page in given.page:
                    _take(browser, f"{address}/c/{name}{path}", given.folder / page, spanish=given.spanish)
            if not given.page or "cases" in given.page:
                _take(browser, address, given.folder / "cases", spanish=given.spanish)


def _take(browser: Browser, address: str, to: Path, *, spanish: bool) -> None:
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, locale="es-ES" if spanish else "en-GB")
        page = context.new_page()
        for width, height in _WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.goto(address)
            wait_for_answers(page)
            page.wait_for_timeout(600)  # pictures lay themselves out
            picture = to.with_name(f"{to.name}-{width}-{scheme}.png")
            page.screenshot(path=picture)
            with Image.open(picture) as taken:
                taken.convert("RGB").quantize(_COLOURS).save(picture, optimize=True)
        context.close()


def _demo(path: Path) -> Path:
    with papers() as texts:
        palanca.read(path, [texts])
    return path


if __name__ == "__main__":
    main()
