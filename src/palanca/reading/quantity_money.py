"""Sums of money: a number with a sign, a code or a word for a currency ("$3 m", "Rs 400 crore", "KSh4 million").

A name that several countries give to their money is that of the country that stands beside it, else of the one that
the text names most. A sign of one letter ("R4", "N4") is money only with a scale or with thousands set apart.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from palanca.lexicon.quantities import currency_codes, quantity_words
from palanca.reading.grammar.parse import Doc, Token
from palanca.reading.numbers import Number, scaled_number
from palanca.reading.page import Page
from palanca.reading.quantity_amounts import MONEY, Amount
from palanca.records import Entity, Form

_OF_THE_WORLD = "dollar"  # in articles on any country it is that of the United States
_CURRENCY_LETTERS = {"US", "A", "C", "HK", "NZ", "R", "S", "NT", "AU", "CA", "RD", "MX", "Mex", "J", "B"}
_DASHES = {"-", "–"}
_FRANC = "franc"
_THOUSAND = 1000


def as_money(page: Page, number: Number) -> Amount | None:
    """The sum that a number is of, by the sign before it or the word behind; None where it is no money."""
    doc, words = page.doc, quantity_words()
    before = doc[number.first - 1] if number.first else None
    if number.value == 1 and doc[number.first].is_alpha:  # "ONE dollar is worth 90 rupees"
        return None
    if before is not None and before.text == "." and before.i:  # "Rs" and "." of "Rs. 400"
        before = before.nbor(-1)
    if before is not None and _is_sign(before, number):
        return _signed(page, number, before)
    i = number.last + (doc[number.last : number.last + 1].text in _DASHES)  # "a 40-million-EURO loan"
    i += doc[i : i + 1].text in words.blocs and i + 1 < len(doc)  # "4 million CFA francs"
    owner = page.cast.at(doc[i]) if i < len(doc) else None
    if owner is not None and i + 1 < len(doc):
        i += 1
    behind = _owner_behind(page, i + 1)
    owner = owner or behind
    named = _currency(page, doc[i], owner.country if owner else None) if i < len(doc) else None
    if named is None:
        return None
    end = i + 2 if behind else i + 1
    number = _in_whole(number) if doc[i].lemma_.lower() in words.hundredths else number
    return Amount(number=number, unit=named, first=number.first, last=end, noun=doc[i], confidence=MONEY)


def glued_money(page: Page, i: int) -> Amount | None:
    """A sum written in one word with its sign: "KSh4 million", "R4bn", "RM400,000"."""
    doc = page.doc
    match = _glued_at(doc, i)
    number = scaled_number(doc, match["number"], i) if match else None
    if match is None or number is None or (len(match["sign"]) == 1 and not _is_large(match["number"], number)):
        return None
    noun = doc[number.last - 1]
    code = _code_of_sign(page, match["sign"])
    return Amount(number=number, unit=code, first=i, last=number.last, noun=noun, confidence=MONEY)


def is_money_sign(doc: Doc, i: int) -> bool:
    """Whether a word in letters is the sign of the number behind it ("RS 400", "KSH4m"), or the first of "CFA francs".

    A sign of one letter and a code that is a word too are left to others: "R4" may name a thing.
    """
    words, text = quantity_words(), doc[i].text.rstrip(".")
    behind = doc[i + 1 : i + 2].text
    behind = doc[i + 2 : i + 3].text if behind == "." else behind
    is_apart = text in _sure_signs() and len(text) > 1 and text.isalpha() and behind[:1].isdigit()
    match = _glued_at(doc, i)
    is_bloc = text in words.blocs and behind.lower().rstrip("s") == _FRANC
    return is_apart or is_bloc or (match is not None and len(match["sign"]) > 1)


def _signed(page: Page, number: Number, sign: Token) -> Amount:
    doc, words = page.doc, quantity_words()
    first, code = sign.i, _code_of_sign(page, sign.text.rstrip("."))
    if sign.i and doc[sign.i - 1].text in _CURRENCY_LETTERS and not doc[sign.i - 1].whitespace_:
        first = sign.i - 1
        code = words.symbols.get(doc[first].text + sign.text, code)
    return Amount(
        number=number, unit=code, first=first, last=number.last, noun=doc[number.last - 1], confidence=MONEY
    )  # fmt: skip


def _is_large(written: str, number: Number) -> bool:
    return "," in written or not written[-1].isdigit() or number.value > float(written)


def _glued_at(doc: Doc, i: int) -> re.Match[str] | None:
    """A word that ends in a number, as no word of letters alone does."""
    return None if doc[i].is_alpha else _glued().fullmatch(doc[i].text)


@cache
def _sure_signs() -> frozenset[str]:
    """Signs and codes of money that are no words."""
    words = quantity_words()
    return frozenset(words.symbols.keys() | currency_codes()) - words.words_like_codes


@cache
def _glued() -> re.Pattern[str]:
    """A sign in letters, and a number right behind it."""
    signs = sorted((s for s in quantity_words().symbols if s[-1].isalpha() or s[0].isalpha()), key=len, reverse=True)
    scales = "|".join(sorted((s for s in quantity_words().scales if s.isascii()), key=len, reverse=True))
    return re.compile(rf"(?P<sign>{'|'.join(map(re.escape, signs))})\.?(?P<number>\d[\d,]*(?:\.\d+)?(?:{scales})?)")


def _is_sign(token: Token, number: Number) -> bool:
    """Whether a word is a sign of money; one letter is where the number has a scale: "R 4 million"."""
    text = token.text.rstrip(".") if token.text not in quantity_words().symbols else token.text
    if text in currency_codes():
        return text not in quantity_words().words_like_codes or bool(number.value >= _THOUSAND)
    if text not in quantity_words().symbols:
        return False
    return len(text) > 1 or not text.isalpha() or number.last - number.first > 1


def _code_of_sign(page: Page, sign: str) -> str:
    words = quantity_words()
    name = words.sign_names.get(sign)
    shared = _used_here(page, words.of_country.get(name, {})) if name else None
    return shared or words.symbols.get(sign) or words.symbols.get(f"{sign}.") or sign


def _in_whole(number: Number) -> Number:
    """A number of cents in dollars."""
    upper = number.value_max
    return replace(number, value=number.value / 100, value_max=upper / 100 if upper is not None else None)


def _owner_behind(page: Page, i: int) -> Entity | None:
    """The country that an adjective behind a word for money tells, as Spanish has it: "pesos CHILENOS"."""
    mention = page.cast.mention_at(page.doc[i]) if i < len(page.doc) else None
    if mention is None or mention.form is not Form.NOMINAL or page.doc[i].pos_ != "ADJ":
        return None
    return page.cast.entity(mention.entity)


def _currency(page: Page, token: Token, country: str | None) -> str | None:
    """The ISO 4217 code of a word for money: that of `country`, else of the country that the text tells most of."""
    words = quantity_words()
    lemma = token.lemma_.lower()
    lemma = lemma if lemma in words.currencies else lemma.removesuffix("s")
    if token.text == "won":  # the verb has no scale before it: "3 parties won", "3 million won"
        return words.currencies[token.text] if token.i and token.nbor(-1).norm_ in words.scales else None
    code = words.currencies.get(lemma)
    if code is None:
        return token.text if token.text in currency_codes() - words.words_like_codes else None
    if country or lemma == _OF_THE_WORLD:
        return words.of_country.get(lemma, {}).get(country or "", code)
    bloc = words.blocs.get(token.nbor(-1).text) if lemma == _FRANC and token.i else None
    return _used_here(page, words.of_country.get(lemma, {})) or bloc or code


def _used_here(page: Page, of_country: Mapping[str, str]) -> str | None:
    """Of the currencies that share a name, the one whose country the text names most; None where it names none."""
    countries = (page.cast.entity(mention.entity).country for mention in page.cast.mentions)
    told = Counter(of_country[country] for country in countries if country and country in of_country)
    return told.most_common(1)[0][0] if told else None
