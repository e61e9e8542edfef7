"""Who stands behind the prepositions of an act: "sued BEFORE the court", "a pact WITH Togo"."""

from collections.abc import Iterable, Iterator, Sequence

from palanca.lexicon.frames import DEFAULT_RECIPIENTS, Frame, frames
from palanca.lexicon.reporting import reporting_words
from palanca.reading.actors import entity_behind
from palanca.reading.event_deeds import judged
from palanca.reading.grammar import Oblique
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.party_nouns import parties_in
from palanca.records import Category, Schema

OF_ACTORS = {"by", "between", "among", "amongst", "alongside", "with", "together with", "along with", "involving"}
_WHERE = {"at", "on", "upon"}
_SOURCES = {"according to", "due to", "thanks to", "owing to", "contrary to", "prior to"}
_BEHESTS = {
    "behest",
    "insistence",
    "urging",
    "instigation",
    "invitation",
}  # of those who wanted it, and undergo nothing
_MISSIONS = {"mission", "operation", "force"}
_BEFORE_FORUMS = {"with", "before"}
_LODGED = {"complaint", "petition", "suit", "lawsuit", "case", "appeal", "claim", "file", "lodge"}


def joint_parties(page: Page, obliques: Sequence[Oblique]) -> list[Token]:
    """Who does it together with the subject: "with Togo", "between Chad and Togo"."""
    joined = [o for o in obliques if o.preposition in OF_ACTORS]
    return [t for o in (*joined, *second(page, joined)) for t in parties_in(page, o.token)]


def second(page: Page, obliques: Sequence[Oblique]) -> tuple[Oblique, ...]:
    """The second behind "between", where something parts the two: "between Ruiz, who …, and SALCEDO"."""
    between = [o for o in obliques if o.preposition == "between"]
    first = page.cast.at(between[0].token) if len(between) == 1 else None
    if first is None:
        return ()
    sentence = between[0].token.sent
    for token in page.doc[between[0].token.i + 1 : sentence.end - 1]:
        other = page.cast.at(token.nbor())
        if token.norm_ == "and" and other is not None and other != first and other.schema is first.schema:
            return (Oblique("between", _head_of(page, token.nbor())),)
    return ()


def behind_amount(page: Page, joined: Sequence[Oblique]) -> Iterator[Oblique]:
    """What the parser hangs on the amount of a thing: "a loan of $5 million FOR TOGO"."""
    for oblique in joined:
        if oblique.preposition == "of" and oblique.token.like_num:
            yield from page.grammar.prepositional(oblique.token)


def _head_of(page: Page, token: Token) -> Token:
    """The word that heads the name to which a token belongs."""
    mention = page.cast.mention_at(token)
    tokens = page.cast.tokens[mention] if mention else range(token.i, token.i + 1)
    return page.doc[tokens.start : tokens.stop].root


def through(page: Page, obliques: Sequence[Oblique], frame: Frame) -> list[Token]:
    """Those whom the frame's prepositions lead to.

    Not where a joint act is done, nor the forum where it is lodged, nor what somebody is held for: "arrested
    ON SUSPICION of stealing from the port".
    """
    is_joint = frame.symmetric or frame.category is Category.CONSULT
    joint = is_joint and frame.recipients == frozenset(DEFAULT_RECIPIENTS)
    return [
        token
        for oblique in (*obliques, *second(page, obliques))
        if (preposition := _leading(oblique, frame)) in frame.recipients
        if not (frame.category is Category.COERCE and oblique.token.lemma_.lower() in reporting_words().charging)
        if oblique.preposition not in _SOURCES and oblique.token.lemma_.lower() not in _BEHESTS
        for token in _led_to(page, oblique.token, frame)
        if not (joint and preposition in _WHERE and _is_thing(page, token)) and not _is_forum(oblique)
    ]


def _leading(oblique: Oblique, frame: Frame) -> str:
    """The preposition by which a frame knows its other side: "out of" leads from, "on the BORDER WITH Togo" near."""
    noun = oblique.token
    if oblique.preposition == "out of":
        return "from"
    if oblique.preposition == "with" and frame.category is Category.MOBILIZE:
        start = noun.left_edge.i
        is_border = any(t.lemma_.lower() in frames().classes["border"] for t in noun.doc[max(0, start - 2) : start])
        return "near" if is_border else "with"
    return oblique.preposition.rsplit(" ", 1)[-1]


def _led_to(page: Page, noun: Token, frame: Frame) -> Iterable[Token]:
    doers = judged(page, noun, frame)
    return parties_in(page, _stationed(page, noun, frame)) if doers is None else doers


def _stationed(page: Page, noun: Token, frame: Frame) -> Token:
    """Where a mission is to which somebody sends troops: "sent soldiers to the UN mission IN CHAD"; else the noun."""
    if frame.category is not Category.MOBILIZE or noun.lemma_.lower() not in _MISSIONS:
        return noun
    return next((o.token for o in page.grammar.prepositional(noun) if o.preposition == "in"), noun)


def _is_forum(oblique: Oblique) -> bool:
    """Whether it is only where something is lodged: "filed a complaint WITH THE OMBUDSMAN", who is not accused."""
    above = oblique.token.head.head
    return oblique.preposition in _BEFORE_FORUMS and above.lemma_.lower() in _LODGED


def _is_thing(page: Page, token: Token) -> bool:
    """Whether it is named and nobody: what is done together is done there, "signed AT the palace"."""
    there = entity_behind(page, token)
    return there is not None and there[0].schema is not Schema.PERSON
