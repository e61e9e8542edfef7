"""`palanca export`, as a user meets it: every format, filters, and what is left out."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import palanca
from palanca.exchange.formats import FORMATS, Format
from palanca.records.errors import UnknownFormat
from tests.cli.running import run
from tests.exchange.outgoing_case import HOSTILE, LOSS, MEETING, OFFICE, REFUSED, UNDATED, outgoing_of, reading_of

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("case")
    with outgoing_of(
        folder, reading_of("port", MEETING, OFFICE, REFUSED, UNDATED), reading_of("evil", HOSTILE, LOSS)
    ) as made:
        assert made.case
    return str(folder / "c.palanca")


EXPORTS = """
import sys
import palanca
from palanca.exchange.dossier.writing import write_dossier
from palanca.exchange.formats import FORMATS
from pathlib import Path
with palanca.open_case(sys.argv[1]) as case:
    for ending in (ending for one in FORMATS for ending in one.endings):
        palanca.export(case, f"case{ending}")
    for ending in ("html", "md"):
        write_dossier(palanca.portrait(case, "Ama Owusu"), Path(f"owusu.{ending}"))
"""


def test_two_exports_are_the_same_bytes_whatever_the_order_of_sets(case: str, tmp_path: Path) -> None:
    written = []
    for seed in ("1", "2"):  # strings hash otherwise in each process, so that what is left to a set comes out otherwise
        folder = tmp_path / seed
        folder.mkdir()
        seeded = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", EXPORTS, case], cwd=folder, env=seeded, check=True)
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        written.append({str(path.relative_to(folder)): path.read_bytes() for path in files})
    assert written[0] == written[1]
    assert len(written[0]) > sum(len(one.endings) for one in FORMATS)  # a folder has several
    assert all(written[0].values())


@pytest.mark.parametrize("one", [one for one in FORMATS if one.is_text], ids=lambda one: one.name)
def test_standard_output_has_what_the_file_has(case: str, tmp_path: Path, one: Format) -> None:
    target = tmp_path / f"case{one.endings[0]}"
    run("export", case, "-o", str(target))
    shown = run("export", case, "-o", "-", "--format", one.name)
    assert shown.stdout == target.read_text(encoding="utf-8")


def test_filters_narrow_what_goes_out_and_the_rest_is_counted(case: str) -> None:
    shown = run("export", case, "-o", "-", "--format", "timelinejs", "--category", "consult", "--since", "2025")
    assert [slide["display_date"] for slide in json.loads(shown.stdout)["events"]] == ["4 March 2025"]
    whole = run("export", case, "-o", "-", "--format", "timelinejs")
    assert "left out: events without a time (1)\n" in whole.stderr
    assert "left out: ties, which timelinejs does not hold (1)\n" in whole.stderr


def test_what_is_no_text_is_not_written_to_standard_output(case: str) -> None:
    result = run("export", case, "-o", "-", "--format", "xlsx")
    assert isinstance(result.exception, palanca.PalancaError)
    assert str(result.exception) == "xlsx is no text: name a file that ends in .xlsx"


def test_an_unknown_format_writes_nothing(case: str, tmp_path: Path) -> None:
    result = run("export", case, "-o", str(tmp_path / "case.doc"))
    assert isinstance(result.exception, UnknownFormat)
    assert not list(tmp_path.iterdir())


def test_lists_on_standard_output_hold_no_formulas(case: str) -> None:
    assert "'=cmd|'/C calc'!A0,owns,Kofi Mensah" in run("ties", case, "--csv").stdout
    assert "\n-5,percent," in run("quantities", case, "--csv").stdout.replace("\r\n", "\n")


def test_examples_of_the_page_run_as_written(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "port.palanca").write_bytes(Path(case).read_bytes())
    monkeypatch.chdir(tmp_path)
    for command in "".join(re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)).splitlines():
        program, *words = shlex.split(command)
        assert (program, run(*words).exit_code) == ("palanca", 0), command
        assert Path(words[words.index("-o") + 1]).exists(), command


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_the_page_lists_every_format_with_its_endings(one: Format) -> None:
    endings = ", ".join("a folder" if ending == "/" else f"`{ending}`" for ending in one.endings)
    assert f"| `{one.name}` | {endings} |" in PAGE
