"""The audit: what a fact-checking editor would look at again.

Claims enter with their statements, identities and documents; findings leave, each in one plain sentence with the
statements that carry it. Nothing says that anybody is wrong, and nothing is settled.
"""

from collections.abc import Iterable
from dataclasses import replace

from palanca.analysis.audit.contradictions import CONTRADICTION
from palanca.analysis.audit.impossible import IMPOSSIBLE_TIME
from palanca.analysis.audit.instruments import EFFECT_BEFORE_LAW
from palanca.analysis.audit.ledger import Ledger, Source
from palanca.analysis.audit.number_years import YEAR_OF_NUMBER
from palanca.analysis.audit.rule import Rule
from palanca.analysis.audit.sourcing import COPIES_ONLY, SINGLE_SOURCE
from palanca.analysis.audit.stale import STALE_OFFICE
from palanca.analysis.audit.sums import SUM
from palanca.analysis.audit.variants import NAME_VARIANT
from palanca.records import Finding, FindingKind, Review, Severity

__all__ = ["RULES", "Ledger", "Rule", "Source", "audit"]

RULES: tuple[Rule, ...] = (
    CONTRADICTION, SINGLE_SOURCE, COPIES_ONLY, IMPOSSIBLE_TIME, EFFECT_BEFORE_LAW, SUM, YEAR_OF_NUMBER, STALE_OFFICE,
    NAME_VARIANT,
)  # fmt: skip


def audit(ledger: Ledger, kinds: Iterable[FindingKind] = FindingKind) -> list[Finding]:
    """Find all that the rules of these kinds look for.

    Sorted by severity, then kind, then the place of the first statement, then text. The order of the claims does not
    matter. Claims that a person rejected are left out.
    """
    wanted = set(kinds)
    kept = sorted((claim for claim in ledger.claims if claim.review is not Review.REJECTED), key=lambda claim: claim.id)
    audited = replace(ledger, claims=kept)
    found = [finding for rule in RULES if rule.kind in wanted for finding in rule.find(audited)]
    severities, kinds_in_order = list(Severity), list(FindingKind)

    def order(finding: Finding) -> tuple[int, int, object, str]:
        first = ledger.place(ledger.statements[finding.statements[0]])
        return severities.index(finding.severity), kinds_in_order.index(finding.kind), first, finding.text

    return sorted(found, key=order)
