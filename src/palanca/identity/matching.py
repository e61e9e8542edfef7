"""Which names of a case agree, and how well, found without comparing all with all.

Blocks alone are not enough: thousands of companies have the same initials, and thousands of people the same given name
beside surnames that begin alike. So names of bodies meet under their initials only where one is an acronym, and names
of people only where their surnames agree, which is found out once for each pair of surnames.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations

from palanca.identity import body_names, person_names
from palanca.identity.agreements import Agreements
from palanca.identity.body_names import BodyMatch
from palanca.identity.person_names import NameMatch
from palanca.identity.sharing import SharingBlock, Surnames, surnames_in
from palanca.identity.sketch import is_full


def matching_forms(bearers: Mapping[tuple[bool, str], Sequence[int]]) -> Agreements:
    """The names that agree; one that several bear agrees with itself."""
    found = Agreements(form for _, form in bearers)
    for (is_person, form), numbers in bearers.items():
        if len(numbers) > 1:
            found.add(NameMatch.SAME if is_person else BodyMatch.SAME, form, form)
    people = [form for is_person, form in bearers if is_person]
    bodies = [form for is_person, form in bearers if not is_person]
    initials = {form for form in people if person_names.begins_with_initial(form)}
    _compare_people([form for form in people if form not in initials], found)
    _compare_initials(initials, people, found)
    _compare_bodies(bodies, found)
    _compare_acronyms(bodies, found)
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


def _compare_people(forms: Iterable[str], found: Agreements) -> None:
    """Compare the names that share a block and have surnames that agree, in the first block that they share."""
    for block, sharing in _by_surname(forms, person_names.spelling_blocks):
        for one in sharing.forms:
            for other in sharing.met(one):
                is_first = one < other and _is_first_shared(block, one, other, person_names.spelling_blocks)
                if is_first and (match := person_names.compare(one, other)):
                    found.add(match, one, other)


def _compare_initials(initials: set[str], forms: Iterable[str], found: Agreements) -> None:
    """Compare names that begin with an initial with all that share a block and have surnames that agree with theirs."""
    for block, sharing in _by_surname(forms, person_names.initial_blocks, having=initials) if initials else ():
        for one in initials.intersection(sharing.forms):
            for other in sharing.met(one):
                is_once = one < other or (one != other and other not in initials)
                is_first = is_once and _is_first_shared(block, one, other, person_names.initial_blocks)
                if is_first and (match := person_names.compare(one, other)):
                    found.add(match, one, other)


def _by_surname(
    forms: Iterable[str], blocks_of: Callable[[str], tuple[str, ...]], *, having: Set[str] | None = None
) -> Iterator[tuple[str, SharingBlock]]:
    """The blocks in which several names of people meet; with `having`, one of these among them."""
    of_block = {
        block: sharing
        for block, sharing in _by_block(forms, blocks_of).items()
        if len(sharing) > 1 and (having is None or not having.isdisjoint(sharing))
    }
    alike = Surnames()
    meeting = {form for sharing in of_block.values() for form in sharing}
    alike.learn(surname for form in meeting for surname in surnames_in(form))
    for block, sharing in of_block.items():
        yield block, SharingBlock(sharing, alike)


def _compare_bodies(forms: Iterable[str], found: Agreements) -> None:
    """Compare the names that share a block of words, in the first that they share."""
    for block, sharing in _by_block(forms, body_names.word_blocks).items():
        for one, other in combinations(sorted(sharing), 2):
            is_first = _is_first_shared(block, one, other, body_names.word_blocks)
            if is_first and (match := body_names.compare(one, other)):
                found.add(match, one, other)


def _compare_acronyms(forms: Collection[str], found: Agreements) -> None:
    """Compare acronyms with the names of which they are the initials; two that share words have been compared."""
    of_block = _by_block(forms, body_names.blocks)
    for one in filter(body_names.is_acronym, forms):
        words = set(body_names.word_blocks(one))
        met = {other for block in body_names.blocks(one) if block not in words for other in of_block[block]}
        for other in met:
            is_first = one < other or not body_names.is_acronym(other)
            is_new = is_first and one != other and words.isdisjoint(body_names.word_blocks(other))
            if is_new and (match := body_names.compare(one, other)):
                found.add(match, one, other)


def _by_block(forms: Iterable[str], blocks_of: Callable[[str], tuple[str, ...]]) -> dict[str, list[str]]:
    of_block: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        for block in blocks_of(form):
            of_block[block].append(form)
    return of_block


def _is_first_shared(block: str, one: str, other: str, blocks_of: Callable[[str], tuple[str, ...]]) -> bool:
    theirs = blocks_of(other)
    return next(shared for shared in blocks_of(one) if shared in theirs) == block
