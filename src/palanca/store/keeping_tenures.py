"""The step to version 21: of each claim to an office that was held, the days and the holder are kept.

A step, once released, is never edited.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import batched
from typing import Any

from sqlalchemy import Connection

from palanca.claims.tenures import tenure_of
from palanca.records import DocumentId, Kind, Modality, Span, Statement
from palanca.store.claim_rows import claim_from
from palanca.store.codec import detail_from_json, time_from_text
from palanca.store.rows import StoredRow
from palanca.store.schema import as_stored
from palanca.store.tenure_rows import tenure_rows

_TABLE = """
  CREATE TABLE tenures (
    claim TEXT PRIMARY KEY NOT NULL, person TEXT NOT NULL, is_identified INTEGER NOT NULL, role TEXT NOT NULL,
    is_acting INTEGER NOT NULL, body TEXT NOT NULL, body_identity TEXT, is_begun INTEGER NOT NULL,
    is_ended INTEGER NOT NULL, "first" INTEGER NOT NULL, "last" INTEGER NOT NULL, known_first INTEGER,
    known_last INTEGER, stretches TEXT NOT NULL) WITHOUT ROWID"""
_IDS = "SELECT id FROM claims WHERE kind = 'office' AND review != 'rejected' ORDER BY id"
_CLAIMS = """
  SELECT id, kind, detail, lead, parties, time, modality, confidence, disputes, review FROM claims
  WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"""
_TOLD = """
  SELECT told.claim, told.statement, told.document, told.stance, told.voice, s.detail, s.time, s.modality
  FROM claim_evidence AS told CROSS JOIN statements AS s ON s.id = told.statement
  WHERE told.claim IN (SELECT value FROM json_each(?)) ORDER BY told.claim, told.ordinal"""
_INSERT = f"INSERT INTO tenures VALUES ({', '.join('?' * 14)})"  # noqa: S608  # question marks
_AT_ONCE = 5_000


def keep_tenures(connection: Connection) -> None:
    """Make the table, and fill it from the claims that there are: nothing has to be settled anew."""
    connection.exec_driver_sql(_TABLE)
    ids = connection.exec_driver_sql(_IDS).scalars().all()
    for several in batched(ids, _AT_ONCE):
        if rows := list(_rows(connection, several)):
            connection.exec_driver_sql(_INSERT, rows)


def _rows(connection: Connection, ids: Sequence[str]) -> Iterator[StoredRow]:
    listed, told = (json.dumps(ids),), dict[str, list[Any]]()
    for claim, *row in connection.exec_driver_sql(_TOLD, listed):
        told.setdefault(claim, []).append(row)
    for identifier, *columns in connection.exec_driver_sql(_CLAIMS, listed):
        under = told.get(identifier, ())
        claim = claim_from(columns, (row[:4] for row in under))
        if under:  # one that lost its statements waits to be dropped
            yield from tenure_rows(tenure_of(claim, (_statement(row[1], *row[4:]) for row in under)))


def _statement(document: str, detail: str, time: str | None, modality: str) -> Statement:
    """So much of a statement as tells a tenure."""
    return Statement(
        document=DocumentId(document), kind=Kind.OFFICE, detail=detail_from_json(Kind.OFFICE, as_stored(detail)),
        span=Span(0, 1), reader="", reader_version="", time=time_from_text(time), modality=Modality(modality),
    )  # fmt: skip
