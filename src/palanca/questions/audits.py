"""The audit of a case: what a careful editor would look at twice, each finding at its sentences."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import batched

from palanca.analysis.audit import Ledger
from palanca.analysis.audit import audit as findings_of
from palanca.analysis.tables import Passage
from palanca.questions.claims import library
from palanca.records import Claim, DocumentId, Filter, Finding, FindingKind, Statement, StatementId
from palanca.records.query import EVERYTHING
from palanca.settlement import settle
from palanca.store import Case

_TEXTS_AT_HAND = 32_768  # rows of registers are short, and come in any order
_CLAIMS_AT_ONCE = 500

type Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A finding with the passages of its statements, in order."""

    finding: Finding
    passages: tuple[Passage, ...]


def audit(case: Case, kinds: Iterable[FindingKind] = FindingKind, *, today: date | None = None) -> Iterator[Shown]:
    """The findings of these kinds, the gravest first, then by kind and place.

    `today` stands for the day of the newest document where none is dated.
    """
    yield from with_passages(case, findings(case, kinds, today=today))


def findings(
    case: Case,
    kinds: Iterable[FindingKind] = FindingKind,
    *,
    today: date | None = None,
    progress: Progress = lambda _done, _of: None,
) -> list[Finding]:
    """The findings of `audit`, without their passages; `progress` is told how many claims of how many are read."""
    settle(case)
    ledger = _ledger(case, today or date.today(), progress)  # noqa: DTZ011  # the user's own day
    return findings_of(ledger, kinds)


def with_passages(case: Case, found: Iterable[Finding]) -> Iterator[Shown]:
    """Findings with their passages, in the order given."""
    known = library(case)
    for finding in found:
        statements = case.evidence(finding.statements)
        yield Shown(
            finding=finding,
            passages=tuple(known.passage(statements[one]) for one in finding.statements),
        )


def _ledger(case: Case, today: date, progress: Progress) -> Ledger:
    @lru_cache(maxsize=_TEXTS_AT_HAND)
    def text(document: DocumentId) -> str:
        return case.text(document)

    claims: list[Claim] = []
    statements: dict[StatementId, Statement] = {}
    of = case.count_claims(EVERYTHING)
    for several in batched(case.claims(Filter()), _CLAIMS_AT_ONCE):
        claims += several
        statements |= case.evidence(evidence.statement for claim in several for evidence in claim.evidence)
        progress(len(claims), of)
    return Ledger(
        claims=claims,
        statements=statements,
        identities={entity: thing for thing in case.things() for entity in thing.members},
        documents=case.tellings({statement.document for statement in statements.values()}),
        text=text,
        today=today,
    )
