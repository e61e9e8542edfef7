"""Who may have held an office, as the case keeps it: a narrow row for each claim to one, see `analysis.incumbents`."""

import json
from collections.abc import Iterator

from sqlalchemy import Connection, Select, func, select

from palanca.analysis.incumbents import Incumbent, Incumbents, Stretch, incumbent_of, needed_whole
from palanca.claims.tenures import Tenure
from palanca.store.bare_rows import bare_connection
from palanca.store.reading_rows import columns_of
from palanca.store.rows import StoredRow
from palanca.store.schema import storable, tenures

# Asked with the first and the last day, a JSON array of roles, and one of claims.
_OF_CLAIMS = " AND claim IN (SELECT value FROM json_each(:claims))"
_COLUMNS = ", ".join(f'"{name}"' for name in columns_of(tenures))
_IN_DOUBT = f"""
  SELECT {_COLUMNS} FROM tenures
  WHERE (known_first <= :last AND known_last >= :first OR role IN (SELECT value FROM json_each(:roles)))"""  # noqa: S608
_POSSIBLE = """
  SELECT claim, body_identity, body, role, is_acting, min("first", coalesce(known_first, "first")) FROM tenures
  WHERE "first" <= :last AND "last" >= :first AND (known_first IS NULL OR known_first > :last OR known_last < :first)
    AND role NOT IN (SELECT value FROM json_each(:roles))"""


def tenure_rows(tenure: Tenure | None) -> Iterator[StoredRow]:
    """The row of `tenures` for a claim, if it tells that an office was held."""
    one = incumbent_of(tenure) if tenure else None
    if one is not None:
        yield tuple(one._replace(person=storable(one.person), role=storable(one.role), body=storable(one.body)))


def incumbents(connection: Connection, claims: Select[str] | None, asked: Stretch) -> Incumbents:
    """Of these claims, or of all, who may have held an office on these days.

    Rows are taken as the driver gives them, as of a large case there are a hundred thousand. What `storable` escapes
    stays so: it tells names apart as well.
    """
    roles = connection.execute(select(tenures.c.role).distinct()).scalars()
    whole, within = json.dumps(needed_whole(map(storable, roles))), ""
    values = {"first": asked[0], "last": asked[1], "roles": whole, "claims": "[]"}
    if claims is not None:
        within, listed = _OF_CLAIMS, claims.subquery().c
        values["claims"] = connection.execute(select(func.json_group_array(listed[0]))).scalar_one()
    bare = bare_connection(connection)
    return Incumbents(
        in_doubt=list(map(Incumbent._make, bare.execute(_IN_DOUBT + within, values))),
        possible=bare.execute(_POSSIBLE + within, values).fetchall(),
    )
