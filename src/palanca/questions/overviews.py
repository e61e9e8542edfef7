"""What passes a query at one look: how it lies in time, who is named most; and documents, found and counted."""

from dataclasses import dataclass

from palanca.records import Document, Identity
from palanca.records.query import Query
from palanca.settlement import settle
from palanca.store import Bar, Case, DocumentsAsked, Page, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedThing:
    """A thing, and in how many of the claims that pass it fills a role."""

    thing: Identity
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDocuments:
    """One page of the documents asked for, the latest first, and how many there are in all."""

    documents: tuple[Document, ...]
    number: int


def histogram(case: Case, query: Query, *, step: Step = Step.YEAR) -> list[Bar]:
    """How many of the claims that pass lie in each year or month, by channel: bars in the order of time.

    It counts what was written, whether denied or not unless the query says so: more told is not more done.
    """
    settle(case)
    return case.histogram(query, step)


def most_named(case: Case, query: Query, *, limit: int = 20) -> list[NamedThing]:
    """The things that fill a role in most of the claims that pass, the first `limit`, most claims first."""
    settle(case)
    return [NamedThing(thing=case.thing(one.thing), claims=one.claims) for one in case.most_named(query, limit=limit)]


def documents(case: Case, asked: DocumentsAsked, page: Page) -> FoundDocuments:
    """One page of the current documents of an outlet, a time or certain words, the latest first, with their number."""
    found = tuple(case.documents_found(asked, page))
    return FoundDocuments(documents=found, number=case.count_documents_found(asked))
