"""The claims of which a sentence holds words, found from the full-text index of sentences.

Of a document that holds the words in every sentence all that it tells passes: narrow tables give its claims, and no
statement is looked at. Elsewhere each statement that touches such a sentence is. A common word is in whole documents
of a register, whose rows are one sentence each.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Integer, bindparam, column, false, func, select, text

from palanca.records.query import Said
from palanca.store.index_tables import indexed_claims
from palanca.store.narrow import of_any_table
from palanca.store.words import full_text_query

_MANY_DOCUMENTS = 20_000

# Sentences that lie end to end leave no room between them: a statement that begins within them touches one. The joins
# are crossed, so that none is looked for in another order than from the few words to the many claims. Where whole
# documents are many, all evidence is seen in the order of its claims instead, which the bound below them asks for:
# numbers that come in their order are put together in a third of the time.
_CLAIMS = """
WITH hits AS MATERIALIZED (SELECT rowid AS "key" FROM sentences_fts WHERE sentences_fts MATCH :words_said),
held AS (
  SELECT document, count(*) AS number, min(start) AS first, max("end") AS last, sum("end" - start) AS length
  FROM sentences WHERE "key" IN (SELECT "key" FROM hits) GROUP BY document),
whole AS MATERIALIZED (
  SELECT held.document FROM held WHERE length = last - first
    AND number = (SELECT count(*) FROM sentences AS every WHERE every.document = held.document)
    AND NOT EXISTS (SELECT 1 FROM statements AS late WHERE late.document = held.document AND late.start >= held.last)
    AND NOT EXISTS (SELECT 1 FROM statements AS early WHERE early.document = held.document
                    AND early.start < held.first))
SELECT every.claim AS claim FROM indexed_evidence AS every
  WHERE (SELECT count(*) FROM whole) > :many AND every.claim > 0 AND +every.document IN (
    SELECT document."key" FROM whole CROSS JOIN indexed_documents AS document ON document.id = whole.document)
UNION ALL
SELECT told.claim FROM whole CROSS JOIN indexed_documents AS document ON document.id = whole.document
  CROSS JOIN indexed_evidence AS told ON told.document = document."key"
  WHERE (SELECT count(*) FROM whole) <= :many
UNION ALL
SELECT claim."key" FROM sentences AS sentence
  CROSS JOIN statements AS statement ON statement.document = sentence.document
    AND statement.start < sentence."end" AND statement."end" > sentence.start
  CROSS JOIN claim_evidence AS told ON told.statement = statement.id
  CROSS JOIN indexed_claims AS claim ON claim.id = told.claim
  WHERE sentence."key" IN (SELECT "key" FROM hits) AND sentence.document NOT IN (SELECT document FROM whole)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked(Said):
    """Words that were looked for: said of claims of these numbers, a JSON array, or of all others."""

    claims: str
    is_without: bool


def looked_for(said: Looked) -> ColumnElement[bool]:
    """The same as `saying`, of what was looked for already."""
    listed = func.json_each(said.claims).table_valued(column("value", Integer))
    numbers = select(listed.c.value)
    if said.is_without:
        return of_any_table(indexed_claims.c.key).not_in(numbers)
    return indexed_claims.c.key.in_(numbers)


def saying(words: str) -> ColumnElement[bool]:
    """That a row of `indexed_claims` has evidence of which a sentence that its span touches holds the words."""
    query = full_text_query(words)
    if query is None:
        return false()
    found = text(_CLAIMS).bindparams(
        bindparam("words_said", query, unique=True), bindparam("many", _MANY_DOCUMENTS, unique=True)
    )
    return indexed_claims.c.key.in_(found.columns(column("claim", Integer)))
