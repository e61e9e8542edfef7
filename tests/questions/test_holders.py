"""Who held which office, asked of a case of articles and registers."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from typer.testing import CliRunner

import palanca
from palanca.analysis.incumbents import Incumbents, incumbent_of
from palanca.analysis.offices_at import HolderStanding, standings_at
from palanca.claims.telling import days_of
from palanca.claims.tenures import tenure_of
from palanca.cli.app import app
from palanca.judging import Judge, reject, undo
from palanca.lexicon.countries import country
from palanca.pipeline import ReadOptions
from palanca.questions.holders import Holders, OfficeAsked, found_at, office_asked, offices_at, who
from palanca.records import ClaimId, Filter, Kind, Time
from palanca.records.errors import Outdated, PalancaError
from palanca.store import OfficesAsked
from palanca.store.migrations import apply_migration

ENVOYS = """\
id,person,aliases,birth,death,role,kind,territory,appointed,arrived,started,ended,note
1,Samuel Reed Holt,,,,Ambassador Extraordinary and Plenipotentiary,chief_of_mission,peru,,,2004-02-04,2007-04-21,
2,Dora Ames,,,,Ambassador Extraordinary and Plenipotentiary,chief_of_mission,peru,,,2007-08-27,2010-07-14,
3,Nils Lund,,,,Ambassador Extraordinary and Plenipotentiary,chief_of_mission,kenya,,,2005-01-01,2009-01-01,
4,Ruth Calloway,,,,Secretary of State,principal_officer,united-states,,,2005-01-26,2009-01-20,
"""
DISPATCHES = {
    "lima": "On 3 March 2009 the foreign minister of Peru, Julia Paz, met Dora Ames in Lima.",
    "retired": "Dora Ames, now retired, met the Peruvian president, Hugo Salcedo, on 5 May 2009.",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("holding")
    (folder / "envoys.csv").write_text(ENVOYS, encoding="utf-8")
    for name, text in DISPATCHES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    file = folder / "c.palanca"
    palanca.read(file, [folder / "envoys.csv"], ReadOptions(mapping="us_officeholders"))
    palanca.read(file, [folder / f"{name}.txt" for name in DISPATCHES])
    return file


@pytest.mark.parametrize("at", ["2005-06-01", "2006", "2007-08-27", "2007/2009", "2009-03-03", "2015", "1950"])
def test_what_is_kept_of_tenures_answers_as_all_claims_do(case: Path, at: str) -> None:
    days = days_of(Time.parse(at))
    assert days
    with palanca.open_case(case) as opened:
        claims = list(opened.claims(Filter(kinds=(Kind.OFFICE,))))
        told = opened.bare_evidence(one.statement for claim in claims for one in claim.evidence)
        tenures = (tenure_of(claim, [told[one.statement] for one in claim.evidence]) for claim in claims)
        every = Incumbents(in_doubt=[one for it in tenures if it and (one := incumbent_of(it))], possible=[])
        found = standings_at(opened.incumbents(OfficesAsked(), days), days)
    assert found == standings_at(every, days)


def test_case_of_version_20_gets_tenures_as_settling_leaves_them(case: Path, tmp_path: Path) -> None:
    old = Path(shutil.copy(case, tmp_path))
    with closing(sqlite3.connect(old)) as connection, connection:
        settled = connection.execute("SELECT * FROM tenures").fetchall()
        connection.execute("DROP TABLE tenures")
    engine = create_engine(f"sqlite:///{old}")
    with engine.begin() as connected:
        apply_migration(connected, 21)
    engine.dispose()
    with closing(sqlite3.connect(old)) as connection:
        kept = connection.execute("SELECT * FROM tenures").fetchall()
    assert kept == settled
    assert len(kept) > len(DISPATCHES)


def test_rejected_claim_names_no_holder_until_that_is_undone(case: Path, tmp_path: Path) -> None:
    own = Path(shutil.copy(case, tmp_path))
    with palanca.open_case(own) as opened:
        (holder,) = who(opened, "ambassador to Peru", Time.parse("2006-01-01"))
        told = [reject(opened, holder.claim.id, Judge(who="ana"))]
        rejected = who(opened, "ambassador to Peru", Time.parse("2006-01-01"))
        undo(opened, told[0].id, Judge(who="ana"))
        assert (rejected, who(opened, "ambassador to Peru", Time.parse("2006-01-01"))) == ([], [holder])


def test_part_of_a_list_is_that_part_of_the_whole(case: Path) -> None:
    with palanca.open_case(case) as opened:
        found, whole = found_at(opened, Time.parse("2009")), offices_at(opened, Time.parse("2009"))
        assert (len(found), found[1:3], found[-1], list(found)) == (len(whole), whole[1:3], whole[-1], whole)


def test_claim_that_has_gone_meanwhile_is_told(case: Path) -> None:
    with palanca.open_case(case) as opened:
        gone = Holders(opened, [(ClaimId("gone"), HolderStanding.CERTAIN)])
        with pytest.raises(Outdated, match="ask again"):
            gone[:]


def asked(case: Path, office: str, at: str, of: str | None = None) -> list[tuple[str, str]]:
    with palanca.open_case(case) as opened:
        return [(str(h.standing), h.person.text) for h in who(opened, office, Time.parse(at), of=of)]


def test_an_ambassador_is_found_by_destination(case: Path) -> None:
    assert asked(case, "ambassador to Peru", "2009") == [("certain", "Dora Ames")]
    assert asked(case, "US ambassador in Lima", "2006-01-01") == [("certain", "Samuel Reed Holt")]
    assert asked(case, "ambassador to Peru", "2007-06-01") == []


def test_of_says_whose_office_it_is(case: Path) -> None:
    assert asked(case, "ambassador to Peru", "2009", of="USA") == [("certain", "Dora Ames")]
    assert asked(case, "ambassador to Peru", "2009", of="Chile") == []


@pytest.mark.parametrize("office", ["secretary of state of the United States", "US secretary of state"])
def test_an_office_of_a_country_is_found(case: Path, office: str) -> None:
    assert asked(case, office, "2008-01-01") == [("certain", "Ruth Calloway")]


@pytest.mark.parametrize("office", ["Peruvian foreign minister", "minister of foreign affairs of Peru"])
def test_the_press_counts_as_well(case: Path, office: str) -> None:
    assert asked(case, office, "2009-03-03") == [("certain", "Julia Paz")]


@pytest.mark.parametrize("at", ["2006-01-01", "2008-06-01", "2009-03-03", "2009-05-05"])
def test_offices_that_somebody_is_sure_to_hold_come_first_then_by_body_and_role(case: Path, at: str) -> None:
    with palanca.open_case(case) as opened:
        found = offices_at(opened, Time.parse(at))
    order = [(str(h.standing) == "possible", not h.body, h.body.casefold(), h.office.casefold()) for h in found]
    assert order == sorted(order)
    assert len(order) > 1


def test_the_offices_of_a_country_are_its_own_and_those_sent_to_it(case: Path) -> None:
    with palanca.open_case(case) as opened:
        found = offices_at(opened, Time.parse("2009-03-03"), body="Peru")
    assert {(h.person.text, str(h.standing)) for h in found} == {
        ("Dora Ames", "certain"), ("Julia Paz", "certain"), ("Hugo Salcedo", "possible"),
    }  # fmt: skip


def test_a_code_stands_for_its_country(case: Path) -> None:
    with palanca.open_case(case) as opened:
        by_code, by_name = (offices_at(opened, Time.parse("2009-03-03"), body=body) for body in ("PER", "Peru"))
    assert by_code == by_name
    assert asked(case, "foreign minister", "2009-03-03", of="PER") == [("certain", "Julia Paz")]


def test_the_office_held_then_stands_beside_the_name(case: Path) -> None:
    with palanca.open_case(case) as opened:
        (row,) = [row for row in palanca.events(opened) if "Salcedo" in row.sentence]
    held = {(one.person, one.office, one.is_certain) for one in row.held}
    assert ("Dora Ames", "ambassador to Peru, United States", True) in held


def test_a_question_without_an_office_is_refused() -> None:
    with pytest.raises(PalancaError, match="names no office"):
        office_asked("of Peru")


def test_words_of_an_office_are_taken_apart() -> None:
    assert office_asked("Peruvian foreign minister") == OfficeAsked(title="foreign minister", country=country("PER"))
    assert office_asked("ambassador to Peru") == OfficeAsked(title="ambassador", sent_to="peru")
    assert office_asked("director of Volta Grid") == OfficeAsked(title="director", body="Volta Grid")
    assert office_asked("minister of trade") == OfficeAsked(title="minister of trade")


def test_commands_answer_with_the_row(case: Path) -> None:
    result = CliRunner().invoke(app, ["who", str(case), "ambassador to Peru", "--at", "2009", "--json"])
    (found,) = json.loads(result.stdout)
    assert found["person"] == "Dora Ames"
    assert "started: 2007-08-27 | ended: 2010-07-14" in found["sentence"]
    listed = CliRunner().invoke(app, ["offices", str(case), "--at", "2008", "--body", "Kenya"])
    assert "Nils Lund, ambassador to Kenya" in listed.stdout
    assert CliRunner().invoke(app, ["offices", str(case), "--body", "Kenya"]).exit_code == 2
