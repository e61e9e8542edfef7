"""Who can still stand for the variables of a pattern while its legs are filled: a table of parties for each.

What every leg must name shrinks with each of them, and is looked up for every party of a claim: so it is kept once, by
an index, and not worked out anew for each way of each leg.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    MetaData,
    Select,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    union_all,
)

from palanca.analysis.patterns.pattern import Leg, Measured, Pattern, Variable
from palanca.records import Kind, Schema
from palanca.store.index_tables import indexed_parties
from palanca.store.querying import Condition, unindexed
from palanca.store.schema import things

type PartiesOfWays = Sequence[ColumnElement[str]]


@dataclass(frozen=True, slots=True)
class Candidates:
    """By variable who is named by each leg kept so far that names the variable in all of its ways.

    `schemata` are those of which the thing must be that stands for it, wherever it stands.
    """

    connection: Connection
    schemata: dict[str, Set[Schema]]
    _tables: dict[str, Table] = field(default_factory=dict)

    def conditions(self, variable: Variable, party: ColumnElement[str]) -> Iterator[Condition]:
        """What must hold of who is to stand for it in a row of a further leg, and of which schemata a thing must be."""
        schemata = variable.schemata if variable.by is Measured.THING else ()
        bound = self.schemata.get(variable.name, frozenset())
        table = self._tables.get(variable.name)
        if table is not None:
            yield unindexed(party).in_(select(table.c.party))
        elif bound:
            yield is_of(party, bound)
        if schemata and bound != set(schemata):
            yield is_of(party, schemata)

    def naming(self, variable: Variable, kind: Kind) -> Select[int] | None:
        """The numbers of claims of a kind that name such a thing, one for each time; None where nothing is known."""
        table = self._tables.get(variable.name)
        if table is None or variable.by is not Measured.THING:
            return None
        party = indexed_parties.c
        return select(party.claim).where(party.thing.in_(select(table.c.party)), party.kind == kind)

    def at_most(self, number: int, rows: Select[int]) -> bool:
        """Whether there are no more rows."""
        counted = select(func.count()).select_from(rows.limit(number + 1).subquery())
        return self.connection.execute(counted).scalar_one() <= number

    def lost(self, name: str, party: ColumnElement[str]) -> Condition | None:
        """That a party can stand for a variable no longer; None where nothing is known of it."""
        table = self._tables.get(name)
        return None if table is None else party.not_in(select(table.c.party))

    def keep(self, name: str, parties: PartiesOfWays) -> None:
        """Only those that a leg names for a variable, in one of its ways each."""
        named = select(union_all(*map(select, parties)).subquery().c[0])
        if (table := self._tables.get(name)) is not None:
            self.connection.execute(delete(table).where(table.c.party.not_in(named)))
            return
        table = Table(
            f"candidates_{len(self._tables)}",
            MetaData(),
            Column("party", Text, primary_key=True),
            prefixes=["TEMPORARY"],
            sqlite_with_rowid=False,
        )
        table.create(self.connection)
        self.connection.execute(insert(table).prefix_with("OR IGNORE").from_select(["party"], named))
        self._tables[name] = table

    def forget(self) -> None:
        """Drop the tables."""
        for table in self._tables.values():
            table.drop(self.connection)


def is_of(thing: ColumnElement[str], schemata: Set[Schema] | Sequence[Schema]) -> Condition:
    """That a thing is of one of these schemata."""
    return unindexed(thing).in_(select(things.c.id).where(things.c.schema.in_(sorted(schemata))))


def always_named(leg: Leg) -> set[str]:
    """The variables that each way of a leg names."""
    return set.intersection(*({one.name for one in way.variables} for way in leg.ways))


def schemata_of(pattern: Pattern) -> dict[str, Set[Schema]]:
    """By variable the schemata that some leg asks for however it is told; those that several legs ask for alike."""
    found: dict[str, Set[Schema]] = {}
    for leg in pattern.legs:
        for name in always_named(leg):
            of_ways = [one for way in leg.ways for one in way.variables if one.name == name]
            if all(one.schemata and one.by is Measured.THING for one in of_ways):
                asked = {schema for one in of_ways for schema in one.schemata}
                found[name] = asked & found.get(name, asked)
    return found
