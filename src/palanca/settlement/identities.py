"""Identity: of what waits, with all whose names lead to it; or of all, some families at a time."""

from array import array
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from operator import itemgetter

from palanca.identity import Profile, Rulings, blocks_of_name, resolve, things_of
from palanca.identity.families import Families
from palanca.identity.judging import Decided
from palanca.identity.neighbours import Neighbourhood
from palanca.identity.remembered import forget_names
from palanca.identity.resolution import Groups
from palanca.identity.things import Decided as Called
from palanca.identity.things import bare_things_of
from palanca.records import EntityId, Identity, Proposal
from palanca.settlement.spool import Spool
from palanca.store import Case, Ruling, SettledIdentity

_APART, _REJECT, _CONFIRM = "apart", "reject", "confirm"
_ON_STATEMENTS = frozenset({_REJECT, _CONFIRM})
_AT_ONCE = 10_000  # entities in memory together, but that no family is cut: some 15 MB of what is shown of them


def settle_identity(case: Case, changed: int, decided: Decided, touched: Collection[Profile] | None) -> bool:
    """Settle which entities are one thing: those that some touched ones lead to, or all. False if the case has changed
    meanwhile.
    """
    rulings = _rulings(decided)
    if touched is None:
        return case.settle_blocks(changed) and _settle_all(case, changed, decided, rulings)
    profiles = _Profiles(case)
    entities = _reached(case, touched, frozenset(rulings), profiles)
    found = resolve(profiles.of(entities), _applied(decided))
    known = (profile for profile in profiles.of(entities) if profile.entity in found.identity)
    things = things_of(known, found.identity, decided.names, decided.schemas)
    return case.settle_identity(
        changed, SettledIdentity(entities=entities, identities=things, proposals=found.proposals, rulings=rulings)
    )


def _settle_all(case: Case, changed: int, decided: Decided, rulings: list[Ruling]) -> bool:
    """Settle family by family, and write it all at once."""
    with ExitStack() as stack:
        things = stack.enter_context(Spool[Identity](key=lambda one: one.id))
        members = stack.enter_context(Spool[tuple[EntityId, EntityId]](key=itemgetter(0)))
        proposals = stack.enter_context(Spool[Proposal](key=lambda one: (-one.points, one.one, one.other)))
        for shown in _together(case, decided):
            groups = Groups(shown, _applied(decided))
            proposals.add_all(groups.proposals())
            entities, first = groups.entities, groups.first()
            del groups  # the largest that is held of some entities
            members.add_all((one, entities[thing]) for one, thing in zip(entities, first, strict=True))
            things.add_all(_things(shown, first, Called(decided.names, decided.schemas)))
        forget_names()
        settled = SettledIdentity(
            entities=None, identities=things, proposals=proposals, rulings=rulings, members=members
        )
        return case.settle_identity(changed, settled)


def _things(shown: Iterable[Profile], first: "array[int]", called: Called) -> Iterator[Identity]:
    """The things of some entities without their members, by the number of the first entity of each. A case that changed
    meanwhile shows others: what is made of those is never written.
    """
    sizes = array("I", bytes(4 * len(first)))
    for number in first:
        sizes[number] += 1
    return bare_things_of(zip(shown, first, strict=False), sizes.__getitem__, called)


def _together(case: Case, decided: Decided) -> Iterator[Iterable[Profile]]:
    """What is shown of the entities of some families, as many at a time as go into memory."""
    families, places = Families(_applied(decided)), array("q")
    for place, profile in case.bare_profiles():
        families.add(profile)
        places.append(place)
    families.join_alike(case.meeting_signs)
    several = array("q")
    for family in families.families():
        if several and len(several) + len(family) > _AT_ONCE:
            yield _shown(case, several)
            several = array("q")
        several.extend(places[number] for number in family)
    if several:
        yield _shown(case, several)


def _shown(case: Case, places: "array[int]") -> Iterable[Profile]:
    """The profiles at some places, by id; those of one thing that a whole register names are not held together."""
    return _Again(case, places) if len(places) > _AT_ONCE else list(case.profiles_at(places))


@dataclass(frozen=True, slots=True)
class _Again:
    """The profiles at some places, read as often as they are gone through."""

    case: Case
    places: "array[int]"

    def __iter__(self) -> Iterator[Profile]:
        return self.case.profiles_at(self.places)


def _applied(decided: Decided) -> Rulings:
    return Rulings(same=decided.same, different=decided.different, apart=decided.apart)


def _reached(
    case: Case, touched: Iterable[Profile], rulings: frozenset[Ruling], profiles: "_Profiles"
) -> frozenset[EntityId]:
    """The entities whose identity may have changed, with all that can be one with them."""
    changed = {ruling for ruling in rulings ^ case.rulings() if ruling[2] not in _ON_STATEMENTS}
    ruled = {EntityId(end) for ruling in changed for end in ruling[:2]}
    names = {name for ruling in changed if ruling[2] == _APART for name in ruling[:2]}
    around = Neighbourhood(profiles=profiles.of, in_blocks=case.in_blocks, rulings=rulings)
    return around.of(touched, blocks={b for name in names for b in blocks_of_name(name)}, ruled=ruled)


@dataclass(slots=True)
class _Profiles:
    """The profiles of a case. Those of touched entities are asked for again and again, and kept."""

    case: Case
    _kept: dict[EntityId, Profile] = field(default_factory=dict)

    def of(self, entities: Collection[EntityId]) -> Iterator[Profile]:
        """What documents show of these entities, by id."""
        self._kept |= {one.entity: one for one in self.case.profiles(set(entities) - self._kept.keys())}
        yield from (self._kept[entity] for entity in sorted(entities) if entity in self._kept)


def _rulings(decided: Decided) -> list[Ruling]:
    """What people decided on names and statements, as it is kept to tell later what has changed."""
    same = ((one, other, "same") for one, other in decided.same)
    different = ((one, other, "different") for one, other in decided.different)
    names = ((entity, name, "rename") for entity, name in decided.names.items())
    schemas = ((entity, str(schema), "retype") for entity, schema in decided.schemas.items())
    apart = ((one, other, _APART) for one, other in decided.apart)
    rejected = ((one, one, _REJECT) for one in decided.rejected)
    confirmed = ((one, one, _CONFIRM) for one in decided.confirmed)
    told = (*same, *different, *names, *schemas, *apart, *rejected, *confirmed)
    return sorted({(EntityId(one), EntityId(other), verdict) for one, other, verdict in told})
