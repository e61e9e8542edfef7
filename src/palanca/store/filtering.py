"""From a filter to one query over the statements or the claims. Every value is bound, none is written into the SQL."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, Integer, Select, and_, column, false, func, or_, select, table, text, true

from palanca.records import Context, Filter, Review
from palanca.records.errors import UnknownChannel
from palanca.store.asking import uncorrected
from palanca.store.days import AFTER_ALL, BEFORE_ALL, number_of
from palanca.store.index_tables import IS_DATED, indexed_claims
from palanca.store.schema import (
    claim_evidence,
    documents,
    entity_names,
    identities,
    sentences,
    statement_contexts,
    statement_roles,
    statements,
)
from palanca.store.statement_rows import PLACE, SPEAKER
from palanca.store.words import full_text_query, whole_words

type Channels = Callable[[], Mapping[str, Sequence[Context]]]
type Condition = ColumnElement[bool]
type StatementIds = Select[str]


def lexicon_channels() -> Mapping[str, Sequence[Context]]:
    """The contexts of each channel of the lexicon."""
    from palanca.lexicon.channels import channels

    return {channel.name: channel.contexts for channel in channels()}


def statements_wanted(wanted: Filter, *, document: str | None, channels: Channels) -> Select[*tuple[object, ...]]:
    """Rows of `statements` that pass, by time, document name and span. `document` is the id of the one wanted."""
    conditions = [uncorrected(), *_held(wanted), *_linked(wanted, document, channels)]
    time = func.coalesce(statements.c.earliest, statements.c.latest)
    order = (time.is_(None), time, statements.c.latest, documents.c.name, statements.c.start, statements.c.end)
    joined = select(statements).join(documents, documents.c.id == statements.c.document)
    return joined.where(*conditions).order_by(*order, statements.c.id)


def claims_wanted(wanted: Filter, *, document: str | None, channels: Channels) -> Select[str]:
    """The ids of the claims of which some evidence passes, by time, then id."""
    passed = claims_passing(wanted, document=document, channels=channels)
    return select(indexed_claims.c.id).where(passed).order_by(indexed_claims.c.at, indexed_claims.c.id)


def claims_passing(wanted: Filter, *, document: str | None, channels: Channels) -> Condition:
    """That some evidence of the claim of a row of `indexed_claims` passes."""
    conditions = list(_held_by_claim(wanted))
    told = [*_linked(wanted, document, channels)]
    if told:
        joined = select(claim_evidence.c.claim).join(statements, statements.c.id == claim_evidence.c.statement)
        conditions.append(indexed_claims.c.id.in_(joined.where(*told)))
    return and_(true(), *conditions)


def _held_by_claim(wanted: Filter) -> Iterator[Condition]:
    claim = indexed_claims.c
    if wanted.kinds:
        yield claim.kind.in_(wanted.kinds)
    if wanted.category:
        yield claim.category == wanted.category
    if wanted.least_confidence > 0:
        yield claim.confidence >= wanted.least_confidence
    if wanted.since or wanted.until:
        yield IS_DATED
        yield claim.last >= number_of(wanted.since, BEFORE_ALL)
        yield claim.first <= number_of(wanted.until, AFTER_ALL)
    if not wanted.rejected:
        yield claim.review != Review.REJECTED


def _held(wanted: Filter) -> Iterator[Condition]:
    if wanted.kinds:
        yield statements.c.kind.in_(wanted.kinds)
    if wanted.category:
        yield statements.c.category == wanted.category
    if wanted.least_confidence > 0:
        yield statements.c.confidence >= wanted.least_confidence
    if wanted.since or wanted.until:
        yield statements.c.time.is_not(None)
    if wanted.since:
        yield or_(statements.c.latest.is_(None), statements.c.latest >= wanted.since.isoformat())
    if wanted.until:
        yield or_(statements.c.earliest.is_(None), statements.c.earliest <= wanted.until.isoformat())


def _linked(wanted: Filter, document: str | None, channels: Channels) -> Iterator[Condition]:
    if document is not None:
        yield statements.c.document == document
    if wanted.who is not None:
        yield _of_who(wanted.who)
    if wanted.country is not None:
        yield statements.c.id.in_(_of_country(wanted.country))
    if wanted.channel is not None:
        yield statements.c.id.in_(_in_contexts(_contexts_of(wanted.channel, channels)))
    if wanted.contains is not None:
        yield _saying(wanted.contains)


def _of_who(who: str) -> Condition:
    pattern = whole_words(who)
    if pattern is None:
        return false()
    named = select(entity_names.c.entity).where(entity_names.c.folded.like(pattern))
    things = select(identities.c.identity).where(identities.c.entity.in_(named))
    same = select(identities.c.entity).where(identities.c.identity.in_(things))
    role = statement_roles.c
    found = or_(role.folded.like(pattern), role.entity.in_(named), role.entity.in_(same))
    return statements.c.id.in_(select(role.statement).where(role.role != PLACE, found))


def _of_country(country: str) -> StatementIds:
    role = statement_roles.c
    return select(role.statement).where(role.role != SPEAKER, role.country == country.upper())


def _contexts_of(channel: str, channels: Channels) -> Sequence[Context]:
    known = channels()
    if channel not in known:
        raise UnknownChannel(f"there is no channel {channel!r}: choose one of {', '.join(sorted(known))}")
    return known[channel]


def _in_contexts(contexts: Sequence[Context]) -> StatementIds:
    return select(statement_contexts.c.statement).where(statement_contexts.c.context.in_(contexts))


def _saying(words: str) -> Condition:
    """That a sentence which the statement's span touches holds the words."""
    query = full_text_query(words)
    if query is None:
        return false()
    said = statements.alias("said")
    touching = and_(
        said.c.document == sentences.c.document, said.c.start < sentences.c.end, said.c.end > sentences.c.start
    )
    return statements.c.id.in_(select(said.c.id).join(sentences, touching).where(sentences.c.key.in_(_hits(query))))


def _hits(query: str) -> Select[int]:
    index = table("sentences_fts", column("rowid", Integer))
    matches = text("sentences_fts MATCH :full_text_query").bindparams(full_text_query=query)
    return select(index.c.rowid).where(matches)
