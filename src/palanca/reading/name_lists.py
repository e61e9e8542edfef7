"""What a name names by the list or the phrase in which it stands: "four banks, among them VOLTA and SONEC"."""

from collections.abc import Iterator
from itertools import takewhile

from palanca.lexicon.bodies import schema_of_name
from palanca.lexicon.nouns import classes_of_nouns
from palanca.lexicon.people import is_given_name
from palanca.lexicon.titles import titles
from palanca.reading.grammar import Grammar
from palanca.reading.grammar.parse import Doc, Token
from palanca.reading.name_chunks import Chunk
from palanca.reading.title_words import singular
from palanca.records import Schema

_CLASS_NOUN, _NO_PERSON, _SOME_BODY = 3.0, -2.5, 1.0
_PLURALS = {"NNS", "NNPS"}
_JOINING = {",", "and", "or", "&", "the", "of", "y", "e", "o"}
_OPENING = {("including",), ("like",), ("namely",), ("such", "as"), ("among", "them"), ("entre", "ellos"), ("como",)}
_LONGEST_LIST = 24  # tokens
_DESCRIBED = 2  # words of "the TARA PERFECT munitions company"


def from_list(doc: Doc, grammar: Grammar, chunk: Chunk) -> Iterator[tuple[Schema, float]]:
    """Points by the noun that the list renames, by the noun behind the name, and by who is of it."""
    if chunk.known or chunk.titled:
        return
    noun = _noun_before_list(doc, chunk) or _noun_renamed(doc, grammar, chunk) or _noun_behind(doc, chunk)
    classes = classes_of_nouns().get(noun.lemma_.lower(), ()) if noun is not None else ()
    if classes:
        yield classes[0], _CLASS_NOUN
        if Schema.PERSON not in classes:
            yield Schema.PERSON, _NO_PERSON
    if _has_somebody(doc, chunk):
        yield Schema.PERSON, _NO_PERSON
        yield Schema.ORGANIZATION, _SOME_BODY


def _noun_before_list(doc: Doc, chunk: Chunk) -> Token | None:
    """The noun in the plural of "banks, AMONG THEM Volta, Sonec and TOGO POWER"."""
    start, i = doc[chunk.first].sent.start, _before_list(doc, chunk)
    if _is_of_leaders(doc, i, chunk):
        return doc[i]
    opener = next((o for o in _OPENING if tuple(t.norm_ for t in doc[max(start, i + 1 - len(o)) : i + 1]) == o), None)
    if opener is None:
        return None
    before = doc[start : i + 1 - len(opener)]
    noun = next((t for t in reversed(before) if t.text != ","), None)
    return noun if noun is not None and noun.tag_ in _PLURALS else None


def _before_list(doc: Doc, chunk: Chunk) -> int:
    """The last word before the list of names in which this one stands, or before the name."""
    i, start = chunk.first - 1, max(doc[chunk.first].sent.start, chunk.first - _LONGEST_LIST)
    while i > start and (doc[i].text[:1].isupper() or doc[i].norm_ in _JOINING):
        i -= 1
    return max(i, 0)


def _is_of_leaders(doc: Doc, i: int, chunk: Chunk) -> bool:
    """ "The LEADERS of the Union Front, Ana Paz and IVO SÁ": people of one body are named from the comma on."""
    is_of = doc[i].tag_ in _PLURALS and doc[i + 1].norm_ == "of" and singular(doc[i]) in titles().leading
    comma = next((t.i for t in doc[i : chunk.first] if t.text == ","), None)
    if not is_of or comma is None or doc[chunk.first - 1].norm_ not in {",", "and"}:
        return False
    listed = takewhile(lambda t: t.text[:1].isupper() or t.norm_ in _JOINING, doc[comma : comma + _LONGEST_LIST])
    return any(is_given_name(t.text) for t in listed)


def _noun_renamed(doc: Doc, grammar: Grammar, chunk: Chunk) -> Token | None:
    """The noun in the plural of "two companies, Volta and SONEC", for the names behind the first."""
    first = grammar.conjuncts(doc[chunk.first : chunk.last].root)[0]
    if first.i >= chunk.first:
        return None
    return next((t for t in grammar.appositions(first) if t.i < first.i and t.tag_ in _PLURALS), None)


def _noun_behind(doc: Doc, chunk: Chunk) -> Token | None:
    """The noun of "the TARA PERFECT munitions COMPANY": a firm or a group that the name is of."""
    article, behind = doc[chunk.first - 1 : chunk.first].text.lower(), doc[chunk.last : chunk.last + 2]
    if article != "the" or chunk.last - chunk.first < _DESCRIBED or [t.pos_ for t in behind] != ["NOUN", "NOUN"]:
        return None
    classes = classes_of_nouns().get(behind[1].lemma_.lower(), ())
    is_body = classes[:1] in {(Schema.COMPANY,), (Schema.ORGANIZATION,)}
    return behind[1] if is_body and not classes_of_nouns().get(behind[0].lemma_.lower()) else None


def _has_somebody(doc: Doc, chunk: Chunk) -> bool:
    """Whether a person is of it: "Eli Beck of OPEN VOTE"."""
    before = doc[max(0, chunk.first - 3) : chunk.first]
    if len(before) < 3 or before[2].norm_ != "of" or schema_of_name(chunk.text):
        return False
    return is_given_name(before[0].text) and before[1].is_title and before[1].ent_type_ in {"PERSON", "ORG", ""}
