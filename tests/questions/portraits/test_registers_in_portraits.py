"""What registers say of the thing of a portrait, and names that are no markup."""

from pathlib import Path

import pytest
from lxml.html import document_fromstring
from typer.testing import CliRunner

import palanca
from palanca.cli.app import app
from palanca.exchange.dossier.content import Dossier
from palanca.exchange.dossier.html import html
from palanca.exchange.dossier.markdown import markdown
from palanca.pipeline import ReadOptions

MAPPING = """\
name: calls
title: Calls on ministers of Ghana
language: en
covers:
  - {kind: event, category: CONSULT, mode: meet, countries: [GHA], time: 2023}
things:
  visitor: {schema: Person, name: visitor}
  minister: {schema: Person, name: minister, country: {constant: Ghana}}
  land: {schema: Place, name: {constant: Ghana}, country: itself}
statements:
  - {kind: event, category: CONSULT, mode: {constant: meet}, actor: [visitor], recipient: [minister], time: day}
  - {kind: office, role: {constant: minister of trade}, status: current, person: [minister], body: [land], time: day}
"""
ROWS = "visitor,minister,day\nLucia Montero,Kofi Addo,2023-05-03\nOto Berg,Kofi Addo,2023-06-01\n"
PRESS = {
    "late": "Ghana's minister of trade, Kofi Addo, met the Kenyan ambassador, Lucia Montero, in Accra on 5 May 2023.",
    "alone": "Ghana's minister of trade, Kofi Addo, met the Peruvian ambassador, Ines Rojas, in Accra on 9 July 2023.",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("registers")
    (folder / "calls.yaml").write_text(MAPPING, encoding="utf-8")
    (folder / "calls.csv").write_text(ROWS, encoding="utf-8")
    palanca.read(folder / "c.palanca", [folder / "calls.csv"], ReadOptions(mapping=folder / "calls.yaml"))
    for name, text in PRESS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        palanca.read(folder / "c.palanca", [folder / f"{name}.txt"])
    return folder / "c.palanca"


def drawn(case: Path, *withhold: str) -> Dossier:
    with palanca.open_case(case) as opened:
        return palanca.portrait(opened, "Kofi Addo", palanca.PortraitOptions(withhold=withhold))


def registers(dossier: Dossier) -> list[str]:
    (found,) = [one for one in dossier.sections if one.title == "What the registers say"]
    return [entry.text for entry in found.entries]


def test_registers_and_press_are_held_against_each_other(case: Path) -> None:
    name = "the register calls (Calls on ministers of Ghana)"
    assert registers(drawn(case)) == [
        f"{name} and the press differ (other day, off by 2 days: 3 May 2023 or 5 May 2023): "
        "3 May 2023: Lucia Montero towards Kofi Addo: meeting (channel: other)",
        f"only the press says so, though {name} covers it: "
        "9 July 2023: Kofi Addo and Ines Rojas: meeting, in Accra (channel: diplomatic)",
        f"only {name} says so: 1 June 2023: Oto Berg towards Kofi Addo: meeting (channel: other)",
        f"{name} and the press say the same: Kofi Addo: minister of trade, Ghana (in office at the time)",
    ]


def test_a_conflict_shows_what_the_press_has(case: Path) -> None:
    (found,) = [one for one in drawn(case).sections if one.title == "What the registers say"]
    assert found.entries[0].notes == (
        "the press has: 5 May 2023: Kofi Addo and Lucia Montero: meeting, in Accra (channel: diplomatic)",
    )
    assert len(found.entries[0].footnotes) == 2


def test_a_withheld_register_leaves_no_trace(case: Path) -> None:
    dossier = drawn(case, "calls")
    written = "".join(html(dossier)) + "".join(markdown(dossier))
    assert registers(dossier) == []
    for trace in ("calls", "Oto Berg", "3 May 2023"):
        assert trace not in written, trace


def test_the_row_of_a_register_is_a_footnote_like_any_other(case: Path) -> None:
    dossier = drawn(case)
    rows = [one for one in dossier.footnotes if "register calls" in one.place]
    assert [one.footnotes for one in dossier.sources.entries if one.text == "register calls"] == [
        tuple(one.number for one in rows)
    ]
    assert any("visitor: Oto Berg" in one.sentence for one in rows)


def test_names_of_files_and_outlets_are_no_markup(tmp_path: Path) -> None:
    text = "---\noutlet: <script>alert(2)</script>\n---\nGhana's minister of trade, Kofi Addo, owns Keta Freight."
    (tmp_path / "<img src=x onerror=alert(1)>.txt").write_text(text, encoding="utf-8")
    palanca.read(tmp_path / "c.palanca", [tmp_path])
    with palanca.open_case(tmp_path / "c.palanca") as opened:
        page = document_fromstring("".join(html(palanca.portrait(opened, "Kofi Addo"))))
    assert not page.xpath("//img | //script")
    assert "<script>alert(2)</script>" in page.xpath("string(//li[@id='n1'])")


def test_the_command_writes_a_file(case: Path, tmp_path: Path) -> None:
    written = tmp_path / "addo.md"
    done = CliRunner().invoke(app, ["portrait", str(case), "Kofi Addo", "-o", str(written), "--withhold", "late"])
    assert done.exit_code == 0, done.output
    assert "# Kofi Addo (person)" in written.read_text(encoding="utf-8")
    assert "look at" not in done.stderr


def test_the_command_writes_in_the_language_that_it_is_asked_for(case: Path, tmp_path: Path) -> None:
    written = tmp_path / "addo.html"
    done = CliRunner().invoke(app, ["portrait", str(case), "Kofi Addo", "-o", str(written), "--language", "es"])
    assert done.exit_code == 0, done.output
    assert document_fromstring(written.read_text(encoding="utf-8")).xpath("/html/@lang") == ["es"]
    assert "Kofi Addo (persona)" in written.read_text(encoding="utf-8")


def test_the_command_tells_where_other_sources_name_a_withheld_one(tmp_path: Path) -> None:
    for name, outlet, saw in (("one", "Volta Post", "a guard"), ("two", "Keta Echo", "the Volta Post")):
        text = f"---\noutlet: {outlet}\n---\nGhana's minister of trade, Kofi Addo, owns Keta Freight, {saw} found."
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    palanca.read(tmp_path / "c.palanca", [tmp_path])
    words = ["portrait", str(tmp_path / "c.palanca"), "Kofi Addo", "-o", str(tmp_path / "addo.md")]
    done = CliRunner().invoke(app, [*words, "--withhold", "Volta Post"])
    assert "look at: other sources name what is withheld in footnotes" in done.stderr


def test_the_command_refuses_a_form_that_is_none_before_it_reads(case: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["portrait", str(case), "Nobody", "-o", str(tmp_path / "addo.txt")])
    assert done.exit_code
    assert ".html, .md, .pdf" in str(done.exception)
