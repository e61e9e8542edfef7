"""Numbers as news write them: digits, words and both ("3.5 billion", "three-and-a-half million", "two dozen")."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from palanca.lexicon.quantities import number_words, quantity_words

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_GLUED = re.compile(r"(\d[\d,.]*)(bn|mn|m|b|tn|k|million|billion)", re.IGNORECASE)
_RANGE = re.compile(r"(\d[\d,.]*)[–—-](\d[\d,.]*)")
_JOINTS = {"-", "–", "and", "a"}
_MOST_TOKENS = 9


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens `first` to `last`, half-open, with the upper end of a range."""

    first: int
    last: int
    value: float
    value_max: float | None = None


def number_at(doc: Doc, i: int) -> Number | None:
    """The longest number that starts at a token; ranges ("16–17", "between 5 and 7 billion") as one."""
    if joined := _RANGE.fullmatch(doc[i].norm_):
        return _range_in_one(doc, i, joined)
    found = _single(doc, i)
    if found is None:
        return None
    low, end = found
    upper = _upper(doc, end)
    if upper is None:
        return Number(i, end, _scaled(low))
    high, last = upper
    scale = high[1] if low[1] == 1 else low[1]
    return Number(i, last, low[0] * scale, high[0] * high[1])


def _range_in_one(doc: Doc, i: int, joined: re.Match[str]) -> Number | None:
    """ "16–17 percent", "5-7 million": written without blanks, and rising, or it is a score or a code."""
    if not (_DIGITS.fullmatch(joined[1]) and _DIGITS.fullmatch(joined[2])):
        return None
    low, (high, end) = _digits(joined[1]), _with_scale(doc, _digits(joined[2]), i + 1)
    return Number(i, end, low * high[1], high[0] * high[1]) if low < high[0] else None


type _Value = tuple[float, float]  # the number before its scale, and the scale


def _scaled(value: _Value) -> float:
    return round(value[0] * value[1], 6)


def _single(doc: Doc, i: int) -> tuple[_Value, int] | None:
    token = doc[i]
    if glued := _GLUED.fullmatch(token.norm_):
        return (_digits(glued[1]), float(quantity_words().scales[glued[2].lower()])), i + 1
    if _DIGITS.fullmatch(token.norm_):
        return _with_scale(doc, _digits(token.norm_), i + 1)
    if token.norm_ in number_words() or (token.norm_ == "a" and _is_scale(doc, i + 1)):
        return _in_words(doc, i)
    return None


def _digits(text: str) -> float:
    return float(text.replace(",", ""))


def _is_scale(doc: Doc, i: int) -> bool:
    return i < len(doc) and doc[i].norm_.rstrip(".") in quantity_words().scales


def _with_scale(doc: Doc, value: float, i: int) -> tuple[_Value, int]:
    if i < len(doc) and doc[i].text == "-" and _is_scale(doc, i + 1):
        i += 1
    if _is_scale(doc, i):
        return (value, float(quantity_words().scales[doc[i].norm_.rstrip(".")])), i + 1 + _is_linked(doc, i)
    return (value, 1.0), i


def _is_linked(doc: Doc, i: int) -> bool:
    """Whether a word joins the scale to what it counts, as Spanish has it: "970 millones DE dólares"."""
    return doc[i].lower_ in quantity_words().linked_scales and doc[i + 1 : i + 2].text.lower() == "de"


def _in_words(doc: Doc, i: int) -> tuple[_Value, int] | None:
    """Words up to the last that is part of the number: hundreds and thousands add up, halves join."""
    total, current, scale, end = 0.0, 0.0, 1.0, i
    for token in doc[i : i + _MOST_TOKENS]:
        word = token.norm_
        if word in number_words():
            current += number_words()[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in quantity_words().scales and len(word) > 2:
            scale = float(quantity_words().scales[word])
            total, current = total + max(current, 1) * scale, 0.0
            end = token.i + 1 + _is_linked(doc, token.i)
            if end > token.i + 1:
                break
        elif word == "half" and _follows_and(doc, token):
            current += 0.5
        elif word not in _JOINTS or (word == "a" and token.i != i and not _follows_and(doc, token)):
            break
        else:
            continue
        end = token.i + 1
    return ((total + current, 1.0), end) if end > i else None


def _follows_and(doc: Doc, token: Token) -> bool:
    before = [t.norm_ for t in doc[max(0, token.i - 4) : token.i]]
    return "and" in before


def _upper(doc: Doc, i: int) -> tuple[_Value, int] | None:
    """The second number of "16–17", "5 to 7" or "between 5 and 7"."""
    if i + 1 >= len(doc) or doc[i].norm_ not in {"–", "-", "to", "and"}:
        return None
    if doc[i].norm_ == "and" and "between" not in [t.norm_ for t in doc[max(0, i - 4) : i]]:
        return None
    after = i + 1 + (doc[i + 1].is_currency or doc[i + 1].text in quantity_words().symbols)
    return _single(doc, after) if after < len(doc) else None


def fraction_at(doc: Doc, i: int) -> Number | None:
    """ "Two-thirds", "a third of", "half of": a share of the whole."""
    words = [t.norm_ for t in doc[i : i + 4]]
    parts = [w for w in words if w != "-"]
    values = quantity_words().fractions
    if len(parts) > 1 and (parts[0] in number_words() or parts[0] == "a") and parts[1] in values:
        count = number_words().get(parts[0], 1)
        return Number(i, i + 2 + (words[1] == "-"), round(count * values[parts[1]], 4))
    if parts and parts[0] == "half" and parts[1:2] in (["of"], ["the"]):
        return Number(i, i + 1, 0.5)
    return None
