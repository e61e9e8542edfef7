"""How people come into offices and leave them: `appointments.yaml`."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml
from palanca.records import OfficeStatus


class Move(StrEnum):
    """What a verb does to an office."""

    INSTALL = "install"
    PROPOSE = "propose"
    ASSUME = "assume"
    HOLD = "hold"
    RESIGN = "resign"
    REMOVE = "remove"
    DIE = "die"


class Grasp(StrEnum):
    """What a verb does to an office that is its object."""

    TAKE = "take"
    KEEP = "keep"
    GIVE_UP = "give_up"


class Hosts(Entry):
    """Words of a visit: who leads a state, and lemmas of coming, receiving, meeting and coming along."""

    leaders: frozenset[str]
    coming: frozenset[str]
    receiving: frozenset[str]
    meeting: frozenset[str]
    along: frozenset[str]


class _Lists(Entry):
    install: tuple[str, ...]
    propose: tuple[str, ...]
    assume: tuple[str, ...]
    hold: tuple[str, ...]
    resign: tuple[str, ...]
    remove: tuple[str, ...]
    die: tuple[str, ...]
    take: tuple[str, ...]
    keep: tuple[str, ...]
    give_up: tuple[str, ...]
    heading: dict[str, str]
    offices: dict[str, str]
    loose: tuple[str, ...]
    seats: tuple[str, ...]
    terms: dict[str, OfficeStatus]
    legislators: dict[str, str]
    other_chambers: dict[str, tuple[str, ...]]
    hosts: Hosts


@cache
def moves() -> Mapping[str, Move]:
    """Verb, with its particle if it has one → what it does to an office. A verb of two lists is of the first."""
    found: dict[str, Move] = {}
    for move in Move:
        for verb in getattr(_lists(), move.value):
            found.setdefault(verb, move)
    return found


@cache
def grasps() -> Mapping[str, Grasp]:
    """Verb → what it does to an office that is its object."""
    return {verb: grasp for grasp in Grasp for verb in getattr(_lists(), grasp.value)}


@cache
def headings() -> Mapping[str, str]:
    """Verb that takes a body for its object → the title that it gives."""
    return _lists().heading


@cache
def office_nouns() -> Mapping[str, str]:
    """Noun for the holding of an office ("presidency") → the title."""
    return _lists().offices


@cache
def loose_office_nouns() -> frozenset[str]:
    """Office nouns that count only where a person has them."""
    return frozenset(_lists().loose)


@cache
def seats() -> frozenset[str]:
    """Nouns for an office whose title stands elsewhere."""
    return frozenset(_lists().seats)


@cache
def terms() -> Mapping[str, OfficeStatus]:
    """Noun for the time of an office → how it is held."""
    return _lists().terms


@cache
def chambers() -> Mapping[str, str]:
    """Title of a legislator → how the name of the chamber ends, lower case."""
    return _lists().legislators


def _lists() -> _Lists:
    return load_yaml("appointments.yaml", _Lists)


@cache
def telling_words() -> frozenset[str]:
    """The last words of all verbs and nouns that tell an office without its title: a quick look before a close one."""
    return frozenset({*headings(), *(noun.rpartition(" ")[2] for noun in office_nouns()), "board"})


@cache
def other_chambers() -> Mapping[str, tuple[str, ...]]:
    """Title of a legislator → words of the name of the chamber that is not his."""
    return _lists().other_chambers


@cache
def hosts() -> Hosts:
    """The words by which a host is told from a guest."""
    return _lists().hosts
