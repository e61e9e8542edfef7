"""Names that a copy editor would query: one thing spelled in two ways, or a slip of the pen in a known name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from palanca.lexicon.countries import country_named, country_of_demonym
from palanca.lexicon.people import is_given_name
from palanca.reading.anomaly_query import Query
from palanca.reading.anomaly_slips import is_slip, queries_of_slips
from palanca.reading.event_headlines import headline_end
from palanca.reading.page import Page
from palanca.records import AnomalyKind, EntityId, Form, Mention, Schema, Span
from palanca.records.entity import BODIES
from palanca.records.names import fold

_STEM = 5  # letters that forms of one word share: "elections", "electoral"
_BEGINNING = 3
_SHORTEST_SLIP = 4
_LINKS = {"of", "the", "for", "and", "on", "in", "to", "de", "del", "la"}
_SPELLING, _FORM, _ACRONYM, _SLIP = 0.75, 0.65, 0.65, 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spelling:
    """One way to write one entity: where it stands first, in the headline only if nowhere else, and how often."""

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
        usual, odd = (one, other) if _rank(one) <= _rank(other) else (other, one)
        if _marks(odd.text) > _marks(usual.text):
            usual, odd = odd, usual
        if found and told.isdisjoint({what, odd.text}) and not _tells_nickname(one, other):
            told |= {what, odd.text}
            yield Query(
                kind=AnomalyKind.NAME_VARIANT,
                span=_sentence(page, odd.first),
                detail=f"“{odd.text}” here, “{usual.text}” elsewhere in the document: one thing, or two?",
                confidence=found,
            )
    yield from queries_of_slips(page)


def _tells_nickname(one: _Spelling, other: _Spelling) -> bool:
    """Whether one of them is the other with or without what a person is called: "Juan “Tito” Paz", "Tito Paz"."""
    return any(mark in spelling.text for spelling in (one, other) for mark in '“"')


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
    end = headline_end(page)
    for (entity, text), mentions in found.items():
        if text:
            first = next((m for m in mentions if m.span.start >= end), mentions[0])
            schema = page.cast.entity(entity).schema
            yield _Spelling(text=text, schema=schema, entity=entity, first=first, count=len(mentions))


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
    if _slip_in_one_word(one.text, other.text):
        return _SLIP, pair
    if Schema.PERSON in (one.schema, other.schema):
        return 0, pair
    if _same_words_in_other_forms(one.text, other.text):
        return _FORM, pair
    return 0, pair


def _begins(one: _Spelling, other: _Spelling) -> bool:
    """Whether a name is the other one, or its beginning: "GreenRock" of "Greenrock investment fund"."""
    short, long = (fold(spelling.text).replace("-", "") for spelling in (one, other))
    return short == long or (one.schema in BODIES and other.schema in BODIES and long.startswith(f"{short} "))


def _word_spelled_otherwise(one: str, other: str) -> str | None:
    """The word of "GreenRock" and "Greenrock", of "Novák" and "Novak", of "G7" and "G-7", as it is compared.

    Not of a heading in capitals, nor where only the first letter is a capital or not ("the party", "the Party").
    """
    words = {fold(word).replace("-", ""): word for word in one.split()}
    for word in other.split():
        twin = words.get(fold(word).replace("-", ""))
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


def _slip_in_one_word(one: str, other: str) -> bool:
    """Names of several words that differ by one slip in one of them, and that is no given name ("Mario", "María")."""
    first, second = fold(one).split(), fold(other).split()
    if len(first) != len(second) or len(first) < 2:
        return False
    odd = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    if len(odd) != 1 or min(map(len, odd[0])) <= _SHORTEST_SLIP:
        return False
    return is_slip(*odd[0]) and not all(is_given_name(word.capitalize()) for word in odd[0])
