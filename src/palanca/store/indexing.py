"""The step to version 8: narrow tables that questions are asked of, and the triggers that keep them level.

See `index_tables` for what they hold. A step, once released, is never edited.
"""

from sqlalchemy import Connection

# Not INSERT OR IGNORE within triggers: there it would do what the statement does that fires it, which may be REPLACE.
_TABLES_AND_TRIGGERS = (
    "DROP INDEX claims_time",
    "DROP INDEX claim_parties_country",
    "DROP INDEX claim_parties_unknown",
    """CREATE TABLE indexed_claims (
         "key" INTEGER PRIMARY KEY NOT NULL, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, category TEXT, channel TEXT,
         sort TEXT, modality TEXT NOT NULL, review TEXT NOT NULL, is_disputed INTEGER NOT NULL,
         is_dated INTEGER NOT NULL, "first" INTEGER NOT NULL, "last" INTEGER NOT NULL, "at" INTEGER NOT NULL,
         begins_first INTEGER NOT NULL, begins_last INTEGER NOT NULL, ends_first INTEGER NOT NULL,
         ends_last INTEGER NOT NULL, confidence REAL NOT NULL, documents INTEGER NOT NULL, sources INTEGER NOT NULL)""",
    'CREATE INDEX indexed_claims_at ON indexed_claims ("at", id)',
    "CREATE INDEX indexed_claims_kind ON indexed_claims (kind, category, sort, modality, is_dated, review)",
    'CREATE INDEX indexed_claims_last ON indexed_claims ("last", "first")',
    'CREATE INDEX indexed_claims_channel ON indexed_claims (channel, "last", "first")',
    """CREATE TABLE indexed_parties (
         claim INTEGER NOT NULL, ordinal INTEGER NOT NULL, role TEXT NOT NULL, thing TEXT, words INTEGER, country TEXT,
         branch TEXT, kind TEXT NOT NULL, "at" INTEGER NOT NULL, PRIMARY KEY (claim, ordinal)) WITHOUT ROWID""",
    'CREATE INDEX indexed_parties_thing ON indexed_parties (thing, kind, "at", role)',
    """CREATE INDEX indexed_parties_country ON indexed_parties (country, claim, ordinal, role, branch, thing, words)
         WHERE country IS NOT NULL""",
    """CREATE INDEX indexed_parties_branch ON indexed_parties (branch, country, claim, ordinal, role, thing, words)
         WHERE branch IS NOT NULL""",
    "CREATE INDEX indexed_parties_words ON indexed_parties (words, kind)",
    'CREATE TABLE indexed_words ("key" INTEGER PRIMARY KEY NOT NULL, words TEXT NOT NULL UNIQUE)',
    """CREATE VIRTUAL TABLE words_fts USING fts5 (
         words, content = 'indexed_words', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER indexed_words_in AFTER INSERT ON indexed_words BEGIN
         INSERT INTO words_fts (rowid, words) VALUES (new."key", new.words); END""",
    """CREATE TABLE indexed_evidence (
         claim INTEGER NOT NULL, ordinal INTEGER NOT NULL, document INTEGER NOT NULL,
         PRIMARY KEY (claim, ordinal)) WITHOUT ROWID""",
    "CREATE INDEX indexed_evidence_document ON indexed_evidence (document, claim)",
    """CREATE TABLE indexed_documents (
         "key" INTEGER PRIMARY KEY NOT NULL, id TEXT NOT NULL UNIQUE, source INTEGER)""",
    'CREATE TABLE indexed_sources ("key" INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL UNIQUE)',
    """CREATE TRIGGER claims_in AFTER INSERT ON claims BEGIN
          INSERT INTO indexed_claims (
           id, kind, category, channel, sort, modality, review, "first", "last", "at", begins_first, begins_last,
           ends_first, ends_last, confidence, documents, sources, is_disputed, is_dated)
         VALUES (
           new.id, new.kind, new.category, new.channel, new.sort, new.modality, new.review, new."first", new."last",
           new."at", new.begins_first, new.begins_last, new.ends_first, new.ends_last, new.confidence, new.documents,
           new.sources, new.disputes != '[]', new.time IS NOT NULL); END""",
    """CREATE TRIGGER claims_out AFTER DELETE ON claims BEGIN
         DELETE FROM indexed_parties WHERE claim = (SELECT "key" FROM indexed_claims WHERE id = old.id);
         DELETE FROM indexed_evidence WHERE claim = (SELECT "key" FROM indexed_claims WHERE id = old.id);
         DELETE FROM indexed_claims WHERE id = old.id; END""",
    """CREATE TRIGGER claim_parties_in AFTER INSERT ON claim_parties BEGIN
         INSERT INTO indexed_words (words) SELECT new.folded
         WHERE new.identity IS NULL AND NOT EXISTS (SELECT 1 FROM indexed_words WHERE words = new.folded);
         INSERT INTO indexed_parties (claim, ordinal, role, thing, words, country, branch, kind, "at")
         SELECT "key", new.ordinal, new.role, new.identity,
                CASE WHEN new.identity IS NULL THEN (SELECT "key" FROM indexed_words WHERE words = new.folded) END,
                new.country, new.branch, kind, "at"
         FROM indexed_claims WHERE id = new.claim; END""",
    """CREATE TRIGGER claim_parties_placed AFTER UPDATE OF country, branch ON claim_parties
         WHEN old.country IS NOT new.country OR old.branch IS NOT new.branch BEGIN
         UPDATE indexed_parties SET country = new.country, branch = new.branch
         WHERE claim = (SELECT "key" FROM indexed_claims WHERE id = new.claim) AND ordinal = new.ordinal; END""",
    """CREATE TRIGGER claim_parties_out AFTER DELETE ON claim_parties BEGIN
         DELETE FROM indexed_parties WHERE claim = (SELECT "key" FROM indexed_claims WHERE id = old.claim)
           AND ordinal = old.ordinal; END""",
    """CREATE TRIGGER claim_evidence_in AFTER INSERT ON claim_evidence BEGIN
         INSERT INTO indexed_documents (id) SELECT new.document
         WHERE NOT EXISTS (SELECT 1 FROM indexed_documents WHERE id = new.document);
         INSERT INTO indexed_evidence (claim, ordinal, document)
         SELECT c."key", new.ordinal, d."key" FROM indexed_claims AS c JOIN indexed_documents AS d
         ON c.id = new.claim AND d.id = new.document; END""",
    """CREATE TRIGGER claim_evidence_out AFTER DELETE ON claim_evidence BEGIN
         DELETE FROM indexed_evidence WHERE claim = (SELECT "key" FROM indexed_claims WHERE id = old.claim)
           AND ordinal = old.ordinal; END""",
    """CREATE TRIGGER sources_in AFTER INSERT ON sources BEGIN
         INSERT INTO indexed_sources (name) SELECT new.source
         WHERE NOT EXISTS (SELECT 1 FROM indexed_sources WHERE name = new.source);
         INSERT INTO indexed_documents (id) SELECT new.document
         WHERE NOT EXISTS (SELECT 1 FROM indexed_documents WHERE id = new.document);
         UPDATE indexed_documents SET source = (SELECT "key" FROM indexed_sources WHERE name = new.source)
         WHERE id = new.document; END""",
    """CREATE TRIGGER sources_out AFTER DELETE ON sources BEGIN
         UPDATE indexed_documents SET source = NULL WHERE id = old.document; END""",
    "CREATE INDEX documents_outlet ON documents (outlet, published_day, name) WHERE current = 1",
    # How rows are spread in a large case, so that a small one is asked in the same order: the planner guesses without.
    "ANALYZE",
    "DELETE FROM sqlite_stat1",
    """INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
         ('indexed_claims', 'indexed_claims_at', '1000000 100 1'),
         ('indexed_claims', 'indexed_claims_kind', '1000000 150000 50000 10000 5000 5000 5000'),
         ('indexed_claims', 'indexed_claims_last', '1000000 100 50'),
         ('indexed_claims', 'indexed_claims_channel', '1000000 100000 20 10'),
         ('indexed_parties', 'indexed_parties', '2000000 2 1'),
         ('indexed_parties', 'indexed_parties_thing', '2000000 10 5 2 1'),
         ('indexed_parties', 'indexed_parties_country', '2000000 8000 2 1 1 1 1 1'),
         ('indexed_parties', 'indexed_parties_branch', '1500000 150000 800 2 1 1 1 1'),
         ('indexed_parties', 'indexed_parties_words', '2000000 10 5'),
         ('indexed_evidence', 'indexed_evidence', '1200000 2 1'),
         ('indexed_evidence', 'indexed_evidence_document', '1200000 4 1')""",
    "DELETE FROM claim_evidence",
    "DELETE FROM claim_parties",
    "DELETE FROM claims",
    "UPDATE progress SET everything = 1, changed = changed + 1",
)


def index_questions(connection: Connection) -> None:
    """Make the tables that questions are asked of, and what keeps them level; all is settled anew to fill them."""
    for name in ("first", "last", "at", "begins_first", "begins_last", "ends_first", "ends_last"):
        connection.exec_driver_sql(f'ALTER TABLE claims ADD COLUMN "{name}" INTEGER NOT NULL DEFAULT 0')
    for statement in _TABLES_AND_TRIGGERS:
        connection.exec_driver_sql(statement)
