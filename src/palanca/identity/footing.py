"""What stands under the anchors of judgements in what is read now."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from palanca.identity.anchors import found_entity, found_statement
from palanca.identity.corrections import corrected
from palanca.identity.places import places_of
from palanca.identity.told import Agreement, agreement
from palanca.records import (
    Anchor,
    DocumentId,
    Entity,
    EntityId,
    Judgement,
    JudgementId,
    Reading,
    Statement,
    StatementId,
    Verdict,
)
from palanca.records.names import fold

type Readings = Callable[[Anchor], Reading | None]
type _Numbered = tuple[Judgement, int, Anchor]

# A person confirms all that is told; a rejection or correction outlives more exact readings of the same.
_LEAST = {Verdict.CONFIRM: Agreement.TOLD, Verdict.REJECT: Agreement.LIKE, Verdict.CORRECT: Agreement.PARTIES}
_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Footing:
    """What stands under one anchor: an entity or a statement (as read, uncorrected), else the `problem` in words.

    `bearer` is the only entity of the document that still has the name, where its words are gone.
    """

    entity: EntityId | None = None
    bearer: EntityId | None = None
    statement: StatementId | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrigible:
    """A statement that corrections stand on, as read, with the entities of its document."""

    statement: Statement
    entities: tuple[Entity, ...]


@dataclass(slots=True)
class Ground:
    """The footings of judgements, in the order of their anchors, and the statements that corrections stand on."""

    readings: Readings
    corrigible: dict[StatementId, Corrigible] = field(default_factory=dict)
    _footings: dict[tuple[JudgementId, int], Footing] = field(default_factory=dict)
    _versions: dict[DocumentId, list[tuple[Statement, Statement]]] = field(default_factory=lambda: defaultdict(list))

    def stand(self, judgements: Sequence[Judgement]) -> None:
        """Find the footing of each anchor; judgements come in order of time.

        Corrections go first, since people also judge what they have corrected. A document is asked for once for them,
        and once for all else.
        """
        self._stand(one for one in judgements if one.verdict is Verdict.CORRECT)
        self._stand(one for one in judgements if one.verdict is not Verdict.CORRECT)

    def of(self, judgement: Judgement) -> tuple[Footing, ...]:
        """The footings of a judgement."""
        return tuple(self._footings[judgement.id, number] for number in range(len(judgement.anchors)))

    def _stand(self, judgements: Iterable[Judgement]) -> None:
        for reading, numbered in self._by_document(judgements):
            for judgement, number, anchor in numbered:
                self._footings[judgement.id, number] = self._footing(judgement, anchor, reading)

    def _by_document(self, judgements: Iterable[Judgement]) -> Iterator[tuple[Reading | None, list[_Numbered]]]:
        groups: dict[tuple[str, str], list[_Numbered]] = defaultdict(list)
        for judgement in judgements:
            for number, anchor in enumerate(judgement.anchors):
                groups[anchor.name, anchor.document].append((judgement, number, anchor))
        for _, group in sorted(groups.items(), key=lambda item: item[0]):
            yield self.readings(group[0][2]), group

    def _footing(self, judgement: Judgement, anchor: Anchor, reading: Reading | None) -> Footing:
        if reading is None:
            return Footing(problem=problem_of(anchor, reading))
        if anchor.kind is None:
            entity = found_entity(anchor, reading)
            if entity is None:
                return Footing(bearer=_bearer(anchor, reading), problem=problem_of(anchor, reading))
            return Footing(entity=entity)
        statement = self._statement(judgement, anchor, reading)
        if statement is None:
            return Footing(problem=problem_of(anchor, reading))
        if judgement.field is not None:
            self._correct(judgement, statement, reading)
        return Footing(statement=statement.id)

    def _statement(self, judgement: Judgement, anchor: Anchor, reading: Reading) -> Statement | None:
        """The statement as read, if it still tells what was judged; also what a correction has made of it."""
        found = found_statement(anchor, reading)
        if found is None or agreement(anchor, found) is not Agreement.ALL:
            versions = dict(self._versions[reading.document.id])
            shown = found_statement(anchor, replace(reading, statements=tuple(versions)))
            if shown is not None and agreement(anchor, shown) is Agreement.ALL:
                return versions[shown]
        return found if found is not None and agreement(anchor, found) >= _LEAST[judgement.verdict] else None

    def _correct(self, judgement: Judgement, statement: Statement, reading: Reading) -> None:
        self.corrigible[statement.id] = Corrigible(statement=statement, entities=reading.entities)
        versions = self._versions[reading.document.id]
        last = next((version for version, original in reversed(versions) if original == statement), statement)
        if judgement.field is not None and judgement.value is not None:
            versions.append((corrected(last, [(judgement.field, judgement.value)], reading.entities), statement))


def _bearer(anchor: Anchor, reading: Reading) -> EntityId | None:
    name = fold(anchor.words)
    found = [one.id for one in reading.entities if name and name in map(fold, (one.caption, *one.names))]
    return found[0] if len(found) == 1 else None


def problem_of(anchor: Anchor, reading: Reading | None) -> str:
    """Why nothing stands under an anchor, and what to do about it."""
    if reading is None:
        return f"document {anchor.name} is not in the case: read it again, or undo this"
    words = " ".join(anchor.words.split())
    shown = f"“{words if len(words) <= _SHOWN else words[: _SHOWN - 1] + '…'}” of {anchor.name}"
    if places_of(anchor, reading):
        return f"{shown} is read otherwise now: judge it again, or undo this"
    return f"{shown} no longer stands as it was judged: judge it again, or undo this"
