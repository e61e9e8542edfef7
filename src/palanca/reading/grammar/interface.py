"""The questions that a grammar answers, the same for every language."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from palanca.reading.grammar.parse import Token, TokenSpan


class Relation(StrEnum):
    """How a predicate hangs on the one above it."""

    ROOT = "root"
    CONTENT = "content"  # "said THAT IT LEFT"
    CONTROLLED = "controlled"  # "agreed TO LEAVE"
    RELATIVE = "relative"  # "the firm THAT LEFT"
    PARTICIPLE = "participle"  # "the firm LEAVING / BASED in Lima"
    ADVERBIAL = "adverbial"  # "LEAVING Lima, he …", "after it LEFT"
    CONJUNCT = "conjunct"  # "came AND LEFT"
    PREPOSITIONAL = "prepositional"  # "after LEAVING"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Oblique:
    """A noun (or a gerund) joined by a preposition, or by a bare adverbial (`preposition` is then "")."""

    preposition: str
    token: Token


@dataclass(frozen=True, slots=True)
class Governor:
    """What a predicate depends on, how, and by which word ("that", "if", "after"; "" for none)."""

    relation: Relation
    head: Token | None = None
    marker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """Who did what to whom, by grammar alone. Conjuncts are expanded; order is that of the text.

    `subjects` do and `objects` undergo, in passives too: "Lima was visited by Xi" has subject Xi and object Lima.
    `inherited` tells that the subjects were taken from a governing predicate or the noun modified. Of a noun, subjects
    are its possessors and "by" phrases, objects its "of" phrases, and `modifiers` its adjectives and compounds.
    `auxiliaries` are lower-case lemmas in order; `particles` likewise.
    """

    subjects: tuple[Token, ...] = ()
    objects: tuple[Token, ...] = ()
    indirect: tuple[Token, ...] = ()
    obliques: tuple[Oblique, ...] = ()
    modifiers: tuple[Token, ...] = ()
    complements: tuple[Token, ...] = ()  # predicates governed as content or controlled clauses
    auxiliaries: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    passive: bool = False
    negated: bool = False
    inherited: bool = False


class Grammar(Protocol):
    """Every answer is about the parse alone; none looks words up in a lexicon."""

    language: str

    def arguments(self, predicate: Token) -> Arguments:
        """What a verb, or a noun that tells an act, is joined to."""
        ...

    def governor(self, predicate: Token) -> Governor:
        """What a verb, or a noun, depends on."""
        ...

    def predicates(self, sentence: TokenSpan) -> Iterator[Token]:
        """The verbs of a sentence that head a clause (auxiliaries left out), in order."""
        ...

    def nouns(self, sentence: TokenSpan) -> Iterator[Token]:
        """The heads of the noun phrases of a sentence, in order."""
        ...

    def phrase(self, noun: Token) -> TokenSpan:
        """The noun phrase around its head: determiner, modifiers and compounds; no relative clause or apposition."""
        ...

    def clause(self, predicate: Token) -> TokenSpan:
        """From the first to the last word that depends on the predicate, without its conjunct clauses."""
        ...

    def subtree(self, token: Token) -> TokenSpan:
        """From the first to the last word that depends on the token, itself included, trailing punctuation left out."""
        ...

    def conjuncts(self, token: Token) -> tuple[Token, ...]:
        """The token and all that is coordinated with it, in order."""
        ...

    def is_set_against(self, noun: Token) -> bool:
        """Whether a noun is named as what is not so: "met Ruiz but NOT THE MINISTER", "the mayor, NOT ITS GOVERNOR"."""
        ...

    def appositions(self, noun: Token) -> tuple[Token, ...]:
        """Nouns that rename this one, after or before it ("Ana Ruiz, the minister"; "its envoy, Ana Ruiz")."""
        ...

    def head_of_phrase(self, noun: Token) -> Token | None:
        """The noun that this one names after "of": the port in "the port OF Ilo"; None where there is none."""
        ...

    def predicated_of(self, word: Token) -> tuple[Token, ...]:
        """Of whom a noun or adjective is said by a copula: "Ana IS the owner"; empty where it is not."""
        ...

    def is_said(self, word: Token) -> bool:
        """Whether a copula says the noun or adjective of something, which may be a clause: "to leave IS a mistake"."""
        ...

    def said_of(self, subject: Token) -> tuple[Token, ...]:
        """What a copula says of this noun: "Ana IS the owner", asked of Ana; empty where it says nothing."""
        ...

    def complemented(self, noun: Token) -> Token | None:
        """The verb of which a noun is the object or the complement: "made Ana MINISTER", "was MINISTER"."""
        ...

    def possessors(self, noun: Token) -> tuple[Token, ...]:
        """Who has it: "Peru's port", "its port"."""
        ...

    def modifiers(self, noun: Token) -> tuple[Token, ...]:
        """Adjectives and compound nouns before (or after) the noun, in order."""
        ...

    def prepositional(self, noun: Token) -> tuple[Oblique, ...]:
        """What is joined to a noun by a preposition, conjuncts expanded."""
        ...

    def is_premodifier(self, noun: Token) -> bool:
        """Whether the noun only helps to name another: the first one of "port authority"."""
        ...

    def is_empty(self, pronoun: Token) -> bool:
        """Whether a subject stands for nothing: "IT is possible that…"."""
        ...

    def left_out(self, verb: Token) -> str:
        """The pronoun that a verb leaves out where its ending tells it: "he" or "they", "" where none is left out.

        The verb then stands for its subject, and is the subject that its arguments have.
        """
        ...

    def is_subject(self, token: Token) -> bool:
        """Whether the noun is the subject of a verb, active or passive."""
        ...

    def is_agent(self, token: Token) -> bool:
        """Whether the noun does what a verb says: the subject of an active one that is no copula, or a "by" agent."""
        ...

    def is_pronoun(self, token: Token) -> bool:
        """Whether the token stands for a noun named elsewhere."""
        ...
