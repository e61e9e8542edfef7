"""Channels: the contexts of events grouped for reading at a glance. The grouping is the file's, not the program's."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml
from palanca.records import Context
from palanca.records.errors import LexiconError

_FILE = "channels.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A group of contexts. `name` is its key in filters and links; `glyph` and `label` are for people."""

    name: str
    glyph: str
    label: str
    contexts: tuple[Context, ...]


class _Channel(Entry):
    glyph: str
    label: str
    contexts: tuple[Context, ...]


class _Channels(Entry):
    channels: dict[str, _Channel]


@cache
def channels() -> tuple[Channel, ...]:
    """Every channel in the order of the file; the one without contexts takes what no other does.

    Raises LexiconError if a context stands twice, or if not exactly one channel is without contexts.
    """
    entries = load_yaml(_FILE, _Channels).channels
    found = tuple(Channel(name=name, glyph=e.glyph, label=e.label, contexts=e.contexts) for name, e in entries.items())
    _check(found)
    return found


def channel(name: str) -> Channel:
    """The channel of this name. Raises LexiconError, naming the known ones, if there is none."""
    try:
        return _by_name()[name]
    except KeyError:
        known = ", ".join(_by_name())
        raise LexiconError(f"no channel is called {name!r}: choose one of {known}") from None


def channel_of(contexts: Iterable[Context]) -> str:
    """The name of the channel of an event: that of its first context which has one, since readers rank them."""
    places = _by_context()
    return next((places[c] for c in contexts if c in places), _rest())


def contexts_of(name: str) -> tuple[Context, ...]:
    """The contexts of the channel of this name. Raises LexiconError, naming the known ones, if there is none."""
    return channel(name).contexts


def _check(found: tuple[Channel, ...]) -> None:
    owners: dict[Context, str] = {}
    for one in found:
        for context in one.contexts:
            if context in owners:
                raise LexiconError(f"{_FILE}: {context} is in {owners[context]} and in {one.name}: keep it in one")
            owners[context] = one.name
    if len(empty := [one.name for one in found if not one.contexts]) != 1:
        raise LexiconError(f"{_FILE}: {len(empty)} channels are without contexts: leave exactly one for the rest")


@cache
def _by_name() -> dict[str, Channel]:
    return {one.name: one for one in channels()}


@cache
def _by_context() -> dict[Context, str]:
    return {context: one.name for one in channels() for context in one.contexts}


@cache
def _rest() -> str:
    return next(one.name for one in channels() if not one.contexts)
