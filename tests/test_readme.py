"""Every snippet of the README works as written."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import palanca
from palanca.exchange.scorecard import markdown, scorecard

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


_QUIET = {"read", "review", "rebuild"}  # say what they did on standard error


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", README, re.DOTALL)


def test_worked_example_runs_as_written(tmp_path: Path) -> None:
    for name, text in re.findall(r"```text file=(\S+)\n(.*?)```", README, re.DOTALL):
        (tmp_path / name).write_text(text, encoding="utf-8")
    for command in "".join(blocks("console")).strip().splitlines():
        words = [sys.executable, "-m", *shlex.split(command)]
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False, input="")
        assert done.returncode == 0, (command, done.stderr)
        assert done.stdout or command.split()[1] in _QUIET or {"-o", "--export"} & set(words), command
    (script,) = blocks("python")
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Ama Owusu" in done.stdout, done.stderr


def test_linked_pages_exist() -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / link).exists(), link


def test_library_offers_what_it_lists() -> None:
    for name in palanca.__all__:
        assert getattr(palanca, name) is not None


def test_pages_show_the_card_that_the_command_prints() -> None:
    table = markdown(scorecard())
    for page in ("README.md", "docs/measured.md"):
        assert table in (ROOT / page).read_text(encoding="utf-8"), page
