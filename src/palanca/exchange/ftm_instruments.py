"""Laws, contracts, agreements and lawsuits as FollowTheMoney writes them.

Contracts and agreements are Contracts, a concession that a body or person grants is a License, a lawsuit a CourtCase.
There is no schema for laws, resolutions, decrees and policies: they are Documents with the keyword `instrument:law`.
Parties are linked.
"""

from collections.abc import Iterator

from followthemoney.proxy import EntityProxy

from palanca.exchange.ftm_dates import one_date
from palanca.exchange.ftm_events import add_parties
from palanca.exchange.ftm_things import caption_of, make
from palanca.exchange.ftm_told import ToldClaim, captions, with_sources
from palanca.records import DisputeKind, InstrumentDetail, InstrumentKind, RoleName

_CONTRACTS = frozenset({InstrumentKind.CONTRACT, InstrumentKind.AGREEMENT, InstrumentKind.CONCESSION})


def instrument(told: ToldClaim) -> Iterator[EntityProxy]:
    """The instrument, then the links to its parties, and to an issuer that does not fit its schema."""
    detail = told.claim.detail
    assert isinstance(detail, InstrumentDetail)  # noqa: S101  # the caller pairs kinds with writers
    if detail.kind in _CONTRACTS:
        entity, issuer = _contract(told, detail), "authority"
    elif detail.kind is InstrumentKind.LAWSUIT:
        entity, issuer = _lawsuit(told, detail), None
    else:
        entity, issuer = _law(told, detail), None
    entity.add("description", detail.effect or ())
    if detail.valid:
        entity.add("keywords", f"valid:{detail.valid}")
    links = [*add_parties(entity, told, RoleName.ISSUER, issuer), *add_parties(entity, told, RoleName.PARTY, None)]
    yield with_sources(entity, told)
    yield from links


def _contract(told: ToldClaim, detail: InstrumentDetail) -> EntityProxy:
    is_granted = any(told.nodes.fit(party, "License", "authority") for party in told.claim.of(RoleName.ISSUER))
    return make(
        "License" if is_granted and detail.kind is InstrumentKind.CONCESSION else "Contract",
        told.id,
        name=detail.title,
        title=detail.title,
        type=detail.kind,
        noticeId=detail.number,
        contractDate=_dates(told),
    )


def _dates(told: ToldClaim) -> list[str]:
    """The date, and each other on which sources disagree with it."""
    return sorted({one_date(side) for side in told.times(DisputeKind.TIME, told.claim.time)})


def _lawsuit(told: ToldClaim, detail: InstrumentDetail) -> EntityProxy:
    return make(
        "CourtCase",
        told.id,
        name=detail.title,
        caseNumber=detail.number,
        court=captions(told.nodes, told.claim.of(RoleName.ISSUER)),
        fileDate=_dates(told),
    )


def _law(told: ToldClaim, detail: InstrumentDetail) -> EntityProxy:
    number = [f"number:{detail.number}"] if detail.number else []
    return make(
        "Document",
        told.id,
        **caption_of("Document", detail.title),
        author=captions(told.nodes, told.claim.of(RoleName.ISSUER)),
        date=_dates(told),
        keywords=[f"instrument:{detail.kind}", *number],
    )
