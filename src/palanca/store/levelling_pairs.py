"""Keeping what is counted of pairs, documents and sorts level with many new claims at once, see `indexing_pairs`."""

import json
from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection

from palanca.store.indexing_pairs import has_happened, is_sure, may_join

TOLD_OF_TIE = f"claim, one, other, {has_happened('indexed_ties')}"
"""What `level_pairs` takes of each new row of `indexed_ties`."""

_THINGS = """
  INSERT INTO indexed_things (id)
  SELECT DISTINCT value FROM json_each(?) AS told
  WHERE NOT EXISTS (SELECT 1 FROM indexed_things WHERE id = told.value) ORDER BY 1"""
_PAIRS = """
  INSERT INTO indexed_pairs (one, other, number)
  SELECT one."key", other."key", json_extract(told.value, '$[2]')
  FROM json_each(?) AS told
  CROSS JOIN indexed_things AS one ON one.id = json_extract(told.value, '$[0]')
  CROSS JOIN indexed_things AS other ON other.id = json_extract(told.value, '$[1]')
  WHERE true ORDER BY 1, 2
  ON CONFLICT (one, other) DO UPDATE SET number = number + excluded.number"""
_TELLING = f"""
  INSERT INTO indexed_telling (document, number)
  SELECT document, count(*) FROM indexed_evidence AS e WHERE claim > ? AND {may_join("e")} GROUP BY document
  ON CONFLICT (document) DO UPDATE SET number = number + excluded.number"""  # noqa: S608  # fixed names, as below
_SORTS = f"""
  INSERT INTO indexed_sorts (kind, modality, number)
  SELECT kind, modality, count(*) FROM indexed_claims AS c WHERE "key" > ? AND {is_sure("c")}
  GROUP BY kind, modality
  ON CONFLICT (kind, modality) DO UPDATE SET number = number + excluded.number"""  # noqa: S608


def level_pairs(connection: Connection, after: int, ties: Iterable[tuple[int, str, str, int]]) -> None:
    """Count the claims of numbers `after` this one, of which these are all `ties`, as `TOLD_OF_TIE` tells them."""
    pairs = Counter((one, other) for _, one, other, is_told in ties if is_told)
    connection.exec_driver_sql(_THINGS, (json.dumps([end for pair in pairs for end in pair]),))
    connection.exec_driver_sql(_PAIRS, (json.dumps([(*pair, number) for pair, number in pairs.items()]),))
    for counted in (_TELLING, _SORTS):
        connection.exec_driver_sql(counted, (after,))
