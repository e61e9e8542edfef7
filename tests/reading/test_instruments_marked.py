"""Instruments that a date, a numbered part or what they are for tells apart; offices and names beside them."""

from collections.abc import Callable

import pytest

from palanca.records import InstrumentDetail, Kind, OfficeDetail, Reading, RoleName

type Read = Callable[..., Reading]


def _instruments(reading: Reading) -> set[tuple[str, str, str | None, str | None]]:
    found = (s for s in reading.statements if s.kind is Kind.INSTRUMENT)
    return {
        (str(s.detail.kind), s.detail.title, s.detail.number, str(s.time) if s.time else None)
        for s in found
        if isinstance(s.detail, InstrumentDetail)
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The 1992 law on communication lets judges jail reporters.", {("law", "law", None, "1992")}),
        (
            "The defence treaty of 21 May 2011 replaced the protocol of 1977.",
            {("agreement", "defence treaty", None, "2011-05-21"), ("agreement", "protocol", None, "1977")},
        ),
        (
            "Section 8.1 of the loan agreement says that disputes are settled in Accra.",
            {("contract", "loan agreement", None, None)},
        ),
        ('"It was a breach of contract," Ana Paz said.', set()),
        ("An agreement was signed between the New Alliance and Togo.", {("agreement", "agreement", None, None)}),
    ],
)
def test_marked_instruments(read: Read, text: str, found: set[tuple[str, str, str | None, str | None]]) -> None:
    assert _instruments(read(text)) == found


def test_a_concession_for_something_named_is_one(read: Read) -> None:
    reading = read("Togo gave Volta Lines, a firm of Accra, a long concession for the Lome Terminal.")
    assert [kind for kind, *_ in _instruments(reading)] == ["concession"]


def test_the_sign_before_a_number_is_no_name(read: Read) -> None:
    reading = read("El ministro firmó el contrato N.° 045-2024 con Sonec.", language="es")
    assert {number for _, _, number, _ in _instruments(reading)} == {"045-2024"}
    assert not any(e.caption.startswith("N") for e in reading.entities)


def _offices(reading: Reading) -> list[tuple[str, str, list[str], str | None, str | None]]:
    return [
        (
            s.fillers(RoleName.PERSON)[0].text,
            s.detail.role,
            [body.text for body in s.fillers(RoleName.BODY)],
            str(s.detail.start) if s.detail.start else None,
            str(s.detail.end) if s.detail.end else None,
        )
        for s in reading.statements
        if s.kind is Kind.OFFICE and isinstance(s.detail, OfficeDetail)
    ]


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "The former minister of health, Ana Paz, left office on 3 March 2021.",
            [("Ana Paz", "minister of health", [], None, "2021-03-03")],
        ),
        (
            "Exim Bank of China lent it in 2012. Ivo Sá, who later became governor of the central bank, signed.",
            [("Ivo Sá", "governor of the central bank", [], None, None)],
        ),
        (
            "River Watch founder and director Ann Lee spoke.",
            [("Ann Lee", "founder", ["River Watch"], None, None), ("Ann Lee", "director", ["River Watch"], None, None)],
        ),
        (
            "Tim Novak, chief executive and founder of Baltic Rail, agreed.",
            [
                ("Tim Novak", "chief executive", ["Baltic Rail"], None, None),
                ("Tim Novak", "founder", ["Baltic Rail"], None, None),
            ],
        ),
        (
            "China sent envoys. The ambassador of the Chinese delegation, Li Wei, met farmers.",
            [("Li Wei", "ambassador", ["China"], None, None)],
        ),
        (
            "Ivo Sá once chaired the Lome Ports and Roads Authority.",
            [("Ivo Sá", "chair", ["Lome Ports and Roads Authority"], None, None)],
        ),
    ],
)
def test_offices_end_begin_and_belong(
    read: Read, text: str, offices: list[tuple[str, str, list[str], str | None, str | None]]
) -> None:
    assert _offices(read(text)) == offices
