"""What persons state, as rows beside those of what was read: written when a case is settled, dropped when it is read.

The tables do not tell the two apart but by the form of mentions and the reader of statements. Which documents hold any
of it is kept as rulings, so that nobody has to look through all.
"""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, func, insert, select

from palanca.identity import profiles_of
from palanca.identity.stating import StatedFacts
from palanca.records import DocumentId, Form
from palanca.records.statement import PERSON
from palanca.store.asking import entities_of, reading_of, statements_of
from palanca.store.derived import drop_signs, write_signs
from palanca.store.rows import entity_name_rows, entity_rows, mention_rows
from palanca.store.schema import (
    entities,
    entity_names,
    mentions,
    profiles,
    rulings,
    statement_contexts,
    statement_roles,
    statements,
)
from palanca.store.settling import STATED, drop_corrections
from palanca.store.statement_rows import Identified, context_rows, role_rows, statement_rows
from palanca.store.thing_rows import profile_rows, sign_pairs
from palanca.store.waiting import count_change, touch
from palanca.store.writing import insert_stored

_NOTHING = StatedFacts()
_marked = select(mentions.c.entity).where(mentions.c.form == Form.MARKED)


def write_stated(connection: Connection, wanted: Mapping[DocumentId, StatedFacts]) -> bool:
    """Make what persons state in documents what is given, and nothing in any other; tell whether that changed any.

    What changes is counted, and waits to be settled with the rest.
    """
    held = select(rulings.c.one).where(rulings.c.verdict == STATED)
    documents = {*map(DocumentId, connection.execute(held).scalars()), *wanted}
    changed = [one for one in sorted(documents) if _restate(connection, one, wanted.get(one, _NOTHING))]
    if changed:
        count_change(connection)
    return bool(changed)


def drop_stated(connection: Connection, document: DocumentId) -> bool:
    """Drop what persons state in one document, so that it holds what was read; tell whether there was any."""
    held = select(rulings.c.one).where(rulings.c.one == document, rulings.c.verdict == STATED)
    return connection.execute(held).first() is not None and _restate(connection, document, _NOTHING)


def _restate(connection: Connection, document: DocumentId, wanted: StatedFacts) -> bool:
    _tell(connection, document, holds=wanted != _NOTHING)
    if _standing(connection, document) == wanted:
        return False
    touch(connection, document)
    drop_corrections(connection, document)
    drop_signs(connection, document)
    here = statements.c.document == document
    connection.execute(delete(statements).where(here, statements.c.reader == PERSON))
    connection.execute(delete(entities).where(entities.c.id.in_(_marked.where(mentions.c.document == document))))
    connection.execute(delete(mentions).where(mentions.c.document == document, mentions.c.form == Form.MARKED))
    _write(connection, document, wanted)
    _write_profiles(connection, document)
    touch(connection, document)
    return True


def _tell(connection: Connection, document: DocumentId, *, holds: bool) -> None:
    connection.execute(delete(rulings).where(rulings.c.one == document, rulings.c.verdict == STATED))
    if holds:
        connection.execute(insert(rulings), [{"one": document, "other": document, "verdict": STATED}])


def _standing(connection: Connection, document: DocumentId) -> StatedFacts:
    """What persons state in a document, as it stands."""
    reading = reading_of(connection, document)
    if reading is None:
        return _NOTHING
    named = tuple(one for one in reading.mentions if one.form is Form.MARKED)
    things = {one.id: one for one in reading.entities}
    told = sorted((one for one in reading.statements if one.reader == PERSON), key=lambda one: one.id)
    return StatedFacts(entities=tuple(things[one.entity] for one in named), mentions=named, statements=tuple(told))


def _write(connection: Connection, document: DocumentId, wanted: StatedFacts) -> None:
    last = select(func.max(entities.c.ordinal)).where(entities.c.document == document)
    first = (connection.execute(last).scalar() or 0) + 1
    insert_stored(connection, entities, list(entity_rows(wanted.entities, first)))
    insert_stored(connection, entity_names, list(entity_name_rows(wanted.entities)))
    insert_stored(connection, mentions, list(mention_rows(wanted.mentions)))
    told = [Identified(one.id, one) for one in wanted.statements]
    insert_stored(connection, statements, list(statement_rows(told)))
    insert_stored(connection, statement_contexts, list(context_rows(told)))
    countries = {one.id: one.country for one in entities_of(connection, document)}
    insert_stored(connection, statement_roles, list(role_rows(told, countries)))


def _write_profiles(connection: Connection, document: DocumentId) -> None:
    """Show the things of a document by all that it tells of them now."""
    told = statements_of(connection, select(statements).where(statements.c.document == document))
    shown = list(profiles_of(tuple(entities_of(connection, document)), told))
    connection.execute(delete(profiles).where(profiles.c.document == document))
    insert_stored(connection, profiles, list(profile_rows(shown)))
    write_signs(connection, sign_pairs(shown))
