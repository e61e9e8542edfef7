"""Amounts that stand against another, or on a scale without a unit: "48.3 to 44.6 percent", "a magnitude of 6.4"."""

from collections.abc import Callable

from palanca.reading.grammar.parse import Token
from palanca.reading.numbers import Number, number_at
from palanca.reading.page import Page
from palanca.reading.quantity_amounts import MEASURE, Amount

_AGAINST = {"to", "against", "versus"}
_PERCENT, _MAGNITUDE = "percent", "magnitude"
_QUAKES = {"earthquake", "quake", "tremor", "aftershock", "temblor"}
_BETWEEN = {"of", "the", "a", "an", "its", "was", "is", "be", "at", "about", "around", "nearly", *_QUAKES}
_FARTHEST = 7  # tokens back to "magnitude"
_STRONGEST = 10


def compared(page: Page, number: Number, measure: Callable[[Page, Number], Amount | None]) -> Amount | None:
    """The first of two shares of which the second tells the unit: "leads by 48.3 TO 44.6 percent"; no range falls."""
    doc, i = page.doc, number.last
    is_course = number.first > 0 and doc[number.first - 1].norm_ == "from"  # "fell FROM 5 to 3 percent"
    if number.value_max is not None or is_course or i + 1 >= len(doc) or doc[i].norm_ not in _AGAINST:
        return None
    other = number_at(doc, i + 1) if doc[i + 1].norm_[0].isdigit() else None
    second = measure(page, other) if other is not None and other.value < number.value else None
    if second is None or second.unit != _PERCENT:
        return None
    return Amount(
        number=number, unit=second.unit, first=number.first, last=number.last, noun=second.noun, confidence=MEASURE
    )


def of_magnitude(page: Page, number: Number) -> Amount | None:
    """How strong an earthquake was: "a 6.6-MAGNITUDE quake", "a MAGNITUDE of 6.6", "its magnitude was 7"."""
    if not 0 < number.value < _STRONGEST or number.value_max is not None:
        return None
    noun = _behind(page, number) or _before(page, number)
    if noun is None:
        return None
    last = max(number.last, noun.i + 1)
    return Amount(number=number, unit=_MAGNITUDE, first=number.first, last=last, noun=noun, confidence=MEASURE)


def _behind(page: Page, number: Number) -> Token | None:
    i = number.last + (page.doc[number.last : number.last + 1].text == "-")
    word = page.doc[i] if i < len(page.doc) else None
    return word if word is not None and word.norm_ == _MAGNITUDE else None


def _before(page: Page, number: Number) -> Token | None:
    doc = page.doc
    for token in reversed(doc[max(doc[number.first].sent.start, number.first - _FARTHEST) : number.first]):
        if token.norm_ == _MAGNITUDE:
            behind = doc[number.last : number.last + 1]
            return token if not behind or behind[0].pos_ not in {"NOUN", "PROPN"} or _is_quake(behind[0]) else None
        if token.norm_ not in _BETWEEN and token.text != "-":
            return None
    return None


def _is_quake(noun: Token) -> bool:
    return noun.lemma_.lower() in _QUAKES
