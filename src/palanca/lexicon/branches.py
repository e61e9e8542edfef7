"""Branches of a state (`branches.yaml`): what names of bodies and titles of offices tell of them."""

import re
from functools import cache

from palanca.lexicon.bodies import body_named
from palanca.lexicon.loading import Entry, load_yaml
from palanca.lexicon.spanish import title_in_english
from palanca.records.names import fold
from palanca.records.query import Branch

_OF_SECTOR = {
    "GOV": Branch.EXECUTIVE,
    "SPY": Branch.EXECUTIVE,
    "MIL": Branch.ARMED_FORCES,
    "COP": Branch.POLICE,
    "LEG": Branch.LEGISLATURE,
    "JUD": Branch.JUDICIARY,
    "BUS": Branch.COMPANY,
    "MNC": Branch.COMPANY,
    "MED": Branch.MEDIA,
    "NGO": Branch.CIVIL_SOCIETY,
    "PTY": Branch.PARTY,
}


class _Branches(Entry):
    bodies: dict[Branch, tuple[str, ...]]
    offices: dict[Branch, tuple[str, ...]]
    neutral: tuple[str, ...]


@cache
def branch_of_body(name: str) -> tuple[Branch, str] | None:
    """The branch that a body's name tells, and the word that tells it; a well-known body is looked up first."""
    known = body_named(name)
    if known and known.sector in _OF_SECTOR:
        return _OF_SECTOR[known.sector], known.name
    return _told(name, "bodies")


@cache
def branch_of_office(title: str) -> tuple[Branch, str] | None:
    """The branch that the title of an office tells, and the words that tell it.

    "President of the supreme court" is judiciary, although a president is executive.
    """
    return _told(title_in_english(title), "offices")


def branch_meant(words: str) -> Branch | None:
    """The branch that somebody means by a word for its bodies: "congress", "the courts", "police"."""
    folded = fold(words)
    forms = {folded, folded.removeprefix("the "), folded.removeprefix("the ").removesuffix("s")}
    for branch, told in load_yaml("branches.yaml", _Branches).bodies.items():
        if forms & {fold(one) for one in told} or branch in forms:
            return branch
    return None


def _told(name: str, where: str) -> tuple[Branch, str] | None:
    """The words with most parts, then the first: a "minister of justice" is a minister, a "chief justice" is none."""
    matches = list(_pattern(where).finditer(fold(name)))
    if not matches:
        return None
    order = list(_words(where))
    told = min(matches, key=lambda match: (-len(match[1].split()), match.start(), order.index(match[1])))
    branch = _words(where)[told[1]]
    return (branch, told[1]) if branch else None


@cache
def _words(where: str) -> dict[str, Branch | None]:
    """Every word, folded, in the order of the file, with its branch; None for those that tell none."""
    lists = load_yaml("branches.yaml", _Branches)
    found: dict[str, Branch | None] = {fold(word): None for word in lists.neutral}
    for branch, words in getattr(lists, where).items():
        for word in words:
            found.setdefault(fold(word), branch)
    return found


@cache
def _pattern(where: str) -> re.Pattern[str]:
    longest_first = sorted(_words(where), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})s?\b")
