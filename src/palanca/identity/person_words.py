"""The lists by which people's names are compared: `person_names.yaml`."""

from functools import cache, cached_property
from importlib.resources import files
from typing import Annotated

from pydantic import BeforeValidator

from palanca.lexicon.loading import Entry, parse_yaml

_FILE = "person_names.yaml"

type _Folded = Annotated[frozenset[str], BeforeValidator(lambda text: frozenset(text.split()))]


class PersonWords(Entry):
    """The lists of the file; of each group of names that are one, the first stands for the others."""

    titles: _Folded
    titles_or_names: _Folded
    suffixes: _Folded
    particles: _Folded
    first_particles: _Folded
    same_name: tuple[str, ...]
    same_spelled: tuple[str, ...]
    family_first: _Folded
    two_surnames: _Folded
    iberian_surnames: _Folded
    common_given: _Folded
    common_surnames: _Folded
    unlike: _Folded
    latin: dict[str, str]

    @cached_property
    def spelled_as(self) -> dict[str, str]:
        """The first spelling of a name, given or of a family."""
        return _first_of_group(self.same_spelled)

    @cached_property
    def stands_for(self) -> dict[str, str]:
        """The given name for which a short one or another spelling stands."""
        return _first_of_group((*self.same_name, *self.same_spelled))

    @cached_property
    def frequent(self) -> frozenset[str]:
        """The names that many bear, given or of a family."""
        return self.common_given | self.common_surnames

    @cached_property
    def letters(self) -> dict[int, str]:
        """For each letter of another alphabet the Latin ones."""
        return str.maketrans(self.latin)


def _first_of_group(groups: tuple[str, ...]) -> dict[str, str]:
    return {name: group.split()[0] for group in reversed(groups) for name in group.split()}


@cache
def person_words() -> PersonWords:
    """The lists, read once. Raises LexiconError when the file breaks its shape."""
    return parse_yaml(files("palanca.identity").joinpath(_FILE).read_text("utf-8"), PersonWords, place=_FILE)


def standing_for(token: str) -> str:
    """The given name for which a short one or another spelling stands; else the name itself."""
    return person_words().stands_for.get(token, token)


def spelled_as(token: str) -> str:
    """The first spelling of a name that is written in several ways; else the name itself."""
    return person_words().spelled_as.get(token, token)


def is_iberian(token: str) -> bool:
    """Whether it is a surname of Spain, Portugal or Latin America."""
    return token in person_words().iberian_surnames or (len(token) > 4 and token.endswith("ez"))


def is_given(token: str) -> bool:
    """Whether it is a frequent given name."""
    return token in person_words().common_given or token in person_words().stands_for
