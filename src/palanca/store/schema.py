"""The tables of a case as this version of Palanca reads and writes them.

`documents`, `appearances`, `registers`, `rejections` and `judgements` are originals. All others are derived from the
documents, hold the id of their document in `document`, and can be dropped and filled again. `migrations` bring older
files here.
"""

import re
from collections.abc import Callable

from sqlalchemy import (
    Column,
    Dialect,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
    literal_column,
)

_MARK = "\ufdd0"  # a code point that Unicode sets aside for programs and never assigns
_ESCAPED = re.compile(f"{_MARK}([0-9a-f]{{4}})")
_UNSTORABLE = re.compile(f"[\ud800-\udfff{_MARK}]")


def storable(text: str) -> str:
    """The text with half UTF-16 pairs escaped: file names and broken pages hold them, and UTF-8 cannot."""
    return text if text.isascii() else _UNSTORABLE.sub(lambda half: f"{_MARK}{ord(half[0]):04x}", text)


def maybe_storable(text: str | None) -> str | None:
    """The same of a text that may be missing."""
    return None if text is None else storable(text)


def as_stored(text: str) -> str:
    """The inverse of `storable`."""
    return _ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), text) if _MARK in text else text


def _maybe_as_stored(text: str | None) -> str | None:
    return text if text is None or _MARK not in text else as_stored(text)


class Words(TypeDecorator[str]):
    """Any string of Python, half UTF-16 pairs included."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002  # the interface
        """To the database."""
        return None if value is None else storable(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002  # the interface
        """From the database."""
        return None if value is None else as_stored(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], str | None]:  # noqa: ARG002
        """The same in one call, since millions of values are read."""
        return _maybe_as_stored


def _text(name: str, *, key: bool = False) -> Column[str]:
    return Column(name, Words, nullable=False, primary_key=key)


def _maybe(name: str) -> Column[str]:
    return Column(name, Words, nullable=True)


def _maybe_whole(name: str) -> Column[int]:
    return Column(name, Integer, nullable=True)


def _whole(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=False, primary_key=key)


def _document(*, key: bool = False) -> Column[str]:
    return Column("document", Words, ForeignKey("documents.id"), nullable=False, primary_key=key)


def _description() -> list[Column[str] | Column[int]]:
    """What is known about a text, and where it was taken from."""
    unknowns = ("title", "published", "outlet", "author", "url", "language", "register")
    origin = [_text("origin_path"), _text("origin_sha256"), _text("origin_media_type"), _maybe("origin_member")]
    return [*map(_maybe, unknowns), _text("page_starts"), *origin, _maybe_whole("origin_row")]


_metadata = MetaData()

documents = Table(
    "documents",
    _metadata,
    _text("id", key=True),
    _text("text"),
    _text("name"),
    _whole("current"),  # 1 while some name stands for this text
    _maybe("published_day"),  # the first day that `published` can mean, to sort by
    _text("metadata_hash"),
    _text("added_at"),
    *_description(),
)

# A name under which a text was given. The text that a name stands for now is the one marked current.
appearances = Table(
    "appearances", _metadata, _document(key=True), _text("name", key=True), _whole("current"), *_description()
)

rejections = Table(
    "rejections",
    _metadata,
    _text("id", key=True),
    _text("origin_path"),
    _text("origin_sha256"),
    _text("origin_media_type"),
    _maybe("origin_member"),
    _maybe_whole("origin_row"),
    _text("reason"),
    _text("rejected_at"),
)

# Registers whose rows are documents, each with the mapping that reads them.
registers = Table("registers", _metadata, _text("name", key=True), _text("record"), _text("entered_at"))

readings = Table(
    "readings",
    _metadata,
    _document(key=True),
    _text("version"),
    _text("metadata_hash"),  # of what was known about the document when it was read
    _maybe("skipped"),
    _text("read_at"),
    _maybe("signature"),  # tells near copies of the text, see `claims.copies`
    _maybe("unread_prose"),  # the register of a row of which only the cells were read, see `unread_prose`
)

sentences = Table(
    "sentences", _metadata, _whole("key", key=True), _document(), _whole("start"), _whole("end")
)  # `key` is the row of the full-text index

entities = Table(
    "entities",
    _metadata,
    _text("id", key=True),
    _document(),
    _whole("ordinal"),
    _text("schema"),
    _text("caption"),
    _text("names"),
    _maybe("country"),
    Column("confidence", Float, nullable=False),
    _text("identifiers"),
    _maybe("lister"),
)

# All that identity is judged by, as the document shows it.
profiles = Table(
    "profiles",
    _metadata,
    Column("entity", Words, ForeignKey("entities.id", ondelete="CASCADE"), nullable=False, primary_key=True),
    _text("document"),
    _text("profile"),
)

# The signs of an entity, by which alone it meets others, as its profile gives them: see `identity.signs`.
entity_signs = Table("entity_signs", _metadata, _text("sign", key=True), _text("entity", key=True))

# The keys under which what has these names meets those that may be one with it. A sign that is no name is its own key.
sign_blocks = Table("sign_blocks", _metadata, _text("block", key=True), _text("sign", key=True))

entity_names = Table(
    "entity_names",
    _metadata,
    Column("entity", Words, ForeignKey("entities.id", ondelete="CASCADE"), nullable=False, primary_key=True),
    _text("folded", key=True),
    _text("document"),
)

mentions = Table(
    "mentions",
    _metadata,
    _document(key=True),
    _whole("start", key=True),
    _whole("end", key=True),
    _text("text"),
    _text("form"),
    _text("entity"),
)

statements = Table(
    "statements",
    _metadata,
    _text("id", key=True),
    _document(),
    _text("kind"),
    _maybe("category"),
    _text("modality"),
    _text("detail"),
    _maybe("time"),
    _maybe("earliest"),
    _maybe("latest"),
    _whole("start"),
    _whole("end"),
    _text("reader"),
    _text("reader_version"),
    Column("confidence", Float, nullable=False),
)

statement_contexts = Table(
    "statement_contexts",
    _metadata,
    Column("statement", Words, ForeignKey("statements.id", ondelete="CASCADE"), nullable=False, primary_key=True),
    _text("context", key=True),
    _text("document"),
)

# `role` is a RoleName, or `place` or `speaker`. `ordinal` counts the roles of a statement from 0.
statement_roles = Table(
    "statement_roles",
    _metadata,
    Column("statement", Words, ForeignKey("statements.id", ondelete="CASCADE"), nullable=False, primary_key=True),
    _text("role", key=True),
    _whole("ordinal", key=True),
    _text("text"),
    _text("folded"),
    _maybe("entity"),
    _maybe_whole("start"),
    _maybe_whole("end"),
    _maybe("country"),
    _text("document"),
)

# Written out and not bound: only so do the indexes of speakers answer.
IS_SPEAKER = statement_roles.c.role == literal_column("'speaker'")

judgements = Table("judgements", _metadata, _text("id", key=True), _text("at"), _text("record"))

# What follows is settled from readings and judgements, see `settlement`.

identities = Table(
    "identities",
    _metadata,
    Column("entity", Words, ForeignKey("entities.id", ondelete="CASCADE"), nullable=False, primary_key=True),
    _text("identity"),
)

things = Table(
    "things",
    _metadata,
    _text("id", key=True),
    _text("schema"),
    _text("caption"),
    _text("names"),
    _whole("documents"),
    _maybe("country"),
    _whole("is_country"),
    _text("identifiers"),
)

proposals = Table(
    "proposals",
    _metadata,
    _text("one", key=True),
    _text("other", key=True),
    Column("points", Float, nullable=False),
    _text("reasons_for"),
    _text("reasons_against"),
)

# Pairs of entities, or of an entity or a name and what was said of it, as identity was last settled with them.
rulings = Table("rulings", _metadata, _text("one", key=True), _text("other", key=True), _text("verdict", key=True))

# Statements in whose place a person put another, which stands in `statements` as read by JUDGEMENT.
corrections = Table("corrections", _metadata, _text("original", key=True), _text("statement"), _document())

claims = Table(
    "claims",
    _metadata,
    _text("id", key=True),
    _text("kind"),
    _maybe("category"),
    _text("detail"),
    _text("lead"),
    _text("parties"),
    _text("disputes"),
    _maybe("time"),
    _maybe("earliest"),
    _maybe("latest"),
    _text("modality"),
    Column("confidence", Float, nullable=False),
    _text("review"),
    _maybe("sort"),  # the mode of an event, the role of an office, the kind of a tie or an instrument
    _maybe("channel"),  # of an event
    _whole("documents"),
    _whole("sources"),
    *map(_whole, ("first", "last", "at")),  # days as numbers, see `days`
    *map(_whole, ("begins_first", "begins_last", "ends_first", "ends_last")),
    _maybe("part"),  # the smallest id of the claims that are settled together, see `claims.parting`; None when alone
)

# Who fills which role of a claim, `ordinal` in the order of its parties. `role` is a RoleName, or `place`. Once it is
# `placed`, `country` and `branch` are those that it belongs to at the time of the claim.
claim_parties = Table(
    "claim_parties",
    _metadata,
    Column("claim", Words, ForeignKey("claims.id", ondelete="CASCADE"), nullable=False, primary_key=True),
    _whole("ordinal", key=True),
    _text("role"),
    _text("folded"),
    _maybe("identity"),
    _maybe("country"),
    _maybe("branch"),
    _whole("placed"),
)

# The keys by which claims are found that a statement may come under, see `claims.reaching`. `first` and `last` count
# months.
reaches = Table(
    "reaches", _metadata, _whole("reach", key=True), _text("claim", key=True), _maybe_whole("first"),
    _maybe_whole("last"),
)  # fmt: skip

# Days on which a claim certainly shows the only holder of an office.
holdings = Table(
    "holdings", _metadata, _text("office", key=True), _text("claim", key=True), _text("first", key=True),
    _text("last", key=True), _whole("is_stated", key=True), _text("document", key=True), _text("person"),
)  # fmt: skip

# Claims to offices that were held, each as `analysis.incumbents` tells of it, in its order.
tenures = Table(
    "tenures", _metadata, _text("claim", key=True), _text("person"), _whole("is_identified"), _text("role"),
    _whole("is_acting"), _text("body"), _maybe("body_identity"), _whole("is_begun"), _whole("is_ended"),
    _whole("first"), _whole("last"), _maybe_whole("known_first"), _maybe_whole("known_last"), _text("stretches"),
)  # fmt: skip

# What things belong to, `ordinal` in the order in which it is looked at, see `analysis.belongings`.
belongings = Table(
    "belongings", _metadata, _text("thing", key=True), _whole("ordinal", key=True), _maybe("country"),
    _maybe("branch"), _text("reason"), _maybe("first"), _maybe("last"), _maybe("claim"),
)  # fmt: skip

# All names of a thing, folded, each between spaces; `names_fts` finds their words.
thing_names = Table("thing_names", _metadata, _whole("key", key=True), _text("thing"), _text("folded"))

# Documents that are near copies of others, each with the smallest id of the copies.
copies = Table("copies", _metadata, _text("document", key=True), _text("voice"))

# Who a document speaks for: what is one source counts once.
sources = Table("sources", _metadata, _text("document", key=True), _text("source"))

claim_evidence = Table(
    "claim_evidence",
    _metadata,
    _text("statement", key=True),
    Column("claim", Words, ForeignKey("claims.id", ondelete="CASCADE"), nullable=False),
    _whole("ordinal"),
    _text("document"),
    _text("stance"),
    _whole("voice"),
)

judgement_states = Table(
    "judgement_states", _metadata, _text("judgement", key=True), _text("standing"), _text("reason")
)

# One row. `changed` counts the changes of readings and judgements, `settled` is its value when all was last settled.
# `everything` is 1 while identity must be settled anew for all, and not for what was touched alone.
progress = Table(
    "progress", _metadata, _whole("key", key=True), _whole("changed"), _whole("settled"), _whole("everything")
)

# The profiles, old and new, of the entities whose documents changed since identity was last settled.
touched = Table("touched", _metadata, _text("entity", key=True), _text("profile", key=True), _text("document"))

# What waits to be settled beside that: ids of documents, statements, offices (see `holdings`) and things.
waiting = Table("waiting", _metadata, _text("sort", key=True), _text("id", key=True))

# Derived tables that differences are written to row by row, parents first. Sentences go with their full-text index,
# signs and their blocks with the profiles that they are worked out from. The children of entities and statements are
# found by document through their parents.
DERIVED = (
    entities, entity_names, profiles, mentions, statements, statement_contexts, statement_roles,
)  # fmt: skip
SETTLED = (
    identities, things, thing_names, proposals, rulings, corrections, claims, claim_parties, claim_evidence, reaches,
    holdings, tenures, belongings, copies, sources, judgement_states,
)  # fmt: skip
TABLES = _metadata.sorted_tables
