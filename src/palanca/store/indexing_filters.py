"""The step that lets filters of kind, channel, modality, review, confidence and time be asked of narrow tables alone.

Documents that tell claims, places and meetings of countries hold all that such a filter asks of their claim: they are
counted without a look at the claims. A step, once released, is never edited. A claim that changes is written anew with
all that stands under it, so that what is copied here is never behind.
"""

from sqlalchemy import Connection

_FILTERED = 'modality, confidence, is_dated, "first", "last"'  # beside kind, channel and review
_OF_CLAIM = 'c.modality, c.confidence, c.is_dated, c."first", c."last"'

PAIRS = f"""
  INSERT INTO indexed_meetings (claim, one, other, kind, channel, review, {_FILTERED})
  SELECT DISTINCT c."key", one.country, other.country, c.kind, c.channel, c.review, {_OF_CLAIM}
  FROM indexed_claims AS c
  JOIN indexed_parties AS one ON one.claim = +c."key" AND one.role != 'place'
  JOIN indexed_parties AS other ON other.claim = +c."key" AND other.role != 'place'
  WHERE +other.country > +one.country"""  # noqa: S608  # names of columns

FIRST_PLACE = f"""
  INSERT INTO indexed_places (claim, ordinal, thing, words, kind, channel, review, {_FILTERED})
  SELECT c."key", party.ordinal, party.thing, party.words, c.kind, c.channel, c.review, {_OF_CLAIM}
  FROM indexed_claims AS c JOIN indexed_parties AS party ON party.claim = +c."key"
  WHERE party.role = 'place'
    AND NOT EXISTS (SELECT 1 FROM indexed_places WHERE claim = party.claim)
    AND NOT EXISTS (SELECT 1 FROM indexed_parties AS before WHERE before.claim = party.claim AND before.role = 'place'
                    AND before.ordinal < party.ordinal)"""  # noqa: S608  # names of columns

_OF_NEW, _OF_OLD = ' AND c."key" = new.claim', ' AND c."key" = old.claim'
_TABLES = ("indexed_evidence", "indexed_places", "indexed_meetings")
_INDEXES = {
    "indexed_evidence_document": "indexed_evidence (document, claim",
    "indexed_places_kind": "indexed_places (kind, thing, words",
    "indexed_meetings_kind": "indexed_meetings (kind, one, other",
}


def _trigger(name: str, after: str, *statements: str) -> tuple[str, str]:
    return f"DROP TRIGGER {name}", f"CREATE TRIGGER {name} AFTER {after} BEGIN {'; '.join(statements)}; END"


_TRIGGERS = (
    *_trigger(
        "claim_evidence_in", "INSERT ON claim_evidence",
        """INSERT INTO indexed_documents (id) SELECT new.document
           WHERE NOT EXISTS (SELECT 1 FROM indexed_documents WHERE id = new.document)""",
        f"""INSERT INTO indexed_evidence (claim, ordinal, document, kind, channel, review, {_FILTERED})
           SELECT c."key", new.ordinal, d."key", c.kind, c.channel, c.review, {_OF_CLAIM}
           FROM indexed_claims AS c JOIN indexed_documents AS d ON c.id = new.claim AND d.id = new.document""",  # noqa: S608
    ),
    *_trigger(
        "indexed_places_in", "INSERT ON indexed_parties WHEN new.role = 'place'",
        "DELETE FROM indexed_places WHERE claim = new.claim AND ordinal > new.ordinal",
        FIRST_PLACE + _OF_NEW,
    ),
    *_trigger(
        "indexed_places_out", "DELETE ON indexed_parties WHEN old.role = 'place'",
        "DELETE FROM indexed_places WHERE claim = old.claim AND ordinal = old.ordinal",
        FIRST_PLACE + _OF_OLD,
    ),
    *_trigger(
        "indexed_meetings_in", "INSERT ON indexed_parties WHEN new.country IS NOT NULL AND new.role != 'place'",
        "DELETE FROM indexed_meetings WHERE claim = new.claim", PAIRS + _OF_NEW,
    ),
    *_trigger(
        "indexed_meetings_placed",
        "UPDATE OF country ON indexed_parties WHEN old.country IS NOT new.country AND new.role != 'place'",
        "DELETE FROM indexed_meetings WHERE claim = new.claim", PAIRS + _OF_NEW,
    ),
    *_trigger(
        "indexed_meetings_out", "DELETE ON indexed_parties WHEN old.country IS NOT NULL AND old.role != 'place'",
        "DELETE FROM indexed_meetings WHERE claim = old.claim", PAIRS + _OF_OLD,
    ),
)  # fmt: skip

# How rows are spread in a large case: the columns that are new tell apart little.
_SPREAD = {
    "indexed_evidence_document": "1200000 4 1 1 1 1 1 1 1 1",
    "indexed_places_kind": "300000 100000 50 40 10 8 6 5 5 2 1",
    "indexed_meetings_kind": "400000 130000 2000 10 3 2 2 2 2 1 1",
}


def index_filters(connection: Connection) -> None:
    """Add the columns, fill them from the claims, and keep them level from now on."""
    for table in _TABLES:
        _widen(connection, table)
    for statement in _TRIGGERS:
        connection.exec_driver_sql(statement)
    for index, columns in _INDEXES.items():
        kind = "kind, " if "document" in index else ""
        connection.exec_driver_sql(f"CREATE INDEX {index} ON {columns}, {kind}channel, review, {_FILTERED})")
        connection.exec_driver_sql("UPDATE sqlite_stat1 SET stat = ? WHERE idx = ?", (_SPREAD[index], index))


def _widen(connection: Connection, table: str) -> None:
    """Give a table all that is asked of claims, and fill it; its index goes before, and comes again behind."""
    index = next(name for name, columns in _INDEXES.items() if columns.startswith(f"{table} "))
    connection.exec_driver_sql(f"DROP INDEX {index}")
    new = ["modality TEXT", "confidence REAL", "is_dated INTEGER", '"first" INTEGER', '"last" INTEGER']
    if table == "indexed_evidence":
        new = ["kind TEXT", "channel", "review TEXT", *new]
    for column in new:
        told = "channel TEXT" if column == "channel" else f"{column} NOT NULL DEFAULT ''"
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {told}")
    names = f"kind, channel, review, {_FILTERED}"
    connection.exec_driver_sql(
        f'UPDATE {table} SET ({names}) = (SELECT {names} FROM indexed_claims AS c WHERE c."key" = {table}.claim)'  # noqa: S608
    )
