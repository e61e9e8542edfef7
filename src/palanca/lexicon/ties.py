"""Verbs, nouns and participles that tie two things together: `ties.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import Field

from palanca.lexicon.loading import Entry, load_yaml
from palanca.records import TieKind


class _Verb(Entry):
    lemmas: tuple[str, ...]
    kind: TieKind
    source: str = Field(alias="from")
    target: str = Field(alias="to")
    particle: str | None = None
    organised: bool = False
    standing: bool = False


class _Noun(Entry):
    lemmas: tuple[str, ...]
    kind: TieKind
    places: bool = False


class _Adjective(Entry):
    words: tuple[str, ...]
    kind: TieKind
    preposition: str


class _Ties(Entry):
    adjectives: tuple[_Adjective, ...]
    verbs: tuple[_Verb, ...]
    nouns: tuple[_Noun, ...]
    participles: dict[str, TieKind]


@dataclass(frozen=True, slots=True, kw_only=True)
class TieVerb:
    """A verb that ties: `source` and `target` are "subject", "object" or a preposition.

    `organised` asks that both ends be bodies or countries; `standing` that the verb tell a state and no act.
    """

    kind: TieKind
    source: str
    target: str
    particle: str | None
    organised: bool
    standing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TieNoun:
    """A noun that says what its holder is to its owner; `places` asks that both be places."""

    kind: TieKind
    places: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TieAdjective:
    """An adjective that ties what it is said of to what follows its preposition."""

    kind: TieKind
    preposition: str


@cache
def tie_adjectives() -> Mapping[str, TieAdjective]:
    """Adjective, lower case → its tie."""
    entries = load_yaml("ties.yaml", _Ties).adjectives
    return {
        word: TieAdjective(kind=entry.kind, preposition=entry.preposition) for entry in entries for word in entry.words
    }


@cache
def tie_verbs() -> Mapping[str, tuple[TieVerb, ...]]:
    """Lemma → its ties, in order of the file."""
    found: dict[str, tuple[TieVerb, ...]] = {}
    for entry in load_yaml("ties.yaml", _Ties).verbs:
        tie = TieVerb(
            kind=entry.kind, source=entry.source, target=entry.target, particle=entry.particle,
            organised=entry.organised, standing=entry.standing,
        )  # fmt: skip
        for lemma in entry.lemmas:
            found[lemma] = (*found.get(lemma, ()), tie)
    return found


@cache
def tie_nouns() -> Mapping[str, TieNoun]:
    """Noun, lower case, possibly of two words → its tie."""
    entries = load_yaml("ties.yaml", _Ties).nouns
    return {lemma: TieNoun(kind=entry.kind, places=entry.places) for entry in entries for lemma in entry.lemmas}


@cache
def tie_participles() -> Mapping[str, TieKind]:
    """Participle → what the noun before its hyphen is to the noun behind it."""
    return load_yaml("ties.yaml", _Ties).participles
