"""What of a case an audit reads at a time, so that it never holds all of a long one."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import batched

from palanca.analysis.audit import Ledger, Reads
from palanca.analysis.audit.ledger import Pair, Source
from palanca.analysis.audit.reading import DEADLY
from palanca.records import Claim, ClaimId, DocumentId, EntityId, Identity, Statement, StatementId
from palanca.store import Case
from palanca.store.pages import Order, Page

_TEXTS_AT_HAND = 4_096  # rows of registers are short, and come in any order
_CLAIMS_AT_ONCE = 500
_NEWS_DAYS = 62
_ALL = Page(order=Order.STORED)


@dataclass(slots=True)
class Portion:
    """Claims with all that an audit of them needs; `newest` is the day of the newest document of the case."""

    case: Case
    newest: date
    _claims: dict[ClaimId, Claim] = field(default_factory=dict)
    _statements: dict[StatementId, Statement] = field(default_factory=dict)
    _identities: dict[EntityId, Identity] = field(default_factory=dict)
    _documents: dict[DocumentId, Source] = field(default_factory=dict)

    def read(self, reads: Reads) -> None:
        """Read the claims that are asked for."""
        if reads.query is not None:
            query = reads.query
            self._take(self.case.news(query, days=_NEWS_DAYS) if reads.is_news else self.case.found_on(query, _ALL))
        if reads.of is not None:
            things = {thing.id: thing for thing in self.case.things() if reads.of(thing)}
            self._identities |= things
            self._take(self.case.naming_any(things.keys()))

    def with_all_of(self, things: Collection[EntityId]) -> Ledger:
        """What was read, with every claim that names one of these things."""
        more = Portion(
            self.case, self.newest, dict(self._claims), dict(self._statements), dict(self._identities),
            dict(self._documents),
        )  # fmt: skip
        more._take(self.case.naming_any(things))
        return more.ledger()

    def ledger(self) -> Ledger:
        """What was read, to be audited, the claims by id."""

        @lru_cache(maxsize=_TEXTS_AT_HAND)
        def text(document: DocumentId) -> str:
            return self.case.text(document)

        return Ledger(
            claims=[self._claims[one] for one in sorted(self._claims)],
            statements=self._statements,
            identities=self._identities,
            documents=self._documents,
            text=text,
            together=self._together,
            deadly=self._deadly,
            newest=self.newest,
        )

    def _take(self, claims: Iterable[Claim]) -> None:
        """Keep claims with their statements, the things that they name, and the documents that tell them."""
        for several in batched(claims, _CLAIMS_AT_ONCE):
            new = {claim.id: claim for claim in several if claim.id not in self._claims}
            told = self.case.evidence(one.statement for claim in new.values() for one in claim.evidence)
            self._claims |= new
            self._statements |= told
            named = {*_parties(new.values()), *_entities(told.values())}
            self._identities |= self.case.known(named - self._identities.keys())
            self._know(statement.document for statement in told.values())

    def _know(self, documents: Iterable[DocumentId]) -> None:
        self._documents |= self.case.tellings(set(documents) - self._documents.keys())

    def _deadly(self) -> Collection[ClaimId]:
        return {claim.id for claim in self.case.found(DEADLY)}

    def _together(self, pairs: Collection[Pair]) -> dict[Pair, set[DocumentId]]:
        found = self.case.told_together(pairs)
        self._know({document for documents in found.values() for document in documents})
        return found


def _parties(claims: Iterable[Claim]) -> Iterator[EntityId]:
    return (party.identity for claim in claims for party in claim.parties if party.identity)


def _entities(told: Iterable[Statement]) -> Iterator[EntityId]:
    for statement in told:
        fillers = (*(role.filler for role in statement.roles), statement.speaker, statement.place)
        yield from (filler.entity for filler in fillers if filler and filler.entity)
