"""The files of the interface: built when they must be, and served as they are when they cannot."""

import os
import stat
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from palanca.web.access import Access
from palanca.web.app import create_app
from palanca.web.assets import NoInterface, digest_of, ready_assets
from palanca.web.shelf import shelf_of
from tests.web.serving import HOST

_NPM = """#!/bin/sh
echo "$@" >> "$(dirname "$0")/asked"
if [ "$1" = ci ]; then mkdir -p node_modules; exit 0; fi
if [ -e "$(dirname "$0")/broken" ]; then echo "a file has an error" >&2; exit 1; fi
while [ "$1" != --outDir ]; do shift; done
cp index.html "$2/index.html"
"""


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an npm that copies index.html, notes what it was asked, and fails when there is a file `broken`."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "npm"
    script.write_text(_NPM, encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return folder


@pytest.fixture
def frontend(tmp_path: Path) -> Path:
    folder = tmp_path / "frontend"
    folder.mkdir()
    for name, text in (("package.json", "{}"), ("package-lock.json", "{}"), ("index.html", "first")):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _asked(npm: Path) -> list[str]:
    return [line.split()[0] for line in (npm / "asked").read_text(encoding="utf-8").splitlines()]


def _ignored(_line: str) -> None:
    """Nobody listens."""


def test_interface_is_built_once_and_again_when_a_file_changes(npm: Path, frontend: Path, tmp_path: Path) -> None:
    built = tmp_path / "built"
    for _ in range(2):
        assert (ready_assets(_ignored, frontend=frontend, built=built) / "index.html").read_text() == "first"
    (frontend / "index.html").write_text("second", encoding="utf-8")
    assert (ready_assets(_ignored, frontend=frontend, built=built) / "index.html").read_text() == "second"
    assert _asked(npm) == ["ci", "run", "run"]


def test_build_that_fails_says_why_and_leaves_what_was_there(npm: Path, frontend: Path, tmp_path: Path) -> None:
    built = tmp_path / "built"
    ready_assets(_ignored, frontend=frontend, built=built)
    (frontend / "index.html").write_text("second", encoding="utf-8")
    (npm / "broken").touch()
    with pytest.raises(NoInterface, match="a file has an error"):
        ready_assets(_ignored, frontend=frontend, built=built)
    assert (built / "index.html").read_text() == "first"
    assert [path.name for path in tmp_path.glob("built*")] == ["built"]


def test_without_npm_a_stale_interface_is_served_with_a_warning(
    npm: Path, frontend: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = tmp_path / "built"
    ready_assets(_ignored, frontend=frontend, built=built)
    (frontend / "index.html").write_text("second", encoding="utf-8")
    (npm / "npm").unlink()
    monkeypatch.setenv("PATH", str(npm))
    told: list[str] = []
    assert (ready_assets(told.append, frontend=frontend, built=built) / "index.html").read_text() == "first"
    assert told == ["the interface was built from other files: install Node 20 with npm to build it anew"]


def test_without_npm_and_interface_one_sentence_says_what_to_do(
    frontend: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoInterface, match="install Node 20"):
        ready_assets(_ignored, frontend=frontend, built=tmp_path / "built")


def test_digest_sees_names_and_bytes_and_no_installed_packages(frontend: Path) -> None:
    first = digest_of(frontend)
    (frontend / "node_modules").mkdir()
    (frontend / "node_modules" / "a.js").write_text("installed", encoding="utf-8")
    assert digest_of(frontend) == first
    (frontend / "index.html").rename(frontend / "other.html")
    assert digest_of(frontend) != first


@pytest.mark.parametrize("path", ["/c/lome/e/%00", f"/c/lome/e/{'x' * 300}", "/c/lome"])
def test_every_address_that_names_no_file_is_a_page(case_path: Path, tmp_path: Path, path: str) -> None:
    (tmp_path / "index.html").write_text("the page", encoding="utf-8")
    app = create_app(shelf_of([case_path]), Access(hosts=frozenset({HOST})), tmp_path)
    with TestClient(app, base_url=f"http://{HOST}", raise_server_exceptions=False) as client:
        assert client.get(path).text == "the page"
