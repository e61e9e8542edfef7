"""Offices of people with names that are strange to the parser, of two at once, and of titles of many words."""

from collections.abc import Callable

import pytest

from palanca.records import Kind, OfficeDetail, Reading, RoleName

type Read = Callable[..., Reading]
type Office = tuple[str, str]


def offices(reading: Reading) -> list[Office]:
    """Person and title, in order."""
    found = [s for s in reading.statements if s.kind is Kind.OFFICE]
    people = {e.id: e.caption for e in reading.entities}
    told = [(s.fillers(RoleName.PERSON)[0], s.detail) for s in found]
    return [(people[p.entity] if p.entity else p.text, d.role) for p, d in told if isinstance(d, OfficeDetail)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cabinet re-appointed Lebohang Tshwete as governor of the mint.", [("Lebohang Tshwete", "governor")]),
        (
            "She appointed Nkosazana Zwane and Themba Ndebeleni as deputy commissioners.",
            [("Nkosazana Zwane", "deputy commissioner"), ("Themba Ndebeleni", "deputy commissioner")],
        ),
        ("Uwineza Imanzi is now the minister of lands.", [("Uwineza Imanzi", "minister of lands")]),
        ("Gasangwa served as the mayor of Huye.", [("Gasangwa", "mayor")]),
        (
            "Both work at the mint, with Nkosazana Zwane as the adviser to the board.",
            [("Nkosazana Zwane", "adviser to the board")],
        ),
        (
            "Leader of the House and Transport Minister Sunil Weera left.",
            [("Sunil Weera", "leader of the house"), ("Sunil Weera", "transport minister")],
        ),
        ("Olga Umutoni was named Minister of Youth Empowerment.", [("Olga Umutoni", "minister of youth empowerment")]),
        ("Baltic Mining managing director Jan Berg left.", [("Jan Berg", "managing director")]),
        ("Army chief of staff Lt. Gen. Musa Bello left.", [("Musa Bello", "army chief of staff")]),
        ("Amb. Paul Mugabo and Eric Kagame met in Lomé.", [("Paul Mugabo", "ambassador")]),
        (
            "Tom Obi, reportedly nicknamed the king of tin, was chairman and CEO of Volta Mining.",
            [("Tom Obi", "chairman"), ("Tom Obi", "ceo")],
        ),
        ("She replaces former deputy governor Tom Obi. Ama Sey was calm.", [("Tom Obi", "deputy governor")]),
        ("Don Obi is the mayor of Perth.", [("Don Obi", "mayor")]),
        (
            "The bishop of Oruro, Jorge Choque, and the regional governor, Ivo Rojas, met.",
            [("Jorge Choque", "bishop"), ("Ivo Rojas", "regional governor")],
        ),
        ("Ama Sey replaces Tom Obi, who was appointed treasurer last month.", [("Tom Obi", "treasurer")]),
    ],
)
def test_offices_of_strange_names_and_long_titles(read: Read, text: str, expected: list[Office]) -> None:
    assert offices(read(text)) == expected


def test_whoever_follows_a_former_holder_is_no_former_one(read: Read) -> None:
    reading = read("Ama Sey starts in May. She replaces former treasurer Tom Obi.")
    told = [s.detail for s in reading.statements if isinstance(s.detail, OfficeDetail)]
    assert [(d.role, d.status.value) for d in told] == [("treasurer", "former"), ("treasurer", "current")]


def test_who_will_replace_another_has_not_the_office_yet(read: Read) -> None:
    reading = read("Transport Minister Tom Obi will be replaced by Ama Sey.")
    told = [s.detail for s in reading.statements if isinstance(s.detail, OfficeDetail)]
    assert [(d.role, d.status.value) for d in told][-1] == ("transport minister", "designate")


def test_served_since_is_over(read: Read) -> None:
    reading = read("Tom Obi served as mayor of Perth for a decade since 2008.")
    (detail,) = [s.detail for s in reading.statements if isinstance(s.detail, OfficeDetail)]
    assert (detail.status.value, str(detail.start)) == ("former", "2008")


@pytest.mark.parametrize(
    "text",
    [
        "Lim Boon, Laos's biggest arms agent, was freed.",
        "The mint named Volta Audit as auditor.",
        "Sunil Weera left early. A government minister himself had said so.",
    ],
)
def test_who_only_ranks_first_or_is_a_firm_holds_none(read: Read, text: str) -> None:
    assert offices(read(text)) == []
