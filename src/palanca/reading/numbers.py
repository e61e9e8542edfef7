"""Numbers as news write them: digits, words and both ("3.5 billion", "three-and-a-half million", "two dozen")."""

import re
from dataclasses import dataclass

from palanca.lexicon.quantities import number_words, quantity_words
from palanca.reading.grammar.parse import Doc, Token

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_GLUED = re.compile(r"(\d[\d,.]*)(bn|mn|m|b|tn|k|million|billion)", re.IGNORECASE)
_RANGE = re.compile(r"(\d[\d,.]*)[–—-](\d[\d,.]*)")
_DASHES = {"-", "–"}
_JOINTS = {"-", "–", "and", "a"}
_PARTS = {"half", "quarter"}
_COUNTS_OF_PARTS = {"a": 1}
_CLOSEST = 2  # "three or four", "10 or 15": the second of two guesses is less than so many times the first
_BARE_THOUSAND = "mil"  # Spanish has no "one" before it
_TENS, _HUNDREDS = 10, 100
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
    end = _past_digits(doc, end, _scaled(low))
    upper = _upper(doc, end)
    if upper is None:
        return Number(i, end, _scaled(low))
    high, last = upper
    scale = high[1] if low[1] == 1 else low[1]
    if doc[end].norm_ == "or" and not low[0] * scale < high[0] * high[1] < low[0] * scale * _CLOSEST:
        return Number(i, end, _scaled(low))
    if low[0] * scale > high[0] * high[1]:  # "2-1" is a score; "from 5 to 3 percent" tells two amounts
        return None if doc[end].text in _DASHES else Number(i, end, _scaled(low))
    return Number(i, last, low[0] * scale, high[0] * high[1])


def _past_digits(doc: Doc, end: int, value: float) -> int:
    """Past the digits in brackets that repeat a number in words: "nine (9) members"."""
    marks = [token.text for token in doc[end : end + 3]]
    is_told = len(marks) == len("(9)") and marks[0] == "(" and marks[2] == ")" and _DIGITS.fullmatch(marks[1])
    return end + len(marks) if is_told and _digits(marks[1]) == value else end


def scaled_number(doc: Doc, written: str, i: int) -> Number | None:
    """The number that is `written` inside the token `i`, with the scale glued to it or behind it; None for none."""
    glued, digits = _GLUED.fullmatch(written), _DIGITS.fullmatch(written)
    if glued:
        return Number(i, i + 1, _scaled((_digits(glued[1]), float(quantity_words().scales[glued[2].lower()]))))
    if digits is None:
        return None
    value, end = _with_scale(doc, _digits(written), i + 1)
    return Number(i, end, _scaled(value))


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
    if (part := _part_of_scale(doc, i)) is not None:
        return part
    starts = token.norm_ in number_words() or _is_hundred(token) or token.lower_ == _BARE_THOUSAND
    if starts or (token.norm_ == "a" and _is_scale(doc, i + 1)):
        return _in_words(doc, i)
    return None


def _part_of_scale(doc: Doc, i: int) -> tuple[_Value, int] | None:
    """ "Half a million", "a quarter million", "three quarters of a million", "medio millón"."""
    words = [t.norm_ for t in doc[i : i + 2]]
    opened = len(words) > 1 and words[1] in quantity_words().fractions
    count = _COUNTS_OF_PARTS.get(words[0]) or number_words().get(words[0]) if opened else 1
    at = i + opened
    share = quantity_words().fractions.get(doc[at].norm_) if doc[at].norm_.rstrip("s") in _PARTS else None
    if share is None or count is None:
        return None
    after = at + 1 + (doc[at + 1 : at + 2].text == "of")
    after += doc[after : after + 1].text in {"a", "-"}  # "a HALF-BILLION-dollar stake"
    return _with_scale(doc, count * share, after) if _is_scale(doc, after) else None


def _is_hundred(token: Token) -> bool:
    """Whether one word tells hundreds, as in Spanish, where it stands under its digits: "doscientos"."""
    return token.norm_.isdigit() and token.is_alpha


def _digits(text: str) -> float:
    return float(text.replace(",", ""))


def _is_scale(doc: Doc, i: int) -> bool:
    """Whether the token multiplies; a letter that stands apart does so to money only: "$3 m", but "320 m tall"."""
    word = doc[i].norm_.rstrip(".") if i < len(doc) else ""
    apart = len(word) == 1 and bool(doc[i - 1].whitespace_)
    return word in quantity_words().scales and (not apart or (i > 1 and doc[i - 2].is_currency))


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
        again = bool(self.total) and not self.current  # "cuatro mil MILLONES": one scale of two words
        below = self.total if self.total < scale else 0.0  # "dos mil quinientos MILLONES"
        self.total += (below + self.current or 1) * scale - below
        self.current, self.scale = 0.0, self.scale * scale if again else scale

    def has_room(self, value: float) -> bool:
        """Whether a number adds to what stands before it: "thirty-FOUR", but not "between three and FOUR"."""
        return value == 0 or self.current % (_TENS if value < _TENS else _HUNDREDS) == 0

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
        if _counts_parts(doc, token, i):
            continue
        if word in number_words() and found.has_room(number_words()[word]):
            found.current += number_words()[word]
        elif _is_hundred(token):
            found.current += float(word)
        elif word == "hundred":
            found.current = max(found.current, 1) * 100
        elif word in quantity_words().scales and len(word) > 2:
            found.multiply(float(quantity_words().scales[word]))
        elif word == "half" and _follows_and(doc, token):
            found.halve()
        elif token.i > i and _counts_parts(doc, doc[token.i - 1], i):  # "one and two THIRDS"
            found.current += number_words()[doc[token.i - 1].norm_] * quantity_words().fractions[word]
        elif _is_joint(doc, token, i):
            continue
        else:
            break
        end = token.i + 1
    scale = 1.0 if found.current else found.scale
    value = (found.total + found.current) / scale, scale
    return (value, end + _is_linked(doc, end)) if end > i else None


def _counts_parts(doc: Doc, token: Token, first: int) -> bool:
    """ "One and TWO thirds"."""
    if token.norm_ not in number_words() or token.i - 1 <= first or doc[token.i - 1].norm_ != "and":
        return False
    return doc[token.i + 1 : token.i + 2].text in quantity_words().fractions


def _is_joint(doc: Doc, token: Token, first: int) -> bool:
    return token.norm_ in _JOINTS and (token.norm_ != "a" or token.i == first or _follows_and(doc, token))


def _follows_and(doc: Doc, token: Token) -> bool:
    before = [t.norm_ for t in doc[max(0, token.i - 4) : token.i]]
    return "and" in before


def _upper(doc: Doc, i: int) -> tuple[_Value, int] | None:
    """The second number of "16–17", "5 to 7" or "between 5 and 7"."""
    if i + 1 >= len(doc) or doc[i].norm_ not in {"–", "-", "to", "and", "or"}:
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
    if _part_of_scale(doc, i) is not None:
        return None
    if len(parts) > 1 and (parts[0] in number_words() or parts[0] == "a") and parts[1] in values:
        count = number_words().get(parts[0], 1)
        return Number(i, i + 2 + (words[1] == "-"), round(count * values[parts[1]], 4))
    if parts and parts[0] == "half" and parts[1:2] in (["of"], ["the"]):
        return Number(i, i + 1, 0.5)
    return None
