"""The tables that questions are asked of: claims, parties, evidence, documents, by number and narrow, to stay at hand.

Triggers of the file keep them level with `claims`, `claim_parties`, `claim_evidence`, `statement_roles` and `sources`,
row by row, whoever writes those; see `migrations`. A claim and a document keep their numbers as long as they stand.
"""

from typing import Any

from sqlalchemy import Column, Float, Integer, MetaData, Table, Text, literal_column

_metadata = MetaData()


def _number(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=False, primary_key=key)


def _maybe_number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _maybe(name: str) -> Column[str]:
    return Column(name, Text, nullable=True)


# Days are numbers as in `days`. `at` is the order of time; `begins_first` to `ends_last` are those of `Period`.
indexed_claims = Table(
    "indexed_claims",
    _metadata,
    _number("key", key=True),
    _text("id"),
    _text("kind"),
    _maybe("category"),
    _maybe("channel"),
    _maybe("sort"),
    _text("modality"),
    _text("review"),
    _number("is_disputed"),
    _number("is_dated"),
    _number("first"),
    _number("last"),
    _number("at"),
    _number("begins_first"),
    _number("begins_last"),
    _number("ends_first"),
    _number("ends_last"),
    Column("confidence", Float, nullable=False),
    _number("documents"),
    _number("sources"),
)

# Holds of every claim, and has those that pass a query counted on an index by channel and days alone: see `by_days`.
COUNTED_BY_DAYS = literal_column("indexed_claims.confidence") >= literal_column("0")

# That a claim has a time, as an index by days alone asks it: a value that is bound would not let it answer.
IS_DATED = indexed_claims.c.is_dated == literal_column("1")


def _filtered() -> tuple[Column[Any], ...]:
    """What filters ask most of a claim, as it stands in each row of a narrow table: see `narrow`."""
    return (
        _text("kind"), _maybe("channel"), _text("modality"), _text("review"), _number("is_dated"), _number("first"),
        _number("last"), Column("confidence", Float, nullable=False),
    )  # fmt: skip


# A party has a `thing`, or else `words` that name it. `kind` and `at` are those of its claim.
indexed_parties = Table(
    "indexed_parties",
    _metadata,
    _number("claim", key=True),
    _number("ordinal", key=True),
    _text("role"),
    _maybe("thing"),
    _maybe_number("words"),
    _maybe("country"),
    _maybe("branch"),
    _text("kind"),
    _number("at"),
)

# Folded, each between spaces, as a party of no known identity is called; `words_fts` finds words in them.
indexed_words = Table("indexed_words", _metadata, _number("key", key=True), _text("words"))

indexed_evidence = Table(
    "indexed_evidence", _metadata, _number("claim", key=True), _number("ordinal", key=True), _number("document"),
    *_filtered(),
)  # fmt: skip

# `source` is None for a document that is not current.
# Who speaks in a claim: an entity for each speaker of a statement that tells it. `kind` and `at` are of the claim.
indexed_speeches = Table(
    "indexed_speeches",
    _metadata,
    Column("statement", Text, nullable=False, primary_key=True),
    _number("ordinal", key=True),
    _text("entity"),
    _number("claim"),
    _text("kind"),
    _number("at"),
)

indexed_documents = Table(
    "indexed_documents", _metadata, _number("key", key=True), _text("id"), _maybe_number("source")
)

indexed_sources = Table("indexed_sources", _metadata, _number("key", key=True), _text("name"))

# Where a claim took place: its first place, a `thing` or else `words`. All else is of the claim.
indexed_places = Table(
    "indexed_places",
    _metadata,
    _number("claim", key=True),
    _number("ordinal"),
    _maybe("thing"),
    _maybe_number("words"),
    *_filtered(),
)

# Each two countries of which somebody takes part in a claim, `one` before `other`. All else is of the claim.
indexed_meetings = Table(
    "indexed_meetings",
    _metadata,
    _number("claim", key=True),
    Column("one", Text, nullable=False, primary_key=True),
    Column("other", Text, nullable=False, primary_key=True),
    *_filtered(),
)

# Each two things that a claim joins in a network, `one` before `other`; all else is of the claim.
indexed_ties = Table(
    "indexed_ties",
    _metadata,
    Column("one", Text, nullable=False, primary_key=True),
    Column("other", Text, nullable=False, primary_key=True),
    _number("claim", key=True),
    _number("sources"),
    *_filtered(),
)

# The claims of kinds that join two in a network and have no row in `indexed_ties`.
indexed_unjoined = Table("indexed_unjoined", _metadata, _number("claim", key=True))

# What is counted ahead of all that is sure, see `indexing_pairs`. A thing that some tie named keeps its number.
indexed_things = Table("indexed_things", _metadata, _number("key", key=True), _text("id"))

# Each two things that claims join which are told as having happened: things by number, in the order of `indexed_ties`.
indexed_pairs = Table(
    "indexed_pairs", _metadata, _number("one", key=True), _number("other", key=True), _number("number")
)

# The rows of evidence, by document, of claims of kinds that join two and are told as having happened.
indexed_telling = Table("indexed_telling", _metadata, _number("document", key=True), _number("number"))

# The claims by kind and modality.
indexed_sorts = Table(
    "indexed_sorts",
    _metadata,
    Column("kind", Text, nullable=False, primary_key=True),
    Column("modality", Text, nullable=False, primary_key=True),
    _number("number"),
)
