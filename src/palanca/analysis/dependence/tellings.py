"""Claims → tellings: who tells which value of what, between which two ends.

A claim told once is one telling. Under a claim told more often, each source tells for itself, and rows of a register
that name other ends or another time are tellings of their own, so that nobody is given what another's row says.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from palanca.analysis.dependence.figures import End, Telling, is_stake, key_of
from palanca.analysis.powers import Powers
from palanca.records import (
    TOLD_AS_SO,
    Claim,
    DocumentId,
    EntityId,
    Filler,
    Modality,
    QuantityDetail,
    RoleName,
    Statement,
    StatementId,
    TieDetail,
    Time,
)

FORESEEN = frozenset({Modality.PLANNED, Modality.HYPOTHETICAL})

type _Group = tuple[End, End, str | None, str, Time | None, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingContext:
    """Where tellings find what claims do not carry.

    `register_of` is the register of a document's row, empty for others; `thing_of` what an entity of a document is;
    `modalities` are those that count.
    """

    powers: Powers
    register_of: Callable[[DocumentId], str]
    thing_of: Callable[[EntityId], EntityId]
    modalities: frozenset[Modality] = TOLD_AS_SO


def tellings(claim: Claim, statements: Mapping[StatementId, Statement], told: TellingContext) -> Iterator[Telling]:
    """What is told under a claim; `statements` need those of claims told more than once only.

    None of a quantity that does not name one source and one target, and none of a tie that is no stake.
    """
    if claim.modality not in told.modalities:
        return
    detail = claim.detail
    if not isinstance(detail, QuantityDetail) and not (isinstance(detail, TieDetail) and is_stake(detail.kind)):
        return
    if len(claim.evidence) == 1:
        time = claim.time
        sources = [_end((one.identity, one.text), time, told) for one in claim.of(RoleName.SOURCE)]
        targets = [_end((one.identity, one.text), time, told) for one in claim.of(RoleName.TARGET)]
        document = claim.evidence[0].document
        for source, target in _pairs(sources, targets, detail):
            yield _telling(
                claim, [(detail, document)], (source, target, "", "", claim.time, told.register_of(document))
            )
        return
    yield from _told_apart(claim, (statements[one.statement] for one in claim.evidence), told)


def _told_apart(claim: Claim, statements: Iterable[Statement], told: TellingContext) -> Iterator[Telling]:
    """A telling for each source, pair of ends and stated time; its values are those that the source's texts dispute."""
    groups: dict[_Group, list[tuple[QuantityDetail | TieDetail, DocumentId]]] = defaultdict(list)
    for statement in statements:
        detail = statement.detail
        if statement.modality not in told.modalities or not isinstance(detail, QuantityDetail | TieDetail):
            continue
        sources = [_filled(one, statement.time, told) for one in statement.fillers(RoleName.SOURCE)]
        targets = [_filled(one, statement.time, told) for one in statement.fillers(RoleName.TARGET)]
        of, unit = (detail.of, detail.unit) if isinstance(detail, QuantityDetail) else (None, "")
        register = told.register_of(statement.document)
        for source, target in _pairs(sources, targets, detail):
            groups[source, target, of, unit, statement.time, register].append((detail, statement.document))
    for group, several in groups.items():
        yield _telling(claim, _lead_first(several, claim), group)


def _lead_first(
    several: list[tuple[QuantityDetail | TieDetail, DocumentId]], claim: Claim
) -> list[tuple[QuantityDetail | TieDetail, DocumentId]]:
    return sorted(several, key=lambda one: one[0] != claim.detail)


def _telling(claim: Claim, several: list[tuple[QuantityDetail | TieDetail, DocumentId]], group: _Group) -> Telling:
    """One telling; the value of the first counts, the others make it a range."""
    lows = [detail.value if isinstance(detail, QuantityDetail) else 1.0 for detail, _ in several]
    highs = [
        detail.value if detail.value_max is None else detail.value_max
        for detail, _ in several
        if isinstance(detail, QuantityDetail)
    ] or lows
    source, target, _, _, time, register = group
    return Telling(
        claim=claim.id, detail=several[0][0], source=source, target=target, time=time, low=min(lows), value=lows[0],
        high=max(highs), register=register, documents=tuple(dict.fromkeys(document for _, document in several)),
    )  # fmt: skip


def _pairs(sources: list[End], targets: list[End], detail: QuantityDetail | TieDetail) -> Iterator[tuple[End, End]]:
    """The two ends; of an amount between more than two nobody can say whose part is which."""
    if isinstance(detail, TieDetail) or (len(sources) == 1 and len(targets) == 1):
        yield from ((source, target) for source in sources for target in targets)


def _filled(filler: Filler, time: Time | None, told: TellingContext) -> End:
    return _end((told.thing_of(filler.entity) if filler.entity else None, filler.text), time, told)


def _end(who: tuple[EntityId | None, str], time: Time | None, told: TellingContext) -> End:
    identity, text = who
    return End(key=key_of(identity, text), text=text, country=told.powers.of(identity, text, time))
