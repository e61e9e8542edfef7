"""Registers and press held against each other, as the API shows it."""

from collections.abc import Mapping, Sequence

from palanca.analysis.reconciliation import DIFFERENCES, RegisterVerdict
from palanca.analysis.reconciliation import Reconciled as ReconciledRecord
from palanca.store import Case
from palanca.web.shapes.claims import Claim, shown_claims
from palanca.web.shapes.sayings import Saying, shown_sayings
from palanca.web.shapes.shape import Shape


class Reconciled(Shape):
    """One claim between a register and the press: both sides are one claim where they agree.

    `difference` says in words what they differ in, `says` what these words are.
    """

    register_name: str
    verdict: RegisterVerdict
    difference: str
    says: list[Saying]
    row: Claim | None
    press: Claim | None


class VerdictCount(Shape):
    """How many claims stand so between a register and the press."""

    register_name: str
    verdict: RegisterVerdict
    number: int


class ReconciledPage(Shape):
    """Some claims, conflicts first, where the next begin, how many pass, and the counts of the whole answer.

    `searched` is how many documents were looked through.
    """

    items: list[Reconciled]
    next: str | None
    total: int
    counts: list[VerdictCount]
    searched: int


def shown_reconciled(case: Case, found: Sequence[ReconciledRecord]) -> list[Reconciled]:
    """Claims between registers and press, in the order given."""
    sides = {side.id: side for one in found for side in (one.row, one.press) if side}
    shown = {claim.id: claim for claim in shown_claims(case, sides.values())}
    return [
        Reconciled(
            register_name=one.register, verdict=one.verdict, difference=one.difference,
            says=shown_sayings(one.difference, DIFFERENCES),
            row=shown[one.row.id] if one.row else None, press=shown[one.press.id] if one.press else None,
        )
        for one in found
    ]  # fmt: skip


def shown_counts(counted: Mapping[tuple[str, RegisterVerdict], int]) -> list[VerdictCount]:
    """Counts by register, then verdict."""
    return [
        VerdictCount(register_name=register, verdict=verdict, number=number)
        for (register, verdict), number in sorted(counted.items())
    ]
