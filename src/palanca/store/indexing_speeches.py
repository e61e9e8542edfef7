"""The step that tells at one look in which claims an entity speaks, by kind and time.

A step, once released, is never edited. Triggers keep the table level with `claim_evidence` and `statement_roles`,
whichever of them is written first.
"""

INDEX_SPEECHES = (
    """CREATE TABLE indexed_speeches (
         statement TEXT NOT NULL, ordinal INTEGER NOT NULL, entity TEXT NOT NULL, claim INTEGER NOT NULL,
         kind TEXT NOT NULL, "at" INTEGER NOT NULL, PRIMARY KEY (statement, ordinal)) WITHOUT ROWID""",
    """INSERT INTO indexed_speeches (statement, ordinal, entity, claim, kind, "at")
        SELECT said.statement, said.ordinal, said.entity, c."key", c.kind, c."at"
        FROM statement_roles AS said CROSS JOIN claim_evidence AS told ON told.statement = said.statement
        CROSS JOIN indexed_claims AS c ON c.id = told.claim
        WHERE said.role = 'speaker' AND said.entity IS NOT NULL""",
    'CREATE INDEX indexed_speeches_entity ON indexed_speeches (entity, kind, "at", claim)',
    """CREATE TRIGGER indexed_speeches_told AFTER INSERT ON claim_evidence BEGIN
         INSERT INTO indexed_speeches (statement, ordinal, entity, claim, kind, "at")
         SELECT said.statement, said.ordinal, said.entity, c."key", c.kind, c."at"
         FROM statement_roles AS said CROSS JOIN indexed_claims AS c ON c.id = new.claim
         WHERE said.statement = new.statement AND said.role = 'speaker' AND said.entity IS NOT NULL; END""",
    """CREATE TRIGGER indexed_speeches_untold AFTER DELETE ON claim_evidence BEGIN
         DELETE FROM indexed_speeches WHERE statement = old.statement; END""",
    """CREATE TRIGGER indexed_speeches_said AFTER INSERT ON statement_roles
         WHEN new.role = 'speaker' AND new.entity IS NOT NULL BEGIN
         INSERT INTO indexed_speeches (statement, ordinal, entity, claim, kind, "at")
         SELECT new.statement, new.ordinal, new.entity, c."key", c.kind, c."at"
         FROM claim_evidence AS told CROSS JOIN indexed_claims AS c ON c.id = told.claim
         WHERE told.statement = new.statement; END""",
    """CREATE TRIGGER indexed_speeches_unsaid AFTER DELETE ON statement_roles WHEN old.role = 'speaker' BEGIN
         DELETE FROM indexed_speeches WHERE statement = old.statement AND ordinal = old.ordinal; END""",
    """INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
         ('indexed_speeches', 'indexed_speeches', '500000 1 1'),
         ('indexed_speeches', 'indexed_speeches_entity', '500000 10 5 2 1')""",
)
"""Make the table, fill it from what is settled, and keep it level from now on."""
