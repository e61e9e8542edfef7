"""The step that tells at one look which two things claims join, so that the best joined are found without the claims.

What joins two is the rule of `analysis.networks.joining`, told anew here as it stood when the step was made. A step,
once released, is never edited. Triggers keep the table level with `indexed_parties`, see `index_tables`.
"""

_FILTERED = 'kind, channel, modality, review, confidence, is_dated, "first", "last"'
_OF_CLAIM = 'c.kind, c.channel, c.modality, c.review, c.confidence, c.is_dated, c."first", c."last"'
_ENDS = "('actor', 'recipient', 'source', 'target', 'person', 'body', 'issuer', 'party')"

TIES = f"""
  INSERT INTO indexed_ties (one, other, claim, sources, {_FILTERED})
  SELECT DISTINCT min(p.thing, q.thing), max(p.thing, q.thing), c."key", c.sources, {_OF_CLAIM}
  FROM indexed_claims AS c
  JOIN indexed_parties AS p ON p.claim = +c."key" AND p.role IN {_ENDS}
  JOIN indexed_parties AS q ON q.claim = +c."key" AND q.role IN {_ENDS} AND q.ordinal > p.ordinal
  WHERE +p.thing != +q.thing AND CASE c.kind
    WHEN 'event' THEN p.role != q.role OR c.category IN ('CONSULT', 'AGREE', 'COOPERATE')
    WHEN 'instrument' THEN 1
    WHEN 'office' THEN p.role != q.role
    WHEN 'tie' THEN c.sort != 'alias_conflict' AND (p.role != q.role OR (
      p.role = 'source' AND c.sort IN ('spouse', 'family', 'partner_of') AND NOT EXISTS (
        SELECT 1 FROM indexed_parties AS target WHERE target.claim = +c."key" AND target.role = 'target')))
    ELSE 0 END"""  # noqa: S608  # names of columns

INDEX_TIES = (
    """CREATE TABLE indexed_ties (
         one TEXT NOT NULL, other TEXT NOT NULL, claim INTEGER NOT NULL, sources INTEGER NOT NULL, kind TEXT NOT NULL,
         channel TEXT, modality TEXT NOT NULL, review TEXT NOT NULL, confidence REAL NOT NULL,
         is_dated INTEGER NOT NULL, "first" INTEGER NOT NULL, "last" INTEGER NOT NULL,
         PRIMARY KEY (one, other, claim)) WITHOUT ROWID""",
    TIES + " ORDER BY 1, 2, 3",
    f"CREATE INDEX indexed_ties_other ON indexed_ties (other, one, claim, {_FILTERED})",
    f"CREATE INDEX indexed_ties_claim ON indexed_ties (claim, {_FILTERED})",
    f"""CREATE TRIGGER indexed_ties_in AFTER INSERT ON indexed_parties WHEN new.role IN {_ENDS} BEGIN
         DELETE FROM indexed_ties WHERE claim = new.claim; {TIES} AND c."key" = new.claim; END""",  # noqa: S608
    f"""CREATE TRIGGER indexed_ties_out AFTER DELETE ON indexed_parties WHEN old.role IN {_ENDS} BEGIN
         DELETE FROM indexed_ties WHERE claim = old.claim; {TIES} AND c."key" = old.claim; END""",  # noqa: S608
    """INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
         ('indexed_ties', 'indexed_ties', '800000 10 2 1'),
         ('indexed_ties', 'indexed_ties_other', '800000 6 2 1 1 1 1 1 1 1 1 1'),
         ('indexed_ties', 'indexed_ties_claim', '800000 2 2 2 2 2 2 2 2 2')""",
)
"""Make the table, fill it from what is indexed, and keep it level from now on."""
