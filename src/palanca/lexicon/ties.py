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


class _Ties(Entry):
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
    lending: tuple[str, ...]
    domains: tuple[str, ...]
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
    entries = _lists().adjectives
    return {
        word: TieAdjective(kind=entry.kind, preposition=entry.preposition, people=entry.people, peers=entry.peers)
        for entry in entries
        for word in entry.words
    }


@cache
def tie_verbs() -> Mapping[str, tuple[TieVerb, ...]]:
    """Lemma → its ties, in order of the file."""
    found: dict[str, tuple[TieVerb, ...]] = {}
    for entry in _lists().verbs:
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
    for entry in _lists().nouns:
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
    return _lists().participles


@cache
def tie_links() -> Mapping[str, TieLink]:
    """Noun, lower case, possibly of two words → its tie."""
    return {
        lemma: TieLink(
            kind=entry.kind, prepositions=frozenset(entry.prepositions), states=entry.states, people=entry.people
        )
        for entry in _lists().links
        for lemma in entry.lemmas
    }


@cache
def having_verbs() -> frozenset[str]:
    """Verbs whose subject has what they govern."""
    return frozenset(_lists().having)


@cache
def ties_under() -> Mapping[str, TieKind]:
    """Noun behind "under" → what its owner is to the thing (`controls`), or the thing to him (`part_of`)."""
    return _lists().under


@cache
def takeovers() -> frozenset[str]:
    """Nouns for what makes a thing its doer's: "the takeover of A by B"."""
    return frozenset(_lists().takeovers)


@cache
def seats() -> frozenset[str]:
    """Nouns for where a body sits."""
    return frozenset(_lists().seats)


@cache
def homes() -> frozenset[str]:
    """Nouns for where a body is at home, in the place that stands behind them."""
    return frozenset(_lists().homes)


@cache
def party_letters() -> Mapping[str, str]:
    """The letter that stands for a party behind the name of one who sits for it, and the party's name: "(D-Ohio)"."""
    return _lists().party_letters


@cache
def party_heads() -> frozenset[str]:
    """First or last words of the names of parties, lower case."""
    return frozenset(_lists().party_heads)


@cache
def movement_heads() -> frozenset[str]:
    """First or last words of the names of movements, lower case."""
    return frozenset(_lists().movement_heads)


@cache
def seated_bodies() -> frozenset[str]:
    """Heads of the names of bodies, lower case, that "in" puts in a place."""
    return frozenset(_lists().seated_bodies)


@cache
def candidacies() -> frozenset[str]:
    """Verbs for what one does "as a Radical": to run, to serve, to be elected."""
    return frozenset(_lists().candidacies)


@cache
def courses() -> frozenset[str]:
    """Nouns for what one may be in the midst of."""
    return frozenset(_lists().courses)


@cache
def extents() -> frozenset[str]:
    """What stands before the hyphen of "majority-owned", and is no owner."""
    return frozenset(_lists().extents)


@cache
def belongings() -> frozenset[str]:
    """Nouns, sites included, for what a firm has and calls by its own name."""
    return frozenset((*_lists().belongings, *_lists().sites))


@cache
def campaigns() -> frozenset[str]:
    """Nouns for what stands for the one who runs, where somebody pays for it."""
    return frozenset(_lists().campaigns)


@cache
def unions() -> frozenset[str]:
    """Nouns for what partners form."""
    return frozenset(_lists().unions)


@cache
def shares() -> frozenset[str]:
    """Nouns for a part of what is owned."""
    return frozenset(_lists().shares)


@cache
def seated() -> frozenset[str]:
    """Nouns for those who sit, or stand, for a party."""
    return frozenset(_lists().seated)


@cache
def sites() -> frozenset[str]:
    """Nouns for things that stand in a place."""
    return frozenset(_lists().sites)


@cache
def parts_of_places() -> frozenset[str]:
    """Nouns that stand between a place and the larger place that it is in."""
    return frozenset(_lists().within)


@cache
def blocs() -> frozenset[str]:
    """Nouns for a group that is "of" its members."""
    return frozenset(_lists().blocs)


@cache
def state_firms() -> frozenset[str]:
    """Nouns for firms, which are a state's where "state" stands before them."""
    return frozenset(_lists().state_firms)


@cache
def incomes() -> frozenset[str]:
    """Nouns for what a body lives on."""
    return frozenset(_lists().incomes)


@cache
def holding() -> frozenset[str]:
    """Verbs of those who have a share of something."""
    return frozenset(_lists().holding)


@cache
def buying() -> frozenset[str]:
    """Verbs of those who come to have a share of something."""
    return frozenset(_lists().buying)


@cache
def lending() -> frozenset[str]:
    """Verbs of those who lend."""
    return frozenset(_lists().lending)


@cache
def remainders() -> frozenset[str]:
    """Nouns for the share that is left to others."""
    return frozenset(_lists().remainders)


@cache
def domains() -> frozenset[str]:
    """Nouns for what of a country somebody may control without controlling it."""
    return frozenset(_lists().domains)


@cache
def doubted() -> frozenset[str]:
    """Participles that stand before ties of which the text is not sure."""
    return frozenset(_lists().doubted)


@cache
def missions() -> frozenset[str]:
    """Nouns for missions to a country, which stand in a city of it."""
    return frozenset(_lists().missions)


@cache
def party_adjectives() -> frozenset[str]:
    """Adjectives, as written, that tell the party of the one who sits for it."""
    return frozenset(_lists().party_adjectives)


@cache
def bodies_of_members() -> frozenset[str]:
    """Words in the names of bodies whose people are their members."""
    return frozenset(_lists().bodies_of_members)


@cache
def nominations() -> frozenset[str]:
    """Nouns for what a party gives to the one who stands for it."""
    return frozenset(_lists().nominations)


@cache
def treaty_heads() -> frozenset[str]:
    """Words in the names of treaties, whose signers are members of what they set up."""
    return frozenset(_lists().treaty_heads)


@cache
def tying_nouns() -> frozenset[str]:
    """The last words of all nouns and links that tie: a quick look before a close one."""
    return frozenset(noun.rpartition(" ")[2] for noun in (*tie_nouns(), *tie_links()))


def _lists() -> _Ties:
    return load_yaml("ties.yaml", _Ties)
