"""On whom a country depends, from small tables in the shapes of the mappings that come with Palanca."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

import palanca
from palanca.analysis.dependence import Dependence
from palanca.analysis.dependence.shares import Measure
from palanca.cli.app import app
from palanca.pipeline import ReadOptions
from palanca.registers.mapping_loading import mapping_text

TRADE = """\
Reporter,Partner,Year,Flow,Value,Currency,Commodity
Kenya,Oman,2019,Export,100,USD,tea
Oman,Kenya,2019,Import,120,USD,tea
Kenya,Oman,2019,Import,80,USD,ships
Kenya,Norway,2019,Export,50,USD,tea
Kenya,Norway,2020,Export,50,USD,fish
Kenya,Norway,2020,Export,70,Euro,fish
Chad,Kenya,2019,Export,30,USD,salt
"""
ARMS = """\
Supplier,Recipient,Designation,Number,Ordered,Delivered
Sweden,Kenya,Lindorm patrol boat,4,2010,2013
Sweden,Thailand,Lindorm patrol boat,6,2010,2013
Brazil,Kenya,Harpy trainer,4,2010,2012
"""
OWNERS = """\
owner,owner type,owner country,company,company country,share,start,end
Fjord Terminals,company,Norway,Lamu Terminal,Kenya,60,2019,
Coast Holding,company,Kenya,Lamu Terminal,Kenya,40,2019,
Old Mines,company,Canada,Rift Copper,Kenya,35.5,2011-02-03,2015-01-01
"""
LOANS = """\
name: loans
title: Loans
language: en
things:
  lender: {schema: Place, name: lender, country: itself}
  debtor: {schema: Place, name: debtor, country: itself}
statements:
  - kind: quantity
    source: [lender]
    target: [debtor]
    value: amount
    unit: currency
    of: {constant: loan}
    time: year
    modality: {column: stage, map: {signed: asserted, planned: planned, denied: denied}, default: asserted}
"""
PRODUCTS = """\
name: products
title: Products
language: en
things:
  land: {schema: Place, name: country, country: itself}
statements:
  - kind: quantity
    subject: [land]
    value: amount
    unit: currency
    of: {constant: GDP}
    time: year
"""
MADE = """\
country,amount,currency,year
Kenya,3600,USD,2019
Kenya,900,USD,2020
Norway,8,USD,2019
"""
LENT = """\
lender,debtor,amount,currency,year,stage
Japan,Kenya,300,USD,2021,signed
India,Kenya,100,USD,2021,signed
India,Kenya,900,USD,2022,planned
Chad,Kenya,500,USD,2022,denied
"""
OWN_MAPPINGS = {"loans": LOANS, "products": PRODUCTS}
TODAY = date(2024, 1, 1)


def case_of(folder: Path, **tables: str) -> Path:
    """A case of tables, each named for its mapping."""
    case = folder / "c.palanca"
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text(rows, encoding="utf-8")
        mapping: Path | str = name
        if name in OWN_MAPPINGS:
            mapping = folder / f"{name}.yaml"
            mapping.write_text(OWN_MAPPINGS[name], encoding="utf-8")
        palanca.read(case, [folder / f"{name}.csv"], ReadOptions(mapping=mapping))
    return case


def answer(case: Path, of: str | None = None, *, by_year: bool = False, foreseen: bool = False) -> Dependence:
    asked = palanca.DependenceAsked(of=of, by_year=by_year, foreseen=foreseen, today=TODAY)
    with palanca.open_case(case) as opened:
        return palanca.dependence(opened, "KEN", asked)


def parts(found: Dependence, of: str, unit: str, year: int | None = None) -> list[tuple[str, float]]:
    return [(part.power, part.value) for part in measure(found, of, unit, year).parts]


def measure(found: Dependence, of: str, unit: str, year: int | None = None) -> Measure:
    (one,) = [one for one in found.measures if (one.of, one.unit, one.year) == (of, unit, year)]
    return one


def test_a_flow_reported_from_both_sides_counts_once_as_the_host_tells_it(tmp_path: Path) -> None:
    found = answer(case_of(tmp_path, bilateral_trade=TRADE), "trade")
    assert parts(found, "exports", "USD") == [("NOR", 100.0), ("OMN", 100.0)]
    assert measure(found, "exports", "USD").left_out == 1


def test_a_flow_that_the_host_does_not_report_counts_as_its_partner_tells_it(tmp_path: Path) -> None:
    found = answer(case_of(tmp_path, bilateral_trade=TRADE), "trade")
    assert parts(found, "imports", "USD") == [("OMN", 80.0), ("TCD", 30.0)]


def test_units_are_never_added(tmp_path: Path) -> None:
    found = answer(case_of(tmp_path, bilateral_trade=TRADE), "trade")
    assert parts(found, "exports", "EUR") == [("NOR", 70.0)]


def test_years_stand_apart(tmp_path: Path) -> None:
    found = answer(case_of(tmp_path, bilateral_trade=TRADE), "trade", by_year=True)
    assert parts(found, "exports", "USD", 2019) == [("OMN", 100.0), ("NOR", 50.0)]
    assert parts(found, "exports", "USD", 2020) == [("NOR", 50.0)]


def test_a_sector_is_what_rows_say_of_it(tmp_path: Path) -> None:
    found = answer(case_of(tmp_path, bilateral_trade=TRADE), "fish")
    assert [(one.of, one.unit, one.total) for one in found.measures if one.of == "exports"] == [
        ("exports", "EUR", 70.0), ("exports", "USD", 50.0),
    ]  # fmt: skip


def test_volume_times_dependence_is_what_a_spreadsheet_gives(tmp_path: Path) -> None:
    found = answer(case_of(tmp_path, bilateral_trade=TRADE), "trade")
    oman, norway, chad = (one for one in found.capacities if one.unit == "USD")
    assert [one.power for one in (oman, norway, chad)] == ["OMN", "NOR", "TCD"]
    # both ways: Oman 100 + 80, Norway 50 + 50, Chad 30, in all 310
    assert oman.capacity == pytest.approx(180 / 180 * 180 / 310)
    assert norway.capacity == pytest.approx(100 / 180 * 100 / 310)
    assert chad.capacity == pytest.approx(30 / 180 * 30 / 310)
    assert oman.of_gdp is None


@pytest.mark.parametrize("of", [None, "trade"])
def test_volume_is_set_against_the_product_of_the_host_in_that_year(tmp_path: Path, of: str | None) -> None:
    found = answer(case_of(tmp_path, bilateral_trade=TRADE, products=MADE), of, by_year=True)
    told = {(one.year, one.power): one.of_gdp for one in found.capacities if one.unit == "USD"}
    assert told[2019, "OMN"] == pytest.approx(180 / 3600)
    assert told[2020, "NOR"] == pytest.approx(50 / 900)


def test_concentration_is_what_a_spreadsheet_gives(tmp_path: Path) -> None:
    told = measure(answer(case_of(tmp_path, bilateral_trade=TRADE), "trade"), "exports and imports", "USD")
    assert told.concentration is not None
    assert told.concentration.index == pytest.approx((180**2 + 100**2 + 30**2) / 310**2)


def test_two_registers_on_one_flow_make_a_range(tmp_path: Path) -> None:
    mapping = tmp_path / "customs.yaml"
    mapping.write_text(mapping_text("bilateral_trade").replace("name: bilateral_trade", "name: customs", 1), "utf-8")
    table = tmp_path / "customs.csv"
    table.write_text("Reporter,Partner,Year,Flow,Value\nKenya,Norway,2019,Export,65\n", encoding="utf-8")
    case = case_of(tmp_path, bilateral_trade=TRADE)
    palanca.read(case, [table], ReadOptions(mapping=mapping))
    (norway,) = [one for one in measure(answer(case, "trade"), "exports", "USD").parts if one.power == "NOR"]
    assert (norway.low, norway.value, norway.high) == (100.0, 100.0, 115.0)


def test_each_weapon_is_a_unit_and_transfers_are_counted(tmp_path: Path) -> None:
    found = answer(case_of(tmp_path, arms_transfers=ARMS), "arms")
    assert parts(found, "arms transfer", "Lindorm patrol boat") == [("SWE", 4.0)]
    assert parts(found, "arms transfer", "Harpy trainer") == [("BRA", 4.0)]
    assert parts(found, "arms transfer", "transfers") == [("BRA", 1.0), ("SWE", 1.0)]


def test_what_is_planned_counts_when_asked_for_and_what_is_denied_never(tmp_path: Path) -> None:
    case = case_of(tmp_path, loans=LENT)
    found = answer(case, "credit")
    assert parts(found, "loan", "USD") == [("JPN", 300.0), ("IND", 100.0)]
    assert {(one.what, one.number) for one in found.scope.unseen} == {("planned claims", 1), ("denied claims", 1)}
    assert parts(answer(case, "credit", foreseen=True), "loan", "USD") == [("IND", 1000.0), ("JPN", 300.0)]


def test_a_stake_that_has_ended_counts_in_its_years_only(tmp_path: Path) -> None:
    case = case_of(tmp_path, company_ownership=OWNERS)
    found = answer(case, "ownership")
    assert found.measures == ()
    assert [(one.what, one.number) for one in found.scope.unseen] == [("claims on stakes that had ended", 2)]
    years = [one.year for one in answer(case, "ownership", by_year=True).measures if one.of == "stakes"]
    assert years == [2011, 2012, 2013, 2014, 2015]


def test_owners_of_a_port_are_told_by_their_parts(tmp_path: Path) -> None:
    found = answer(case_of(tmp_path, company_ownership=OWNERS), "ports")
    assert parts(found, "shares", "percent of Lamu Terminal") == [("NOR", 60.0), ("KEN", 40.0)]
    assert parts(found, "stakes", "things owned") == [("KEN", 1.0), ("NOR", 1.0)]


def test_none_is_none_found_in_so_many_documents(tmp_path: Path) -> None:
    shown = CliRunner().invoke(app, ["dependence", str(case_of(tmp_path, loans=LENT)), "--host", "Peru"]).stdout
    assert "none found in 4 documents" in shown


def test_command_shows_the_row_under_each_power_and_the_formula(tmp_path: Path) -> None:
    case = str(case_of(tmp_path, bilateral_trade=TRADE))
    shown = " ".join(CliRunner().invoke(app, ["dependence", case, "--host", "Kenyan", "--of", "trade"]).stdout.split())
    assert "Reporter: Kenya | Partner: Oman | Year: 2019 | Flow: Export | Value: 100" in shown
    assert "OMN trade: 180 / 180 × 180 / 310 USD = 1.000 × 0.581 = 0.581; volume / GDP not told" in shown
    assert "register bilateral_trade: does not say what it covers" in shown
    (told,) = json.loads(CliRunner().invoke(app, ["dependence", case, "--host", "KEN", "--json"]).stdout)
    assert told["measures"][0]["parts"][0]["claims"]
    assert CliRunner().invoke(app, ["dependence", case, "--host", "KEN", "--by", "moon"]).exit_code == 2
