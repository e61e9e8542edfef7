"""Words that tell in which domain an event takes place: `contexts.yaml`."""

from collections.abc import Mapping
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml
from palanca.records import Context


class _Contexts(Entry):
    contexts: dict[Context, tuple[str, ...]]
    off_topic: tuple[str, ...]


@cache
def contexts_of_words() -> Mapping[str, tuple[Context, ...]]:
    """Lemma, lower case → the contexts that it points to, in the order of the file."""
    found: dict[str, tuple[Context, ...]] = {}
    for context, words in load_yaml("contexts.yaml", _Contexts).contexts.items():
        for word in dict.fromkeys(words):
            found[word] = (*found.get(word, ()), context)
    return found


@cache
def off_topic_words() -> frozenset[str]:
    """Lemmas of sport, show and accident, among which verbs of fights and meetings mean other things."""
    return frozenset(load_yaml("contexts.yaml", _Contexts).off_topic)
