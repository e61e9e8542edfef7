"""What a number with its unit is, and how sure each way of reading one is."""

from dataclasses import dataclass

from palanca.reading.grammar.parse import Token
from palanca.reading.numbers import Number

FRACTION, PEOPLE = "fraction", "people"
MONEY, MEASURE, COUNT, ELLIPTIC = 0.95, 0.9, 0.75, 0.6
SMALLEST_BARE_COUNT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number with its unit; `first` and `last` bound all its words, `noun` is what is counted or measured."""

    number: Number
    unit: str
    first: int
    last: int
    noun: Token
    confidence: float
