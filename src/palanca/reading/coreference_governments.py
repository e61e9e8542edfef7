"""Governments without a name: "the government", "the junta", "the authorities" stand for the state whose they are.

That is the state whose government the text named last ("Togo's military government … the junta"); else the one that the
text is about: named first of all, and far oftener than any other.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from palanca.lexicon.countries import country_named
from palanca.lexicon.governments import government_words
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.states import is_state
from palanca.records import Entity, EntityId, Form

_PLURAL = {"NNS", "NNPS"}
_LEAD_BONUS = 3
_LEAST, _AHEAD_OF_NEXT = 4, 1.6


def is_government(page: Page, noun: Token) -> bool:
    """Whether a noun is one for those who rule a state, and tells nothing that would make it a town's or a port's."""
    words, lemma = government_words(), noun.lemma_.lower()
    if lemma not in words.nouns or (noun.tag_ in _PLURAL) is not (lemma in words.plural_only):
        return False
    return all(m.norm_ in words.sorts for m in page.grammar.modifiers(noun))


def government_meant(page: Page, noun: Token, ruled: Entity | None) -> Entity | None:
    """The one state that the sentence names before a government, else that of the one named last (`ruled`).

    "GEORGIAN firms urged THE GOVERNMENT to act". None where the noun is no government.
    """
    if not is_government(page, noun):
        return None
    named = (page.cast.at(t) for t in page.doc[noun.sent.start : noun.i])
    states = {entity for entity in named if entity is not None and is_state(entity)}
    return states.pop() if len(states) == 1 else ruled


def organ_of(page: Page, noun: Token) -> Entity | None:
    """The state whose ministry, army or court a noun without a name is: "PERU'S foreign MINISTRY", "the Peruvian ARMY".

    Such a noun is later "the ministry", and stands for the state.
    """
    if noun.pos_ != "NOUN" or noun.tag_ in _PLURAL or noun.lemma_.lower() not in government_words().organs:
        return None
    if page.cast.at(noun):
        return None
    beside = (*page.grammar.possessors(noun), *page.grammar.modifiers(noun))
    states = (entity for t in beside if (entity := page.cast.at(t)) is not None and is_state(entity))
    return next(states, None)


def names_government(noun: Token, named: Token) -> bool:
    """Whether a noun with a name before it is the government of what is named: "TOGO'S military GOVERNMENT"."""
    return noun.lemma_.lower() in government_words().behind_a_name and named.i < noun.i and noun.sent == named.sent


def state_told_of(page: Page) -> Entity | None:
    """The state that the text is about; None where two are named about as often."""
    counts = _mentions(page)
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _LEAST:
        return None
    if len(ranked) > 1 and ranked[0][1] < _AHEAD_OF_NEXT * ranked[1][1]:
        return None
    return _states(page)[ranked[0][0]]


def two_states_told_of(page: Page) -> tuple[Entity, ...]:
    """The two states that the text is about ("both sides"); none where a third is named nearly as often."""
    ranked = _mentions(page).most_common(3)
    if len(ranked) < 2 or ranked[1][1] < _LEAST:
        return ()
    if len(ranked) > 2 and ranked[1][1] < _AHEAD_OF_NEXT * ranked[2][1]:
        return ()
    return tuple(_states(page)[entity] for entity, _ in ranked[:2])


def only_two_states_before(page: Page, token: Token, reach: int) -> tuple[Entity, ...]:
    """The two states that the `reach` sentences before it name, or these and its own; none where they name a third.

    Whoever acts in its own sentence may be another: "KENYA urged both sides".
    """
    starts = [s.start for s in page.doc.sents if s.start <= token.i]
    before = dict.fromkeys(_states_in(page, page.doc[starts[max(0, len(starts) - 1 - reach)] : starts[-1]]))
    if len(before) == 2:
        return tuple(before)
    told = before | dict.fromkeys(_states_in(page, page.doc[starts[-1] : token.i]))
    return tuple(told) if len(told) == 2 else ()


def _states_in(page: Page, tokens: Iterable[Token]) -> Iterator[Entity]:
    return (entity for t in tokens if (entity := page.cast.at(t)) is not None and is_state(entity))


def _mentions(page: Page) -> Counter[EntityId]:
    states = _states(page)
    counts: Counter[EntityId] = Counter()
    lead = next((s.end_char for s in page.doc.sents if any(t.pos_ == "VERB" for t in s)), 0)
    for mention in page.cast.mentions:
        if mention.form is Form.NAME and mention.entity in states:
            counts[mention.entity] += 1
    opening = (m for m in page.cast.mentions if m.span.start < lead and m.entity in states)
    led = {m.entity for m in opening if country_named(m.text) is not None}  # "a CHINESE firm" is no text on China
    counts.update(dict.fromkeys(led, _LEAD_BONUS))
    return counts


def _states(page: Page) -> Mapping[EntityId, Entity]:
    return {entity.id: entity for entity in page.cast.entities if is_state(entity)}
