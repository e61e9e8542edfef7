"""From all that people have judged to what holds: pairs, names, schemata, verdicts, corrections, and why not the rest.

The latest judgement of a person on a thing counts; persons who disagree are all reported, and nothing is applied of
what they disagree on but `different`, which is never forgotten.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from palanca.identity.checking import check_judgement
from palanca.identity.corrections import check_value, corrected
from palanca.identity.footing import Footing, Ground, Readings
from palanca.identity.standing import Notes
from palanca.identity.stating import StatedFacts, Stating, stating, unstated
from palanca.identity.undoing import in_order, taken_back
from palanca.identity.voting import Outcome, Pair, Thing, Vote, contradictions, counted, sorted_pair
from palanca.records import (
    Anchor,
    DocumentId,
    EntityId,
    Field,
    Judgement,
    JudgementState,
    Reading,
    Schema,
    StatementId,
    Verdict,
)
from palanca.records.errors import InvalidJudgement
from palanca.records.names import fold

__all__ = ["Decided", "Readings", "decide"]

_PAIR, _VERDICT = "pair", "verdict"
_OF_NAMES = {Verdict.RENAME, Verdict.RETYPE, Verdict.COUNTRY, Verdict.BRANCH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What people agree that a thing belongs to, empty for nothing, with who decided it last and on which day."""

    value: str
    who: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What holds of all judgements.

    Pairs are sorted, and sorted within. `apart` are sorted pairs of folded names that were judged different on words
    that are gone. `countries` (ISO 3166-1 alpha-3) and `branches` hold what things belong to. `corrections` has for
    each statement, as it was read, the fields to put right in the order of `Field`. `rejected` and `confirmed` hold
    the ids of statements as read and, of corrected ones, as corrected too. `stated` has what people state in documents
    that no reader read. `states` has one state for each judgement, by moment, then id.
    """

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()
    names: Mapping[EntityId, str] = field(default_factory=dict)
    schemas: Mapping[EntityId, Schema] = field(default_factory=dict)
    countries: Mapping[EntityId, Settled] = field(default_factory=dict)
    branches: Mapping[EntityId, Settled] = field(default_factory=dict)
    rejected: frozenset[StatementId] = frozenset()
    confirmed: frozenset[StatementId] = frozenset()
    corrections: Mapping[StatementId, tuple[tuple[Field, str], ...]] = field(default_factory=dict)
    stated: Mapping[DocumentId, StatedFacts] = field(default_factory=dict)
    states: tuple[JudgementState, ...] = ()


def decide(judgements: Iterable[Judgement], readings: Readings) -> Decided:
    """Work out what holds, whatever order the judgements come in.

    `readings` gives the reading of the document of an anchor: the one of its id if that is current, else the current
    one of its name, else None; what people stated in it before is left out. An undo takes back what it names, even
    another undo. A judgement whose words are gone, or are read as something else now, is set aside.
    """
    logged = in_order(judgements)
    back = taken_back(logged)
    notes = Notes()
    active = [one for one in logged if one.id not in back and one.undoes is None and _can_be_applied(one, notes)]
    told = stating((one for one in active if one.verdict is Verdict.STATE), partial(_as_read, readings))
    ground = Ground(readings=lambda anchor: told.beside(_as_read(readings, anchor)))
    ground.stand([one for one in active if one.verdict is not Verdict.STATE])
    count = _Count(ground=ground, notes=notes, told=told)
    count.take(active)
    return count.decided(tuple(notes.states(logged, back)))


def _as_read(readings: Readings, anchor: Anchor) -> Reading | None:
    reading = readings(anchor)
    return unstated(reading) if reading else None


def _can_be_applied(judgement: Judgement, notes: Notes) -> bool:
    try:
        check_judgement(judgement)
    except InvalidJudgement as error:
        notes.set_aside(judgement, str(error))
        return False
    return True


@dataclass(slots=True)
class _Count:
    """The votes on each thing, and what comes out."""

    ground: Ground
    notes: Notes
    told: Stating
    apart: dict[tuple[str, str], list[Judgement]] = field(default_factory=dict)
    outcomes: dict[Thing, Outcome] = field(default_factory=dict)
    _contradicted: set[Pair] = field(default_factory=set)

    def take(self, active: list[Judgement]) -> None:
        """Count the votes of judgements in order, and note what has become of each."""
        votes = [vote for one in active for vote in self._votes(one)]
        self.outcomes = counted(votes)
        for outcome in self.outcomes.values():
            self.notes.outcome(outcome)
        self._keep_apart()

    def decided(self, states: tuple[JudgementState, ...]) -> Decided:
        """What holds."""
        agreed = {thing: outcome.agreed for thing, outcome in self.outcomes.items() if outcome.agreed is not None}
        corrections = self._corrections(agreed)
        return Decided(
            same=tuple(pair for pair in self._pairs(Verdict.SAME) if pair not in self._contradicted),
            different=tuple(self._pairs(Verdict.DIFFERENT)),
            apart=frozenset(self.apart),
            names={EntityId(t[1]): value for t, value in agreed.items() if t[0] == Verdict.RENAME},
            schemas={EntityId(t[1]): Schema(value) for t, value in agreed.items() if t[0] == Verdict.RETYPE},
            countries=self._settled(Verdict.COUNTRY),
            branches=self._settled(Verdict.BRANCH),
            rejected=frozenset(self._judged(agreed, Verdict.REJECT, corrections)),
            confirmed=frozenset(self._judged(agreed, Verdict.CONFIRM, corrections)),
            corrections=corrections,
            stated=self.told.facts,
            states=states,
        )

    def _settled(self, verdict: Verdict) -> dict[EntityId, Settled]:
        found: dict[EntityId, Settled] = {}
        for thing, outcome in self.outcomes.items():
            if thing[0] == verdict and outcome.agreed is not None:
                last = max((vote.judgement for vote in outcome.standing), key=lambda one: (one.at, one.id))
                found[EntityId(thing[1])] = Settled(value=outcome.agreed, who=last.who, on=last.at.date())
        return found

    def _votes(self, judgement: Judgement) -> Iterator[Vote]:
        is_stated = judgement.verdict is Verdict.STATE
        footings = (self.told.footings[judgement.id],) if is_stated else self.ground.of(judgement)
        problems = [footing.problem for footing in footings if footing.problem]
        if judgement.verdict in {Verdict.SAME, Verdict.DIFFERENT}:
            yield from self._pair_vote(judgement, footings, problems)
            return
        if len(problems) == len(footings):
            self.notes.set_aside(judgement, problems[0])
        elif problems:
            self.notes.partly(judgement, f"{len(footings) - len(problems)} of {len(footings)} statements found")
        if judgement.id in self.told.read_too:
            self.notes.partly(judgement, "a reader reads it so too")
        for thing in (_thing(judgement, footing) for footing in footings if not footing.problem):
            yield Vote(thing=thing, value=_value(judgement), judgement=judgement)

    def _pair_vote(self, judgement: Judgement, footings: tuple[Footing, ...], problems: list[str]) -> Iterator[Vote]:
        is_different = judgement.verdict is Verdict.DIFFERENT
        ends = [found for one in footings if (found := one.entity or (one.bearer if is_different else None))]
        is_one = len(ends) == 2 and ends[0] == ends[1]
        if is_one and is_different:
            problems.append("both names are read as one thing now: judge again, or undo this")
        if problems:
            self.notes.set_aside(judgement, problems[0] + ("; kept apart meanwhile" if is_different else ""))
        if is_one and not is_different:
            self.notes.partly(judgement, "the document says so already")
        elif len(ends) == 2 and not is_one:
            yield Vote(thing=(_PAIR, *sorted_pair(*ends)), value=judgement.verdict, judgement=judgement)
        elif is_different and all(_names(judgement)):
            self.apart.setdefault(_names(judgement), []).append(judgement)

    def _pairs(self, verdict: Verdict) -> list[Pair]:
        """The pairs so judged; where people disagree, they are different."""
        return sorted(
            (EntityId(thing[1]), EntityId(thing[2]))
            for thing, outcome in self.outcomes.items()
            if thing[0] == _PAIR and (outcome.agreed or Verdict.DIFFERENT) == verdict
        )

    def _keep_apart(self) -> None:
        """Find what joins, in several steps or by name, what is kept apart."""
        same = self._pairs(Verdict.SAME)
        for pair, chain in contradictions(same, self._pairs(Verdict.DIFFERENT)).items():
            joining = [vote.judgement for link in chain for vote in self.outcomes[_PAIR, *link].standing]
            parting = [v.judgement for v in self.outcomes[_PAIR, *pair].standing if v.value == Verdict.DIFFERENT]
            self._contradict(chain, joining, parting)
        for pair in same:
            joining = [vote.judgement for vote in self.outcomes[_PAIR, *pair].standing]
            parting = [other for one in joining for other in self.apart.get(_names(one), ())]
            if parting:
                self._contradict([pair], joining, parting)

    def _contradict(self, pairs: Iterable[Pair], joining: list[Judgement], parting: list[Judgement]) -> None:
        self._contradicted.update(pairs)
        self.notes.contradiction(joining, parting)

    def _corrections(self, agreed: Mapping[Thing, str]) -> dict[StatementId, tuple[tuple[Field, str], ...]]:
        found: dict[StatementId, list[tuple[Field, str]]] = {}
        for wanted in Field:
            for thing, value in agreed.items():
                if thing[0] == Verdict.CORRECT and thing[2] == wanted:
                    found.setdefault(StatementId(thing[1]), []).append((wanted, value))
        return {statement: tuple(found[statement]) for statement in sorted(found)}

    def _judged(
        self,
        agreed: Mapping[Thing, str],
        verdict: Verdict,
        corrections: Mapping[StatementId, tuple[tuple[Field, str], ...]],
    ) -> Iterator[StatementId]:
        for thing, value in agreed.items():
            if thing[0] == _VERDICT and value == verdict:
                original = StatementId(thing[1])
                yield original
                if original in corrections:
                    known = self.ground.corrigible[original]
                    yield corrected(known.statement, corrections[original], known.entities).id


def _thing(judgement: Judgement, footing: Footing) -> Thing:
    """What a judgement on single names or statements is about."""
    if judgement.verdict in _OF_NAMES:
        return judgement.verdict, str(footing.entity)
    if judgement.field is not None:
        return judgement.verdict, str(footing.statement), judgement.field
    return _VERDICT, str(footing.statement)


def _value(judgement: Judgement) -> str:
    value = judgement.value or ""
    if judgement.verdict is Verdict.STATE:
        return Verdict.CONFIRM  # who states it says that the words tell it
    if judgement.field is not None and judgement.anchors[0].kind is not None:
        return check_value(judgement.anchors[0].kind, judgement.field, value)
    if judgement.verdict in {Verdict.COUNTRY, Verdict.BRANCH}:
        return value
    return " ".join(value.split()) or judgement.verdict


def _names(judgement: Judgement) -> tuple[str, str]:
    one, other = sorted(fold(anchor.words) for anchor in judgement.anchors)
    return one, other
