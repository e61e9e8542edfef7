"""What is told of inputs, by what is wrong with them: a long table has one fault a thousand times."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from palanca.records import Rejection
from palanca.registers.rows import Remark, RemarkKind

_PARTICULAR = re.compile(r"'[^']*'|\"[^\"]*\"|\d[\d.,:/-]*")  # what differs from one row to another: words, numbers
_EXAMPLES = 3
_MOST_SORTS = 1_000


@dataclass(slots=True)
class Tally:
    """How often one sort of thing was told, with the first few that it was told of, each with its place and reason."""

    kind: str
    count: int = 0
    examples: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Tallies:
    """Rejections and warnings, counted by sort. Past a thousand sorts, all that are new count as one."""

    _by_sort: dict[tuple[str, str], Tally] = field(default_factory=dict)

    def add(self, item: Rejection | Remark) -> None:
        """Count one."""
        if isinstance(item, Rejection):
            kind, place = "rejected", item.origin.place
        else:
            kind, place = item.kind.value, item.place
        sort = _PARTICULAR.sub("…", item.reason)
        if (kind, sort) not in self._by_sort and len(self._by_sort) >= _MOST_SORTS:
            sort = ""
        tally = self._by_sort.setdefault((kind, sort), Tally(kind))
        tally.count += 1
        if len(tally.examples) < _EXAMPLES:
            tally.examples.append((place, item.reason))

    def __iter__(self) -> Iterator[Tally]:
        """Warnings first, then by how often."""
        return iter(sorted(self._by_sort.values(), key=lambda one: (one.kind != RemarkKind.WARNED.value, -one.count)))
