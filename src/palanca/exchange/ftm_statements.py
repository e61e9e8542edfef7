"""The ledger as statements of FollowTheMoney: each value of a property with the source that gives it.

A CSV file as followthemoney 4 reads and writes it (`followthemoney.statement.serialize`): its columns, its dialect, and
its ids, which hash data set, entity, property and value. Here `entity_id` is a thing or claim as one document tells it,
`canonical_id` what it is in the case, `dataset` a slug of who publishes the document, and `origin` the words: the
document's name, `#`, and their range of code points (`harbour#14-52`). When a value was recorded is not told, so that
the same case gives the same bytes.
"""

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from followthemoney import model
from followthemoney.proxy import EntityProxy
from followthemoney.types import registry

from palanca.exchange.ftm import claims, written
from palanca.exchange.ftm_shares import Shares
from palanca.exchange.ftm_sources import article, publisher_of, table
from palanca.exchange.ftm_things import Node, Nodes, caption_of, is_whole, marks_of, names_of
from palanca.exchange.ftm_told import Piece, ToldClaim
from palanca.exchange.outgoing import Outgoing
from palanca.records import TOLD_AS_SO, Document, Entity, EntityId, Kind, Mention, Party, Register, Span
from palanca.records.ids import content_hash
from palanca.records.names import fold
from palanca.store import Case

_IDENTITIES_AT_HAND = 65_536
_NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")


class Row(NamedTuple):
    """A statement, in the order of the columns of followthemoney 4."""

    canonical_id: str
    entity_id: str
    prop: str
    prop_type: str
    schema: str
    value: str
    dataset: str
    origin: str
    lang: str
    original_value: str
    external: str
    first_seen: str
    last_seen: str
    id: str


def write(outgoing: Outgoing) -> Iterator[str]:
    """The table, a row at a time."""
    yield _csv_line(Row._fields)
    for row in rows(outgoing):
        outgoing.written["statements"] += 1
        yield _csv_line(row)


def _csv_line(cells: tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, dialect=csv.unix_dialect).writerow(cells)
    return line.getvalue()


def rows(outgoing: Outgoing) -> Iterator[Row]:
    """The statements, each once: document by document what it is and names, then claim by claim what tells it."""
    nodes, registers = Nodes(), {register.name: register for register in outgoing.case.registers()}
    for thing in outgoing.things():
        nodes.take(thing)
    identities = Identities(outgoing.case)
    for register in registers.values():
        yield from _rows_of(table(register), Source(slug(register.name), register.name), ())
    for document in outgoing.documents():
        source = source_of(document, registers)
        if document.register is None:
            yield from _rows_of(article(document), source, ())
        yield from _things(outgoing.case, document, source, _Known(nodes, identities))
    for one, _ in claims(outgoing, nodes):
        yield from _claim(one, identities)


class Source(NamedTuple):
    """Where values stand: the data set, and the words or the document."""

    dataset: str
    origin: str
    lang: str = ""

    def at(self, document: Document, span: Span) -> "Source":
        """The same at its words."""
        return self._replace(origin=f"{document.name}#{span.start}-{span.end}")


def source_of(document: Document, registers: Mapping[str, Register]) -> Source:
    """A document as a source: its register's name, else who publishes it, else its own name."""
    name = document.register or publisher_of(document, registers) or document.name
    return Source(slug(name), document.name, registry.language.clean(document.language) or "")


def slug(name: str) -> str:
    """A name as FollowTheMoney lets data sets be called: `"N'Djaména-Info"` becomes `n_djamena_info`.

    A name without Latin letters or digits gives a slug of its hash.
    """
    return _NOT_IN_SLUGS.sub("_", fold(name)).strip("_") or f"source_{content_hash('data set', name)}"


class Identities:
    """Which thing an entity of a document is; looked up once while it is at hand."""

    def __init__(self, case: Case) -> None:
        self.of = lru_cache(_IDENTITIES_AT_HAND)(case.identity)


class _Known(NamedTuple):
    nodes: Nodes
    identities: Identities


def _things(case: Case, document: Document, source: Source, known: _Known) -> Iterator[Row]:
    """What a document calls each thing that goes out, with each name where it first stands."""
    first: dict[tuple[EntityId, str | None], Mention] = {}
    for mention in case.mentions(document.id):
        first.setdefault((mention.entity, mention.text), mention)
        first.setdefault((mention.entity, None), mention)
    for entity in case.entities(document.id):
        identity = known.identities.of(entity.id)
        node = known.nodes.get(identity)
        if node is None:
            continue
        for prop, value, name in _properties(entity, node):
            found = first.get((entity.id, name), first.get((entity.id, None)))
            where = source.at(document, found.span) if found else source
            cleaned = model.schemata[node.schema].properties[prop].type.clean(value)
            if cleaned:
                yield _row(node.schema, (node.id, entity.id), (prop, cleaned), where)


def _properties(entity: Entity, node: Node) -> Iterator[tuple[str, str, str | None]]:
    """Property, value, and the name in the text that gives it, where one does."""
    called = dict.fromkeys((entity.caption, *entity.names))
    if node.caption in called:
        del called[node.caption]
        for prop, value in caption_of(node.schema, node.caption).items():
            yield prop, value, node.caption
    for prop, names in zip(("alias", "weakAlias"), names_of(node, called), strict=True):
        yield from ((prop, name, name) for name in names)
    if entity.country and node.country:
        yield "country", entity.country, None
    yield from ((prop, value, None) for prop, value in marks_of(node, entity.schema))


def _claim(one: ToldClaim, identities: Identities) -> Iterator[Row]:
    """What each piece of evidence gives of a claim; a document that gives a value twice gives it once."""
    given: set[str] = set()
    for piece in one.pieces.values():
        if piece.statement.modality not in TOLD_AS_SO:
            continue
        source = source_of(piece.document, one.registers).at(piece.document, piece.statement.span)
        alone = one.told_by(piece, _parties(one, piece, identities))
        for entity in written(alone, Shares(())):
            if not is_whole(entity):
                continue
            for row in _rows_of(entity, source, (one.id, piece.document.id)):
                if row.id not in given:
                    given.add(row.id)
                    yield row


def _parties(one: ToldClaim, piece: Piece, identities: Identities) -> list[Party]:
    """Those that a statement names, as the things that they are; of an office those that are settled."""
    if one.claim.kind is Kind.OFFICE:
        return list(one.claim.parties)
    place = [(None, piece.statement.place)] if piece.statement.place else []
    told = [*((role.name, role.filler) for role in piece.statement.roles), *place]
    return [
        Party(role=name, text=filler.text, identity=identities.of(filler.entity) if filler.entity else None)
        for name, filler in told
    ]


def _rows_of(entity: EntityProxy, source: Source, told_in: tuple[str, ...]) -> Iterator[Row]:
    """The values of an entity. One that is told in documents has an id of its own in each."""
    canonical = str(entity.id)
    ids = canonical, content_hash("told", canonical, *told_in) if told_in else canonical
    for prop, value in entity.itervalues():
        yield _row(entity.schema.name, ids, (prop.name, value), source)


def _row(schema: str, ids: tuple[str, str], value: tuple[str, str], source: Source) -> Row:
    """A row for `ids`, canonical and own, and `value`, property and value. Values that are prose have a language."""
    (canonical, own), (prop, said) = ids, value
    kind = model.schemata[schema].properties[prop].type.name
    return Row(
        canonical_id=canonical,
        entity_id=own,
        prop=prop,
        prop_type=kind,
        schema=schema,
        value=said,
        dataset=source.dataset,
        origin=source.origin,
        lang=source.lang if kind == "text" else "",
        original_value="",
        external="f",
        first_seen="",
        last_seen="",
        id=hashlib.sha1(f"{source.dataset}.{own}.{prop}.{said}".encode(), usedforsecurity=False).hexdigest(),
    )
