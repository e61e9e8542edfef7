"""One rule of an audit, made of checks that each look at some of the claims."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from palanca.analysis.audit.ledger import Ledger
from palanca.records import EntityId, Finding, FindingKind, Identity
from palanca.records.query import Query


def _nobody(_: Ledger) -> Collection[EntityId]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reads:
    """The claims among which a check finds all that it finds among all claims.

    These are the claims that pass a query; with `is_news` only those that may have come about in the two months before
    the publication of their one document. With `of` claims are read that name, as party, place or speaker, a thing of
    which it is true.
    """

    query: Query | None = None
    is_news: bool = False
    of: Callable[[Identity], bool] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What looks for findings; `find` yields in any order.

    `also` gives things that the claims read so far make suspicious: those that name them are read too.
    """

    reads: Reads
    find: Callable[[Ledger], Iterator[Finding]]
    also: Callable[[Ledger], Collection[EntityId]] = _nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a kind of finding is. `says` tells the rule in plain sentences."""

    kind: FindingKind
    says: str
    checks: tuple[Check, ...]
