"""Parts: statements of which none can come under one claim with one of another part.

Claims of one part are settled whatever stands in the others, and so alone: when a statement comes or goes, only its
part is settled anew. Two statements are of one part when they share a key (see `reaching`) or, of events, when one
tells of a party alone in much the words of the other (see `event_reach`); and so on in turn.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator

from palanca.claims.event_reach import Company, Glimpse, event_keys
from palanca.claims.reaching import reaches
from palanca.claims.telling import Told
from palanca.records import Kind, StatementId


class Parting:
    """The parts of the statements of one kind (of events: of one category), whatever order they come in.

    Of each statement little more than the hashes of its keys is kept, so that many can be parted that do not fit into
    memory. Should two keys have one hash, a part is larger than it need be, and nothing worse.
    """

    def __init__(self) -> None:
        self._ids: list[StatementId] = []
        self._parents: list[int] = []
        self._first: dict[int, int] = {}
        self._ever: dict[int, int] = {}
        self._dated, self._dating = array("q"), array("q")  # keys that have months, and the first of each
        self._company = Company()

    def add(self, one: Told) -> None:
        """Take a statement in."""
        number = len(self._ids)
        self._ids.append(one.id)
        self._parents.append(number)
        for key in reaches(one):
            self._join(self._first.setdefault(hash(key), number), number)
        if one.statement.kind is Kind.EVENT:
            self._add_event(one, number)

    def _add_event(self, one: Told, number: int) -> None:
        """What has no months meets all that has the key, in whatever month."""
        for key, slots in event_keys(one):
            found = hash(key)
            for slot in slots:
                first = self._first.setdefault(hash((found, slot)), number)
                self._join(first, number)
                if first == number:
                    self._dated.append(found)
                    self._dating.append(number)
            if not slots:
                self._join(self._ever.setdefault(found, number), number)
        self._company.add(one, number)

    def parts(self) -> list[list[StatementId]]:
        """The parts, each in the order in which its statements came, in that of their first statements."""
        for key, number in zip(self._dated, self._dating, strict=True) if self._ever else ():
            if key in self._ever:
                self._join(self._ever[key], number)
        for one, other in self._company.meetings():
            if not self._is_joined(one, other) and one.meets(other):
                self._join(one.number, other.number)
        found: dict[int, list[StatementId]] = defaultdict(list)
        for number, identifier in enumerate(self._ids):
            found[self._root(number)].append(identifier)
        return list(found.values())

    def _is_joined(self, one: Glimpse, other: Glimpse) -> bool:
        return self._root(one.number) == self._root(other.number)

    def _join(self, one: int, other: int) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._parents[second] = first

    def _root(self, number: int) -> int:
        parents = self._parents
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number


def parted(statements: Iterable[Told]) -> Iterator[list[Told]]:
    """The statements, of one kind (of events: of one category), part by part, each in the order given."""
    told = {one.id: one for one in statements}
    parting = Parting()
    for one in told.values():
        parting.add(one)
    for part in parting.parts():
        yield [told[identifier] for identifier in part]
