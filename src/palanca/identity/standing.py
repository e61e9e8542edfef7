"""What has become of each judgement, in words, with what to do about it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from palanca.identity.voting import Outcome
from palanca.records import Judgement, JudgementId, JudgementState, Standing

type _Reasons = dict[JudgementId, dict[str, None]]  # sets that keep their order

_SHORT_ID = 8


def _reasons() -> _Reasons:
    return defaultdict(dict)


@dataclass(slots=True)
class Notes:
    """Reasons noted of judgements. What is replaced altogether asks nothing more; else the gravest counts."""

    _aside: _Reasons = field(default_factory=_reasons)
    _conflict: _Reasons = field(default_factory=_reasons)
    _replaced: _Reasons = field(default_factory=_reasons)
    _partly: _Reasons = field(default_factory=_reasons)
    _counting: set[JudgementId] = field(default_factory=set)

    def set_aside(self, judgement: Judgement, reason: str) -> None:
        """It has no footing, or cannot be applied."""
        self._aside[judgement.id][reason] = None

    def partly(self, judgement: Judgement, reason: str) -> None:
        """It holds, not for all that was judged."""
        self._partly[judgement.id][reason] = None

    def outcome(self, outcome: Outcome) -> None:
        """What came out for one thing: which votes were replaced, and who disagrees."""
        self._counting.update(vote.judgement.id for vote in outcome.standing)
        for vote, by in outcome.replaced:
            self._replaced[vote.judgement.id][_named(by.judgement)] = None
        for vote in outcome.standing:
            for other in outcome.standing:
                if other.value != vote.value:
                    self._conflict[vote.judgement.id][
                        f"{_named(other.judgement)} says otherwise: agree, and undo one"
                    ] = None

    def contradiction(self, joining: Iterable[Judgement], parting: Iterable[Judgement]) -> None:
        """Some join in several steps, or by name, what others part: nothing is joined until one is undone."""
        sides = [sorted(side, key=lambda one: (one.at, one.id)) for side in (joining, parting)]
        for ours, theirs in (sides, reversed(sides)):
            named = ", ".join(dict.fromkeys(map(_named, theirs)))
            for judgement in ours:
                self._conflict[judgement.id][f"contradicted by {named}: undo what is wrong; kept apart meanwhile"] = (
                    None
                )

    def states(self, logged: Iterable[Judgement], back: Mapping[JudgementId, Judgement]) -> Iterator[JudgementState]:
        """One for each, in their order. `back` has what is taken back, with the undo."""
        logged = list(logged)
        known = {judgement.id for judgement in logged}
        for judgement in logged:
            if judgement.id in back:
                yield _state(judgement, Standing.UNDONE, [f"taken back by {_named(back[judgement.id])}"])
            elif judgement.undoes is not None and judgement.undoes not in known:
                missing = f"judgement {judgement.undoes[:_SHORT_ID]} is not known here: bring it in, and it is undone"
                yield _state(judgement, Standing.SET_ASIDE, [missing])
            else:
                yield self._state(judgement)

    def _state(self, judgement: Judgement) -> JudgementState:
        one = judgement.id
        aside, conflict, replaced, partly = (
            list(reasons.get(one, ())) for reasons in (self._aside, self._conflict, self._replaced, self._partly)
        )
        if replaced and one not in self._counting:
            return _state(judgement, Standing.UNDONE, [f"replaced by {by}" for by in replaced])
        in_part = [f"in part replaced by {by}" for by in replaced]
        standing = Standing.SET_ASIDE if aside else Standing.IN_CONFLICT if conflict else Standing.HOLDS
        return _state(judgement, standing, [*aside, *conflict, *partly, *in_part])


def _state(judgement: Judgement, standing: Standing, reasons: list[str]) -> JudgementState:
    return JudgementState(judgement=judgement.id, standing=standing, reason="; ".join(reasons))


def _named(judgement: Judgement) -> str:
    """The person, the verdict, the day and the first digits of the id."""
    return f"{judgement.who} ({judgement.verdict}, {judgement.at.date().isoformat()}, {judgement.id[:_SHORT_ID]})"
