"""Countries, and the words by which news name them, their people and their capitals.

One code stands for one country: ISO 3166-1 alpha-3, the user-assigned XKX for Kosovo, and the withdrawn codes of states
that are no more. Lookups ignore accents and case, save that a word without any capital ("us", "turkey", "polish") is
never a name or an English demonym, and that an abbreviation must be written as listed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from palanca.lexicon.demonyms import english_forms, spanish_forms
from palanca.lexicon.lettering import is_all_lower, without_article
from palanca.lexicon.loading import Entry, load_yaml
from palanca.records.errors import LexiconError
from palanca.records.names import fold

_FILE = "countries.yaml"


class Status(StrEnum):
    """Where a country's code comes from."""

    ASSIGNED = "assigned"
    USER_ASSIGNED = "user-assigned"
    FORMER = "former"


class PhraseKind(StrEnum):
    """What a phrase names. A seat is a place that stands for the government without being the capital."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country. `names`, `demonyms` and `capitals` hold English forms, then Spanish ones, the common first.

    `seats` are the places that news use for its government; buildings that do so are in `bodies`.
    """

    alpha3: str
    name: str
    name_es: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    status: Status = Status.ASSIGNED

    def called_in(self, language: str) -> str:
        """Its common name in a language of which the list has one, else the English."""
        return self.name_es if language == "es" else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryPhrase:
    """Words that point to a country, as written. A weak one names other things too often to count alone.

    `languages` are the BCP 47 tags of the languages that write it so.
    """

    phrase: str
    alpha3: str
    kind: PhraseKind
    languages: tuple[str, ...]
    weak: bool = False


class _Country(Entry):
    name: str
    also: tuple[str, ...] = ()
    es: tuple[str, ...] | None = None
    adj: tuple[str, ...] = ()
    adj_es: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    capitals_es: tuple[str, ...] | None = None
    seats: tuple[str, ...] | None = None
    weak: tuple[str, ...] = ()
    status: Status = Status.ASSIGNED


class _Countries(Entry):
    countries: dict[str, _Country]


@cache
def countries() -> tuple[Country, ...]:
    """Every country, by code; states that are no more stand last."""
    return tuple(_country(alpha3, entry) for alpha3, entry in _entries().items())


@cache
def country_phrases() -> tuple[CountryPhrase, ...]:
    """Every phrase that points to a country, by code, then kind; the phrases of one country differ.

    Raises LexiconError if two countries claim a phrase that is not weak in both.
    """
    phrases = tuple(phrase for alpha3, entry in _entries().items() for phrase in _phrases(alpha3, entry))
    _refuse_rivals(phrases)
    return phrases


def country(alpha3: str) -> Country:
    """The country of this code. Raises LexiconError if there is none."""
    try:
        return _by_code()[alpha3]
    except KeyError:
        raise LexiconError(f"no country has the code {alpha3!r}: use an ISO 3166-1 alpha-3 code such as PER") from None


def country_named(text: str) -> Country | None:
    """The country of this name or abbreviation; None if there is none, or if several share it ("Congo")."""
    return _look_up(text, PhraseKind.NAME)


def country_of_demonym(text: str) -> Country | None:
    """The country of this adjective or people, in English or Spanish ("Dutch", "Filipinos", "peruanas")."""
    return _look_up(text, PhraseKind.DEMONYM)


def country_of_capital(text: str) -> Country | None:
    """The country whose capital, or one of whose capitals, is called so."""
    return _look_up(text, PhraseKind.CAPITAL)


def country_meant(text: str) -> Country | None:
    """The country that somebody means by a name, a demonym, a capital or an ISO 3166-1 alpha-3 code, in any case."""
    by_code = _by_code().get(text.strip().upper())
    if by_code:
        return by_code
    forms = dict.fromkeys((text, text.title(), text.upper()))
    ways = (country_named, country_of_demonym, country_of_capital)
    return next((found for way in ways for form in forms if (found := way(form))), None)


def country_of_seat(text: str) -> Country | None:
    """The country for whose government this place stands in news: "Moscow", "Tel Aviv", "The Hague"."""
    return _only(_seats().get(fold(text), ())) if not is_all_lower(text) else None


@cache
def _entries() -> dict[str, _Country]:
    return load_yaml(_FILE, _Countries).countries


@cache
def _by_code() -> dict[str, Country]:
    return {c.alpha3: c for c in countries()}


def _country(alpha3: str, entry: _Country) -> Country:
    capitals = _unique((*entry.capitals, *(entry.capitals_es or ())))
    spanish = entry.es or (entry.name,)
    return Country(
        alpha3=alpha3,
        name=entry.name,
        name_es=spanish[0],
        names=_unique((entry.name, *entry.also, *spanish)),
        demonyms=_unique((*_inflected(entry.adj, english_forms), *_inflected(entry.adj_es, spanish_forms))),
        capitals=capitals,
        seats=capitals if entry.seats is None else entry.seats,
        status=entry.status,
    )


def _inflected(words: Iterable[str], forms: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(form for word in words for form in forms(word))


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _phrases(alpha3: str, entry: _Country) -> Iterator[CountryPhrase]:
    """The phrases of one country, each once: of its first kind, for every language that has it."""
    weak = {*entry.weak, *_inflected(entry.weak, english_forms), *_inflected(entry.weak, spanish_forms)}
    languages: defaultdict[str, list[str]] = defaultdict(list)
    kinds: dict[str, PhraseKind] = {}
    for kind, language, phrase in _written(entry):
        kinds.setdefault(phrase, kind)
        if language not in languages[phrase]:
            languages[phrase].append(language)
    for phrase, kind in kinds.items():
        for form in dict.fromkeys((phrase, phrase.replace("'", "’"))):
            yield CountryPhrase(
                phrase=form, alpha3=alpha3, kind=kind, languages=tuple(languages[phrase]), weak=phrase in weak
            )


def _written(entry: _Country) -> Iterator[tuple[PhraseKind, str, str]]:
    """Every phrase of an entry with its kind and a language, kinds in their order."""
    english = (entry.name, *entry.also)
    for kind, language, phrases in (
        (PhraseKind.NAME, "en", english),
        (PhraseKind.NAME, "es", entry.es or (entry.name,)),
        (PhraseKind.DEMONYM, "en", _inflected(entry.adj, english_forms)),
        (PhraseKind.DEMONYM, "es", _inflected(entry.adj_es, spanish_forms)),
        (PhraseKind.CAPITAL, "en", entry.capitals),
        (PhraseKind.CAPITAL, "es", entry.capitals if entry.capitals_es is None else entry.capitals_es),
        (PhraseKind.SEAT, "en", entry.seats or ()),
        (PhraseKind.SEAT, "es", entry.seats or ()),
    ):
        for phrase in phrases:
            yield kind, language, phrase


def _refuse_rivals(phrases: Iterable[CountryPhrase]) -> None:
    """Raise LexiconError at the first phrase that two countries claim while one of them holds it for its own."""
    claims: defaultdict[str, list[CountryPhrase]] = defaultdict(list)
    for phrase in phrases:
        claims[phrase.phrase].append(phrase)
    for text, rivals in claims.items():
        codes = _unique(r.alpha3 for r in rivals)
        if len(codes) > 1 and not all(r.weak for r in rivals):
            raise LexiconError(
                f"{_FILE}: {' and '.join(codes)} both claim {text!r}: list it as weak in each, or drop it"
            )


@cache
def _index() -> dict[tuple[PhraseKind, str], tuple[CountryPhrase, ...]]:
    """Phrases by kind and key: an abbreviation as written, anything else folded."""
    index: defaultdict[tuple[PhraseKind, str], list[CountryPhrase]] = defaultdict(list)
    for phrase in country_phrases():
        text = phrase.phrase
        index[phrase.kind, text if text.isupper() else fold(text)].append(phrase)
    return {key: tuple(found) for key, found in index.items()}


@cache
def _seats() -> dict[str, tuple[str, ...]]:
    seats: defaultdict[str, list[str]] = defaultdict(list)
    for one in countries():
        for seat in one.seats:
            seats[fold(seat)].append(one.alpha3)
    return {key: tuple(codes) for key, codes in seats.items()}


def _look_up(text: str, kind: PhraseKind) -> Country | None:
    found = _found(text, kind) or _found(without_article(text), kind)
    return _only(phrase.alpha3 for phrase in found)


def _found(text: str, kind: PhraseKind) -> tuple[CountryPhrase, ...]:
    abbreviated = _index().get((kind, text), ()) if text.isupper() else ()
    folded = abbreviated or _index().get((kind, fold(text)), ())
    if not is_all_lower(text):
        return folded
    # Spanish writes demonyms small; a small word is nothing else that is looked up here.
    return tuple(p for p in folded if kind is PhraseKind.DEMONYM and is_all_lower(p.phrase))


def _only(codes: Iterable[str]) -> Country | None:
    """The country of the codes, if they are all the same."""
    distinct = set(codes)
    return country(distinct.pop()) if len(distinct) == 1 else None
