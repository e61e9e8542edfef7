"""At whom a word about an act is aimed: who condemns "the raid" condemns whoever the text says raided."""

from collections.abc import Sequence

from spacy.tokens import Token

from palanca.lexicon.frames import frames
from palanca.reading.event_acts import Act
from palanca.reading.frames import noun_pattern
from palanca.reading.page import Page
from palanca.records import Category, EventDetail, Filler, Modality, RoleName, Schema, Statement

_AIMED = {Category.ACCUSE, Category.SUPPORT}
_DEFINITE = {"the", "this", "that", "these", "those"}
_REACH = 15  # acts told before; further back stand other stories
_HAPPENINGS = {Schema.EVENT, Schema.PROJECT}


def aimed_at(page: Page, act: Act, told: Sequence[Statement]) -> tuple[Filler, ...]:
    """Who did what an act of blame or praise is about, in the order of that telling; empty where nothing says.

    `told` are the events before it. Only a definite noun points back ("the raid"), and only if it names no doer of
    its own.
    """
    if act.category not in _AIMED or act.spoken:
        return ()
    for noun in page.grammar.arguments(act.anchor).objects:
        category = _category_of(page, noun)
        if category is None or category is act.category:
            continue
        done = next((s for s in reversed(told[-_REACH:]) if _is_of(s, category)), None)
        if done is not None:
            return done.fillers(RoleName.ACTOR)
    return ()


def _category_of(page: Page, noun: Token) -> Category | None:
    """What a definite noun without a doer tells again; None for any other noun."""
    named = page.cast.at(noun)
    if noun.pos_ != "NOUN" or (named and named.schema not in _HAPPENINGS) or page.grammar.possessors(noun):
        return None
    if not any(child.norm_ in _DEFINITE for child in noun.children):
        return None
    if any(o.preposition in {"by", "between"} for o in page.grammar.prepositional(noun)):
        return None
    if noun.lemma_.lower() in frames().classes["blow"]:
        return Category.ASSAULT
    pattern = noun_pattern(page, noun)
    return pattern.frame.category if pattern else None


def _is_of(statement: Statement, category: Category) -> bool:
    detail = statement.detail
    return isinstance(detail, EventDetail) and detail.category is category and statement.modality is not Modality.DENIED
