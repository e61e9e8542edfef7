"""Verbs, nouns and participles that tie two things together: `ties.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import Field

from palanca.lexicon.loading import Entry, load_yaml
from palanca.records import Schema, TieKind


class _Verb(Entry):
    lemmas: tuple[str, ...]
    kind: TieKind
    source: str = Field(alias="from")
    target: str = Field(alias="to")
    particle: str | None = None
    organised: bool = False
    standing: bool = False
    grouped: bool = False
    of: Schema | None = None
    firm: bool = False
    peers: bool = False
    unowned: bool = False
    owned: bool = False
    what: tuple[str, ...] = ()
    shared: bool = False
    organs: bool = False
    people: bool = False
    of_people: bool = False
    seats: bool = False


class _Link(Entry):
    lemmas: tuple[str, ...]
    kind: TieKind
    prepositions: tuple[str, ...]
    states: bool = False
    people: bool = False


class _Noun(Entry):
    lemmas: tuple[str, ...]
    kind: TieKind
    places: bool = False
    shared: bool = False
    turned: bool = False
    parties: bool = False
    bodies: bool = False
    prepositions: tuple[str, ...] = ()


class _Adjective(Entry):
    words: tuple[str, ...]
    kind: TieKind
    preposition: str
    people: bool = False
    peers: bool = False


class TieFile(Entry):
    """What `ties.yaml` lists."""

    adjectives: tuple[_Adjective, ...]
    verbs: tuple[_Verb, ...]
    nouns: tuple[_Noun, ...]
    participles: dict[str, TieKind]
    links: tuple[_Link, ...]
    having: tuple[str, ...]
    under: dict[str, TieKind]
    takeovers: tuple[str, ...]
    seats: tuple[str, ...]
    extents: tuple[str, ...]
    belongings: tuple[str, ...]
    campaigns: tuple[str, ...]
    unions: tuple[str, ...]
    shares: tuple[str, ...]
    seated: tuple[str, ...]
    sites: tuple[str, ...]
    seated_bodies: tuple[str, ...]
    within: tuple[str, ...]
    blocs: tuple[str, ...]
    state_firms: tuple[str, ...]
    incomes: tuple[str, ...]
    remainders: tuple[str, ...]
    holding: tuple[str, ...]
    buying: tuple[str, ...]
    giving: tuple[str, ...]
    offering: tuple[str, ...]
    lending: tuple[str, ...]
    domains: tuple[str, ...]
    dominating: tuple[str, ...]
    doubted: tuple[str, ...]
    missions: tuple[str, ...]
    party_adjectives: tuple[str, ...]
    party_letters: dict[str, str]
    party_heads: tuple[str, ...]
    movement_heads: tuple[str, ...]
    candidacies: tuple[str, ...]
    bodies_of_members: tuple[str, ...]
    nominations: tuple[str, ...]
    homes: tuple[str, ...]
    courses: tuple[str, ...]
    treaty_heads: tuple[str, ...]
    nominating: tuple[str, ...]
    named_belongings: tuple[str, ...]
    exemplifying: tuple[str, ...]
    comprising: tuple[str, ...]
    standing_for: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TieVerb:
    """A verb that ties: `source` and `target` are "subject", "object" or a preposition.

    `organised` asks that both ends be bodies or countries; `standing` that the verb tell a state and no act; `grouped`
    that the target be a group that has members; `of` that it have this schema; `firm` that it be a body or a site,
    whoever the source is; `peers` that both be organisations; `unowned` that neither be a firm, which others
    own, `owned` that one be a firm or the owner a man; `what` that the verb have one of these nouns as object; `shared`
    that a share of the target be its object; `organs` that both be bodies and no firms; `people` that both be people,
    `of_people` that the source be one; `seats` that a person sit or serve in a body that has members.
    """

    kind: TieKind
    source: str
    target: str
    particle: str | None
    organised: bool
    standing: bool
    grouped: bool
    of: Schema | None
    firm: bool
    peers: bool
    unowned: bool
    owned: bool
    what: frozenset[str]
    shared: bool
    organs: bool
    people: bool
    of_people: bool
    seats: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TieLink:
    """A noun that ties whoever has it to what one of its prepositions leads to.

    `states` asks for a state and a body, `people` for a person and a party.
    """

    kind: TieKind
    prepositions: frozenset[str]
    states: bool
    people: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TieNoun:
    """A noun that says what its holder is to its owner; `places` asks that both be places.

    A `shared` thing is owned by those of whom it is: "a joint venture of A and B". Where `turned`, the owner is the
    source: "A's SUPPLIER". With `prepositions`, only what follows one of these is the owner: "a party TO the accord".
    `parties` asks for a person and a party ("the LEADER of the Green Front"), `bodies` that the owner be a body.
    """

    kind: TieKind
    places: bool
    shared: bool
    turned: bool
    parties: bool
    bodies: bool
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TieAdjective:
    """An adjective that ties what it is said of to what follows its preposition.

    `people` asks that both be people, `peers` that both be organisations.
    """

    kind: TieKind
    preposition: str
    people: bool
    peers: bool


@cache
def tie_adjectives() -> Mapping[str, TieAdjective]:
    """Adjective, lower case → its tie."""
    entries = tie_file().adjectives
    return {
        word: TieAdjective(kind=entry.kind, preposition=entry.preposition, people=entry.people, peers=entry.peers)
        for entry in entries
        for word in entry.words
    }


@cache
def tie_verbs() -> Mapping[str, tuple[TieVerb, ...]]:
    """Lemma → its ties, in order of the file."""
    found: dict[str, tuple[TieVerb, ...]] = {}
    for entry in tie_file().verbs:
        tie = TieVerb(
            kind=entry.kind, source=entry.source, target=entry.target, particle=entry.particle,
            organised=entry.organised, standing=entry.standing, grouped=entry.grouped, of=entry.of,
            firm=entry.firm, peers=entry.peers, unowned=entry.unowned, owned=entry.owned, what=frozenset(entry.what),
            shared=entry.shared, organs=entry.organs, people=entry.people, of_people=entry.of_people,
            seats=entry.seats,
        )  # fmt: skip
        for lemma in entry.lemmas:
            found[lemma] = (*found.get(lemma, ()), tie)
    return found


@cache
def tie_nouns() -> Mapping[str, tuple[TieNoun, ...]]:
    """Noun, lower case, possibly of two words → its ties, in order of the file."""
    found: dict[str, tuple[TieNoun, ...]] = {}
    for entry in tie_file().nouns:
        for lemma in entry.lemmas:
            found[lemma] = (
                *found.get(lemma, ()),
                TieNoun(
                    kind=entry.kind,
                    places=entry.places,
                    shared=entry.shared,
                    turned=entry.turned,
                    parties=entry.parties,
                    bodies=entry.bodies,
                    prepositions=frozenset(entry.prepositions),
                ),
            )
    return found


@cache
def tie_participles() -> Mapping[str, TieKind]:
    """Participle → what the noun before its hyphen is to the noun behind it."""
    return tie_file().participles


@cache
def tie_links() -> Mapping[str, TieLink]:
    """Noun, lower case, possibly of two words → its tie."""
    return {
        lemma: TieLink(
            kind=entry.kind, prepositions=frozenset(entry.prepositions), states=entry.states, people=entry.people
        )
        for entry in tie_file().links
        for lemma in entry.lemmas
    }


@cache
def ties_under() -> Mapping[str, TieKind]:
    """Noun behind "under" → what its owner is to the thing (`controls`), or the thing to him (`part_of`)."""
    return tie_file().under


@cache
def tying_nouns() -> frozenset[str]:
    """The last words of all nouns and links that tie: a quick look before a close one."""
    return frozenset(noun.rpartition(" ")[2] for noun in (*tie_nouns(), *tie_links()))


@cache
def tie_file() -> TieFile:
    """What `ties.yaml` lists, checked. Raises LexiconError where it cannot be read."""
    return load_yaml("ties.yaml", TieFile)
