"""Which entities a change can reach: the touched ones, and all whose names lead to them one by one."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from palanca.identity.identifiers import is_block
from palanca.identity.person_names import NameMatch
from palanca.identity.profile import Profile
from palanca.identity.resolution import blocks
from palanca.identity.sketch import Evidence, evidence_of, forms_of
from palanca.identity.weights import Match, match_of
from palanca.records import EntityId

_ANYTHING: Evidence = ("anything",)
_NAMES_ONLY = frozenset({"same", "different"})

type _Name = tuple[str, bool]  # and whether it is a person's


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """A case as the reach of a change is found in it.

    `profiles` gives those of some entities, `in_blocks` the entities of some blocks, each with its block. `rulings` are
    pairs of entities with the verdict.
    """

    profiles: Callable[[Collection[EntityId]], Iterator[Profile]]
    in_blocks: Callable[[Iterable[str]], Iterator[tuple[EntityId, str]]]
    rulings: Collection[tuple[EntityId, EntityId, str]]

    def of(
        self, touched: Iterable[Profile], *, blocks: Iterable[str] = (), ruled: Iterable[EntityId] = ()
    ) -> frozenset[EntityId]:
        """The touched entities that still stand, those of some blocks and the ruled, with all that may be one with any.

        `touched` may show entities as they once were, or that are gone: what they could be one with is reached all the
        same. Nothing outside is one with anything inside, whatever evidence comes: so the inside can be resolved alone.
        """
        paired = self._paired()
        touched = list(touched)
        wanted = {entity for entity, _ in self.in_blocks(blocks)} | set(ruled) | {one.entity for one in touched}
        front = list(self.profiles(wanted))
        reached = {profile.entity for profile in front}
        front += set(touched).difference(front)
        while front:
            found = {other for profile in front for other in paired[profile.entity]}
            new = self._matching(front, reached) + list(self.profiles(found - reached))
            front = list({profile.entity: profile for profile in new}.values())
            reached |= {profile.entity for profile in front}
        return frozenset(reached)

    def _paired(self) -> dict[EntityId, set[EntityId]]:
        paired: dict[EntityId, set[EntityId]] = defaultdict(set)
        for one, other, verdict in self.rulings:
            if verdict in _NAMES_ONLY:
                paired[one].add(other)
                paired[other].add(one)
        return paired

    def _matching(self, front: list[Profile], reached: set[EntityId]) -> list[Profile]:
        """Entities not yet reached that share an identifier, or a block and a name, with one of the front."""
        known: dict[str, dict[_Name, set[Evidence]]] = defaultdict(lambda: defaultdict(set))
        ruled = self._paired().keys()
        for profile in front:
            for block, name in product(blocks(profile), _names(profile)):
                known[block][name] |= _shown(profile, ruled)
        met: dict[EntityId, set[str]] = defaultdict(set)
        for entity, block in self.in_blocks(known):
            if entity not in reached:
                met[entity].add(block)
        return [
            profile
            for profile in self.profiles(met)
            if any(is_block(block) or _may_be_one(profile, known[block], ruled) for block in met[profile.entity])
        ]


def _may_be_one(profile: Profile, known: Mapping[_Name, set[Evidence]], ruled: Collection[EntityId]) -> bool:
    """Whether a name agrees with a known one; a surname alone also needs something else in common."""
    ours = _shown(profile, ruled)
    for name, (other, theirs) in product(_names(profile), known.items()):
        match = _agreement(name, other)
        if match and (match is not NameMatch.SURNAME or ours & theirs or _ANYTHING in ours | theirs):
            return True
    return False


def _shown(profile: Profile, ruled: Collection[EntityId]) -> set[Evidence]:
    """What it shows beside its name.

    One of which a person judged, or that has an identifier, may be one with another name, and has all that this shows.
    """
    is_joined = profile.entity in ruled or bool(profile.identifiers)
    return evidence_of(profile) | ({_ANYTHING} if is_joined else set())


def _names(profile: Profile) -> set[_Name]:
    """What it is compared by; things compared by an exact key meet in its block alone, and agree there."""
    return {(form, profile.is_person) for form in forms_of(profile)} or {("", False)}


def _agreement(one: _Name, other: _Name) -> Match:
    if one == other:
        return NameMatch.SAME
    if one[1] is not other[1] or not (one[0] and other[0]):
        return NameMatch.DIFFERENT
    return match_of(one[0], other[0], is_person=one[1])
