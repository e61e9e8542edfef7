"""Offices that only old documents call current, and sole offices with a later holder."""

from palanca.records import (
    Document,
    Finding,
    FindingKind,
    Identity,
    OfficeDetail,
    OfficeStatus,
    RoleName,
    Schema,
    Severity,
    Statement,
)
from tests.analysis.audit.making import claim, each_alone, filler, found, paper, thing, told, when

STALE = FindingKind.STALE_OFFICE
ANA, JUAN = thing("Ana Ruiz"), thing("Juan Paz")
CHILE = thing("Chile", Schema.PLACE, country="CHL")


def shown(
    day: str, who: Identity = ANA, role: str = "president", *, status: OfficeStatus = OfficeStatus.CURRENT,
    time: str | None = None, end: str | None = None,
) -> tuple[Document, Statement]:  # fmt: skip
    document = paper(f"{who.caption} {day}", f"{who.caption} is the {role} of Chile ({day}).", day)
    parts = [(RoleName.PERSON, filler(document, who)), (RoleName.BODY, filler(document, CHILE))]
    detail = OfficeDetail(role=role, status=status, end=when(end))
    return document, told(document, detail, parts, time=time or day)


def findings(*told_in: tuple[Document, Statement]) -> list[Finding]:
    documents, statements = [one for one, _ in told_in], [one for _, one in told_in]
    return found(STALE, each_alone(statements, documents, [ANA, JUAN, CHILE]))


def sentences(*told_in: tuple[Document, Statement]) -> list[str]:
    return [finding.text for finding in findings(*told_in)]


OLD = shown("2019-05-12", role="minister")
NEW = shown("2024-05-12", JUAN, "minister")


def test_only_an_old_document_calls_it_current() -> None:
    assert findings(OLD, NEW) == [
        Finding(
            kind=STALE,
            severity=Severity.LOW,
            text="Ana Ruiz as minister (Chile): called current in 1 document, last on 12 May 2019; the newest document "
            "is of 12 May 2024.",
            statements=(OLD[1].id,),
            claims=(claim(OLD[1]).id,),
        )
    ]


PRESIDENTS = (
    shown("2023-03-01"), shown("2023-04-01"), shown("2024-05-12", JUAN), shown("2024-06-12", JUAN),
)  # fmt: skip


def test_a_later_holder_of_a_sole_office_and_no_end() -> None:
    assert findings(*PRESIDENTS) == [
        Finding(
            kind=STALE,
            severity=Severity.MEDIUM,
            text="Ana Ruiz as president (Chile): called current until 1 April 2023, no end is told, and Juan Paz is "
            "called the holder from 12 May 2024.",
            statements=(PRESIDENTS[1][1].id, PRESIDENTS[2][1].id),
            claims=(claim(PRESIDENTS[1][1]).id, claim(PRESIDENTS[2][1]).id),
        )
    ]


def test_a_sole_office_that_only_old_documents_call_current() -> None:
    assert sentences(shown("2019-05-12"), shown("2019-06-12"), NEW) == [
        "Ana Ruiz as president (Chile): called current in 2 documents, last on 12 June 2019; the newest document is of "
        "12 May 2024."
    ]


def test_a_told_end_settles_it() -> None:
    assert not findings(*PRESIDENTS, shown("2023-05-01", end="2023-04-30"))


def test_a_former_president_is_known_to_be_former() -> None:
    assert not findings(*PRESIDENTS, shown("2024-05-01", status=OfficeStatus.FORMER))


def test_a_later_holder_whom_the_same_documents_call_former_is_none() -> None:
    former = [(one, _former(one, who)) for one, who in ((PRESIDENTS[2][0], JUAN), (PRESIDENTS[3][0], JUAN))]
    assert not findings(*PRESIDENTS, *former)


def _former(document: Document, who: Identity) -> Statement:
    parts = [(RoleName.PERSON, filler(document, who)), (RoleName.BODY, filler(document, CHILE))]
    return told(document, OfficeDetail(role="president", status=OfficeStatus.FORMER), parts)


def test_a_recent_document_calls_it_current() -> None:
    assert not findings(shown("2023-05-12", role="minister"), NEW)


def test_an_office_of_many_has_later_holders() -> None:
    assert not findings(
        shown("2023-03-01", role="senator"), shown("2023-04-01", role="senator"),
        shown("2024-05-12", JUAN, "senator"), shown("2024-06-12", JUAN, "senator"),
    )  # fmt: skip


def test_history_calls_nobody_current() -> None:
    assert not findings(shown("2021-05-12", role="minister", time="1998"), NEW)


def test_a_president_of_history_between_showings_of_another_is_no_holder() -> None:
    lincoln = shown("2024-05-20", time="2024-05-20"), shown("2024-05-21", time="2024-05-21")
    juan = [shown(day, JUAN) for day in ("2024-05-01", "2024-07-01")]
    assert not findings(*lincoln, *juan)
