"""Patterns in dispatches as they are read, of several countries, each with a near miss beside it."""

from pathlib import Path

import pytest

import palanca

TEXTS = {
    "ports": (
        "Ghana's minister of ports, Ama Owusu, met Volta Lines in Tema on 4 March 2021. Ama Owusu is married to Kofi "
        "Mensah. Kofi Mensah owns Volta Lines."
    ),
    "visit": "The Norwegian ambassador, Lars Moe, visited the Congress of Peru in Lima on 10 February 2024.",
    "law": "The Congress of Peru passed Law 31999 on ports on 2 May 2024.",
    "late law": "The Congress of Peru passed Law 32500 on forests on 2 May 2025.",
    "airline": (
        "Kenya's minister of trade, Peter Kamau, met the Turkish ambassador, Emre Aksoy, in Nairobi on 3 June 2023. "
        "Peter Kamau banned the airline Baobab Air on 20 June 2023."
    ),
    "planned": (
        "India's minister of shipping, Rajiv Menon, will meet the Japanese ambassador, Yumi Sato, in Delhi on 3 June "
        "2023. Rajiv Menon sanctioned Indus Ferries on 20 June 2023."
    ),
    "copper": (
        "Chile's deputy minister of mines, Ines Rojas, met Andes Copper Ltd in Santiago on 5 May 2018. In 2021 Ines "
        "Rojas joined the board of Andes Copper Ltd. Ines Rojas was deputy minister of mines from 2016 to 2019."
    ),
    "troops": "Norway deployed 200 troops to Togo on 3 June 2024.",
}  # fmt: skip


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What each pattern reads, by its name."""
    folder: Path = tmp_path_factory.mktemp("patterns")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    palanca.read(folder / "c.palanca", [folder])
    reads: dict[str, set[str]] = {}
    with palanca.open_case(folder / "c.palanca") as case:
        for finding in palanca.patterns(case).findings:
            reads.setdefault(finding.pattern.name, set()).add(finding.reads)
    return reads


def test_family_tie_is_found_through_owner_and_meeting(found: dict[str, set[str]]) -> None:
    assert found["family tie"] == {
        "Ama Owusu holds an office of Ghana; Kofi Mensah, of the family, stands for Volta Lines, with which they deal."
    }


def test_law_within_half_a_year_of_a_visit_is_found(found: dict[str, set[str]]) -> None:
    assert found["visit then law"] == {
        "Norway and Peru met, or one visited the other; within 180 days Peru issued a law, decree or concession."
    }


def test_meeting_that_took_place_comes_before_an_act_and_a_planned_one_does_not(found: dict[str, set[str]]) -> None:
    assert found["contact before event"] == {
        "Peter Kamau met Emre Aksoy; within 30 days Peter Kamau acted towards Baobab Air."
    }


def test_post_in_a_company_that_was_met_in_office_is_found(found: dict[str, set[str]]) -> None:
    assert found["revolving door"] == {
        "Ines Rojas held an office of Chile, which dealt with Andes Copper Ltd.; later Ines Rojas has a post or a "
        "share there."
    }


def test_presence_for_which_no_instrument_is_told_is_found(found: dict[str, set[str]]) -> None:
    assert found["presence without authorisation"] == {
        "Norway deploys to Togo, or runs something there; no instrument between them that could be in force was found."
    }


def test_nothing_else_is_found(found: dict[str, set[str]]) -> None:
    assert found.keys() == {
        "family tie", "visit then law", "contact before event", "revolving door", "presence without authorisation",
    }  # fmt: skip
