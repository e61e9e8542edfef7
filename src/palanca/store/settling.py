"""Writing what was settled: identities, proposals, corrections, the state of judgements.

Only what differs from what stands is written, and what waits because of it is told in the same transaction.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import batched

from sqlalchemy import Column, Connection, delete, insert, select, union_all

from palanca.identity.corrections import JUDGEMENT
from palanca.records import EntityId, Identity, JudgementState, Statement, StatementId
from palanca.store.blocking import block_all
from palanca.store.rows import Fields
from palanca.store.schema import (
    SETTLED,
    corrections,
    entities,
    entity_signs,
    identities,
    judgement_states,
    proposals,
    rulings,
    sign_blocks,
    statement_contexts,
    statement_roles,
    statements,
    thing_names,
    things,
)
from palanca.store.settling_interface import Ruling, SettledIdentity, Waiting
from palanca.store.statement_rows import Identified, context_rows, role_rows, statement_rows
from palanca.store.thing_rows import folded_names, proposal_fields, thing_fields
from palanca.store.waiting import count_change, nothing_waits, wait
from palanca.store.writing import insert_fields, insert_stored

_BOUND = 500  # values of one query: below the 999 that old builds of SQLite bind
_MEMBERS_AT_ONCE = 10_000
_ON_STATEMENTS = frozenset({"reject", "confirm"})
STATED = "state"
"""The verdict by which a document is kept as one that holds what persons state; see `store.stating`."""
_TELL_BRANCH = ("schema", "caption", "names", "is_country")
_SHOWN_IN_CLAIMS = ("id", "schema", "caption", "country", "is_country")


def write_identity(connection: Connection, settled: SettledIdentity) -> None:
    """Replace what stood of the entities settled anew."""
    if settled.entities is None:
        for table in (identities, things, thing_names, proposals):
            connection.execute(delete(table))
        for several in batched(settled.identities, _BOUND):
            _write_things(connection, several)
            _write_members(connection, _members(several).items())
        _write_members(connection, settled.members)
        block_all(connection)
    else:
        _write_changed(connection, settled.entities, tuple(settled.identities), dict(settled.members))
    _forget_lost(connection)
    insert_fields(connection, proposals, map(proposal_fields, settled.proposals))
    _write_rulings(connection, dict.fromkeys(settled.rulings))


def _write_things(connection: Connection, given: Iterable[Identity]) -> None:
    for several in batched(given, _BOUND):
        insert_fields(connection, things, map(thing_fields, several))
        names = [{"thing": one.id, "folded": folded_names(one)} for one in several]
        connection.execute(insert(thing_names), names)


def _write_members(connection: Connection, pairs: Iterable[tuple[EntityId, EntityId]]) -> None:
    for several in batched(pairs, _MEMBERS_AT_ONCE):
        insert_stored(connection, identities, list(several))


def _write_changed(
    connection: Connection,
    settled: frozenset[EntityId],
    given: Sequence[Identity],
    members: Mapping[EntityId, EntityId],
) -> None:
    """Write the things that are not as they stood; statements and belongings of what they show otherwise wait."""
    was, now = _identities_of(connection, settled), {**_members(given), **members}
    stood = _things_of(connection, set(was.values()))
    new: dict[str, Fields] = {one.id: thing_fields(one) for one in given}
    moved = {entity for entity in was.keys() | now.keys() if was.get(entity) != now.get(entity)}
    shown: set[str] = {i for i, fields in new.items() if i not in stood or _shown(fields) != _shown(stood[i])}
    _delete(connection, identities.c.entity, moved)
    _write_members(connection, ((entity, now[entity]) for entity in sorted(moved) if entity in now))
    changed = {i for i in stood.keys() | new.keys() if stood.get(i) != new.get(i)}
    for column in (things.c.id, thing_names.c.thing):
        _delete(connection, column, changed)
    for column in (proposals.c.one, proposals.c.other):
        _delete(connection, column, stood)
    _write_things(connection, [one for one in given if one.id in changed])
    for i in changed:
        _wait_for_belongings(connection, i, stood.get(i), new.get(i))
    told = moved | {entity for entity, thing in now.items() if thing in shown}
    wait(connection, Waiting.STATEMENT, _statements_about(connection, told))


def _members(given: Iterable[Identity]) -> dict[EntityId, EntityId]:
    return {entity: one.id for one in given for entity in one.members}


def _delete(connection: Connection, column: Column[str], values: Iterable[str]) -> None:
    for batch in batched(sorted(values), _BOUND):
        connection.execute(delete(column.table).where(column.in_(batch)))


def _wait_for_belongings(connection: Connection, thing: str, was: Fields | None, now: Fields | None) -> None:
    """Let a thing wait whose country or branch may be others by what is known of it."""
    if was is None or now is None or was["country"] != now["country"]:
        wait(connection, Waiting.LAND, [thing])
    elif any(was[name] != now[name] for name in _TELL_BRANCH):
        wait(connection, Waiting.THING, [thing])


def _shown(fields: Fields) -> tuple[object, ...]:
    return tuple(fields[name] for name in _SHOWN_IN_CLAIMS)


def _identities_of(connection: Connection, given: Iterable[EntityId]) -> dict[EntityId, EntityId]:
    found: dict[EntityId, EntityId] = {}
    for batch in batched(sorted(given), _BOUND):
        rows = connection.execute(select(identities).where(identities.c.entity.in_(batch)))
        found |= {EntityId(row.entity): EntityId(row.identity) for row in rows}
    return found


def _things_of(connection: Connection, ids: Iterable[str]) -> dict[str, Fields]:
    found: dict[str, Fields] = {}
    for batch in batched(sorted(ids), _BOUND):
        rows = connection.execute(select(things).where(things.c.id.in_(batch)))
        found |= {row.id: dict(row._mapping) for row in rows}  # noqa: SLF001  # public in SQLAlchemy
    return found


def _statements_about(connection: Connection, given: Iterable[str]) -> Iterator[str]:
    for batch in batched(sorted(given), _BOUND):
        told = select(statement_roles.c.statement).where(statement_roles.c.entity.in_(batch)).distinct()
        yield from connection.execute(told).scalars()


def _forget_lost(connection: Connection) -> None:
    """Drop the things that no entity is any more, and the proposals about them."""
    kept = select(identities.c.identity).where(identities.c.identity == things.c.id).exists()
    lost = connection.execute(select(things.c.id).where(~kept)).scalars().all()
    wait(connection, Waiting.LAND, lost)
    for column in (things.c.id, thing_names.c.thing):
        _delete(connection, column, lost)
    for side in (proposals.c.one, proposals.c.other):
        connection.execute(delete(proposals).where(~select(things.c.id).where(things.c.id == side).exists()))


def _write_rulings(connection: Connection, given: Mapping[Ruling, None]) -> None:
    ruled = rulings.c.verdict != STATED
    stood = {(row.one, row.other, row.verdict) for row in connection.execute(select(rulings).where(ruled))}
    wait(connection, Waiting.STATEMENT, (one for one, _, verdict in stood ^ set(given) if verdict in _ON_STATEMENTS))
    connection.execute(delete(rulings).where(ruled))
    insert_fields(connection, rulings, ({"one": a, "other": b, "verdict": v} for a, b, v in given))


def write_corrections(connection: Connection, corrected: Iterable[tuple[StatementId, Statement]]) -> None:
    """Make the statements that persons corrected those given, each with the id of the statement it replaces.

    A document of which they stand so already is left as it is.
    """
    wanted: dict[str, dict[str, Statement]] = {}
    for identifier, statement in corrected:
        wanted.setdefault(statement.document, {})[identifier] = statement
    stood: dict[str, dict[str, str]] = {}
    for row in connection.execute(select(corrections)):
        stood.setdefault(row.document, {})[row.original] = row.statement
    for document in sorted(stood.keys() | wanted.keys()):
        new = wanted.get(document, {})
        if stood.get(document) != {original: statement.id for original, statement in new.items()}:
            drop_corrections(connection, document)
            for original, statement in new.items():
                _correct(connection, original, statement)


def _correct(connection: Connection, original: str, statement: Statement) -> None:
    pair = {"original": original, "statement": statement.id, "document": statement.document}
    connection.execute(insert(corrections), [pair])
    wait(connection, Waiting.STATEMENT, (original, statement.id))
    if connection.execute(select(statements.c.id).where(statements.c.id == statement.id)).first() is None:
        told = [Identified(statement.id, statement)]
        insert_stored(connection, statements, list(statement_rows(told)))
        insert_stored(connection, statement_contexts, list(context_rows(told)))
        insert_stored(connection, statement_roles, list(role_rows(told, _countries(connection, statement))))


def _countries(connection: Connection, statement: Statement) -> dict[EntityId, str | None]:
    rows = connection.execute(select(entities).where(entities.c.document == statement.document))
    return {EntityId(row.id): row.country for row in rows}


def drop_corrections(connection: Connection, document: str) -> bool:
    """Drop the statements that stand in the place of others in one document; tell whether there were any."""
    here = corrections.c.document == document
    for row in connection.execute(select(corrections).where(here)).all():
        wait(connection, Waiting.STATEMENT, (row.original, row.statement))
    connection.execute(delete(statements).where(statements.c.reader == JUDGEMENT, statements.c.document == document))
    return connection.execute(delete(corrections).where(here)).rowcount > 0


def finish(connection: Connection, changed: int, states: Iterable[JudgementState]) -> None:
    """Tell that all is settled up to that change."""
    connection.execute(delete(judgement_states))
    rows = ({"judgement": s.judgement, "standing": s.standing, "reason": s.reason} for s in states)
    insert_fields(connection, judgement_states, rows)
    nothing_waits(connection, changed)


def drop_settled(connection: Connection) -> None:
    """Drop all that is settled, so that it is settled anew."""
    for table in reversed(SETTLED):
        connection.execute(delete(table))
    count_change(connection, everything=True)


def in_blocks(connection: Connection, blocks: Iterable[str]) -> Iterator[tuple[EntityId, str]]:
    """The entities that stand in these blocks, with the block."""
    for batch in batched(sorted(blocks), _BOUND // 2):  # which is bound twice
        in_these = sign_blocks.c.block.in_(batch)
        by_name = select(entity_signs.c.entity, sign_blocks.c.block).join(
            sign_blocks, sign_blocks.c.sign == entity_signs.c.sign
        )
        by_itself = select(entity_signs.c.entity, entity_signs.c.sign.label("block"))
        both = union_all(by_name.where(in_these), by_itself.where(entity_signs.c.sign.in_(batch)))
        rows = connection.execute(both)
        yield from ((EntityId(row.entity), row.block) for row in rows)
