"""Who is disputed as the only holder of an office, worked out from what is kept of all who are said to hold it."""

import json
from collections.abc import Collection, Iterator, Mapping
from itertools import batched

from sqlalchemy import Connection, bindparam, select, update

from palanca.claims.holders import holder_dispute, rivals
from palanca.records import ClaimId, DisputeKind, RoleName
from palanca.store.claim_rows import disputes_from_json, disputes_to_json, holding_of
from palanca.store.rows import AnyRow, Fields
from palanca.store.schema import claims, holdings
from palanca.store.settling_interface import Waiting
from palanca.store.waiting import waiting_of, waits_for_all

_BOUND = 500  # values of one query: below the 999 that old builds of SQLite bind


def write_holders(connection: Connection) -> None:
    """Make the disputes over the offices that wait those that follow from their holders; of all, if all is settled."""
    if waits_for_all(connection):
        offices = frozenset(connection.execute(select(holdings.c.office).distinct()).scalars())
    else:
        offices = waiting_of(connection, Waiting.OFFICE)
    by_id = update(claims).where(claims.c.id == bindparam("of_claim")).values(disputes=bindparam("now"))
    changed = (row for office in sorted(offices) for row in _disputed_otherwise(connection, office))
    for several in batched(changed, _BOUND):
        connection.execute(by_id, list(several))


def _disputed_otherwise(connection: Connection, office: str) -> Iterator[Fields]:
    """The claims to an office whose disputes are to be others, with these."""
    held = connection.execute(select(holdings).where(holdings.c.office == office)).all()
    against = rivals((ClaimId(row.claim), holding_of(row)) for row in held)
    known = _claims_of(connection, {ClaimId(row.claim) for row in held})
    for identifier, row in known.items():
        stood = disputes_from_json(row.disputes)
        kept = [one for one in stood if one.kind is not DisputeKind.HOLDER]
        if rival := against.get(identifier):
            kept.append(holder_dispute({other: _holders(known[other]) for other in rival}))
        if tuple(kept) != stood:
            yield {"of_claim": identifier, "now": disputes_to_json(kept)}


def _claims_of(connection: Connection, ids: Collection[ClaimId]) -> Mapping[ClaimId, AnyRow]:
    found: dict[ClaimId, AnyRow] = {}
    for batch in batched(sorted(ids), _BOUND):
        wanted = select(claims.c.id, claims.c.disputes, claims.c.parties).where(claims.c.id.in_(batch))
        found |= {ClaimId(row.id): row for row in connection.execute(wanted)}
    return found


def _holders(row: AnyRow) -> list[str]:
    return [text for role, text, _ in json.loads(row.parties) if role == RoleName.PERSON]
