"""The questions to the claims of a case in one SQLite file."""

from abc import abstractmethod
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date
from typing import override

from sqlalchemy import Connection

from palanca.analysis.belongings import Belonging
from palanca.analysis.incumbents import Incumbents
from palanca.analysis.matrix import Columns, Tally
from palanca.analysis.patterns.pattern import Match, Pattern
from palanca.claims.telling import Days
from palanca.records import Claim, ClaimId, Detail, Document, DocumentId, EntityId, Identity, Kind, RoleName, Time
from palanca.records.query import Query
from palanca.store import (
    counting,
    dealing,
    drawing,
    finding,
    flowing,
    holding,
    knowing,
    locating,
    matching,
    most_told,
    narrowing,
    nearest,
    overviews,
    placing,
    strongest,
    tallying,
)
from palanca.store.dealings import Dealing
from palanca.store.looking import Looking
from palanca.store.pages import Page
from palanca.store.querying import Condition, passing
from palanca.store.questions import (
    Bar,
    DocumentsAsked,
    Drawn,
    Found,
    Meeting,
    MostTold,
    Named,
    Narrowed,
    OfficesAsked,
    Placing,
    Questions,
    Step,
)
from palanca.store.strong_ties import Near, Reach, Strongest
from palanca.store.sure_sorts import number_ahead


class SqliteQuestions(Questions):
    """Each question in a transaction of its own."""

    _looking: Looking
    _acting: tallying.Acting

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]:
        """A transaction that reads."""

    def _looked(self, connection: Connection, query: Query) -> Query:
        """The query with its words looked for: an answer may put it to the case many times over."""
        return self._looking.looked(connection, query)

    def _each_looked(self, connection: Connection, queries: Sequence[Query]) -> list[Query]:
        return [self._looked(connection, query) for query in queries]

    def _passing(self, connection: Connection, query: Query) -> Condition:
        return passing(self._looked(connection, query))

    @override
    def found(self, query: Query, *, limit: int | None = None) -> Iterator[Claim]:
        with self._reading() as connection:
            yield from finding.find_claims(connection, self._passing(connection, query), Page(limit=limit))

    @override
    def found_on(self, query: Query, page: Page) -> Iterator[Claim]:
        with self._reading() as connection:
            yield from finding.find_claims(connection, self._passing(connection, query), page)

    @override
    def drawn(self, query: Query, page: Page) -> Iterator[Drawn]:
        with self._reading() as connection:
            yield from drawing.drawn(connection, self._looked(connection, query), page)

    @override
    def dealings(self, query: Query) -> list[Dealing]:
        with self._reading() as connection:
            return dealing.dealings(connection, self._looked(connection, query))

    @override
    def flows(self, query: Query) -> Iterator[Claim]:
        with self._reading() as connection:
            yield from flowing.flows(connection, self._passing(connection, query))

    @override
    def measured(self, query: Query) -> Iterator[tuple[Detail, Time | None]]:
        with self._reading() as connection:
            yield from flowing.measured(connection, self._passing(connection, query))

    @override
    def count_told(self, claims: Collection[ClaimId]) -> Found:
        with self._reading() as connection:
            return counting.count_told(connection, claims)

    @override
    def histogram(self, query: Query, step: Step = Step.YEAR) -> list[Bar]:
        with self._reading() as connection:
            return overviews.histogram(connection, self._looked(connection, query), step)

    @override
    def most_named(self, query: Query, *, limit: int) -> list[Named]:
        with self._reading() as connection:
            return overviews.most_named(connection, self._looked(connection, query), limit)

    @override
    def documents_found(self, asked: DocumentsAsked, page: Page) -> Iterator[Document]:
        with self._reading() as connection:
            yield from overviews.documents_found(connection, asked, page)

    @override
    def count_documents_found(self, asked: DocumentsAsked) -> int:
        with self._reading() as connection:
            return overviews.count_documents_found(connection, asked)

    @override
    def unread(self, documents: Collection[DocumentId]) -> dict[DocumentId, str]:
        with self._reading() as connection:
            return overviews.unread(connection, documents)

    @override
    def things_on(self, page: Page, *, begun: str = "", only_countries: bool = False) -> Iterator[Identity]:
        with self._reading() as connection:
            yield from knowing.things_on(connection, page, begun, only_countries=only_countries)

    @override
    def count_things(self, *, begun: str = "", only_countries: bool = False) -> int:
        with self._reading() as connection:
            return knowing.count_things(connection, begun, only_countries=only_countries)

    @override
    def countries(self) -> list[Identity]:
        with self._reading() as connection:
            return knowing.countries(connection)

    @override
    def office_titles(self) -> list[str]:
        with self._reading() as connection:
            return holding.office_titles(connection)

    @override
    def incumbents(self, asked: OfficesAsked, days: Days) -> Incumbents:
        with self._reading() as connection:
            return holding.incumbents(connection, asked, days)

    @override
    def places(self, query: Query) -> list[Placing]:
        with self._reading() as connection:
            return locating.places(connection, self._looked(connection, query))

    @override
    def meetings(self, query: Query, *, most: int | None = None) -> list[Meeting]:
        with self._reading() as connection:
            return locating.meetings(connection, self._looked(connection, query), most)

    @override
    def strongest(self, query: Query, *, most: int, most_pairs: int) -> Strongest:
        with self._reading() as connection:
            return strongest.strongest(connection, self._looked(connection, query), most, most_pairs)

    @override
    def nearest(self, query: Query, start: EntityId, reach: Reach) -> Near:
        with self._reading() as connection:
            return nearest.nearest(connection, self._looked(connection, query), start, reach)

    @override
    def count_claims(self, query: Query) -> int:
        with self._reading() as connection:
            looked = self._looked(connection, query)
            ahead = number_ahead(connection, looked)
            return finding.number_of(connection, passing(looked)) if ahead is None else ahead

    @override
    def count_found(self, query: Query) -> Found:
        with self._reading() as connection:
            looked = self._looked(connection, query)
            return counting.count_found(connection, passing(looked), number_ahead(connection, looked))

    @override
    def count_sources(self, query: Query) -> int:
        with self._reading() as connection:
            return counting.count_sources(connection, self._passing(connection, query))

    @override
    def found_and_counted(self, query: Query, page: Page) -> tuple[list[Claim], Found]:
        with self._reading() as connection:
            looked = self._looked(connection, query)
            found, passed = counting.found_of(connection, passing(looked), number_ahead(connection, looked))
            return list(finding.find_claims(connection, passed, replace(page, of=found.claims))), found

    @override
    def divided(self, query: Query) -> tuple[dict[Kind, int], list[Bar]]:
        with self._reading() as connection:
            return overviews.divided(connection, self._looked(connection, query))

    @override
    def count_parts(self, query: Query, parts: Sequence[Query]) -> list[int]:
        with self._reading() as connection:
            return finding.count_parts(
                connection, self._passing(connection, query), self._each_looked(connection, parts)
            )

    @override
    @contextmanager
    def narrowed(self, query: Query, part: Query, beside: Sequence[Query]) -> Iterator[Narrowed]:
        with self._reading() as connection:
            asked, within, *others = self._each_looked(connection, (query, part, *beside))
            with narrowing.narrowed(connection, asked, within, others) as several:
                yield several

    @override
    def most_acted_on(self, query: Query) -> str | None:
        with self._reading() as connection:
            return tallying.most_acted_on(connection, self._looked(connection, query), self._acting)

    @override
    def tally(self, query: Query, host: str, columns: Columns, *, most: int | None = None) -> Tally:
        with self._reading() as connection:
            acts = self._acting.acts(connection, self._looked(connection, query), host, columns)
            return tallying.tally(connection, acts, most)

    @override
    def count_documents(self) -> int:
        with self._reading() as connection:
            return tallying.count_documents(connection)

    @override
    def matches(self, pattern: Pattern, *, limit: int | None = None) -> Iterator[Match]:
        with self._reading() as connection:
            yield from matching.matches(connection, pattern, limit)

    @override
    def count_published(self, first: date, last: date) -> int:
        with self._reading() as connection:
            return tallying.count_published(connection, first, last)

    @override
    def belongings(self, things: Collection[EntityId]) -> dict[EntityId, list[Belonging]]:
        with self._reading() as connection:
            return placing.belongings_of(connection, things)

    @override
    def sources(self, documents: Collection[DocumentId] | None = None) -> dict[DocumentId, str]:
        with self._reading() as connection:
            return placing.sources_of(connection, documents)

    @override
    def claims_about(
        self, things: Collection[EntityId], kind: Kind, *, role: RoleName | None = None
    ) -> Iterator[Claim]:
        with self._reading() as connection:
            yield from finding.claims_about(connection, things, kind, role)

    @override
    def claims_concerning(self, thing: Identity, kind: Kind, *, limit: int | None = None) -> Iterator[Claim]:
        with self._reading() as connection:
            yield from finding.claims_concerning(connection, thing.id, kind, limit)

    @override
    def claims_of_each_kind(self, thing: Identity, *, limit: int | None = None) -> dict[Kind, list[Claim]]:
        with self._reading() as connection:
            return finding.claims_of_each_kind(connection, thing.id, limit)

    @override
    def most_told(self, thing: Identity, *, least_confidence: float, limit: int) -> MostTold:
        with self._reading() as connection:
            return most_told.most_told(connection, thing.id, least_confidence, limit)

    @override
    def best_told(self, query: Query, *, limit: int) -> Iterator[Claim]:
        with self._reading() as connection:
            yield from most_told.best_told(connection, self._passing(connection, query), limit)
