"""The words of which generated names are made, as `identity_truth/generated_names.yaml` lists them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_LISTS = Path(__file__).parent / "identity_truth" / "generated_names.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Culture:
    """How people and towns of some countries are called; frequent names lead. `weight` is its share of all people.

    `roots` and `endings` make rarer surnames, `given_roots` and `given_endings` given names of two parts; `short` leads
    from given names to short forms. `respelled` holds patterns with another spelling. `middle` and `mother` are the
    shares of people with a middle name and with a mother's surname.
    """

    name: str
    countries: tuple[str, ...]
    weight: float
    men: tuple[str, ...]
    women: tuple[str, ...]
    surnames: tuple[str, ...]
    roots: tuple[str, ...]
    endings: tuple[str, ...]
    towns: tuple[str, ...]
    given_roots: tuple[str, ...]
    given_endings: tuple[str, ...]
    short: Mapping[str, str]
    respelled: tuple[tuple[re.Pattern[str], str], ...]
    middle: float
    mother: float
    family_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All lists. `matters` pair the English with the Spanish; `same_role` leads from a role to another name of it."""

    cultures: tuple[Culture, ...]
    matters: tuple[tuple[str, str], ...]
    state_bodies: tuple[str, ...]
    roles: tuple[str, ...]
    roles_of_state: tuple[str, ...]
    same_role: Mapping[str, str]
    coined_roots: tuple[str, ...]
    coined_endings: tuple[str, ...]
    sectors: tuple[str, ...]
    forms: tuple[str, ...]
    forms_es: tuple[str, ...]
    unions: tuple[str, ...]
    causes: tuple[str, ...]


@cache
def words() -> Words:
    """The lists, read once."""
    lists = yaml.safe_load(_LISTS.read_text("utf-8"))
    return Words(
        cultures=tuple(_culture(name, entry) for name, entry in lists["cultures"].items()),
        matters=tuple(zip(_phrases(lists["matters"]), _phrases(lists["matters_es"]), strict=True)),
        state_bodies=_phrases(lists["state_bodies"]),
        roles=_phrases(lists["roles"]),
        roles_of_state=_phrases(lists["roles_of_state"]),
        same_role=dict(pair.split("/") for pair in _phrases(lists["same_role"])),
        coined_roots=tuple(lists["coined_roots"].split()),
        coined_endings=tuple(lists["coined_endings"].split()),
        sectors=_phrases(lists["sectors"]),
        forms=_phrases(lists["forms"]),
        forms_es=_phrases(lists["forms_es"]),
        unions=_phrases(lists["unions"]),
        causes=_phrases(lists["causes"]),
    )


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in text.split(";"))


def _culture(name: str, entry: Mapping[str, Any]) -> Culture:
    def listed(key: str) -> tuple[str, ...]:
        return tuple(entry.get(key, "").split())

    return Culture(
        name=name,
        countries=listed("countries"),
        weight=entry["weight"],
        men=listed("men"),
        women=listed("women"),
        surnames=listed("surnames"),
        roots=listed("roots"),
        endings=listed("endings"),
        towns=tuple(ending.replace("_", " ") for ending in listed("towns")),
        given_roots=listed("given_roots"),
        given_endings=listed("given_endings"),
        short=dict(pair.split("/") for pair in listed("short")),
        respelled=tuple(_respelled(rule) for rule in listed("respelled")),
        middle=entry["middle"],
        mother=entry["mother"],
        family_first=entry["family_first"],
    )


def _respelled(rule: str) -> tuple[re.Pattern[str], str]:
    pattern, _, other = rule.partition(">")
    return re.compile(pattern), other.replace("_", " ")
