"""Names that a copy editor would query: one thing spelled in two ways, or a slip of the pen in a known name."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from palanca.lexicon.countries import country_named, country_of_demonym
from palanca.lexicon.people import is_given_name
from palanca.lexicon.places import place_named
from palanca.reading.anomaly_query import Query
from palanca.reading.page import Page
from palanca.records import AnomalyKind, EntityId, Form, Mention, Schema, Span
from palanca.records.entity import BODIES
from palanca.records.names import fold

_STEM = 5  # letters that forms of one word share: "elections", "electoral"
_BEGINNING = 3
_SHORTEST_SLIP = 4
_SHORTEST_SURNAME = 6
_TOLD_OFTEN = 2
_LINKS = {"of", "the", "for", "and", "on", "in", "to", "de", "del", "la"}
_SPELLING, _FORM, _ACRONYM, _SLIP = 0.75, 0.65, 0.65, 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spelling:
    """One way to write one entity: where it stands first, and how often it stands."""

    text: str
    schema: Schema
    entity: EntityId
    first: Mention
    count: int


def queries_of_names(page: Page) -> Iterator[Query]:
    """A query for every pair of spellings, at the rarer one (of two as frequent, at the later); then slips.

    Where one has lost its accents it is queried, however often it stands.
    """
    spellings = list(_spellings(page))
    told: set[str] = set()
    for one, other in _alike(spellings):
        found, what = _differ(one, other)
        if found and what not in told:
            told.add(what)
            usual, odd = (one, other) if _rank(one) <= _rank(other) else (other, one)
            if _marks(odd.text) > _marks(usual.text):
                usual, odd = odd, usual
            yield Query(
                kind=AnomalyKind.NAME_VARIANT,
                span=_sentence(page, odd.first),
                detail=f"“{odd.text}” here, “{usual.text}” elsewhere in the document: one thing, or two?",
                confidence=found,
            )
    yield from _slips(page)


def _sentence(page: Page, mention: Mention) -> Span:
    return page.sentence_span(page.doc[page.cast.tokens[mention].start])


def _alike(spellings: list[_Spelling]) -> list[tuple[_Spelling, _Spelling]]:
    """The pairs that have words with the same beginning, in order: no others can be two spellings of one name."""
    places: dict[str, list[int]] = {}
    for i, spelling in enumerate(spellings):
        for beginning in {word[:_BEGINNING] for word in fold(spelling.text).split()}:
            places.setdefault(beginning, []).append(i)
    pairs = {pair for found in places.values() for pair in combinations(found, 2)}
    return [(spellings[i], spellings[j]) for i, j in sorted(pairs)]


def _rank(spelling: _Spelling) -> tuple[int, int]:
    return -spelling.count, spelling.first.span.start


def _marks(text: str) -> int:
    """How many letters bear an accent."""
    return sum(not letter.isascii() and letter.isalpha() for letter in text)


def _spellings(page: Page) -> Iterator[_Spelling]:
    """Every spelling of every entity, without articles and possessive endings, in order of appearance."""
    found: dict[tuple[EntityId, str], list[Mention]] = {}
    for mention in page.cast.mentions:
        if mention.form is Form.NAME:
            found.setdefault((mention.entity, _bare(mention.text)), []).append(mention)
    for (entity, text), mentions in found.items():
        if text:
            yield _Spelling(
                text=text, schema=page.cast.entity(entity).schema, entity=entity, first=mentions[0], count=len(mentions)
            )


def _bare(text: str) -> str:
    return " ".join(text.split()).removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")


def _differ(one: _Spelling, other: _Spelling) -> tuple[float, str]:
    """How surely the two spell one thing in two ways, and what differs; 0 for two things, or two accepted names."""
    pair = " / ".join(sorted((fold(one.text), fold(other.text))))
    if one.entity == other.entity or _begins(one, other) or _begins(other, one):
        if word := _word_spelled_otherwise(one.text, other.text):
            return _SPELLING, word
        if one.schema is not Schema.PLACE and _rival_acronyms(one.text, other.text):
            return _ACRONYM, pair
    if Schema.PERSON in (one.schema, other.schema):
        slip = one.schema is other.schema and _slip_in_person(one.text, other.text)
        return (_SLIP if slip else 0), pair
    if _same_words_in_other_forms(one.text, other.text):
        return _FORM, pair
    return 0, pair


def _begins(one: _Spelling, other: _Spelling) -> bool:
    """Whether a name is the other one, or its beginning: "GreenRock" of "Greenrock investment fund"."""
    short, long = fold(one.text), fold(other.text)
    return short == long or (one.schema in BODIES and other.schema in BODIES and long.startswith(f"{short} "))


def _word_spelled_otherwise(one: str, other: str) -> str | None:
    """The word of "GreenRock" and "Greenrock", of "Novák" and "Novak", as it is compared.

    Not of a heading in capitals, nor where only the first letter is a capital or not ("the party", "the Party").
    """
    words = {fold(word): word for word in one.split()}
    for word in other.split():
        twin = words.get(fold(word))
        if twin and twin.isupper() == word.isupper() and _decapitalized(twin) != _decapitalized(word):
            return fold(word)
    return None


def _decapitalized(word: str) -> str:
    """A word as it may stand anywhere in a sentence, possessive or not."""
    word = word.replace("’", "'").replace("\u200d", "").removesuffix("'s").replace(".", "").strip("',")
    return word[:1].lower() + word[1:]


def _rival_acronyms(one: str, other: str) -> bool:
    """ "ISIS" and "ISIL": capitals, alike but for the last letter."""
    return one.isupper() and other.isupper() and one.isalpha() and other.isalpha() and _ends_otherwise(one, other)


def _ends_otherwise(one: str, other: str) -> bool:
    return len(one) == len(other) >= _SHORTEST_SLIP and one[:-1] == other[:-1] and one != other


def _same_words_in_other_forms(one: str, other: str) -> bool:
    """ "Council of Elections" and "Electoral Council", not "Ministry of Defence" and "Defence Ministry"."""
    first, second = _content(one), _content(other)
    if len(first) < 2 or sorted(first) == sorted(second):
        return False
    return sorted(_stems(first)) == sorted(_stems(second))


def _content(text: str) -> list[str]:
    return [_country_or(word) for word in text.split() if fold(word) not in _LINKS]


def _country_or(word: str) -> str:
    """A country's code for its name and its adjective, which are both accepted ("Syrian government", "of Syria")."""
    found = country_named(word) or country_of_demonym(word)
    return found.alpha3 if found else fold(word)


def _stems(words: Iterable[str]) -> Iterator[str]:
    return (word[:_STEM] for word in words)


def _slip_in_person(one: str, other: str) -> bool:
    """Full names that differ by one slip in one word, which is no other given name ("Mario", "María")."""
    first, second = fold(one).split(), fold(other).split()
    if len(first) != len(second) or len(first) < 2:
        return False
    odd = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    if len(odd) != 1 or min(map(len, odd[0])) <= _SHORTEST_SLIP:
        return False
    return is_slip(*odd[0]) and not all(is_given_name(word.capitalize()) for word in odd[0])


def _slips(page: Page) -> Iterator[Query]:
    """A capitalized word that no list knows, told once, a slip away from a name that is told often."""
    often = _told_often(page)
    words = Counter(token.text for token in page.doc if token.text[:1].isupper() and token.is_alpha)
    for token in page.doc:
        if words[token.text] != 1 or len(token) < _SHORTEST_SLIP or token.pos_ != "PROPN":
            continue
        name = next((name for name in often if _is_slip_of(token.lower_, name)), None)
        if name and not _is_known(token.text):
            yield Query(
                kind=AnomalyKind.NAME_VARIANT,
                span=page.sentence_span(token),
                detail=f"“{token.text}” here, “{often[name]}” elsewhere in the document: a slip of the pen?",
                confidence=_SLIP,
            )


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
    return bool(country_named(word) or country_of_demonym(word) or place_named(word)) or is_given_name(word)


def is_slip(one: str, other: str) -> bool:
    """Whether two letters side by side changed places, or one letter is missing."""
    if len(one) == len(other):
        odd = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        return len(odd) == 2 and odd[1] == odd[0] + 1 and one[odd[0]] == other[odd[1]] and one[odd[1]] == other[odd[0]]
    shorter, longer = sorted((one, other), key=len)
    return len(longer) == len(shorter) + 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
