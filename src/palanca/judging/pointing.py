"""What the words of a person point at: a thing of the case, the statements of a claim, and where these are anchored.

A thing is told by its name, by `NAME@DOCUMENT` for what one document calls so, or by an id of one of its entities; a
claim or statement by its id or the beginning of it.
"""

from collections.abc import Iterable

from palanca.identity.anchors import anchor_of_name, anchor_of_statement
from palanca.records import (
    Anchor,
    ClaimId,
    DocumentId,
    Entity,
    EntityId,
    Filter,
    Identity,
    Reading,
    Statement,
    StatementId,
)
from palanca.records.errors import AmbiguousName, UnknownClaim, UnknownEntity
from palanca.records.ids import ENTITY_ID
from palanca.records.names import fold
from palanca.settlement import settle
from palanca.store import Case

_LEAST_ID = 6  # letters of an id that tell it from a name
_SHOWN = 5


def anchor_meant(case: Case, words: str) -> Anchor:
    """The anchor of the thing that words point at.

    Raises UnknownDocument, UnknownEntity or AmbiguousName, with what can be said instead.
    """
    name, at, document = words.rpartition("@")
    if at and name:
        return _anchor_in(case, name, document)
    return anchor_of_thing(case, find_thing(case, words))


def _anchor_in(case: Case, name: str, document: str) -> Anchor:
    """The anchor of what one document calls by that name. Raises UnknownDocument or UnknownEntity."""
    reading = case.reading(case.document(document).id)
    found = _entity_named(name, reading.entities) if reading else None
    if reading is None or found is None:
        raise UnknownEntity(f"document {document!r} calls nothing {name!r}: `palanca show` lists names")
    return anchor_of_name(reading, found.id)


def _entity_named(name: str, entities: Iterable[Entity]) -> Entity | None:
    """The entity of a document that bears this name; one whose caption it is comes first."""
    wanted = fold(name)
    bearing = [one for one in entities if wanted in map(fold, (one.caption, *one.names))]
    return min(bearing, key=lambda one: fold(one.caption) != wanted, default=None)


def find_thing(case: Case, words: str) -> Identity:
    """The one thing of that whole name, or with an entity whose id begins so.

    Raises AmbiguousName or UnknownEntity, with what can be said instead.
    """
    settle(case)
    if ENTITY_ID.fullmatch(words) and (known := _thing_of(case, EntityId(words))):
        return known
    wanted = fold(words)
    things = list(case.things())
    called = [one for one in things if wanted in {fold(name) for name in (one.caption, *one.names)}]
    first = [one for one in called if fold(one.caption) == wanted] or called
    if not first and len(words) >= _LEAST_ID:
        first = [one for one in things if any(member.startswith(words) for member in one.members)]
    if len(first) == 1:
        return first[0]
    if not first:
        raise UnknownEntity(f"nothing in the case is called {words!r}: `palanca people` and `palanca search` help")
    listed = "; ".join(f"{one.id} ({one.caption}, {one.documents} documents)" for one in first[:_SHOWN])
    raise AmbiguousName(f"{len(first)} things are called {words!r}: say NAME@DOCUMENT, or one of {listed}")


def _thing_of(case: Case, entity: EntityId) -> Identity | None:
    try:
        return case.thing(entity)
    except UnknownEntity:
        return None


def anchor_of_thing(case: Case, thing: Identity) -> Anchor:
    """The anchor of the entity that bears the thing's caption; of several the smallest id."""
    entities = map(case.entity, thing.members)  # by id, and a country may have thousands
    entity = next((one for one in entities if one.caption == thing.caption), None) or case.entity(thing.members[0])
    return anchor_of_entity(case, entity.id)


def anchor_of_entity(case: Case, entity: EntityId) -> Anchor:
    """The anchor of what one document calls so. Raises UnknownEntity."""
    return anchor_of_name(_reading(case, case.entity(entity).document), entity)


def anchor_of_told(case: Case, statement: Statement) -> Anchor:
    """The anchor of a statement of the case."""
    return anchor_of_statement(_reading(case, statement.document), statement)


def _reading(case: Case, document: DocumentId) -> Reading:
    reading = case.reading(document)
    assert reading is not None  # noqa: S101  # entities and statements are those of current documents
    return reading


def statements_meant(case: Case, told: str) -> list[Statement]:
    """The statements of the claim, or the statement, whose id begins so; at least one. Raises UnknownClaim."""
    settle(case)
    found = case.evidence([StatementId(told)]) or _under(case, ClaimId(told))
    if found:
        return list(found.values())
    claims = list(case.claims(Filter(rejected=True))) if len(told) >= _LEAST_ID else []
    meant = [claim for claim in claims if claim.id.startswith(told)]
    if len(meant) == 1:
        return list(case.evidence(evidence.statement for evidence in meant[0].evidence).values())
    ids = {evidence.statement for claim in claims for evidence in claim.evidence if evidence.statement.startswith(told)}
    if len(ids) == 1 and not meant:
        return list(case.evidence(ids).values())
    many = "more than one claim or statement has" if meant or ids else "no claim or statement of the case has"
    raise UnknownClaim(f"{many} an id that begins with {told!r}: `palanca events --json` and its like show ids")


def _under(case: Case, claim: ClaimId) -> dict[StatementId, Statement]:
    """The statements under the claim of exactly that id; none where there is none."""
    try:
        return case.evidence(evidence.statement for evidence in case.claim(claim).evidence)
    except UnknownClaim:
        return {}
