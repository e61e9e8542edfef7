"""Keeping the tables of questions level with many new claims at once.

The triggers of a case do so row by row, whoever writes, see `index_tables`. Run for each of the parties of thousands of
claims they took two thirds of the time of writing these: here each table is filled once for all of them.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from palanca.store.bare_rows import bare_connection, bare_rows
from palanca.store.indexing_filters import FIRST_PLACE, PAIRS
from palanca.store.indexing_ties import TIES
from palanca.store.indexing_unjoined import JOINING_KINDS
from palanca.store.levelling_pairs import TOLD_OF_TIE, level_pairs

_LAST_ROWS = """
  SELECT (SELECT coalesce(max(rowid), 0) FROM claims), (SELECT coalesce(max(rowid), 0) FROM claim_evidence),
         (SELECT coalesce(max("key"), 0) FROM indexed_claims)"""
_CLAIMS = """
  INSERT INTO indexed_claims (
    id, kind, category, channel, sort, modality, review, "first", "last", "at", begins_first, begins_last, ends_first,
    ends_last, confidence, documents, sources, is_disputed, is_dated)
  SELECT id, kind, category, channel, sort, modality, review, "first", "last", "at", begins_first, begins_last,
         ends_first, ends_last, confidence, documents, sources, disputes != '[]', time IS NOT NULL
  FROM claims WHERE rowid > ? ORDER BY rowid"""
_NEW_PARTIES = 'FROM indexed_claims AS c CROSS JOIN claim_parties AS p ON p.claim = c.id WHERE c."key" > ?'
_WORDS = f"""
  INSERT INTO indexed_words (words)
  SELECT p.folded {_NEW_PARTIES} AND p.identity IS NULL
    AND NOT EXISTS (SELECT 1 FROM indexed_words WHERE words = p.folded)
  GROUP BY p.folded"""  # noqa: S608  # fixed names, as below
_PARTIES = f"""
  INSERT INTO indexed_parties (claim, ordinal, role, thing, words, country, branch, kind, "at")
  SELECT c."key", p.ordinal, p.role, p.identity,
         CASE WHEN p.identity IS NULL THEN (SELECT "key" FROM indexed_words WHERE words = p.folded) END,
         p.country, p.branch, c.kind, c."at"
  {_NEW_PARTIES} ORDER BY c."key", p.ordinal"""  # noqa: S608
_DOCUMENTS = """
  INSERT INTO indexed_documents (id)
  SELECT document FROM claim_evidence AS told
  WHERE rowid > ? AND NOT EXISTS (SELECT 1 FROM indexed_documents WHERE id = told.document) GROUP BY document"""
_EVIDENCE = """
  INSERT INTO indexed_evidence (
    claim, ordinal, document, kind, channel, review, modality, confidence, is_dated, "first", "last")
  SELECT c."key", told.ordinal, d."key", c.kind, c.channel, c.review, c.modality, c.confidence, c.is_dated, c."first",
         c."last"
  FROM claim_evidence AS told CROSS JOIN indexed_claims AS c ON c.id = told.claim
  CROSS JOIN indexed_documents AS d ON d.id = told.document
  WHERE told.rowid > ? ORDER BY 1, 2"""
_SPEECHES = """
  INSERT INTO indexed_speeches (statement, ordinal, entity, claim, kind, "at")
  SELECT said.statement, said.ordinal, said.entity, c."key", c.kind, c."at"
  FROM claim_evidence AS told CROSS JOIN statement_roles AS said ON said.statement = told.statement
  CROSS JOIN indexed_claims AS c ON c.id = told.claim
  WHERE told.rowid > ? AND said.role = 'speaker' AND said.entity IS NOT NULL ORDER BY 1, 2"""
_UNJOINED = f"""
  INSERT INTO indexed_unjoined (claim)
  SELECT "key" FROM indexed_claims
  WHERE "key" > ? AND +kind IN {JOINING_KINDS} AND "key" NOT IN (SELECT value FROM json_each(?))"""  # noqa: S608
_PLACED = """
  UPDATE indexed_parties SET country = p.country, branch = p.branch
  FROM indexed_claims AS c CROSS JOIN claim_parties AS p ON p.claim = c.id
  WHERE c."key" = indexed_parties.claim AND p.ordinal = indexed_parties.ordinal
    AND (p.country IS NOT indexed_parties.country OR p.branch IS NOT indexed_parties.branch)"""
_OF_NEW = ' AND c."key" > ?'
_TIES = f"{TIES}{_OF_NEW} ORDER BY 1, 2, 3 RETURNING {TOLD_OF_TIE}"


@contextmanager
def levelled(connection: Connection) -> Iterator[None]:
    """Insert claims, their parties and their evidence within: no trigger runs, and the tables are level behind it.

    Nothing may be deleted or replaced within. The parties must be of no country yet: no countries meet in them.
    """
    claim, evidence, key = connection.exec_driver_sql(_LAST_ROWS).one()
    with _without_triggers(connection):
        yield
        connection.exec_driver_sql(_CLAIMS, (claim,))
    connection.exec_driver_sql(_WORDS, (key,))  # with the trigger that has them found
    with _without_triggers(connection):
        connection.exec_driver_sql(_PARTIES, (key,))
        connection.exec_driver_sql(FIRST_PLACE + _OF_NEW, (key,))
        ties = list(bare_rows(connection, _TIES, (key,)))
        connection.exec_driver_sql(_UNJOINED, (key, json.dumps(sorted({claim for claim, *_ in ties}))))
        for told in (_DOCUMENTS, _EVIDENCE, _SPEECHES):
            connection.exec_driver_sql(told, (evidence,))
        level_pairs(connection, key, ties)


@contextmanager
def placed_together(connection: Connection) -> Iterator[None]:
    """Tell within of what country and branch all parties of claims are: no trigger runs, and the tables are level
    behind it.
    """
    with _without_triggers(connection):
        yield
        connection.exec_driver_sql(_PLACED)
        connection.exec_driver_sql("DELETE FROM indexed_meetings")
        connection.exec_driver_sql(f"{PAIRS} ORDER BY 1, 2, 3")


@contextmanager
def _without_triggers(connection: Connection) -> Iterator[None]:
    bare = bare_connection(connection)
    bare.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
    try:
        yield
    finally:
        bare.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, True)
