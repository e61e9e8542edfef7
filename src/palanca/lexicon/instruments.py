"""Nouns of law and contract, and the verbs that make and end instruments: `instruments.yaml`."""

from collections.abc import Mapping
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml
from palanca.records import InstrumentKind


class _Instruments(Entry):
    kinds: dict[InstrumentKind, tuple[str, ...]]
    weak: tuple[str, ...]
    makes: tuple[str, ...]
    makings: tuple[str, ...]
    endings: tuple[str, ...]
    signs: tuple[str, ...]
    signed: tuple[str, ...]
    proposes: tuple[str, ...]
    ends: tuple[str, ...]
    rules: tuple[str, ...]
    allows: tuple[str, ...]
    naming: tuple[str, ...]
    under: tuple[str, ...]
    plain: tuple[str, ...]
    made: tuple[str, ...]
    filed: tuple[str, ...]
    declared: tuple[str, ...]
    sides: tuple[str, ...]
    hears: tuple[str, ...]
    pleads: tuple[str, ...]
    voids: tuple[str, ...]
    keeps: tuple[str, ...]
    effects: tuple[str, ...]
    numbered: dict[InstrumentKind, tuple[str, ...]]
    codes: dict[str, InstrumentKind]
    unnamed: dict[InstrumentKind, dict[str, str]]
    trades: tuple[str, ...]
    licensed: frozenset[str]
    granted: dict[str, str]
    grants: frozenset[str]
    wins: frozenset[str]
    courts: frozenset[str]


@cache
def instrument_nouns() -> Mapping[str, InstrumentKind]:
    """Noun, lower case → what it names."""
    kinds = _lists().kinds
    return {noun: kind for kind, nouns in kinds.items() for noun in nouns}


@cache
def numbered_nouns() -> Mapping[str, InstrumentKind]:
    """What names an instrument where a number stands behind it, lower case → what; nouns that always do included."""
    lists = _lists().numbered
    return {**instrument_nouns(), **{noun: kind for kind, nouns in lists.items() for noun in nouns}}


@cache
def lettered_nouns() -> Mapping[str, InstrumentKind]:
    """What has a number of letters and digits behind it ("licence EPL 8812", "Case ARB/14/21"), lower case → what."""
    kinds = {InstrumentKind.CONCESSION, InstrumentKind.CONTRACT, InstrumentKind.LAWSUIT}
    return {noun: kind for noun, kind in numbered_nouns().items() if kind in kinds}


@cache
def weak_instrument_nouns() -> frozenset[str]:
    """Nouns that count only with a name, a number, or a verb that makes instruments."""
    return frozenset(_lists().weak)


@cache
def making_verbs() -> frozenset[str]:
    """Lemmas of verbs, and of nouns for what they tell, that bring an instrument about."""
    return frozenset((*_lists().makes, *_lists().makings))


@cache
def signing_verbs() -> frozenset[str]:
    """Lemmas of verbs whose object is an agreement, whatever it is called."""
    return frozenset(_lists().signs)


@cache
def signed_nouns() -> frozenset[str]:
    """Last words of names, lower case, that are agreements where they are signed."""
    return frozenset(_lists().signed)


@cache
def proposing_verbs() -> frozenset[str]:
    """Lemmas of making verbs that only put forward what is to be made."""
    return frozenset(_lists().proposes)


@cache
def handling_verbs() -> frozenset[str]:
    """Lemmas of verbs, and of nouns for what they tell, that change, use or end an instrument."""
    return frozenset((*_lists().ends, *_lists().endings))


@cache
def ruling_verbs() -> frozenset[str]:
    """Lemmas of verbs whose subject a law or a policy is."""
    return frozenset(_lists().rules)


@cache
def allowing_verbs() -> frozenset[str]:
    """Lemmas of verbs by which an instrument lets somebody do something."""
    return frozenset(_lists().allows)


@cache
def naming_verbs() -> frozenset[str]:
    """Lemmas of verbs whose participle stands before the name of an instrument."""
    return frozenset(_lists().naming)


@cache
def plain_nouns() -> frozenset[str]:
    """Nouns that name one instrument even where nothing is done with it."""
    return frozenset(_lists().plain)


@cache
def made_words() -> frozenset[str]:
    """Participles before an agreement that has been made, or is to be."""
    return frozenset(_lists().made)


@cache
def declared_nouns() -> frozenset[str]:
    """Nouns for what is made by being declared."""
    return frozenset(_lists().declared)


@cache
def siding_verbs() -> frozenset[str]:
    """Lemmas of verbs of which a side of a lawsuit is the subject."""
    return frozenset(_lists().sides)


@cache
def hearing_verbs() -> frozenset[str]:
    """Lemmas of verbs for what a court does with a lawsuit."""
    return frozenset(_lists().hears)


@cache
def pleading_verbs() -> frozenset[str]:
    """Lemmas of verbs for what somebody does in a lawsuit of his own."""
    return frozenset(_lists().pleads)


@cache
def voiding_adjectives() -> frozenset[str]:
    """What a court finds a law to be."""
    return frozenset(_lists().voids)


@cache
def keeping_verbs() -> frozenset[str]:
    """Lemmas of verbs for having a policy."""
    return frozenset(_lists().keeps)


@cache
def filed_nouns() -> frozenset[str]:
    """Nouns that are lawsuits only where somebody files them."""
    return frozenset(_lists().filed)


@cache
def effect_verbs() -> frozenset[str]:
    """Verbs that say what an instrument does, those of ruling and allowing among them."""
    return frozenset((*_lists().effects, *_lists().rules, *_lists().allows))


@cache
def binding_prepositions() -> frozenset[str]:
    """Prepositions that lead from an act to the instrument that rules it."""
    return frozenset(_lists().under)


@cache
def instrument_codes() -> Mapping[str, InstrumentKind]:
    """What stands for a kind in front of a number, as written → the kind."""
    return _lists().codes


@cache
def unnamed_title(kind: InstrumentKind, language: str) -> str:
    """What an instrument is called in a language where only a verb tells of it."""
    return _lists().unnamed[kind][language]


@cache
def trading_verbs() -> frozenset[str]:
    """Verbs for what a contract lets two do."""
    return frozenset(_lists().trades)


@cache
def ending_verbs() -> frozenset[str]:
    """Lemmas of verbs that end an instrument, change it or set it aside."""
    return frozenset(_lists().ends)


@cache
def licensed_fields() -> frozenset[str]:
    """Words that stand before a licence and say what it lets its holder do, lower case."""
    return _lists().licensed


@cache
def granted_nouns() -> Mapping[str, str]:
    """Weak nouns for a contract → whether it is "granted" or "won"."""
    return _lists().granted


@cache
def granting_verbs() -> frozenset[str]:
    """Lemmas of verbs by which loans come about."""
    return _lists().grants


@cache
def winning_verbs() -> frozenset[str]:
    """Lemmas of verbs by which contracts are won."""
    return _lists().wins


@cache
def courts() -> frozenset[str]:
    """Words of what hears a suit, lower case."""
    return _lists().courts


def _lists() -> _Instruments:
    return load_yaml("instruments.yaml", _Instruments)
