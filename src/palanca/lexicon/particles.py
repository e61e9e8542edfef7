"""The small words inside names, and the capitalised ones that are no names: `particles.yaml`."""

from dataclasses import dataclass
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml


class _Particles(Entry):
    personal: tuple[str, ...]
    institutional: tuple[str, ...]
    placed: tuple[str, ...]
    owners: tuple[str, ...]
    hosts: tuple[str, ...]
    small: tuple[str, ...]
    broad: tuple[str, ...]
    calendar: tuple[str, ...]
    directions: tuple[str, ...]
    never: tuple[str, ...]
    acronyms: tuple[str, ...]
    renaming: tuple[str, ...]
    creeds: tuple[str, ...]
    of_offices: tuple[str, ...]
    of_peoples: tuple[str, ...]
    followers: tuple[str, ...]
    fields: tuple[str, ...]
    before_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Particles:
    """Lower-case words by what they do in a name, but acronyms as written; see the file."""

    personal: frozenset[str]
    institutional: frozenset[str]
    placed: frozenset[str]
    owners: frozenset[str]
    hosts: frozenset[str]
    small: frozenset[str]
    broad: frozenset[str]
    directions: frozenset[str]
    no_names: frozenset[str]
    acronyms: frozenset[str]
    renaming: frozenset[str]
    creeds: frozenset[str]
    of_offices: frozenset[str]
    of_peoples: frozenset[str]
    followers: frozenset[str]
    fields: frozenset[str]
    before_fields: frozenset[str]


@cache
def particles() -> Particles:
    """The lists as sets."""
    lists = load_yaml("particles.yaml", _Particles)
    return Particles(
        personal=frozenset(lists.personal),
        institutional=frozenset(lists.institutional),
        placed=frozenset(lists.placed),
        owners=frozenset(lists.owners),
        hosts=frozenset(lists.hosts),
        small=frozenset((*lists.small, *lists.personal, *lists.institutional)),
        broad=frozenset(lists.broad),
        directions=frozenset(lists.directions),
        no_names=frozenset((*lists.calendar, *lists.never, *lists.directions)),
        acronyms=frozenset(lists.acronyms),
        renaming=frozenset(lists.renaming),
        creeds=frozenset(lists.creeds),
        of_offices=frozenset(lists.of_offices),
        of_peoples=frozenset(lists.of_peoples),
        followers=frozenset(lists.followers),
        fields=frozenset(lists.fields),
        before_fields=frozenset(lists.before_fields),
    )
