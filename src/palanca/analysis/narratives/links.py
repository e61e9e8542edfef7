"""Which articles belong together, and the stars that they make.

Joining whatever has a link to whatever has a link chains a year of news into one story (single link; Manning, Raghavan
and Schütze, Introduction to Information Retrieval, 2008, 17.2). So nothing is joined in turn here:

- two units are linked by two specific things at different words, or by one that tells a story by itself;
- a thing links only what was published within `SPAN` of its first teller, since stories on one topic that lie far
  apart are different ones (Yang, Pierce and Carbonell, A Study on Retrospective and On-line Event Detection, 1998);
- a story is a star: one unit and those linked to it directly (Aslam, Pelekhov and Rus, The Star Clustering Algorithm
  for Static and Dynamic Information Organization, 2004). What is linked to a satellite alone is another story.

Each teller of a thing is paired with the first sixteen of its time, so that the work grows as the tellers do.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from palanca.analysis.narratives.press import Press
from palanca.analysis.narratives.records import Place, Reason, ReasonKind
from palanca.analysis.narratives.shared import FULL, Shared
from palanca.records import DocumentId, Span

SPAN = timedelta(days=30)
_FIRST_TELLERS = 16

type Pair = tuple[DocumentId, DocumentId]
type Passage = Callable[[DocumentId, DocumentId], tuple[Span, Span] | None]
"""The longest passage that two documents share, in each."""

type Links = Mapping[Pair, tuple[Reason, ...]]


@dataclass(frozen=True, slots=True)
class Star:
    """A story: the unit in the middle, and those linked to it, each in order of publication."""

    centre: DocumentId
    satellites: tuple[DocumentId, ...]


def links(things: Sequence[Shared], press: Press, passage: Passage) -> Links:
    """The pairs of units that belong together, the earlier first, each with what they share, the weightiest first.

    Of a pair that shares one thing of less weight a passage of twenty words and more is asked for.
    """
    meetings: dict[Pair, list[int]] = defaultdict(list)
    for number, thing in enumerate(things):
        for pair in _pairs(_tellers(thing, press), press):
            meetings[pair].append(number)
    found: dict[Pair, tuple[Reason, ...]] = {}
    for pair in sorted(meetings, key=lambda pair: (press.rank[pair[0]], press.rank[pair[1]])):
        shared = sorted((things[i] for i in meetings[pair]), key=lambda thing: (-thing.weight, thing.kind))
        weight, reasons = _apart(shared, pair, press)
        if weight < FULL and (words := passage(*pair)):
            weight, reasons = FULL, (_passage_reason(pair, words), *reasons)
        if weight >= FULL:
            found[pair] = reasons
    return found


def _passage_reason(pair: Pair, words: tuple[Span, Span]) -> Reason:
    return Reason(
        kind=ReasonKind.PASSAGE,
        here=Place(document=pair[1], span=words[1]),
        there=Place(document=pair[0], span=words[0]),
    )


def _tellers(thing: Shared, press: Press) -> list[DocumentId]:
    """The dated units that tell a thing, in order of publication."""
    units = {press.unit_of[document] for document in thing.places}
    return sorted((unit for unit in units if press.day(unit)), key=press.rank.__getitem__)


def _pairs(units: Sequence[DocumentId], press: Press) -> Iterator[Pair]:
    began, first = date.min, list[DocumentId]()
    for unit in units:
        day = press.day(unit) or date.min
        if not first or day - began > SPAN:
            began, first = day, []
        yield from ((other, unit) for other in first)
        if len(first) < _FIRST_TELLERS:
            first.append(unit)


def _apart(shared: Iterable[Shared], pair: Pair, press: Press) -> tuple[int, tuple[Reason, ...]]:
    """The things of a pair that stand at different words on both sides, and their weight together."""
    taken: list[Reason] = []
    weight = 0
    for thing in shared:
        there, here = (_place(thing, unit, press) for unit in pair)
        if not any(_touch(here, one.here) or _touch(there, one.there) for one in taken):
            taken.append(Reason(kind=thing.kind, here=here, there=there, claim=thing.claim))
            weight += thing.weight
    return weight, tuple(taken)


def _place(thing: Shared, unit: DocumentId, press: Press) -> Place:
    document = next(one for one in press.copies[unit] if one in thing.places)
    return Place(document=document, span=thing.places[document])


def _touch(one: Place, other: Place) -> bool:
    return one.document == other.document and one.span.overlaps(other.span)


def stars(found: Links, press: Press) -> list[Star]:
    """Take the unit with most links, and what is left of those it is linked to; again with the rest.

    Of equals the one whose links have most reasons, then the first to be published.
    """
    near: dict[DocumentId, dict[DocumentId, int]] = defaultdict(dict)
    for (one, other), reasons in found.items():
        near[one][other] = near[other][one] = len(reasons)
    taken: set[DocumentId] = set()
    made: list[Star] = []
    for centre in sorted(near, key=lambda unit: (-len(near[unit]), -sum(near[unit].values()), press.rank[unit])):
        satellites = sorted(near[centre].keys() - taken, key=press.rank.__getitem__)
        if centre not in taken and satellites:
            made.append(Star(centre, tuple(satellites)))
            taken |= {centre, *satellites}
    return made
