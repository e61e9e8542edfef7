"""Quantities: money, shares, measures, and people and things counted, with what they measure and whose they are.

Spans of time, ages, ordinals, scores, dates, numbers of laws and models, and numbers inside names are left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from palanca.lexicon.quantities import quantity_words, uncounted_nouns
from palanca.reading.actors import who
from palanca.reading.numbers import Number, fraction_at, number_at
from palanca.reading.page import Layer, Page, Reader
from palanca.reading.times import time_of
from palanca.records import Filler, Kind, QuantityDetail, Role, RoleName, Schema, Statement

_NAME, _VERSION = "quantities", "1"
_FRACTION = "fraction"
_MONEY, _MEASURE, _COUNT = 0.95, 0.9, 0.75
_SMALLEST_BARE_COUNT = 2
_CLIMB = 6
_CURRENCY_LETTERS = {"US", "A", "C", "HK", "NZ", "R", "S", "NT", "AU", "CA"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A number with its unit; `first` and `last` bound all its words, `noun` is what is counted or measured."""

    number: Number
    unit: str
    first: int
    last: int
    noun: Token
    confidence: float


def read_quantities(page: Page) -> Page:
    """Give the page its quantities, in order of the text."""
    return page.with_statements(_statement(page, found) for found in _found(page))


def _found(page: Page) -> Iterator[_Found]:
    doc, i = page.doc, 0
    dated = {k for mention in page.times for k in range(mention.first, mention.last)}
    while i < len(doc):
        number = None if i in dated else fraction_at(doc, i) or number_at(doc, i)
        if number is None or _is_no_amount(page, number):
            i += 1
            continue
        found = (
            _as_fraction(page, number, i)
            or _as_money(page, number)
            or _as_measure(page, number)
            or _as_count(page, number)
        )
        if found:
            page.trace.note(
                _NAME, page.span_of(doc[found.first : found.last]), f"{found.number.value:g} {found.unit}", fired=True
            )
            yield found
        i = max(number.last, i + 1)


def _is_no_amount(page: Page, number: Number) -> bool:
    """Inside a name, joined to letters or other digits ("UH-60", "2-1", "12:30"), or numbering something ("No. 4")."""
    doc = page.doc
    first = doc[number.first]
    mention = page.cast.mention_at(first)
    if mention is not None and mention.form == "name":
        return True
    before = doc[number.first - 1] if number.first else None
    after = doc[number.last] if number.last < len(doc) else None
    if before is not None and not before.whitespace_ and before.text in {"-", "–", ":", "/", "#", "."}:
        return True
    if before is not None and before.lower_.rstrip(".") in {
        "no",
        "nº",
        "number",
        "article",
        "section",
        "chapter",
        "age",
        "aged",
        "page",
    }:
        return True
    return after is not None and not doc[number.last - 1].whitespace_ and after.text in {":", "/"}


def _as_fraction(page: Page, number: Number, i: int) -> _Found | None:
    if fraction_at(page.doc, i) is None:
        return None
    end = number.last
    if end < len(page.doc) and page.doc[end].lower_ == "of":
        inside = [t for t in page.doc[end : end + 5] if t.pos_ in {"NOUN", "PROPN"}]
        if inside and inside[0].lemma_.lower() not in uncounted_nouns():
            return _Found(number=number, unit=_FRACTION, first=i, last=end, noun=inside[0], confidence=_MEASURE)
    return None


def _as_money(page: Page, number: Number) -> _Found | None:
    doc, words = page.doc, quantity_words()
    before = doc[number.first - 1] if number.first else None
    if (
        before is not None
        and before.text in words.symbols
        and (before.is_currency or before.text.isupper() or "$" in before.text)
    ):
        first = before.i
        code = words.symbols[before.text]
        if before.i and doc[before.i - 1].text in _CURRENCY_LETTERS and not doc[before.i - 1].whitespace_:
            first = before.i - 1
            code = words.symbols.get(doc[first].text + before.text, code)
        return _Found(
            number=number, unit=code, first=first, last=number.last, noun=doc[number.last - 1], confidence=_MONEY
        )
    i = number.last
    owner = page.cast.at(doc[i]) if i < len(doc) else None
    if owner is not None and i + 1 < len(doc):
        i += 1
    named = _currency(doc[i], owner.country if owner else None) if i < len(doc) else None
    if named:
        return _Found(number=number, unit=named, first=number.first, last=i + 1, noun=doc[i], confidence=_MONEY)
    return None


def _currency(token: Token, country: str | None) -> str | None:
    words = quantity_words()
    lemma = token.lemma_.lower()
    code = words.currencies.get(lemma)
    if code is None or (token.tag_ == "NN" and token.text == "won"):
        return words.symbols.get(token.text) if token.text.isupper() and len(token.text) == 3 else None
    return words.of_country.get(lemma, {}).get(country or "", code)


def _as_measure(page: Page, number: Number) -> _Found | None:
    doc, words = page.doc, quantity_words()
    i = number.last
    if i < len(doc) and doc[i].text == "-":
        i += 1
    pair = " ".join(t.lemma_.lower() for t in doc[i : i + 2])
    if pair in words.compounds or doc[i : i + 2].text.lower() in words.compounds:
        unit = "percent" if pair.startswith("per") else pair.replace("meter", "metre").replace("kilometer", "kilometre")
        return _Found(number=number, unit=unit, first=number.first, last=i + 2, noun=doc[i + 1], confidence=_MEASURE)
    single = words.measures.get(doc[i].text) or words.measures.get(doc[i].lemma_.lower()) if i < len(doc) else None
    if single:
        return _Found(number=number, unit=single, first=number.first, last=i + 1, noun=doc[i], confidence=_MEASURE)
    return None


def _as_count(page: Page, number: Number) -> _Found | None:
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


def _counted(page: Page, number: Number, noun: Token) -> _Found | None:
    lemma = noun.lemma_.lower()
    named = page.cast.at(noun)
    if lemma in uncounted_nouns() or number.value < _SMALLEST_BARE_COUNT:
        return None
    if noun.tag_ not in {"NNS", "NNPS"} and lemma not in {"people", "police", "staff", "aircraft", "personnel"}:
        return None
    if named is not None and named.schema in {Schema.PERSON, Schema.EVENT}:
        return None
    return _Found(
        number=number, unit=noun.text.lower(), first=number.first, last=noun.i + 1, noun=noun, confidence=_COUNT
    )


def _statement(page: Page, found: _Found) -> Statement:
    verb = _verb_over(found.noun)
    subject = _subject(page, found, verb)
    return Statement(
        document=page.document.id,
        kind=Kind.QUANTITY,
        detail=QuantityDetail(
            value=found.number.value, value_max=found.number.value_max, unit=found.unit, of=_measured(page, found)
        ),
        span=page.span_of(page.doc[found.first : found.last]),
        reader=_NAME,
        reader_version=_VERSION,
        roles=(Role(name=RoleName.SUBJECT, filler=subject),) if subject else (),
        time=time_of(page, verb) if verb is not None else None,
        confidence=found.confidence,
    )


def _verb_over(noun: Token) -> Token | None:
    here = noun
    for _ in range(_CLIMB):
        if here.pos_ in {"VERB", "AUX"}:
            return here
        if here.head is here:
            return None
        here = here.head
    return None


def _measured(page: Page, found: _Found) -> str | None:
    """What it is an amount of: "of" phrase, "in" phrase, or the counted noun phrase."""
    for oblique in page.grammar.prepositional(found.noun):
        if oblique.preposition in {"of", "in", "for"}:
            return page.grammar.phrase(oblique.token).text
    above = found.noun.head
    if found.confidence == _MONEY and above.lower_ == "of" and above.head.pos_ == "NOUN":
        return str(above.head.text)
    phrase = page.grammar.phrase(found.noun).text
    return phrase if found.confidence == _COUNT else None


def _subject(page: Page, found: _Found, verb: Token | None) -> Filler | None:
    """Whose amount it is: a name in its own phrase, else the subject of its verb."""
    for oblique in page.grammar.prepositional(found.noun):
        if filler := who(page, oblique.token):
            return filler
    for token in (*page.grammar.modifiers(found.noun), *page.grammar.possessors(found.noun)):
        if entity := page.cast.at(token):
            return page.filler(entity, token)
    if verb is not None:
        for token in page.grammar.arguments(verb).subjects:
            if filler := who(page, token):
                return filler
    return None


QUANTITIES = Reader(
    name=_NAME,
    version=_VERSION,
    needs=frozenset({Layer.NAMES, Layer.COREFERENCE, Layer.TIMES}),
    gives=frozenset({Layer.QUANTITIES}),
    read=read_quantities,
)
