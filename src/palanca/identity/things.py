"""From resolved entities to the things that a case shows: one caption, all names, a schema, a country."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from palanca.identity.keys import is_country
from palanca.identity.profile import Profile
from palanca.numbering import Numbering
from palanca.records import EntityId, Identity, Schema
from palanca.records.names import fold


@dataclass(slots=True)
class _Tally:
    """What the entities of one thing are called and said to be, with in how many documents."""

    first: EntityId
    entities: int = 0
    documents: Numbering = field(default_factory=Numbering)
    captions: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    schemas: Counter[Schema] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    identifiers: Counter[str] = field(default_factory=Counter)
    is_country: bool = False
    named_by: EntityId | None = None  # the smallest of those for which people decided on a name
    typed_by: EntityId | None = None


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
    members: dict[EntityId, list[EntityId]] = defaultdict(list)

    def shown() -> Iterator[tuple[Profile, EntityId]]:
        for profile in profiles:
            one = identity[profile.entity]
            members[one].append(profile.entity)
            yield profile, one

    found = bare_things_of(shown(), Counter(identity.values()).__getitem__, Decided(names or {}, schemas or {}))
    for thing in sorted(found, key=lambda one: one.id):
        yield replace(thing, members=tuple(sorted(members[thing.id])))


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided that some entities are called, and what they are."""

    names: Mapping[EntityId, str]
    schemas: Mapping[EntityId, Schema]


def bare_things_of[Key: Hashable](
    shown: Iterable[tuple[Profile, Key]], size: Callable[[Key], int], decided: Decided
) -> Iterator[Identity]:
    """The same without members, of which one thing may have millions, and in any order.

    Profiles come with a key that the entities of a thing share; `size` tells how many entities share one.
    """
    tallies: dict[Key, _Tally] = {}
    for profile, key in shown:
        tally = tallies.get(key) or tallies.setdefault(key, _Tally(profile.entity))
        _count(tally, profile, decided)
        if tally.entities == size(key):  # a tally is larger than its thing, and most have one entity
            yield _thing(tallies.pop(key), decided)
    yield from (_thing(tally, decided) for tally in tallies.values())


def _count(tally: _Tally, profile: Profile, decided: Decided) -> None:
    tally.first = min(tally.first, profile.entity)
    tally.entities += 1
    tally.documents.number(hash(profile.document))
    if profile.entity in decided.names:
        tally.named_by = min(tally.named_by or profile.entity, profile.entity)
    if profile.entity in decided.schemas:
        tally.typed_by = min(tally.typed_by or profile.entity, profile.entity)
    tally.captions[profile.caption] += 1
    tally.names.update(profile.names)
    tally.schemas[profile.schema] += 1
    tally.identifiers.update(profile.identifiers)
    if profile.country:
        tally.countries[profile.country] += 1
    tally.is_country |= is_country(profile)


def _thing(tally: _Tally, decided: Decided) -> Identity:
    schema = decided.schemas[tally.typed_by] if tally.typed_by else Schema(_most(tally.schemas))
    caption = (tally.named_by and decided.names[tally.named_by]) or _caption(tally.captions, schema)
    others = sorted(tally.names, key=lambda name: (-tally.names[name], -len(name), name))
    return Identity(
        id=tally.first,
        schema=schema,
        caption=caption,
        names=tuple(name for name in others if name != caption),
        members=(),
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
