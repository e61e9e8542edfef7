"""The audit: what a fact-checking editor would look at again.

Claims enter with their statements, identities and documents; findings leave, each in one plain sentence with the
statements that carry it. Nothing says that anybody is wrong, and nothing is settled.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import itemgetter

from palanca.analysis.audit.contradictions import CONTRADICTION
from palanca.analysis.audit.impossible import IMPOSSIBLE_TIME
from palanca.analysis.audit.instruments import EFFECT_BEFORE_LAW
from palanca.analysis.audit.ledger import Ledger, Place, Source
from palanca.analysis.audit.number_years import YEAR_OF_NUMBER
from palanca.analysis.audit.rule import Check, Reads, Rule
from palanca.analysis.audit.sourcing import COPIES_ONLY, SINGLE_SOURCE
from palanca.analysis.audit.stale import STALE_OFFICE
from palanca.analysis.audit.sums import SUM
from palanca.analysis.audit.variants import NAME_VARIANT
from palanca.records import Finding, FindingKind, Review, Severity

__all__ = ["RULES", "Check", "Ledger", "Placed", "Reads", "Rule", "Source", "audit", "in_order", "looked"]

type Placed = tuple[tuple[int, int, Place, str], Finding]

_SEVERITIES, _KINDS = list(Severity), list(FindingKind)
RULES: tuple[Rule, ...] = (
    CONTRADICTION, SINGLE_SOURCE, COPIES_ONLY, IMPOSSIBLE_TIME, EFFECT_BEFORE_LAW, SUM, YEAR_OF_NUMBER, STALE_OFFICE,
    NAME_VARIANT,
)  # fmt: skip


def audit(ledger: Ledger, kinds: Iterable[FindingKind] = FindingKind) -> list[Finding]:
    """Find all that the rules of these kinds look for, in the order of `in_order`.

    The order of the claims does not matter. Claims that a person rejected are left out.
    """
    wanted = set(kinds)
    checks = (check for rule in RULES if rule.kind in wanted for check in rule.checks)
    return in_order(found for check in checks for found in looked(ledger, check))


def looked(ledger: Ledger, check: Check) -> Iterator[Placed]:
    """What a check finds in a ledger, each with its place in the order."""
    kept = sorted((claim for claim in ledger.claims if claim.review is not Review.REJECTED), key=lambda claim: claim.id)
    audited = ledger if kept == ledger.claims else replace(ledger, claims=kept)
    for finding in check.find(audited):
        first = ledger.place(ledger.statements[finding.statements[0]])
        yield (_SEVERITIES.index(finding.severity), _KINDS.index(finding.kind), first, finding.text), finding


def in_order(found: Iterable[Placed]) -> list[Finding]:
    """Findings by severity, then kind, then the place of the first statement, then text."""
    return [finding for _, finding in sorted(found, key=itemgetter(0))]
