"""One browser and one served demo case for all tests of pages that only look; copies for those that decide."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

import palanca
from palanca.demo import papers
from palanca.web.assets import ready_assets
from tests.web.pages.site import ARGUMENTS, Site, lasting_port, serving
from tests.web.serving import influence_case

_PATIENCE_MS = 120_000  # what is there in a second takes half a minute where six others use the machine
expect.set_options(timeout=_PATIENCE_MS)
_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of pages need a browser; `.ci/run` installs one."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.slow)
            if _CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium: apt-get install chromium"))


@pytest.fixture(scope="session")
def demo_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "demo.palanca"
    with papers() as texts:
        palanca.read(path, [texts])
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=_CHROMIUM, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def interface() -> Path:
    """The built interface, so that servers do not build it one after the other."""
    return ready_assets(print)


@pytest.fixture(scope="session")
def site(demo_path: Path, interface: Path) -> Iterator[Site]:
    """The demo case, for tests that only look."""
    assert interface
    with serving(demo_path) as served:
        yield served


@pytest.fixture(scope="session")
def influence_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return influence_case(tmp_path_factory.mktemp("influence"))


@pytest.fixture(scope="session")
def influence_site(influence_path: Path, interface: Path) -> Iterator[Site]:
    """A case of press and three registers, for tests that only look."""
    assert interface
    with serving(influence_path) as served:
        yield served


@pytest.fixture
def own_site(demo_path: Path, interface: Path, tmp_path: Path) -> Iterator[Site]:
    """A copy of the demo case, for a test that decides or adds."""
    assert interface
    own = tmp_path / "own.palanca"
    shutil.copy(demo_path, own)
    with serving(own, lasting_port()) as served:
        yield served


@pytest.fixture
def own_influence_site(influence_path: Path, interface: Path, tmp_path: Path) -> Iterator[Site]:
    """A copy of the case of press and registers, for a test that decides."""
    assert interface
    own = tmp_path / "own.palanca"
    shutil.copy(influence_path, own)
    with serving(own) as served:
        yield served


type NewPage = Callable[..., Page]


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Opens pages, by default 1440 × 900, light and English; fails if one asks another host or logs an error."""
    troubles: list[str] = []
    with ExitStack() as opened:

        def open_page(*, strict: bool = True, **wanted: Any) -> Page:
            given = {"viewport": {"width": 1440, "height": 900}, "locale": "en-GB", "color_scheme": "light"} | wanted
            context = browser.new_context(**given)
            opened.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(_PATIENCE_MS)
            page.on("request", lambda request: troubles.extend(_foreign(request)))
            if strict:
                page.on("console", lambda message: troubles.extend(_error(message)))
                page.on("pageerror", lambda error: troubles.append(str(error)))
            return page

        yield open_page
        seen = list(troubles)  # before the pages are closed
    assert seen == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """One page as a reader has it."""
    return new_page()


def _foreign(request: Request) -> Iterator[str]:
    parts = urlsplit(request.url)
    if parts.scheme not in {"blob", "about"} and parts.hostname != "127.0.0.1":
        yield f"asked {request.url}"


def _error(message: ConsoleMessage) -> Iterator[str]:
    if message.type == "error":
        yield f"{message.text} ({message.location.get('url', '')})"
