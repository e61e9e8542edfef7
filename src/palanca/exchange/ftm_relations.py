"""Offices, ties and payments as edges of FollowTheMoney.

Where the range of a property does not let a party in, the edge is an UnknownLink whose `role` tells what it is. `role`
and `relationship` tell the kind of tie wherever the schema alone does not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from followthemoney.proxy import EntityProxy

from palanca.analysis.tables import shown_role
from palanca.exchange.ftm_dates import dates_of
from palanca.exchange.ftm_shares import Shares
from palanca.exchange.ftm_things import Nodes, make
from palanca.exchange.ftm_told import ToldClaim, with_sources
from palanca.lexicon.ftm_words import directs, pays
from palanca.records import (
    DisputeKind,
    OfficeDetail,
    Party,
    QuantityDetail,
    RoleName,
    TieDetail,
    TieKind,
)
from palanca.records.ids import content_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """How a kind of tie is written: the properties of its source and target, and that which tells the kind, if any."""

    schema: str
    source: str
    target: str
    tells: str | None = None


_UNKNOWN = Edge(schema="UnknownLink", source="subject", target="object", tells="role")
_KIN = Edge(schema="Family", source="person", target="relative", tells="relationship")
_EDGES = {
    TieKind.SPOUSE: _KIN,
    TieKind.FAMILY: _KIN,
    TieKind.OWNS: Edge(schema="Ownership", source="owner", target="asset"),
    TieKind.SUBSIDIARY_OF: Edge(schema="Ownership", source="asset", target="owner", tells="role"),
    TieKind.MEMBER_OF: Edge(schema="Membership", source="member", target="organization"),
    TieKind.PART_OF: Edge(schema="Membership", source="member", target="organization", tells="role"),
    TieKind.EMPLOYEE_OF: Edge(schema="Employment", source="employee", target="employer"),
    TieKind.REPRESENTS: Edge(schema="Representation", source="agent", target="client"),
    TieKind.CLIENT_OF: Edge(schema="Representation", source="client", target="agent", tells="role"),
    TieKind.PARTNER_OF: Edge(schema="Associate", source="person", target="associate"),
    TieKind.CONTROLS: _UNKNOWN,
    TieKind.FUNDS: _UNKNOWN,
    TieKind.LOCATED_IN: _UNKNOWN,
}  # no schema says that two names may be one thing, or are in conflict: alias_conflict is left out


def tie(told: ToldClaim, shares: Shares) -> Iterator[EntityProxy]:
    """The edge of a tie; none where somebody is not named, or FollowTheMoney has no word for it."""
    detail, source, target = told.claim.detail, told.party(RoleName.SOURCE), told.party(RoleName.TARGET)
    assert isinstance(detail, TieDetail)  # noqa: S101  # the caller pairs kinds with writers
    edge = _fitting(told.nodes, _EDGES.get(detail.kind), source, target)
    if edge is None:
        return
    entity = make(
        edge.schema, told.id, **{edge.source: told.nodes.id_of(source), edge.target: told.nodes.id_of(target)}
    )
    if edge.tells:
        entity.add(edge.tells, detail.kind)
    if edge.schema == "Ownership":
        entity.add("percentage", shares.of(told.claim) or ())
    yield with_sources(_dated(entity, told), told)


def _fitting(nodes: Nodes, edge: Edge | None, source: Party | None, target: Party | None) -> Edge | None:
    """The edge, or the one that fits all; None where a party is not named."""
    if edge is None or nodes.of(source) is None or nodes.of(target) is None:
        return None
    fits = nodes.fit(source, edge.schema, edge.source) and nodes.fit(target, edge.schema, edge.target)
    return edge if fits else _UNKNOWN


def _dated(entity: EntityProxy, told: ToldClaim) -> EntityProxy:
    dates = dates_of(told.times(DisputeKind.TIME, told.claim.time))
    for name, values in (("date", dates.points), ("startDate", dates.starts), ("endDate", dates.ends)):
        entity.add(name, values)
    return entity


def office(told: ToldClaim) -> Iterator[EntityProxy]:
    """The post and who holds it, a directorship, or a part in a project; nothing where the holder is not named."""
    detail, holder, body = told.claim.detail, told.party(RoleName.PERSON), told.party(RoleName.BODY)
    assert isinstance(detail, OfficeDetail)  # noqa: S101
    if holder is None or not told.nodes.fit(holder, "Occupancy", "holder"):
        return
    edge = _seat(told, detail)
    if edge and body:
        ends = {edge.source: told.nodes.id_of(holder), edge.target: told.nodes.id_of(body)}
        yield _held(make(edge.schema, told.id, role=shown_role(detail.role), **ends), told, detail)
    else:
        post = _position(told, detail, holder)
        yield post
        yield _held(make("Occupancy", told.id, holder=told.nodes.id_of(holder), post=post.id), told, detail)


def _seat(told: ToldClaim, detail: OfficeDetail) -> Edge | None:
    """How an office is written that is no post: who directs a company, or has a part in what no post can be of."""
    body, node = told.party(RoleName.BODY), told.node(RoleName.BODY)
    if node is None or node.schema == "Address":
        return None
    if node.schema == "Company" and directs(detail.role):
        return Edge(schema="Directorship", source="director", target="organization")
    if node.schema == "Project":
        return Edge(schema="ProjectParticipant", source="participant", target="project")
    return None if told.nodes.fit(body, "Position", "organization") else _UNKNOWN


def _position(told: ToldClaim, detail: OfficeDetail, holder: Party) -> EntityProxy:
    """The post, one for all who hold it. Where its body is not named nothing tells it from others: one for a holder."""
    body, node = told.party(RoleName.BODY), told.node(RoleName.BODY)
    whose = (node.id if node else body.text) if body else None
    called = (node.caption if node else body.text) if body else ""
    post = make(
        "Position",
        content_hash("position", detail.role, whose, None if body else told.nodes.id_of(holder)),
        name=", ".join(filter(None, (shown_role(detail.role), called))),
        country=node.country if node else None,
    )
    if node and node.schema == "Address":
        post.add("subnationalArea", node.caption)
        post.add("addressEntity", node.id)
    elif node:
        post.add("organization", node.id)
    return post


def _held(entity: EntityProxy, told: ToldClaim, detail: OfficeDetail) -> EntityProxy:
    """The edge of an office with its ends, and the days between which it is shown held where those tell more."""
    for name, kind, settled in (
        ("startDate", DisputeKind.START, detail.start),
        ("endDate", DisputeKind.END, detail.end),
    ):
        found = dates_of(told.times(kind, settled))
        entity.add(name, (*found.points, *found.starts, *found.ends))
    shown = dates_of([told.claim.time])
    known = {*entity.get("startDate"), *entity.get("endDate")}
    entity.add("date", [day for day in (*shown.points, *shown.starts, *shown.ends) if day not in known])
    entity.add("status", detail.status)
    return with_sources(entity, told)


def payment(told: ToldClaim) -> Iterator[EntityProxy]:
    """Money that one pays to another; none for any other quantity, or where an end cannot pay or be paid."""
    detail, payer, payee = told.claim.detail, told.party(RoleName.SOURCE), told.party(RoleName.TARGET)
    assert isinstance(detail, QuantityDetail)  # noqa: S101
    if not is_payment(detail):
        return
    if told.nodes.fit(payer, "Payment", "payer") and told.nodes.fit(payee, "Payment", "beneficiary"):
        entity = make(
            "Payment",
            told.id,
            payer=told.nodes.id_of(payer),
            beneficiary=told.nodes.id_of(payee),
            amount=_amounts(told, detail),
            currency=detail.unit,
            purpose=detail.of,
        )
        yield with_sources(_dated(entity, told), told)


def is_payment(detail: QuantityDetail) -> bool:
    """Whether an amount is money that is given. A range has no place in FollowTheMoney."""
    is_money = len(detail.unit) == 3 and detail.unit.isascii() and detail.unit.isupper()
    return is_money and detail.value_max is None and detail.of is not None and pays(detail.of)


def _amounts(told: ToldClaim, detail: QuantityDetail) -> Sequence[str]:
    sides = [side for dispute in told.claim.disputes if dispute.kind is DisputeKind.VALUE for side in dispute.values]
    return sorted({_number(detail.value), *(side for side in sides if "–" not in side)})


def _number(value: float) -> str:
    return f"{value:.15g}"
