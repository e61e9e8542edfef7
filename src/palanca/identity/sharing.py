"""The names of people that share a block, by their surnames and what stands beside these: which of them may agree.

A block may hold a tenth of all names, as of those that begin with one family name. Two names of three parts or more
agree only if a third part agrees beside surname and given name, so those that many share are looked for by that too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from palanca.identity.person_names import NameMatch, given_spellings_of, initials_of
from palanca.identity.person_parts import parsed, surnames_of, with_middle
from palanca.identity.spellings import part_match, spellings_of

_FEW = 8  # names: so many are compared sooner than they are told apart by a third part

type _Key = tuple[str, str]


class Surnames:
    """Which surnames agree: each pair is compared once, however many bear them."""

    def __init__(self) -> None:
        self._spelled: dict[str, set[str]] = defaultdict(set)
        self._alike: dict[str, frozenset[str]] = {}

    def learn(self, surnames: Iterable[str]) -> None:
        """Take surnames in; all before the first question."""
        for surname in set(surnames):
            for spelling in spellings_of(surname):
                self._spelled[spelling].add(surname)

    def like(self, surname: str) -> frozenset[str]:
        """The surnames that agree with one, itself among them."""
        if surname not in self._alike:
            met = {other for spelling in spellings_of(surname) for other in self._spelled[spelling]}
            self._alike[surname] = frozenset(
                other for other in met if part_match(surname, other, is_given=False) is not NameMatch.DIFFERENT
            )
        return self._alike[surname]


class SharingBlock:
    """The names of a block by their surnames.

    Names agree only if what ends one, or a family name that begins it, agrees with a surname of the other: never a
    part in the middle of both.
    """

    def __init__(self, forms: Iterable[str], alike: Surnames) -> None:
        self.forms = sorted(forms)
        self._alike = alike
        self._having: dict[str, _Bearers] = {}
        self._ending: dict[str, _Bearers] = {}
        for form in self.forms:
            for surname in surnames_in(form):
                self._having.setdefault(surname, _Bearers(surname)).add(form)
            for end in _ends(form):
                self._ending.setdefault(end, _Bearers(end)).add(form)

    def met(self, form: str) -> set[str]:
        """The names that may agree with one; it may be among them."""
        found: set[str] = set()
        for own, bearers in ((_ends(form), self._having), (surnames_in(form), self._ending)):
            for one in own:
                for like in self._alike.like(one):
                    if like in bearers:
                        found.update(bearers[like].met(form, one))
        return found


class _Bearers:
    """The names that have a surname, by the parts that stand between it and the given name beside it."""

    def __init__(self, surname: str) -> None:
        self._surname = surname
        self._forms: list[str] = []
        self._short: list[str] = []
        self._by_middle: dict[_Key, list[str]] = {}

    def add(self, form: str) -> None:
        """Take a name in; all before the first question."""
        self._forms.append(form)

    def met(self, form: str, surname: str) -> Iterable[str]:
        """The names that may agree with one, this surname of it being the one that agrees."""
        middle = _middle(form, surname) if len(self._forms) > _FEW else None
        if middle is None:
            return self._forms
        if not self._short and not self._by_middle:
            self._file()
        return chain(self._short, *(self._by_middle.get(key, ()) for part in middle for key in _sought(part)))

    def _file(self) -> None:
        for form in self._forms:
            middle = _middle(form, self._surname)
            if middle is None:
                self._short.append(form)
            else:
                for key in {key for part in middle for key in _filed(part)}:
                    self._by_middle.setdefault(key, []).append(form)


def surnames_in(form: str) -> set[str]:
    """The parts of a name of which one is compared as its surname."""
    name = parsed(form)
    return {*name.surnames, *surnames_of(name.joined)} if name.joined else set(name.surnames)


def _ends(form: str) -> set[str]:
    """Those of them that stand last, or first and are family names."""
    name = parsed(form)
    found = _ending(name.tokens, name.surnames)
    return found | _ending(name.joined, surnames_of(name.joined)) if name.joined else found


def _ending(tokens: tuple[str, ...], surnames: tuple[str, ...]) -> set[str]:
    return {surname for surname in surnames if surname in {tokens[0], tokens[-1]}}


def _middle(form: str, surname: str) -> set[str] | None:
    """The parts between that surname and the given name beside it; None where it may be read as having none.

    Of two names that both have such parts, a middle one of the shorter must agree with one of the longer.
    """
    found: set[str] = set()
    for one, middle in with_middle(parsed(form)):
        if one == surname:
            if not middle:
                return None
            found.update(middle)
    return found


def _filed(part: str) -> Iterator[_Key]:
    """Under what a part between is found: a letter by itself, a name by those that stand for it and by its sound."""
    if len(part) == 1:
        yield "letter", part
        return
    yield from (("begins", letter) for letter in initials_of(part))
    yield from (("sounds", sound) for sound in given_spellings_of(part))


def _sought(part: str) -> Iterator[_Key]:
    """Under what the parts are found that may agree with one: letters and names by both."""
    if len(part) == 1:
        yield "letter", part
        yield "begins", part
        return
    yield from (("letter", letter) for letter in initials_of(part))
    yield from (("sounds", sound) for sound in given_spellings_of(part))
