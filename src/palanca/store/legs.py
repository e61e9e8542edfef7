"""What can be each leg of a pattern, told as tables to be joined; see `told_legs`."""

from collections import Counter
from collections.abc import Collection, Sequence
from functools import partial

from sqlalchemy import Connection, delete, or_

from palanca.analysis.patterns.pattern import Gap, Leg, Pattern
from palanca.records import Kind
from palanca.store.candidates import Candidates, always_named, schemata_of
from palanca.store.leg_filling import fill
from palanca.store.leg_indexes import heed, index_leg
from palanca.store.told_legs import Told, table_of

_BY_NUMBER = (Kind.TIE, Kind.INSTRUMENT, Kind.OFFICE)  # and all other kinds after these
# Tables of legs are written once, read at once and dropped: 64 MiB hold those of a million claims.
_CACHE_KIB, _CACHE_OF_OTHERS_KIB = 64 * 1024, 2 * 1024


def tell(connection: Connection, pattern: Pattern) -> Told:
    """Fill the table of each way of each leg, leaving out what shares a variable with no row of another leg."""
    connection.exec_driver_sql(f"PRAGMA temp.cache_size = -{_CACHE_KIB}")
    legs = (*pattern.legs, *pattern.without)
    told = {
        (leg.name, way): table_of(way, f"leg_{at}_{number}", _gaps(pattern, leg))
        for at, leg in enumerate(legs)
        for number, way in enumerate(leg.ways)
    }
    candidates = Candidates(connection, schemata_of(pattern))
    in_order = sorted(pattern.legs, key=partial(_number_of_claims, candidates.schemata))
    for leg in (*in_order, *pattern.without):
        fill(candidates, [(way, told[leg.name, way]) for way in leg.ways], _gaps(pattern, leg))
        if leg in pattern.legs:
            _keep(candidates, leg, told)
    _thin_out(candidates, in_order, told)
    candidates.forget()
    shared = Counter(name for leg in legs for name in {one.name for way in leg.ways for one in way.variables})
    for one in told.values():
        index_leg(connection, one.rows, [column for name, column in one.parties.items() if shared[name] > 1])
    heed(connection)
    return told


def forget(connection: Connection, told: Told) -> None:
    """Drop the tables."""
    for leg in told.values():
        leg.rows.drop(connection)
    connection.exec_driver_sql(f"PRAGMA temp.cache_size = -{_CACHE_OF_OTHERS_KIB}")


def _number_of_claims(schemata: Collection[str], leg: Leg) -> tuple[int, bool]:
    """Where a leg stands among others by the number of its claims: few ties and instruments are of one sort.

    Of the same kinds there are fewer where a party must be of some of the `schemata` that variables have.
    """
    most = max(_BY_NUMBER.index(way.kind) if way.kind in _BY_NUMBER else len(_BY_NUMBER) for way in leg.ways)
    return most, always_named(leg).isdisjoint(schemata)


def _gaps(pattern: Pattern, leg: Leg) -> tuple[Gap, ...]:
    return tuple(dict.fromkeys(link.gap for link in pattern.links if link.gap and link.first == leg.name))


def _keep(candidates: Candidates, leg: Leg, told: Told) -> None:
    """As candidates those alone whom rows of the leg name."""
    for name in sorted(always_named(leg)):
        candidates.keep(name, [told[leg.name, way].parties[name] for way in leg.ways])


def _thin_out(candidates: Candidates, in_order: Sequence[Leg], told: Told) -> None:
    """Take out the rows of a leg of which a party stands in no row of another leg that must name it too.

    In the last leg of the order in which they were filled there are none.
    """
    for leg in reversed(in_order[:-1]):
        for one in (told[leg.name, way] for way in leg.ways):
            lost = [candidates.lost(name, party) for name, party in one.parties.items()]
            if known := [condition for condition in lost if condition is not None]:
                candidates.connection.execute(delete(one.rows).where(or_(*known)))
        _keep(candidates, leg, told)
