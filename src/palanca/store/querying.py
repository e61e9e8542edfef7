"""From a query of the filter language to one condition on `indexed_claims`.

Every value is bound, none stands in the SQL.
"""

from collections.abc import Iterator

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    column,
    false,
    func,
    literal_column,
    not_,
    or_,
    select,
    table,
    text,
    true,
)
from sqlalchemy.sql.expression import FromClause, UnaryExpression
from sqlalchemy.sql.operators import custom_op

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
    Parties,
    PartyTest,
    Place,
    Query,
    Said,
    Speaker,
    When,
    Words,
)
from palanca.store.days import AFTER_ALL, BEFORE_ALL, number_of
from palanca.store.index_tables import IS_DATED, indexed_documents, indexed_evidence, indexed_parties, indexed_words
from palanca.store.index_tables import indexed_claims as claims
from palanca.store.saying import Looked, looked_for, saying
from palanca.store.schema import (
    IS_SPEAKER,
    claim_evidence,
    documents,
    identities,
    statement_roles,
    thing_names,
    things,
)  # fmt: skip
from palanca.store.schema import claims as whole_claims
from palanca.store.statement_rows import PLACE
from palanca.store.words import begun_words, full_text_query, whole_words

type Condition = ColumnElement[bool]
type Ids = Select[str]


def unindexed[Value](column: ColumnElement[Value]) -> ColumnElement[Value]:
    """The same with a sign before it: no index is used to look it up."""
    return UnaryExpression(column, operator=custom_op("+"), type_=column.type)


# As an index has it that tells such times alone.
_IS_STRETCH = func.instr(whole_claims.c.time, literal_column("'/'")) > literal_column("0")
_STRETCHES = select(whole_claims.c.id).where(_IS_STRETCH)
_NEVER, _ALWAYS = false(), true()
_COLUMN_OF = {
    # A kind is so many claims that it is dearer to find them one by one than to see all.
    Field.KIND: unindexed(claims.c.kind),
    Field.CHANNEL: claims.c.channel,
    Field.MODALITY: claims.c.modality,
    Field.REVIEW: claims.c.review,
}
_SORTED = {Field.TIE: Kind.TIE, Field.INSTRUMENT: Kind.INSTRUMENT}
_MEASURED = {
    Measure.SOURCES: claims.c.sources,
    Measure.DOCUMENTS: claims.c.documents,
    Measure.CONFIDENCE: claims.c.confidence,
    Measure.DAYS: claims.c.last - claims.c.first + 1,
}


def passing(query: Query) -> Condition:
    """That a row of `indexed_claims` passes; what was rejected does only if the query asks for what was reviewed."""
    condition = condition_of(query)
    return condition if _asks_review(query) else and_(claims.c.review != Review.REJECTED, condition)


def ids_passing(query: Query) -> Ids:
    """The ids of the claims that pass."""
    return select(claims.c.id).where(passing(query))


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


def kinds_of(query: Query) -> frozenset[str] | None:
    """Of which kinds alone claims may pass; None where that is not told."""
    match query:
        case Words(field=Field.KIND):
            return frozenset(query.values)
        case Words(field=Field.MODE | Field.CATEGORY):
            return frozenset((Kind.EVENT,))
        case Words(field=Field.TIE | Field.INSTRUMENT):
            return frozenset((_SORTED[query.field],))
        case All():
            told = [kinds for kinds in map(kinds_of, query.parts) if kinds is not None]
            return told[0].intersection(*told[1:]) if told else None
        case _:
            return None


def condition_of(query: Query, kinds: frozenset[str] | None = None) -> Condition:
    """That what a query asks holds of a row of `indexed_claims`, rejected or not.

    `kinds` are those of which alone claims may pass anyway: who takes part in others is not looked up.
    """
    match query:
        case All():
            within = kinds_of(query) if kinds is None else kinds
            return and_(_ALWAYS, *(condition_of(part, within) for part in query.parts))
        case Either():
            return or_(_NEVER, *(condition_of(part, kinds) for part in query.parts))
        case Not():
            return not_(func.coalesce(condition_of(query.part), false()))  # what has no mode has not that mode
        case Parties():
            return _parties(query.tests, kinds)
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
        case Looked():
            return looked_for(query)
        case Said():
            return saying(query.words)
        case Speaker():
            return _told(_spoken(query.name))


def _words(query: Words) -> Condition:
    match query.field:
        case Field.MODE:
            return and_(_COLUMN_OF[Field.KIND] == Kind.EVENT, claims.c.sort.in_(query.values))
        case Field.TIE | Field.INSTRUMENT:
            kind, no_category = (
                claims.c.kind == _SORTED[query.field],
                claims.c.category.is_(None),
            )  # as the index begins
            return and_(kind, no_category, claims.c.sort.in_(query.values))
        case Field.DISPUTED:
            return claims.c.is_disputed.in_([int(one == "yes") for one in query.values])
        case Field.DOCUMENT | Field.OUTLET | Field.REGISTER:
            written = {"document": documents.c.name, "outlet": documents.c.outlet, "register": documents.c.register}
            named = select(documents.c.id).where(written[query.field].in_(query.values))
            known = select(indexed_documents.c.key).where(indexed_documents.c.id.in_(named))
            return claims.c.key.in_(select(indexed_evidence.c.claim).where(indexed_evidence.c.document.in_(known)))
        case Field.CATEGORY:  # of events alone: with their kind an index finds it
            return and_(claims.c.kind == Kind.EVENT, claims.c.category.in_(query.values))
        case field:
            return _COLUMN_OF[field].in_(query.values)


def _number(query: Number) -> Condition:
    measured = _MEASURED[query.measure]
    compared = {
        Comparison.AT_LEAST: measured >= query.value,
        Comparison.AT_MOST: measured <= query.value,
        Comparison.MORE: measured > query.value,
        Comparison.LESS: measured < query.value,
        Comparison.EQUAL: measured == query.value,
    }[query.comparison]
    if query.measure is not Measure.DAYS:
        return compared
    # In this order: how a time is written is looked up for the few that are left. A stretch has days of no number.
    return and_(IS_DATED, compared, claims.c.id.not_in(_STRETCHES))


def _when(query: When) -> Condition:
    """A time that is open at an end reaches as far as any; one without both ends is none."""
    if query.is_undated:
        return claims.c.is_dated == 0
    first, last = number_of(query.first, BEFORE_ALL), number_of(query.last, AFTER_ALL)
    if query.is_certain:
        return and_(_ALWAYS, *_bounded(first, last))
    reaches = [claims.c.last >= first] if query.first else []
    begins = [claims.c.first <= last] if query.last else []
    return and_(IS_DATED, *reaches, *begins)


def _bounded(first: int, last: int) -> Iterator[Condition]:
    """Within two days; what has no time is within none, and is left out twice so that an index finds the others."""
    if first > BEFORE_ALL or last < AFTER_ALL:
        yield IS_DATED
    if first > BEFORE_ALL:
        yield claims.c.first >= first
    if last < AFTER_ALL:
        yield claims.c.last <= last


def _place(name: str) -> Condition:
    party = indexed_parties.alias("place")
    return claims.c.key.in_(select(party.c.claim).where(party.c.role == PLACE, _named(party, name)))


def _parties(tests: tuple[PartyTest, ...], kinds: frozenset[str] | None) -> Condition:
    """One party for each test; one that is another is neither the same role nor the same thing.

    Who is named is looked up; who is not is looked for among the parties of each claim that passes else.
    """
    parties = [indexed_parties.alias(f"party_{at}") for at in range(len(tests))]
    first = parties[0]
    joined: FromClause = first
    conditions = list(_party(first, tests[0]))
    if kinds is not None:
        conditions.append(first.c.kind.in_(sorted(kinds)))
    for before, party, test in zip(parties, parties[1:], tests[1:], strict=False):
        joined = joined.join(party, party.c.claim == first.c.claim)
        conditions += _party(party, test)
        if test.is_other:
            conditions.append(_who(party) != _who(before))
    found = select(first.c.claim).select_from(joined).where(*conditions)
    if any(map(_is_selective, tests)):
        return claims.c.key.in_(found)
    return found.where(first.c.claim == claims.c.key).correlate(claims).exists()


def _who(party: FromClause) -> ColumnElement[str]:
    return func.coalesce(party.c.thing, party.c.words)


def _is_selective(test: PartyTest) -> bool:
    return test.name not in (None, ANYBODY) or test.country is not None or test.office is not None


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
        yield party.c.thing.in_(_holding(test.office))


def _named(party: FromClause, name: str, *, branches: bool = False) -> Condition:
    """By identity under any of its names; by the words of the text where nothing is known; a country by what it is.

    An id of an entity stands for the thing that it is, and for none of its namesakes.
    Of a party, a word for a branch ("congress") also means who acts for it, and a capital its government.
    """
    if ENTITY_ID.fullmatch(name):
        return party.c.thing.in_(select(identities.c.identity).where(identities.c.entity == name))
    land, by_capital = country_meant(name), country_of_capital(name) is not None
    state = party.c.thing.in_(_state(land.alpha3)) if land else _NEVER
    if land and not by_capital:
        return state
    pattern = whole_words(name)
    if pattern is None:
        return _NEVER
    known = or_(party.c.thing.in_(things_bearing(name)), party.c.words.in_(_called(name, pattern)))
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


def things_beginning(name: str) -> Ids:
    """The ids of things of which a name holds the words of this one, folded, in a row, the last at least begun."""
    begun = begun_words(name)
    if begun is None:
        return select(thing_names.c.thing).where(_NEVER)
    query, pattern = begun
    index = table("names_fts", column("rowid", Integer))
    matches = text("names_fts MATCH :beginning_of_name").bindparams(_bound("beginning_of_name", query))
    hits = select(index.c.rowid).where(matches)
    return select(thing_names.c.thing).where(thing_names.c.key.in_(hits), thing_names.c.folded.like(pattern))


def _called(name: str, pattern: str) -> Select[int]:
    """The numbers of words for parties of no known identity that hold these in a row."""
    words = full_text_query(f'"{fold(name)}"')
    if words is None:
        return select(indexed_words.c.key).where(_NEVER)
    index = table("words_fts", column("rowid", Integer))
    matches = text("words_fts MATCH :words_of_party").bindparams(_bound("words_of_party", words))
    hits = select(index.c.rowid).where(matches)
    return select(indexed_words.c.key).where(indexed_words.c.key.in_(hits), indexed_words.c.words.like(pattern))


def _bound(name: str, value: str) -> BindParameter[str]:
    """A value of its own, however often a query asks for one of this name."""
    return bindparam(name, value, unique=True)


def _holding(office: str) -> Ids:
    """Who is said, at any time, to hold an office of this title."""
    held, holder = claims.alias("held"), indexed_parties.alias("holder")
    pattern = whole_words(office)
    titled = (" " + held.c.sort + " ").like(pattern) if pattern else _NEVER
    return (
        select(holder.c.thing)
        .join(held, held.c.key == holder.c.claim)
        .where(holder.c.thing.is_not(None))
        .where(held.c.kind == Kind.OFFICE, held.c.review != Review.REJECTED, holder.c.role == "person", titled)
    )


def _told(wanted: Ids) -> Condition:
    return claims.c.id.in_(select(claim_evidence.c.claim).where(claim_evidence.c.statement.in_(wanted)))


def _spoken(name: str) -> Ids:
    pattern = whole_words(name)
    role = statement_roles.c
    return select(role.statement).where(IS_SPEAKER, role.folded.like(pattern) if pattern else _NEVER)
