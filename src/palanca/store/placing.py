"""Writing what things belong to, and marking the parties of claims by it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import batched, groupby

from sqlalchemy import Connection, select

from palanca.analysis.belongings import DECIDED, Belonging, belonging_at
from palanca.claims.telling import Days
from palanca.records import ClaimId, DocumentId, EntityId
from palanca.records.query import Branch
from palanca.store.levelling import placed_together
from palanca.store.listing import listed
from palanca.store.reading_rows import stored
from palanca.store.rows import AnyRow, StoredRow, iso_day
from palanca.store.schema import belongings, claim_parties, claims, sources
from palanca.store.waiting import waits_for_all

_BOUND = 500
_PLACED_AT_ONCE = 20_000
_NEW = "CREATE TEMP TABLE IF NOT EXISTS new_belongings AS SELECT * FROM belongings WHERE 0"
_CHANGED = """
    SELECT thing FROM (SELECT * FROM new_belongings EXCEPT SELECT * FROM {stood})
    UNION SELECT thing FROM (SELECT * FROM {stood} EXCEPT SELECT * FROM new_belongings)
"""
_HELD = "FROM belongings AS b WHERE b.thing = claim_parties.identity"
_NOWHERE = f"""
    UPDATE claim_parties SET country = NULL, branch = NULL, placed = 1
    WHERE placed = 0 AND NOT EXISTS (SELECT 1 {_HELD})
"""  # noqa: S608  # fixed names, as below
_ALWAYS = f"""
    UPDATE claim_parties SET (country, branch) = (SELECT b.country, b.branch {_HELD}), placed = 1
    WHERE placed = 0 AND (SELECT count(*) = 1 AND max(b.first) IS NULL AND max(b.last) IS NULL {_HELD})
"""  # noqa: S608
_TO_PLACE = """
    CREATE TEMP TABLE to_place AS SELECT p.claim, p.ordinal, p.identity, c.earliest, c.latest
    FROM claim_parties AS p CROSS JOIN claims AS c ON c.id = p.claim WHERE p.placed = 0 ORDER BY p.claim, p.ordinal
"""
_AT_TIME = "UPDATE claim_parties SET country = ?, branch = ?, placed = 1 WHERE claim = ? AND ordinal = ?"
_FIELDS = "thing, ordinal, country, branch, reason, first, last, claim"


def write_belongings(connection: Connection, found: Iterable[Belonging], things: frozenset[EntityId] | None) -> None:
    """Make what some things belong to that given, by thing, or what all do; what changed is to be placed anew."""
    connection.exec_driver_sql(_NEW)
    connection.exec_driver_sql("DELETE FROM new_belongings")
    into = f"INSERT INTO new_belongings ({_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608  # fixed names
    rows = (_row(one, at) for _, group in groupby(found, key=lambda one: one.thing) for at, one in enumerate(group))
    for batch in batched(rows, _BOUND):
        connection.exec_driver_sql(into, list(batch))
    stood = "belongings"
    if things is not None:
        stood = "standing_belongings"
        _stand(connection, things)
    connection.exec_driver_sql(f"CREATE TEMP TABLE changed_things AS {_CHANGED.format(stood=stood)}")
    changed = "IN (SELECT thing FROM changed_things)"
    connection.exec_driver_sql(f"UPDATE claim_parties SET placed = 0 WHERE placed = 1 AND identity {changed}")  # noqa: S608
    connection.exec_driver_sql("DELETE FROM belongings WHERE thing IN (SELECT thing FROM changed_things)")
    connection.exec_driver_sql(
        "INSERT INTO belongings SELECT * FROM new_belongings WHERE thing IN (SELECT thing FROM changed_things)"
    )
    connection.exec_driver_sql("DROP TABLE changed_things")
    connection.exec_driver_sql("DELETE FROM new_belongings")


def _stand(connection: Connection, things: frozenset[EntityId]) -> None:
    """Put aside what some things belong to as it stands."""
    connection.exec_driver_sql(
        "CREATE TEMP TABLE IF NOT EXISTS standing_belongings AS SELECT * FROM belongings WHERE 0"
    )
    connection.exec_driver_sql("DELETE FROM standing_belongings")
    aside = "INSERT INTO standing_belongings SELECT * FROM belongings WHERE thing = ?"
    if things:
        connection.exec_driver_sql(aside, [(thing,) for thing in sorted(things)])


def _row(one: Belonging, ordinal: int) -> StoredRow:
    """The values of `_FIELDS`."""
    days = iso_day(one.first), iso_day(one.last)
    return stored((one.thing, ordinal, one.country, one.branch, one.reason, *days, one.claim))


def place_parties(connection: Connection) -> None:
    """Mark each party that is not placed yet with the country and the branch it belongs to at its claim's time.

    Most belong to nothing, or to one thing at all times: those take one look.
    """
    if waits_for_all(connection):
        with placed_together(connection):
            _place_all(connection)
        return
    connection.exec_driver_sql(_NOWHERE)
    connection.exec_driver_sql(_ALWAYS)
    party = claim_parties.c
    waiting = (
        select(party.claim, party.ordinal, party.identity, claims.c.earliest, claims.c.latest)
        .join(claims, claims.c.id == party.claim)
        .where(party.placed == 0)
        .order_by(party.identity)
        .limit(_PLACED_AT_ONCE)
    )
    while rows := connection.execute(waiting).all():
        known = belongings_of(connection, {EntityId(row.identity) for row in rows if row.identity})
        connection.exec_driver_sql(_AT_TIME, [_marked(row, known) for row in rows])


def _place_all(connection: Connection) -> None:
    """The same of all parties, in the order in which they are kept."""
    connection.exec_driver_sql(_NOWHERE)
    connection.exec_driver_sql(_ALWAYS)
    connection.exec_driver_sql(_TO_PLACE)
    waiting = connection.exec_driver_sql("SELECT claim, ordinal, identity, earliest, latest FROM to_place")
    for rows in waiting.partitions(_PLACED_AT_ONCE):
        known = belongings_of(connection, {EntityId(row.identity) for row in rows if row.identity})
        connection.exec_driver_sql(_AT_TIME, [_marked(row, known) for row in rows])
    connection.exec_driver_sql("DROP TABLE to_place")


def _marked(row: AnyRow, known: Mapping[EntityId, Sequence[Belonging]]) -> StoredRow:
    """The values of `_AT_TIME`, of a party that belongs to something at times."""
    land, branch = belonging_at(known.get(row.identity, ()), _days(row.earliest, row.latest))
    return stored((land, branch, row.claim, row.ordinal))


def _days(earliest: str | None, latest: str | None) -> Days | None:
    if earliest is None and latest is None:
        return None
    return _day(earliest) or date.min, _day(latest) or date.max


def belongings_of(connection: Connection, things: Iterable[EntityId]) -> dict[EntityId, list[Belonging]]:
    """What these things belong to, in the order in which it is looked at."""
    found: dict[EntityId, list[Belonging]] = {}
    wanted = select(belongings).where(belongings.c.thing.in_(listed(things)))
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


def ruled_things(connection: Connection) -> frozenset[EntityId]:
    """The things of which a person's decision tells what they belong to."""
    ruled = select(belongings.c.thing).where(belongings.c.reason.contains(DECIDED, autoescape=True))
    return frozenset(map(EntityId, connection.execute(ruled).scalars()))


def sources_of(connection: Connection, documents: Collection[DocumentId] | None = None) -> dict[DocumentId, str]:
    """Who each current document speaks for, of these or of all."""
    wanted = select(sources)
    if documents is not None:
        wanted = wanted.where(sources.c.document.in_(listed(documents)))
    return {DocumentId(document): source for document, source in connection.execute(wanted).all()}
