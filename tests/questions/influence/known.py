"""The case of which every answer is known: invented dispatches in two languages, and three small registers.

Peru stands in the middle; Norway, Kenya, Turkey, India and Pakistan deal with it. Among the dispatches are a copy, a
namesake, a coarse date, a meeting that is denied, a visit that is planned, a deployment that is supposed, an office
that had ended, a state told by its capital, an act of the host itself, and three meetings told in two languages. Those
of 2019 are a network by themselves.
"""

import json
from collections.abc import Iterable
from pathlib import Path

import palanca
from palanca.pipeline import ReadOptions
from palanca.records import Claim, EntityId

FOLDER = Path(__file__).parent
REGISTERS = ("votes", "bilateral_trade", "company_ownership")


def make(folder: Path) -> Path:
    """Read the case into a file of this folder."""
    file, texts = folder / "influence.palanca", folder / "texts"
    texts.mkdir()
    for line in (FOLDER / "dispatches.jsonl").read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        imprint = f"---\noutlet: {one['outlet']}\npublished: {one['published']}\n---\n"
        (texts / f"{one['name']}.txt").write_text(imprint + one["text"], encoding="utf-8")
    palanca.read(file, [texts])
    for name in REGISTERS:
        palanca.read(file, [FOLDER / f"{name}.csv"], ReadOptions(mapping=name))
    return file


def told_in(case: "palanca.Case", claims: Iterable[Claim]) -> list[str]:
    """For each claim the dispatches that tell it, by name."""
    names = {one.id: one.name for one in case.documents()}
    return ["+".join(sorted({names[one.document] for one in claim.evidence})) for claim in claims]


def called(case: "palanca.Case", things: Iterable[EntityId]) -> list[str]:
    """What things are called."""
    return [case.thing(thing).caption for thing in things]
