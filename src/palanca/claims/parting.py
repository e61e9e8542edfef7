"""Parts: statements of which none can come under one claim with one of another part.

Claims of one part are settled whatever stands in the others, and so alone: when a statement comes or goes, only its
part is settled anew. Two statements are of one part when they share a key (see `reaching`) or, of events, when one
tells of a party alone in much the words of the other (see `event_reach`); and so on in turn.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from palanca.claims.event_reach import Company, event_keys
from palanca.claims.reaching import reaches
from palanca.claims.telling import Told
from palanca.packed import PackedTexts
from palanca.records import Kind, StatementId
from palanca.unions import Unions

_BUCKETS = 64

type Again = Callable[[Sequence[StatementId]], Mapping[StatementId, Told]]
"""Gives statements that were taken in again."""


class Parting:
    """The parts of the statements of one kind (of events: of one category), whatever order they come in.

    Of each statement little more than its id and the hashes of its keys is kept, so that many can be parted that do not
    fit into memory. Should two keys have one hash, a part is larger than it need be, and nothing worse.
    """

    def __init__(self) -> None:
        self._ids = PackedTexts()
        self._unions = Unions()
        self._keys = [_Keys() for _ in range(_BUCKETS)]
        self._company = Company()

    def __len__(self) -> int:
        return len(self._unions)

    def add(self, one: Told) -> None:
        """Take a statement in."""
        number = self._unions.new()
        self._ids.append(one.id)
        for key in reaches(one):
            self._file(hash(key), (), number)
        if one.statement.kind is Kind.EVENT:
            for dated, slots in event_keys(one):
                self._file(hash(dated), slots, number)
            self._company.add(one, number)

    def _file(self, key: int, slots: Sequence[int], number: int) -> None:
        self._keys[key % _BUCKETS].add(key, slots, number)

    def parts(self, again: Again) -> Iterator[list[StatementId]]:
        """The parts, each in the order in which its statements came, in that of their first statements."""
        for keys in self._keys:
            keys.join(self._unions)
        for one, other in self._company.meetings(lambda numbers: self._seen(numbers, again)):
            if not self._unions.are_joined(one.number, other.number) and one.meets(other):
                self._unions.join(one.number, other.number)
        for part in self._unions.groups(range(len(self._unions))):
            yield [StatementId(self._ids[number]) for number in part]

    def _seen(self, numbers: Iterable[int], again: Again) -> Iterator[Told]:
        ids = [StatementId(self._ids[number]) for number in numbers]
        told = again(ids)
        return (told[one] for one in ids)


class _Keys:
    """Keys with the months in which they hold, or none for any month, and the statement that has each."""

    def __init__(self) -> None:
        self._keys, self._numbers = array("q"), array("I")
        self._first, self._last = array("i"), array("i")

    def add(self, key: int, slots: Sequence[int], number: int) -> None:
        """Take a key in. `slots` follow one another."""
        self._keys.append(key)
        self._numbers.append(number)
        self._first.append(slots[0] if slots else 0)
        self._last.append(slots[-1] if slots else -1)

    def join(self, unions: Unions) -> None:
        """Join the statements that have a key in one month. What has no months meets all that has it, in any."""
        ever: dict[int, int] = {}
        in_month: dict[tuple[int, int], int] = {}
        for key, number, first, last in self._all():
            if first > last:
                unions.join(ever.setdefault(key, number), number)
            for slot in range(first, last + 1):
                unions.join(in_month.setdefault((key, slot), number), number)
        for key, number, first, last in self._all() if ever and in_month else ():
            if key in ever and first <= last:
                unions.join(ever[key], number)

    def _all(self) -> Iterator[tuple[int, int, int, int]]:
        return zip(self._keys, self._numbers, self._first, self._last, strict=True)


def parted(statements: Iterable[Told]) -> Iterator[list[Told]]:
    """The statements, of one kind (of events: of one category), part by part, each in the order given."""
    told = {one.id: one for one in statements}
    parting = Parting()
    for one in told.values():
        parting.add(one)
    for part in parting.parts(lambda _: told):
        yield [told[identifier] for identifier in part]
