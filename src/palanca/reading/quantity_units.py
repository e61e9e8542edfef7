"""A number with its unit: money, a measure, a share, or the people and things that it counts."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from palanca.lexicon.quantities import quantity_words, uncounted_nouns
from palanca.reading.numbers import Number, fraction_at, number_at
from palanca.reading.page import Page
from palanca.records import Entity, Form, Schema

_FRACTION = "fraction"
_OF_THE_WORLD = "dollar"  # in articles on any country it is that of the United States
MONEY, _MEASURE, COUNT, _ELLIPTIC = 0.95, 0.9, 0.75, 0.6
_SMALLEST_BARE_COUNT = 2
_MOST_POINTED_AT = 10
_CLIMB = 6
_REACH = 14  # tokens back to the noun that a bare number leaves out
_LEAD = 6  # tokens before a bare number
_COMPARING = {"out of", "up from", "down from", "compared with", "compared to"}
_CURRENCY_LETTERS = {"US", "A", "C", "HK", "NZ", "R", "S", "NT", "AU", "CA"}
_NUMBERING = {"no", "nº", "number", "article", "section", "chapter", "age", "aged", "page"}
_POINTERS = {"the", "these", "those", "all", "both", "his", "her", "their", "its"}
_COLLECTIVES = {"people", "police", "staff", "aircraft", "personnel"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number with its unit; `first` and `last` bound all its words, `noun` is what is counted or measured."""

    number: Number
    unit: str
    first: int
    last: int
    noun: Token
    confidence: float


def amounts(page: Page) -> Iterator[Amount]:
    """The amounts of a page, in order of the text."""
    doc, i = page.doc, 0
    dated = {k for mention in page.times for k in range(mention.first, mention.last)}
    before: Amount | None = None
    while i < len(doc):
        number = None if i in dated or not _may_be_number(doc[i]) else fraction_at(doc, i) or number_at(doc, i)
        if number is None or _is_no_amount(page, number):
            i += 1
            continue
        found = _as_fraction(page, number, i) or _as_money(page, number) or _as_measure(page, number)
        found = found or _as_compound(page, number) or _as_part(page, number) or _as_count(page, number)
        found = found or _elliptic(page, number, before)
        if found:
            before = found
            yield found
        i = max(number.last, i + 1)


@cache
def _opening_words() -> frozenset[str]:
    words = quantity_words()
    return frozenset({*words.numbers, *words.scales, *words.fractions, "a", "an", "half"})


def _may_be_number(token: Token) -> bool:
    return token.norm_[0].isdigit() or token.norm_ in _opening_words()


def _is_no_amount(page: Page, number: Number) -> bool:
    """Inside a name, joined to letters or other digits ("UH-60", "2-1", "12:30"), or numbering something ("No. 4")."""
    doc = page.doc
    mention = page.cast.mention_at(doc[number.first])
    if mention is not None and mention.form == "name":
        return True
    before = doc[number.first - 1] if number.first else None
    after = doc[number.last] if number.last < len(doc) else None
    if before is not None and not before.whitespace_ and before.text in {"-", "–", ":", "/", "#", "."}:
        return True
    if before is not None and before.norm_.rstrip(".") in _NUMBERING:
        return True
    return after is not None and not doc[number.last - 1].whitespace_ and after.text in {":", "/"}


def _as_fraction(page: Page, number: Number, i: int) -> Amount | None:
    if fraction_at(page.doc, i) is None:
        return None
    end = number.last
    if end < len(page.doc) and page.doc[end].norm_ == "of":
        inside = [t for t in page.doc[end : end + 5] if t.pos_ in {"NOUN", "PROPN"}]
        if inside and inside[0].lemma_.lower() not in uncounted_nouns():
            return Amount(number=number, unit=_FRACTION, first=i, last=end, noun=inside[0], confidence=_MEASURE)
    return None


def _as_money(page: Page, number: Number) -> Amount | None:
    doc, words = page.doc, quantity_words()
    before = doc[number.first - 1] if number.first else None
    if before is not None and before.text in words.symbols and _is_sign(before):
        first, code = before.i, words.symbols[before.text]
        if before.i and doc[before.i - 1].text in _CURRENCY_LETTERS and not doc[before.i - 1].whitespace_:
            first = before.i - 1
            code = words.symbols.get(doc[first].text + before.text, code)
        noun = doc[number.last - 1]
        return Amount(number=number, unit=code, first=first, last=number.last, noun=noun, confidence=MONEY)
    i = number.last
    owner = page.cast.at(doc[i]) if i < len(doc) else None
    if owner is not None and i + 1 < len(doc):
        i += 1
    behind = _owner_behind(page, i + 1)
    owner = owner or behind
    named = _currency(page, doc[i], owner.country if owner else None) if i < len(doc) else None
    if named:
        end = i + 2 if behind else i + 1
        return Amount(number=number, unit=named, first=number.first, last=end, noun=doc[i], confidence=MONEY)
    return None


def _owner_behind(page: Page, i: int) -> Entity | None:
    """The country that an adjective behind a word for money tells, as Spanish has it: "pesos CHILENOS"."""
    mention = page.cast.mention_at(page.doc[i]) if i < len(page.doc) else None
    if mention is None or mention.form is not Form.NOMINAL or page.doc[i].pos_ != "ADJ":
        return None
    return page.cast.entity(mention.entity)


def _is_sign(token: Token) -> bool:
    return token.is_currency or token.text.isupper() or "$" in token.text


def _currency(page: Page, token: Token, country: str | None) -> str | None:
    """The ISO 4217 code of a word for money: that of `country`, else of the country that the text tells most of."""
    words = quantity_words()
    lemma = token.lemma_.lower()
    lemma = lemma if lemma in words.currencies else lemma.removesuffix("s")
    if token.text == "won":  # the verb has no scale before it: "3 parties won", "3 million won"
        return words.currencies[token.text] if token.i and token.nbor(-1).norm_ in words.scales else None
    code = words.currencies.get(lemma)
    if code is None:
        return words.symbols.get(token.text) if token.text.isupper() and len(token.text) == 3 else None
    if country or lemma == _OF_THE_WORLD:
        return words.of_country.get(lemma, {}).get(country or "", code)
    return _used_here(page, words.of_country.get(lemma, {})) or code


def _used_here(page: Page, of_country: Mapping[str, str]) -> str | None:
    """Of the currencies that share a name, the one whose country the text names most; None where it names none."""
    countries = (page.cast.entity(mention.entity).country for mention in page.cast.mentions)
    told = Counter(of_country[country] for country in countries if country and country in of_country)
    return told.most_common(1)[0][0] if told else None


def _as_measure(page: Page, number: Number) -> Amount | None:
    doc, words = page.doc, quantity_words()
    i = number.last
    if i < len(doc) and doc[i].text == "-":
        i += 1
    pair = " ".join(t.lemma_.lower() for t in doc[i : i + 2])
    if pair in words.compounds or doc[i : i + 2].text.lower() in words.compounds:
        unit = "percent" if pair.startswith("per") else pair.replace("meter", "metre").replace("kilometer", "kilometre")
        return Amount(number=number, unit=unit, first=number.first, last=i + 2, noun=doc[i + 1], confidence=_MEASURE)
    single = words.measures.get(doc[i].text) or words.measures.get(doc[i].lemma_.lower()) if i < len(doc) else None
    if single is None or (number.value == 100 and i + 1 < len(doc) and doc[i + 1].pos_ in {"ADJ", "ADV"}):
        return None  # "100% certain" is no share of anything
    return Amount(number=number, unit=single, first=number.first, last=i + 1, noun=doc[i], confidence=_MEASURE)


def _as_compound(page: Page, number: Number) -> Amount | None:
    """ "The 55-member union", "a 2,000-strong force"."""
    doc, i = page.doc, number.last
    if i + 1 >= len(doc) or doc[i].text != "-":
        return None
    unit = quantity_words().compound_counts.get(doc[i + 1].norm_)
    if unit is None:
        return None
    return Amount(number=number, unit=unit, first=number.first, last=i + 2, noun=doc[i + 1].head, confidence=COUNT)


def _as_part(page: Page, number: Number) -> Amount | None:
    """ "349 OF THE 575 seats": the noun stands behind the whole of which it is a part."""
    doc, i = page.doc, number.last
    if doc[i : i + 1].text != "of":
        return None
    i += 1 + (i + 1 < len(doc) and doc[i + 1].norm_ in _POINTERS)
    whole = number_at(doc, i) if i < len(doc) and _may_be_number(doc[i]) else None
    counted = _as_count(page, whole) if whole else None
    if counted is None or number.value < _SMALLEST_BARE_COUNT:
        return None
    return Amount(
        number=number, unit=counted.unit, first=number.first, last=number.last, noun=counted.noun, confidence=COUNT
    )


def _as_count(page: Page, number: Number) -> Amount | None:
    """A number before the plural noun that it counts, adjectives between."""
    doc = page.doc
    for i in range(number.last, min(number.last + _CLIMB, len(doc))):
        token = doc[i]
        if token.pos_ in {"NOUN", "PROPN"} and not page.grammar.is_premodifier(token):
            return _counted(page, number, token)
        if token.is_punct and token.text not in {"-", "–", "/", '"', "“", "”"}:
            return None
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "PUNCT", "ADV", "NUM"} and token.tag_ not in {"VBN", "VBG", "CC"}:
            return None
    return None


def _counted(page: Page, number: Number, noun: Token) -> Amount | None:
    lemma = noun.lemma_.lower()
    named = page.cast.at(noun)
    if (
        not number.value.is_integer()
        or lemma in uncounted_nouns()
        or number.value < _SMALLEST_BARE_COUNT
        or _points_back(page, number, noun)
    ):
        return None
    if noun.tag_ not in {"NNS", "NNPS"} and lemma not in _COLLECTIVES:
        return None
    if named is not None and named.schema in {Schema.PERSON, Schema.EVENT}:
        return None
    unit = " ".join(t.text.lower() for t in (*_sorting(page, number, noun), noun))
    return Amount(number=number, unit=unit, first=number.first, last=noun.i + 1, noun=noun, confidence=COUNT)


def _sorting(page: Page, number: Number, noun: Token) -> list[Token]:
    """The nouns right before a noun that say what sort of it is counted: "three RADIO stations"."""
    found: list[Token] = []
    for token in reversed(page.doc[number.last : noun.i]):
        if token.pos_ != "NOUN" or not token.text.islower() or page.cast.at(token) is not None:
            break
        found.insert(0, token)
    return found


def _points_back(page: Page, number: Number, noun: Token) -> bool:
    """ "The two countries", "all three attacks": things told before, not counted here; "the five seats of" are."""
    before = page.doc[number.first - 1].norm_ if number.first else ""
    if before not in _POINTERS or number.value > _MOST_POINTED_AT:
        return False
    behind = page.doc[noun.i + 1].norm_ if noun.i + 1 < len(page.doc) else ""
    return behind not in {"of", "that", "who", "which", "in", "on", "killed", "signed"}


def _elliptic(page: Page, number: Number, before: Amount | None) -> Amount | None:
    """A number whose noun is left out: "54 nations signed, only 27 have ratified", "11 countries out of the 35"."""
    if before is None or before.confidence is not COUNT or number.first - before.last > _REACH:
        return None
    token = page.doc[number.last - 1]
    if token.sent.start != before.noun.sent.start or number.value < _SMALLEST_BARE_COUNT:
        return None
    lead = " ".join(t.norm_ for t in page.doc[max(0, number.first - _LEAD) : number.first])
    if not (page.grammar.is_subject(token) or any(words in lead for words in _COMPARING)):
        return None
    return Amount(
        number=number, unit=before.unit, first=number.first, last=number.last, noun=token, confidence=_ELLIPTIC
    )
