"""Whom the words around a name put into an office: a person, however strange the name is to the parser.

"Appointed LESEGO TAU as governor", "EVODE IMA is now the minister", "with FUNDI TSHABA as the adviser".
"""

from collections.abc import Iterator

from palanca.lexicon.appointments import Move, moves
from palanca.lexicon.titles import titles
from palanca.reading.grammar import Grammar
from palanca.reading.grammar.parse import Doc, Token
from palanca.reading.name_words import TITLED
from palanca.reading.title_words import singular
from palanca.records import Schema

OF_FIRMS_TOO = {"partner", "sponsor", "agent", "auditor", "broker", "insurer"}  # "its partner, Volta Freight"
_FARTHEST = 5  # tokens from "as" or the copula to the title
_LONGEST_TITLE = 6  # words
_BEFORE_TITLE = {"DET", "ADJ", "ADV", "NUM", "PART", "PRON"}
_PUTTING = {Move.INSTALL, Move.PROPOSE, Move.REMOVE}
_BEING, _SERVING = {"be", "become", "remain"}, {"serve", "act", "resign", "retire"}
_OF_THINGS = {"choose", "select", "pick", "make", "return", "place", "drop", "approve", "commission", "replace"}


def held_by(doc: Doc, grammar: Grammar, first: int, last: int) -> Iterator[tuple[Schema, float]]:
    """Points for a person where the name from token `first` to `last` holds, gets or loses an office."""
    head = doc[first:last].root
    if (
        _stands_as(doc, last)
        or _is_called_title(doc, grammar, head)
        or any(_is_put(doc, grammar, one) for one in grammar.conjuncts(head))
    ):
        yield Schema.PERSON, TITLED


def _stands_as(doc: Doc, at: int) -> bool:
    """Whether "as" and a title stand at `at`: "AS deputy governor"."""
    return doc[at : at + 1].text.lower() == "as" and _title_near(doc, at + 1)


def _title_near(doc: Doc, at: int) -> bool:
    """Whether a title begins at `at`, past articles, adjectives and owners in small letters."""
    for i in range(at, min(at + _FARTHEST, len(doc))):
        title = titles().title_at([singular(token) for token in doc[i : i + _LONGEST_TITLE]], 0)
        if title is not None:
            head = doc[i + title.head - 1].norm_
            return head not in OF_FIRMS_TOO and head not in titles().weak
        if doc[i].pos_ not in _BEFORE_TITLE:
            return False
    return False


def _is_called_title(doc: Doc, grammar: Grammar, head: Token) -> bool:
    """ "IS now the minister of": the title is said of the name, and not of what somebody else has."""
    verb = head.head
    if verb.i < head.i or head not in grammar.arguments(verb).subjects:
        return False
    if verb.lemma_ in _SERVING:  # "SERVED as mayor"
        return _stands_as(doc, verb.i + 1)
    return verb.lemma_ in _BEING and _title_near(doc, verb.i + 1)


def _is_put(doc: Doc, grammar: Grammar, name: Token) -> bool:
    """Whether a verb puts the name into an office or out of it: "APPOINTED A and B AS deputy governors"."""
    verb = name.head
    if verb.pos_ != "VERB" or moves().get(verb.lemma_) not in _PUTTING or verb.lemma_ in _OF_THINGS:
        return False
    if name not in grammar.arguments(verb).objects:
        return False
    behind = (t.i for t in doc[verb.i + 1 : verb.sent.end] if t.norm_ == "as")
    is_as = any(_title_near(doc, i + 1) for i in behind)
    return is_as or (grammar.arguments(verb).passive and _title_near(doc, verb.i + 1))
