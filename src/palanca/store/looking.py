"""Claims of words, looked for once for all that is asked of them within a moment: a page asks for claims and facets.

Of words that more than half of all sentences hold, those claims are looked for that they are not said of: of a word
that stands in each row of a register there are none, and all is asked as if nothing was said.
"""

from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, func, select, text

from palanca.records.query import EVERYTHING, All, Either, Not, Query, Said
from palanca.remembering import Remembered
from palanca.store.index_tables import indexed_claims
from palanca.store.saying import Looked, saying
from palanca.store.words import full_text_query

_MOST = 4  # the numbers of a million claims are seven megabytes
_NUMBERS = text("""
SELECT (SELECT count(*) FROM sentences_fts WHERE sentences_fts MATCH :words), (SELECT count(*) FROM sentences)""")
_STATE = text("SELECT changed, settled FROM progress")

# `ragged` documents have a sentence without the words, or room between sentences; `beyond` have statements that begin
# before or behind all sentences. Of all others each statement touches a sentence that holds the words, see `saying`.
# Most documents that lie beyond none show it by one sentence, as that of a row: the bounds of few are looked for.
_UNSAID = text("""
WITH hits AS MATERIALIZED (SELECT rowid AS "key" FROM sentences_fts WHERE sentences_fts MATCH :words),
ragged AS (
  SELECT document FROM sentences
  WHERE :hits < (SELECT count(*) FROM sentences) AND "key" NOT IN (SELECT "key" FROM hits)
  UNION ALL
  SELECT document FROM sentences
  WHERE document IN (SELECT document FROM sentences GROUP BY document HAVING count(*) > 1)
  GROUP BY document HAVING sum("end" - start) < max("end") - min(start)),
spans AS (SELECT document, min(start) AS first, max(start) AS last FROM statements GROUP BY document),
beyond AS (
  SELECT document FROM spans
  WHERE NOT EXISTS (SELECT 1 FROM sentences AS s
                    WHERE s.document = spans.document AND s.start <= spans.first AND s."end" > spans.last)
    AND (first < ifnull((SELECT min(start) FROM sentences AS s WHERE s.document = spans.document), first + 1)
      OR last >= ifnull((SELECT max("end") FROM sentences AS s WHERE s.document = spans.document), 0))),
partly AS MATERIALIZED (
  SELECT "key", id FROM indexed_documents WHERE id IN (SELECT document FROM ragged UNION SELECT document FROM beyond)),
doubtful AS MATERIALIZED (
  SELECT DISTINCT claim FROM indexed_evidence WHERE document IN (SELECT "key" FROM partly))
SELECT json_group_array(claim) FROM doubtful
WHERE NOT EXISTS (SELECT 1 FROM indexed_evidence AS told WHERE told.claim = doubtful.claim
                  AND told.document NOT IN (SELECT "key" FROM partly))
  AND claim NOT IN (
    SELECT claim."key" FROM partly CROSS JOIN sentences AS sentence ON sentence.document = partly.id
    CROSS JOIN statements AS statement ON statement.document = sentence.document
      AND statement.start < sentence."end" AND statement."end" > sentence.start
    CROSS JOIN claim_evidence AS told ON told.statement = statement.id
    CROSS JOIN indexed_claims AS claim ON claim.id = told.claim
    WHERE sentence."key" IN (SELECT "key" FROM hits))""")


@dataclass(frozen=True, slots=True)
class Looking:
    """What was looked for last in one case. Any thread may ask: those who look for the same wait for one look."""

    _found: Remembered = field(default_factory=lambda: Remembered(_MOST))

    def looked(self, connection: Connection, query: Query) -> Query:
        """The query with all that is said looked for: what passes is the same."""
        match query:
            case Said():
                return self._said(connection, query)
            case All() | Either():
                return replace(query, parts=tuple(self.looked(connection, part) for part in query.parts))
            case Not():
                return replace(query, part=self.looked(connection, query.part))
            case _:
                return query

    def _said(self, connection: Connection, query: Said) -> Query:
        changed, settled = connection.execute(_STATE).one()
        if changed != settled:  # of a case that is being settled one state has many answers
            return _look(connection, query)
        return self._found.get((changed, query.words), lambda: _look(connection, query))


def _look(connection: Connection, query: Said) -> Query:
    words = full_text_query(query.words)
    if words is None:
        return query
    hits, sentences = connection.execute(_NUMBERS, {"words": words}).one()
    if 2 * hits > sentences:
        unsaid = connection.execute(_UNSAID, {"words": words, "hits": hits}).scalar_one()
        return EVERYTHING if unsaid == "[]" else Looked(words=query.words, claims=unsaid, is_without=True)
    key = indexed_claims.c.key
    said = connection.execute(select(func.json_group_array(key)).where(saying(query.words))).scalar_one()
    return Looked(words=query.words, claims=said, is_without=False)
