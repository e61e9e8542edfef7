"""How soon the page of the network stands once the server has answered, and how long a frame takes while it is zoomed.

    python benchmarks/network_page.py [--things 1200] [--ties 5000]

The answer is invented; the browser is Chromium without a GPU. `drawn` is when the network is first seen, in its rough
shape; `laid out` when every thing stands where it stays (a worker computes both beside the page). `frame` is the median
time in which the whole network is drawn anew. Times are of the wall; beside them stands what the page's own thread took
of a processor, from its first byte until the network was drawn, and for a frame.
"""

import json
import shutil
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from statistics import median

from playwright.sync_api import CDPSession, Page, Route, sync_playwright
from tests.web.pages.invented import invented_network
from tests.web.pages.site import ARGUMENTS, serving

import palanca
from palanca.demo import papers

_BUSY = "document.querySelector('.drawing > p[role=status]') !== null"
# The first stroke on the picture, and the end of the frame that shows it: asking the canvas for its pixels would itself
# take longer than drawing it.
_WATCH = """(() => {
  const stroke = CanvasRenderingContext2D.prototype.stroke
  CanvasRenderingContext2D.prototype.stroke = function (...given) {
    stroke.apply(this, given)
    if (window.drawnAt !== undefined || !this.canvas.closest('[role=application]')) return
    window.drawnAt = null
    requestAnimationFrame(() => setTimeout(() => (window.drawnAt = performance.now())))
  }
})()"""
_ANSWERED = (
    "performance.getEntriesByType('resource').filter(one => /\\/network\\?/.test(one.name)).at(-1)?.responseEnd ?? 0"
)
_FRAMES = """async () => {
  const host = document.querySelector('[role=application]')
  const took = []
  for (let turn = 0; turn < 40; turn++) {
    host.dispatchEvent(new KeyboardEvent('keydown', {key: turn % 2 ? '-' : '+', bubbles: true}))
    const start = performance.now()
    await new Promise(requestAnimationFrame)
    await new Promise(done => setTimeout(done))
    took.push(performance.now() - start)
  }
  return took
}"""


def main() -> None:
    """Print the times of one page."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--things", type=int, default=1_200)
    parser.add_argument("--ties", type=int, default=5_000)
    asked = parser.parse_args()
    body = json.dumps(invented_network(asked.things, asked.ties))
    with tempfile.TemporaryDirectory() as folder, papers() as texts:
        path = Path(folder) / "demo.palanca"
        palanca.read(path, [texts])
        with serving(path) as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.route("**/api/cases/*/network?*", lambda route: _answer(route, body))
            page.add_init_script(_WATCH)
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            page.goto(site.at("/network?all=yes"))
            while page.evaluate("window.drawnAt == null"):
                page.wait_for_timeout(10)
            print(f"the page's thread took {_worked(session):.0f} ms of a processor until the network was drawn")
            laid_out = _until(page, _BUSY)
            drawn = page.evaluate(f"window.drawnAt - ({_ANSWERED})")
            print(f"{asked.ties} ties: drawn {drawn:.0f} ms after the answer, laid out {laid_out:.0f} ms")
            before = _worked(session)
            frame = median(page.evaluate(_FRAMES))
            print(f"frame: {frame:.0f} ms (median of 40); {(_worked(session) - before) / 40:.0f} ms of a processor")


def _worked(session: CDPSession) -> float:
    """Milliseconds of a processor that the page's own thread has taken."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))


def _answer(route: Route, body: str) -> None:
    route.fulfill(body=body, content_type="application/json")


def _until(page: Page, waiting: str) -> float:
    """Milliseconds from the answer until an expression no longer holds."""
    while page.evaluate(waiting):
        page.wait_for_timeout(20)
    return float(page.evaluate(f"performance.now() - ({_ANSWERED})"))


if __name__ == "__main__":
    main()
