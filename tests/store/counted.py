"""What a case counts ahead of all that is sure, held against the same counted plainly."""

import sqlite3
from contextlib import closing
from pathlib import Path

_PAIRS = (
    """SELECT a.id, b.id, number FROM indexed_pairs JOIN indexed_things AS a ON a.key = one
       JOIN indexed_things AS b ON b.key = other ORDER BY 1, 2""",
    """SELECT one, other, count(*) FROM indexed_ties
       WHERE review != 'rejected' AND confidence >= 0.5 AND modality IN ('asserted', 'reported')
       GROUP BY 1, 2 ORDER BY 1, 2""",
)
_TELLING = (
    """SELECT d.id, number FROM indexed_telling AS t JOIN indexed_documents AS d ON d.key = t.document ORDER BY 1""",
    """SELECT e.document, count(*) FROM claim_evidence AS e JOIN claims AS c ON c.id = e.claim
       WHERE review != 'rejected' AND confidence >= 0.5 AND modality IN ('asserted', 'reported')
         AND kind IN ('event', 'instrument', 'office', 'tie') GROUP BY 1 ORDER BY 1""",
)
_SORTS = (
    "SELECT kind, modality, number FROM indexed_sorts ORDER BY 1, 2",
    """SELECT kind, modality, count(*) FROM claims WHERE review != 'rejected' AND confidence >= 0.5
       GROUP BY 1, 2 ORDER BY 1, 2""",
)

type Rows = list[tuple[object, ...]]


def counts_of(path: Path) -> list[Rows]:
    """What is counted ahead of pairs, documents and sorts; it is as it is counted now."""
    with closing(sqlite3.connect(path)) as connection:
        ahead, now = (
            [connection.execute(one).fetchall() for one in asked]
            for asked in zip(_PAIRS, _TELLING, _SORTS, strict=True)
        )
    assert ahead == now
    return ahead


def forget_pairs(connection: sqlite3.Connection) -> None:
    """Take back to version 22 what is counted ahead."""
    for table in ("pairs", "telling", "sorts"):
        for trigger in ("in", "out"):
            connection.execute(f"DROP TRIGGER indexed_{table}_{trigger}")
        connection.execute(f"DROP TABLE indexed_{table}")
    connection.execute("DROP TABLE indexed_things")
    connection.execute("DROP INDEX indexed_parties_unnamed")
    connection.execute("DELETE FROM sqlite_stat1 WHERE tbl = 'indexed_pairs' OR idx = 'indexed_parties_unnamed'")
