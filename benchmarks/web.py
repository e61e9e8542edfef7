"""What the interface costs: code of the shell and of each page, first paint, answers of the API, a judgement.

    python benchmarks/web.py demo.palanca
    python benchmarks/web.py ledger.palanca --ledger

Serves a copy of the case and opens each page in Chromium with an empty cache. Code is what a page asks for until it has
answered: JavaScript with workers, style sheets and words, each file packed by gzip, without fonts and the outlines of
the world; the shell is what index.html asks for by itself, without the words. Paint is the browser's
"first-contentful-paint"; a page has answered when no panel of it waits any more. The API is asked on loopback. Times
are seconds of the wall on this machine, beside whatever else it does.

With --ledger a large case is served as it is, and what each page asks of it is measured in processor seconds: see
`ledger_pages`, which has more to choose.
"""

import argparse
import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, Page, Response, sync_playwright

LAUNCH: dict[str, Any] = {
    "executable_path": shutil.which("chromium") or "chromium",
    "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
}
_PAGES = (
    "", "/docs", "/docs/add", "/search?q=port", "/network", "/timeline", "/map", "/matrix", "/window", "/patterns",
    "/audit", "/narratives", "/portrait", "/reconcile", "/registers", "/review", "/judgements", "/dependence",
    "/standing", "/offices", "/settings", "/help",
)  # fmt: skip
_ANSWERS = (
    "", "/claims?limit=50", "/claims?q=kind%3Aevent&limit=50", "/documents?limit=50", "/things?limit=50", "/review",
    "/histogram", "/network", "/marks", "/map", "/judgements",
)  # fmt: skip


@contextmanager
def served(case: Path) -> Iterator[str]:
    """The address of a server of the case."""
    command = [sys.executable, "-m", "palanca", "serve", str(case), "--port", "0"]
    program = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        said = iter(program.stderr or ())
        yield next(found[0] for line in said if (found := re.search(r"http://[\d.]+:\d+", line)))
    finally:
        program.terminate()
        program.wait()


def asked(address: str, body: object = None) -> tuple[float, dict[str, Any]]:
    """Seconds until the answer was whole, and the answer."""
    packed = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json", "Prefer": "wait=600"}
    request = Request(address, packed, headers)  # noqa: S310  # our own server
    begun = time.perf_counter()
    with urlopen(request, timeout=600) as answer:  # noqa: S310
        content = answer.read()
    return time.perf_counter() - begun, json.loads(content)


def _answers(base: str, rounds: int) -> None:
    print("\nanswers of the API (seconds: fastest, slowest)")
    for path in _ANSWERS:
        seconds = [asked(f"{base}{path}")[0] for _ in range(rounds)]
        print(f"  {min(seconds):7.3f} {max(seconds):7.3f}  {path or '/'}")
    _, things = asked(f"{base}/things?limit=20")
    for name, path in (("thing", "/things/{}"), ("claims of a thing", "/claims?q=who%3A{}&limit=20")):
        seconds = [asked(base + path.format(quote(one["id"])))[0] for one in things["items"]]
        print(f"  {min(seconds):7.3f} {max(seconds):7.3f}  {name}, of the {len(seconds)} named most")


def _judgements(base: str, rounds: int) -> None:
    """Confirm one claim after the other, each time once what went before is settled."""
    _, page = asked(f"{base}/claims?limit={rounds}&q=kind%3Aevent")
    kept, settled = [], []
    for claim in page["items"]:
        begun = time.perf_counter()
        kept.append(asked(f"{base}/judgements", {"verdict": "confirm", "on": [claim["id"]], "who": "benchmark"})[0])
        while not _is_settled(base):
            time.sleep(0.02)
        settled.append(time.perf_counter() - begun)
    if kept:
        print(f"\na judgement (seconds): kept {min(kept):.3f} to {max(kept):.3f}, settled {max(settled):.3f} at most")


def _is_settled(base: str) -> bool:
    _, case = asked(base)
    return bool(case["is_settled"])


def _pages(browser: Browser, address: str) -> None:
    print("\npages (gzip kB of code, first paint, answered)")
    for path in _PAGES:
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        page = context.new_page()
        code: dict[str, int] = {}
        page.on("response", partial(_weigh, code))
        begun = time.perf_counter()
        page.goto(f"{address}{path}")
        wait_for_answers(page)
        answered = time.perf_counter() - begun
        paint = page.evaluate(
            "() => performance.getEntriesByName('first-contentful-paint').map(one => one.startTime / 1000)[0] ?? null"
        )
        print(f"  {sum(code.values()) / 1000:6.1f}  {paint or float('nan'):6.3f} {answered:7.3f}  {path or '/'}")
        context.close()


def wait_for_answers(page: Page) -> None:
    """Until the page has its title and no panel waits."""
    page.locator("main h1").first.wait_for(timeout=120_000)
    while page.locator("[aria-busy=true]").count():
        page.wait_for_timeout(10)


def _weigh(code: dict[str, int], response: Response) -> None:
    if re.search(r"\.(js|css)$|/words-\w+/.*\.json$", response.url) and response.status == 200:
        code[response.url] = len(gzip.compress(response.body()))


def _shell(built: Path) -> None:
    """What index.html loads, with what that imports at once."""
    waiting = re.findall(r'(?:src|href)="/(assets/[^"]+\.(?:js|css))"', (built / "index.html").read_text())
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            text = (built / name).read_text(encoding="utf-8")
            folder = name.rpartition("/")[0]
            waiting += [f"{folder}/{one}" for one in re.findall(r'(?:from|import)\s*["`]\./([^"`]+\.js)["`]', text)]
    code = sum(len(gzip.compress((built / name).read_bytes())) for name in seen if name.endswith(".js"))
    styles = sum(len(gzip.compress((built / name).read_bytes())) for name in seen if name.endswith(".css"))
    print(f"shell: {code / 1000:.1f} kB of code and {styles / 1000:.1f} kB of styles, gzip, in {len(seen)} files")


def main() -> None:
    """Measure one case."""
    from palanca.web.assets import ready_assets

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--ledger", action="store_true", help="measure what each page asks of a large case")
    given = parser.parse_args()
    if given.ledger:
        from ledger_pages import measure

        measure(given.case)
        return
    _shell(ready_assets(print))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        case = Path(shutil.copy(given.case, folder))
        browser = playwright.chromium.launch(**LAUNCH)
        with served(case) as address:
            base = f"{address}/api/cases/{quote(case.stem)}"
            _answers(base, given.rounds)
            _pages(browser, f"{address}/c/{quote(case.stem)}")
            _judgements(base, given.rounds)


if __name__ == "__main__":
    main()
