"""What to look at twice, as the API shows it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from palanca.analysis.audit import RULES, Rule
from palanca.analysis.audit.findings import FINDINGS
from palanca.questions import library
from palanca.questions.audits import with_passages
from palanca.records import Finding as FindingRecord
from palanca.records import FindingKind, Severity
from palanca.store import Case
from palanca.web.shapes.claims import Passage, shown_passage
from palanca.web.shapes.sayings import Saying, shown_saying
from palanca.web.shapes.shape import Shape

PASSAGES_SHOWN = 6


class Finding(Shape):
    """One thing to look at: what it says, the ids of its claims, and the first of the `sentences` that carry it."""

    kind: FindingKind
    severity: Severity
    says: Saying
    claims: list[str]
    sentences: int
    passages: list[Passage]


class FindingCount(Shape):
    """How many findings of a kind there are, of each severity too, and what the kind looks for."""

    kind: FindingKind
    says: str
    number: int
    by_severity: dict[Severity, int]


class FindingsPage(Shape):
    """Some findings, the gravest first, where the next begin, how many pass, and the counts of the whole audit.

    `searched` is how many documents were looked through.
    """

    items: list[Finding]
    next: str | None
    total: int
    counts: list[FindingCount]
    searched: int


def shown_findings(case: Case, found: Iterable[FindingRecord]) -> Iterator[Finding]:
    """Findings with the first of their passages, in the order given."""
    known = library(case)
    for one in with_passages(case, found):
        finding, sentences = one.finding, one.sentences
        yield Finding(
            kind=finding.kind, severity=finding.severity, says=shown_saying(finding.text, FINDINGS),
            claims=list(finding.claims), sentences=len(sentences),
            passages=[shown_passage(told, known) for told in sentences[:PASSAGES_SHOWN]],
        )  # fmt: skip


def shown_finding_counts(found: Iterable[FindingRecord]) -> list[FindingCount]:
    """How many findings of each kind there are, kinds without any included."""
    counted = Counter((one.kind, one.severity) for one in found)
    return [_count(rule, {one: counted[rule.kind, one] for one in Severity}) for rule in RULES]


def _count(rule: Rule, by_severity: dict[Severity, int]) -> FindingCount:
    return FindingCount(kind=rule.kind, says=rule.says, number=sum(by_severity.values()), by_severity=by_severity)
