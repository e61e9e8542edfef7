"""Acts of crowds and of forces of order, which texts tell by what they are: "POLICE fired tear gas at PROTESTERS"."""

from palanca.lexicon.frames import frames
from palanca.reading.event_acts import Act
from palanca.reading.frame_nouns import is_partyish
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.records import Category

_FORCEFUL = {Category.PROTEST, Category.ASSAULT, Category.COERCE, Category.MOBILIZE}
_TOLD = {"VBD", "VBN"}
_AT = {"at", "with", "into", "against"}
_CROWDS = ("protester", "force")


def is_of_crowds(page: Page, act: Act, *, placed: bool) -> bool:
    """Whether a crowd or a force is told to have done it somewhere, or to other people, though nobody is named."""
    if act.category not in _FORCEFUL or act.word.tag_ not in _TOLD or act.word.pos_ != "VERB":
        return False
    told = page.grammar.arguments(act.anchor)
    behind = (o.token for o in told.obliques if o.preposition in _AT)
    undergoing = (*told.objects, *told.indirect, *behind)
    return any(_is_crowd(t) for t in told.subjects) and (placed or any(_is_people(page, t) for t in undergoing))


def _is_people(page: Page, token: Token) -> bool:
    crowd = token.lemma_.lower() in frames().classes["crowd"]
    return token.pos_ == "PRON" or crowd or _is_crowd(token) or (token.pos_ == "NOUN" and is_partyish(page, token))


def by_force(page: Page, act: Act) -> bool:
    """Whether a force of the state does it: "the POLICE killing of Ruiz", "shot by SOLDIERS"."""
    told = page.grammar.arguments(act.anchor)
    behind = (o.token for o in told.obliques if o.preposition == "by")
    doers = (*told.subjects, *behind, *page.grammar.modifiers(act.word), *page.grammar.possessors(act.word))
    return any(t.lemma_.lower() in frames().classes["force"] and t.pos_ == "NOUN" for t in doers)


def _is_crowd(token: Token) -> bool:
    return any(token.lemma_.lower() in frames().classes[name] for name in _CROWDS)
