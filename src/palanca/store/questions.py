"""What every store answers about claims, once a case is settled: the part of `Case` that questions are asked of."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from palanca.analysis.belongings import Belonging
from palanca.analysis.incumbents import Incumbents
from palanca.analysis.matrix import Columns, Tally
from palanca.analysis.patterns.pattern import Match, Pattern
from palanca.claims.telling import Days
from palanca.records import (
    Category,
    Claim,
    ClaimId,
    Detail,
    Document,
    DocumentId,
    EntityId,
    Identity,
    Kind,
    Modality,
    Review,
    RoleName,
    Time,
)
from palanca.records.query import Query
from palanca.store.dealings import Dealing
from palanca.store.pages import Page
from palanca.store.strong_ties import Near, Reach, Strongest


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How much passes a query: the claims, the documents that tell them, and how many sources these are."""

    claims: int
    documents: int
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """The claims of one sort about a thing: how many, and `first` those that most sources tell.

    Of equals those that most documents tell, then by id.
    """

    kind: Kind
    modality: Modality
    is_disputed: bool
    total: int
    first: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MostTold:
    """All claims about a thing, by sort, and how many they are in all."""

    sorts: tuple[Sort, ...]
    found: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """As much of a claim as a timeline draws.

    `time` is EDTF, `first` and `last` are the days that it can mean (ISO 8601). `named` is how the claim calls its
    parties, in order; `countries` and `people` are those of the things that take part, each once.
    """

    id: ClaimId
    kind: Kind
    category: Category | None
    channel: str | None
    time: str | None
    first: str | None
    last: str | None
    modality: Modality
    review: Review
    is_disputed: bool
    sources: int
    named: tuple[str, ...]
    countries: tuple[str, ...]
    people: tuple[str, ...]


class Step(StrEnum):
    """What a bar of a histogram stands for."""

    YEAR = "year"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How many claims lie whole in a year or month ("2019", "2019-04") by channel; None where either is not told.

    A time that may lie in several years is of none, and so is what has no time.
    """

    period: str | None
    channel: str | None
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A thing, and in how many claims of those that pass it fills a role."""

    thing: EntityId
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsAsked:
    """Which documents: of an outlet or register, published between two days, with a sentence that holds all the words.

    A document of which no day is told is not between days. `called` are parts of words, each of which the name, the
    title or the outlet has, in whatever case. With `by_addition` those that came into the case last come first.
    """

    words: str | None = None
    called: str | None = None
    outlet: str | None = None
    register: str | None = None
    since: date | None = None
    until: date | None = None
    by_addition: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficesAsked:
    """Which claims to offices: of these titles, if any are given, and of a body, if any of the rest is.

    The body is a thing of `country`, or is called one of `called`, or has `words` in its name; what is `sent` passes of
    whatever body. Titles, `called` and `sent` are folded.
    """

    titles: tuple[str, ...] | None = None
    country: str | None = None
    called: tuple[str, ...] = ()
    words: str | None = None
    sent: tuple[str, ...] = ()

    @property
    def is_of_any_body(self) -> bool:
        """Whether nothing is asked of the body."""
        return not (self.country or self.called or self.words or self.sent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """How many of the claims that pass are placed at a thing, or else at what is called so, in a channel.

    All is None for those that have no place.
    """

    thing: EntityId | None
    text: str | None
    channel: str | None
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """In how many of the claims that pass somebody of each of two countries takes part, in a channel."""

    one: str
    other: str
    channel: str | None
    claims: int


class Narrowed(Protocol):
    """The claims that pass a query and a part of it, looked for once and then asked several questions."""

    @property
    def beside(self) -> list[int]:
        """How many claims pass the query and each of the parts that were counted beside."""
        ...

    def found(self, part: Query, *, limit: int | None = None) -> list[Claim]:
        """Those that pass this part too, by time (unknown last), then by id; the first `limit` of them."""
        ...

    def count_found(self, part: Query) -> Found:
        """How much of them passes this part too."""
        ...


class Questions(Protocol):
    """Questions to the claims of a settled case. Iterators are in a stable order."""

    def found(self, query: Query, *, limit: int | None = None) -> Iterator[Claim]:
        """The claims that pass a query, by time (unknown last), then by id; the first `limit` of them.

        Rejected claims are left out unless the query asks about `review`.
        """
        ...

    def found_on(self, query: Query, page: Page) -> Iterator[Claim]:
        """The claims of one page of those that pass a query, as `found` gives them or by their evidence."""
        ...

    def drawn(self, query: Query, page: Page) -> Iterator[Drawn]:
        """The same, as they are drawn."""
        ...

    def dealings(self, query: Query) -> list[Dealing]:
        """As much of the events that pass as tells which countries deal with which, in the order of `found`."""
        ...

    def flows(self, query: Query) -> Iterator[Claim]:
        """Those of `found` that may tell what goes from one to another: a source and a target are named, by the claim
        or by one of several statements under it.
        """
        ...

    def measured(self, query: Query) -> Iterator[tuple[Detail, Time | None]]:
        """What the quantities that pass measure, and when: of those that name no source and no target, as `found`."""
        ...

    def count_told(self, claims: Collection[ClaimId]) -> Found:
        """How many of these claims there are, how many documents tell them, and of how many sources these are."""
        ...

    def histogram(self, query: Query, step: Step = Step.YEAR) -> list[Bar]:
        """How many of the claims that pass lie in each year or month, by channel: in order, None last."""
        ...

    def most_named(self, query: Query, *, limit: int) -> list[Named]:
        """The things that fill a role in most of the claims that pass; places that only tell where are left out."""
        ...

    def documents_found(self, asked: DocumentsAsked, page: Page) -> Iterator[Document]:
        """One page of the current documents asked for, the latest first (unknown last), then by name."""
        ...

    def count_documents_found(self, asked: DocumentsAsked) -> int:
        """How many current documents are as asked."""
        ...

    def unread(self, documents: Collection[DocumentId]) -> dict[DocumentId, str]:
        """Why those of these documents were kept unread that were."""
        ...

    def things_on(self, page: Page, *, begun: str = "", only_countries: bool = False) -> Iterator[Identity]:
        """One page of the things, or countries, as `things` has them; its `order` is of claims and does not count.

        Of `begun` words, those of which a name holds them in a row, the last of them at least begun, or whose id it is.
        """
        ...

    def count_things(self, *, begun: str = "", only_countries: bool = False) -> int:
        """How many things there are, or countries, or are called so; cheaper than `counts`."""
        ...

    def countries(self) -> list[Identity]:
        """The things that are countries, without their members, by id."""
        ...

    def office_titles(self) -> list[str]:
        """The titles of offices that claims tell of, folded, in order."""
        ...

    def incumbents(self, asked: OfficesAsked, days: Days) -> Incumbents:
        """Who may have held the offices asked for between two days, both included; rejected claims do not count."""
        ...

    def places(self, query: Query) -> list[Placing]:
        """Where the claims that pass took place, each claim once: most claims first, then by thing and text."""
        ...

    def meetings(self, query: Query, *, most: int | None = None) -> list[Meeting]:
        """Between which countries the claims that pass are, a claim once for each two, `one` before `other`.

        With `most` only so many pairs, those of most claims, of equals the first by code. Countries are those that
        parties belong to then. In the order of countries and channel.
        """
        ...

    def strongest(self, query: Query, *, most: int, most_pairs: int) -> Strongest:
        """Of the network of the claims that pass so many things that most claims join, with the strongest pairs."""
        ...

    def nearest(self, query: Query, start: EntityId, reach: Reach) -> Near:
        """Of the network of the claims that pass what lies near a thing, nearest first.

        Of equals those that most claims join, then by id.
        """
        ...

    def count_claims(self, query: Query) -> int:
        """How many claims pass a query; cheaper than `count_found`."""
        ...

    def count_found(self, query: Query) -> Found:
        """How much passes a query."""
        ...

    def count_sources(self, query: Query) -> int:
        """Of how many sources the claims are that pass; cheaper than `count_found`."""
        ...

    def found_and_counted(self, query: Query, page: Page) -> tuple[list[Claim], Found]:
        """What `found_on` and `count_found` give: words are looked for once."""
        ...

    def divided(self, query: Query) -> tuple[dict[Kind, int], list[Bar]]:
        """How many claims that pass are of each kind, and what `histogram` gives by year: in one look."""
        ...

    def count_parts(self, query: Query, parts: Sequence[Query]) -> list[int]:
        """How many claims pass a query and each of these parts with it: all in one look, and without their documents.

        Whether rejected claims count is told by `query` alone.
        """
        ...

    def narrowed(self, query: Query, part: Query, beside: Sequence[Query]) -> AbstractContextManager[Narrowed]:
        """The claims that pass a query and a part of it, to be asked several questions.

        Those that pass the query and each of the parts `beside` are counted in the same look. Whether rejected claims
        count is told by `query` alone.
        """
        ...

    def most_acted_on(self, query: Query) -> str | None:
        """The country (alpha-3) towards which other countries act most in the claims that pass, as `tally` counts."""
        ...

    def tally(self, query: Query, host: str, columns: Columns, *, most: int | None = None) -> Tally:
        """Each claim that passes in which another country acts and the host takes part, once a power and column.

        With `most` they are told of so many powers alone, those of most claims. In the categories
        `claims.event_groups.MUTUAL` either may be told as acting. `host` is ISO 3166-1 alpha-3.
        """
        ...

    def count_documents(self) -> int:
        """How many current documents there are to look through; cheaper than `counts`."""
        ...

    def matches(self, pattern: Pattern, *, limit: int | None = None) -> Iterator[Match]:
        """What fits a pattern: where dates prove most first, then by the time of the last leg; the first `limit`."""
        ...

    def count_published(self, first: date, last: date) -> int:
        """How many current documents were published between two days, both included, as far as that is told.

        What tells only a month or a year counts on its first day.
        """
        ...

    def belongings(self, things: Collection[EntityId]) -> dict[EntityId, list[Belonging]]:
        """What things belong to, each in the order in which it is looked at; see `analysis.belongings`."""
        ...

    def sources(self, documents: Collection[DocumentId] | None = None) -> dict[DocumentId, str]:
        """Who each current document speaks for, of these or of all: documents of one source count once."""
        ...

    def claims_about(
        self, things: Collection[EntityId], kind: Kind, *, role: RoleName | None = None
    ) -> Iterator[Claim]:
        """The claims of a kind in which one of these identities fills a role, or that role, by id.

        Rejected claims are left out.
        """
        ...

    def claims_concerning(self, thing: Identity, kind: Kind, *, limit: int | None = None) -> Iterator[Claim]:
        """The claims of a kind in which a thing fills a role or speaks, by time (unknown last), then by id.

        The first `limit` of them. Rejected claims are left out.
        """
        ...

    def claims_of_each_kind(self, thing: Identity, *, limit: int | None = None) -> dict[Kind, list[Claim]]:
        """The same of every kind: of each the first `limit`."""
        ...

    def most_told(self, thing: Identity, *, least_confidence: float, limit: int) -> MostTold:
        """The claims in which a thing takes part or is where they took place, and what it is quoted with.

        Of each sort the first `limit`. Rejected claims are left out, and those of less confidence.
        """
        ...

    def best_told(self, query: Query, *, limit: int) -> Iterator[Claim]:
        """Of the claims that pass those that most sources tell; of equals those of most documents, then by id."""
        ...
