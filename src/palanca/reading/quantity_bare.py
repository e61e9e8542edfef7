"""Amounts whose noun is left out or stands apart: votes, odds, people hurt, and others."""

from itertools import takewhile

from spacy.tokens import Token

from palanca.lexicon.quantities import quantity_words, uncounted_nouns
from palanca.reading.numbers import Number, number_at
from palanca.reading.page import Page
from palanca.reading.quantity_amounts import COUNT, ELLIPTIC, FRACTION, MEASURE, SMALLEST_BARE_COUNT, Amount

_DASHES = {"–", "—", "-"}
_VOTES, _PEOPLE = "votes", "people"
_REACH_OF_VOTE = 10  # tokens
_LEAD = 4  # tokens
_LARGEST_ODDS = 1_000_000
_PLAIN_ODDS = 100  # without "every": "nine in ten", but not "two in 2017"


def votes(page: Page, i: int) -> list[Amount]:
    """The two sides of a count of votes that begins at a token: "voted 7–2", "by 325 votes to 301"; else none."""
    if not page.doc[i].text[0].isdigit():
        return []
    sides = _in_one_token(page.doc[i]) or _apart(page, i)
    if not sides or not _is_voting(page.doc[i]):
        return []
    return [
        Amount(number=n, unit=_VOTES, first=n.first, last=n.last, noun=page.doc[n.last - 1], confidence=COUNT)
        for n in sides
    ]


def _in_one_token(token: Token) -> tuple[Number, Number] | None:
    for dash in _DASHES:
        left, _, right = token.text.partition(dash)
        if left.isdigit() and right.isdigit():
            return Number(token.i, token.i + 1, float(left)), Number(token.i, token.i + 1, float(right))
    return None


def _apart(page: Page, i: int) -> tuple[Number, Number] | None:
    doc = page.doc
    if not doc[i].text.replace(",", "").isdigit():
        return None
    end = i + 1 + (doc[i + 1 : i + 2].text == _VOTES)
    if end + 1 >= len(doc) or doc[end].norm_ not in {"to", "against", *_DASHES}:
        return None
    other = doc[end + 1].text.replace(",", "")
    if not other.isdigit():
        return None
    return Number(i, i + 1, float(doc[i].text.replace(",", ""))), Number(end + 1, end + 2, float(other))


def _is_voting(token: Token) -> bool:
    """Whether a vote or a ruling is told right before, or right behind ("a 7–2 vote")."""
    doc, words = token.doc, quantity_words().voting
    near = [*doc[max(token.sent.start, token.i - _REACH_OF_VOTE) : token.i], *doc[token.i + 1 : token.i + _LEAD]]
    return any(t.lemma_.lower() in words for t in near)


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
    if following is not None and not (following.is_punct or following.pos_ in {"ADP", "CCONJ", "SCONJ", "ADV"}):
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
    return Amount(number=number, unit=_PEOPLE, first=number.first, last=last, noun=noun, confidence=ELLIPTIC)
