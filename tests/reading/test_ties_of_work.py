"""Ties of people with whoever employs, seats or expels them, of kin, and of organs with organs."""

from collections.abc import Callable

import pytest

from palanca.records import Kind, Reading, RoleName, TieDetail

type Read = Callable[..., Reading]
type Tie = tuple[str, str, str]


def ties(reading: Reading) -> list[Tie]:
    """Source, kind and target, in order."""
    names = {e.id: e.caption for e in reading.entities}
    found = [s for s in reading.statements if s.kind is Kind.TIE and isinstance(s.detail, TieDetail)]
    ends = [(s.fillers(RoleName.SOURCE)[0], s.detail, s.fillers(RoleName.TARGET)[0]) for s in found]
    return [(names[a.entity or ""], d.kind.value, names[b.entity or ""]) for a, d, b in ends]  # type: ignore[index,union-attr]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Lim has been working in the World Bank since 2001.", [("Ana Lim", "employee_of", "World Bank")]),
        ("Ana Lim is employed at the World Bank.", [("Ana Lim", "employee_of", "World Bank")]),
        ("Ana Lim joined the World Bank in 1999.", [("Ana Lim", "employee_of", "World Bank")]),
        ("Ana Lim joined the Green Party in 1999.", [("Ana Lim", "member_of", "Green Party")]),
        ("Ana Lim was expelled from the Green Party.", [("Ana Lim", "member_of", "Green Party")]),
        ("Ana Lim was appointed to the Monetary Council.", [("Ana Lim", "member_of", "Monetary Council")]),
        ("Ana Lim is related to Bo Tan.", [("Ana Lim", "family", "Bo Tan")]),
        ("Ana Lim runs a firm called Volta Lines.", [("Ana Lim", "controls", "Volta Lines")]),
        (
            "The Tax Office depends on the Ministry of Finance.",
            [("Tax Office", "part_of", "Ministry of Finance")],
        ),
        (
            "Ana Lim and Bo Tan left. Both are employed at the World Bank.",
            [("Ana Lim", "employee_of", "World Bank"), ("Bo Tan", "employee_of", "World Bank")],
        ),
        ("Ana Lim left. Her father, former president Bo Lim, stayed.", [("Bo Lim", "family", "Ana Lim")]),
        ("Ana Lim runs a firm called eVolta.", [("Ana Lim", "controls", "eVolta")]),
        ("Norway is a financial supporter of Nordaid Foundation.", [("Norway", "funds", "Nordaid Foundation")]),
        ("Norway gave Nordaid Foundation $2 million.", [("Norway", "funds", "Nordaid Foundation")]),
    ],
)
def test_ties_of_work_and_kin(read: Read, text: str, expected: list[Tie]) -> None:
    assert ties(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lim works in Lima.",
        "Ana Lim, Laos's biggest arms agent, was freed.",
        "Ana Lim was elected to Parliament in 1999.",
        "Ana Lim, a sister of the president's chief of staff, met President Bo Tan.",
        "Ana Lim met Volta Lines to set up a fund. The fund will be run by Ana Lim.",
    ],
)
def test_who_works_in_a_town_or_ranks_first_is_tied_to_none(read: Read, text: str) -> None:
    assert ties(read(text)) == []
