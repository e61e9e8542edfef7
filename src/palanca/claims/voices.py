"""Which pieces of evidence are one voice: copies, one outlet, one passage, one named speaker."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from palanca.claims.telling import Told
from palanca.claims.wording import is_one_passage, runs
from palanca.records import Kind

_CROWD = 64  # passages: a run of words that more than these share, such as a name with its title, joins none


def voices(evidence: Sequence[Told]) -> list[int]:
    """The number of the voice of each piece, from 0 in the order in which they come.

    Two pieces are one voice when their documents are copies of each other, of one outlet or rows of one register, when
    both repeat one named speaker, or when they tell it in nearly the same words; and so on in turn. Those who heard one
    person say the same words are witnesses of that: of a saying, only copies, outlets and registers count.
    """
    if len(evidence) == 1:
        return [0]
    parent = list(range(len(evidence)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in _one_voice(evidence):
        first, second = sorted((root(i), root(j)))
        parent[second] = first
    numbers: dict[int, int] = {}
    return [numbers.setdefault(root(i), len(numbers)) for i in range(len(evidence))]


def _one_voice(evidence: Sequence[Told]) -> Iterator[tuple[int, int]]:
    first: dict[Hashable, int] = {}
    for i, one in enumerate(evidence):
        for key in _keys(one):
            yield first.setdefault(key, i), i
    if evidence[0].statement.kind is Kind.QUOTATION:
        return
    of_run: dict[str, list[int]] = defaultdict(list)
    for i in sorted({words: i for i, words in reversed(list(enumerate(one.words for one in evidence)))}.values()):
        own = list(dict.fromkeys(runs(evidence[i].words)))
        near = {j for run in own if len(of_run[run]) <= _CROWD for j in of_run[run]}
        yield from ((j, i) for j in sorted(near) if is_one_passage(evidence[j].words, evidence[i].words))
        for run in own:
            of_run[run].append(i)


def _keys(one: Told) -> Iterator[Hashable]:
    yield "copy", one.document.voice
    yield "document", one.statement.document
    if one.document.register:
        yield "register", one.document.register
    if one.document.outlet:
        yield "outlet", one.document.outlet.casefold()
    if one.statement.kind is Kind.QUOTATION:
        return
    if one.speaker:
        yield "speaker", one.speaker.key
    if is_one_passage(one.words, one.words):
        yield "passage", one.words
