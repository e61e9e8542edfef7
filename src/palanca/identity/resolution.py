"""From profiles to things: which entities of a case are one, which may be, and why.

Profiles that show the same are drawn together as sketches, and sketches that share an identifier are one. The others
meet only in blocks of similar names, so that the work grows with the number of names and not with its square. Names
that agree well are judged before those that agree less; within a round the heaviest evidence goes first, and each merge
is checked against all that the two have become. Whoever could be one of two that exclude each other stays alone, unless
one is clearly the better: such pairs, and those whose evidence is too light, become proposals. The result does not
depend on the order of the profiles.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise, product

from palanca.identity import body_names, person_names
from palanca.identity.body_names import BodyMatch
from palanca.identity.drawing import draw
from palanca.identity.entities import Entities
from palanca.identity.matching import having_surname, matching_forms
from palanca.identity.person_names import NameMatch
from palanca.identity.profile import Profile
from palanca.identity.rulings import Rulings
from palanca.identity.signs import blocks_of_sign, signs
from palanca.identity.sketch import Sketch
from palanca.identity.weights import AUTOMATIC, MARGIN, PROPOSED, Match, are_rivals, at_odds, points_of, weighed
from palanca.records import EntityId, Proposal
from palanca.records.names import fold

_ROUNDS: tuple[Match, ...] = (
    NameMatch.SAME, BodyMatch.SAME, BodyMatch.FORM, BodyMatch.ORDER, NameMatch.PART, NameMatch.SPELLING,
    BodyMatch.SPELLING, NameMatch.INITIALS, BodyMatch.ACRONYM, NameMatch.SURNAME,
)  # fmt: skip
_MOST_PASSES = 2
_MOST_PAIRS = 400  # of the bearers of two names; above, only those meet that have something in common
_MOST_SHARING = 40  # bearers; what more of them have in common tells nothing
_MOST_PROPOSALS = 3  # for one thing, the heaviest


@dataclass(frozen=True, kw_only=True, eq=False)
class Resolution:
    """`entities` are all, in the order of their profiles; `first` has for each the number of the smallest id of those
    that are one with it. The heaviest proposals lead.
    """

    entities: Entities
    first: "array[int]"
    proposals: tuple[Proposal, ...] = ()

    def pairs(self) -> Iterator[tuple[EntityId, EntityId]]:
        """Each entity with the smallest id of those that are one with it, in the order of the profiles."""
        return ((entity, self.entities[first]) for entity, first in zip(self.entities, self.first, strict=True))

    @cached_property
    def identity(self) -> Mapping[EntityId, EntityId]:
        """The same, by entity."""
        return dict(self.pairs())


def resolve(profiles: Iterable[Profile], rulings: Rulings | None = None) -> Resolution:
    """Find which entities are one thing. `same` rulings bind whatever the evidence says, `different` ones too.

    Where rulings contradict each other, `different` is kept. Rulings on unknown entities are left out.
    """
    groups = _Groups(profiles, rulings or Rulings())
    groups.merge_all()
    return Resolution(entities=groups.entities, first=groups.first(), proposals=tuple(groups.proposals()))


def blocks(profile: Profile) -> tuple[str, ...]:
    """The keys under which an entity meets those that may be one with it, sorted: no others are compared.

    What can be one with nothing has a block of its own, so that it is settled too.
    """
    found = {block for sign in signs(profile) for block in blocks_of_sign(sign)}
    return tuple(sorted(found)) or (f"entity:{profile.entity}",)


def blocks_of_name(name: str) -> tuple[str, ...]:
    """The keys under which people or bodies of this name meet others, sorted."""
    return tuple(sorted({*person_names.blocks(name), *body_names.blocks(name)}))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edge:
    """Two groups that may be one, the smaller number first, with the points of the best evidence for it."""

    one: int
    other: int
    match: Match
    forms: tuple[str, str]
    points: float

    @property
    def pair(self) -> tuple[int, int]:
        """The two numbers."""
        return self.one, self.other

    def order(self) -> tuple[float, int, int]:
        """The heaviest first, then by number."""
        return -self.points, self.one, self.other


class _Groups:
    """The sketches as they merge. Groups are called by numbers; `_root` leads from any number to the standing one."""

    def __init__(self, profiles: Iterable[Profile], rulings: Rulings) -> None:
        self.rulings = rulings
        self.sketches, self.entities = draw(profiles, rulings)
        self._parents = list(range(len(self.sketches)))
        self._of_form: dict[tuple[bool, str], list[int]] = defaultdict(list)
        self._of_entity: dict[EntityId, int] = {}
        for number, sketch in enumerate(self.sketches):
            for form in sketch.forms:
                self._of_form[sketch.is_person, form].append(number)
        self._waiting: list[_Edge] = []
        self._matches = matching_forms(self._of_form)
        self._of_surname = having_surname(form for is_person, form in self._of_form if is_person)
        self._rule()
        self._identify()

    def merge_all(self) -> None:
        """Play the rounds, and once more if anything merged, since what merged knows more."""
        for _ in range(_MOST_PASSES):
            self._waiting = []
            if not sum(self._play(match) for match in _ROUNDS):
                return

    def first(self) -> "array[int]":
        """For each entity the number of the smallest id of its group."""
        found = array("I", bytes(4 * len(self.entities)))
        for _, sketch in self._standing():
            first = self.entities.first(sketch.members)
            for member in sketch.members:
                found[member] = first
        return found

    def proposals(self) -> list[Proposal]:
        """The pairs that wait for a person, the heaviest first, at most a few for one thing."""
        best: dict[tuple[int, int], _Edge] = {}
        for edge in map(self._renewed, self._waiting):
            if edge and (edge.pair not in best or best[edge.pair].points < edge.points):
                best[edge.pair] = edge
        shown: dict[int, int] = defaultdict(int)
        found = []
        for edge in sorted(best.values(), key=_Edge.order):
            if edge.points >= PROPOSED and max(shown[edge.one], shown[edge.other]) < _MOST_PROPOSALS:
                shown[edge.one] += 1
                shown[edge.other] += 1
                found.append(self._proposal(edge))
        return sorted(found, key=lambda proposal: (-proposal.points, proposal.one, proposal.other))

    def _renewed(self, edge: _Edge) -> _Edge | None:
        """The edge between what the two have become; None when they are one, or cannot be."""
        one, other = sorted((self._root(edge.one), self._root(edge.other)))
        if one == other or self._exclude(one, other):
            return None
        points = points_of(self.sketches[one], self.sketches[other], edge.match, edge.forms)
        return _Edge(one=one, other=other, match=edge.match, forms=edge.forms, points=points)

    def _proposal(self, edge: _Edge) -> Proposal:
        members = (self.sketches[number].members for number in (edge.one, edge.other))
        one, other = sorted(self.entities[self.entities.first(some)] for some in members)
        weight = weighed(self.sketches[edge.one], self.sketches[edge.other], edge.match, edge.forms)
        return Proposal(
            one=one,
            other=other,
            points=round(weight.points, 2),
            reasons_for=weight.reasons_for,
            reasons_against=weight.reasons_against,
        )

    def _standing(self) -> Iterator[tuple[int, Sketch]]:
        return ((number, sketch) for number, sketch in enumerate(self.sketches) if self._parents[number] == number)

    def _root(self, number: int) -> int:
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def _join(self, one: int, other: int) -> None:
        kept, gone = sorted((one, other))
        self._parents[gone] = kept
        self.sketches[kept].take(self.sketches[gone])
        self.sketches[gone].members = array("I")

    def _rule(self) -> None:
        """Do what people decided, before any evidence is weighed."""
        ruled = {entity for pair in (*self.rulings.same, *self.rulings.different) for entity in pair}
        wanted = {number: entity for number, entity in enumerate(self.entities) if entity in ruled} if ruled else {}
        self._of_entity = {
            wanted[member]: number
            for number, sketch in enumerate(self.sketches)
            for member in (sketch.members if wanted else ())
            if member in wanted
        }
        for one, other in self.rulings.different:
            if one in self._of_entity and other in self._of_entity:
                self.sketches[self._of_entity[one]].foes |= {other}
                self.sketches[self._of_entity[other]].foes |= {one}
        for one, other in sorted(tuple(sorted(pair)) for pair in self.rulings.same):
            if one in self._of_entity and other in self._of_entity:
                first, second = self._root(self._of_entity[one]), self._root(self._of_entity[other])
                if first != second and not self._are_foes(first, second):
                    self._join(first, second)

    def _identify(self) -> None:
        """Make one what shares an identifier, whatever its names, unless a person judged it to be different."""
        bearers: dict[str, int] = {}
        for number, sketch in enumerate(self.sketches):
            for identifier in sorted(sketch.identifiers):
                first, second = self._root(bearers.setdefault(identifier, number)), self._root(number)
                if first != second and not self._are_foes(first, second):
                    self._join(first, second)

    def _are_foes(self, one: int, other: int) -> bool:
        if any(self._root(self._of_entity[foe]) == other for foe in self.sketches[one].foes):
            return True
        apart = self.rulings.apart
        return bool(apart) and any(
            tuple(sorted((fold(a), fold(b)))) in apart
            for a, b in product(self.sketches[one].forms, self.sketches[other].forms)
        )

    def _play(self, match: Match) -> int:
        """Merge what agrees by `match` as far as the evidence carries; the number of merges."""
        edges = sorted(self._edges(match), key=_Edge.order)
        unsure = self._torn(edges)
        merged = 0
        for edge in edges:
            now = self._renewed(edge)
            if now is None:
                continue
            if now.points < AUTOMATIC or edge.points < AUTOMATIC or edge.pair in unsure:
                self._waiting.append(edge)
            else:
                self._join(*now.pair)
                merged += 1
        return merged

    def _torn(self, edges: list[_Edge]) -> set[tuple[int, int]]:
        """The pairs of which one could as well be another that excludes the other one."""
        near: dict[int, list[tuple[int, _Edge]]] = defaultdict(list)
        for edge in edges:  # the heaviest first
            near[edge.one].append((edge.other, edge))
            near[edge.other].append((edge.one, edge))
        torn = set()
        for candidates in near.values():
            for (best, strong), (rival, weak) in combinations(candidates[:_MOST_SHARING], 2):
                if not self._are_rivals(best, rival):
                    continue
                torn.add((weak.one, weak.other))
                if strong.points - weak.points < MARGIN:
                    torn.add((strong.one, strong.other))
        return torn

    def _are_rivals(self, one: int, other: int) -> bool:
        return self._are_foes(one, other) or are_rivals(self.sketches[one], self.sketches[other])

    def _exclude(self, one: int, other: int) -> bool:
        return self._are_foes(one, other) or at_odds(self.sketches[one], self.sketches[other])

    def _edges(self, match: Match) -> Iterator[_Edge]:
        """Each pair of groups whose names agree by `match` with evidence enough for a proposal, once."""
        best: dict[tuple[int, int], _Edge] = {}
        met = self._surname_meetings() if match is NameMatch.SURNAME else self._meetings(match)
        for one, other, forms in met:
            points = points_of(self.sketches[one], self.sketches[other], match, forms)
            known = best.get((one, other))
            is_better = known is None or known.points < points
            if points >= PROPOSED and is_better and not self._exclude(one, other):
                best[one, other] = _Edge(one=one, other=other, match=match, forms=forms, points=points)
        yield from best.values()

    def _meetings(self, match: Match) -> Iterator[tuple[int, int, tuple[str, str]]]:
        """The groups that bear names which agree so, in pairs to be weighed, the smaller number first."""
        for forms in self._matches.get(match, ()):
            ours, theirs = (self._bearers(isinstance(match, NameMatch), form) for form in forms)
            many = len(ours) * len(theirs) > _MOST_PAIRS
            pairs = self._sharing(ours, theirs) if many else set(product(ours, theirs))
            if forms[0] == forms[1]:
                pairs |= set(pairwise(ours))  # a chain, so that each waits with one other at least
            for one, other in sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}):
                yield one, other, forms

    def _surname_meetings(self) -> Iterator[tuple[int, int, tuple[str, str]]]:
        """The groups that bear a surname alone with those that have it, where they have anything else in common."""
        for form, others in self._of_surname.items():
            theirs = {number: other for other in others for number in self._bearers(True, other)}
            for one, other in sorted(self._sharing(self._bearers(True, form), list(theirs))):
                if one != other:
                    yield min(one, other), max(one, other), (form, theirs[other])

    def _bearers(self, is_person: bool, form: str) -> list[int]:
        return sorted({self._root(number) for number in self._of_form[is_person, form]})

    def _sharing(self, ours: list[int], theirs: list[int]) -> set[tuple[int, int]]:
        """The pairs that have an office, a body, a country or a companion in common, which not many share."""
        of_evidence: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number in theirs:
            for token in self.sketches[number].evidence():
                of_evidence[token].append(number)
        return {
            (number, other)
            for number in ours
            for token in self.sketches[number].evidence()
            if len(of_evidence.get(token, ())) <= _MOST_SHARING
            for other in of_evidence.get(token, ())
        }
