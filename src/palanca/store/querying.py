"""From a query of the filter language to one condition on `claims`. Every value is bound, none stands in the SQL."""

from collections.abc import Iterator

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    column,
    false,
    func,
    not_,
    or_,
    select,
    table,
    text,
    true,
)
from sqlalchemy.sql.expression import FromClause

from palanca.lexicon.branches import branch_meant
from palanca.lexicon.countries import country_meant, country_of_capital
from palanca.records import Kind, Review
from palanca.records.ids import ENTITY_ID
from palanca.records.names import fold
from palanca.records.query import (
    ANYBODY,
    All,
    Comparison,
    Either,
    Field,
    Measure,
    Not,
    Number,
    Order,
    Parties,
    PartyTest,
    Place,
    Query,
    Said,
    Speaker,
    When,
    Words,
)
from palanca.store.schema import (
    claim_evidence,
    claim_parties,
    claims,
    documents,
    identities,
    sentences,
    sources,
    statement_roles,
    statements,
    thing_names,
    things,
)
from palanca.store.statement_rows import PLACE, SPEAKER
from palanca.store.words import full_text_query, whole_words

type Condition = ColumnElement[bool]
type Ids = Select[str]


_NEVER, _ALWAYS = false(), true()
_COLUMN_OF = {
    Field.KIND: claims.c.kind,
    Field.CATEGORY: claims.c.category,
    Field.CHANNEL: claims.c.channel,
    Field.MODALITY: claims.c.modality,
    Field.REVIEW: claims.c.review,
}
_SORTED = {Field.MODE: Kind.EVENT, Field.TIE: Kind.TIE, Field.INSTRUMENT: Kind.INSTRUMENT}
_MEASURED = {
    Measure.SOURCES: claims.c.sources,
    Measure.DOCUMENTS: claims.c.documents,
    Measure.CONFIDENCE: claims.c.confidence,
    Measure.DAYS: case(
        (claims.c.time.not_like("%/%"), func.julianday(claims.c.latest) - func.julianday(claims.c.earliest) + 1)
    ),
}
_TIME = func.coalesce(claims.c.earliest, claims.c.latest)
_ORDERS = {
    Order.TIME: (_TIME.is_(None), _TIME, claims.c.latest),
    Order.DOUBT: (
        claims.c.review != Review.REOPENED, claims.c.disputes == "[]", claims.c.confidence, claims.c.sources,
    ),
    Order.WEIGHT: (claims.c.sources.desc(), claims.c.confidence.desc()),
}  # fmt: skip


def found_by(query: Query, order: Order = Order.TIME) -> Select[*tuple[object, ...]]:
    """Rows of `claims` that pass, in this order, then by id."""
    return select(claims).where(passing(query)).order_by(*_ORDERS[order], claims.c.id)


def count_of(query: Query) -> Select[int]:
    """One row: how many claims pass."""
    return select(func.count()).select_from(claims).where(passing(query))


def passing(query: Query) -> Condition:
    """That a row of `claims` passes. What a person rejected does not, unless the query asks for what was reviewed."""
    condition = _condition(query)
    return condition if _asks_review(query) else and_(claims.c.review != Review.REJECTED, condition)


def documents_found(query: Query) -> Select[*tuple[int, int, int]]:
    """One row: how many claims pass, how many documents tell them, of how many sources."""
    told = (
        select(claims.c.id, claim_evidence.c.document, sources.c.source)
        .join(claim_evidence, claim_evidence.c.claim == claims.c.id)
        .join(sources, sources.c.document == claim_evidence.c.document, isouter=True)
        .where(passing(query))
        .subquery()
    )
    counted = (told.c.id, told.c.document, told.c.source)
    claims_told, documents_told, sources_told = (func.count(one.distinct()) for one in counted)
    return select(claims_told, documents_told, sources_told)


def _asks_review(query: Query) -> bool:
    match query:
        case Words():
            return query.field is Field.REVIEW
        case All() | Either():
            return any(map(_asks_review, query.parts))
        case Not():
            return _asks_review(query.part)
        case _:
            return False


def _condition(query: Query) -> Condition:
    match query:
        case All():
            return and_(_ALWAYS, *map(_condition, query.parts))
        case Either():
            return or_(_NEVER, *map(_condition, query.parts))
        case Not():
            return not_(_condition(query.part))
        case Parties():
            return _parties(query.tests)
        case Words():
            return _words(query)
        case Number():
            return _number(query)
        case When():
            return _when(query)
        case _:
            return _written(query)


def _written(query: Place | Said | Speaker) -> Condition:
    match query:
        case Place():
            return _place(query.name)
        case Said():
            return _told(_saying(query.words))
        case Speaker():
            return _told(_spoken(query.name))


def _words(query: Words) -> Condition:
    match query.field:
        case Field.MODE | Field.TIE | Field.INSTRUMENT:
            return and_(claims.c.kind == _SORTED[query.field], claims.c.sort.in_(query.values))
        case Field.DISPUTED:
            return or_(_NEVER, *((claims.c.disputes != "[]") if one == "yes" else (claims.c.disputes == "[]")
                                 for one in query.values))  # fmt: skip
        case Field.DOCUMENT | Field.OUTLET | Field.REGISTER:
            written = {"document": documents.c.name, "outlet": documents.c.outlet, "register": documents.c.register}
            named = select(documents.c.id).where(written[query.field].in_(query.values))
            return claims.c.id.in_(select(claim_evidence.c.claim).where(claim_evidence.c.document.in_(named)))
        case field:
            return _COLUMN_OF[field].in_(query.values)


def _number(query: Number) -> Condition:
    measured = _MEASURED[query.measure]
    return {
        Comparison.AT_LEAST: measured >= query.value,
        Comparison.AT_MOST: measured <= query.value,
        Comparison.MORE: measured > query.value,
        Comparison.LESS: measured < query.value,
        Comparison.EQUAL: measured == query.value,
    }[query.comparison]


def _when(query: When) -> Condition:
    """A time that is open at an end reaches as far as any; one without both ends is none."""
    if query.is_undated:
        return claims.c.time.is_(None)
    first = query.first.isoformat() if query.first else None
    last = query.last.isoformat() if query.last else None
    if query.is_certain:
        return and_(*_bounded(claims.c.earliest, claims.c.latest, first, last))
    reaches: list[Condition] = [claims.c.time.is_not(None)]
    if first:
        reaches.append(or_(claims.c.latest.is_(None), claims.c.latest >= first))
    if last:
        reaches.append(or_(claims.c.earliest.is_(None), claims.c.earliest <= last))
    return and_(*reaches)


def _bounded(
    earliest: ColumnElement[str], latest: ColumnElement[str], first: str | None, last: str | None
) -> Iterator[Condition]:
    if first:
        yield earliest >= first
    if last:
        yield latest <= last


def _place(name: str) -> Condition:
    party = claim_parties.alias("place")
    return claims.c.id.in_(select(party.c.claim).where(party.c.role == PLACE, _named(party, name)))


def _parties(tests: tuple[PartyTest, ...]) -> Condition:
    """One party for each test; one that is another is neither the same role nor the same thing."""
    parties = [claim_parties.alias(f"party_{at}") for at in range(len(tests))]
    first = parties[0]
    joined: FromClause = first
    conditions = list(_party(first, tests[0]))
    for before, party, test in zip(parties, parties[1:], tests[1:], strict=False):
        joined = joined.join(party, party.c.claim == first.c.claim)
        conditions += _party(party, test)
        if test.is_other:
            same = func.coalesce(party.c.identity, party.c.folded) == func.coalesce(before.c.identity, before.c.folded)
            conditions.append(not_(same))
    return claims.c.id.in_(select(first.c.claim).select_from(joined).where(*conditions))


def _party(party: FromClause, test: PartyTest) -> Iterator[Condition]:
    if test.roles:
        yield party.c.role.in_(test.roles)
    else:
        yield party.c.role != PLACE
    if test.name not in (None, ANYBODY):
        yield _named(party, test.name, branches=True)
    if test.country is not None:
        yield party.c.country == test.country
    if test.branch is not None:
        yield party.c.branch == test.branch
    if test.office is not None:
        yield party.c.identity.in_(_holding(test.office))


def _named(party: FromClause, name: str, *, branches: bool = False) -> Condition:
    """By identity under any of its names; by the words of the text where nothing is known; a country by what it is.

    An id of an entity stands for the thing that it is, and for none of its namesakes.
    Of a party, a word for a branch ("congress") also means who acts for it, and a capital its government.
    """
    if ENTITY_ID.fullmatch(name):
        return party.c.identity.in_(select(identities.c.identity).where(identities.c.entity == name))
    land, by_capital = country_meant(name), country_of_capital(name) is not None
    state = party.c.identity.in_(_state(land.alpha3)) if land else _NEVER
    if land and not by_capital:
        return state
    pattern = whole_words(name)
    if pattern is None:
        return _NEVER
    known = or_(
        party.c.identity.in_(things_bearing(name)), and_(party.c.identity.is_(None), party.c.folded.like(pattern))
    )
    if not branches:
        return known
    branch = branch_meant(name)
    return or_(known, state, party.c.branch == branch if branch else _NEVER)


def _state(country: str) -> Ids:
    return select(things.c.id).where(things.c.country == country, things.c.is_country == 1)


def things_bearing(name: str) -> Ids:
    """The ids of things of which a name holds the words of this one, folded, in a row."""
    pattern, words = whole_words(name), full_text_query(f'"{fold(name)}"')
    if pattern is None or words is None:
        return select(thing_names.c.thing).where(_NEVER)
    index = table("names_fts", column("rowid", Integer))
    matches = text("names_fts MATCH :words_of_name").bindparams(_bound("words_of_name", words))
    hits = select(index.c.rowid).where(matches)
    return select(thing_names.c.thing).where(thing_names.c.key.in_(hits), thing_names.c.folded.like(pattern))


def _bound(name: str, value: str) -> BindParameter[str]:
    """A value of its own, however often a query asks for one of this name."""
    return bindparam(name, value, unique=True)


def _holding(office: str) -> Ids:
    """Who is said, at any time, to hold an office of this title."""
    held, holder = claims.alias("held"), claim_parties.alias("holder")
    pattern = whole_words(office)
    titled = (" " + held.c.sort + " ").like(pattern) if pattern else _NEVER
    return (
        select(holder.c.identity)
        .join(held, held.c.id == holder.c.claim)
        .where(held.c.kind == Kind.OFFICE, held.c.review != Review.REJECTED, holder.c.role == "person", titled)
    )


def _told(wanted: Ids) -> Condition:
    return claims.c.id.in_(select(claim_evidence.c.claim).where(claim_evidence.c.statement.in_(wanted)))


def _spoken(name: str) -> Ids:
    pattern = whole_words(name)
    role = statement_roles.c
    return select(role.statement).where(role.role == SPEAKER, role.folded.like(pattern) if pattern else _NEVER)


def _saying(words: str) -> Ids:
    """The statements of which a sentence that the span touches holds the words."""
    query = full_text_query(words)
    if query is None:
        return select(statements.c.id).where(_NEVER)
    index = table("sentences_fts", column("rowid", Integer))
    matches = text("sentences_fts MATCH :words_said").bindparams(_bound("words_said", query))
    touching = and_(
        statements.c.document == sentences.c.document,
        statements.c.start < sentences.c.end,
        statements.c.end > sentences.c.start,
    )
    hits = select(index.c.rowid).where(matches)
    return select(statements.c.id).join(sentences, touching).where(sentences.c.key.in_(hits))
