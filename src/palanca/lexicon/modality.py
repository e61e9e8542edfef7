"""Words that take an act out of what simply happened: `modality.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml
from palanca.records.errors import LexiconError

_FILE = "modality.yaml"


class Footing(StrEnum):
    """How a word puts the act that it governs, modifies or introduces."""

    PLANNED = "planned"
    SUPPOSED = "supposed"
    WISHED = "wished"
    UNDONE = "undone"
    SAID = "said"


type Footings = Mapping[str, Footing]
type _Section = dict[Footing, tuple[str, ...]]


class _File(Entry):
    auxiliaries: _Section
    infinitives: _Section
    contents: _Section
    objects: _Section
    prepositions: dict[str, tuple[str, ...]]
    occurrences: tuple[str, ...]
    implicatives: tuple[str, ...]
    factives: tuple[str, ...]
    modifiers: _Section
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalWords:
    """The lists of `modality.yaml`, by word in lower case (lemmas, but for auxiliaries and modifiers)."""

    auxiliaries: Footings
    infinitives: Footings
    contents: Footings
    objects: Footings
    prepositions: Mapping[str, frozenset[str]]
    occurrences: frozenset[str]
    implicatives: frozenset[str]
    factives: frozenset[str]
    modifiers: Footings
    conditions: frozenset[str]


@cache
def modal_words() -> ModalWords:
    """The lists. Raises LexiconError if a word has two footings in one section."""
    file = load_yaml(_FILE, _File)
    return ModalWords(
        auxiliaries=_by_word("auxiliaries", file.auxiliaries),
        infinitives=_by_word("infinitives", file.infinitives),
        contents=_by_word("contents", file.contents),
        objects=_by_word("objects", file.objects),
        prepositions={word: frozenset(found) for word, found in file.prepositions.items()},
        occurrences=frozenset(file.occurrences),
        implicatives=frozenset(file.implicatives),
        factives=frozenset(file.factives),
        modifiers=_by_word("modifiers", file.modifiers),
        conditions=frozenset(file.conditions),
    )


def _by_word(section: str, words: _Section) -> Footings:
    found: dict[str, Footing] = {}
    for footing, listed in words.items():
        for word in listed:
            if word in found:
                raise LexiconError(f"{_FILE}, {section}: {word!r} is {found[word]} and {footing}: keep one")
            found[word] = footing
    return found
