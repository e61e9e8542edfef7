"""Who does what a verb tells where its subject does not say: behind a paper or a post, or in whose name it is done."""

from collections.abc import Iterator, Sequence

from palanca.lexicon.frames import Frame, frames
from palanca.reading.actors import entity_behind
from palanca.reading.frames import Match, noun_pattern
from palanca.reading.grammar import Oblique, Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.party_nouns import is_party, is_utterance, parties_in
from palanca.records import Category

_SPOKEN = {Category.ACCUSE, Category.REQUEST, Category.SUPPORT, Category.THREATEN, Category.REJECT}
_BEHALF, _JOIN = "behalf", "join"


def behind_passive(page: Page, match: Match) -> list[Token]:
    """Whom a passive names elsewhere than behind its own "by"."""
    return [*_authors(page, match), *_doers(page, match)] if match.arguments.passive else []


def also_acting(page: Page, match: Match) -> list[Token]:
    """In whose name, and together with whom, the subject does it."""
    return [*_acted_for(page, match.arguments.obliques), *_joined(page, match.anchor)]


def doing_themselves(page: Page, undergoing: Sequence[Token], frame: Frame) -> list[Token]:
    """Who does it of those to whom it is done: "FRENCH soldiers were sent", "the resignation OF RUIZ was announced"."""
    if frame.category is Category.MOBILIZE:
        return [t for t in undergoing if t.lemma_.lower() in frames().classes["force"] and is_party(page, t)]
    patterns = ((noun, noun_pattern(page, noun)) for noun in undergoing if frame.of_role == "actor")
    acts = (noun for noun, pattern in patterns if pattern is not None and pattern.frame == frame)
    joined = (o for noun in acts for o in page.grammar.prepositional(noun) if o.preposition == "of")
    return [t for o in joined for t in parties_in(page, o.token)]


def _authors(page: Page, match: Match) -> list[Token]:
    """Who says it in a paper: "was condemned IN A STATEMENT BY CHAD"."""
    if match.pattern.frame.category not in _SPOKEN:
        return []
    papers = (o.token for o in match.arguments.obliques if o.preposition == "in")
    told = (o for paper in papers if is_utterance(paper) for o in page.grammar.prepositional(paper))
    return [t for o in told if o.preposition in {"by", "of"} for t in parties_in(page, o.token)]


def _doers(page: Page, match: Match) -> Iterator[Token]:
    """Who did it, where the parser hangs him on what somebody was: "was dismissed as army CHIEF BY THE KING"."""
    posts = (o.token for o in match.arguments.obliques if o.preposition == "as")
    told = (o for post in posts for o in page.grammar.prepositional(post))
    yield from (t for o in told if o.preposition == "by" for t in parties_in(page, o.token))


def _acted_for(page: Page, obliques: Sequence[Oblique]) -> list[Token]:
    """In whose name it is done: "filed a suit ON BEHALF OF THE SENATE"."""
    behalf = [o.token for o in obliques if o.token.lemma_.lower() == _BEHALF]
    joined = [o.token for noun in behalf for o in page.grammar.prepositional(noun) if o.preposition == "of"]
    return [t for noun in joined for t in parties_in(page, noun) if entity_behind(page, t) is not None]


def _joined(page: Page, verb: Token) -> list[Token]:
    """Whom somebody joins in doing it: "Chad joined TOGO in imposing sanctions"."""
    above = page.grammar.governor(verb)
    if above.relation is not Relation.PREPOSITIONAL or above.marker != "in" or above.head is None:
        return []
    others = page.grammar.arguments(above.head).objects if above.head.lemma_ == _JOIN else ()
    return [t for other in others for t in parties_in(page, other) if entity_behind(page, t) is not None]
