"""Counts of votes: "voted 7–2", "passed the bill 114-19", "by 325 votes to 301", "por 38 votos contra 31, 2 en contra".

Two numbers with a dash may also be the number of a law or of a file; what stands before them tells.
"""

import re

from palanca.lexicon.instruments import instrument_nouns
from palanca.lexicon.quantities import quantity_words
from palanca.lexicon.sectors import sectors_of_nouns
from palanca.reading.grammar.parse import Token
from palanca.reading.numbers import Number
from palanca.reading.page import Page
from palanca.reading.quantity_amounts import COUNT, Amount

_DASHES = {"–", "—", "-"}
_PAIR = re.compile(r"\d{1,3}[-–—]\d{1,3}(?![\w/-])")
_VOTES = {"es": "votos"}
_TO = {"to", "against", *_DASHES}
_REACH, _LEAD = 10, 4  # tokens before the count, and behind it
_REACH_OF_SIDE = 6
_SIDES = (("against",), ("in", "against"), ("in", "favour"), ("in", "favor"), ("for",))
_FAVOUR = {"favor", "favour"}
_NUMBER_SIGNS = {"no", "no.", "nº", "n°", "number", "#", "№"}
_SITTING = "LEG"


def votes(page: Page, i: int) -> list[Amount]:
    """The two sides of a count of votes that begins at a token, or one that is told for or against; else none."""
    token = page.doc[i]
    if not token.text[0].isdigit() or is_of_file(token):
        return []
    sides = _in_one_token(token) or _apart(page, i)
    if sides and _is_voting(token):
        return [_amount(page, number) for number in sides]
    side = _one_side(page, i)
    return [_amount(page, side)] if side is not None else []


def counts_votes(token: Token) -> bool:
    """Whether two numbers with a dash count votes, and are the number of nothing: "ratified the pact 88-12"."""
    return bool(_PAIR.match(token.doc.text, token.idx)) and not is_of_file(token) and _is_voting(token)


def is_of_file(token: Token) -> bool:
    """Whether what stands right before makes it a number: "Law 114-19", "docket 114-19", "la ley No. 30-18"."""
    doc, i = token.doc, token.i - 1
    i -= i >= 0 and doc[i].norm_ in _NUMBER_SIGNS
    if i < 0 or doc[i].pos_ in {"VERB", "AUX"}:  # "ruled 7–2"
        return False
    word = doc[i].lemma_.lower()
    return word in quantity_words().filed or (doc[i].is_title and word in instrument_nouns())


def _amount(page: Page, number: Number) -> Amount:
    unit = _VOTES.get(page.doc.lang_, "votes")
    noun = page.doc[number.last - 1]
    return Amount(number=number, unit=unit, first=number.first, last=number.last, noun=noun, confidence=COUNT)


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
    end = i + 1 + (doc[i + 1 : i + 2].text in {"votes", "votos"})
    if end + 1 >= len(doc) or doc[end].norm_ not in _TO:
        return None
    other = doc[end + 1].text.replace(",", "")
    if not other.isdigit():
        return None
    return Number(i, i + 1, float(doc[i].text.replace(",", ""))), Number(end + 1, end + 2, float(other))


def _one_side(page: Page, i: int) -> Number | None:
    """ "With 87 votes in favour, 20 AGAINST": a number alone that is told for or against, behind another of votes."""
    doc = page.doc
    before = doc[max(doc[i].sent.start, i - _REACH_OF_SIDE) : i]
    if not doc[i].text.isdigit() or not any(t.text in {"votes", "votos"} for t in before):
        return None
    words = tuple(t.norm_ if t.norm_ not in _FAVOUR else "favour" for t in doc[i + 1 : i + 3])
    told = any(words[: len(side)] == side for side in _SIDES) or words[1:] == ("favour",)
    return Number(i, i + 1, float(doc[i].text)) if told else None


def _is_voting(token: Token) -> bool:
    """Whether a vote or a ruling is told right before, or right behind ("a 7–2 vote").

    So is what an assembly passes, or what is done with a bill: "the bill PASSED 114-19"; a score is none.
    """
    doc, words = token.doc, quantity_words()
    near = [*doc[max(token.sent.start, token.i - _REACH) : token.i], *doc[token.i + 1 : token.i + _LEAD]]
    lemmas = {t.lemma_.lower() for t in near}
    if lemmas & words.voting:
        return True
    sits = any(sectors_of_nouns().get(word) == _SITTING or word in instrument_nouns() for word in lemmas)
    return sits and bool(lemmas & words.passing)
