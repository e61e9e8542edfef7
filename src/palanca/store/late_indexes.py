"""Indexes that a long table goes without on its way into a small case, and claims while all are settled for the first
time: they are made behind it.

Each is by another key than its table is written: row by row it would be one more place all over the file to be read and
written again with every merge. They go in the transaction of the first merge, or of the first claims. That they are
missing is all that tells of it: when the program is killed, whoever opens the case next makes them.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path

INDEXES: Mapping[str, str] = {
    "documents_name": "documents (name)",
    "documents_published": "documents (published_day) WHERE current = 1",
    "documents_outlet": "documents (outlet, published_day, name) WHERE current = 1",
    "entities_document": "entities (document)",
    "statements_document": "statements (document, start)",
    "statements_kind": "statements (kind, category)",
    "statement_roles_entity": "statement_roles (entity)",
}
"""What each is on, as the steps of `migrations` made them."""

_FILTERED = 'modality, confidence, is_dated, "first", "last"'
_OF_TIES = 'kind, channel, modality, review, confidence, is_dated, "first", "last"'
CLAIM_INDEXES: Mapping[str, str] = {
    "claims_kind": "claims (kind, category)",
    "claims_part": "claims (part) WHERE part IS NOT NULL",
    "claims_stretch": "claims (id) WHERE instr(time, '/') > 0",
    "reaches_claim": "reaches (claim)",
    "claim_parties_identity": "claim_parties (identity, role)",
    "claim_parties_unplaced": "claim_parties (identity) WHERE placed = 0",
    "claim_parties_body": "claim_parties (folded, identity, claim, role) WHERE role = 'body'",
    "indexed_claims_at": 'indexed_claims ("at", id)',
    "indexed_claims_kind": """indexed_claims (
         kind, category, sort, modality, is_dated, review, confidence)""",
    "indexed_claims_channel": 'indexed_claims (channel, "last", "first")',
    "indexed_claims_days": """indexed_claims (
         channel, "last", "first", kind, review, confidence, modality, is_dated) WHERE confidence >= 0""",
    "indexed_claims_dated": """indexed_claims (
         "last", "first", kind, channel, review, modality, confidence, "at") WHERE is_dated = 1""",
    "indexed_parties_thing": 'indexed_parties (thing, kind, "at", role)',
    "indexed_parties_country": """indexed_parties (
         country, claim, ordinal, role, branch, thing, words, kind) WHERE country IS NOT NULL""",
    "indexed_parties_branch": """indexed_parties (branch, country, claim, ordinal, role, thing, words)
         WHERE branch IS NOT NULL""",
    "indexed_parties_words": "indexed_parties (words, kind)",
    "indexed_parties_unnamed": "indexed_parties (claim, role, words) WHERE words IS NOT NULL",
    "indexed_evidence_document": f"indexed_evidence (document, claim, kind, channel, review, {_FILTERED})",
    "indexed_places_kind": f"indexed_places (kind, thing, words, channel, review, {_FILTERED})",
    "indexed_meetings_kind": f"indexed_meetings (kind, one, other, channel, review, {_FILTERED})",
    "indexed_speeches_entity": 'indexed_speeches (entity, kind, "at", claim)',
    "indexed_ties_other": f"indexed_ties (other, one, claim, {_OF_TIES})",
    "indexed_ties_claim": f"indexed_ties (claim, {_OF_TIES})",
    "indexed_pairs_other": "indexed_pairs (other, one, number)",
    "indexed_pairs_number": "indexed_pairs (number) WHERE number > 1",
}
"""The same of claims, and of the tables that questions are asked of; those by which settling looks for claims stay."""

# How rows are spread in a large case goes with the index, see `migrations`.
_SPREAD: Mapping[str, str] = {
    "statement_roles_entity": "2500000 10",
    "indexed_claims_at": "1000000 100 1",
    "indexed_claims_kind": "1000000 150000 50000 10000 5000 5000 5000 500",
    "indexed_claims_channel": "1000000 100000 20 10",
    "indexed_claims_days": "1000000 100000 20 10 8 8 2 1 1",
    "indexed_claims_dated": "1000000 100 50 20 10 8 5 3 2",
    "indexed_parties_thing": "2000000 10 5 2 1",
    "indexed_parties_country": "2000000 8000 2 1 1 1 1 1 1",
    "indexed_parties_branch": "1500000 150000 800 2 1 1 1 1",
    "indexed_parties_words": "2000000 10 5",
    "indexed_parties_unnamed": "500000 2 1 1",
    "indexed_speeches_entity": "500000 10 5 2 1",
    "indexed_ties_other": "800000 6 2 1 1 1 1 1 1 1 1 1",
    "indexed_ties_claim": "800000 2 2 2 2 2 2 2 2 2",
    "indexed_pairs_other": "500000 4 1 1",
    "indexed_pairs_number": "30000 500 2 1",
}
_ALL = {**INDEXES, **CLAIM_INDEXES}
_NAMED = f"SELECT name FROM sqlite_schema WHERE name IN ({', '.join('?' * len(_ALL))})"  # noqa: S608  # question marks
_SORTING_KIB = 64 * 1024
_LOG = logging.getLogger(__name__)


def leave_out(connection: sqlite3.Connection, indexes: Iterable[str] = INDEXES) -> None:
    """Drop them, in the transaction of `connection`."""
    for name in indexes:
        connection.execute(f"DROP INDEX IF EXISTS {name}")


def make_missing(path: Path, *, wait_s: float, tell: Callable[[int], None] = lambda _missing: None) -> None:
    """Make those that are missing, one after another; `tell` gets how many, before the first.

    Raises sqlite3.OperationalError while another program writes.
    """
    with closing(sqlite3.connect(path, timeout=wait_s, isolation_level=None)) as connection:
        there = {name for (name,) in connection.execute(_NAMED, tuple(_ALL))}
        if len(there) == len(_ALL):
            return
        connection.execute("BEGIN IMMEDIATE")  # nothing is told of what another program makes
        connection.execute("COMMIT")
        tell(len(_ALL) - len(there))
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{_SORTING_KIB}")
        for name in _ALL:
            if name not in there:
                _make(connection, name)


def make_unless_written(path: Path) -> None:
    """Make those that are missing, unless another program writes: that one makes them, or whoever opens next.

    It is logged first, since behind a long table it takes a while, and nothing can be asked before it is done.
    """

    def tell(missing: int) -> None:
        _LOG.warning("%s: a run was cut off: first its indexes are made, %d of them, this once", path, missing)

    try:
        make_missing(path, wait_s=0, tell=tell)
    except sqlite3.OperationalError as error:
        if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise


def _make(connection: sqlite3.Connection, name: str) -> None:
    """Make one, unless another program has made it meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,)).fetchone():
            connection.execute(f"CREATE INDEX {name} ON {_ALL[name]}")
            if name in _SPREAD:
                spread = _ALL[name].partition(" ")[0], name, _SPREAD[name]
                connection.execute("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)", spread)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
