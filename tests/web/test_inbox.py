"""The folder in which sent files wait."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from palanca.web.inbox import make_inbox

pytestmark = pytest.mark.skipif(os.name != "posix", reason="whether a process runs is asked by POSIX")


def test_documents_of_a_server_that_was_killed_are_removed_and_those_of_one_that_runs_stay(tmp_path: Path) -> None:
    killed = subprocess.Popen([sys.executable, "-c", ""])
    killed.wait()
    names = (f"palanca-{killed.pid}-one", f"palanca-{os.getpid()}-two", "palanca-notes", "palanca-of-mine")
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "letter.txt").write_text("To the minister", encoding="utf-8")
    made = make_inbox(tmp_path)
    assert {one.name for one in tmp_path.iterdir()} == {*names[1:], made.name}
    assert made.name.startswith(f"palanca-{os.getpid()}-")


def test_folder_that_only_looks_like_an_inbox_is_not_followed(tmp_path: Path) -> None:
    killed = subprocess.Popen([sys.executable, "-c", ""])
    killed.wait()
    (tmp_path / "mine").mkdir()
    (tmp_path / f"palanca-{killed.pid}-x").symlink_to(tmp_path / "mine")
    make_inbox(tmp_path)
    assert (tmp_path / "mine").is_dir()
