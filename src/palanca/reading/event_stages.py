"""Nouns that only tell where or how somebody spoke or suffered, and no act of their own."""

from palanca.lexicon.frames import frames
from palanca.reading.frames import Match
from palanca.reading.page import Page

_AGAINST = {"against", "of"}  # "in protest OF the arrests" tells what they protest against
_STAGES = {"rally": ("at", "in", "during"), "statement": ("in",), "protest": ("in",)}
_KEEPING = {"be", "remain", "stay", "hold", "keep", "remand", "place", "put", "take", "languish"}
_OF_PATIENTS = {"admit", "release", "discharge", "treat", "transfer", "rush", "airlift", "take", "bring"}


def is_stage(page: Page, match: Match) -> bool:
    """Whether it is only where or how somebody spoke: "urged it AT A RALLY", "IN A joint STATEMENT", "IN PROTEST"."""
    above = page.grammar.governor(match.word).head
    against = any(o.preposition in _AGAINST for o in match.arguments.obliques)
    if match.word != match.anchor or against or above is None:
        return False
    if match.word.lemma_ in frames().classes["confinement"] and above.norm_ == "in":
        return above.head.lemma_ not in _KEEPING
    return above.norm_ in _STAGES.get(match.word.lemma_, ())


def is_of_patients(page: Page, match: Match) -> bool:
    """Whether somebody is only ill: "was ADMITTED to hospital", "RELEASED from the clinic", "doctors TREATED her"."""
    told = match.arguments
    if match.word.pos_ != "VERB" or match.word.lemma_ not in _OF_PATIENTS:
        return False
    around = (*(o.token for o in told.obliques), *told.subjects)
    words = {word for t in around for word in (t.lemma_.lower(), *page.grammar.phrase(t).text.lower().split())}
    return not words.isdisjoint(frames().classes["clinic"])
