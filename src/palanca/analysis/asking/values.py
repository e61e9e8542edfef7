"""What stands after the colon of a field, as a condition. Every function raises ValueError with what would be right."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches

from palanca.analysis.asking.fields import FieldWord, Takes
from palanca.lexicon.countries import country_meant
from palanca.records import Moment
from palanca.records.query import (
    ANYBODY,
    All,
    Branch,
    Comparison,
    Field,
    Measure,
    Number,
    Parties,
    PartyTest,
    Place,
    Query,
    Said,
    Speaker,
    When,
    Words,
)

_NUMBER = re.compile(r"(>=|<=|>|<|=)?\s*(\d+(?:\.\d+)?)")
_BETWEEN = re.compile(r"(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)")
_COMPARED_TIME = re.compile(r"(>=|<=|>|<)(.+)")
_UNDATED = "none"


def value_of(field: FieldWord, text: str) -> Query:
    """The condition of a field and its value."""
    if not any(sign.isalnum() for sign in text) and (field.takes is not Takes.PARTY or text != ANYBODY):
        raise ValueError(f"{field.word}: needs a value, such as {field.word}:{field.example}")
    return _READ[field.takes](field, text)


def _party(field: FieldWord, text: str) -> Query:
    return Parties(tests=(PartyTest(name=text, roles=field.roles, is_other=field.is_other),))


def _country(_field: FieldWord, text: str) -> Query:
    found = country_meant(text)
    if found is None:
        raise ValueError(f"no country is called {text!r}: give a name, a demonym, a capital or a code such as PER")
    return Parties(tests=(PartyTest(country=found.alpha3),))


def _branch(field: FieldWord, text: str) -> Query:
    return Parties(
        tests=(
            PartyTest(
                branch=Branch(_chosen(field, text)),
            ),
        )
    )


def _office(_field: FieldWord, text: str) -> Query:
    return Parties(tests=(PartyTest(office=text),))


def _choice(field: FieldWord, text: str) -> Query:
    return _words(field, tuple(_chosen(field, one) for one in text.split(",")))


def _text(field: FieldWord, text: str) -> Query:
    return _words(field, (text,))


def _words(field: FieldWord, values: tuple[str, ...]) -> Query:
    return Words(field=Field(field.word), values=values)


def _chosen(field: FieldWord, text: str) -> str:
    """The choice that a word means: in either case, and with a plural s, a hyphen or an underscore for a space."""
    plain = {_plain(choice): choice for choice in field.choices}
    asked = _plain(text)
    found = plain.get(asked) or plain.get(asked.removesuffix("s")) or plain.get(re.sub("ies$", "y", asked))
    if found is None:
        near = get_close_matches(asked, plain, n=1)
        if near:
            raise ValueError(f"{text!r} is no {field.word}: did you mean {plain[near[0]]}?")
        raise ValueError(f"{text!r} is no {field.word}: choose one of {', '.join(field.choices)}")
    return found


def _plain(text: str) -> str:
    return text.strip().casefold().replace("_", " ").replace("-", " ")


def _number(field: FieldWord, text: str) -> Query:
    measure = Measure(field.word)
    if between := _BETWEEN.fullmatch(text):
        low, high = float(between[1]), float(between[2])
        if low > high:
            raise ValueError(f"{text} ends before it starts: swap the two numbers")
        return All(
            parts=(
                Number(measure=measure, comparison=Comparison.AT_LEAST, value=low),
                Number(measure=measure, comparison=Comparison.AT_MOST, value=high),
            )
        )
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no number: write {field.word}:2, {field.word}:>=2 or {field.word}:2..5")
    return Number(measure=measure, comparison=Comparison(match[1] or "="), value=float(match[2]))


def _time(field: FieldWord, text: str) -> Query:
    if text.casefold() == _UNDATED:
        return When(first=None, last=None)
    if compared := _COMPARED_TIME.fullmatch(text):
        return _compared(field, Comparison(compared[1]), _span(compared[2]))
    first, dots, last = text.partition("..")
    if not dots:
        first, _, last = text.partition("/") if "/" in text else (text, "", text)
    began, ended = _span(first)[0] if first else None, _span(last)[1] if last else None
    if began and ended and began > ended:
        raise ValueError(f"{text} ends before it starts: swap the two dates")
    return When(first=began, last=ended, is_certain=field.is_certain)


def _compared(field: FieldWord, comparison: Comparison, span: tuple[date, date]) -> Query:
    first, last = span
    match comparison:
        case Comparison.AT_LEAST:
            return When(first=first, last=None, is_certain=field.is_certain)
        case Comparison.AT_MOST:
            return When(first=None, last=last, is_certain=field.is_certain)
        case Comparison.MORE:
            return When(first=_next(last, 1), last=None, is_certain=field.is_certain)
        case _:
            return When(first=None, last=_next(first, -1), is_certain=field.is_certain)


def _next(day: date, by: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))


def _span(text: str) -> tuple[date, date]:
    """The first and the last day of a date as precise as it is given."""
    moment = Moment.parse(text.strip())
    return moment.first_day, moment.last_day


_READ: Mapping[Takes, Callable[[FieldWord, str], Query]] = {
    Takes.PARTY: _party,
    Takes.COUNTRY: _country,
    Takes.BRANCH: _branch,
    Takes.OFFICE: _office,
    Takes.CHOICE: _choice,
    Takes.TEXT: _text,
    Takes.NUMBER: _number,
    Takes.TIME: _time,
    Takes.PLACE: lambda _field, text: Place(name=text),
    Takes.SAID: lambda _field, text: Said(words=f'"{text}"'),
    Takes.SPEAKER: lambda _field, text: Speaker(name=text),
}
