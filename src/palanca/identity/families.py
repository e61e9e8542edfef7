"""Families: entities of which none can be one with one of another family, whatever the evidence.

So the families of a case are resolved some at a time, and come to the same as all together. Entities are of one family
when they show the same names or the same exact key, share an identifier, were judged to be one or two, or bear names
that agree in any way; and so on in turn. A family that is larger than need be costs memory, and nothing else.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, product

from palanca.identity import body_names, identifiers, person_names
from palanca.identity.keys import exact_key
from palanca.identity.person_names import NameMatch
from palanca.identity.profile import Profile
from palanca.identity.rulings import Rulings
from palanca.identity.sharing import SharingBlock, Surnames, surnames_in
from palanca.identity.signs import forms_of_sign, is_of_people, sign_of_form, sign_of_names
from palanca.identity.sketch import forms_of, is_full
from palanca.numbering import Numbering
from palanca.records import EntityId
from palanca.records.names import fold
from palanca.unions import Unions

_FEW = 8  # names: so many are compared sooner than they are told apart by their surnames

type Meetings = Callable[[str], Iterable[list[str]]]
"""The signs that stand together in a block, several in each, of the blocks that begin so."""


class Families:
    """The families of entities, by the numbers in which these are added.

    Of each entity a number is kept, and of each name or key a hash, so that millions are told apart in little memory.
    """

    def __init__(self, rulings: Rulings) -> None:
        self._names = _Names()
        self._of = array("I")
        self._ruled = {entity for pair in (*rulings.same, *rulings.different) for entity in pair}
        self._are_names_ruled = bool(rulings.different)
        for one, other in (*rulings.same, *rulings.different):
            self._names.join(_itself(one), _itself(other))

    def add(self, profile: Profile) -> None:
        """Take an entity in. Its offices and companions are not looked at."""
        first, *others = self._ties(profile)
        self._of.append(self._names.number(first))
        for other in others:
            self._names.join(first, other)

    def join_alike(self, meetings: Meetings) -> None:
        """Join those whose names agree, of the names that share a block; all entities are added before."""
        for found in (_people, _initials, _surnames, _bodies, _acronyms):
            for one, other in found(meetings, self._names):
                self._names.join(one, other)

    def families(self) -> Iterator[array[int]]:
        """The numbers of the entities of each family, in order, the family of the first entity first."""
        return self._names.unions.groups(self._of)

    def _ties(self, profile: Profile) -> Iterator[str]:
        """By what an entity is of one family with others."""
        forms = forms_of(profile)
        if forms:
            yield sign_of_names(forms, is_person=profile.is_person)
            if len(forms) > 1:
                yield from (sign_of_form(form, is_person=profile.is_person) for form in forms)
            if self._are_names_ruled:
                yield from (f"folded\n{fold(form)}" for form in forms)
        else:
            yield exact_key(profile) or _itself(profile.entity)
            yield f"{profile.schema}\n{fold(profile.caption)}"
        yield from identifiers.blocks(profile.identifiers)
        if profile.entity in self._ruled:
            yield _itself(profile.entity)


class _Names:
    """Names and keys by number, and which of them are of one family."""

    def __init__(self) -> None:
        self.unions = Unions()
        self._numbers = Numbering()
        self._initials = bytearray()

    def number(self, tie: str) -> int:
        """The number of a name or key."""
        number = self._numbers.number(hash(tie))
        if number == len(self.unions):
            self.unions.new()
            self._initials.append(_begins_with_initial(tie))
        return number

    def join(self, one: str, other: str) -> None:
        """Let two be of one family."""
        self.unions.join(self.number(one), self.number(other))

    def of_form(self, form: str, *, is_person: bool) -> int | None:
        """The number of one name; None if nobody bears it now."""
        return self._numbers.get(hash(sign_of_form(form, is_person=is_person)))

    def begin_with_initial(self, forms: Iterable[str]) -> list[str]:
        """Those of some names of people that begin with an initial: worked out once for each."""
        numbers = ((self.of_form(form, is_person=True), form) for form in forms)
        return [form for number, form in numbers if number is not None and self._initials[number]]


def _begins_with_initial(tie: str) -> bool:
    if not is_of_people(tie):
        return False
    forms = forms_of_sign(tie)
    return len(forms) == 1 and person_names.begins_with_initial(forms[0])


type _Alike = Iterator[tuple[str, str]]


def _itself(entity: EntityId) -> str:
    return f"entity:{entity}"


def _people(meetings: Meetings, names: _Names) -> _Alike:
    """Names of people that agree and begin with no initial."""
    for signs in meetings("p:"):
        forms = _forms(signs)
        if initials := names.begin_with_initial(forms):
            forms = [form for form in forms if form not in initials]
        yield from _agreeing(combinations(forms, 2) if len(forms) <= _FEW else _near(forms, forms), names)


def _initials(meetings: Meetings, names: _Names) -> _Alike:
    """Names of people that agree of which one begins with an initial."""
    for signs in meetings("i:"):
        forms = _forms(signs)
        if initials := names.begin_with_initial(forms):
            few = len(forms) <= _FEW
            yield from _agreeing(product(initials, forms) if few else _near(initials, forms), names)


def _near(looking: Iterable[str], forms: list[str]) -> Iterator[tuple[str, str]]:
    """Each of these names with those of a block that may agree with it."""
    alike = Surnames()
    alike.learn(surname for form in forms for surname in surnames_in(form))
    sharing = SharingBlock(forms, alike)
    return ((one, other) for one in looking for other in sharing.met(one))


def _surnames(meetings: Meetings, names: _Names) -> _Alike:
    """Surnames alone, with the names that have them."""
    for signs in meetings("n:"):
        forms = _forms(signs)
        if alone := [form for form in forms if person_names.may_be_surname(form)]:
            full = (form for form in forms if is_full(form))
            yield from _agreeing(((one, other) for other in full for one in alone), names)


def _agreeing(pairs: Iterable[tuple[str, str]], names: _Names) -> _Alike:
    return _comparing(pairs, names, _are_alike, is_person=True)


def _are_alike(one: str, other: str) -> bool:
    return person_names.compare(one, other) is not NameMatch.DIFFERENT


def _comparing(
    pairs: Iterable[tuple[str, str]], names: _Names, are_alike: Callable[[str, str], bool], *, is_person: bool
) -> _Alike:
    """The signs of those pairs that are alike and of two families so far: of a block most are of one soon."""
    numbers: dict[str, int | None] = {}
    for pair in pairs:
        for form in pair:
            if form not in numbers:
                numbers[form] = names.of_form(form, is_person=is_person)
        ours, theirs = (numbers[form] for form in pair)
        if ours is None or theirs is None or names.unions.are_joined(ours, theirs):
            continue
        if are_alike(*pair):
            one, other = (sign_of_form(form, is_person=is_person) for form in pair)
            yield one, other


def _bodies(meetings: Meetings, names: _Names) -> _Alike:
    """Names of bodies that agree in their words."""
    for beginning in ("b:", "b=", "t:"):
        for signs in meetings(beginning):
            yield from _agreeing_bodies(combinations(_forms(signs), 2), names)


def _acronyms(meetings: Meetings, names: _Names) -> _Alike:
    """Acronyms, with the names of which they are the initials."""
    for signs in meetings("a:"):
        forms = _forms(signs)
        yield from _agreeing_bodies(product(filter(body_names.is_acronym, forms), forms), names)


def _agreeing_bodies(pairs: Iterable[tuple[str, str]], names: _Names) -> _Alike:
    return _comparing(pairs, names, _are_bodies_alike, is_person=False)


def _are_bodies_alike(one: str, other: str) -> bool:
    return body_names.compare(one, other) is not body_names.BodyMatch.DIFFERENT


def _forms(signs: Iterable[str]) -> list[str]:
    """The names that some signs of names stand for, each once."""
    return list(dict.fromkeys(form for sign in signs for form in forms_of_sign(sign)))
