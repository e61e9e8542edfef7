"""The plain lists of words that help to find ties: `ties.yaml`. All are lower case."""

from collections.abc import Mapping
from functools import cache

from palanca.lexicon.ties import tie_file


@cache
def having_verbs() -> frozenset[str]:
    """Verbs whose subject has what they govern."""
    return frozenset(tie_file().having)


@cache
def takeovers() -> frozenset[str]:
    """Nouns for what makes a thing its doer's: "the takeover of A by B"."""
    return frozenset(tie_file().takeovers)


@cache
def seats() -> frozenset[str]:
    """Nouns for where a body sits."""
    return frozenset(tie_file().seats)


@cache
def homes() -> frozenset[str]:
    """Nouns for where a body is at home, in the place that stands behind them."""
    return frozenset(tie_file().homes)


@cache
def party_letters() -> Mapping[str, str]:
    """The letter that stands for a party behind the name of one who sits for it, and the party's name: "(D-Ohio)"."""
    return tie_file().party_letters


@cache
def party_heads() -> frozenset[str]:
    """First or last words of the names of parties, lower case."""
    return frozenset(tie_file().party_heads)


@cache
def movement_heads() -> frozenset[str]:
    """First or last words of the names of movements, lower case."""
    return frozenset(tie_file().movement_heads)


@cache
def seated_bodies() -> frozenset[str]:
    """Heads of the names of bodies, lower case, that "in" puts in a place."""
    return frozenset(tie_file().seated_bodies)


@cache
def candidacies() -> frozenset[str]:
    """Verbs for what one does "as a Radical": to run, to serve, to be elected."""
    return frozenset(tie_file().candidacies)


@cache
def courses() -> frozenset[str]:
    """Nouns for what one may be in the midst of."""
    return frozenset(tie_file().courses)


@cache
def dominating() -> frozenset[str]:
    """Verbs of those who hold something over a country."""
    return frozenset(tie_file().dominating)


@cache
def extents() -> frozenset[str]:
    """What stands before the hyphen of "majority-owned", and is no owner."""
    return frozenset(tie_file().extents)


@cache
def belongings() -> frozenset[str]:
    """Nouns, sites included, for what a firm has and calls by its own name."""
    return frozenset((*tie_file().belongings, *tie_file().sites))


@cache
def campaigns() -> frozenset[str]:
    """Nouns for what stands for the one who runs, where somebody pays for it."""
    return frozenset(tie_file().campaigns)


@cache
def unions() -> frozenset[str]:
    """Nouns for what partners form."""
    return frozenset(tie_file().unions)


@cache
def shares() -> frozenset[str]:
    """Nouns for a part of what is owned."""
    return frozenset(tie_file().shares)


@cache
def seated() -> frozenset[str]:
    """Nouns for those who sit, or stand, for a party."""
    return frozenset(tie_file().seated)


@cache
def sites() -> frozenset[str]:
    """Nouns for things that stand in a place."""
    return frozenset(tie_file().sites)


@cache
def parts_of_places() -> frozenset[str]:
    """Nouns that stand between a place and the larger place that it is in."""
    return frozenset(tie_file().within)


@cache
def blocs() -> frozenset[str]:
    """Nouns for a group that is "of" its members."""
    return frozenset(tie_file().blocs)


@cache
def state_firms() -> frozenset[str]:
    """Nouns for firms, which are a state's where "state" stands before them."""
    return frozenset(tie_file().state_firms)


@cache
def incomes() -> frozenset[str]:
    """Nouns for what a body lives on."""
    return frozenset(tie_file().incomes)


@cache
def holding() -> frozenset[str]:
    """Verbs of those who have a share of something."""
    return frozenset(tie_file().holding)


@cache
def buying() -> frozenset[str]:
    """Verbs of those who come to have a share of something."""
    return frozenset(tie_file().buying)


@cache
def giving() -> frozenset[str]:
    """Verbs of those who let others have a share of something."""
    return frozenset(tie_file().giving)


@cache
def offering() -> frozenset[str]:
    """Verbs by which nobody has yet what they govern."""
    return frozenset(tie_file().offering)


@cache
def lending() -> frozenset[str]:
    """Verbs of those who lend."""
    return frozenset(tie_file().lending)


@cache
def remainders() -> frozenset[str]:
    """Nouns for the share that is left to others."""
    return frozenset(tie_file().remainders)


@cache
def domains() -> frozenset[str]:
    """Nouns for what of a country somebody may control without controlling it."""
    return frozenset(tie_file().domains)


@cache
def doubted() -> frozenset[str]:
    """Participles that stand before ties of which the text is not sure."""
    return frozenset(tie_file().doubted)


@cache
def missions() -> frozenset[str]:
    """Nouns for missions to a country, which stand in a city of it."""
    return frozenset(tie_file().missions)


@cache
def party_adjectives() -> frozenset[str]:
    """Adjectives, as written, that tell the party of the one who sits for it."""
    return frozenset(tie_file().party_adjectives)


@cache
def bodies_of_members() -> frozenset[str]:
    """Words in the names of bodies whose people are their members."""
    return frozenset(tie_file().bodies_of_members)


@cache
def nominations() -> frozenset[str]:
    """Nouns for what a party gives to the one who stands for it."""
    return frozenset(tie_file().nominations)


@cache
def treaty_heads() -> frozenset[str]:
    """Words in the names of treaties, whose signers are members of what they set up."""
    return frozenset(tie_file().treaty_heads)


@cache
def nominating() -> frozenset[str]:
    """Verbs by which a party puts somebody up for an office."""
    return frozenset(tie_file().nominating)


@cache
def named_belongings() -> frozenset[str]:
    """Nouns for what a body has under a name of its own."""
    return frozenset(tie_file().named_belongings)


@cache
def exemplifying() -> frozenset[str]:
    """Prepositions before examples of what a noun names."""
    return frozenset(tie_file().exemplifying)


@cache
def comprising() -> frozenset[str]:
    """Verbs whose participle lists the parts of a body."""
    return frozenset(tie_file().comprising)


@cache
def standing_for() -> frozenset[str]:
    """What is done with a nomination by who stands for a party."""
    return frozenset(tie_file().standing_for)
