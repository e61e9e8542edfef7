"""Which claims make edges, and what is counted as left out."""

from datetime import date

import pytest

from palanca.analysis.networks.edges import Tally
from palanca.analysis.networks.graph import Edge
from palanca.analysis.networks.joining import Bond, Joining, interval_of
from palanca.analysis.patterns.pattern import PLACE
from palanca.analysis.scope import Unseen
from palanca.records import Category, Claim, EntityId, Kind, Modality
from tests.analysis.networks.making import meeting


def joined(claim: Claim, tally: Tally | None = None) -> list[str]:
    return [edge.one + edge.other for edge in (tally or Tally()).edges(joining(claim))]


def joining(claim: Claim) -> Joining:
    """As the store gives it."""
    return Joining(
        id=claim.id,
        kind=claim.kind,
        detail=claim.detail,
        channel=None,
        modality=claim.modality,
        review=claim.review,
        interval=interval_of(claim),
        sources=claim.sources,
        confidence=claim.confidence,
        bonds=tuple(Bond(one.role or PLACE, one.identity) for one in claim.parties),
        documents=tuple(one.document for one in claim.evidence),
    )


def test_an_edge_carries_its_claim_and_day() -> None:
    claim = meeting("b", "a")
    assert list(Tally().edges(joining(claim))) == [
        Edge(one=EntityId("a"), other=EntityId("b"), claim=claim.id, kind=Kind.EVENT, category="CONSULT",
             first=date(2024, 5, 3), last=date(2024, 5, 3)),
    ]  # fmt: skip


def test_all_who_meet_are_joined_two_by_two() -> None:
    assert joined(meeting("ab", "c")) == ["ab", "ac", "bc"]


def test_two_who_accuse_a_third_are_not_joined_with_each_other() -> None:
    assert joined(meeting("ab", "c", category=Category.ACCUSE)) == ["ac", "bc"]


def test_two_towns_of_one_journey_have_not_met() -> None:
    assert joined(meeting("a", "xy"), Tally(grounds=frozenset(map(EntityId, "xy")))) == ["ax", "ay"]


@pytest.mark.parametrize("modality", [Modality.DENIED, Modality.PLANNED, Modality.HYPOTHETICAL])
def test_what_has_not_happened_joins_nobody_and_is_counted(modality: Modality) -> None:
    tally = Tally()
    assert joined(meeting("ab", modality=modality), tally) == []
    assert (tally.claims, list(tally.unseen())) == (0, [Unseen(number=1, what=f"{modality} events")])


def test_what_is_reported_joins() -> None:
    assert joined(meeting("ab", modality=Modality.REPORTED)) == ["ab"]


def test_a_party_without_identity_joins_nobody_and_is_counted() -> None:
    tally = Tally()
    assert joined(meeting("ab."), tally) == ["ab"]
    assert joined(meeting("a."), tally) == []
    assert list(tally.unseen()) == [
        Unseen(number=1, what="events that join no two named things"),
        Unseen(number=1, what="unnamed parties of claims that join others"),
    ]
