"""What waits to be settled, and writing what was: identities, proposals, corrections, claims, the state of judgements.

Every change of readings or judgements counts up. What is settled is worked out from a snapshot and written only while
the count is still that of the snapshot; else it is worked out again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import batched

from sqlalchemy import Connection, delete, insert, or_, select, text, update

from palanca.identity.corrections import JUDGEMENT
from palanca.records import Claim, ClaimId, EntityId, JudgementState, Kind, Statement, StatementId
from palanca.store.claim_rows import claim_fields, evidence_rows, party_rows
from palanca.store.interface import Pending, SettledIdentity
from palanca.store.rows import Fields
from palanca.store.schema import (
    SETTLED,
    claim_evidence,
    claim_parties,
    claims,
    corrections,
    entities,
    entity_blocks,
    identities,
    judgement_states,
    progress,
    proposals,
    rulings,
    statement_contexts,
    statement_roles,
    statements,
    thing_names,
    things,
    touched,
)
from palanca.store.statement_rows import Identified, context_rows, role_rows, statement_rows
from palanca.store.thing_rows import folded_names, profile_of, proposal_fields, thing_fields
from palanca.store.writing import insert_fields, insert_stored

_BOUND = 500  # values of one query: below the 999 that old builds of SQLite bind
_TOUCH = text(
    "INSERT OR IGNORE INTO touched (entity, profile, document) "
    "SELECT entity, profile, document FROM profiles "
    "WHERE entity IN (SELECT id FROM entities WHERE document = :document)"
)


def touch(connection: Connection, *given: str) -> None:
    """Remember the profiles of the entities of documents as they are, unless all must be settled anyway."""
    if not connection.execute(select(progress.c.everything)).scalar():
        connection.execute(_TOUCH, [{"document": document} for document in given])


def count_change(connection: Connection, *, everything: bool = False) -> None:
    """Tell that a reading or a judgement has changed; `everything` makes identity be settled anew for all."""
    values: dict[str, object] = {"changed": progress.c.changed + 1}
    connection.execute(update(progress).values(values | ({"everything": 1} if everything else {})))


def revision(connection: Connection) -> tuple[int, int]:
    """How many changes there have been, and how many of them are settled."""
    row = connection.execute(select(progress.c.changed, progress.c.settled)).one()
    return row.changed, row.settled


def pending(connection: Connection) -> Pending | None:
    """What waits, or None."""
    row = connection.execute(select(progress)).one()
    if row.changed == row.settled:
        return None
    if row.everything:
        return Pending(changed=row.changed, touched=None)
    rows = connection.execute(select(touched).order_by(touched.c.entity, touched.c.profile))
    return Pending(changed=row.changed, touched=tuple(map(profile_of, rows)))


def is_unchanged(connection: Connection, changed: int) -> bool:
    """Whether nothing has changed since."""
    return bool(connection.execute(select(progress.c.changed)).scalar_one() == changed)


def write_identity(connection: Connection, settled: SettledIdentity) -> None:
    """Replace what stood of the entities settled anew."""
    _forget(connection, settled.entities)
    insert_fields(connection, things, (thing_fields(one) for one in settled.identities))
    names = ({"thing": one.id, "folded": folded_names(one)} for one in settled.identities)
    for batch in batched(names, _BOUND):
        connection.execute(insert(thing_names), batch)
    members = ({"entity": e, "identity": one.id} for one in settled.identities for e in one.members)
    insert_fields(connection, identities, members)
    _forget_lost(connection)
    insert_fields(connection, proposals, map(proposal_fields, settled.proposals))
    connection.execute(delete(rulings))
    ruled = ({"one": a, "other": b, "verdict": v} for a, b, v in dict.fromkeys(settled.rulings))
    insert_fields(connection, rulings, ruled)


def _forget(connection: Connection, entities: frozenset[EntityId] | None) -> None:
    if entities is None:
        for table in (identities, things, thing_names, proposals):
            connection.execute(delete(table))
        return
    for batch in batched(sorted(entities), _BOUND):
        told = connection.execute(select(identities.c.identity).where(identities.c.entity.in_(batch))).scalars()
        gone = sorted(set(told))
        for ids in batched(gone, _BOUND):
            connection.execute(delete(things).where(things.c.id.in_(ids)))
            connection.execute(delete(thing_names).where(thing_names.c.thing.in_(ids)))
            connection.execute(delete(proposals).where(or_(proposals.c.one.in_(ids), proposals.c.other.in_(ids))))
        connection.execute(delete(identities).where(identities.c.entity.in_(batch)))


def _forget_lost(connection: Connection) -> None:
    """Drop the things that no entity is any more, and the proposals about them."""
    kept = select(identities.c.identity).where(identities.c.identity == things.c.id).exists()
    connection.execute(delete(things).where(~kept))
    still = select(things.c.id).where(things.c.id == thing_names.c.thing).exists()
    connection.execute(delete(thing_names).where(~still))
    for side in (proposals.c.one, proposals.c.other):
        connection.execute(delete(proposals).where(~select(things.c.id).where(things.c.id == side).exists()))


def write_corrections(connection: Connection, corrected: Iterable[tuple[StatementId, Statement]]) -> None:
    """Make the statements that persons corrected those given, each with the id of the statement it replaces."""
    drop_corrections(connection)
    for original, statement in corrected:
        pair = {"original": original, "statement": statement.id, "document": statement.document}
        connection.execute(insert(corrections), [pair])
        if connection.execute(select(statements.c.id).where(statements.c.id == statement.id)).first() is None:
            told = [Identified(statement.id, statement)]
            insert_stored(connection, statements, list(statement_rows(told)))
            insert_stored(connection, statement_contexts, list(context_rows(told)))
            insert_stored(connection, statement_roles, list(role_rows(told, _countries(connection, statement))))


def _countries(connection: Connection, statement: Statement) -> dict[EntityId, str | None]:
    rows = connection.execute(select(entities).where(entities.c.document == statement.document))
    return {EntityId(row.id): row.country for row in rows}


def drop_corrections(connection: Connection, document: str | None = None) -> bool:
    """Drop the statements that stand in the place of others, of one document or of all; tell whether there were any."""
    everywhere = document is None
    there = delete(corrections) if everywhere else delete(corrections).where(corrections.c.document == document)
    made = delete(statements).where(statements.c.reader == JUDGEMENT)
    connection.execute(made if everywhere else made.where(statements.c.document == document))
    return connection.execute(there).rowcount > 0


def write_claims(connection: Connection, kind: Kind, category: str | None, found: Iterable[Claim]) -> None:
    """Make the claims of a kind, and of a category if events, those given; what stays as it is is not touched."""
    same = claims.c.category.is_(None) if category is None else claims.c.category == category
    here = (claims.c.kind == kind) & same
    gone = set(connection.execute(select(claims.c.id).where(here)).scalars())
    for batch in batched(found, _BOUND):
        told = {claim.id: claim for claim in batch}
        _write_changed(connection, told, standing=[i for i in told if i in gone])
        gone.difference_update(told)
    _delete_claims(connection, sorted(gone))


def _write_changed(connection: Connection, told: Mapping[ClaimId, Claim], standing: Sequence[ClaimId]) -> None:
    """Write those of the claims that do not stand as they are. A statement leaves the claim under which it stood."""
    new = {i: claim_fields(claim) for i, claim in told.items()}
    evidence = {i: list(evidence_rows(claim)) for i, claim in told.items()}
    if standing:
        old, stood = _standing(connection, standing)
        kept = [i for i in standing if old[i] == new[i] and stood.get(i) == evidence[i]]
        for i in kept:
            del new[i], evidence[i]
        _delete_claims(connection, [i for i in standing if i in new])
    insert_fields(connection, claims, new.values())
    insert_fields(connection, claim_parties, (row for i in new for row in party_rows(told[i])))
    insert_fields(connection, claim_evidence, (row for rows in evidence.values() for row in rows), "INSERT OR REPLACE")


def _standing(connection: Connection, ids: Sequence[ClaimId]) -> tuple[dict[str, Fields], dict[str, list[Fields]]]:
    """The rows of these claims and of their evidence as they stand."""
    rows = connection.execute(select(claims).where(claims.c.id.in_(ids)))
    old = {row.id: dict(row._mapping) for row in rows}  # noqa: SLF001  # public in SQLAlchemy
    wanted = select(claim_evidence).where(claim_evidence.c.claim.in_(ids))
    stood: dict[str, list[Fields]] = {}
    for row in connection.execute(wanted.order_by(claim_evidence.c.claim, claim_evidence.c.ordinal)):
        stood.setdefault(row.claim, []).append(dict(row._mapping))  # noqa: SLF001  # public in SQLAlchemy
    return old, stood


def _delete_claims(connection: Connection, ids: Sequence[str]) -> None:
    for batch in batched(ids, _BOUND):
        for children in (claim_evidence, claim_parties):
            connection.execute(delete(children).where(children.c.claim.in_(batch)))
        connection.execute(delete(claims).where(claims.c.id.in_(batch)))


def finish(connection: Connection, changed: int, states: Iterable[JudgementState]) -> None:
    """Tell that all is settled up to that change."""
    connection.execute(delete(judgement_states))
    rows = ({"judgement": s.judgement, "standing": s.standing, "reason": s.reason} for s in states)
    insert_fields(connection, judgement_states, rows)
    connection.execute(delete(touched))
    connection.execute(update(progress).values(settled=changed, everything=0))


def drop_settled(connection: Connection) -> None:
    """Drop all that is settled, so that it is settled anew."""
    for table in reversed(SETTLED):
        connection.execute(delete(table))
    count_change(connection, everything=True)


def in_blocks(connection: Connection, blocks: Iterable[str]) -> Iterator[tuple[EntityId, str]]:
    """The entities that stand in these blocks, with the block."""
    for batch in batched(sorted(blocks), _BOUND):
        rows = connection.execute(
            select(entity_blocks.c.entity, entity_blocks.c.block).where(entity_blocks.c.block.in_(batch))
        )
        yield from ((EntityId(row.entity), row.block) for row in rows)
