"""Each pattern that comes with Palanca finds its positive fixture, and not the near miss beside it."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import palanca
from palanca.records import Category, InstrumentKind, Modality, TieKind
from tests.questions.patterns.making import Told, case_of, event, instrument, office, tie

LANDS = {
    "Ministry of Ports": "GHA", "Sea Authority": "GHA", "Congress of Peru": "PER", "Ministry of Energy": "PER",
    "Ana Paredes": "PER", "Lars Moe": "NOR", "Emre Aksoy": "TUR", "Army of Togo": "TGO", "Army of Norway": "NOR",
    "Fjord Lines": "NOR", "Callao Port": "PER",
}  # fmt: skip
MEETS, VISITS = "meet", "visit"


@dataclass(frozen=True)
class Fixture:
    """What is told, how the finding reads, and what to tell in place of one fact so that nothing is found."""

    told: tuple[Told, ...]
    reads: str
    is_certain: bool
    near_misses: tuple[tuple[int, Told], ...]


KIN = Fixture(
    told=(
        office("Ama Owusu", "Ministry of Ports", start="2019", end="2023"),
        tie("Ama Owusu", TieKind.SPOUSE, "Kofi Mensah"),
        tie("Kofi Mensah", TieKind.OWNS, "Volta Lines"),
        event("Ministry of Ports", Category.CONSULT, "Volta Lines", "2021-05-03", mode=MEETS),
    ),
    reads=(
        "Ama Owusu holds an office of Ministry of Ports; Kofi Mensah, of the family, stands for Volta Lines, "
        "with which they deal."
    ),
    is_certain=True,
    near_misses=(
        (3, event("Ministry of Ports", Category.CONSULT, "Volta Lines", "2024-05-03", mode=MEETS)),
        (1, tie("Ama Owusu", TieKind.PARTNER_OF, "Kofi Mensah")),
    ),
)
DOOR = Fixture(
    told=(
        office("Peter Kamau", "Sea Authority", start="2018", end="2020-06"),
        tie("Sea Authority", TieKind.CONTROLS, "Baobab Ltd", time="2015/2022"),
        office("Peter Kamau", "Baobab Ltd", start="2023"),
    ),
    reads=(
        "Peter Kamau held an office of Sea Authority, which dealt with Baobab Ltd; later Peter Kamau has a post or "
        "a share there."
    ),
    is_certain=True,
    near_misses=((2, office("Peter Kamau", "Baobab Ltd", start="2010", end="2016")),),
)
LAW = Fixture(
    told=(
        event("Lars Moe", Category.CONSULT, "Congress of Peru", "2024-02-10", mode=VISITS),
        instrument(InstrumentKind.LAW, "Ports Act", "2024-05-02", issuer="Congress of Peru"),
    ),
    reads=("Somebody of Norway met officials of Peru; within 180 days Peru issued a law, decree or concession."),
    is_certain=True,
    near_misses=(
        (1, instrument(InstrumentKind.LAW, "Ports Act", "2025-05-02", issuer="Congress of Peru")),
        (1, instrument(InstrumentKind.LAW, "Ports Act", "2024-02-01", issuer="Congress of Peru")),
        (
            0,
            event(
                "Lars Moe", Category.CONSULT, "Congress of Peru", "2024-02-10", mode=VISITS, modality=Modality.PLANNED
            ),
        ),
    ),
)
CONTACT = Fixture(
    told=(
        event("Emre Aksoy", Category.CONSULT, "Ana Paredes", "2024-03-01", mode=MEETS),
        event("Ana Paredes", Category.SANCTION, "Fjord Lines", "2024-03-20"),
    ),
    reads="Ana Paredes met Emre Aksoy; within 30 days Ana Paredes acted towards Fjord Lines.",
    is_certain=True,
    near_misses=((1, event("Ana Paredes", Category.SANCTION, "Fjord Lines", "2024-05-20")),),
)
FIXTURES = {
    "family tie": KIN, "revolving door": DOOR, "visit then law": LAW, "contact before event": CONTACT,
}  # fmt: skip


@pytest.mark.parametrize("name", FIXTURES)
def test_pattern_finds_its_fixture(name: str, tmp_path: Path) -> None:
    fixture = FIXTURES[name]
    with case_of(tmp_path, *fixture.told, countries=LANDS) as case:
        (finding,) = palanca.patterns(case, [name]).findings
    assert (finding.reads, finding.is_certain, finding.state) == (fixture.reads, fixture.is_certain, "proposal")


@pytest.mark.parametrize(
    ("name", "at", "instead"), [(name, *miss) for name, fixture in FIXTURES.items() for miss in fixture.near_misses]
)  # fmt: skip
def test_pattern_leaves_a_near_miss(name: str, at: int, instead: Told, tmp_path: Path) -> None:
    told = list(FIXTURES[name].told)
    told[at] = instead
    with case_of(tmp_path, *told, countries=LANDS) as case:
        assert palanca.patterns(case, [name]).findings == ()


@pytest.mark.parametrize("name", FIXTURES)
def test_pattern_counts_no_leg_that_readers_doubt(name: str, tmp_path: Path) -> None:
    told = FIXTURES[name].told
    with case_of(tmp_path, *told[:-1], replace(told[-1], confidence=0.2), countries=LANDS) as case:
        assert palanca.patterns(case, [name]).findings == ()
