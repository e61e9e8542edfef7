"""FollowTheMoney on the command line."""

from pathlib import Path

import pytest

from tests.cli.running import run
from tests.registers.followthemoney.making import COMPANY, PERSON, entity
from tests.registers.followthemoney.test_mapping_files import CONTRACTS, HEADER, ROW


@pytest.fixture
def entities(tmp_path: Path) -> Path:
    file = tmp_path / "ghana.ftm.json"
    owned = entity("x", "Ownership", {"owner": ["p", "z"], "asset": "c", "startDate": "2019"})
    file.write_text("\n".join((owned, entity(*PERSON), "{", entity(*COMPANY))), encoding="utf-8")
    return file


def test_entities_become_claims_that_a_rebuild_gives_again(entities: Path) -> None:
    case = entities.with_name("c.palanca")
    result = run("read", case, entities, "--quiet")
    assert result.exit_code == 3
    assert "3 added, 1 rejected, 1 row warned" in result.stderr
    assert "row 1: line 1, property owner: it refers to 'z', which the file does not have" in result.stderr
    before = run("ties", case, "--json").stdout
    assert "Volta Grid Ltd" in before
    assert "identifiers: ftm:c" in run("show", case, "Volta Grid Ltd").stdout
    entities.unlink()
    assert run("rebuild", case).exit_code == 0
    assert run("ties", case, "--json").stdout == before


def test_a_dry_run_of_entities_needs_no_mapping(entities: Path) -> None:
    result = run("read", entities.with_name("c.palanca"), entities, "--dry-run")
    assert result.exit_code == 0
    assert "→ tie · owns · source Ama Serwaa · target Volta Grid Ltd · 2019/" in result.stdout


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    file = tmp_path / "contracts.yml"
    file.write_text(CONTRACTS.replace("properties: {contract", "properties: {amount: {column: sum}, contract"))
    (tmp_path / "contracts.csv").write_text(f"{HEADER}\n{ROW}\n{ROW.replace('Ice', 'Salt')}\n", encoding="utf-8")
    return file


def test_a_mapping_file_is_checked_and_read_as_it_is(mapping: Path) -> None:
    checked = run("mapping", "check", mapping)
    assert checked.stdout.startswith("lake_contracts: sound; it reads buyer, buyer_code, ")
    case = mapping.with_name("c.palanca")
    assert run("read", case, mapping.with_suffix(".csv"), "--mapping", mapping, "--quiet").exit_code == 0
    shown = run("show", case, "Tilapia Ltd").stdout
    assert "named in 2 documents" in shown
    assert "identifiers: lake_contracts_firm:77, tax:KEN/P051" in shown
