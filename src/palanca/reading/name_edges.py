"""Where a name begins before its first capital: at small words, articles, ordinals and the titles of offices.

And where the number of a law ends one that is written small, and whether two acronyms are one name.
"""

import re

from palanca.lexicon.bodies import is_numbered, schema_of_head
from palanca.lexicon.dealings import dealings
from palanca.lexicon.particles import particles
from palanca.reading.gazetteer import Sort
from palanca.reading.grammar.parse import Doc, Token
from palanca.reading.name_capitals import Capitals
from palanca.records import Schema

HYPHENS = {"-", "–", "‑"}
PLURAL_POSSESSIVES = {"'", "’"}
POSSESSIVES = PLURAL_POSSESSIVES | {"'s", "’s"}
_BEFORE_SURNAMES = particles().personal - {"y", "e", "i", "as", "ad"}
_COUNTRIES = frozenset({Sort.COUNTRY, Sort.DEMONYM})
_ARTICLES = frozenset({"al", "el", "an", "ar", "as", "ash", "at", "az", "ad"})  # Arabic, before a hyphen: "al-Nour"
_SHORTEST_ACRONYM = 2  # letters
_OFFICES = {"office", "bureau"}
NUMBER_SIGNS = {"no", "nº", "n°", "n.º", "n.°", "nr", "nro", "number", "num", "núm"}
_IN_TITLES_OF_LAWS = {"ADJ", "NOUN", "PROPN"}
_FIELDS_OF_LAWS = 2  # words of "decreto ley orgánico 12"
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")


def beginning(capitals: Capitals, first: int, last: int) -> int:
    """The first token of the name whose capitals run from `first` to before `last`."""
    start = _with_title_of_office(capitals, _with_article(capitals, _past_title(capitals, first)))
    return _with_ordinal(capitals, start, last)


def _with_ordinal(capitals: Capitals, first: int, last: int) -> int:
    """Where "the 116TH Congress" and "the 82ND Airborne Division" begin: at the number that tells which one it is."""
    doc = capitals.doc
    numbered = any(is_numbered(token.norm_) for token in doc[first:last] if token.is_title)
    return first - 1 if first and numbered and is_ordinal(doc[first - 1]) else first


def is_ordinal(token: Token) -> bool:
    """Whether the token is an ordinal in figures: "116th"."""
    return _ORDINAL.fullmatch(token.text) is not None


def _past_title(capitals: Capitals, first: int) -> int:
    """Where the name begins: at the small words between a title and it ("President DE LA Rua", "Emir AL-Sabah")."""
    start = first
    while start and (capitals.doc[start - 1].norm_ in _BEFORE_SURNAMES or capitals.doc[start - 1].text == "-"):
        start -= 1
    is_country = (match := capitals.known_at.get(first)) is not None and match.known.sort in _COUNTRIES
    titled = start in capitals.title_ends and capitals.doc[start - 1].text[0].isupper()
    return start if titled and not is_country and capitals.doc[start].text != "-" else first


def _with_article(capitals: Capitals, first: int) -> int:
    """Where "AL-Nour Brigade" begins: at the article that a hyphen joins to the name."""
    doc = capitals.doc
    if first < 2 or doc[first - 1].text != "-" or doc[first - 1].whitespace_ or doc[first - 2].whitespace_:
        return first
    return first - 2 if doc[first - 2].norm_ in _ARTICLES else first


def _with_title_of_office(capitals: Capitals, first: int) -> int:
    """Where "the ATTORNEY General's Office" begins: at the title that the office is named by."""
    doc, end = capitals.doc, first - 1
    if end < 1 or doc[first].norm_ not in _OFFICES or doc[end].text not in POSSESSIVES:
        return first
    start = next((i for i, stop in capitals.titles.items() if stop == end), first)
    return start if doc[start].text[0].isupper() else first


def end_of_small_law(doc: Doc, i: int) -> int | None:
    """The end of a law that Spanish writes small, with its number: "la LEY 27.801", "el DECRETO SUPREMO N° 62"."""
    if doc.lang_ != "es" or not doc[i].text.islower() or schema_of_head(doc[i].lower_) is not Schema.LAW:
        return None
    last = i + 1
    while (
        last < len(doc)
        and doc[last].text.islower()
        and doc[last].pos_ in _IN_TITLES_OF_LAWS
        and last <= i + _FIELDS_OF_LAWS
    ):
        last += 1
    last += doc[last : last + 1].text.lower().rstrip(".") in NUMBER_SIGNS
    is_number = last < len(doc) and doc[last].text[0].isdigit()
    counts = doc[last + 1 : last + 2]  # "una ley 100 VECES peor"
    return last + 1 if is_number and not any(token.pos_ == "NOUN" for token in counts) else None


def is_double_acronym(capitals: Capitals, hyphen: int) -> bool:
    """Whether two acronyms make one name: "CNDD-FDD", "ZANU-PF"; not "NATO-EU talks", nor two that stand alone too."""
    doc, both = capitals.doc, (hyphen - 1, hyphen + 1)
    behind = doc[hyphen + 2 : hyphen + 3]
    if any(i in capitals.known_at or len(doc[i]) < _SHORTEST_ACRONYM for i in both):
        return False
    apart = {doc[i].text for i in both}
    alone = any(t.text in apart and t.i not in both and _stands_apart_from_hyphen(doc, t.i) for t in doc)
    return not alone and not any(token.lemma_.lower() in dealings().nouns for token in behind)


def _stands_apart_from_hyphen(doc: Doc, i: int) -> bool:
    around = (doc[j].text for j in (i - 1, i + 1) if 0 <= j < len(doc))
    return not any(text in HYPHENS for text in around)


def is_place(capitals: Capitals, i: int) -> bool:
    """Whether a known place begins there."""
    match = capitals.known_at.get(i)
    return match is not None and match.known.schema is Schema.PLACE


def name_follows(capitals: Capitals, i: int, through: frozenset[str] = frozenset(), *, anew: bool = False) -> bool:
    """Whether a name goes on at `i`, past small words; `anew`, where the parser may begin a sentence there."""
    doc = capitals.doc
    while i < len(doc) and (doc[i].lower_ in through or doc[i].text in HYPHENS):
        i += 1
    if i >= len(doc) or (doc[i].is_sent_start and not anew):
        return False
    return capitals.is_name(doc[i]) or (anew and doc[i].is_title)


def is_number_sign(doc: Doc, i: int) -> bool:
    """ "Contrato N.° 45": what stands before a number names nothing."""
    return doc[i].norm_.rstrip(".") in NUMBER_SIGNS and doc[i + 1 : i + 2].text[:1].isdigit()
