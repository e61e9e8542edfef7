"""What pages open on, worked out where a case has just been read."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from palanca.cli.app import app
from palanca.store import open_case
from palanca.web import apart, desk
from palanca.web.ahead import work_ahead
from palanca.web.analyses import opened_on
from palanca.web.apart import Apart
from tests.waiting import wait_until
from tests.web.processes import dying, never
from tests.web.serving import client_of

type Told = list[tuple[str, tuple[int, int], tuple[int, int]]]


def _ignore(_page: str, _pages: tuple[int, int], _steps: tuple[int, int]) -> None:
    """Nobody looks."""


def _kept(case: Path) -> int:
    with closing(sqlite3.connect(case)) as connection:
        return int(connection.execute("SELECT count(*) FROM kept_answers").fetchone()[0])


@pytest.fixture
def large(case_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case that passes for large, and of which every answer is kept."""
    monkeypatch.setattr("palanca.web.analyses.LARGE_CLAIMS", 1)
    return Path(shutil.copy(case_path, tmp_path))


def _instead(monkeypatch: pytest.MonkeyPatch, main: apart.Main) -> None:
    """Have the process that answers do something else."""
    monkeypatch.setattr(desk, "Apart", lambda path: Apart(path, main=main))


def test_pages_of_a_large_case_find_their_answers_kept(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: Told = []
    work_ahead(large, lambda *one: told.append(one))
    of = len(list(opened_on(large.stem)))
    assert {pages for _, pages, _ in told} == {(number, of) for number in range(of)}
    _instead(monkeypatch, dying)
    work_ahead(large, _ignore)  # and asks for none again
    monkeypatch.setattr("palanca.web.routes.questions.patterns", None)
    address = next(one for one in opened_on(large.stem) if "patterns" in one)
    with client_of(large) as client:
        assert client.get(address).status_code == 200


def test_nothing_is_worked_out_of_a_small_case(
    case_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = Path(shutil.copy(case_path, tmp_path))
    _instead(monkeypatch, dying)
    work_ahead(small, _ignore)
    assert _kept(small) == 0


def test_change_by_another_program_leaves_the_rest_out(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _instead(monkeypatch, never)

    def change(_page: str, _pages: tuple[int, int], _steps: tuple[int, int]) -> None:
        with closing(sqlite3.connect(large)) as connection, connection:
            connection.execute("UPDATE progress SET changed = settled + 1")

    work_ahead(large, change)
    assert _kept(large) == 0


def _read(case: Path, *more: str) -> tuple[int, str]:
    """Read nothing new by the command: its exit code, and what it says."""
    result = CliRunner().invoke(app, ["read", str(case), "--quiet", *more])
    return result.exit_code, result.stderr


def test_reading_works_pages_out_unless_asked_not_to(large: Path) -> None:
    assert (_read(large, "--no-ahead")[0], _kept(large)) == (0, 0)
    assert (_read(large)[0], _kept(large)) == (0, len(list(opened_on(large.stem))))


def test_reading_stands_when_pages_cannot_be_worked_out(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _instead(monkeypatch, dying)
    code, said = _read(large)
    assert (code, "lack of memory" in said, "all is read and settled" in said) == (0, True, True)


_READING = """
import signal
import sys
from palanca.cli import main
from palanca.web import analyses, desk
from palanca.web.apart import Apart
from tests.web.processes import beginning

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell takes from what it runs behind
    analyses.LARGE_CLAIMS = 1
    desk.Apart = lambda path: Apart(path, main=beginning)
    main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")
@pytest.mark.parametrize(("signalled", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_reading_that_is_stopped_at_its_pages_leaves_a_settled_case(
    large: Path, tmp_path: Path, signalled: signal.Signals, code: int
) -> None:
    script = tmp_path / "reading.py"
    script.write_text(_READING, encoding="utf-8")
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    program = subprocess.Popen([sys.executable, str(script), "read", str(large), "--quiet"], env=here)
    begun = large.with_suffix(".begun")
    wait_until(lambda: begun.exists() or program.poll() is not None, "reading comes to its pages")
    assert begun.exists()
    program.send_signal(signalled)
    assert program.wait(300) == code
    with open_case(large) as case:
        assert (case.revision()[0] == case.revision()[1], _kept(large)) == (True, 0)
