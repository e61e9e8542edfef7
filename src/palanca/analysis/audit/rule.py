"""One rule of an audit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from palanca.analysis.audit.ledger import Ledger
from palanca.records import Finding, FindingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a kind of finding is. `says` tells the rule in plain sentences; `find` yields in any order."""

    kind: FindingKind
    says: str
    find: Callable[[Ledger], Iterator[Finding]]
