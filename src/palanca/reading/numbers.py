"""Numbers as news write them: digits, words and both ("3.5 billion", "three-and-a-half million", "two dozen")."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from palanca.lexicon.quantities import number_words, quantity_words

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_GLUED = re.compile(r"(\d[\d,.]*)(bn|mn|m|b|tn|k|million|billion)", re.IGNORECASE)
_RANGE = re.compile(r"(\d[\d,.]*)[–—-](\d[\d,.]*)")
_DASHES = {"-", "–"}
_JOINTS = {"-", "–", "and", "a"}
_BARE_THOUSAND = "mil"  # Spanish has no "one" before it
_MOST_TOKENS = 9
_REACH_OF_SCALE = 3  # tokens


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
    if low[0] * scale > high[0] * high[1]:  # "2-1" is a score; "from 5 to 3 percent" tells two amounts
        return None if doc[end].text in _DASHES else Number(i, end, _scaled(low))
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
    if _DIGITS.fullmatch(token.norm_) and not _is_hundred(token):
        return _with_scale(doc, _digits(token.norm_), i + 1)
    if token.norm_ == "half":
        return _half(doc, i)
    starts = token.norm_ in number_words() or _is_hundred(token) or token.lower_ == _BARE_THOUSAND
    if starts or (token.norm_ == "a" and _is_scale(doc, i + 1)):
        return _in_words(doc, i)
    return None


def _half(doc: Doc, i: int) -> tuple[_Value, int] | None:
    """ "Half a million", "medio millón"."""
    after = i + 1 + (doc[i + 1 : i + 2].text == "a")
    return _with_scale(doc, 0.5, after) if _is_scale(doc, after) else None


def _is_hundred(token: Token) -> bool:
    """Whether one word tells hundreds, as in Spanish, where it stands under its digits: "doscientos"."""
    return token.norm_.isdigit() and token.is_alpha


def _digits(text: str) -> float:
    return float(text.replace(",", ""))


def _is_scale(doc: Doc, i: int) -> bool:
    return i < len(doc) and doc[i].norm_.rstrip(".") in quantity_words().scales


def _with_scale(doc: Doc, value: float, i: int) -> tuple[_Value, int]:
    if i < len(doc) and (doc[i].text == "-" or doc[i].is_space) and _is_scale(doc, i + 1):
        i += 1
    scale = 1.0
    while _is_scale(doc, i):  # "5 mil millones" has two
        scale *= float(quantity_words().scales[doc[i].norm_.rstrip(".")])
        i += 1
    return (value, scale), i + (scale > 1 and _is_linked(doc, i))


def _is_linked(doc: Doc, end: int) -> bool:
    """Whether a word joins the scale before it to what it counts, as Spanish has it: "970 millones DE dólares"."""
    told = {token.lower_ for token in doc[max(0, end - _REACH_OF_SCALE) : end]}  # "un millón y medio DE"
    return doc[end : end + 1].text.lower() == "de" and not told.isdisjoint(quantity_words().linked_scales)


@dataclass(slots=True)
class _Sum:
    """A number in words as far as it is read: what the scales have taken up, and what they have not yet."""

    total: float = 0.0
    current: float = 0.0
    scale: float = 1.0

    def multiply(self, scale: float) -> None:
        """A scale takes what stands before it up to a larger one: "two million five hundred THOUSAND"."""
        below = self.total if self.total < scale else 0.0  # "dos mil quinientos MILLONES"
        self.total += (below + self.current or 1) * scale - below
        self.current, self.scale = 0.0, scale

    def halve(self) -> None:
        """ "One and a HALF million", "a million and a HALF"."""
        if self.current:
            self.current += 0.5
        else:
            self.total += 0.5 * self.scale


def _in_words(doc: Doc, i: int) -> tuple[_Value, int] | None:
    """Words up to the last that is part of the number: hundreds and thousands add up, halves join."""
    found, end = _Sum(), i
    for token in doc[i : i + _MOST_TOKENS]:
        word = token.norm_
        if word in number_words():
            found.current += number_words()[word]
        elif _is_hundred(token):
            found.current += float(word)
        elif word == "hundred":
            found.current = max(found.current, 1) * 100
        elif word in quantity_words().scales and len(word) > 2:
            found.multiply(float(quantity_words().scales[word]))
        elif word == "half" and _follows_and(doc, token):
            found.halve()
        elif _is_joint(doc, token, i):
            continue
        else:
            break
        end = token.i + 1
    return ((found.total + found.current, 1.0), end + _is_linked(doc, end)) if end > i else None


def _is_joint(doc: Doc, token: Token, first: int) -> bool:
    return token.norm_ in _JOINTS and (token.norm_ != "a" or token.i == first or _follows_and(doc, token))


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
