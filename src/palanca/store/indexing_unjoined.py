"""The step that tells at one look which claims join nobody in a network, though others of their kinds join two.

Of a large case they are few: who counts what a whole network joins looks at them, and at no tie. With it the index of
claims by kind tells of how much confidence they are, so that those that pass are counted in its order. A step, once
released, is never edited. Triggers keep the table level with `indexed_claims` and `indexed_ties`, see `index_tables`.
"""

JOINING_KINDS = "('event', 'instrument', 'office', 'tie')"

INDEX_UNJOINED = (
    "CREATE TABLE indexed_unjoined (claim INTEGER PRIMARY KEY NOT NULL)",
    f"""INSERT INTO indexed_unjoined (claim)
          SELECT "key" FROM indexed_claims WHERE kind IN {JOINING_KINDS} EXCEPT SELECT claim FROM indexed_ties""",  # noqa: S608  # kinds
    f"""CREATE TRIGGER indexed_unjoined_told AFTER INSERT ON indexed_claims WHEN new.kind IN {JOINING_KINDS} BEGIN
         INSERT INTO indexed_unjoined (claim) VALUES (new."key"); END""",  # noqa: S608
    """CREATE TRIGGER indexed_unjoined_untold AFTER DELETE ON indexed_claims BEGIN
         DELETE FROM indexed_unjoined WHERE claim = old."key"; END""",
    """CREATE TRIGGER indexed_unjoined_tied AFTER INSERT ON indexed_ties BEGIN
         DELETE FROM indexed_unjoined WHERE claim = new.claim; END""",
    """CREATE TRIGGER indexed_unjoined_untied AFTER DELETE ON indexed_ties
         WHEN NOT EXISTS (SELECT 1 FROM indexed_ties WHERE claim = old.claim) BEGIN
         INSERT INTO indexed_unjoined (claim) SELECT "key" FROM indexed_claims WHERE "key" = old.claim; END""",
    "DROP INDEX IF EXISTS indexed_claims_kind",
    """CREATE INDEX indexed_claims_kind ON indexed_claims (
         kind, category, sort, modality, is_dated, review, confidence)""",
    "DELETE FROM sqlite_stat1 WHERE idx = 'indexed_claims_kind'",
    """INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
         ('indexed_claims', 'indexed_claims_kind', '1000000 150000 50000 10000 5000 5000 5000 500')""",
)
"""Make the table, fill it from what is indexed, keep it level from now on, and make the index anew."""
