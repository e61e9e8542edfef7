"""Forms whose lemma a lemmatizer of rules gets wrong: `lemmas.yaml`."""

from collections.abc import Mapping
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml


class _Lemmas(Entry):
    verb: dict[str, str]
    noun: dict[str, str]


@cache
def mended_lemmas() -> Mapping[str, Mapping[str, str]]:
    """Part of speech, lower case → form → lemma."""
    lists = load_yaml("lemmas.yaml", _Lemmas)
    return {"verb": lists.verb, "noun": lists.noun}
