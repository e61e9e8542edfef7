"""The step that has claims of a period, and those of a country and a kind, found and counted on indexes alone.

What filters ask most of a claim stands beside its days, so that of the claims that end after a day, which may be nearly
all, no row is looked at; and who is of a country is known to take part in a claim of which kind. A step, once released,
is never edited.
"""

INDEX_PERIODS = (
    # Its condition holds of all that a period finds, and who asks for no period is answered in the order of claims.
    """CREATE INDEX indexed_claims_dated ON indexed_claims (
         "last", "first", kind, channel, review, modality, confidence, "at") WHERE is_dated = 1""",
    "DROP INDEX IF EXISTS indexed_claims_last",
    "DROP INDEX IF EXISTS indexed_claims_days",
    """CREATE INDEX indexed_claims_days ON indexed_claims (
         channel, "last", "first", kind, review, confidence, modality, is_dated) WHERE confidence >= 0""",
    "DROP INDEX IF EXISTS indexed_parties_country",
    """CREATE INDEX indexed_parties_country ON indexed_parties (
         country, claim, ordinal, role, branch, thing, words, kind) WHERE country IS NOT NULL""",
    """DELETE FROM sqlite_stat1
         WHERE idx IN ('indexed_claims_last', 'indexed_claims_days', 'indexed_parties_country')""",
    """INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
         ('indexed_claims', 'indexed_claims_dated', '1000000 100 50 20 10 8 5 3 2'),
         ('indexed_claims', 'indexed_claims_days', '1000000 100000 20 10 8 8 2 1 1'),
         ('indexed_parties', 'indexed_parties_country', '2000000 8000 2 1 1 1 1 1 1')""",
)
"""Make the index of dated claims in place of that of their days, and tell more in those by channel and country."""
