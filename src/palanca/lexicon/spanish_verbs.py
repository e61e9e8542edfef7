"""Finding the infinitive of a Spanish verb's form: `spanish_verbs.yaml`.

A pipeline's rules guess the infinitives of forms that it has not listed ("vendieron" of "vendar"). Here all forms of
the verbs that the dictionary knows are made instead, and a form is looked up among them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml

_SHORTEST_STEM = 2  # "ser", "ir", "ver" and "dar" follow no rule
_BUILT_ON_GO = "ir"  # no other verb is built on it, though many end so
_VOWELS = "aeou"


class _Inflection(Entry):
    endings: dict[str, tuple[str, ...]]
    stressed: frozenset[str]
    strong: frozenset[str]
    under_stress: dict[str, tuple[str, ...]]
    when_strong: dict[str, str]
    before_e: dict[str, str]
    before_a: dict[str, str]
    built_on: dict[str, tuple[str, ...]]


def infinitives(form: str, verbs: frozenset[str]) -> tuple[str, ...]:
    """The infinitives, of these verbs, of which a lower-case word is a form; those by the plainer rule come first."""
    return _forms(verbs).get(form, ())


@cache
def _forms(verbs: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    ranked: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for verb in sorted(verbs):
        for rank, form in _inflected(verb):
            ranked[form][verb] = min(rank, ranked[form].get(verb, rank))
    return {form: tuple(sorted(found, key=found.__getitem__)) for form, found in ranked.items()}


def _inflected(verb: str) -> Iterator[tuple[int, str]]:
    """Forms with the rank of the rule: 0 plain and listed ones, 1 those with another vowel in the stem."""
    lists, stem, kind = load_yaml("spanish_verbs.yaml", _Inflection), verb[:-2], verb[-2:].replace("í", "i")
    yield 0, verb
    yield from ((0, verb[:-2] + kind + ending) for ending in lists.endings["infinitive"])
    for ending in lists.endings.get(kind, ()) if len(stem) >= _SHORTEST_STEM else ():
        yield 0, _joined(lists, stem, ending, kind)
        yield from ((1, _joined(lists, other, ending, kind)) for other in _changed(lists, stem, ending, kind))
    for base, forms in lists.built_on.items():
        if verb == base or (base != _BUILT_ON_GO and verb.endswith(base)):
            yield from ((0, verb.removesuffix(base) + form) for form in forms)


def _changed(lists: _Inflection, stem: str, ending: str, kind: str) -> Iterator[str]:
    """The stem with its last vowel as it is under stress, or in strong forms of -ir verbs."""
    at = max((stem.rfind(vowel) for vowel in "eoui"), default=-1)
    if at < 0:
        return
    if ending in lists.stressed:
        yield from (stem[:at] + other + stem[at + 1 :] for other in lists.under_stress.get(stem[at], ()))
    if kind == "ir" and ending in lists.strong and stem[at] in lists.when_strong:
        yield stem[:at] + lists.when_strong[stem[at]] + stem[at + 1 :]


def _joined(lists: _Inflection, stem: str, ending: str, kind: str) -> str:
    """Stem and ending as they are spelled: "aplique", "dirija", "construyó", "cayó"."""
    if kind != "ar" and stem[-1:] in tuple(_VOWELS) and not stem.endswith(("gu", "qu")):
        if ending[0] == "i" and len(ending) > 1 and ending[1] in "eó":
            return stem + "y" + ending[1:]
        if stem.endswith("u") and ending[0] in "oea":
            return stem + "y" + ending
    swaps = lists.before_e if kind == "ar" and ending[0] in "eé" else {}
    if kind != "ar" and ending[0] in "ao":
        swaps = lists.before_a
    for letters in sorted(swaps, key=len, reverse=True):
        if stem.endswith(letters):
            return stem.removesuffix(letters) + swaps[letters] + ending
    return stem + ending
