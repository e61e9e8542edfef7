"""Nouns that only tell where or how somebody spoke or suffered, and no act of their own."""

from palanca.lexicon.frames import frames
from palanca.reading.frames import Match
from palanca.reading.page import Page

_AGAINST = {"against", "of"}  # "in protest OF the arrests" tells what they protest against
_STAGES = {"rally": ("at", "in", "during"), "statement": ("in",), "protest": ("in",)}
_KEEPING = {"be", "remain", "stay", "hold", "keep", "remand", "place", "put", "take", "languish"}


def is_stage(page: Page, match: Match) -> bool:
    """Whether it is only where or how somebody spoke: "urged it AT A RALLY", "IN A joint STATEMENT", "IN PROTEST"."""
    above = page.grammar.governor(match.word).head
    against = any(o.preposition in _AGAINST for o in match.arguments.obliques)
    if match.word != match.anchor or against or above is None:
        return False
    if match.word.lemma_ in frames().classes["confinement"] and above.norm_ == "in":
        return above.head.lemma_ not in _KEEPING
    return above.norm_ in _STAGES.get(match.word.lemma_, ())
