"""Files that commands read and write."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from palanca.records.errors import InvalidJudgement, UnreadableInput, UnwritableOutput
from tests.cli.running import run


@pytest.fixture
def case(tmp_path: Path) -> str:
    (tmp_path / "lome.txt").write_text("Togo's president, Paul Agbeko, met Ama Dzokoto in Lomé.", encoding="utf-8")
    run("read", tmp_path / "a.palanca", tmp_path / "lome.txt", "--quiet", "--no-ahead")
    return str(tmp_path / "a.palanca")


def test_place_that_cannot_be_written_is_told(case: str, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps({"id": "a", "text": "Togo thanked Ghana."}), encoding="utf-8")
    gone = tmp_path / "gone" / "out.jsonl"
    commands = (
        ("facts", case, "-o", gone),
        ("code", source, "-o", gone),
        ("annotate", source, "-o", gone),
        ("judgements", case, "--export", gone),
    )
    for command in commands:
        problem = run(*command).exception
        assert isinstance(problem, UnwritableOutput)
        assert str(problem) == f"{gone} cannot be written (No such file or directory): name another place"


def test_what_is_no_text_is_told(case: str, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"\xff\xfe\x00")
    for command in (("code", source), ("annotate", source), ("judgements", case, "--import", source)):
        problem = run(*command).exception
        assert isinstance(problem, UnreadableInput)
        assert str(problem) == f"{source} is no text in UTF-8: save it so"


def test_file_that_is_not_there_is_told(case: str, tmp_path: Path) -> None:
    for command in (("code", tmp_path / "gone"), ("judgements", case, "--import", tmp_path / "gone")):
        problem = run(*command).exception
        assert isinstance(problem, UnreadableInput)
        assert "gone cannot be read (No such file or directory)" in str(problem)


def test_judgement_that_is_none_is_told_with_its_file_and_line(case: str, tmp_path: Path) -> None:
    (tmp_path / "theirs.jsonl").write_text("\nno judgement\n", encoding="utf-8")
    problem = run("judgements", case, "--import", tmp_path / "theirs.jsonl").exception
    assert isinstance(problem, InvalidJudgement)
    assert str(problem).startswith(f"{tmp_path / 'theirs.jsonl'}: line 2 is no line of JSON")


def test_output_stays_as_it_was_when_a_command_fails(tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(b'{"id": "a", "text": "Togo thanked Ghana."}\n' + b"\xff" * 20_000)
    out.write_text("kept", encoding="utf-8")
    assert isinstance(run("code", source, "-o", out).exception, UnreadableInput)
    assert out.read_text(encoding="utf-8") == "kept"


def test_printing_where_there_is_no_room_is_told_in_one_line() -> None:
    command = [sys.executable, "-m", "palanca", "mapping", "list"]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    said = "what is printed found no room (No space left on device): free some space, or send it elsewhere"
    assert (done.returncode, done.stderr) == (1, f"palanca: {said}\n")


def test_reader_that_has_had_enough_ends_a_command_in_silence() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "palanca", "mapping", "list"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")
