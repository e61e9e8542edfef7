"""Dependence: what goes between Peru and others, as two registers and a dispatch tell it."""

from datetime import date

import pytest

import palanca
from palanca.analysis.dependence import Dependence

TRADE = {
    ("exports", "USD"): {"IND": 300, "NOR": 100, "PAK": 100},
    ("imports", "USD"): {"IND": 200, "PAK": 50},
    ("exports and imports", "USD"): {"IND": 500, "PAK": 150, "NOR": 100},
}
PORTS = {
    ("shares", "percent of Ilo Terminal"): {"IND": 60},
    ("shares", "percent of Matarani Port"): {"PAK": 40},
    ("stakes", "things owned"): {"PAK": 2, "IND": 1, "PER": 1},
}


def asked(case: "palanca.Case", of: str) -> Dependence:
    return palanca.dependence(case, "PER", palanca.DependenceAsked(of=of, today=date(2026, 1, 1)))


def table(answer: Dependence) -> dict[tuple[str, str], dict[str, float]]:
    return {(one.of, one.unit): {part.power: part.value for part in one.parts} for one in answer.measures}


def test_trade_counts_a_flow_that_both_sides_report_once(case: "palanca.Case") -> None:
    answer = asked(case, "trade")
    assert table(answer) == TRADE
    assert [(one.what, one.number) for one in answer.scope.unseen] == [
        ("claims that tell a flow again, from its other side or source", 1)
    ]


def test_concentration_is_what_a_spreadsheet_gives(case: "palanca.Case") -> None:
    (exports,) = (one for one in asked(case, "trade").measures if one.of == "exports")
    assert exports.concentration is not None
    assert exports.concentration.index == pytest.approx((300**2 + 100**2 + 100**2) / 500**2)


def test_stake_in_a_port_that_is_told_to_lie_in_the_country_counts_and_one_that_ended_does_not(
    case: "palanca.Case",
) -> None:
    answer = asked(case, "ports")
    assert table(answer) == PORTS
    assert {one.what: one.number for one in answer.scope.unseen}["claims on stakes that had ended"] == 2
