"""Sums, shares and changes that do not add up, as numbers of one sentence tell them."""

import re

import pytest

from palanca.analysis.audit import Ledger
from palanca.records import Finding, FindingKind, QuantityDetail, Severity, Statement
from tests.analysis.audit.making import claim, each_alone, found, paper, texts, told

_NUMBER = re.compile(r"(?P<value>\d[\d,.]*\d|\d)\s?(?P<unit>%|million dollars|[a-z]+)(?: of (?P<of>the [a-z]+))?")


def numbers(text: str) -> tuple[list[Statement], Ledger]:
    """A paper with a quantity at each number with the word behind it, as a reader would find them."""
    document = paper("alba", text)
    statements = [
        told(document, _detail(match), words=match["value"] + text[match.end("value") : match.end("unit")])
        for match in _NUMBER.finditer(text)
    ]
    return statements, each_alone(statements, [document])


def _detail(match: re.Match[str]) -> QuantityDetail:
    unit = {"%": "percent", "million dollars": "USD"}.get(match["unit"], match["unit"])
    times = 1_000_000 if unit == "USD" else 1
    return QuantityDetail(value=float(match["value"].replace(",", "")) * times, unit=unit, of=match["of"])


def sums(text: str) -> list[str]:
    return texts(FindingKind.SUM, numbers(text)[1])


def test_parts_that_fall_short_of_their_total() -> None:
    statements, audited = numbers("The law allows 600 troops: 300 soldiers, 120 marines and 150 pilots.")
    assert found(FindingKind.SUM, audited) == [
        Finding(
            kind=FindingKind.SUM,
            severity=Severity.MEDIUM,
            text="The parts told of 600 troops come to 300 + 120 + 150 = 570.",
            statements=tuple(one.id for one in statements),
            claims=tuple(claim(one).id for one in statements),
        )
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A force of 600 troops consisting of 300 soldiers and 120 marines came.", "300 + 120 = 420"),
        ("There are 300 soldiers, 120 marines and 150 pilots, a total of 600 troops.", "300 + 120 + 150 = 570"),
        ("Of 20 ships, including 12 ships of Chile and 11 ships of Peru, none came.", "12 + 11 = 23"),
        ("It cost 40 million dollars: 25 million dollars for steel and 20 million dollars for work.",
         "25,000,000 + 20,000,000 = 45,000,000"),
    ],
)  # fmt: skip
def test_totals_and_parts_in_other_words(text: str, told: str) -> None:
    assert [one.rsplit("come to ", 1)[1] for one in sums(text)] == [f"{told}."]


@pytest.mark.parametrize(
    "text",
    [
        "The law allows 570 troops: 300 soldiers, 120 marines and 150 pilots.",
        "About 600 troops came: 300 soldiers, 120 marines and 150 pilots.",
        "There were 40 officials, including 12 generals and 9 ministers.",
        "He met 40 officials, and later 300 soldiers and 120 marines.",
        "There were 600 troops. Also 300 soldiers, 120 marines and 150 pilots.",
        "The fleet has 20 ships, including 12 frigates and 300 sailors.",
    ],
)
def test_totals_that_agree_or_are_none(text: str) -> None:
    assert not sums(text)


def test_shares_of_one_whole_above_a_hundred_percent() -> None:
    assert sums("Sahel owns 60% of the shares, Volta 30% and the state 25%.") == [
        "The shares told in one sentence come to 60 + 30 + 25 = 115 percent."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sahel owns 60% of the shares, Volta 30% and the state 10%.",
        "The votes fell from 70% to 60% in a year.",
        "Of the women 60% and of the men 55% came.",
        "Sahel owns 60% of the shares and 70% of the votes.",
        "Sahel owns 33.4% of the shares, Volta 33.4% and the state 33.4%.",
    ],
)
def test_shares_of_one_whole_that_agree_or_of_several(text: str) -> None:
    assert not sums(text)


def test_a_share_that_is_not_that_of_its_count() -> None:
    assert sums("In the end 80 of the 120 members (60%) agreed.") == [
        "80 of 120 members is 66.7 percent; 60 percent is told."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In the end 72 of the 120 members (60%) agreed.",
        "In the end 80 of the 120 members (about 60%) agreed.",
        "In the end 80 of the 120 members came, and 60% of them agreed.",
    ],
)
def test_a_share_that_is_that_of_its_count_or_of_another(text: str) -> None:
    assert not sums(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Exports rose from 200 ships to 300 ships, an increase of 20%.", "50 percent; 20 percent"),
        ("Exports fell from 300 ships to 150 ships, a 20% decline.", "-50 percent; -20 percent"),
        ("Exports rose 80% from 200 ships to 300 ships.", "50 percent; 80 percent"),
    ],
)
def test_a_change_that_is_not_that_of_its_numbers(text: str, told: str) -> None:
    assert [one.rsplit("change of ", 1)[1] for one in sums(text)] == [
        f"{told} percent is told.".replace("percent percent", "percent")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Exports rose from 200 ships to 300 ships, an increase of 50%.",
        "Exports rose from 290 ships to 435 ships, an increase of 51%.",
        "Exports rose from 200 ships to 300 ships, 20% of all.",
        "Exports rose to 300 ships, an increase of 20%.",
    ],
)
def test_a_change_that_is_that_of_its_numbers_or_of_none(text: str) -> None:
    assert not sums(text)
