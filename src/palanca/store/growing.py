"""Rows whose prose is read behind their cells: only what it adds is worked out and written, of many rows at once."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, text

from palanca.records import DocumentId, Reading
from palanca.store.blocking import leave_blocks
from palanca.store.derived import index_sentences, unindex_sentences, write_blocks
from palanca.store.reading_rows import Growth, ReadingRows, rows_of
from palanca.store.rows import StoredRow
from palanca.store.schema import DERIVED, entity_signs, profiles
from palanca.store.settling import STATED
from palanca.store.waiting import count_change, touch, waits_for_all
from palanca.store.writing import insert_sorted

# Rows that stand as their cells were read, with all that is known of them and nothing that a person stated or changed.
_AS_READ = text(f"""
  SELECT r.document, r.version, r.metadata_hash FROM readings AS r
  JOIN documents AS d ON d.id = r.document AND d.metadata_hash = r.metadata_hash AND d.current = 1
  WHERE r.document IN (SELECT value FROM json_each(:wanted)) AND r.unread_prose IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM corrections AS c WHERE c.document = r.document)
    AND NOT EXISTS (SELECT 1 FROM rulings AS s WHERE s.one = r.document AND s.verdict = '{STATED}')""")  # noqa: S608
_SHOW = "UPDATE profiles SET profile = ? WHERE entity = ?"
_READ = "UPDATE readings SET unread_prose = NULL, read_at = ? WHERE document = ?"


def grown_rows(cells: Reading, whole: Reading) -> ReadingRows:
    """The rows of the second reading of a row, with what it adds to the first, if it takes nothing but sentences away.

    Raises InvalidRecord when a part of one is of another document.
    """
    before, after = rows_of(cells), rows_of(whole)
    derived: list[tuple[StoredRow, ...]] = []
    shown: tuple[StoredRow, ...] = ()
    for table, stood, stands in zip(DERIVED, before.derived, after.derived, strict=True):
        new = _without(stands, stood)
        if table is profiles:
            entities = {entity for entity, *_ in stood}
            shown = tuple(row for row in new if row[0] in entities)
            new = _without(new, shown)
        elif len(new) + len(set(stood)) != len(set(stands)):
            return after
        derived.append(new)
    if not set(before.signs) <= set(after.signs):
        return after
    growth = Growth(
        text=whole.document.text,
        derived=tuple(derived),
        shown=shown,
        signs=_without(after.signs, before.signs),
        gone_sentences=_without(before.sentences, after.sentences),
        new_sentences=_without(after.sentences, before.sentences),
    )
    return replace(after, growth=growth)


def _without[Item](items: Iterable[Item], others: Iterable[Item]) -> tuple[Item, ...]:
    """Those that are not among the others, each once, in order."""
    known = set(others)
    return tuple(dict.fromkeys(item for item in items if item not in known))


def that_grow(connection: Connection, given: Iterable[ReadingRows]) -> dict[DocumentId, Growth]:
    """What comes to each document, by its id, that stands as its cells were read; others have to be compared."""
    growing = {one.id: one for one in given if one.growth}
    rows = connection.execute(_AS_READ, {"wanted": json.dumps(list(growing))}) if growing else ()
    found = {}
    for document, version, metadata_hash in rows:
        one = growing[document]
        if one.growth and (version, metadata_hash) == (one.known["version"], one.known["metadata_hash"]):
            found[document] = one.growth
    return found


def grow(connection: Connection, given: Mapping[DocumentId, Growth], *, at: str) -> None:
    """Write what comes to documents in the transaction of `connection`. `at` is ISO 8601."""
    ids, come = sorted(given), list(given.values())
    touch(connection, *ids)
    unindex_sentences(connection, ((one, growth.text, growth.gone_sentences) for one, growth in given.items()))
    index_sentences(connection, ((one, growth.text, growth.new_sentences) for one, growth in given.items()))
    for place, table in enumerate(DERIVED):
        insert_sorted(connection, table, [row for growth in come for row in growth.derived[place]])
    if shown := sorted((entity, profile) for growth in come for entity, _, profile in growth.shown):
        connection.exec_driver_sql(_SHOW, [(profile, entity) for entity, profile in shown])
    _sign(connection, sorted({pair for growth in come for pair in growth.signs}))
    connection.exec_driver_sql(_READ, [(at, document) for document in ids])
    touch(connection, *ids)
    count_change(connection)


def _sign(connection: Connection, pairs: Sequence[tuple[str, str]]) -> None:
    """Give entities their signs. While all waits to be settled, the blocks of these wait too."""
    insert_sorted(connection, entity_signs, pairs)
    if waits_for_all(connection):
        leave_blocks(connection)
    else:
        write_blocks(connection, {sign for sign, _ in pairs})
