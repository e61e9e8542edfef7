"""Things of the ledger as FollowTheMoney writes them: under the id that they came in with, else under their own.

A country acts, owns and signs, which an Address cannot, so that it is a PublicBody classified as `country`. Any other
place is an Address. There is no schema for laws: one that is named is a Document with the keyword `thing:law`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from followthemoney import model
from followthemoney.proxy import EntityProxy
from followthemoney.types import registry

from palanca.records import EntityId, Identity, Party, Schema
from palanca.registers.followthemoney.schemata import COUNTRY, country_code
from palanca.registers.followthemoney.shapes import IDENTIFIERS

LAW = "thing:law"

_SCHEMATA = {
    Schema.PERSON: "Person",
    Schema.PUBLIC_BODY: "PublicBody",
    Schema.COMPANY: "Company",
    Schema.ORGANIZATION: "Organization",
    Schema.PLACE: "Address",
    Schema.VEHICLE: "Vehicle",
    Schema.EVENT: "Event",
    Schema.PROJECT: "Project",
    Schema.LAW: "Document",
}


_KNOWN_AS = "ftm:"  # the scheme of ids of entities that were read from FollowTheMoney
_PROPERTIES = {scheme: prop for prop, scheme in IDENTIFIERS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What is needed of a thing to write what refers to it. `country` is as FollowTheMoney writes it."""

    id: str
    schema: str
    caption: str
    country: str | None
    is_country: bool


class Nodes:
    """The things that have gone out, by id: the ends of relations."""

    def __init__(self) -> None:
        self._nodes: dict[EntityId, Node] = {}
        self._taken: set[str] = set()

    def take(self, identity: Identity) -> Node:
        """Take a thing in, so that relations find it."""
        node = Node(
            id=self._id(identity),
            schema=schema_of(identity),
            caption=identity.caption,
            country=country_code(identity.country) if identity.country else None,
            is_country=identity.is_country,
        )
        self._nodes[identity.id] = node
        return node

    def _id(self, identity: Identity) -> str:
        """The id that a thing has in a file of FollowTheMoney, where it has one there and no other thing took it."""
        known = [one.removeprefix(_KNOWN_AS) for one in identity.identifiers if one.startswith(_KNOWN_AS)]
        is_usable = len(known) == 1 and known[0] not in self._taken and registry.entity.clean(known[0]) == known[0]
        found = known[0] if is_usable else identity.id
        if is_usable:
            self._taken.add(found)
        return found

    def of(self, party: Party | None) -> Node | None:
        """The thing that fills a role; None for words that name none."""
        return self.get(party.identity) if party and party.identity else None

    def get(self, identity: EntityId) -> Node | None:
        """The thing of that id, if it goes out."""
        return self._nodes.get(identity)

    def id_of(self, party: Party | None) -> str | None:
        """The id under which a party goes out."""
        node = self.of(party)
        return node.id if node else None

    def fit(self, party: Party | None, schema: str, prop: str) -> bool:
        """Whether the range of a property lets this party in."""
        node, wanted = self.of(party), model.schemata[schema].properties[prop].range
        return node is not None and wanted is not None and model.schemata[node.schema].is_a(wanted)

    def resolve(self, identity: EntityId, schema: str, prop: str) -> str | None:
        """The id of a thing where the range of a property lets it in."""
        party = Party(role=None, text="", identity=identity)
        return self.id_of(party) if self.fit(party, schema, prop) else None


def make(schema: str, identifier: str, **values: str | Iterable[str] | None) -> EntityProxy:
    """An entity with these values, cleaned by FollowTheMoney; empty ones are left away."""
    entity = model.make_entity(schema)
    entity.id = identifier
    for name, value in values.items():
        entity.add(name, value or ())
    return entity


def is_whole(entity: EntityProxy) -> bool:
    """Whether an entity has all that its schema requires, after cleaning."""
    return all(entity.has(name) for name in entity.schema.required)


def schema_of(identity: Identity) -> str:
    """The schema in which a thing is written."""
    return "PublicBody" if identity.is_country else _SCHEMATA[identity.schema]


def thing_entity(identity: Identity, node: Node) -> EntityProxy:
    """A thing with its names."""
    strong, weak = names_of(node, identity.names)
    entity = make(
        node.schema,
        node.id,
        alias=strong,
        weakAlias=weak,
        country=node.country,
        **caption_of(node.schema, identity.caption),
    )
    for name, value in marks_of(node, identity.schema):
        entity.add(name, value)
    for prop, value in _identifiers(identity):
        entity.add(prop, value, quiet=True)
    return entity


def _identifiers(identity: Identity) -> Iterator[tuple[str, str]]:
    for identifier in identity.identifiers:
        scheme, _, value = identifier.partition(":")
        if scheme in _PROPERTIES:
            yield _PROPERTIES[scheme], value


def marks_of(node: Node, schema: Schema) -> list[tuple[str, str]]:
    """Properties with values that tell what the schema alone does not: a country, a law."""
    marks = [("classification", COUNTRY)] if node.is_country else []
    return [*marks, ("keywords", LAW)] if schema is Schema.LAW else marks


def caption_of(schema: str, caption: str) -> dict[str, str]:
    """The properties that carry what an entity is called. A Document needs a file name, which is its caption too."""
    if schema == "Address":
        return {"full": caption}
    return {"name": caption, "title": caption, "fileName": caption} if schema == "Document" else {"name": caption}


def names_of(node: Node, names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Names that are not the caption: those to match by, and a person's single words, by which nobody is told."""
    strong: list[str] = []
    weak: list[str] = []
    caption = registry.name.clean(node.caption)
    for name in names:
        if registry.name.clean(name) == caption:
            continue
        is_weak = node.schema == "Person" and " " in node.caption and " " not in name
        (weak if is_weak else strong).append(name)
    return strong, weak
