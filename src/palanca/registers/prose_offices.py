"""Of which country a person is whom a cell names by title alone: the row's, the traveller's own, or no saying."""

import re

from palanca.lexicon.titles import Scope, titles

_ACCOMPANIED = re.compile(
    r"\b(?:accompan(?:ied|ying)\b(?: by)?|joined|travell?ed with)(?:(?! to | at | on | for | in |[.;]).){0,80}$",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\b(?:attended|participated in|took part in)\b(?:(?!\bmet\b)[^.;])*\b(?:conference|meeting|session|summit)\b"
    r"(?:(?!\bmet\b)[^.;])* with [^.;]{0,40}$",
    re.IGNORECASE,
)
_MET = re.compile(r"\bmeetings? with\b", re.IGNORECASE)
_OF_THE_STATE = frozenset({Scope.STATE, Scope.LEGISLATURE})
_OF_ALL = frozenset({"state", "federal"})  # "State Councilor"
_OF_A_PARTY = frozenset({"chairman", "general secretary", "first secretary"})  # the heads of one-party states


def is_of_state(role: str) -> bool:
    """Whether an office, told of somebody whom the traveller meets, is one of a state: of itself or by its field."""
    words = role.split()
    title = titles().title_at(words, 0)
    if title is None:
        return False
    has_field = title.end > title.head  # "secretary for external affairs"
    return has_field or words[0] in _OF_ALL or role in _OF_A_PARTY or not _OF_THE_STATE.isdisjoint(title.scopes)


def accompanies(before: str) -> bool:
    """Whether the words before a title say that its bearer travels along, and is of the traveller's country."""
    return _ACCOMPANIED.search(before) is not None


def is_joint(before: str) -> bool:
    """Whether a gathering was attended together: guest, host and companion are told alike ("a summit with King B")."""
    match = _JOINT.search(before)
    return match is not None and not _MET.search(match[0])
