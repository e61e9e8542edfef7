"""The audit of a case: what a careful editor would look at twice, each finding at its sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from palanca.analysis.audit import Ledger
from palanca.analysis.audit import audit as findings_of
from palanca.analysis.tables import Passage
from palanca.questions import library
from palanca.records import DocumentId, Filter, Finding, FindingKind
from palanca.settlement import settle
from palanca.store import Case

_TEXTS_AT_HAND = 512


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


def findings(case: Case, kinds: Iterable[FindingKind] = FindingKind, *, today: date | None = None) -> list[Finding]:
    """The findings of `audit`, without their passages."""
    settle(case)
    return findings_of(_ledger(case, today or date.today()), kinds)  # noqa: DTZ011  # the user's own day


def with_passages(case: Case, found: Iterable[Finding]) -> Iterator[Shown]:
    """Findings with their passages, in the order given."""
    known = library(case)
    for finding in found:
        statements = case.evidence(finding.statements)
        yield Shown(
            finding=finding,
            passages=tuple(known.passage(statements[one]) for one in finding.statements),
        )


def _ledger(case: Case, today: date) -> Ledger:
    @lru_cache(maxsize=_TEXTS_AT_HAND)
    def text(document: DocumentId) -> str:
        return case.document(document).text

    claims = list(case.claims(Filter()))
    return Ledger(
        claims=claims,
        statements=case.evidence(evidence.statement for claim in claims for evidence in claim.evidence),
        identities={entity: thing for thing in case.things() for entity in thing.members},
        documents={document.id: document for document in case.documents()},
        text=text,
        today=today,
    )
