"""From resolved entities to the things that a case shows: one caption, all names, a schema, a country."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from palanca.identity.keys import is_country
from palanca.identity.profile import Profile
from palanca.records import DocumentId, EntityId, Identity, Schema
from palanca.records.names import fold


@dataclass(slots=True)
class _Tally:
    """What the entities of one thing are called and said to be, with in how many documents."""

    members: list[EntityId] = field(default_factory=list)
    documents: set[DocumentId] = field(default_factory=set)
    captions: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    schemas: Counter[Schema] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    identifiers: Counter[str] = field(default_factory=Counter)
    is_country: bool = False


def things_of(
    profiles: Iterable[Profile],
    identity: Mapping[EntityId, EntityId],
    names: Mapping[EntityId, str] | None = None,
    schemas: Mapping[EntityId, Schema] | None = None,
) -> Iterator[Identity]:
    """The things of these entities, in order of id, without `part_of`, which depends on all things of a case.

    The caption is the one that most entities carry, of equals the longest, and of a person a full name before a part
    of one; schema and country are those that most carry. `names` and `schemas` hold what people decided for an entity,
    which then is so for the thing.
    """
    tallies: dict[EntityId, _Tally] = defaultdict(_Tally)
    sizes = Counter(identity.values())
    found: dict[EntityId, Identity] = {}
    for profile in profiles:
        one = identity[profile.entity]
        _count(tallies[one], profile)
        if len(tallies[one].members) == sizes[one]:  # a tally is larger than its thing, and most have one entity
            found[one] = _thing(one, tallies.pop(one), names or {}, schemas or {})
    found |= {one: _thing(one, tally, names or {}, schemas or {}) for one, tally in tallies.items()}
    yield from (found[one] for one in sorted(found))


def _count(tally: _Tally, profile: Profile) -> None:
    tally.members.append(profile.entity)
    tally.documents.add(profile.document)
    tally.captions[profile.caption] += 1
    tally.names.update(profile.names)
    tally.schemas[profile.schema] += 1
    tally.identifiers.update(profile.identifiers)
    if profile.country:
        tally.countries[profile.country] += 1
    tally.is_country |= is_country(profile)


def _thing(
    identity: EntityId, tally: _Tally, renamed: Mapping[EntityId, str], retyped: Mapping[EntityId, Schema]
) -> Identity:
    members = tuple(sorted(tally.members))
    schema = next((retyped[one] for one in members if one in retyped), None) or Schema(_most(tally.schemas))
    caption = next((renamed[one] for one in members if one in renamed), None) or _caption(tally.captions, schema)
    others = sorted(tally.names, key=lambda name: (-tally.names[name], -len(name), name))
    return Identity(
        id=identity,
        schema=schema,
        caption=caption,
        names=tuple(name for name in others if name != caption),
        members=members,
        documents=len(tally.documents),
        country=_most(tally.countries) if tally.countries else None,
        is_country=tally.is_country,
        identifiers=tuple(sorted(tally.identifiers, key=lambda one: (-tally.identifiers[one], one))),
    )


def _caption(captions: Counter[str], schema: Schema) -> str:
    """The most frequent, letter case and accents aside; as it is written most often, in capitals only if never else.

    A person who has a full name anywhere is not called by one word of it, however often that stands alone.
    """
    if schema is Schema.PERSON:
        captions = Counter({name: times for name, times in captions.items() if " " in name}) or captions
    times: Counter[str] = Counter()
    for caption, number in captions.items():
        times[fold(caption)] += number
    return min(captions, key=lambda c: (-times[fold(c)], -len(c), c.isupper(), -captions[c], c))


def _most(counted: Counter[str] | Counter[Schema]) -> str:
    """The most frequent, of equals the longest, then the first of the alphabet."""
    return min(counted, key=lambda value: (-counted[value], -len(value), value))
