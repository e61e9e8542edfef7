"""Words by which speakers blame and praise: `evaluations.yaml`."""

from collections.abc import Mapping
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml
from palanca.records import Category


class _Words(Entry):
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]


class _Evaluations(Entry):
    calling: tuple[str, ...]
    called: tuple[str, ...]
    wrongs: tuple[str, ...]
    omitted: tuple[str, ...]
    wronged: dict[str, tuple[str, ...]]
    merits: tuple[str, ...]
    terming: tuple[str, ...]
    blame: _Words
    praise: _Words


@cache
def evaluations() -> Mapping[str, Category]:
    """Noun or adjective, lower case → ACCUSE or SUPPORT, what a speaker does who calls somebody or something so."""
    lists = load_yaml("evaluations.yaml", _Evaluations)
    blame = dict.fromkeys((*lists.blame.nouns, *lists.blame.adjectives), Category.ACCUSE)
    praise = dict.fromkeys((*lists.praise.nouns, *lists.praise.adjectives), Category.SUPPORT)
    return {**praise, **blame}


@cache
def calling() -> frozenset[str]:
    """Verbs that give somebody or something a name of blame or praise: "CALLED the ruling a disgrace"."""
    return frozenset(load_yaml("evaluations.yaml", _Evaluations).calling)


@cache
def blaming_names() -> frozenset[str]:
    """Nouns that blame behind a verb of calling, and tell acts elsewhere."""
    return frozenset(load_yaml("evaluations.yaml", _Evaluations).called)


@cache
def wrongs() -> frozenset[str]:
    """Verbs for what nobody tells of another without blaming him: "the cabinet has BETRAYED us"."""
    return frozenset(load_yaml("evaluations.yaml", _Evaluations).wrongs)


@cache
def omitting() -> frozenset[str]:
    """Verbs before an infinitive that nobody tells of another without blaming him: "has FAILED to protect us"."""
    return frozenset(load_yaml("evaluations.yaml", _Evaluations).omitted)


@cache
def wronged() -> Mapping[str, frozenset[str]]:
    """Verbs that tell a wrong with some objects only: "they BROKE THE LAW"; each with those nouns."""
    lists = load_yaml("evaluations.yaml", _Evaluations)
    return {verb: frozenset(nouns) for verb, nouns in lists.wronged.items()}


@cache
def merits() -> frozenset[str]:
    """Verbs for what nobody tells of a person without praising him: "he has DEDICATED his life to us"."""
    return frozenset(load_yaml("evaluations.yaml", _Evaluations).merits)


@cache
def terming() -> frozenset[str]:
    """Verbs that only give something a name: what it is called did not happen."""
    return frozenset(load_yaml("evaluations.yaml", _Evaluations).terming)
