"""Known names in a text: countries, their peoples and capitals, regions, cities and well-known bodies.

Matching is by letters at token starts, so that it does not depend on how a pipeline cuts "U.S." or "al-Qaeda". The
longest name wins.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import takewhile

from palanca.lexicon.bodies import bodies
from palanca.lexicon.countries import PhraseKind, country_phrases
from palanca.lexicon.nouns import classes_of_nouns
from palanca.lexicon.places import PlaceKind, place_phrases
from palanca.lexicon.titles import titles
from palanca.reading.grammar.parse import Doc, Token
from palanca.records import Schema
from palanca.records.names import fold


class Sort(StrEnum):
    """What sort of known name it is."""

    COUNTRY = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    REGION = "region"
    REGION_ADJECTIVE = "region adjective"
    CITY = "city"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name of the lexicon. `key` is equal for the names of one thing; `country` is alpha-3 where it has one."""

    phrase: str
    sort: Sort
    key: str
    schema: Schema
    country: str | None = None
    weak: bool = False
    is_name: bool = True


@dataclass(frozen=True, slots=True)
class Match:
    """Where a known name stands: token indices, half-open."""

    first: int
    last: int
    known: Known


_SORTS = {
    PhraseKind.NAME: Sort.COUNTRY,
    PhraseKind.DEMONYM: Sort.DEMONYM,
    PhraseKind.CAPITAL: Sort.CAPITAL,
    PhraseKind.SEAT: Sort.CAPITAL,
}
_PLACE_SORTS = {
    PlaceKind.ADJECTIVE: Sort.REGION_ADJECTIVE,
    PlaceKind.STATE: Sort.REGION,
    PlaceKind.CITY: Sort.CITY,
}
_ARTICLES = ("La ", "El ", "Los ", "Las ")
_SMALL_ARTICLES = ("al", "el", "ash")  # "al Shabaab", "al-Qaeda"
_MONEY = "$€£¥"
_SHORTEST_TOWN = 4  # in capitals; shorter words in capitals are acronyms: "US", "WHO"
_LEAD = re.compile(r"\w+")


def known_names(doc: Doc) -> Iterator[Match]:
    """The known names of a text, in order, none within another."""
    text = doc.text.replace("’", "'")
    table, small = _by_first_word(), _written_small(doc.lang_)
    past = 0
    for token in doc:
        if token.idx < past:
            continue
        if known := small.get(token.text):
            yield Match(token.i, token.i + 1, replace(known, weak=known.weak and not _is_behind_title(token)))
        if not (token.text[0].isupper() or token.text.startswith(_SMALL_ARTICLES)):
            continue
        lead = _LEAD.match(token.text)
        written = str.upper if _opens_date_line(token) else str
        for known in table.get(lead.group().capitalize() if written is str.upper else lead.group(), ()) if lead else ():
            end = token.idx + len(known.phrase)
            if text.startswith(written(known.phrase), token.idx) and not _goes_on(text[end : end + 1]):
                if known.phrase.startswith(_ARTICLES) and _is_of_longer(table, text, token, end):
                    break
                yield Match(token.i, _token_after(doc, token.i, end), known)
                past = end
                break


def _is_behind_title(token: Token) -> bool:
    """ "El ministro INDIO", "la minera CHINA": of a country, whatever else the word may mean."""
    before = token.doc[token.i - 1].norm_ if token.i else ""
    return titles().is_head(before) or bool(classes_of_nouns().get(before))


def _is_of_longer(table: Mapping[str, tuple[Known, ...]], text: str, article: Token, end: int) -> bool:
    """Whether an article only stands before a longer name: "La Unión EUROPEA" is not La Unión."""
    behind = article.idx + len(article) + 1
    lead = _LEAD.match(text, behind)
    names = table.get(lead.group(), ()) if lead else ()
    return any(text.startswith(one.phrase, behind) and behind + len(one.phrase) > end for one in names)


def _opens_date_line(token: Token) -> bool:
    """ "ACCRA, 4 May 2024 —" at the beginning of a line, or "4 May 2024, ACCRA:"."""
    if not (token.is_upper and token.is_alpha) or _length_in_capitals(token) < _SHORTEST_TOWN:
        return False
    before = token.doc[max(0, token.i - 2) : token.i]
    return token.i == 0 or before[-1].is_space or (before[-1].text == "," and before[0].is_digit)


def _length_in_capitals(token: Token) -> int:
    """Letters of the token and of the words in capitals right behind it: five of "LA PAZ"."""
    behind = takewhile(lambda other: other.is_upper and other.is_alpha, token.doc[token.i :])
    return sum(map(len, behind))


def _goes_on(character: str) -> bool:
    return character.isalnum() or character in _MONEY if character else False


def _all_known() -> Iterator[Known]:
    for phrase in country_phrases():
        sort = _SORTS[phrase.kind]
        yield Known(
            phrase=phrase.phrase,
            sort=sort,
            key=phrase.alpha3 if sort in {Sort.COUNTRY, Sort.DEMONYM} else fold(phrase.phrase),
            schema=Schema.PLACE,
            country=phrase.alpha3,
            weak=phrase.weak,
            is_name=sort is Sort.COUNTRY,
        )
    for place in place_phrases():
        sort = _PLACE_SORTS.get(place.kind, Sort.REGION)
        yield Known(
            phrase=place.phrase,
            sort=sort,
            key=fold(place.name if sort in {Sort.REGION_ADJECTIVE, Sort.REGION} else place.phrase),
            schema=Schema.PLACE,
            country=place.country,
            weak=place.weak,
            is_name=sort is not Sort.REGION_ADJECTIVE,
        )
    for body in bodies():
        for name in (body.name, *body.aliases):
            yield Known(phrase=name, sort=Sort.BODY, key=body.name, schema=body.schema, country=body.country)


@cache
def _written_small(language: str) -> Mapping[str, Known]:
    """Demonyms as a language writes them that gives them no capital: "peruanas"."""
    return {
        phrase.phrase: Known(
            phrase=phrase.phrase,
            sort=Sort.DEMONYM,
            key=phrase.alpha3,
            schema=Schema.PLACE,
            country=phrase.alpha3,
            weak=phrase.weak,
            is_name=False,
        )
        for phrase in country_phrases()
        if phrase.kind is PhraseKind.DEMONYM and phrase.phrase[0].islower() and language in phrase.languages
    }


def _token_after(doc: Doc, i: int, end: int) -> int:
    while i < len(doc) and doc[i].idx < end:
        i += 1
    return i


@cache
def _by_first_word() -> Mapping[str, tuple[Known, ...]]:
    found: dict[str, list[Known]] = {}
    for known in _all_known():
        lead = _LEAD.match(known.phrase)
        if lead:
            found.setdefault(lead.group(), []).append(known)
    return {word: tuple(sorted(names, key=lambda k: (-len(k.phrase), k.weak))) for word, names in found.items()}
