"""A query as a line of the filter language: read again, the line gives the same query."""

from collections.abc import Iterator
from functools import lru_cache

from palanca.analysis.asking.fields import FIELDS, FieldWord
from palanca.lexicon.countries import country
from palanca.records.query import (
    All,
    Either,
    Not,
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

_PARTIES_AT_HAND = 1 << 12  # the cells of a matrix ask for the same few


def words_of(query: Query) -> str:
    """The line; empty for the query that every claim passes."""
    if not isinstance(query, All):
        return _worded(query)
    lines = ((part, words_of(part)) for part in query.parts)
    return " ".join(f"({line})" if isinstance(part, Either | All) else line for part, line in lines if line)


def _inside(query: Query) -> str:
    """A part among others, in parentheses where it would else be read apart."""
    return f"({words_of(query)})" if isinstance(query, Either | All) else _worded(query)


def _worded(query: Query) -> str:
    match query:
        case Either():
            return " or ".join(_inside(part) for part in query.parts)
        case Not():
            return f"not {_inside(query.part)}"
        case Parties():
            return " ".join(filter(None, map(_party, query.tests)))
        case Words():
            return f"{query.field}:{_quoted(','.join(query.values))}"
        case Number():
            return f"{query.measure}:{query.comparison}{query.value:.15g}"
        case When():
            return _time(query)
        case Place():
            return f"place:{_quoted(query.name)}"
        case Said():
            return query.words
        case Speaker():
            return f"speaker:{_quoted(query.name)}"
        case _:
            return words_of(query)


@lru_cache(maxsize=_PARTIES_AT_HAND)
def _party(test: PartyTest) -> str:
    return " ".join(_words_of_party(test))


def _words_of_party(test: PartyTest) -> Iterator[str]:
    if test.name is not None:
        yield f"{_word_of(test).word}:{_quoted(test.name)}"
    if test.country is not None:
        yield f"of:{_quoted(country(test.country).name)}"
    if test.branch is not None:
        yield f"branch:{_quoted(test.branch)}"
    if test.office is not None:
        yield f"office:{_quoted(test.office)}"


def _word_of(test: PartyTest) -> FieldWord:
    if test.is_other:
        return FIELDS["with"]
    return next(one for one in FIELDS.values() if one.roles == test.roles)


def _time(query: When) -> str:
    word = "during" if query.is_certain else "time"
    if query.is_undated:
        return "time:none"
    return f"{word}:{query.first or ''}..{query.last or ''}"


def _quoted(text: str) -> str:
    plain = text.replace('"', "")
    is_word = plain == text and not any(sign.isspace() or sign in "()" for sign in plain)
    return plain if is_word else f'"{plain}"'
