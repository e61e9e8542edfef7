"""What each page of the interface asks of a large case, and what every answer costs the server.

    python benchmarks/ledger_pages.py ledger.palanca
    python benchmarks/ledger_pages.py ledger.palanca --only map timeline

Each page is opened in Chromium, by the address that a reader would have, and what it asks for is written down as soon
as it asks. What was kept in the case of the answers is dropped again, and a server that has answered nothing yet is
asked the same, page by page, one question after the other, twice: what is printed are the seconds of a processor that
the server spends until the whole answer is there. It works nothing out ahead. With `--apart` each page has a server of
its own, so that nothing loaded for the page before helps it. In the end the memory of the server is told.

Then claims are judged, and after a change all is asked again: see `ledger_changes`. The judgements stay in the case:
measure a copy. What looks at the whole ledger takes minutes: `--without audit narratives brokers communities cores`
leaves it out.

With `--met` it tells instead what a reader meets in a case as `palanca read` leaves it: each page is opened once, as a
reader would, by a server that works ahead as any does, and what is told are the seconds of the clock until its title
stands there, until it says that an answer is still being worked out, if it does, and until nothing of it waits any
more. Whether an answer is shown as it was before a change is told too. A page that takes over a minute is left.
"""

import argparse
import json
import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, unquote
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Request as Seen

from ledger_changes import after_a_change, review_actions
from web import LAUNCH

_ABOUT = "host={country}"
PAGES: Mapping[str, str] = {
    "cases": "/",
    "home": "/c/{case}",
    "documents": "/c/{case}/docs",
    "documents of words": "/c/{case}/docs?words=agenda",
    "add": "/c/{case}/docs/add",
    "reader": "/c/{case}/docs/{document}",
    "entity, a country": "/c/{case}/e/{state}",
    "entity, named most": "/c/{case}/e/{thing}",
    "entity, rarer": "/c/{case}/e/{rarer}",
    "event": "/c/{case}/events/{event}",
    "claim": "/c/{case}/claims/{event}",
    "network": "/c/{case}/network",
    "network, of a period": "/c/{case}/network?from=2019&to=2020",
    "network, a country": "/c/{case}/network?focus={state}",
    "network, two steps": "/c/{case}/network?focus={state}&steps=2",
    "network, named most": "/c/{case}/network?focus={thing}",
    "network, rarer": "/c/{case}/network?focus={rarer}",
    "ways between two": "/c/{case}/network?focus={thing}&path={rarer}",
    "ways between two countries": "/c/{case}/network?focus={state}&path={neighbour}",
    "brokers": "/c/{case}/network?tab=brokers",
    "communities": "/c/{case}/network?tab=communities",
    "cores": "/c/{case}/network?tab=cores",
    "timeline": "/c/{case}/timeline",
    "timeline, of a period": "/c/{case}/timeline?from=2019&to=2020",
    "map": "/c/{case}/map",
    "map, of a period": "/c/{case}/map?from=2019&to=2020",
    "matrix, no host": "/c/{case}/matrix",
    "matrix, named most": "/c/{case}/matrix?" + _ABOUT,
    "matrix": "/c/{case}/matrix?host={other}",
    "matrix, by branch": "/c/{case}/matrix?cols=branch&" + _ABOUT,
    "matrix, two periods": "/c/{case}/matrix?measure=change&then=2010%2F2014&since=2015%2F2020&" + _ABOUT,
    "window, no day": "/c/{case}/window",
    "window": "/c/{case}/window?around=2015-06-01",
    "patterns": "/c/{case}/patterns",
    "narratives": "/c/{case}/narratives",
    "portrait, no name": "/c/{case}/portrait",
    "portrait, a country": "/c/{case}/portrait?name={state}",
    "portrait, named most": "/c/{case}/portrait?name={thing}",
    "portrait, rarer": "/c/{case}/portrait?name={rarer}",
    "reconcile": "/c/{case}/reconcile",
    "dependence": "/c/{case}/dependence?" + _ABOUT,
    "standing": "/c/{case}/standing?" + _ABOUT,
    "standing, by year": "/c/{case}/standing?byYear=1&" + _ABOUT,
    "offices, of all": "/c/{case}/offices?at=2015",
    "offices, of a body": "/c/{case}/offices?at=2015&body={country}",
    "who": "/c/{case}/offices?who=ambassador&at=2015&body={country}",
    "registers": "/c/{case}/registers",
    "review": "/c/{case}/review",
    "review of claims": "/c/{case}/review?queue=claims",
    "review of dates": "/c/{case}/review?queue=dates",
    "judgements": "/c/{case}/judgements",
    "search, empty": "/c/{case}/search",
    "search": "/c/{case}/search?words=agenda",
    "search, of events": "/c/{case}/search?q=kind:event",
    "settings": "/c/{case}/settings",
    "help": "/c/{case}/help",
    "audit": "/c/{case}/audit",
}
_LOOKED_AT_S = 1.0
_FOLLOWED_S = 5  # what a page asks because of an answer, it asks once that is there
# What is worked out ahead would not be asked for at first.
_SERVE = """
import sys
from palanca.cli import main
from palanca.web import analyses
analyses.LARGE_CLAIMS = sys.maxsize
main()
"""
_SERVE_AHEAD = "from palanca.cli import main; main()"
_MOST_MET_S = 60
_WAIT_S = 600
_TOLD_FROM_S = 0.25
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Server:
    """A server of one case."""

    address: str
    process: int

    def seconds(self) -> float:
        """What it and its processes have spent of a processor, those that have ended too."""
        return sum(_spent(process, self.process) for process in Path("/proc").glob("[0-9]*")) / _TICKS

    def memory(self) -> str:
        """What it holds, and held at most."""
        told = Path(f"/proc/{self.process}/status").read_text()
        held = {name: int(kib) // 1024 for name, kib in re.findall(r"(VmHWM|VmRSS):\s+(\d+) kB", told)}
        return f"{held['VmRSS']} MiB held, {held['VmHWM']} MiB at most"

    def answer(self, path: str) -> Any:
        """The whole answer."""
        request = Request(self.address + path, headers={"Prefer": f"wait={_WAIT_S}"})  # noqa: S310  # our own
        with urlopen(request, timeout=_WAIT_S) as given:  # noqa: S310
            return json.load(given)

    def given(self, path: str, body: object = None, **headers: str) -> tuple[int, dict[str, str], Any]:
        """The status, the headers by small letters, and the answer."""
        packed = None if body is None else json.dumps(body).encode()
        told = {"Content-Type": "application/json", **headers}
        try:
            with urlopen(Request(self.address + path, packed, told), timeout=_WAIT_S) as given:  # noqa: S310  # our own
                return given.status, {name.lower(): value for name, value in given.headers.items()}, json.load(given)
        except HTTPError as refusal:
            return refusal.code, {}, None

    def ask(self, path: str) -> tuple[float, int, int]:
        """Processor seconds until the whole answer, its status and its length."""
        request = Request(self.address + path, headers={"Prefer": f"wait={_WAIT_S}"})  # noqa: S310  # our own
        before = self.seconds()
        try:
            with urlopen(request, timeout=_WAIT_S) as answer:  # noqa: S310
                length, status = len(answer.read()), answer.status
        except HTTPError as refusal:
            length, status = 0, refusal.code
        return self.seconds() - before, status, length


def _spent(process: Path, server: int) -> int:
    """What a process has spent, with its children that have ended, if it is the server or one of its own."""
    try:
        after_name = (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:  # it has ended just now
        return 0
    return sum(map(int, after_name[11:15])) if server in {int(process.name), int(after_name[1])} else 0


@contextmanager
def served(case: Path, program_text: str = _SERVE) -> Iterator[Server]:
    """A server of the case."""
    command = [sys.executable, "-c", program_text, "serve", str(case), "--port", "0"]
    program = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        said = iter(program.stderr or ())
        address = next(found[0] for line in said if (found := re.search(r"http://[\d.]+:\d+", line)))
        server = Server(address, program.pid)
        if program_text == _SERVE:
            _wait_until_idle(server)  # what is loaded ahead is no part of the first answer
        yield server
    finally:
        program.terminate()
        program.wait()


def _wait_until_idle(server: Server) -> None:
    spent = -1.0
    while spent != server.seconds():
        spent = server.seconds()
        time.sleep(2)


def _shown(server: Server, case: Path) -> dict[str, str]:
    """What pages are opened on: things named most and rarely, countries, a claim and a document."""

    def answer(path: str) -> Any:
        return server.answer(f"/api/cases/{quote(case.stem)}{path}")

    things = answer("/things?limit=200")["items"]
    lands = [one for one in things if one["is_country"]]
    others = [one for one in things if not one["is_country"] and one["schema_name"] == "Person"] or things
    event = answer("/claims?q=kind%3Aevent&limit=1")["items"][0]
    return {
        "case": quote(case.stem),
        "state": lands[0]["id"],
        "neighbour": lands[min(1, len(lands) - 1)]["id"],
        "country": quote(lands[0]["country"]),
        "other": quote(lands[min(9, len(lands) - 1)]["country"]),
        "thing": others[0]["id"],
        "rarer": others[-1]["id"],
        "event": event["id"],
        "document": answer("/documents?limit=1")["items"][0]["document"]["id"],
    }


def _asked_by(browser: Browser, address: str) -> list[str]:
    """What a page asks of the API within some seconds, in the order of asking, each once."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    paths: dict[str, None] = {}
    page.on("request", partial(_note, paths))
    page.goto(address)
    page.wait_for_timeout(1000 * _LOOKED_AT_S)
    deadline = time.monotonic() + _FOLLOWED_S
    while page.locator("[aria-busy=true]").count() and time.monotonic() < deadline:
        page.wait_for_timeout(100)
    context.close()
    return list(paths)


def _note(paths: dict[str, None], request: Seen) -> None:
    path = re.sub(r"^https?://[^/]+", "", request.url)
    if path.startswith("/api/") and request.method == "GET" and not path.endswith("/news"):
        paths.setdefault(path)


def _measure(server: Server, page: str, paths: list[str]) -> None:
    first = [server.ask(path) for path in paths]
    then = [server.ask(path) for path in paths]
    print(f"{page:24} {sum(one for one, *_ in first):7.2f} {sum(one for one, *_ in then):7.2f}", flush=True)
    for path, (cold, status, length), (warm, *_) in zip(paths, first, then, strict=True):
        told = "" if status == 200 else f"  (status {status})"
        print(f"    {cold:7.2f} {warm:7.2f} {length / 1000:8.0f} kB  {_said(path)}{told}", flush=True)


def _said(path: str) -> str:
    return (re.sub(r"^/api/cases/[^/?]+", "", unquote(path)) or "/")[:110]


def measure(case: Path, wanted: Mapping[str, str] = PAGES, *, apart: bool = False) -> None:
    """Print what these pages ask of a case, and what each answer costs; `apart` gives each page its own server."""
    with served(case) as server, sync_playwright() as playwright:
        known = _shown(server, case)
        browser = playwright.chromium.launch(**LAUNCH)
        asked = {name: _asked_by(browser, server.address + path.format(**known)) for name, path in wanted.items()}
        browser.close()
    with closing(sqlite3.connect(case)) as connection, connection:
        connection.execute("DELETE FROM kept_answers")
    print("page, and each request: processor seconds at first and again")
    if apart:
        for name, paths in asked.items():
            with served(case) as server:
                _measure(server, name, paths)
                print(f"    {server.memory()}", flush=True)
        return
    with served(case) as server:
        for name, paths in asked.items():
            _measure(server, name, paths)
        print(server.memory())
        base = f"/api/cases/{quote(case.stem)}"
        review_actions(server, base)
        print("after a change: s by the clock until something is shown, and until it is of now (what takes over .25)")
        every = dict.fromkeys(path for paths in asked.values() for path in paths)
        for path, shown, now in after_a_change(server, base, every):
            if now > _TOLD_FROM_S:
                print(f"    {shown:7.2f} {now:7.2f}  {_said(path)}", flush=True)
        print(server.memory())


def meet(case: Path, wanted: Mapping[str, str] = PAGES) -> None:
    """Print what a reader meets who opens these pages one after the other."""
    with served(case, _SERVE_AHEAD) as server, sync_playwright() as playwright:
        known = _shown(server, case)
        browser = playwright.chromium.launch(**LAUNCH)
        print("page: s by the clock until its title, until it says that it is being worked out, until all is there")
        for name, path in wanted.items():
            title, told, there, older = _met(browser, server.address + path.format(**known))
            marks = f"{title:7.2f} {told:7.2f}" if told else f"{title:7.2f}       -"
            shown = f"{there:7.2f}" if there else f"  > {_MOST_MET_S}"
            print(f"{name:24} {marks} {shown}{'  as it was before' if older else ''}", flush=True)
        browser.close()
        print(server.memory())


def _met(browser: Browser, address: str) -> tuple[float, float, float, bool]:
    """Seconds until the title, until it is told that something waits, until nothing does, and whether it is older."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page, begun, told = context.new_page(), time.perf_counter(), 0.0
    page.goto(address, wait_until="commit")
    page.locator("main h1").first.wait_for(timeout=1000 * _MOST_MET_S)
    title = passed = time.perf_counter() - begun
    while page.locator("[aria-busy=true]").count() and passed < _MOST_MET_S:
        page.wait_for_timeout(20)
        passed = time.perf_counter() - begun
        told = told or (passed if page.locator("[aria-busy=true] [role=status]").count() else 0.0)
    older = page.locator(".older[role=status]").count() > 0
    context.close()
    return title, told, passed if passed < _MOST_MET_S else 0.0, older


def main() -> None:
    """Measure the pages that are chosen of one case."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    parser.add_argument("--only", nargs="*", default=[""], help="pages whose name begins so")
    parser.add_argument("--without", nargs="*", default=[], help="all but pages whose name begins so")
    parser.add_argument("--apart", action="store_true", help="a new server for each page")
    parser.add_argument("--met", action="store_true", help="what a reader meets, by the clock")
    given = parser.parse_args()
    chosen = {name: path for name, path in PAGES.items() if name.startswith(tuple(given.only))}
    wanted = {name: path for name, path in chosen.items() if not name.startswith(tuple(given.without))}
    if given.met:
        meet(given.case, wanted)
    else:
        measure(given.case, wanted, apart=given.apart)


if __name__ == "__main__":
    main()
