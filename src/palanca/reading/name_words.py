"""What a name's own words tell of what it names: heads, legal forms, given names, weapons, parties of a case."""

import re
from collections.abc import Iterator, Sequence

from palanca.lexicon.bodies import schema_of_head, schema_of_name
from palanca.lexicon.countries import country_of_demonym
from palanca.lexicon.nouns import classes_of_nouns
from palanca.lexicon.people import is_given_name
from palanca.lexicon.places import PlaceKind, place_named
from palanca.lexicon.spanish import spanish
from palanca.records import Schema

KNOWN, HEAD, TITLED = 8.0, 4.0, 4.0  # points
ACRONYM = re.compile(r"[A-Z]{2,6}|([A-Z]\.){2,}")
_GIVEN, _NUMBERED, _OF_NOUN = 3.0, 3.0, 1.0
_GIVEN_ALONE = 1.0  # "Tomasz", who may be a town or a firm too
_MOST_PERSON_WORDS = 5
_FEWEST_OF_NOUN = 3  # words of "Rutas del Este"
_DESCRIBING = re.compile(r"(?:[ai]n[oa]|ic[oa]|ista|ari[oa]|iv[oa]|ense|al)s?$")  # endings of Spanish adjectives
_ACRONYM_OF = 1.8  # more than the parser's word that it is a place: those of places are in the lists
_MODEL = re.compile(r"(?=.*\d)(?=.*[A-Z])[A-Za-z]{1,5}[-–]?\d{1,4}[A-Za-z]{0,3}(/\w+)?|\d+(\.\d+)?mm")
_FORMS: tuple[tuple[re.Pattern[str], Schema, float], ...] = (
    (re.compile(r".*\w vs?\.? [A-Z]"), Schema.LAW, KNOWN),  # "Otieno v. Wanjala"
    (re.compile(r"\w+s for [A-Z]"), Schema.ORGANIZATION, HEAD),  # "Parliamentarians for Open Borders"
    (re.compile(r"(\w+ )?War (in|on) [A-Z]"), Schema.EVENT, HEAD),  # "War on Poverty"
    (re.compile(r".+ & "), Schema.COMPANY, HEAD),  # "Ruiz & Partners"
    (re.compile(r"(\w+ )?(Central|Reserve) Bank( of \w.*)?$|Banco Central\b"), Schema.PUBLIC_BODY, KNOWN),
    (re.compile(r"TV[A-Z]?\d{1,3}|[A-Z]{1,4}TV\d?|(Channel|Canal) \d{1,3}"), Schema.ORGANIZATION, KNOWN),  # "TV9"
)


def from_words(text: str, *, titled: bool, language: str) -> Iterator[tuple[Schema, float]]:
    """Points for each sort; `titled` means that a personal title stands before the name."""
    words = text.split()
    if titled:
        yield Schema.PERSON, TITLED
    else:
        yield from _from_head(text, words)
    yield from ((schema, points) for form, schema, points in _FORMS if form.match(text))
    if _is_part_of_region(words):
        yield Schema.PLACE, HEAD
    if any(_MODEL.fullmatch(word) for word in words):
        yield Schema.VEHICLE, _NUMBERED
    if ACRONYM.fullmatch(text):
        yield Schema.ORGANIZATION, _ACRONYM_OF
        yield Schema.PERSON, -2.0
    yield from _from_persons_words(text, words, titled=titled)
    if _is_of_calling(words):
        yield Schema.PERSON, -_GIVEN
        yield Schema.ORGANIZATION, HEAD
    elif language == "es" and (_is_of_common_noun(words) or _is_described_noun(words)):
        yield Schema.PERSON, -_GIVEN
        yield Schema.ORGANIZATION, _OF_NOUN


def _from_head(text: str, words: Sequence[str]) -> Iterator[tuple[Schema, float]]:
    schema = schema_of_name(text)
    if schema and not _starts_as_person(words):
        yield schema, KNOWN if _has_legal_form(text) else HEAD


def _from_persons_words(text: str, words: Sequence[str], *, titled: bool) -> Iterator[tuple[Schema, float]]:
    if len(words) == 1 and not titled and is_given_name(words[0]):
        yield Schema.PERSON, _GIVEN_ALONE
    if 2 <= len(words) <= _MOST_PERSON_WORDS and not schema_of_name(text):
        yield Schema.PERSON, _GIVEN if is_given_name(words[0]) else 0.7


def _is_of_common_noun(words: Sequence[str]) -> bool:
    """ "Rutas del Este": a Spanish noun and what it is of, which is called after no person."""
    is_of = len(words) >= _FEWEST_OF_NOUN and words[1].lower() in {"de", "del"}
    return is_of and spanish().noun(words[0].lower()) is not None


def _is_described_noun(words: Sequence[str]) -> bool:
    """ "Foro Andino", "Voluntad Ciudadana": a Spanish noun in front of what reads as its adjective."""
    named = len(words) > 1 and not is_given_name(words[0]) and spanish().noun(words[0].lower()) is not None
    last = words[-1].lower()
    return named and (spanish().adjective(last) is not None or _DESCRIBING.search(last) is not None)


def _is_of_calling(words: Sequence[str]) -> bool:
    """ "Médicos del Mundo", "Mineros de Oruro": Spanish people of one calling, in the plural, and of what they are."""
    if len(words) < _FEWEST_OF_NOUN or words[1].lower() not in {"de", "del"} or not words[0].lower().endswith("s"):
        return False
    one = words[0].lower()
    english = next((noun for stem in (one[:-1], one[:-2]) if (noun := spanish().noun(stem))), "")
    return Schema.PERSON in classes_of_nouns().get(english, ())


def _is_part_of_region(words: Sequence[str]) -> bool:
    """ "Peruvian Amazon": whose part of a region it is."""
    region = place_named(" ".join(words[1:])) if len(words) > 1 and country_of_demonym(words[0]) else None
    return region is not None and region.kind is PlaceKind.REGION


def _has_legal_form(text: str) -> bool:
    """ "Glarus AG", "Volta S.A.": a firm, whatever else speaks for a man."""
    last = text.rsplit(maxsplit=1)[-1].replace(".", "")
    return last.isupper() and schema_of_head(last.lower()) is Schema.COMPANY


def _starts_as_person(words: Sequence[str]) -> bool:
    """ "Bill Otieno" is no bill: the only word that would make it one is a given name in front."""
    others = (schema_of_head(word.lower()) for word in words[1:])
    return len(words) > 1 and is_given_name(words[0]) and not any(others) and not words[1][0].isdigit()
