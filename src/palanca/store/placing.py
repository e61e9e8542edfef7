"""Writing what things belong to, and marking the parties of claims by it; which documents are one source."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import batched, groupby

from sqlalchemy import Connection, bindparam, delete, insert, select, text, update

from palanca.analysis.belongings import Belonging, belonging_at
from palanca.claims.telling import Days
from palanca.records import ClaimId, DocumentId, EntityId
from palanca.records.query import Branch
from palanca.store.rows import AnyRow, iso_day
from palanca.store.schema import belongings, claim_parties, claims, sources

_BOUND = 500
_PLACED_AT_ONCE = 20_000
_NEW = "CREATE TEMP TABLE IF NOT EXISTS new_belongings AS SELECT * FROM belongings WHERE 0"
_CHANGED = """
    SELECT thing FROM (SELECT * FROM new_belongings EXCEPT SELECT * FROM belongings)
    UNION SELECT thing FROM (SELECT * FROM belongings EXCEPT SELECT * FROM new_belongings)
"""
_FIELDS = "thing, ordinal, country, branch, reason, first, last, claim"


def write_belongings(connection: Connection, found: Iterable[Belonging]) -> None:
    """Make what things belong to that given, by thing; parties of what changed are to be placed anew."""
    connection.exec_driver_sql(_NEW)
    connection.exec_driver_sql("DELETE FROM new_belongings")
    into = text(
        f"INSERT INTO new_belongings ({_FIELDS}) VALUES (:{_FIELDS.replace(', ', ', :')})"  # noqa: S608  # fixed names
    )
    rows = (_fields(one, at) for _, group in groupby(found, key=lambda one: one.thing) for at, one in enumerate(group))
    for batch in batched(rows, _BOUND):
        connection.execute(into, batch)
    changed = f"IN ({_CHANGED})"
    connection.exec_driver_sql(f"UPDATE claim_parties SET placed = 0 WHERE identity {changed}")  # noqa: S608
    connection.exec_driver_sql(f"CREATE TEMP TABLE changed_things AS {_CHANGED}")
    connection.exec_driver_sql("DELETE FROM belongings WHERE thing IN (SELECT thing FROM changed_things)")
    connection.exec_driver_sql(
        "INSERT INTO belongings SELECT * FROM new_belongings WHERE thing IN (SELECT thing FROM changed_things)"
    )
    connection.exec_driver_sql("DROP TABLE changed_things")
    connection.exec_driver_sql("DELETE FROM new_belongings")


def _fields(one: Belonging, ordinal: int) -> dict[str, object]:
    return {
        "thing": one.thing,
        "ordinal": ordinal,
        "country": one.country,
        "branch": one.branch,
        "reason": one.reason,
        "first": iso_day(one.first),
        "last": iso_day(one.last),
        "claim": one.claim,
    }


def place_parties(connection: Connection) -> None:
    """Mark each party that is not placed yet with the country and the branch it belongs to at its claim's time."""
    party = claim_parties.c
    waiting = (
        select(party.claim, party.ordinal, party.identity, claims.c.earliest, claims.c.latest)
        .join(claims, claims.c.id == party.claim)
        .where(party.placed == 0)
        .order_by(party.identity)
        .limit(_PLACED_AT_ONCE)
    )
    marked = (
        update(claim_parties)
        .where(party.claim == bindparam("of_claim"), party.ordinal == bindparam("at_ordinal"))
        .values(country=bindparam("its_country"), branch=bindparam("its_branch"), placed=1)
    )
    while rows := connection.execute(waiting).all():
        known = belongings_of(connection, {EntityId(row.identity) for row in rows if row.identity})
        connection.execute(marked, [_marked(row, known) for row in rows])


def _marked(row: AnyRow, known: Mapping[EntityId, Sequence[Belonging]]) -> dict[str, object]:
    held = known.get(row.identity, ())
    land, branch = belonging_at(held, _days(row)) if held else (None, None)
    return {"of_claim": row.claim, "at_ordinal": row.ordinal, "its_country": land, "its_branch": branch}


def _days(row: AnyRow) -> Days | None:
    if row.earliest is None and row.latest is None:
        return None
    return _day(row.earliest) or date.min, _day(row.latest) or date.max


def belongings_of(connection: Connection, things: Iterable[EntityId]) -> dict[EntityId, list[Belonging]]:
    """What these things belong to, in the order in which it is looked at."""
    found: dict[EntityId, list[Belonging]] = {}
    for batch in batched(sorted(things), _BOUND):
        wanted = select(belongings).where(belongings.c.thing.in_(batch))
        for row in connection.execute(wanted.order_by(belongings.c.thing, belongings.c.ordinal)):
            found.setdefault(EntityId(row.thing), []).append(_belonging(row))
    return found


def _belonging(row: AnyRow) -> Belonging:
    return Belonging(
        thing=EntityId(row.thing),
        country=row.country,
        branch=Branch(row.branch) if row.branch else None,
        reason=row.reason,
        first=_day(row.first),
        last=_day(row.last),
        claim=ClaimId(row.claim) if row.claim else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def write_sources(connection: Connection, found: Mapping[DocumentId, str]) -> None:
    """Keep who each current document speaks for; what stands as it is is not touched."""
    standing = sources_of(connection)
    gone = [one for one, source in standing.items() if found.get(one) != source]
    for batch in batched(gone, _BOUND):
        connection.execute(delete(sources).where(sources.c.document.in_(batch)))
    new = ({"document": one, "source": source} for one, source in found.items() if standing.get(one) != source)
    for rows in batched(new, _BOUND):
        connection.execute(insert(sources), rows)


def sources_of(connection: Connection, documents: Collection[DocumentId] | None = None) -> dict[DocumentId, str]:
    """Who each current document speaks for, of these or of all."""
    if documents is None:
        return {DocumentId(row.document): row.source for row in connection.execute(select(sources))}
    found: dict[DocumentId, str] = {}
    for batch in batched(sorted(documents), _BOUND):
        rows = connection.execute(select(sources).where(sources.c.document.in_(batch)))
        found |= {DocumentId(row.document): row.source for row in rows}
    return found
