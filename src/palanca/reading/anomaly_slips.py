"""Slips of the pen: a word that is one slip away from a name, and surnames and bodies that differ by a vowel."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from palanca.lexicon.countries import country_named, country_of_capital, country_of_demonym
from palanca.lexicon.people import is_given_name
from palanca.lexicon.places import place_named
from palanca.reading.anomaly_query import Query
from palanca.reading.event_headlines import headline_end
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.records import AnomalyKind, EntityId, Form, Schema
from palanca.records.names import fold

_SHORTEST_SLIP = 4
_SHORTEST_SURNAME = 6
_SHORTEST_ALONE, _SHORTEST_OF_OTHERS, _SHORTEST_BODY = 5, 7, 7
_TOLD_OFTEN = 2
_VOWELS = re.compile("[aeiouy]+")
_CODED = re.compile(r"(?<![\w-])(?P<letters>[A-Z]{1,4})-?(?P<number>\d{1,3})(?![\w-])")
_LONGEST_CODED = 5
_SLIP = 0.6


def queries_of_slips(page: Page) -> Iterator[Query]:
    """A query at each word that is a slip of a name, then at each that differs from one by a vowel."""
    slips = [*_slips(page), *_slips_of_peoples(page)]
    for token, name in slips:
        yield _query(page, token, name, token.text)
    yield from _hyphened(page)
    told = {token.text for token, _ in slips}
    for odd, usual in _other_vowels(page):
        if odd not in told:
            yield _query(page, _token(page, odd), usual, odd)


def _hyphened(page: Page) -> Iterator[Query]:
    """ "G-7" beside "G7": letters and a number, joined and not; at the rarer, of two as frequent at the later."""
    written: dict[str, list[str]] = {}
    for match in _CODED.finditer(page.document.text, headline_end(page)):
        written.setdefault(match["letters"] + match["number"], []).append(match.group())
    for joined, forms in written.items():
        counts = Counter(forms)
        if len(counts) > 1 and len(joined) <= _LONGEST_CODED:
            usual, odd = (form for form, _ in counts.most_common(_TOLD_OFTEN))
            token = next(t for t in page.doc if t.idx >= page.document.text.index(odd, headline_end(page)))
            yield _query(page, token, usual, odd)


def _query(page: Page, token: Token, name: str, written: str) -> Query:
    return Query(
        kind=AnomalyKind.NAME_VARIANT,
        span=page.sentence_span(token),
        detail=f"“{written}” here, “{name}” elsewhere in the document: a slip of the pen?",
        confidence=_SLIP,
    )


def _other_vowels(page: Page) -> Iterator[tuple[str, str]]:
    """ "Saree" beside "Yahya Sarea", "Ana Ladin" beside "Ana Laden": the rarer one, then the usual one."""
    counts = Counter(mention.text for mention in page.cast.mentions) | Counter(token.text for token in page.doc)
    told: set[str] = set()
    for one, other in _alike(page):
        odd, usual = (one, other) if _rank(page, one, counts) > _rank(page, other, counts) else (other, one)
        if odd not in told:
            told.add(odd)
            yield odd, usual


def _alike(page: Page) -> Iterator[tuple[str, str]]:
    """The pairs of words that name people or bodies and are written alike but for their vowels."""
    given = _given_names_by_surname(page)
    surnames = _by_consonants(given)
    for one, other in (pair for names in surnames.values() for pair in combinations(names, 2)):
        if _differs_by_vowel(one, other, _SHORTEST_ALONE if given[one] & given[other] else _SHORTEST_OF_OTHERS):
            yield one, other
    words = dict.fromkeys(t.text for t in page.doc if t.pos_ == "PROPN" and t.text[:1].isupper() and t.is_alpha)
    for word in (word for word in words if word not in given):
        names = surnames.get(_consonants(word), ())
        yield from ((word, name) for name in names if _differs_by_vowel(word, name, _SHORTEST_ALONE))
    mentions = (m for m in page.cast.mentions if m.form is Form.NAME and " " not in m.text)
    bodies = dict.fromkeys(m.text for m in mentions if _schema(page, m.entity) is Schema.ORGANIZATION)
    for one, other in (pair for names in _by_consonants(bodies).values() for pair in combinations(names, 2)):
        if _differs_by_vowel(one, other, _SHORTEST_BODY):
            yield one, other


def _by_consonants(words: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(_consonants(word), []).append(word)
    return found


def _schema(page: Page, entity: EntityId) -> Schema:
    return page.cast.entity(entity).schema


def _given_names_by_surname(page: Page) -> dict[str, set[str]]:
    """The last word of every full name of a person → the first words that stand with it."""
    found: dict[str, set[str]] = {}
    for mention in page.cast.mentions:
        words = mention.text.split()
        if mention.form is Form.NAME and len(words) > 1 and _schema(page, mention.entity) is Schema.PERSON:
            found.setdefault(words[-1].removesuffix("'s").removesuffix("’s"), set()).add(words[0])
    return found


def _differs_by_vowel(one: str, other: str, shortest: int) -> bool:
    """Whether two words of the same consonants have other vowels between them, and are no known names or endings."""
    if fold(one) == fold(other) or min(len(one), len(other)) < shortest or one[0].lower() != other[0].lower():
        return False
    return not (_is_known(one) or _is_known(other) or one[:-1] == other or other[:-1] == one)


def _consonants(word: str) -> str:
    """A word with each run of vowels as one mark."""
    return _VOWELS.sub("*", "".join(letter for letter in fold(word) if letter.isalpha()))


def _rank(page: Page, word: str, counts: Counter[str]) -> tuple[int, int]:
    return -counts[word], _token(page, word).i


def _token(page: Page, word: str) -> Token:
    """Where a word or a name stands first, in the headline only if nowhere else."""
    found = [t for t in page.doc if t.text == word]
    found = found or [page.doc[page.cast.tokens[m].start] for m in page.cast.mentions if m.text == word]
    end = headline_end(page)
    return next((t for t in found if t.idx >= end), found[0])


def _slips(page: Page) -> Iterator[tuple[Token, str]]:
    """A capitalized word that no list knows, told once, a slip away from a name that is told often."""
    often = _told_often(page)
    words = Counter(token.text for token in page.doc if token.text[:1].isupper() and token.is_alpha)
    for token in page.doc:
        if words[token.text] != 1 or len(token) < _SHORTEST_SLIP or token.pos_ != "PROPN":
            continue
        name = next((name for name in often if _is_slip_of(token.lower_, name)), None)
        if name and not _is_known(token.text):
            yield token, often[name]


def _slips_of_peoples(page: Page) -> Iterator[tuple[Token, str]]:
    """ "The TUNISAIN government" beside "Tunisian": told once before a noun, a slip or a letter away."""
    peoples = {t.lower_: t.text for t in page.doc if t.text[:1].isupper() and country_of_demonym(t.text)}
    for token in page.doc[:-1]:
        is_adjective = token.text.istitle() and len(token) >= _SHORTEST_OF_OTHERS and token.nbor().pos_ == "NOUN"
        mention = page.cast.mention_at(token)
        is_name = mention is not None and mention.form is Form.NAME
        if not is_adjective or is_name or _is_known(token.text):
            continue
        name = next((name for name in peoples if _is_near(token.lower_, name)), None)
        if name is not None:
            yield token, peoples[name]


def _is_near(word: str, name: str) -> bool:
    """Whether one letter behind the first is another, or is_slip tells."""
    odd = sum(a != b for a, b in zip(word, name, strict=False))
    is_one_off = len(word) == len(name) and odd == 1 and word[0] == name[0] and word[-1] == name[-1]
    return is_one_off or is_slip(word, name)


def _told_often(page: Page) -> dict[str, str]:
    """Countries that are told twice and surnames that are told three times, as written, by their lower-case form."""
    mentions = [m for m in page.cast.mentions if m.form is Form.NAME]
    countries = Counter(m.text for m in mentions if country_named(m.text))
    people = (m.text.split()[-1] for m in mentions if page.cast.entity(m.entity).schema is Schema.PERSON)
    surnames = Counter(word for word in people if len(word) >= _SHORTEST_SURNAME and not is_given_name(word))
    told = [name for name, count in countries.items() if count >= _TOLD_OFTEN]
    told += [name for name, count in surnames.items() if count > _TOLD_OFTEN]
    return {name.lower(): name for name in told}


def _is_slip_of(word: str, name: str) -> bool:
    """Whether a word is a slip of a name, and neither its plural nor the form of it that women bear ("Petrova")."""
    return word[:-1] != name and name[:-1] != word and is_slip(word, name)


def _is_known(word: str) -> bool:
    town = word.title() if word.isupper() else word
    is_place = country_named(word) or country_of_demonym(word) or country_of_capital(town) or place_named(town)
    return bool(is_place) or is_given_name(word)


def is_slip(one: str, other: str) -> bool:
    """Whether two letters side by side changed places, or one letter is missing."""
    if len(one) == len(other):
        odd = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        return len(odd) == 2 and odd[1] == odd[0] + 1 and one[odd[0]] == other[odd[1]] and one[odd[1]] == other[odd[0]]
    shorter, longer = sorted((one, other), key=len)
    return len(longer) == len(shorter) + 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
