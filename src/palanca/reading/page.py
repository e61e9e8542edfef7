"""A document while it is being read: the frozen text, its parse, and what the readers have given so far.

Readers never change a page; each returns a new one with its own layer filled in.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from palanca.reading.grammar import Grammar
from palanca.reading.grammar.parse import Doc, Token, TokenSpan
from palanca.reading.trace import SILENT, Trace
from palanca.reading.voices import Voices
from palanca.records import Document, Entity, EntityId, Filler, Kind, Mention, Span, Statement, Time


class Layer(StrEnum):
    """What a reader may need or give."""

    NAMES = "names"
    COREFERENCE = "coreference"
    TIMES = "times"
    QUANTITIES = "quantities"
    QUOTATIONS = "quotations"
    OFFICES = "offices"
    EVENTS = "events"
    TIES = "ties"
    INSTRUMENTS = "instruments"
    ANOMALIES = "anomalies"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """Words that give a time, as token indices (half-open), resolved against the document where it could be."""

    first: int
    last: int
    time: Time


class Cast:
    """Who and what stands on a page: entities, their mentions, and which token belongs to which."""

    def __init__(
        self,
        entities: Iterable[Entity] = (),
        mentions: Iterable[tuple[Mention, range]] = (),
        groups: Mapping[int, tuple[EntityId, ...]] | None = None,
    ) -> None:
        placed = sorted(mentions, key=lambda pair: (pair[0].span.start, -pair[0].span.end))
        self.entities: tuple[Entity, ...] = tuple(entities)
        self.mentions: tuple[Mention, ...] = tuple(mention for mention, _ in placed)
        self.tokens: Mapping[Mention, range] = dict(placed)
        self._groups = groups or {}
        self._entity_by_id = {entity.id: entity for entity in self.entities}
        self._mention_by_token = {i: mention for mention, tokens in placed for i in tokens}
        self._entity_by_token = {i: self._entity_by_id[m.entity] for i, m in self._mention_by_token.items()}

    def entity(self, entity: EntityId) -> Entity:
        """The entity of that id."""
        return self._entity_by_id[entity]

    def mention_at(self, token: Token) -> Mention | None:
        """The innermost mention that the token is part of."""
        return self._mention_by_token.get(token.i)

    def at(self, token: Token) -> Entity | None:
        """The entity that the token's mention is about."""
        return self._entity_by_token.get(token.i)

    def group_at(self, token: Token) -> tuple[Entity, ...]:
        """The entities that a word stands for together ("both"); empty where it stands for no group."""
        members = self._groups.get(token.i)
        return tuple(self._entity_by_id[i] for i in members) if members else ()

    def with_mentions(self, more: Iterable[tuple[Mention, range]]) -> "Cast":
        """The same cast with further mentions of its entities."""
        return Cast(self.entities, [*self.tokens.items(), *more], self._groups)

    def with_entities(self, entities: Iterable[Entity]) -> "Cast":
        """The same cast with these in place of its entities; their ids are the same."""
        return Cast(entities, self.tokens.items(), self._groups)

    def with_groups(self, groups: Mapping[int, tuple[EntityId, ...]]) -> "Cast":
        """The same cast with words that stand for several of its entities: token → whom, in order."""
        return Cast(self.entities, self.tokens.items(), groups)

    @cached_property
    def by_name(self) -> Mapping[str, Entity]:
        """Entities by every form of their names, exactly as written."""
        return {name: entity for entity in self.entities for name in (*entity.names, entity.caption)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the readers share. `doc` has one token for every word of `document.text`, at the same code points."""

    document: Document
    doc: Doc
    grammar: Grammar
    trace: Trace = SILENT
    cast: Cast = field(default_factory=Cast)
    times: tuple[TimeMention, ...] = ()
    voices: Voices = field(default_factory=Voices)
    statements: tuple[Statement, ...] = ()

    def with_statements(self, more: Iterable[Statement]) -> "Page":
        """The same page with further statements."""
        found = tuple(more)
        return replace(self, statements=(*self.statements, *found)) if found else self

    def of_kind(self, kind: Kind) -> Iterator[Statement]:
        """The statements of one kind that have been given so far."""
        return (statement for statement in self.statements if statement.kind == kind)

    def span_of(self, tokens: TokenSpan | Token) -> Span:
        """The code points of these tokens, without white space at their ends."""
        if isinstance(tokens, Token):
            return Span(tokens.idx, tokens.idx + len(tokens))
        return Span(tokens.start_char, tokens.end_char)

    def sentence_span(self, token: Token) -> Span:
        """The code points of the token's sentence, without white space at its ends."""
        sent = token.sent
        start, end = sent.start, sent.end
        while end - 1 > start and self.doc[end - 1].is_space:
            end -= 1
        while start < end - 1 and self.doc[start].is_space:
            start += 1
        return Span(self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1]))

    def filler(self, entity: Entity, token: Token | None = None) -> Filler:
        """An entity as the filler of a role, with the place where `token` names it."""
        mention = self.cast.mention_at(token) if token is not None else None
        grouped = token is not None and entity in self.cast.group_at(token)
        span = mention.span if mention else self.span_of(token) if token is not None and grouped else None
        return Filler(text=entity.caption, entity=entity.id, span=span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One step of reading. `version` rises whenever the step may give something else for the same page."""

    name: str
    version: str
    needs: frozenset[Layer]
    gives: frozenset[Layer]
    read: Callable[[Page], Page]
