"""Amounts whose noun is left out or stands apart: odds, people hurt, gathered or counted, and others."""

from itertools import takewhile

from palanca.lexicon.quantities import quantity_words, uncounted_nouns
from palanca.reading.grammar.parse import Token
from palanca.reading.numbers import Number, number_at
from palanca.reading.page import Page
from palanca.reading.quantity_amounts import ELLIPTIC, FRACTION, MEASURE, PEOPLE, SMALLEST_BARE_COUNT, Amount
from palanca.records import Form, Schema

_MANNED = {Schema.PUBLIC_BODY, Schema.ORGANIZATION}
_MORE = {"more", "others"}
_OF_NUMBER = "number"
_REACH_OF_TOLL = 14  # tokens
_LEAD = 4  # tokens
_LARGEST_ODDS = 1_000_000
_ROUND_WHOLES = {3, 4, 5, 10, 20, 100}  # "nine out of TEN voters"; "29 out of 30 charges" counts charges
_PLAIN_ODDS = 100  # without "every": "nine in ten", but not "two in 2017"


def ratio(page: Page, i: int) -> list[Amount]:
    """A share told as odds: "one in five women", "nine out of ten voters", "three out of every hundred goats"."""
    doc = page.doc
    first = number_at(doc, i) if doc[i].like_num else None
    if first is None or first.value_max or first.last + 1 >= len(doc):
        return []
    at = first.last
    if doc[at].norm_ == "out" and doc[at + 1].norm_ == "of":
        at += 1
    elif doc[at].norm_ != "in":
        return []
    every = doc[at + 1 : at + 2].text == "every"
    at += 1 + every
    whole = number_at(doc, at) or (_scale_alone(doc[at]) if every else None) if at < len(doc) else None
    if whole is None or not first.value < whole.value <= (_LARGEST_ODDS if every else _PLAIN_ODDS):
        return []
    if not every and doc[at - 1].norm_ == "of" and whole.value not in _ROUND_WHOLES:
        return []
    counted = next((t for t in doc[whole.last : whole.last + 3] if t.tag_ in {"NNS", "NNPS"}), None)
    if counted is None or counted.lemma_.lower() in uncounted_nouns():
        return []
    number = Number(i, whole.last, round(first.value / whole.value, 6))
    return [Amount(number=number, unit=FRACTION, first=i, last=counted.i + 1, noun=counted, confidence=MEASURE)]


def _scale_alone(token: Token) -> Number | None:
    """ "One out of every THOUSAND"."""
    scale = quantity_words().scales.get(token.norm_)
    return Number(token.i, token.i + 1, float(scale)) if scale else None


def others(page: Page, number: Number) -> Amount | None:
    """ "Twelve OTHERS", "the 1.3 million WHO marched": people, told by no noun."""
    following = page.doc[number.last : number.last + 1]
    if following.text.lower() not in {"others", "who"} or number.value < SMALLEST_BARE_COUNT:
        return None
    return _people(number, following[0], number.last + (following[0].norm_ != "who"))


def victims(page: Page, number: Number) -> Amount | None:
    """People hurt, held or lost, told by the number alone: "killed at least 62", "40 were arrested", "12 dead"."""
    if not number.value.is_integer() or number.value < SMALLEST_BARE_COUNT:
        return None
    if verb := _struck_before(page, number) or _struck_behind(page, number):
        return _people(number, verb, number.last)
    return None


def _struck_before(page: Page, number: Number) -> Token | None:
    doc = page.doc
    following = doc[number.last] if number.last < len(doc) else None
    bare = following is None or following.is_punct or following.norm_ in _MORE
    if not bare and following is not None and following.pos_ not in {"ADP", "CCONJ", "SCONJ", "ADV"}:
        return None
    lead = reversed(doc[max(0, number.first - _LEAD) : number.first])
    before = list(takewhile(lambda t: t.lemma_.lower() not in quantity_words().striking, lead))
    approximate = " ".join(t.lower_ for t in reversed(before))
    at = number.first - len(before) - 1
    plain = not before or approximate in quantity_words().approximate
    return doc[at] if plain and at >= 0 and len(before) < _LEAD and doc[at].pos_ == "VERB" else None


def _struck_behind(page: Page, number: Number) -> Token | None:
    """ "40 were arrested", "with 12 hurt", "left 9 dead"."""
    words = quantity_words()
    for token in page.doc[number.last : number.last + _LEAD]:
        if token.lower_ in words.struck or (token.tag_ in {"VBN", "VBD"} and token.lemma_.lower() in words.striking):
            following = page.doc[token.i + 1 : token.i + 2]
            return token if not following or following[0].pos_ not in {"NOUN", "PROPN", "DET"} else None
        if token.pos_ not in {"AUX", "ADV"}:
            return None
    return None


def _people(number: Number, noun: Token, last: int) -> Amount:
    return Amount(number=number, unit=PEOPLE, first=number.first, last=last, noun=noun, confidence=ELLIPTIC)


def gathered(page: Page, number: Number) -> Amount | None:
    """People of whom a group consists: "a crew OF 22", "a crowd of about 10,000"."""
    doc, words = page.doc, quantity_words()
    lead = doc[max(0, number.first - _LEAD) : number.first]
    of = next((t for t in reversed(lead) if t.norm_ == "of"), None)
    if of is None or not _is_plain(number) or not _ends_phrase(page, number) or of.i == 0:
        return None
    approximate = doc[of.i + 1 : number.first].text.lower()
    if doc[of.i - 1].lemma_.lower() not in words.gatherings or (approximate and approximate not in words.approximate):
        return None
    return _people(number, doc[of.i - 1], number.last)


def of_force(page: Page, number: Number) -> Amount | None:
    """People of a body: "3,000 OF THE NATIONAL GUARD"."""
    doc, i = page.doc, number.last
    if not _is_plain(number) or [t.norm_ for t in doc[i : i + 2]] != ["of", "the"] or i + 2 >= len(doc):
        return None
    if doc[max(number.first - 1, 0)].norm_ == "of":  # "one of three of the navy" are no people
        return None
    mention, entity = page.cast.mention_at(doc[i + 2]), page.cast.at(doc[i + 2])
    if mention is None or entity is None or mention.form is not Form.NAME or entity.schema not in _MANNED:
        return None
    return _people(number, doc[i + 2], number.last)


def tolled(page: Page, number: Number) -> Amount | None:
    """What a noun in front counts: "the death TOLL rose to 14", "the NUMBER of cases reached 3,000"."""
    if not _is_plain(number) or not _ends_phrase(page, number):
        return None
    doc, words = page.doc, quantity_words()
    for token in reversed(doc[max(doc[number.first].sent.start, number.first - _REACH_OF_TOLL) : number.first]):
        if token.is_punct:
            return None
        if token.lemma_.lower() in words.tolls and _is_said_of(page, token, number):
            return _people(_reached(page, number), token, number.last)
        if token.norm_ == _OF_NUMBER and _is_said_of(page, token, number):
            counted = next((o.token for o in page.grammar.prepositional(token) if o.preposition == "of"), None)
            lemma = counted.lemma_.lower() if counted is not None else ""
            if counted is not None and counted.norm_ in words.struck:  # "the number of DEAD"
                return _people(_reached(page, number), counted, number.last)
            if counted is None or counted.tag_ != "NNS" or lemma in uncounted_nouns() - words.counted_when_many:
                return None
            return Amount(
                number=_reached(page, number), unit=counted.lower_, first=number.first, last=number.last, noun=counted,
                confidence=ELLIPTIC,
            )  # fmt: skip
    return None


def _reached(page: Page, number: Number) -> Number:
    """What a count came to: 95 of "climbed FROM 40 TO 95"."""
    if number.value_max is None or page.doc[number.first - 1].norm_ != "from":
        return number
    return Number(number.first, number.last, number.value_max)


def _is_said_of(page: Page, noun: Token, number: Number) -> bool:
    """Whether a verb that tells a level joins the noun to the number: "STANDS at 30", "has RISEN to 14"."""
    between = page.doc[noun.i + 1 : number.first]
    return any(t.lemma_.lower() in quantity_words().levels for t in between)


def _is_plain(number: Number) -> bool:
    return number.value.is_integer() and number.value >= SMALLEST_BARE_COUNT


def _ends_phrase(page: Page, number: Number) -> bool:
    """Whether no noun follows that the number could count."""
    following = page.doc[number.last : number.last + 1]
    return not following or following[0].pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}
