"""Disputes told with their sides, weighed by independent voices."""

from dataclasses import dataclass

from palanca.analysis.audit import Ledger
from palanca.records import (
    Category,
    Claim,
    Detail,
    Dispute,
    DisputeKind,
    EventDetail,
    Finding,
    FindingKind,
    Modality,
    OfficeDetail,
    OfficeStatus,
    QuantityDetail,
    RoleName,
    Schema,
    Severity,
    Statement,
)
from tests.analysis.audit.making import claim, filler, found, ledger, paper, texts, thing, told, when

ANA, JUAN, PAZ = thing("Ana Ruiz"), thing("Juan Paz"), thing("Paz")
CHILE = thing("Chile", Schema.PLACE, country="CHL")
MEETING = EventDetail(category=Category.CONSULT, mode="meet")
PAPERS = [paper(name, f"Ana Ruiz of Chile met Juan Paz, says {name}.") for name in ("alba", "brisa", "cima", "duna")]
WORDS = "Ana Ruiz of Chile met Juan Paz"
CONTRADICTION = FindingKind.CONTRADICTION


@dataclass(frozen=True)
class Disputed:
    """One claim with one dispute, told by one paper after another."""

    statements: list[Statement]
    claim: Claim
    ledger: Ledger


def disputed(statements: list[Statement], dispute: Dispute, voices: tuple[int, ...] = ()) -> Disputed:
    one = claim(*statements, voices=voices, disputes=(dispute,))
    return Disputed(statements, one, ledger([one], statements, PAPERS, [ANA, JUAN, CHILE]))


def dated(*days: str, voices: tuple[int, ...] = ()) -> Disputed:
    statements = [told(one, MEETING, words=WORDS, time=day) for one, day in zip(PAPERS, days, strict=False)]
    return disputed(statements, Dispute(kind=DisputeKind.TIME, values=tuple(sorted(set(days)))), voices)


def test_each_date_is_told_with_its_documents() -> None:
    case = dated("2024-05-12", "2024-05-12", "2024-05-14")
    assert found(CONTRADICTION, case.ledger) == [
        Finding(
            kind=CONTRADICTION,
            severity=Severity.MEDIUM,
            text="“Ana Ruiz of Chile met Juan Paz” is dated differently: 12 May 2024 in 2 documents (2 independent) "
            "and 14 May 2024 in 1 document.",
            statements=tuple(one.id for one in case.statements),
            claims=(case.claim.id,),
        )
    ]


def test_two_independent_sources_on_each_side_weigh_most() -> None:
    case = dated("2024-05-12", "2024-05-12", "2024-05-14", "2024-05-14")
    assert [one.severity for one in found(CONTRADICTION, case.ledger)] == [Severity.HIGH]


def test_copies_on_one_side_count_as_one_source() -> None:
    case = dated("2024-05-12", "2024-05-12", "2024-05-14", "2024-05-14", voices=(0, 1, 2, 2))
    assert [one.severity for one in found(CONTRADICTION, case.ledger)] == [Severity.MEDIUM]


def test_a_source_that_gives_both_dates_weighs_least() -> None:
    case = dated("2024-05-12", "2024-05-14", voices=(0, 0))
    assert [one.severity for one in found(CONTRADICTION, case.ledger)] == [Severity.LOW]


def test_numbers_are_told_with_thousands_apart() -> None:
    amounts = [QuantityDetail(value=value, unit="soldiers", of="the force") for value in (1200.0, 1500.0)]
    statements = [told(one, amount, words=WORDS) for one, amount in zip(PAPERS, amounts, strict=False)]
    case = disputed(statements, Dispute(kind=DisputeKind.VALUE, values=("1200", "1500")))
    assert texts(CONTRADICTION, case.ledger) == [
        "The number given for the force differs: 1,200 in 1 document and 1,500 in 1 document."
    ]


def test_what_is_told_and_denied_has_both_sides() -> None:
    stances = (Modality.ASSERTED, Modality.DENIED)
    statements = [told(one, MEETING, words=WORDS, modality=how) for one, how in zip(PAPERS, stances, strict=False)]
    case = disputed(statements, Dispute(kind=DisputeKind.DENIED, values=("asserted", "denied")))
    assert texts(CONTRADICTION, case.ledger) == [
        "“Ana Ruiz of Chile met Juan Paz” is told and denied: asserted in 1 document and denied in 1 document."
    ]


def minister(who: int, paper_at: int, detail: Detail, time: str | None = None) -> Statement:
    document = PAPERS[paper_at]
    parts = [(RoleName.PERSON, filler(document, (ANA, JUAN, PAZ)[who])), (RoleName.BODY, filler(document, CHILE))]
    return told(document, detail, parts, words=WORDS, time=time)


def office(start: str | None = None, end: str | None = None) -> OfficeDetail:
    return OfficeDetail(role="president", status=OfficeStatus.CURRENT, start=when(start), end=when(end))


def test_ends_of_an_office_that_differ_name_the_office() -> None:
    statements = [minister(0, 0, office(end="2024-05")), minister(0, 1, office(end="2024-07"))]
    case = disputed(statements, Dispute(kind=DisputeKind.END, values=("2024-05", "2024-07")))
    assert texts(CONTRADICTION, case.ledger) == [
        "The end of Ana Ruiz as president (Chile) is dated differently: May 2024 in 1 document and July 2024 in 1 "
        "document."
    ]


def test_a_resignation_and_the_end_that_it_is_are_told_once() -> None:
    days = ("2024-05-12", "2024-05-14")
    left = EventDetail(category=Category.RETREAT, mode="resign")
    events = [told(one, left, words=WORDS, time=day) for one, day in zip(PAPERS, days, strict=False)]
    ends = [minister(0, at, office(end=day)) for at, day in enumerate(days)]
    claims = [
        claim(*events, disputes=(Dispute(kind=DisputeKind.TIME, values=days),)),
        claim(*ends, disputes=(Dispute(kind=DisputeKind.END, values=days),)),
    ]
    audited = ledger(claims, [*events, *ends], PAPERS, [ANA, CHILE])
    assert [one.claims for one in found(CONTRADICTION, audited)] == [(claims[1].id,)]


def rivals(ana: Statement, juan: Statement) -> Ledger:
    plain = claim(ana), claim(juan)
    claims = [
        claim(one, disputes=(Dispute(kind=DisputeKind.HOLDER, values=(name,), rivals=(other.id,)),))
        for one, name, other in ((ana, "Juan Paz", plain[1]), (juan, "Ana Ruiz", plain[0]))
    ]
    return ledger(claims, [ana, juan], PAPERS, [ANA, JUAN, PAZ, CHILE])


def test_two_holders_of_a_sole_office_are_one_finding() -> None:
    audited = rivals(minister(0, 0, office(), "2024-05-12"), minister(1, 1, office(), "2024-05-12"))
    assert texts(CONTRADICTION, audited) == [
        "President (Chile) is shown with two holders at a time: Ana Ruiz in 1 document and Juan Paz in 1 document."
    ]


def test_two_holders_around_a_told_handover_are_no_contradiction() -> None:
    audited = rivals(minister(0, 0, office(), "2024-05-12"), minister(1, 1, office(start="2024-05-10"), "2024-05-12"))
    assert not found(CONTRADICTION, audited)


def test_a_surname_beside_the_full_name_of_a_holder_is_for_review_and_no_contradiction() -> None:
    audited = rivals(minister(2, 0, office(), "2024-05-12"), minister(1, 1, office(), "2024-05-12"))
    assert not found(CONTRADICTION, audited)
    assert found(CONTRADICTION, rivals(minister(2, 0, office(), "2024-05-12"), minister(0, 1, office(), "2024-05-12")))


def test_two_holders_in_one_sentence_hold_two_offices_of_one_name() -> None:
    audited = rivals(minister(0, 0, office(), "2024-05-12"), minister(1, 0, office(), "2024-05-12"))
    assert not found(CONTRADICTION, audited)


def test_a_rival_that_is_not_in_the_ledger_is_left_out() -> None:
    audited = rivals(minister(0, 0, office(), "2024-05-12"), minister(1, 1, office(), "2024-05-12"))
    alone = ledger(audited.claims[:1], audited.statements.values(), PAPERS, [ANA, CHILE])
    assert not found(CONTRADICTION, alone)


def test_a_claim_without_dispute_is_no_contradiction() -> None:
    one = told(PAPERS[0], MEETING, words=WORDS, time="2024-05-12")
    other = told(PAPERS[1], MEETING, words=WORDS, time="2024-05")
    assert not found(CONTRADICTION, ledger([claim(one, other)], [one, other], PAPERS))


def test_a_side_without_evidence_leaves_nothing_to_tell() -> None:
    one = told(PAPERS[0], MEETING, words=WORDS, time="2024-05-12")
    case = disputed([one], Dispute(kind=DisputeKind.TIME, values=("2024-05-12", "2024-05-14")))
    assert not found(CONTRADICTION, case.ledger)
