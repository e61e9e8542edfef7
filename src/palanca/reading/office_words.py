"""Offices told without their title: by a verb ("who heads the agency"), a noun ("her presidency"), a board."""

from collections.abc import Iterator

from palanca.lexicon.appointments import grasps, headings, loose_office_nouns, office_nouns, telling_words
from palanca.lexicon.titles import titles
from palanca.reading.grammar.parse import Token
from palanca.reading.office_holding import Holding, people_among
from palanca.reading.page import Page
from palanca.records import OfficeStatus
from palanca.records.entity import BODIES

_VERB, _NOUN, _BOARD = 0.75, 0.75, 0.75
_HEADING = {"head", "chair", "co-chair"}
_LEADS, _REACH = {"percent", "%", "points"}, 4  # "LED Volta 47 PERCENT to 40" in a poll
_BOARD_VERBS = {"be", "sit", "serve", "join", "remain"}


def worded_holdings(page: Page) -> Iterator[Holding]:
    """Every such office with each of its holders, in order."""
    for token in page.doc:
        lemma = token.lemma_.lower()
        if lemma not in telling_words():
            continue
        pair = f"{token.nbor(-1).norm_} {lemma}" if token.i else ""
        if lemma in headings() and token.pos_ == "VERB":
            yield from _by_verb(page, token, headings()[lemma])
        elif (role := office_nouns().get(pair) or office_nouns().get(lemma)) and token.pos_ in {"NOUN", "PROPN"}:
            yield from _by_noun(page, token, role)
        elif lemma == "board" and token.pos_ in {"NOUN", "PROPN"}:
            yield from _on_board(page, token)


def _by_verb(page: Page, verb: Token, role: str) -> Iterator[Holding]:
    """ "Ana Ruiz heads the agency", "the agency, led by Ana Ruiz"; of those who led something else, nothing."""
    arguments = page.grammar.arguments(verb)
    if arguments.negated:
        return
    bodies = [t for t in arguments.objects if (entity := page.cast.at(t)) and entity.schema in BODIES]
    if bodies and not _LEADS.isdisjoint(t.norm_ for t in page.doc[bodies[0].i : bodies[0].i + _REACH]):
        return
    organ = next((t for t in arguments.objects if _is_organ(page, t)), None) if verb.lemma_ in _HEADING else None
    if organ is not None and not bodies:
        bodies = [organ, *(t for t in page.grammar.possessors(organ) if page.cast.at(t) is not None)]
        role = f"{role} of the {_called(page, organ)}"
    called = (t for s in arguments.subjects for t in (s, *page.grammar.appositions(s)))  # "his wife, OLGA, heads it"
    for name, person in people_among(page, called if bodies else ()):
        yield Holding(
            role=role, head=verb, person=person, name=name, body=bodies[-1] if organ is not None else bodies[0],
            confidence=_VERB, status=OfficeStatus.FORMER if verb.tag_ == "VBD" else None,
        )  # fmt: skip


def _is_organ(page: Page, noun: Token) -> bool:
    """Whether a noun is an organ that has no name of its own: "the central BANK", "the Senate's finance COMMITTEE"."""
    return page.cast.at(noun) is None and noun.tag_ == "NN" and noun.lemma_.lower() in titles().organs


def _called(page: Page, organ: Token) -> str:
    """What an organ is called, without article and owner."""
    owners = page.grammar.possessors(organ)
    words = page.doc[max((t.i + 1 for t in owners), default=page.grammar.phrase(organ).start) : organ.i + 1]
    return " ".join(t.lower_ for t in words if page.cast.at(t) is None and t.pos_ in {"NOUN", "ADJ", "PROPN"})


def _by_noun(page: Page, noun: Token, role: str) -> Iterator[Holding]:
    """ "Ruiz's presidency", "the presidency of Ana Ruiz", "she won the presidency"."""
    past = noun.head.norm_ in {"during", "under", "after", "since"}
    owners = [*page.grammar.possessors(noun)]
    owners += [o.token for o in page.grammar.prepositional(noun) if o.preposition == "of"]
    for name, person in people_among(page, owners):
        yield Holding(
            role=role, head=noun, person=person, name=name, confidence=_NOUN,
            status=OfficeStatus.FORMER if past else None,
        )  # fmt: skip
    yield from _grasped(page, noun, role)


def _grasped(page: Page, noun: Token, role: str) -> Iterator[Holding]:
    """ "She won the presidency", "he gave up the chairmanship"."""
    verb = page.grammar.complemented(noun)
    grasp = grasps().get(verb.lemma_) if verb is not None else None
    if verb is None or grasp is None or noun.lemma_.lower() in loose_office_nouns():
        return
    for name, person in people_among(page, page.grammar.arguments(verb).subjects):
        yield Holding(role=role, head=noun, person=person, name=name, verb=verb, grasp=grasp, confidence=_NOUN)


def _on_board(page: Page, board: Token) -> Iterator[Holding]:
    """ "Was on the board of Volta Freight", "sits on its board"."""
    above = board.head
    verb = above.head if above.norm_ == "on" else page.grammar.complemented(board)
    if verb is None or verb.lemma_ not in _BOARD_VERBS:
        return
    for name, person in people_among(page, page.grammar.arguments(verb).subjects):
        yield Holding(
            role="board member", head=board, person=person, name=name, confidence=_BOARD,
            status=OfficeStatus.FORMER if verb.tag_ == "VBD" and verb.lemma_ != "join" else None,
        )  # fmt: skip
