"""The claims about a thing as a portrait chooses among them: counted by sort, and the ones that most sources tell.

All is worked out on the narrow index: of who is named in every tenth claim, few are ever read whole.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from sqlalchemy import CompoundSelect, Connection, Select, func, select, union

from palanca.records import Claim, ClaimId, EntityId, Kind, Modality, Review
from palanca.store.finding import claims_in_order
from palanca.store.index_tables import indexed_claims, indexed_documents, indexed_evidence, indexed_parties
from palanca.store.index_tables import indexed_speeches as speeches
from palanca.store.querying import Condition
from palanca.store.questions import Found, MostTold, Sort
from palanca.store.schema import identities

_TAKING_PART = (Kind.OFFICE, Kind.EVENT, Kind.INSTRUMENT, Kind.TIE, Kind.QUANTITY)


def most_told(connection: Connection, thing: EntityId, least_confidence: float, limit: int) -> MostTold:
    """See `Questions.most_told`."""
    claim = indexed_claims.c
    passing = (
        claim.key.in_(_naming(thing)), claim.review != Review.REJECTED, claim.confidence >= least_confidence
    )  # fmt: skip
    sorts = tuple(_sorts(connection, passing, limit))
    documents, sources = _telling(connection, select(claim.key).where(*passing))
    return MostTold(
        sorts=sorts, found=Found(claims=sum(one.total for one in sorts), documents=documents, sources=sources)
    )


def best_told(connection: Connection, passed: Condition, limit: int) -> Iterator[Claim]:
    """See `Questions.best_told`."""
    claim = indexed_claims.c
    told = select(claim.id).where(passed).order_by(claim.sources.desc(), claim.documents.desc(), claim.id)
    yield from claims_in_order(connection, told.limit(limit))


def _naming(thing: EntityId) -> CompoundSelect[int]:
    """The numbers of the claims in which it takes part, or which quote it."""
    party, speech = indexed_parties.c, speeches.c
    taking_part = select(party.claim).where(party.thing == thing, party.kind.in_(_TAKING_PART))
    quoted = select(speech.claim).join(identities, identities.c.entity == speech.entity)
    return union(taking_part, quoted.where(identities.c.identity == thing, speech.kind == Kind.QUOTATION))


def _sorts(connection: Connection, passing: Iterable[Condition], limit: int) -> Iterator[Sort]:
    claim = indexed_claims.c
    sort = (claim.kind, claim.modality, claim.is_disputed)
    most = (claim.sources.desc(), claim.documents.desc(), claim.id)
    place = func.row_number().over(partition_by=sort, order_by=most).label("place")
    total = func.count().over(partition_by=sort).label("total")
    placed = select(*sort, total, place, claim.id).where(*passing).subquery().c
    first = select(placed.kind, placed.modality, placed.is_disputed, placed.total, placed.id)
    rows = connection.execute(
        first.where(placed.place <= limit).order_by(placed.kind, placed.modality, placed.is_disputed, placed.place)
    )
    for (kind, modality, is_disputed, number), several in groupby(rows, key=lambda row: tuple(row[:4])):
        yield Sort(
            kind=Kind(kind),
            modality=Modality(modality),
            is_disputed=bool(is_disputed),
            total=number,
            first=tuple([ClaimId(row.id) for row in several]),
        )


def _telling(connection: Connection, claims: Select[int]) -> tuple[int, int]:
    """How many documents tell these claims, and of how many sources they are."""
    evidence, document = indexed_evidence.c, indexed_documents.c
    told = select(evidence.document).where(evidence.claim.in_(claims))
    counted = select(func.count(), func.count(document.source.distinct())).where(document.key.in_(told))
    documents, sources = connection.execute(counted).one()
    return documents, sources
