"""Which judgements are taken back: by an undo that is not itself taken back."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from graphlib import TopologicalSorter

from palanca.records import Judgement, JudgementId


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Each judgement once, by moment, then id."""
    return sorted({one.id: one for one in judgements}.values(), key=lambda one: (one.at, one.id))


def taken_back(logged: Sequence[Judgement]) -> dict[JudgementId, Judgement]:
    """What is taken back, with the last undo that does so.

    Whatever clocks say, an undo comes after what it undoes, since it holds its id: so chains of undos have an end.
    """
    undos: dict[JudgementId, list[Judgement]] = defaultdict(list)
    for judgement in logged:
        if judgement.undoes:
            undos[judgement.undoes].append(judgement)
    back: dict[JudgementId, Judgement] = {}
    graph = {one.id: {undo.id for undo in undos.get(one.id, ())} for one in logged}
    for identifier in TopologicalSorter(graph).static_order():
        standing = [undo for undo in undos.get(identifier, ()) if undo.id not in back]
        if standing:
            back[identifier] = standing[-1]
    return back
