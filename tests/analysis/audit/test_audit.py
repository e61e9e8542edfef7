"""The audit as a whole: what is asked for, in which order, and how its rules are told."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.analysis.audit import RULES, Ledger, audit
from palanca.records import (
    Category,
    Claim,
    Dispute,
    DisputeKind,
    EventDetail,
    FindingKind,
    InstrumentDetail,
    InstrumentKind,
    OfficeDetail,
    OfficeStatus,
    QuantityDetail,
    Review,
    RoleName,
    Schema,
    Severity,
    Statement,
)
from tests.analysis.audit.making import claim, filler, ledger, paper, thing, told, when

GUIDE = Path(__file__).parents[3] / "docs" / "audit.md"
ANA, VOLTA = thing("Ana Ruiz", Schema.PERSON, "Ana Ruis"), thing("Volta Freight", Schema.COMPANY)
CHILE = thing("Chile", Schema.PLACE, country="CHL")
FIRST = paper(
    "first", "Ana Ruiz, minister of Chile, paid Volta Freight and left office. Law 45/2019 is in force. "
    "It has 60 ships: 20 ships of steel and 30 ships of wood.", "2024-05-12",
)  # fmt: skip
SECOND = paper("second", "Ana Ruis, minister of Chile, met Volta Freight. So it is.", "2024-05-13")
OLD = paper("old", "Ana Ruiz, consul of Chile, met Volta Freight once.", "2019-05-12")
PAPERS = (FIRST, SECOND, OLD)


def one_of_each() -> list[Claim | Statement]:
    """Claims, and their statements, of which every rule finds something."""
    ana, other = filler(FIRST, ANA), filler(SECOND, ANA, "Ana Ruis")
    minister = OfficeDetail(role="minister", status=OfficeStatus.CURRENT)
    ended = told(
        FIRST, replace(minister, end=when("2024-03-01")), words="Ana Ruiz, minister of Chile", time="2024-03-01",
        parts=[(RoleName.PERSON, ana), (RoleName.BODY, filler(FIRST, CHILE))],
    )  # fmt: skip
    held = told(
        SECOND, minister, words="Ana Ruis, minister of Chile", time="2024-05-13",
        parts=[(RoleName.PERSON, other), (RoleName.BODY, filler(SECOND, CHILE))],
    )  # fmt: skip
    consul = told(
        OLD, OfficeDetail(role="consul", status=OfficeStatus.CURRENT), words="Ana Ruiz, consul of Chile",
        parts=[(RoleName.PERSON, filler(OLD, ANA)), (RoleName.BODY, filler(OLD, CHILE))], time="2019-05-12",
    )  # fmt: skip
    paid = told(
        FIRST, EventDetail(category=Category.AID), words="paid Volta Freight", time="2024-05-11",
        parts=[(RoleName.ACTOR, ana), (RoleName.RECIPIENT, filler(FIRST, VOLTA))],
    )  # fmt: skip
    met = [
        told(
            one, EventDetail(category=Category.CONSULT), words="met Volta Freight", time=day,
            parts=[(RoleName.ACTOR, who), (RoleName.RECIPIENT, filler(one, VOLTA))],
        )
        for one, who, day in ((SECOND, other, "2024-05-10"), (OLD, filler(OLD, ANA), "2019-05-10"))
    ]  # fmt: skip
    law = told(
        FIRST, InstrumentDetail(kind=InstrumentKind.LAW, title="Law", number="45/2019", valid=when("2024-01-01")),
        words="Law 45/2019 is in force.", time="2024-04-01",
    )  # fmt: skip
    ships = [
        told(FIRST, QuantityDetail(value=value, unit="ships"), words=f"{value:g} ships") for value in (60.0, 20.0, 30.0)
    ]
    dispute = Dispute(kind=DisputeKind.TIME, values=("2019-05-10", "2024-05-10"))
    return [
        claim(ended), claim(held), claim(consul), claim(paid), claim(law), *map(claim, ships),
        claim(*met, voices=(0, 0), disputes=(dispute,)), ended, held, consul, paid, *met, law, *ships,
    ]  # fmt: skip


RECORDS = one_of_each()
CLAIMS = [one for one in RECORDS if isinstance(one, Claim)]
STATEMENTS = [one for one in RECORDS if isinstance(one, Statement)]


def case(claims: list[Claim] = CLAIMS, statements: list[Statement] = STATEMENTS) -> Ledger:
    return ledger(claims, statements, PAPERS, [ANA, VOLTA, CHILE])


def test_each_kind_of_finding_has_its_rule() -> None:
    assert tuple(rule.kind for rule in RULES) == tuple(FindingKind)


def test_the_case_of_these_tests_has_a_finding_of_each_kind() -> None:
    assert {finding.kind for finding in audit(case())} == set(FindingKind)


@pytest.mark.parametrize("kind", FindingKind)
def test_a_kind_that_is_switched_off_is_left_out_and_nothing_else(kind: FindingKind) -> None:
    others = [finding for finding in audit(case()) if finding.kind is not kind]
    assert audit(case(), set(FindingKind) - {kind}) == others


def test_findings_come_by_severity_then_kind() -> None:
    order = [(list(Severity).index(one.severity), list(FindingKind).index(one.kind)) for one in audit(case())]
    assert order == sorted(order)


@given(st.permutations(CLAIMS), st.permutations(STATEMENTS))
def test_the_order_of_the_records_changes_nothing(claims: list[Claim], statements: list[Statement]) -> None:
    assert audit(case(claims, statements)) == audit(case())


def test_a_claim_that_a_person_rejected_is_not_audited() -> None:
    assert not audit(case([replace(one, review=Review.REJECTED) for one in CLAIMS]))


def test_an_empty_case_has_no_findings() -> None:
    assert not audit(ledger([], [], []))


def test_a_finding_is_one_sentence_with_statements_in_order() -> None:
    audited = case()
    for finding in audit(audited):
        places = [audited.place(audited.statements[one]) for one in finding.statements]
        assert finding.text.endswith(".")
        assert places == sorted(places)
        assert places


def test_the_guide_tells_each_rule_as_the_program_does() -> None:
    sections = re.findall(r"^## (.+?)\n\n(.+?)\n\n", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    told_there = {title.lower(): " ".join(text.split()) for title, text in sections}
    assert {str(rule.kind): rule.says for rule in RULES}.items() <= told_there.items()
