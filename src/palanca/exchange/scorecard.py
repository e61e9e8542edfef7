"""How well this version reads: its own card, as `make score` last measured it on annotated documents.

The card travels with the package (`scorecard.json`); the annotated documents do not.
"""

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

_FILE = "scorecard.json"


class LayerScore(BaseModel):
    """One layer: facts annotated (`gold`), and the shares right of those found and found of those annotated, 0–1."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    layer: str
    gold: int
    precision: float
    recall: float
    f1: float
    strict_f1: float | None = None


class Scorecard(BaseModel):
    """All layers, over how many documents, measured on which day (ISO 8601) with which version.

    `times_right` is the share of right times among the events and offices that were matched and have one; of `undated`
    events that the annotators left without a time, `invented` got one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    measured: str
    documents: int
    layers: tuple[LayerScore, ...]
    times_right: float
    invented: int
    undated: int


@cache
def scorecard() -> Scorecard:
    """The card of this version."""
    return Scorecard.model_validate_json(files("palanca.exchange").joinpath(_FILE).read_text(encoding="utf-8"))


def markdown(card: Scorecard) -> str:
    """The card as a table in Markdown, ended by a line that says what it was measured on."""
    lines = ["| layer | annotated | precision | recall | F1 | strict F1 |", "| --- | --- | --- | --- | --- | --- |"]
    for score in card.layers:
        strict = "" if score.strict_f1 is None else f"{score.strict_f1:.2f}"
        figures = f"{score.precision:.2f} | {score.recall:.2f} | {score.f1:.2f} | {strict}"
        lines.append(f"| {score.layer} | {score.gold} | {figures} |")
    return "\n".join((*lines, "", said_of(card)))


def said_of(card: Scorecard) -> str:
    """One sentence: on how many documents and when, and how times fared."""
    return (
        f"Palanca {card.version} on {card.documents} annotated documents, {card.measured}. Times of events and offices:"
        f" {card.times_right:.2f} right; of {card.undated} events that the annotators left undated {card.invented} got"
        " a date."
    )
