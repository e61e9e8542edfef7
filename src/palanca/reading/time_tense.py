"""Whether the verb above a time looks forward or back: which Monday, which May is meant."""

from itertools import takewhile

from palanca.lexicon.times import time_words
from palanca.reading.grammar.parse import Token, TokenSpan

_SET_FOR = {"for", "para"}
_FUTURE = {"will", "'ll", "’ll", "shall", "wo", "would"}
_BINDING = {"must", "should", "shall", "may"}
_HELPING = {"be", "have"}
_CLIMB = 8
_PRESENT = {"VBZ", "VBP"}
_TELLING = {"say", "tell", "show", "report", "write", "quote"}


def is_ahead(token: Token) -> bool:
    """Whether the words above the time look forward: "will meet", "is scheduled for", "until his NEXT hearing on"."""
    verb = verb_above(token)
    return (verb is not None and _looks_forward(verb)) or _is_of_next(token)


def _is_of_next(token: Token) -> bool:
    """Whether a noun above the time is one to come, seen from the day of the text: "its NEXT meeting on 5 June"."""
    nouns = takewhile(lambda t: t.pos_ not in {"VERB", "AUX"}, token.ancestors)
    return any(c.lemma_.lower() in time_words().forthcoming and c.i < noun.i for noun in nouns for c in noun.children)


def is_timetabled(token: Token) -> bool:
    """Whether the verb above the time tells, in the simple present, what is to be: "TRAVELS on Thursday"."""
    verb = verb_above(token)
    if verb is None or verb.tag_ not in _PRESENT or verb.lemma_.lower() not in time_words().timetabled:
        return False
    return not any(c.pos_ == "AUX" and c.i < verb.i for c in verb.children)


def looks_ahead(token: Token) -> bool | None:
    """True where the verb above looks forward, False where it looks back, None where neither is told.

    The simple present of an act with a date is a plan ("the court meets on Friday"); of telling it is not.
    """
    verb = verb_above(token)
    if verb is None:
        return None
    if _looks_forward(verb):
        return True
    auxiliaries = [c for c in verb.children if c.pos_ == "AUX" and c.i < verb.i]
    if verb.tag_ in _PRESENT:
        return None if verb.lemma_ in _TELLING or verb.pos_ == "AUX" else True
    if verb.tag_ == "VBG" and any(a.tag_ in _PRESENT and a.lemma_ == "be" for a in auxiliaries):
        return True
    if verb.tag_ == "MD" or any(a.tag_ == "MD" for a in auxiliaries):
        return True
    return False if verb.tag_ in {"VBD", "VBN"} else None


def is_set_for(time: TokenSpan) -> bool:
    """Whether something is to take place then: "called a rally FOR Saturday"; not "apologised for Saturday's raid"."""
    before = time.doc[max(0, time.start - 1) : time.start].text.lower()
    return before in _SET_FOR and not modifies_noun(time)


def modifies_noun(time: TokenSpan) -> bool:
    """Whether the time stands before a noun of its own: "after the 28 July election" tells of the election's day."""
    head = time.root.head
    return head.i >= time.end and head.pos_ in {"NOUN", "PROPN"}


def verb_above(token: Token) -> Token | None:
    """The nearest verb that a word depends on."""
    here = token
    for _ in range(_CLIMB):
        if here.pos_ in {"VERB", "AUX"}:
            return here
        if here.head == here:
            return None
        here = here.head
    return None


def _is_future(word: Token) -> bool:
    """Whether it is "will", or a verb in the future that helps another: "SERÁ firmado"."""
    return word.norm_ in _FUTURE or (word.tag_ == "MD" and word.lemma_ in _HELPING)


def _looks_forward(verb: Token) -> bool:
    if verb.tag_ == "MD" or any(_is_future(c) and c.i < verb.i for c in verb.children):
        return True
    if any(c.norm_ in _BINDING for c in verb.children) and not any(c.lemma_ == "have" for c in verb.children):
        return True  # "MUST leave by 31 October"
    prospective = time_words().prospective
    if verb.lemma_ == "be" and any(
        c.pos_ == "ADJ" and c.lemma_.lower() in time_words().scheduled for c in verb.children
    ):
        return verb.tag_ in _PRESENT  # "is DUE in Lomé"
    if verb.tag_ in {"VBN", "JJ"} and verb.lemma_.lower() in time_words().scheduled:
        return not any(c.lemma_ == "have" for c in verb.children)
    if verb.tag_ != "VB" or verb.head == verb:
        return False
    above = verb.head
    return above.lemma_.lower() in prospective or (above.lemma_ == "be" and above.pos_ in {"AUX", "VERB"})
