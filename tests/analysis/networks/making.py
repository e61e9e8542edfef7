"""Small networks of hand-made edges and claims."""

from collections.abc import Iterable
from datetime import date

from palanca.analysis.networks.graph import DatedGraph, Edge, graph_of
from palanca.records import (
    Category,
    Claim,
    ClaimId,
    DocumentId,
    EntityId,
    EventDetail,
    Evidence,
    Kind,
    Modality,
    Party,
    RoleName,
    Stance,
    StatementId,
    Time,
)  # fmt: skip


def edge(
    pair: str, day: str | None = None, *, claim: str = "", kind: Kind = Kind.EVENT, sources: int = 1, until: str = ""
) -> Edge:
    """An edge of two things of one letter each: "ab"."""
    one, other = sorted(pair)
    first = date.fromisoformat(day) if day else None
    last = date.fromisoformat(until) if until else first
    return Edge(
        one=EntityId(one), other=EntityId(other), claim=ClaimId(claim or f"{pair} {day}"), kind=kind,
        category="CONSULT", first=first, last=last, sources=sources,
    )  # fmt: skip


def graph(*pairs: str) -> DatedGraph:
    return graph_of(map(edge, pairs))


def clique(things: str) -> Iterable[str]:
    return (one + other for i, one in enumerate(things) for other in things[i + 1 :])


def meeting(
    actors: str, recipients: str = "", *, modality: Modality = Modality.ASSERTED,
    category: Category = Category.CONSULT,
) -> Claim:  # fmt: skip
    """An act of things of one letter each; a dot is a party that no identity is known of."""
    statement = StatementId(f"{actors}>{recipients}")
    sides = ((RoleName.ACTOR, actors), (RoleName.RECIPIENT, recipients))
    return Claim(
        kind=Kind.EVENT, detail=EventDetail(category=category), lead=statement, modality=modality,
        time=Time.parse("2024-05-03"),
        parties=tuple(
            Party(role=role, text=sign, identity=None if sign == "." else EntityId(sign))
            for role, signs in sides for sign in signs
        ),
        evidence=(Evidence(statement=statement, document=DocumentId("port"), stance=Stance.SUPPORTS, voice=0),),
    )  # fmt: skip
