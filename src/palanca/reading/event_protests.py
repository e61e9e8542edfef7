"""Against whom people march, where the words name only what they march against: "protests against TOGO'S new law".

Who rules there is meant where it is "the government", or the protests are "anti-government".
"""

from collections.abc import Iterator

from palanca.lexicon.governments import government_words
from palanca.reading.actors import entity_behind
from palanca.reading.coreference_governments import state_told_of
from palanca.reading.event_acts import Act
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.states import state_of
from palanca.records import Category, Entity, Filler, Schema

_AGAINST = {"against", "over", "at"}
_OF = {"of", "to", "by", "with", "in"}
_ANTI = "anti"
_MAX_DEPTH = 3
_RULING = {Schema.PLACE, Schema.PERSON, Schema.PUBLIC_BODY, Schema.ORGANIZATION, Schema.COMPANY}


def protested_against(page: Page, act: Act, place: Filler | None) -> tuple[Filler, ...]:
    """Whom a protest is against though the words beside it name nobody; empty where nothing tells."""
    if act.category is not Category.PROTEST:
        return ()
    for noun in _causes(page, act):
        found = next(_behind(page, noun), None)
        if found is not None:
            return (page.filler(*found),)
    if any(_is_government(t) for noun in _causes(page, act) for t in page.grammar.phrase(noun)) or _is_anti(act.word):
        state = _ruled(page, place)
        return (page.filler(state, act.word),) if state is not None else ()
    return ()


def _causes(page: Page, act: Act) -> Iterator[Token]:
    for word in dict.fromkeys((act.word, act.anchor)):
        yield from (o.token for o in page.grammar.arguments(word).obliques if o.preposition in _AGAINST)


def _behind(page: Page, noun: Token, depth: int = 0) -> Iterator[tuple[Entity, Token]]:
    """Whose the cause is: "a change to the electoral law OF TOGO", "RUIZ'S handling of the floods"."""
    if (found := entity_behind(page, noun)) and found[0].schema in _RULING:
        yield found
    elif depth < _MAX_DEPTH:
        for oblique in page.grammar.prepositional(noun):
            if oblique.preposition in _OF:
                yield from _behind(page, oblique.token, depth + 1)


def _is_government(token: Token) -> bool:
    return token.lemma_.lower() in government_words().nouns


def _is_anti(noun: Token) -> bool:
    """ "ANTI-GOVERNMENT protests"; parsers cut it in three, or leave it whole."""
    before = [t.norm_ for t in noun.doc[max(noun.sent.start, noun.i - 4) : noun.i]]
    return any(
        w.startswith(_ANTI) and any(g in "".join(before[i:]) for g in government_words().nouns)
        for i, w in enumerate(before)
    )


def _ruled(page: Page, place: Filler | None) -> Entity | None:
    """The state in which they march, else the one that the text is about."""
    there = page.cast.entity(place.entity) if place is not None and place.entity else None
    return (state_of(page, there.country) if there is not None else None) or state_told_of(page)
