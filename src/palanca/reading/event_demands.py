"""Of whom something is demanded that names nobody: calm of those who quarrel, amends of whoever is blamed.

"Togo and Benin closed the border. Chad CALLED FOR CALM": of Togo and Benin. "Ruiz accused Paz of lying and DEMANDED AN
APOLOGY": of Paz.
"""

from collections.abc import Iterator, Sequence

from palanca.lexicon.frames import frames
from palanca.reading.actors import entity_behind
from palanca.reading.coreference_governments import two_states_told_of
from palanca.reading.event_acts import Act
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.states import is_state
from palanca.records import Category, Filler, RoleName, Statement

_HOSTILE = {Category.ASSAULT, Category.COERCE, Category.MOBILIZE}
_UNFRIENDLY = {Category.ACCUSE, Category.THREATEN, Category.SANCTION}
_EXPEL = "expel"  # whom a state dismisses may be its own
_REACH = 8  # acts told before
_LEADING = {"for", "to", "of", "in", "on"}


def demanded_of(page: Page, act: Act, told: Sequence[Statement]) -> tuple[Filler, ...]:
    """Those of whom a demand without an addressee is made; `told` are the acts before it, in order of the text."""
    return _blamed_beside(page, act, told) or _at_odds(page, act, told)


def sanctioned(page: Page, act: Act, told: Sequence[Statement]) -> tuple[Filler, ...]:
    """Whom somebody sanctions who is not named beside it: whom he blames or warns in the same sentence.

    Where others have just sanctioned a state, that state: "The union suspended Chad. KENYA RECALLED ITS ENVOY".
    """
    acting = {found[0].id for t in act.sides.actors if (found := entity_behind(page, t))}
    sentence = page.sentence_span(act.word)
    for one in reversed(told[-_REACH:]):
        actors = {f.entity for f in one.fillers(RoleName.ACTOR)}
        beside = one.span.overlaps(sentence) and one.category in _UNFRIENDLY and acting <= actors
        recipients = one.fillers(RoleName.RECIPIENT)
        states = [f for f in recipients if f.entity and is_state(page.cast.entity(f.entity))]
        joins = act.frame.mode != _EXPEL and one.category is Category.SANCTION and not acting & actors
        if (beside and recipients) or (joins and states):
            return recipients if beside else tuple(states)
    return ()


def _blamed_beside(page: Page, act: Act, told: Sequence[Statement]) -> tuple[Filler, ...]:
    """Whom those who demand it have blamed in the same sentence."""
    acting = {found[0].id for t in act.sides.actors if (found := entity_behind(page, t))}
    sentence = page.sentence_span(act.word)
    for one in reversed(told[-_REACH:]):
        if not one.span.overlaps(sentence):
            return ()
        actors = {f.entity for f in one.fillers(RoleName.ACTOR)}
        if one.category is Category.ACCUSE and actors and acting <= actors:
            return one.fillers(RoleName.RECIPIENT)
    return ()


def _at_odds(page: Page, act: Act, told: Sequence[Statement]) -> tuple[Filler, ...]:
    """The two sides of what is to end, or to calm down: of the last act that has two, else the two states told of."""
    peace, strife = frames().classes["peace"], frames().classes["strife"]
    lemmas = {noun.lemma_.lower() for noun in _asked_for(page, act)}
    if lemmas.isdisjoint(peace | strife):
        return ()
    for one in reversed(told[-_REACH:]):
        sides = (*one.fillers(RoleName.ACTOR), *one.fillers(RoleName.RECIPIENT))
        if one.category in _HOSTILE and len(sides) > 1:
            return sides
    return tuple(page.filler(state, act.word) for state in two_states_told_of(page))


def _asked_for(page: Page, act: Act) -> Iterator[Token]:
    """What is asked for, and what that is an end, or a return, of."""
    for word in dict.fromkeys((act.anchor, act.word)):
        told = page.grammar.arguments(word)
        nouns = [
            *(o for o in told.objects if o != act.word),
            *(o.token for o in told.obliques if o.preposition in _LEADING),
        ]
        yield from nouns
        yield from (o.token for noun in nouns for o in page.grammar.prepositional(noun) if o.preposition in _LEADING)
