"""Records whose id says what is one claim."""

import pytest

from palanca.records import Dispute, DisputeKind, TieKind
from tests.claims.making import Said, claims, instrument, meeting, office, quantity, tie, told_by

AMA, BRUNO = "Ama Owusu", "Bruno Keller"
PACT = "Chile-Ghana Ports Agreement"
TOLD = {
    "event": meeting("a", AMA, BRUNO, when="2024-05-04"),
    "office": office("a", AMA, "mayor", "Kumasi", when="2024-05-04"),
    "tie": tie("a", AMA, TieKind.SPOUSE, BRUNO),
    "instrument": instrument("a", PACT),
    "quantity": quantity("a", 12, "percent", "shares", "Ghana"),
}
each_kind = pytest.mark.parametrize("said", TOLD.values(), ids=TOLD)


def record(said: Said, document: str = "a", register: str = "ftm_ports", **changes: object) -> Said:
    return said.but(document=document, register=register, is_record=True, **changes)


@each_kind
def test_two_records_of_one_file_are_two_claims(said: Said) -> None:
    assert told_by(record(said), record(said, "b")) == ["a", "b"]


@each_kind
def test_records_of_two_files_may_be_one_claim(said: Said) -> None:
    assert told_by(record(said), record(said, "b", register="ftm_rail")) == ["a b"]


@each_kind
def test_a_record_and_a_dispatch_may_be_one_claim(said: Said) -> None:
    assert told_by(record(said), said.but(document="b")) == ["a b"]


def test_two_times_of_one_record_are_one_disputed_claim() -> None:
    early, late = (record(TOLD["event"], when=when) for when in ("2024-05-04", "2024-08-09"))
    (claim,) = claims(early, late)
    assert claim.disputes == (Dispute(kind=DisputeKind.TIME, values=("2024-05-04", "2024-08-09")),)


def test_two_ties_of_one_record_are_two_claims() -> None:
    married, owning = record(TOLD["tie"]), record(tie("a", AMA, TieKind.OWNS, "Ghana"))
    assert told_by(married, owning) == ["a", "a"]
