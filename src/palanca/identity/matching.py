"""Which names of a case agree, and how well, found without comparing all with all.

Blocks alone are not enough: thousands of companies have the same initials, and thousands of people the same given name
beside surnames that begin alike. So names of bodies meet under their initials only where one is an acronym, and names
of people only where their surnames agree, which is found out once for each pair of surnames.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import combinations

from palanca.identity import body_names, person_names
from palanca.identity.body_names import BodyMatch
from palanca.identity.person_names import NameMatch
from palanca.identity.person_parts import parsed, surnames_of
from palanca.identity.sketch import is_full
from palanca.identity.spellings import part_match, spellings_of
from palanca.identity.weights import Match

type _Found = dict[Match, list[tuple[str, str]]]


def matching_forms(bearers: Mapping[tuple[bool, str], list[int]]) -> _Found:
    """The names that agree, by how well: each pair once, in order; a name that several bear agrees with itself."""
    found: _Found = defaultdict(list)
    for (is_person, form), numbers in bearers.items():
        if len(numbers) > 1:
            found[NameMatch.SAME if is_person else BodyMatch.SAME].append((form, form))
    people = [form for is_person, form in bearers if is_person]
    bodies = [form for is_person, form in bearers if not is_person]
    initials = {form for form in people if person_names.begins_with_initial(form)}
    _compare_people([form for form in people if form not in initials], found)
    _compare_initials(initials, people, found)
    _compare_bodies(bodies, found)
    _compare_acronyms(bodies, found)
    for pairs in found.values():
        pairs.sort()
    return found


def having_surname(forms: Iterable[str]) -> dict[str, list[str]]:
    """For each name that is a surname alone the full names that have it, both in order."""
    ordered = sorted(forms)
    having = _by_block((form for form in ordered if is_full(form)), person_names.surname_blocks)
    found = {}
    for form in filter(person_names.may_be_surname, ordered):
        met = sorted({other for block in person_names.surname_blocks(form) for other in having.get(block, ())})
        others = [other for other in met if person_names.compare(form, other) is NameMatch.SURNAME]
        if others:
            found[form] = others
    return found


def _compare_people(forms: Iterable[str], found: _Found) -> None:
    """Compare the names that share a block and have surnames that agree, in the first block that they share."""
    of_block = _by_block(forms, person_names.spelling_blocks)
    alike = _Surnames()
    for sharing in of_block.values():
        if len(sharing) > 1:
            alike.learn(surname for form in sharing for surname in _surnames(form))
    for block, sharing in of_block.items():
        if len(sharing) > 1:
            for one, other in alike.pairs(sharing):
                is_first = _is_first_shared(block, one, other, person_names.spelling_blocks)
                if is_first and (match := person_names.compare(one, other)):
                    found[match].append((one, other))


class _Surnames:
    """Which surnames agree: each pair is compared once, however many bear them."""

    def __init__(self) -> None:
        self._spelled: dict[str, set[str]] = defaultdict(set)
        self._alike: dict[str, frozenset[str]] = {}

    def learn(self, surnames: Iterable[str]) -> None:
        """Take surnames in; all before the first question."""
        for surname in set(surnames):
            for spelling in spellings_of(surname):
                self._spelled[spelling].add(surname)

    def pairs(self, forms: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The pairs of names, each in order, of which a surname of one agrees with one of the other."""
        bearers = defaultdict(list)
        ordered = sorted(forms)
        for form in ordered:
            for surname in _surnames(form):
                bearers[surname].append(form)
        for one in ordered:
            near = {surname for own in _surnames(one) for surname in self._like(own) if surname in bearers}
            yield from ((one, other) for other in {form for s in near for form in bearers[s]} if one < other)

    def _like(self, surname: str) -> frozenset[str]:
        if surname not in self._alike:
            met = {other for spelling in spellings_of(surname) for other in self._spelled[spelling]}
            self._alike[surname] = frozenset(
                other for other in met if part_match(surname, other, is_given=False) is not NameMatch.DIFFERENT
            )
        return self._alike[surname]


def _surnames(form: str) -> set[str]:
    """The parts of a name of which one is compared as its surname."""
    name = parsed(form)
    return {*surnames_of(name.tokens), *surnames_of(name.joined)}


def _compare_initials(initials: set[str], forms: Iterable[str], found: _Found) -> None:
    """Compare names that begin with an initial with all that share a block with them."""
    of_block = _by_block(forms, person_names.initial_blocks)
    for one in initials:
        met = {other for block in person_names.initial_blocks(one) for other in of_block[block]}
        for other in met:
            is_first = one < other or other not in initials
            if is_first and one != other and (match := person_names.compare(one, other)):
                found[match].append((min(one, other), max(one, other)))


def _compare_bodies(forms: Iterable[str], found: _Found) -> None:
    """Compare the names that share a block of words, in the first that they share."""
    for block, sharing in _by_block(forms, body_names.word_blocks).items():
        for one, other in combinations(sorted(sharing), 2):
            is_first = _is_first_shared(block, one, other, body_names.word_blocks)
            if is_first and (match := body_names.compare(one, other)):
                found[match].append((one, other))


def _compare_acronyms(forms: Collection[str], found: _Found) -> None:
    """Compare acronyms with the names of which they are the initials; two that share words have been compared."""
    of_block = _by_block(forms, body_names.blocks)
    for one in filter(body_names.is_acronym, forms):
        words = set(body_names.word_blocks(one))
        met = {other for block in body_names.blocks(one) if block not in words for other in of_block[block]}
        for other in met:
            is_first = one < other or not body_names.is_acronym(other)
            is_new = is_first and one != other and words.isdisjoint(body_names.word_blocks(other))
            if is_new and (match := body_names.compare(one, other)):
                found[match].append((min(one, other), max(one, other)))


def _by_block(forms: Iterable[str], blocks_of: Callable[[str], tuple[str, ...]]) -> dict[str, list[str]]:
    of_block: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        for block in blocks_of(form):
            of_block[block].append(form)
    return of_block


def _is_first_shared(block: str, one: str, other: str, blocks_of: Callable[[str], tuple[str, ...]]) -> bool:
    theirs = blocks_of(other)
    return next(shared for shared in blocks_of(one) if shared in theirs) == block
