"""The audit of a case: what a careful editor would look at twice, each finding at its sentences."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from palanca.analysis.audit import RULES, Check, Placed, Reads, in_order, looked
from palanca.analysis.tables import Passage
from palanca.questions.audit_portions import Portion
from palanca.questions.claims import library
from palanca.records import Finding, FindingKind
from palanca.settlement import settle
from palanca.store import Case

type Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFinding:
    """A finding with the passages of its statements, in order."""

    finding: Finding
    passages: tuple[Passage, ...]

    @property
    def sentences(self) -> list[Passage]:
        """One passage of each sentence: several statements of a finding may stand in one."""
        return list({(one.document, one.page, one.sentence): one for one in self.passages}.values())


def audit(
    case: Case, kinds: Iterable[FindingKind] = FindingKind, *, today: date | None = None
) -> Iterator[ShownFinding]:
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
    """The findings of `audit`, without their passages; `progress` is told how many portions of how many are read.

    Of the case so many claims are read at a time as the checks that look at the same ones need.
    """
    settle(case)
    wanted = set(kinds)
    portions: dict[Reads, list[Check]] = {}
    for check in (check for rule in RULES if rule.kind in wanted for check in rule.checks):
        portions.setdefault(check.reads, []).append(check)
    newest = case.newest_told() or today or date.today()  # noqa: DTZ011  # the user's own day
    found: list[Placed] = []
    for done, (reads, checks) in enumerate(portions.items()):
        progress(done, len(portions))
        found += _found(Portion(case, newest), reads, checks)
    return in_order(found)


def _found(portion: Portion, reads: Reads, checks: Iterable[Check]) -> Iterator[Placed]:
    portion.read(reads)
    ledger = portion.ledger()
    for check in checks:
        suspicious = check.also(ledger)
        yield from looked(portion.with_all_of(suspicious) if suspicious else ledger, check)


def with_passages(case: Case, found: Iterable[Finding]) -> Iterator[ShownFinding]:
    """Findings with their passages, in the order given."""
    known = library(case)
    for finding in found:
        statements = case.evidence(finding.statements)
        yield ShownFinding(
            finding=finding,
            passages=tuple(known.passage(statements[one]) for one in finding.statements),
        )
