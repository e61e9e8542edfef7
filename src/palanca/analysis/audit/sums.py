"""Sums, shares and changes that do not add up."""

from collections.abc import Iterator

from palanca.analysis.audit.arithmetic import changes, fractions, shares, totals
from palanca.analysis.audit.ledger import Ledger, finding
from palanca.analysis.audit.reading import FIGURES
from palanca.analysis.audit.rule import Check, Rule
from palanca.analysis.audit.sentences import sentences
from palanca.records import Finding, FindingKind


def sums(ledger: Ledger) -> Iterator[Finding]:
    """What the four checks find, sentence by sentence."""
    for sentence in sentences(ledger):
        for check in (totals, shares, fractions, changes):
            for found in check(sentence):
                told = (figure.told for figure in found.figures)
                yield finding(ledger, FindingKind.SUM, found.severity, found.text, told)


SUM = Rule(
    kind=FindingKind.SUM,
    says=(
        "Numbers of one sentence do not add up: parts exceed their total, or fall short of it where all are told; "
        "shares of one whole exceed a hundred percent; a share, or a change in percent, is not that of the "
        "numbers beside it. The arithmetic is shown. Rounding is allowed for, and a tenth for numbers that are told as "
        "approximate."
    ),
    checks=(Check(reads=FIGURES, find=sums),),
)
