"""Offices that one person holds at a time: `sole_offices.yaml`."""

from functools import cache

from palanca.lexicon.loading import Entry, load_yaml


class _SoleOffices(Entry):
    roles: tuple[str, ...]


@cache
def sole_offices() -> frozenset[str]:
    """Roles, lower case and without status words, of which a body has one holder at a time."""
    return frozenset(load_yaml("sole_offices.yaml", _SoleOffices).roles)
