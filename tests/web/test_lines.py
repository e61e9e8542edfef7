"""Lines of a dossier go out in pieces that pages word."""

import pytest

from palanca.web.shapes.lines import Piece, pieces_of_line, pieces_of_note


def _piece(code: str, text: str, after: str = "", **values: str) -> Piece:
    return Piece(code=code, values=values, text=text, family="line", after=after)


def test_line_of_an_event_has_its_time_who_puts_it_so_and_its_parts() -> None:
    line = "2025-05: denied by Ama Owusu: Lars Vik towards Togo: meet (consult, diplomatic channel), in Lomé"
    assert pieces_of_line(line) == [
        _piece("when", "2025-05", ": ", when="2025-05"),
        _piece("denied_by", "denied by Ama Owusu", ": ", speaker="Ama Owusu"),
        _piece(
            "event_towards_in", "Lars Vik towards Togo: meet (consult, diplomatic channel), in Lomé",
            who="Lars Vik", whom="Togo", act="meet", category="consult", channel="diplomatic", place="Lomé",
        ),
    ]  # fmt: skip


def test_line_of_an_instrument_has_its_kind_and_what_follows_its_title() -> None:
    assert pieces_of_line("law: Ports Act; no. 12; issued by Ghana") == [
        _piece("kind", "law", ": ", kind="law"),
        _piece("", "Ports Act", "; "),
        _piece("number", "no. 12", "; ", number="12"),
        _piece("issued", "issued by Ghana", issuer="Ghana"),
    ]


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("Volta Freight owns Tema Pier", ["owns"]),
        ("Ghana: 12 percent (what the state owns in the port)", [""]),
        ("Ama Owusu (said, direct speech): “The port owns nothing”", ["direct", ""]),
        ("Ama Owusu: minister of ports, Ghana (acting)", ["acting"]),
        ("the register visits (Visits) alone tells it: 2023-06: Oto Berg: visit (consult, other channel)",
         ["register", "when", "event"]),
        ("Ama Owusu: minister of ports, Ghana", [""]),
    ],
)  # fmt: skip
def test_what_a_claim_says_is_told_by_its_kind(line: str, codes: list[str]) -> None:
    assert [one.code for one in pieces_of_line(line)] == codes


@pytest.mark.parametrize(
    ("note", "codes"),
    [
        ("certain 2021-03-02; possible 2019-01-01 to 2024-01-01; from 2021; no end is told",
         ["certain", "possible", "from", "no_end"]),
        ("then: Ama Owusu (minister of ports, Ghana); Lars Vik (possibly envoy)", ["then"]),
        ("against it: 2024: Volta Freight owns Tema Pier", ["against", "when", "owns"]),
        ("None found in 12 documents.", ["none"]),
    ],
)  # fmt: skip
def test_notes_beside_a_line_are_told_one_by_one(note: str, codes: list[str]) -> None:
    assert [one.code for one in pieces_of_note(note)] == codes
