"""The ledger as entities of FollowTheMoney, one JSON object a line.

First the things, then the registers and documents with who is mentioned in them, then the claims. FollowTheMoney
cannot say that something is denied, planned or supposed: such claims stay out, as does what a person rejected or
readers doubt. Each is counted in `left_out`.
"""

import json
from collections.abc import Iterator

from followthemoney.proxy import EntityProxy

from palanca.exchange.ftm_dates import dates_of
from palanca.exchange.ftm_events import event
from palanca.exchange.ftm_instruments import instrument
from palanca.exchange.ftm_relations import office, payment, tie
from palanca.exchange.ftm_shares import Shares
from palanca.exchange.ftm_sources import article, mentions, table
from palanca.exchange.ftm_things import Nodes, is_whole, thing_entity
from palanca.exchange.ftm_told import ToldClaim, told
from palanca.exchange.outgoing import Outgoing
from palanca.records import TOLD_AS_SO, Claim, DisputeKind, Kind, QuantityDetail, Review, TieDetail

_KINDS = (Kind.OFFICE, Kind.TIE, Kind.EVENT, Kind.INSTRUMENT, Kind.QUANTITY)


def write(outgoing: Outgoing) -> Iterator[str]:
    """The entities, one JSON object a line."""
    for entity in entities(outgoing):
        yield json.dumps(entity.to_dict(), ensure_ascii=False) + "\n"


def entities(outgoing: Outgoing, *, with_text: bool = False) -> Iterator[EntityProxy]:
    """The entities of an export, each id once, in a stable order. `with_text` gives Articles their text."""
    posts: set[str | None] = set()
    for entity in _entities(outgoing, with_text=with_text):
        if not is_whole(entity):
            outgoing.left_out["entities without what their schema requires"] += 1
            continue
        if entity.schema.name == "Position":
            if entity.id in posts:
                continue
            posts.add(entity.id)
        outgoing.written[entity.schema.name] += 1
        yield entity


def _entities(outgoing: Outgoing, *, with_text: bool) -> Iterator[EntityProxy]:
    nodes = Nodes()
    yield from (thing_entity(thing, nodes.take(thing)) for thing in outgoing.things())
    yield from map(table, outgoing.case.registers())
    for document in outgoing.documents():
        if document.register is None:
            yield article(document, with_text=with_text)
            yield from mentions(outgoing.case, document, nodes)
    for _, found in claims(outgoing, nodes):
        yield from found


def claims(outgoing: Outgoing, nodes: Nodes) -> Iterator[tuple[ToldClaim, list[EntityProxy]]]:
    """The claims that FollowTheMoney can hold, each with its entities; the others are counted."""
    shares = Shares(outgoing.with_doubtful(Kind.QUANTITY))
    for kind in _KINDS:
        for one in told(outgoing.case, _held(outgoing, kind), nodes):
            found = list(written(one, shares))
            if not found and not shares.is_taken(one.claim):
                outgoing.left_out[_why_not(one)] += 1
            elif one.claim.time and not dates_of([one.claim.time]):
                outgoing.left_out["dates that FollowTheMoney cannot write"] += 1
            yield one, found


def written(one: ToldClaim, shares: Shares) -> Iterator[EntityProxy]:
    """The entities of a claim, what it is about first but for the post of an office; none that FollowTheMoney lacks."""
    match one.claim.kind:
        case Kind.OFFICE:
            yield from office(one)
        case Kind.TIE:
            yield from tie(one, shares)
        case Kind.EVENT:
            yield from event(one)
        case Kind.INSTRUMENT:
            yield from instrument(one)
        case Kind.QUANTITY:
            yield from payment(one)


def _held(outgoing: Outgoing, kind: Kind) -> Iterator[Claim]:
    """The claims that sources hold true and nobody rejected; the others are counted."""
    plural = kind.plural
    for claim in outgoing.with_doubtful(kind):
        if claim.review is Review.REJECTED:
            outgoing.left_out[f"{plural} that a person rejected"] += 1
        elif claim.modality not in TOLD_AS_SO:
            outgoing.left_out[f"{plural} that are {claim.modality}"] += 1
        elif claim.confidence < outgoing.wanted.least_confidence:
            outgoing.left_out[f"{plural} that readers doubt (below {outgoing.wanted.least_confidence:g})"] += 1
        else:
            if any(dispute.kind is DisputeKind.DENIED for dispute in claim.disputes):
                outgoing.left_out[f"denials of {plural} that others tell"] += 1
            yield claim


def _why_not(one: ToldClaim) -> str:
    detail = one.claim.detail
    if isinstance(detail, QuantityDetail):
        return "quantities that are no payment or share of another"
    if isinstance(detail, TieDetail) and all(map(one.nodes.of, one.claim.parties)):
        return f"ties of a kind that FollowTheMoney lacks ({detail.kind})"
    return f"{one.claim.kind.plural} in which somebody is not named"
