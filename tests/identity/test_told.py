"""What a statement tells in one line, and how far another agrees with it."""

from dataclasses import replace

import pytest

from palanca.identity.anchors import anchor_of_statement
from palanca.identity.told import Agreement, agreement, parties_of, told_of
from palanca.records import (
    AnomalyDetail,
    AnomalyKind,
    Category,
    Context,
    Detail,
    EventDetail,
    Filler,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Modality,
    OfficeDetail,
    OfficeStatus,
    QuantityDetail,
    QuotationDetail,
    Role,
    RoleName,
    TieDetail,
    TieKind,
    Time,
)
from tests.identity.judged import event, meeting, reading

TEXT = "Vera Lund met Omar Diallo. Lund praised the harbour."


@pytest.mark.parametrize(
    ("kind", "detail", "line"),
    [
        (Kind.EVENT, EventDetail(category=Category.AID, mode="in-kind", contexts=(Context.TRADE,)), "AID; in-kind"),
        (Kind.OFFICE, OfficeDetail(role="mayor", status=OfficeStatus.ACTING), "mayor; acting"),
        (
            Kind.OFFICE,
            OfficeDetail(role="mayor", status=OfficeStatus.FORMER, start=Time.parse("2001"), end=Time.parse("2005")),
            "mayor; former; from 2001; to 2005",
        ),
        (Kind.TIE, TieDetail(kind=TieKind.OWNS), "owns"),
        (Kind.INSTRUMENT, InstrumentDetail(kind=InstrumentKind.LAW, title="Fisheries; Act"), "law Fisheries, Act"),
        (
            Kind.INSTRUMENT,
            InstrumentDetail(kind=InstrumentKind.LAW, title="the law", number="12/3", effect="repeals"),
            "law 12/3; the law; repeals",
        ),
        (Kind.QUANTITY, QuantityDetail(value=3, value_max=5, unit="EUR", of="nets"), "3.0..5.0 EUR; nets"),
        (Kind.QUOTATION, QuotationDetail(cue="said", direct=True), "direct; said"),
        (Kind.QUOTATION, QuotationDetail(cue="said", direct=False), "reported; said"),
        (
            Kind.ANOMALY,
            AnomalyDetail(kind=AnomalyKind.DATE_CONFLICT, detail="Two\nyears."),
            "date_conflict; Two years.",
        ),
    ],
)
def test_each_kind_tells_its_own_in_one_line(kind: Kind, detail: Detail, line: str) -> None:
    here = reading(TEXT)
    assert told_of(replace(meeting(here), kind=kind, detail=detail)) == line


def test_how_when_where_and_who_says_it_are_told() -> None:
    here = reading(TEXT)
    full = replace(
        meeting(here),
        modality=Modality.DENIED,
        time=Time.parse("2024-05"),
        place=Filler(text="Lima"),
        speaker=Filler(text="Omar Diallo"),
    )
    assert told_of(full) == "denied CONSULT; 2024-05; at lima; says omar diallo"


def test_a_party_of_signs_only_keeps_its_signs() -> None:
    here = reading(TEXT)
    assert parties_of(event(here, "met", Category.AID, "***")) == ("actor=***",)


def test_a_statement_with_fuller_names_agrees() -> None:
    here = reading(TEXT)
    short = event(here, TEXT[:26], Category.CONSULT, "Lund", "Diallo")
    assert agreement(anchor_of_statement(here, short), meeting(here)) is Agreement.TOLD


def test_a_statement_with_one_more_role_is_alike() -> None:
    here = reading(TEXT)
    short = event(here, TEXT[:26], Category.CONSULT, "Vera Lund")
    assert agreement(anchor_of_statement(here, short), meeting(here)) is Agreement.LIKE


def test_nobody_is_no_party_in_common() -> None:
    here = reading(TEXT)
    one, other = (replace(meeting(here), roles=(), detail=EventDetail(category=act)) for act in list(Category)[:2])
    assert agreement(anchor_of_statement(here, one), other) is Agreement.KIND


def test_a_role_that_several_fill_agrees_by_one() -> None:
    here = reading(TEXT)
    both = replace(
        meeting(here), roles=(*meeting(here).roles, Role(name=RoleName.ACTOR, filler=Filler(text="Ida Berg")))
    )
    assert agreement(anchor_of_statement(here, meeting(here)), both) is Agreement.TOLD
