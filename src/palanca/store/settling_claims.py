"""Writing settled claims, and finding those that a change may reach. What stays as it is is not touched."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import batched

from sqlalchemy import Connection, Table, delete, exists, or_, select

from palanca.analysis.belongings import LOWER_END
from palanca.claims import Reached, Settled
from palanca.records import (
    Claim,
    ClaimId,
    Dispute,
    DisputeKind,
    Kind,
    OfficeDetail,
    RoleName,
    Statement,
    StatementId,
    TieDetail,
)
from palanca.store.asking import statements_of, uncorrected
from palanca.store.bare_rows import bare_connection
from palanca.store.claim_rows import (
    claim_of,
    claim_row,
    disputes_from_json,
    disputes_to_json,
    evidence_rows,
    holding_rows,
    party_rows,
    reach_rows,
)
from palanca.store.late_indexes import CLAIM_INDEXES, leave_out
from palanca.store.levelling import levelled
from palanca.store.reading_rows import columns_of
from palanca.store.rows import StoredRow
from palanca.store.schema import (
    as_stored,
    claim_evidence,
    claim_parties,
    claims,
    holdings,
    reaches,
    statements,
    storable,
    tenures,
)
from palanca.store.settling_interface import Waiting
from palanca.store.tenure_rows import tenure_rows
from palanca.store.waiting import wait
from palanca.store.writing import insert_stored

_BOUND = 500  # values of one query: below the 999 that old builds of SQLite bind
_WRITTEN_AT_ONCE = 5_000  # claims, in the order of their ids: so each page of an index is looked up once
_LEAVE = "DELETE FROM claim_evidence WHERE statement IN (SELECT value FROM json_each(?))"
_TELL_BELONGING = (Kind.OFFICE, Kind.TIE)


def leave_out_indexes(connection: Connection) -> None:
    """Leave out the indexes by which claims are asked for, if none stands yet: all are about to be written."""
    if connection.execute(select(claims.c.id).limit(1)).first() is None:
        leave_out(bare_connection(connection), CLAIM_INDEXES)


def told_under(connection: Connection, given: Iterable[str]) -> frozenset[ClaimId]:
    """The claims under which statements stand, and all that are of one part with any."""
    found: set[str] = set()
    for batch in batched(sorted(given), _BOUND):
        column = claim_evidence.c
        found |= set(connection.execute(select(column.claim).where(column.statement.in_(batch))).scalars())
    parts: set[str] = set()
    for batch in batched(sorted(found), _BOUND):
        told = select(claims.c.part).where(claims.c.id.in_(batch), claims.c.part.is_not(None))
        parts |= set(connection.execute(told.distinct()).scalars())
    for batch in batched(sorted(parts), _BOUND):
        found |= set(connection.execute(select(claims.c.id).where(claims.c.part.in_(batch))).scalars())
    return frozenset(map(ClaimId, found))


def reached_by(connection: Connection, given: Iterable[Reached]) -> frozenset[ClaimId]:
    """The claims that are found by a key, in one of its months or in any."""
    found: set[str] = set()
    for one in set(given):
        wanted = select(reaches.c.claim).where(reaches.c.reach == one.number)
        if one.first is not None:
            shared = (reaches.c.first <= one.last) & (reaches.c.last >= one.first)
            wanted = wanted.where(or_(reaches.c.first.is_(None), shared))
        found |= set(connection.execute(wanted).scalars())
    return frozenset(map(ClaimId, found))


def statements_under(connection: Connection, given: Iterable[ClaimId]) -> dict[StatementId, ClaimId]:
    """The statements of these claims, each with its claim."""
    found: dict[StatementId, ClaimId] = {}
    column = claim_evidence.c
    for batch in batched(sorted(given), _BOUND):
        rows = connection.execute(select(column.statement, column.claim).where(column.claim.in_(batch)))
        found |= {StatementId(row.statement): ClaimId(row.claim) for row in rows}
    return found


def standing(connection: Connection, given: Iterable[StatementId]) -> dict[StatementId, Statement]:
    """Those of these statements that the case tells now."""
    found: dict[StatementId, Statement] = {}
    for batch in batched(sorted(set(given)), _BOUND):
        rows = statements_of(connection, select(statements).where(statements.c.id.in_(batch), uncorrected()))
        found |= {one.id: one for one in rows}
    return found


def write_claims(connection: Connection, found: Iterable[Settled], gone: Collection[ClaimId]) -> None:
    """Write claims in the place of those of their ids, and drop those that are gone, unless found again."""
    left = set(gone)
    for batch in batched(found, _WRITTEN_AT_ONCE):
        told = {one.claim.id: one for one in sorted(batch, key=lambda one: one.claim.id)}
        left.difference_update(told)
        _write_changed(connection, told)
    _drop(connection, sorted(left))


def _write_changed(connection: Connection, told: Mapping[ClaimId, Settled]) -> None:
    """Write those of the claims that do not stand as they are. A statement leaves the claim under which it stood."""
    old, new = _standing(connection, list(told)), {i: _rows(one) for i, one in told.items()}
    for identifier, rows in new.items():
        if identifier in old and told[identifier].holdings:
            rows[0][0] = _with_holder(rows[0][0], old[identifier][0][0])
    changed = [i for i in told if new[i] != old.get(i)]
    _drop(connection, [i for i in changed if i in old])
    _leave(connection, [one.statement for i in changed for one in told[i].claim.evidence])
    with levelled(connection):
        for place, table in enumerate(_TABLES):
            insert_stored(connection, table, [row for i in changed for row in new[i][place]])
        insert_stored(connection, claim_parties, [row for i in changed for row in party_rows(told[i].claim)])
    wait(connection, Waiting.OFFICE, (held.office for i in changed for held in told[i].holdings))
    _wait_for_parties(connection, [told[i].claim for i in changed])


def _leave(connection: Connection, told: Sequence[StatementId]) -> None:
    """Let statements leave the claims under which they stand."""
    connection.exec_driver_sql(_LEAVE, (json.dumps(told),))


type _ClaimRows = tuple[list[StoredRow], ...]

# What is compared of a claim with what stands, by the columns of its order: that of the claim first.
_TABLES: dict[Table, str] = {
    claims: "id",
    claim_evidence: "claim, ordinal",
    reaches: "claim, reach",
    holdings: 'claim, office, "first", "last", is_stated, document',
    tenures: "claim",
}
_DISPUTES = columns_of(claims).index("disputes")


def _rows(settled: Settled) -> _ClaimRows:
    """The rows of a claim in each of `_TABLES`, in the order of their keys."""
    return (
        [claim_row(settled)],
        list(evidence_rows(settled.claim)),
        list(reach_rows(settled)),
        list(holding_rows(settled)),
        list(tenure_rows(settled.tenure)),
    )


def _standing(connection: Connection, ids: Sequence[ClaimId]) -> dict[ClaimId, _ClaimRows]:
    """The rows of these claims as they stand."""
    found: dict[ClaimId, _ClaimRows] = {}
    for row in connection.exec_driver_sql(_standing_rows(claims), (json.dumps(ids),)):
        found[ClaimId(row[0])] = ([tuple(row)], *([] for _ in range(len(_TABLES) - 1)))
    if not found:  # as when all is settled for the first time
        return found
    for place, table in list(enumerate(_TABLES))[1:]:
        of = columns_of(table).index("claim")
        for row in connection.exec_driver_sql(_standing_rows(table), (json.dumps(list(found)),)):
            found[ClaimId(str(row[of]))][place].append(tuple(row))
    return found


@cache
def _standing_rows(table: Table) -> str:
    """The query for the rows of some claims, in the order of `_rows`."""
    names, order = ", ".join(f'"{name}"' for name in columns_of(table)), _TABLES[table]
    claim = order.partition(",")[0]
    return f"SELECT {names} FROM {table.name} WHERE {claim} IN (SELECT value FROM json_each(?)) ORDER BY {order}"  # noqa: S608


def _with_holder(new: StoredRow, old: StoredRow) -> StoredRow:
    """A row with the dispute over an office as it stands: it is settled when all its holders are known."""
    kept = [one for one in _disputes_of(old) if one.kind is DisputeKind.HOLDER]
    if not kept:
        return new
    told = storable(disputes_to_json((*_disputes_of(new), *kept)))
    return (*new[:_DISPUTES], told, *new[_DISPUTES + 1 :])


def _disputes_of(row: StoredRow) -> tuple[Dispute, ...]:
    return disputes_from_json(as_stored(str(row[_DISPUTES])))


def _wait_for_parties(connection: Connection, told: Collection[Claim]) -> None:
    """Let those wait that may belong to another country or branch by these claims."""
    persons = (party for one in told if isinstance(one.detail, OfficeDetail) for party in one.of(RoleName.PERSON))
    lower = (
        party
        for one in told
        if isinstance(one.detail, TieDetail) and one.detail.kind in LOWER_END
        for party in one.of(LOWER_END[one.detail.kind])
    )
    wait(connection, Waiting.THING, (party.identity for party in persons))
    wait(connection, Waiting.LAND, (party.identity for party in lower))


def _drop(connection: Connection, ids: Sequence[str]) -> None:
    """Drop claims, and let wait what they told: their offices, and what their parties belong to."""
    for batch in batched(ids, _BOUND):
        offices = select(holdings.c.office).where(holdings.c.claim.in_(batch)).distinct()
        wait(connection, Waiting.OFFICE, connection.execute(offices).scalars().all())
        told = select(claims).where(claims.c.id.in_(batch), claims.c.kind.in_(_TELL_BELONGING))
        _wait_for_parties(connection, [claim_of(row) for row in connection.execute(told)])
        for children in (claim_evidence, claim_parties, reaches, holdings, tenures):
            connection.execute(delete(children).where(children.c.claim.in_(batch)))
        connection.execute(delete(claims).where(claims.c.id.in_(batch)))


def drop_lost(connection: Connection) -> None:
    """Drop evidence whose statement is gone or corrected, and claims that have none."""
    stands = exists().where(statements.c.id == claim_evidence.c.statement, uncorrected())
    connection.execute(delete(claim_evidence).where(~stands))
    told = exists().where(claim_evidence.c.claim == claims.c.id)
    _drop(connection, connection.execute(select(claims.c.id).where(~told)).scalars().all())
