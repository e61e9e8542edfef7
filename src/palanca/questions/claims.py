"""Questions to the claims of a case: lists of a kind, and one thing whole.

Each takes an open case, which is settled first if anything waits; what it gives can be shown, written as JSON, or asked
on. What is counted is claims.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from palanca.analysis import PersonRow, Row, rows
from palanca.analysis.belongings import Belonging
from palanca.analysis.offices_then import OfficesThen
from palanca.analysis.people import people as people_of
from palanca.analysis.tables import Library
from palanca.exchange.facts import Fact, facts_of
from palanca.identity.stating import unstated
from palanca.records import Claim, Filter, Identity, Kind, RoleName, Schema
from palanca.records.errors import UnknownEntity
from palanca.records.names import fold, nearest_names
from palanca.records.query import All, Field, Query, Words
from palanca.settlement import settle
from palanca.store import Case

_NEAREST = 5


def ask(case: Case, kind: Kind, wanted: Filter | Query | None = None) -> Iterator[Row]:
    """The claims of one kind that pass a filter, or a query of the filter language, as rows, by time (unknown last).

    Each row has its cells and the sentence that says most; rejected claims are left out unless the filter lets them in.
    Raises UnknownDocument and UnknownChannel for those that a filter names and the case has not.
    """
    settle(case)
    return rows(_claims(case, kind, wanted), library(case), offices_then(case) if kind is Kind.EVENT else None)


def _claims(case: Case, kind: Kind, wanted: Filter | Query | None) -> Iterator[Claim]:
    if wanted is None or isinstance(wanted, Filter):
        return case.claims(replace(wanted or Filter(), kinds=(kind,)))
    return case.found(All(parts=(Words(field=Field.KIND, values=(kind,)), wanted)))


def events(case: Case, *, wanted: Filter | Query | None = None) -> Iterator[Row]:
    """Who did what to whom, when and where, with the offices held then, by time (unknown last); see `ask`."""
    return ask(case, Kind.EVENT, wanted)


def offices(case: Case, *, wanted: Filter | Query | None = None) -> Iterator[Row]:
    """Who is shown to hold or have held which office, by time (unknown last); see `ask`."""
    return ask(case, Kind.OFFICE, wanted)


def ties(case: Case, *, wanted: Filter | Query | None = None) -> Iterator[Row]:
    """Who owns, controls, belongs to, is married to or stands in what, by time (unknown last); see `ask`."""
    return ask(case, Kind.TIE, wanted)


def instruments(case: Case, *, wanted: Filter | Query | None = None) -> Iterator[Row]:
    """Laws, decrees, agreements, contracts and lawsuits, by time (unknown last); see `ask`."""
    return ask(case, Kind.INSTRUMENT, wanted)


def quantities(case: Case, *, wanted: Filter | Query | None = None) -> Iterator[Row]:
    """Amounts of money, people and things, with what they measure, by time (unknown last); see `ask`."""
    return ask(case, Kind.QUANTITY, wanted)


def quotations(case: Case, *, wanted: Filter | Query | None = None) -> Iterator[Row]:
    """Who said what, in direct and in reported speech, by time (unknown last); see `ask`."""
    return ask(case, Kind.QUOTATION, wanted)


def anomalies(case: Case, *, wanted: Filter | Query | None = None) -> Iterator[Row]:
    """What a careful copy editor would query in a document, by time (unknown last); see `ask`."""
    return ask(case, Kind.ANOMALY, wanted)


def people(case: Case, wanted: Filter | None = None) -> list[PersonRow]:
    """The people of a case with their offices, those of most documents first.

    The filter is for their offices; of it `who` keeps the people of that name.
    """
    wanted = wanted or Filter()
    found = people_of(case.things(), ask(case, Kind.OFFICE, wanted))
    if wanted.who is None:
        return found
    name = f" {fold(wanted.who)} "
    return [row for row in found if any(name in f" {fold(form)} " for form in (row.name, *row.names))]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownThing:
    """One thing: its names, in how many documents, whose it is and why, and the rows in which it acts or speaks."""

    thing: Identity
    rows: dict[Kind, tuple[Row, ...]]
    belongings: tuple[Belonging, ...] = ()


def show(case: Case, name: str, *, limit: int | None = None) -> ShownThing:
    """What a case says of one person, body or place: of each kind the first `limit` claims by time.

    Raises UnknownEntity with the nearest names.
    """
    thing = named(case, name)
    known, offices = library(case), offices_then(case)
    about = {
        kind: tuple(rows(told, known, offices if kind is Kind.EVENT else None))
        for kind, told in case.claims_of_each_kind(thing, limit=limit).items()
    }
    return ShownThing(thing=thing, rows=about, belongings=tuple(case.belongings([thing.id]).get(thing.id, ())))


def named(case: Case, name: str) -> Identity:
    """The thing of that name, or that an id tells: a whole name before a part of one, people before the rest.

    Of equals the one in most documents is taken. Raises UnknownEntity with the nearest names.
    """
    settle(case)
    wanted = fold(name)

    def rank(thing: Identity) -> tuple[bool, bool, int, int, str]:
        whole = wanted in {fold(form) for form in (thing.caption, *thing.names)}
        return not whole, thing.schema is not Schema.PERSON, -thing.documents, -len(thing.caption), thing.id

    holding = list(case.things_named(name))
    if holding:
        return min(holding, key=rank)
    near = nearest_names(name, {thing.caption for thing in case.things()}, _NEAREST)
    hint = f"did you mean {', '.join(near)}?" if near else "`palanca people` lists who is named"
    raise UnknownEntity(f"nothing in the case is called {name!r}: {hint}")


def facts(case: Case) -> Iterator[Fact]:
    """Every entity and statement that was read, document by document, as `palanca facts` writes them.

    Nothing is settled in them: neither what people judged or stated, nor what documents tell together. See
    `exchange.facts` for their fields.
    """
    for document in case.documents():
        reading = case.reading(document.id)
        if reading:
            yield from facts_of(unstated(reading))


def offices_then(case: Case) -> OfficesThen:
    """Where rows of events find what their parties held then."""
    return OfficesThen(partial(case.claims_about, role=RoleName.PERSON), case.bare_evidence)


def library(case: Case) -> Library:
    """Where rows find the sentences under claims."""
    return Library(case.pages, case.evidence)
