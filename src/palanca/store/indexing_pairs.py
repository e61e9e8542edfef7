"""The step that counts ahead what a network without a filter is asked: of all that is sure, how many claims join two.

Sure is what nobody has rejected and readers do not doubt, with a confidence of 0.5 or more. Counted are, by pair, the
claims that join the two and are told as having happened; by document, the rows of evidence of such claims, and of those
of the same kinds that join nobody; by kind and modality, the claims. Things are numbers there, so that the pairs of a
large case are few pages. An index has the parties of which no identity is known, who are counted too. A step, once
released, is never edited. Triggers keep the tables level with `indexed_ties`, `indexed_evidence` and `indexed_claims`,
see `index_tables`.
"""

from palanca.records.filter import LEAST_CONFIDENCE
from palanca.store.indexing_unjoined import JOINING_KINDS


def is_sure(row: str) -> str:
    """That the claim of a row is sure."""
    return f"{row}.review != 'rejected' AND {row}.confidence >= {LEAST_CONFIDENCE}"


def has_happened(row: str) -> str:
    """The same, and that it is told as having happened."""
    return f"{is_sure(row)} AND {row}.modality IN ('asserted', 'reported')"


def may_join(row: str) -> str:
    """The same, and that it is of a kind that joins two."""
    return f"{has_happened(row)} AND {row}.kind IN {JOINING_KINDS}"


def _counting(table: str, keys: dict[str, str], of: str, which: str) -> tuple[str, str]:
    """Triggers that count rows of a table by keys, each told of a row; nothing is counted in a row of zero.

    Not ON CONFLICT within triggers: there it would do what the statement does that fires it, which may be REPLACE.
    """
    new, old = (" AND ".join(f"{key} = {told.format(row)}" for key, told in keys.items()) for row in ("new", "old"))
    names, told = ", ".join(keys), ", ".join(one.format("new") for one in keys.values())
    return (
        f"""CREATE TRIGGER {table}_in AFTER INSERT ON {of} WHEN {which.format("new")} BEGIN
             {_THINGS if table == "indexed_pairs" else ""}
             INSERT INTO {table} ({names}, number) SELECT {told}, 0
             WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE {new});
             UPDATE {table} SET number = number + 1 WHERE {new}; END""",  # noqa: S608  # names, as below
        f"""CREATE TRIGGER {table}_out AFTER DELETE ON {of} WHEN {which.format("old")} BEGIN
             UPDATE {table} SET number = number - 1 WHERE {old};
             DELETE FROM {table} WHERE {old} AND number = 0; END""",  # noqa: S608
    )


_THINGS = "".join(
    f"""INSERT INTO indexed_things (id) SELECT new.{end}
         WHERE NOT EXISTS (SELECT 1 FROM indexed_things WHERE id = new.{end});"""  # noqa: S608  # names of columns
    for end in ("one", "other")
)
_NUMBER_OF = '(SELECT "key" FROM indexed_things WHERE id = {{}}.{})'

INDEX_PAIRS = (
    'CREATE TABLE indexed_things ("key" INTEGER PRIMARY KEY NOT NULL, id TEXT NOT NULL UNIQUE)',
    """CREATE TABLE indexed_pairs (
         one INTEGER NOT NULL, other INTEGER NOT NULL, number INTEGER NOT NULL,
         PRIMARY KEY (one, other)) WITHOUT ROWID""",
    "CREATE TABLE indexed_telling (document INTEGER PRIMARY KEY NOT NULL, number INTEGER NOT NULL)",
    """CREATE TABLE indexed_sorts (
         kind TEXT NOT NULL, modality TEXT NOT NULL, number INTEGER NOT NULL,
         PRIMARY KEY (kind, modality)) WITHOUT ROWID""",
    f"""INSERT INTO indexed_things (id)
          SELECT one FROM indexed_ties AS t WHERE {has_happened("t")}
          UNION SELECT other FROM indexed_ties AS t WHERE {has_happened("t")} ORDER BY 1""",  # noqa: S608
    f"""INSERT INTO indexed_pairs (one, other, number)
          SELECT one."key", other."key", told.number
          FROM (SELECT one, other, count(*) AS number FROM indexed_ties AS t WHERE {has_happened("t")}
                GROUP BY one, other) AS told
          JOIN indexed_things AS one ON one.id = told.one JOIN indexed_things AS other ON other.id = told.other
          ORDER BY 1, 2""",  # noqa: S608
    f"""INSERT INTO indexed_telling (document, number)
          SELECT document, count(*) FROM indexed_evidence AS e WHERE {may_join("e")} GROUP BY document""",  # noqa: S608
    f"""INSERT INTO indexed_sorts (kind, modality, number)
          SELECT kind, modality, count(*) FROM indexed_claims AS c WHERE {is_sure("c")} GROUP BY kind, modality""",  # noqa: S608
    "CREATE INDEX indexed_pairs_other ON indexed_pairs (other, one, number)",
    "CREATE INDEX indexed_pairs_number ON indexed_pairs (number) WHERE number > 1",
    "CREATE INDEX indexed_parties_unnamed ON indexed_parties (claim, role, words) WHERE words IS NOT NULL",
    *_counting(
        "indexed_pairs", {end: _NUMBER_OF.format(end) for end in ("one", "other")}, "indexed_ties", has_happened("{0}")
    ),
    *_counting("indexed_telling", {"document": "{0}.document"}, "indexed_evidence", may_join("{0}")),
    *_counting("indexed_sorts", {"kind": "{0}.kind", "modality": "{0}.modality"}, "indexed_claims", is_sure("{0}")),
    """INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
         ('indexed_pairs', 'indexed_pairs', '500000 4 1'),
         ('indexed_pairs', 'indexed_pairs_other', '500000 4 1 1'),
         ('indexed_pairs', 'indexed_pairs_number', '30000 500 2 1'),
         ('indexed_parties', 'indexed_parties_unnamed', '500000 2 1 1')""",
)
"""Make the tables, fill them from what is indexed, and keep them level from now on."""
