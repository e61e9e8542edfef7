"""How well claims group the cases of `groups.yaml`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from palanca.claims import Background, Telling, claims_of
from palanca.claims.copies import groups_of_copies, signature
from palanca.records import Claim, ClaimId, DisputeKind, EntityId, Identity
from tests.claims.group_cases import Case, Named, Told


@dataclass(slots=True)
class Share:
    """How many are right, of those found and of those that should be."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """Over all cases. `cubed` are the precisions and recalls of single statements (Bagga and Baldwin, 1998).

    `voices` counts the claims that are grouped rightly, and those of them whose voices are right. `wrong` tells in one
    line each what is not as the editor has it.
    """

    pairs: Share = field(default_factory=Share)
    cubed: list[tuple[float, float]] = field(default_factory=list)
    disputes: Share = field(default_factory=Share)
    grouped: int = 0
    voices: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def cubed_precision(self) -> float:
        return sum(precision for precision, _ in self.cubed) / len(self.cubed)

    @property
    def cubed_recall(self) -> float:
        return sum(recall for _, recall in self.cubed) / len(self.cubed)


def claims_of_cases(cases: Sequence[Case]) -> list[Claim]:
    """The claims of one ledger that holds all of these cases."""
    documents = {document.id: document for case in cases for document in case.documents}
    voice = groups_of_copies({identifier: signature(document.text) for identifier, document in documents.items()})
    background = Background(
        identities={entity: thing for thing in _identities(cases) for entity in thing.members},
        documents={
            one.id: Telling(name=one.name, published=one.published, outlet=one.outlet, voice=voice[one.id])
            for one in documents.values()
        },
        words=lambda statement: statement.span.of(documents[statement.document].text),
    )
    return list(claims_of([told.statement for case in cases for told in case.told], background))


def _identities(cases: Iterable[Case]) -> Iterator[Identity]:
    """Things by their keys, as an editor knows them: the same in every case."""
    named: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for case in cases:
        for one in case.named:
            named[one.thing.schema, one.thing.key].append(one)
    state = {group[0].thing.country: _first(group) for group in named.values() if group[0].thing.is_country}
    for group in named.values():
        thing = group[0].thing
        yield Identity(
            id=_first(group), schema=thing.schema, caption=thing.caption, names=thing.aliases,
            members=tuple(sorted(one.entity.id for one in group)), documents=len(group), country=thing.country,
            is_country=thing.is_country, part_of=None if thing.is_country else state.get(thing.country),
        )  # fmt: skip


def _first(group: Iterable[Named]) -> EntityId:
    return min(one.entity.id for one in group)


def score(cases: Iterable[Case]) -> Score:
    """Each case by itself, as a ledger of its own."""
    total = Score()
    for case in cases:
        _judge(total, [case])
    return total


def score_together(cases: Sequence[Case]) -> Score:
    """All cases in one ledger: statements of different cases must not be joined either."""
    total = Score()
    _judge(total, cases)
    return total


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A statement of a case, its words, and the claim that it was put under."""

    case: Case
    told: Told
    claim: ClaimId

    @property
    def label(self) -> tuple[str, str]:
        return self.case.name, self.told.label

    @property
    def words(self) -> str:
        statement = self.told.statement
        return next(statement.span.of(one.text) for one in self.case.documents if one.id == statement.document)


def _judge(total: Score, cases: Sequence[Case]) -> None:
    claims = {claim.id: claim for claim in claims_of_cases(cases)}
    under = {evidence.statement: claim.id for claim in claims.values() for evidence in claim.evidence}
    items = [_Item(case=case, told=told, claim=under[told.statement.id]) for case in cases for told in case.told]
    _judge_pairs(total, items)
    _judge_cubed(total, items)
    by_label: dict[tuple[str, str], list[_Item]] = defaultdict(list)
    for item in items:
        by_label[item.label].append(item)
    for group in by_label.values():
        _judge_disputes(total, group, claims)
        _judge_voices(total, group, claims)


def _judge_pairs(total: Score, items: Sequence[_Item]) -> None:
    for one, other in combinations(items, 2):
        if not _is_judged(one, other):
            continue
        wanted, found = one.label == other.label, one.claim == other.claim
        total.pairs.wanted += wanted
        total.pairs.found += found
        total.pairs.right += wanted and found
        if wanted != found:
            total.wrong.append(f"{'not joined' if wanted else 'joined'}: {one.case.name}: {one.words} | {other.words}")


def _judge_cubed(total: Score, items: Sequence[_Item]) -> None:
    for one in items:
        judged = [other for other in items if _is_judged(one, other)]
        wanted = sum(other.label == one.label for other in judged)
        found = sum(other.claim == one.claim for other in judged)
        both = sum(other.label == one.label and other.claim == one.claim for other in judged)
        total.cubed.append((both / found, both / wanted))


def _is_judged(one: _Item, other: _Item) -> bool:
    """Rival sides of one question may stand as one claim or as two."""
    return one.label == other.label or one.case is not other.case or one.told.question != other.told.question


def _judge_disputes(total: Score, group: Sequence[_Item], claims: Mapping[ClaimId, Claim]) -> None:
    case, label = group[0].case, group[0].told.label
    wanted = case.disputes[label]
    found = {dispute.kind for item in group for dispute in claims[item.claim].disputes}
    total.disputes.wanted += len(wanted)
    total.disputes.found += len(found)
    total.disputes.right += len(wanted & found)
    if wanted != found:
        total.wrong.append(f"disputes of {label}: {case.name}: {_listed(found)}, not {_listed(wanted)}")


def _listed(kinds: Iterable[DisputeKind]) -> str:
    return ", ".join(sorted(kinds)) or "none"


def _judge_voices(total: Score, group: Sequence[_Item], claims: Mapping[ClaimId, Claim]) -> None:
    """Voices are judged only of what is grouped rightly."""
    case, label = group[0].case, group[0].told.label
    claim = claims[group[0].claim]
    if {item.told.statement.id for item in group} != {evidence.statement for evidence in claim.evidence}:
        return
    total.grouped += 1
    total.voices += claim.sources == case.voices[label]
    if claim.sources != case.voices[label]:
        total.wrong.append(f"voices of {label}: {case.name}: {claim.sources}, not {case.voices[label]}")
