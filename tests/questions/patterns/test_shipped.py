"""Each pattern that comes with Palanca finds its positive fixture, and not the near miss beside it."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import palanca
from palanca.analysis.patterns import shipped_patterns
from palanca.records import Category, InstrumentKind, Modality, TieKind
from tests.questions.patterns.making import Told, case_of, event, instrument, office, tie

LANDS = {
    "Ministry of Ports": "GHA", "Sea Authority": "GHA", "Congress of Peru": "PER", "Ministry of Energy": "PER",
    "Ana Paredes": "PER", "Lars Moe": "NOR", "Emre Aksoy": "TUR", "Army of Togo": "TGO", "Army of Norway": "NOR",
    "Fjord Lines": "NOR", "Callao Port": "PER", "Peru": "PER",
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
    reads=("Norway and Peru met, or one visited the other; within 180 days Peru issued a law, decree or concession."),
    is_certain=True,
    near_misses=(
        (1, instrument(InstrumentKind.LAW, "Ports Act", "2025-05-02", issuer="Congress of Peru")),
        (1, instrument(InstrumentKind.LAW, "Ports Act", "2024-02-01", issuer="Congress of Peru")),
        (1, instrument(InstrumentKind.LAW, "Ports Act", "/2024-10-28", issuer="Congress of Peru")),
        (1, instrument(InstrumentKind.LAW, "Ports Act", "2024-05-02", issuer="Ana Paredes")),
        (1, instrument(InstrumentKind.RESOLUTION, "motion", "2024-05-02", issuer="Congress of Peru")),
        (1, instrument(InstrumentKind.AGREEMENT, "Final Act", "2024-05-02", issuer="Congress of Peru")),
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
    near_misses=(
        (1, event("Ana Paredes", Category.SANCTION, "Fjord Lines", "2024-05-20")),
        (0, event("Ana Paredes", Category.CONSULT, "Callao Port", "2024-03-01", mode=VISITS)),
        (0, event("Peru", Category.CONSULT, "Ana Paredes", "2024-03-01", mode=MEETS)),
        (1, event("Ana Paredes", Category.SANCTION, "Peru", "2024-03-20")),
    ),
)
GUARD = Fixture(
    told=(
        tie("Sea Authority", TieKind.CONTROLS, "Callao Port"),
        office("Peter Kamau", "Sea Authority", start="2018", end="2020-06"),
        office("Peter Kamau", "Callao Port", start="2021"),
    ),
    reads=(
        "Sea Authority watches Callao Port; Peter Kamau held an office of Sea Authority and later holds, runs or "
        "serves Callao Port."
    ),
    is_certain=True,
    near_misses=(
        (2, office("Peter Kamau", "Callao Port", start="2010", end="2012")),
        (0, tie("Sea Authority", TieKind.LOCATED_IN, "Callao Port")),
    ),
)
GIFT = Fixture(
    told=(
        event("Fjord Lines", Category.AID, "Ministry of Energy", "2022-04-01"),
        instrument(InstrumentKind.CONTRACT, "Ferry Contract", "2023-01", parties=("Ministry of Energy", "Fjord Lines")),
    ),
    reads="Fjord Lines gave to Peru; within two years Peru concluded a contract or agreement with Fjord Lines.",
    is_certain=True,
    near_misses=(
        (
            1,
            instrument(
                InstrumentKind.CONTRACT, "Ferry Contract", "2021", parties=("Ministry of Energy", "Fjord Lines")
            ),
        ),
        (1, instrument(InstrumentKind.CONTRACT, "Ferry Contract", "2023", parties=("Sea Authority", "Fjord Lines"))),
    ),
)
SUIT = Fixture(
    told=(
        event("Baobab Ltd", Category.ACCUSE, "Sea Authority", "2020-03-01", mode="lawsuit"),
        event("Sea Authority", Category.RETREAT, None, "2021-02-01"),
    ),
    reads="Baobab Ltd sued Sea Authority; within two years Sea Authority gave way or withdrew.",
    is_certain=True,
    near_misses=(
        (1, event("Sea Authority", Category.RETREAT, None, "2020-02-01")),
        (1, event("Baobab Ltd", Category.RETREAT, None, "2021-02-01")),
    ),
)
PACT = ("Army of Togo", "Army of Norway")
PRESENT = event("Army of Norway", Category.MOBILIZE, "Army of Togo", "2024-06-03", mode="troops")
LATE = event("Army of Norway", Category.MOBILIZE, "Army of Togo", "2025-06-03", mode="troops")
ALLOWED = instrument(InstrumentKind.AGREEMENT, "Training Pact", "2023-12-01", parties=PACT, valid="2024-01/2024-12")
PROMISED = event("Army of Norway", Category.MOBILIZE, "Army of Togo", "2025-06-03", modality=Modality.PLANNED)
WITHIN = Fixture(
    told=(ALLOWED, PRESENT),
    reads=(
        "Togo made an instrument with or for Norway; Norway deploys to Togo, or runs something there, within its dates."
    ),
    is_certain=True,
    near_misses=((1, LATE), (1, PROMISED)),
)
WITHOUT = Fixture(
    told=(instrument(InstrumentKind.LAW, "Fishing Act", "2023", issuer="Army of Togo"), PRESENT),
    reads=(
        "Norway deploys to Togo, or runs something there; no instrument between them that could be in force was found."
    ),
    is_certain=True,
    near_misses=((0, ALLOWED), (1, PROMISED)),
)
OUTSIDE = Fixture(
    told=(ALLOWED, LATE),
    reads=(
        "Togo made an instrument with or for Norway; Norway deploys to Togo, or runs something there, outside its "
        "dates."
    ),
    is_certain=True,
    near_misses=(
        (1, PRESENT),
        (1, PROMISED),
        (0, instrument(InstrumentKind.AGREEMENT, "Training Pact", "2023-12-01", parties=PACT)),
    ),
)
FIXTURES = {
    "family tie": KIN, "revolving door": DOOR, "visit then law": LAW, "contact before event": CONTACT,
    "guard and owner": GUARD, "gift then purchase": GIFT, "suit then retreat": SUIT, "authorised presence": WITHIN,
    "presence without authorisation": WITHOUT, "presence outside its authorisation": OUTSIDE,
}  # fmt: skip


def test_every_shipped_pattern_has_a_fixture() -> None:
    assert {pattern.name for pattern in shipped_patterns()} == FIXTURES.keys()


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
