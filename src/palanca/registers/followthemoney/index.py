"""What the rows of relations need to know of the things that they refer to, before or after them in the file."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import batched

from palanca.registers.followthemoney.schemata import COUNTRIES, common_schema, naming
from palanca.registers.followthemoney.scratch import scratch_database
from palanca.registers.followthemoney.shapes import PARTIES
from palanca.registers.followthemoney.told import ToldEntity
from palanca.sources.text import normalise

_BATCH = 1_000
_REMEMBERED = 4_096
_LINKS = {
    "UnknownLink": ("subject", "object"),
    "CourtCaseParty": ("party", "case"),
    "ContractAward": ("supplier", "contract"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred:
    """A thing that is referred to, under its canonical id; none where it has no row.

    `whose` are the ids of the bodies and places that it is of, if it is a Position.
    """

    id: str = ""
    schema: str
    name: str
    country: str = ""
    whose: tuple[str, ...] = ()


class Index:
    """The things of a file by id, in a temporary database on disk; `canonical` leads from other ids to them."""

    def __init__(
        self, entities: Iterable[ToldEntity], canonical: Callable[[str], str | None] = lambda _id: None
    ) -> None:
        self._canonical = canonical
        self._things = scratch_database()
        self._things.execute("CREATE TABLE things (id TEXT PRIMARY KEY, record TEXT) WITHOUT ROWID")
        self._things.execute("CREATE TABLE links (id TEXT, role TEXT, party TEXT)")
        for batch in batched(entities, _BATCH):
            self._take([one for one in batch if one.problem is None])
        self._things.execute("CREATE INDEX of_id ON links (id)")
        self.thing = lru_cache(_REMEMBERED)(self._thing)

    def close(self) -> None:
        """Drop the temporary database."""
        self._things.close()

    def links(self, identifier: str) -> Iterator[tuple[str, str]]:
        """Who takes part in an event, contract or lawsuit by a link of its own: the role, and the id of the party."""
        found = self._things.execute("SELECT role, party FROM links WHERE id = ? ORDER BY rowid", (identifier,))
        return ((str(role), str(party)) for role, party in found.fetchall())

    def _thing(self, identifier: str) -> Referred | None:
        for one in (identifier, self._canonical(identifier)):
            found = one and self._things.execute("SELECT record FROM things WHERE id = ?", (one,)).fetchone()
            if found:
                schema, name, country, whose = json.loads(found[0])
                return Referred(id=one or "", schema=schema, name=name, country=country, whose=tuple(whose))
        return None

    def _take(self, batch: Iterable[ToldEntity]) -> None:
        things, links = [], []
        for told in batch:
            if told.schemata[0] in _LINKS:
                links += list(_links(told))
            elif record := _record(told):
                things.append((told.id, record))
        self._things.executemany("INSERT OR IGNORE INTO things VALUES (?, ?)", things)
        self._things.executemany("INSERT INTO links VALUES (?, ?, ?)", links)


def _links(told: ToldEntity) -> Iterator[tuple[str, str, str]]:
    party, whole = _LINKS[told.schemata[0]]
    usual = "" if told.schemata[0] == "UnknownLink" else "party"
    role = next((one for one in told.properties.get("role", ()) if one in PARTIES), usual)
    if role:
        yield from ((o, role, p) for o in told.properties.get(whole, ()) for p in told.properties.get(party, ()))


def _record(told: ToldEntity) -> str | None:
    schema = common_schema(told.schemata)
    if isinstance(schema, str) or not schema.is_a("Thing"):
        return None
    names = (value for prop in naming(schema) for value in told.properties.get(prop.name, ()) if value.strip())
    name = next(names, "")
    country = next((value for prop in COUNTRIES for value in told.properties.get(prop, ()) if value.strip()), "")
    is_law = "thing:law" in told.properties.get("keywords", ())
    whose: tuple[str, ...] = ()
    if schema.name == "Position":
        whose = tuple(one for prop in ("organization", "addressEntity") for one in told.properties.get(prop, ()))
    return json.dumps(["Law" if is_law else schema.name, " ".join(normalise(name).split()), country, whose])
