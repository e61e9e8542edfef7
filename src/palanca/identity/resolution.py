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
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import merge
from itertools import combinations, groupby, pairwise, product

from palanca.identity import body_names, person_names
from palanca.identity.body_names import BodyMatch
from palanca.identity.drawing import draw
from palanca.identity.edges import Edge, Edges, heaviest_first
from palanca.identity.entities import Entities
from palanca.identity.matching import having_surname, matching_forms
from palanca.identity.person_names import NameMatch
from palanca.identity.profile import Profile
from palanca.identity.rulings import Rulings
from palanca.identity.signs import blocks_of_sign, signs
from palanca.identity.sketch import Sketch
from palanca.identity.weights import (
    AUTOMATIC,
    MARGIN,
    PROPOSED,
    Match,
    are_rivals,
    at_odds,
    may_be_proposed,
    points_of,
    weighed,
)
from palanca.records import EntityId, Proposal
from palanca.records.names import fold

_ROUNDS: tuple[Match, ...] = (
    NameMatch.SAME, BodyMatch.SAME, BodyMatch.FORM, BodyMatch.ORDER, NameMatch.PART, NameMatch.SPELLING,
    BodyMatch.SPELLING, NameMatch.INITIALS, BodyMatch.ACRONYM, NameMatch.SURNAME,
)  # fmt: skip
_NONE = 0xFFFF_FFFF
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
    groups = Groups(profiles, rulings or Rulings())
    proposals = sorted(groups.proposals(), key=lambda one: (-one.points, one.one, one.other))
    return Resolution(entities=groups.entities, first=groups.first(), proposals=tuple(proposals))


def blocks(profile: Profile) -> tuple[str, ...]:
    """The keys under which an entity meets those that may be one with it, sorted: no others are compared.

    What can be one with nothing has a block of its own, so that it is settled too.
    """
    found = {block for sign in signs(profile) for block in blocks_of_sign(sign)}
    return tuple(sorted(found)) or (f"entity:{profile.entity}",)


def blocks_of_name(name: str) -> tuple[str, ...]:
    """The keys under which people or bodies of this name meet others, sorted."""
    return tuple(sorted({*person_names.blocks(name), *body_names.blocks(name)}))


def _in_order(drawn: Sequence[Sketch], entities: Entities) -> "tuple[array[int], list[Sketch]]":
    """Sketches in the order of their smallest members, one that is of each once for each, and these members."""
    of = array("I", [_NONE]) * len(entities)
    for place, sketch in enumerate(drawn):
        for member in sketch.members if sketch.is_of_each else sketch.members[:1]:
            of[member] = place
    smallest = array("I", (number for number in entities.numbers() if of[number] != _NONE))
    return smallest, [drawn[of[number]] for number in smallest]


class Groups:
    """The sketches as they merge, see `resolve`: until Groups are made, all that can be merged is.

    Groups are called by numbers, in the order of their smallest members; `_root` leads from any number to the standing
    one. A register may name a million things of which it shows nothing but one name. So those are of one sketch, and of
    each no more than some numbers is held.
    """

    def __init__(self, profiles: Iterable[Profile], rulings: Rulings) -> None:
        self.rulings = rulings
        drawn, self.entities = draw(profiles, rulings)
        self._smallest, self.sketches = _in_order(drawn, self.entities)
        self._parents = array("I", range(len(self.sketches)))
        self._of_form: dict[tuple[bool, str], array[int]] = defaultdict(lambda: array("I"))
        self._of_entity: dict[EntityId, int] = {}
        for number, sketch in enumerate(self.sketches):
            for form in sketch.forms:
                self._of_form[sketch.is_person, form].append(number)
        self._waiting = Edges()
        self._agreements = matching_forms(self._of_form)
        self._of_surname = having_surname(form for is_person, form in self._of_form if is_person)
        self._rule()
        self._identify()
        self._merge_all()

    def _merge_all(self) -> None:
        """Play the rounds, and once more if anything merged, since what merged knows more."""
        for _ in range(_MOST_PASSES):
            self._waiting = Edges()
            if not sum(self._play(match) for match in _ROUNDS):
                return

    def first(self) -> "array[int]":
        """For each entity the number of the smallest id of its group."""
        found = array("I", bytes(4 * len(self.entities)))
        for number in range(len(self.sketches)):
            first = self._smallest[self._root(number)]
            for member in self._members(number):
                found[member] = first
        return found

    def _members(self, number: int) -> Sequence[int]:
        """The entities that were drawn together under this number."""
        sketch = self.sketches[number]
        return (self._smallest[number],) if sketch.is_of_each else sketch.members

    def proposals(self) -> Iterator[Proposal]:
        """The pairs that wait for a person, in any order: of one thing the heaviest, and few."""
        renewed = Edges(edge for edge in map(self._renewed, self._waiting) if edge and edge.points >= PROPOSED)
        shown = bytearray(len(self.sketches))
        for edge in renewed.best():
            if max(shown[edge.one], shown[edge.other]) < _MOST_PROPOSALS:
                shown[edge.one] += 1
                shown[edge.other] += 1
                yield self._proposal(edge)

    def _renewed(self, edge: Edge) -> Edge | None:
        """The edge between what the two have become; None when they are one, or cannot be."""
        one, other = sorted((self._root(edge.one), self._root(edge.other)))
        if one == other or self._exclude(one, other):
            return None
        points = points_of(self.sketches[one], self.sketches[other], edge.match, edge.forms)
        if (one, other, points) == (edge.one, edge.other, edge.points):
            return edge
        return Edge(one=one, other=other, match=edge.match, forms=edge.forms, points=points)

    def _proposal(self, edge: Edge) -> Proposal:
        one, other = sorted(self.entities[self._smallest[number]] for number in (edge.one, edge.other))
        weight = weighed(self.sketches[edge.one], self.sketches[edge.other], edge.match, edge.forms)
        return Proposal(
            one=one,
            other=other,
            points=round(weight.points, 2),
            reasons_for=weight.reasons_for,
            reasons_against=weight.reasons_against,
        )

    def _root(self, number: int) -> int:
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def _join(self, one: int, other: int) -> None:
        kept, gone = sorted((one, other))
        self._parents[gone] = kept
        if self.sketches[kept].is_of_each:
            own = array("I", [self._smallest[kept]])
            self.sketches[kept] = replace(self.sketches[kept], members=own, is_of_each=False)
        self.sketches[kept].take(self.sketches[gone])

    def _rule(self) -> None:
        """Do what people decided, before any evidence is weighed."""
        ruled = {entity for pair in (*self.rulings.same, *self.rulings.different) for entity in pair}
        wanted = {number: entity for number, entity in enumerate(self.entities) if entity in ruled} if ruled else {}
        self._of_entity = {
            wanted[member]: number
            for number in range(len(self.sketches) if wanted else 0)
            for member in self._members(number)
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
        """Merge what agrees by `match` as far as the evidence carries; the number of merges.

        What is too light for that comes last, when nothing merges any more.
        """
        heavy, light = list[Edge](), Edges()
        for edge in self._edges(match):
            (light if edge.points < AUTOMATIC else heavy).append(edge)
        unsure = self._torn(heaviest_first((*heavy, *light.beside(heavy))))
        merged: set[int] = set()
        number = 0
        for edge in heaviest_first(heavy):
            now = self._renewed(edge)
            if now is None:
                continue
            if now.points < AUTOMATIC or edge.pair in unsure:
                self._waiting.append(edge)
            else:
                self._join(*now.pair)
                merged.update(now.pair)
                number += 1
        for edge in light:
            if self._may_wait(edge, merged):
                self._waiting.append(edge)
        return number

    def _may_wait(self, edge: Edge, merged: Set[int]) -> bool:
        """Whether the two are not one, and may be, since some merged after they were found."""
        if merged.isdisjoint(edge.pair):
            return True
        one, other = sorted(map(self._root, edge.pair))
        return one != other and not self._exclude(one, other)

    def _torn(self, edges: list[Edge]) -> set[tuple[int, int]]:
        """The pairs, of those that would merge, of which one could as well be another that excludes the other one."""
        torn = set()
        for candidates in self._candidates(edges):
            for (best, strong), (rival, weak) in combinations(candidates, 2):
                is_torn = strong.points >= AUTOMATIC and strong.points - weak.points < MARGIN
                if not (is_torn or weak.points >= AUTOMATIC) or not self._are_rivals(best, rival):
                    continue
                torn.add((weak.one, weak.other))
                if is_torn:
                    torn.add((strong.one, strong.other))
        return torn

    def _candidates(self, edges: list[Edge]) -> Iterator[list[tuple[int, Edge]]]:
        """For each group with several edges, the heaviest of which would merge it, the other ends of the heaviest, in
        the order of `edges`.
        """
        first, following = (array("I", [_NONE]) * number for number in (len(self.sketches), 2 * len(edges)))
        for place in reversed(range(len(edges))):
            for side, number in enumerate(edges[place].pair):
                following[2 * place + side] = first[number]
                first[number] = 2 * place + side
        for at in first:
            if at == _NONE or edges[at // 2].points < AUTOMATIC:
                continue
            found: list[tuple[int, Edge]] = []
            while at != _NONE and len(found) < _MOST_SHARING:
                edge = edges[at // 2]
                found.append((edge.one if at % 2 else edge.other, edge))
                at = following[at]  # noqa: PLW2901  # along the chain
            if len(found) > 1:
                yield found

    def _are_rivals(self, one: int, other: int) -> bool:
        return self._are_foes(one, other) or are_rivals(self.sketches[one], self.sketches[other])

    def _exclude(self, one: int, other: int, *, do_names_agree: bool = False) -> bool:
        if self._are_foes(one, other):
            return True
        return at_odds(self.sketches[one], self.sketches[other], do_names_agree=do_names_agree)

    def _edges(self, match: Match) -> Iterator[Edge]:
        """Each pair of groups whose names agree by `match` with evidence enough for a proposal, once."""
        best: dict[tuple[int, int], Edge] = {}
        met = self._surname_meetings() if match is NameMatch.SURNAME else self._meetings(match)
        for one, other, forms in met:
            if not may_be_proposed(self.sketches[one], self.sketches[other], match):
                continue
            points = points_of(self.sketches[one], self.sketches[other], match, forms)
            if points < PROPOSED:
                continue
            bear_one_name = len(self.sketches[one].forms) == len(self.sketches[other].forms) == 1
            known = None if bear_one_name else best.get((one, other))
            if (known and known.points >= points) or self._exclude(one, other, do_names_agree=bear_one_name):
                continue
            edge = Edge(one=one, other=other, match=match, forms=forms, points=points)
            if bear_one_name:  # and so meet once
                yield edge
            else:
                best[one, other] = edge
        yield from best.values()

    def _meetings(self, match: Match) -> Iterator[tuple[int, int, tuple[str, str]]]:
        """The groups that bear names which agree so, in pairs to be weighed, the smaller number first."""
        bearers: dict[str, Sequence[int]] = {}
        for forms in self._agreements.pairs(match):
            for form in forms:
                if form not in bearers:
                    bearers[form] = self._bearers(isinstance(match, NameMatch), form)
            ours, theirs = (bearers[form] for form in forms)
            if len(ours) == len(theirs) == 1:
                if ours[0] != theirs[0]:
                    yield min(ours[0], theirs[0]), max(ours[0], theirs[0]), forms
                continue
            many = len(ours) * len(theirs) > _MOST_PAIRS
            pairs = self._sharing(ours, theirs) if many else set(product(ours, theirs))
            ordered = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
            # Of one name a chain, so that each waits with one other at least.
            chain = pairwise(ours) if forms[0] == forms[1] else ()
            for (one, other), _ in groupby(merge(ordered, chain)):
                yield one, other, forms

    def _surname_meetings(self) -> Iterator[tuple[int, int, tuple[str, str]]]:
        """The groups that bear a surname alone with those that have it, where they have anything else in common."""
        for form, others in self._of_surname.items():
            theirs = {number: other for other in others for number in self._bearers(True, other)}
            for one, other in sorted(self._sharing(self._bearers(True, form), list(theirs))):
                if one != other:
                    yield min(one, other), max(one, other), (form, theirs[other])

    def _bearers(self, is_person: bool, form: str) -> Sequence[int]:
        """The groups that bear a name, in order."""
        roots = array("I", map(self._root, self._of_form[is_person, form]))
        is_ordered = all(one < other for one, other in pairwise(roots))
        return roots if is_ordered else array("I", sorted(set(roots)))

    def _sharing(self, ours: Iterable[int], theirs: Iterable[int]) -> set[tuple[int, int]]:
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
