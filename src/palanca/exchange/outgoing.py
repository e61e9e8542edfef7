"""What goes out: the claims of a case that a filter or a query wants, with the things and documents around them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from palanca.analysis.offices_then import OfficesThen
from palanca.analysis.tables import Library, Passage, Row, rows
from palanca.exchange.dossier.words import Language
from palanca.records import Claim, ClaimId, Document, DocumentId, EntityId, Filter, Identity, Kind, RoleName
from palanca.records.query import Query
from palanca.store import Case


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """One export of a settled case. A writer reads it, and notes in `left_out` what its format cannot hold.

    `query` narrows what the filter wants. `language` is that of words which a format has for people. `left_out` counts
    by what it is: "events without a time". A writer of records of several sorts counts in `written` how many there are
    of each.
    """

    case: Case
    wanted: Filter = field(default_factory=Filter)
    query: Query | None = None
    language: Language = Language.ENGLISH
    left_out: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)

    def rows(self, kind: Kind) -> Iterator[Row]:
        """The claims of one kind that are wanted, by time (unknown last). Events tell what their parties held then."""
        return rows(self.claims(kind), self._library, self._offices_then if kind is Kind.EVENT else None)

    def rows_of(self, claims: Iterable[ClaimId]) -> Iterator[Row]:
        """The claims of these ids as `rows` gives them, in the same order. Raises UnknownClaim."""
        return rows(map(self.case.claim, claims), self._library, self._offices_then)

    def things(self) -> Iterator[Identity]:
        """The things of the case, those in most documents first; of a narrowed export those that its claims name."""
        return (thing for thing in self.case.things() if self._named is None or thing.id in self._named.things)

    def documents(self) -> Iterator[Document]:
        """The documents, by publication, then name; of a narrowed export those that tell its claims."""
        named = self._named
        return (document for document in self.case.documents() if named is None or document.id in named.documents)

    def thing(self, identity: EntityId) -> Identity:
        """One thing; things are looked up once each."""
        if identity not in self._things:
            self._things[identity] = self.case.thing(identity)
        return self._things[identity]

    def document_of(self, passage: Passage) -> Document:
        """The document in which a passage stands."""
        return self._library.place(passage.statement)[0]

    def claims(self, kind: Kind) -> Iterator[Claim]:
        """The claims of one kind that are wanted, by time (unknown last)."""
        return self._asked(self.case.claims(replace(self.wanted, kinds=(kind,))))

    def with_doubtful(self, kind: Kind) -> Iterator[Claim]:
        """The claims of one kind that are wanted, and with them those that readers doubt or a person rejected."""
        return self._asked(self.case.claims(replace(self.wanted, kinds=(kind,), least_confidence=0.0, rejected=True)))

    def _asked(self, claims: Iterator[Claim]) -> Iterator[Claim]:
        """Those that pass the query as well, if there is one."""
        return claims if self._passing is None else (claim for claim in claims if claim.id in self._passing)

    @cached_property
    def _passing(self) -> frozenset[ClaimId] | None:
        return None if self.query is None else frozenset(claim.id for claim in self.case.found(self.query))

    @cached_property
    def _named(self) -> "_Named | None":
        """What the wanted claims name; None where the filter asks for confidence alone, so that all is wanted."""
        if self.query is None and self.wanted == Filter(
            least_confidence=self.wanted.least_confidence, rejected=self.wanted.rejected
        ):
            return None
        named = _Named()
        for kind in Kind:
            for claim in self.claims(kind):
                named.things.update(party.identity for party in claim.parties if party.identity)
                named.documents.update(evidence.document for evidence in claim.evidence)
        return named

    @cached_property
    def _library(self) -> Library:
        return Library(self.case.pages, self.case.evidence)

    @cached_property
    def _offices_then(self) -> OfficesThen:
        return OfficesThen(partial(self.case.claims_about, role=RoleName.PERSON), self.case.evidence)

    @cached_property
    def _things(self) -> dict[EntityId, Identity]:
        return {}


@dataclass(frozen=True, slots=True)
class _Named:
    """Ids alone, so that a large case does not sit in memory."""

    things: set[EntityId] = field(default_factory=set)
    documents: set[DocumentId] = field(default_factory=set)
