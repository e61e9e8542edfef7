"""Three short documents that name Vera Lund, and what decisions on them come to."""

from collections.abc import Sequence

from palanca.identity.anchors import anchor_of_name, anchor_of_statement
from palanca.identity.judging import Readings, decide
from palanca.records import EntityId, Judgement, Standing
from tests.identity.judged import held, meeting, office, reading, stated, told

ONE = reading("Vera Lund met Omar Diallo. Ida Berg left.", "Vera Lund", "Omar Diallo", "Ida Berg", name="one.txt")
TWO = reading("V. Lund spoke.", "V. Lund", name="two.txt")
THREE = reading("Mrs Lund sang.", "Mrs Lund", name="three.txt")
MEETING_WORDS = "Vera Lund met Omar Diallo."
MEETING = meeting(ONE)
MAYOR = office(ONE, "Ida Berg left.", "mayor", "Ida Berg")
FULL = told(ONE, MEETING, MAYOR)
HELD = held(FULL, TWO, THREE)

VERA_STATED = stated(ONE, MEETING_WORDS, {"actor": ("Vera Lund", None), "recipient": ("Ida Berg", None)})
SHIP_STATED = stated(ONE, MEETING_WORDS, {"actor": ("met", "Vehicle")})
VERA, SHORT, MRS = (anchor_of_name(of, of.entities[0].id) for of in (ONE, TWO, THREE))
VERA_ID, SHORT_ID, MRS_ID = (of.entities[0].id for of in (ONE, TWO, THREE))
MEETING_TOLD, MAYOR_TOLD = (anchor_of_statement(FULL, one) for one in (MEETING, MAYOR))


def pair(one: EntityId, other: EntityId) -> tuple[EntityId, EntityId]:
    return (one, other) if one < other else (other, one)


def standings(judgements: Sequence[Judgement], readings: Readings = HELD) -> list[Standing]:
    """In the order given."""
    states = {state.judgement: state.standing for state in decide(judgements, readings).states}
    return [states[judgement.id] for judgement in judgements]


def reasons(judgements: Sequence[Judgement], readings: Readings = HELD) -> list[str]:
    states = {state.judgement: state.reason for state in decide(judgements, readings).states}
    return [states[judgement.id] for judgement in judgements]


def known(judgement: Judgement) -> str:
    return f"{judgement.who} ({judgement.verdict}, {judgement.at.date()}, {judgement.id[:8]})"
