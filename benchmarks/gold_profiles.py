"""The annotated documents as profiles: their entities with the offices and companions that their annotated facts tell.

So identity is measured apart from reading. As a reader would, a country is given where the name itself tells it: a
country's own name, a country or its people within the name of a body, a body that news name without explaining.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from palanca.identity import Profile, body_names, profiles_of
from palanca.lexicon.bodies import body_named
from palanca.lexicon.countries import country_named
from palanca.records import (
    Category,
    DocumentId,
    Entity,
    EntityId,
    EventDetail,
    Filler,
    Kind,
    OfficeDetail,
    OfficeStatus,
    Role,
    RoleName,
    Schema,
    Span,
    Statement,
    Time,
)

_PARTIES = ("actors", "recipients", "parties")
_SINGLE = ("source", "target", "issuer", "speaker", "subject")


def profiles_of_gold(gold: Path) -> Iterator[Profile]:
    """The profiles of all annotated entities, document by document; each is called `document|caption`."""
    for path in sorted((gold / "gold").glob("*.jsonl")):
        facts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        entities = [_entity(path.stem, fact) for fact in facts if fact["layer"] == "entity"]
        named = {name: entity.id for entity in entities for name in (*entity.names, entity.caption)}
        yield from profiles_of(entities, [told for fact in facts if (told := _statement(path.stem, fact, named))])


def _entity(document: str, fact: Mapping[str, Any]) -> Entity:
    schema = Schema(fact["schema"].split("|")[0])
    names = (fact["name"], *fact["aliases"])
    return Entity(
        id=EntityId(f"{document}|{fact['name']}"),
        document=DocumentId(document),
        schema=schema,
        caption=fact["name"],
        names=tuple(fact["aliases"]),
        country=None
        if schema is Schema.PERSON
        else next(filter(None, (_country(name, schema) for name in names)), None),
    )


def _country(name: str, schema: Schema) -> str | None:
    if schema is Schema.PLACE:
        country = country_named(name)
        return country.alpha3 if country else None
    known = body_named(name)
    return known.country if known else body_names.country_in(name)


def _statement(document: str, fact: Mapping[str, Any], named: Mapping[str, EntityId]) -> Statement | None:
    """An office as it is told; of any other fact only who stands together in it."""
    if fact["layer"] == "office":
        roles = [(RoleName.PERSON, fact["person"]), (RoleName.BODY, fact["body"])]
    else:
        names = [name for key in _PARTIES for name in fact.get(key) or ()] + [fact.get(key) for key in _SINGLE]
        roles = [(RoleName.ACTOR, name) for name in names]
    filled = tuple(
        Role(name=role, filler=Filler(text=name, entity=named.get(name))) for role, name in roles if name is not None
    )
    if fact["layer"] in {"entity", "anomaly", "quantity"} or not filled:
        return None
    is_office = fact["layer"] == "office"
    return Statement(
        document=DocumentId(document),
        kind=Kind.OFFICE if is_office else Kind.EVENT,
        detail=_office(fact) if is_office else EventDetail(category=Category.CONSULT),
        span=Span(start=0, end=1),
        reader="gold",
        reader_version="1",
        roles=filled,
        time=_time(fact.get("as_of")),
    )


def _office(fact: Mapping[str, Any]) -> OfficeDetail:
    return OfficeDetail(
        role=fact["role"],
        status=OfficeStatus(fact["status"].split("|")[0]),
        start=_time(fact["start"]),
        end=_time(fact["end"]),
    )


def _time(text: str | None) -> Time | None:
    """The first of the times that the annotators allow."""
    return Time.parse(text.split("|")[0]) if text else None
