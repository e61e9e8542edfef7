"""A number with its unit: money, a measure, a share, or the people and things that it counts."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from palanca.lexicon.quantities import quantity_words, uncounted_nouns
from palanca.reading.grammar.parse import Token
from palanca.reading.numbers import Number, fraction_at, number_at
from palanca.reading.page import Page
from palanca.reading.quantity_amounts import (
    COUNT,
    ELLIPTIC,
    FRACTION,
    MEASURE,
    PEOPLE,
    SMALLEST_BARE_COUNT,
    Amount,
)
from palanca.reading.quantity_bare import gathered, of_force, others, ratio, tolled, victims
from palanca.reading.quantity_levels import compared, of_magnitude
from palanca.reading.quantity_money import as_money, glued_money
from palanca.reading.quantity_votes import votes
from palanca.records import Schema

_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST_POINTED_AT = 10
_SUPERLATIVES = {"JJS", "RBS"}
_CLIMB = 6
_REACH = 14  # tokens back to the noun that a bare number leaves out
_LEAD = 6  # tokens before a bare number
_COMPARING = {"out of", "up from", "down from", "compared with", "compared to"}
_RANGING = {"range", "vary"}
_SETTING = {"in", "at", "from"}
_INSIDE_OF_PHRASE = {"DET", "ADJ", "NOUN", "PROPN", "PART", "ADV", "NUM", "PRON"}
_NUMBERING = {"no", "nº", "number", "article", "section", "chapter", "age", "aged", "page"}
_PER = {"per", "for", "an", "a"}  # "for": Spanish "por"
_POINTERS = {"the", "these", "those", "all", "both", "his", "her", "their", "its"}
_COLLECTIVES = {"people", "police", "staff", "aircraft", "personnel"}


def amounts(page: Page) -> Iterator[Amount]:
    """The amounts of a page, in order of the text."""
    doc, i = page.doc, 0
    dated = {k for mention in page.times for k in range(mention.first, mention.last)}
    before: Amount | None = None
    while i < len(doc):
        if i in dated:
            i += 1
            continue
        if sum_of_money := glued_money(page, i):
            before = sum_of_money
            yield sum_of_money
            i = sum_of_money.last
            continue
        if not may_be_number(doc[i]):
            i += 1
            continue
        if apart := votes(page, i) or ratio(page, i):
            yield from apart
            i = apart[-1].last
            continue
        number = fraction_at(doc, i) or number_at(doc, i)
        if number is None or _is_no_amount(page, number):
            i += 1
            continue
        found = _as_fraction(page, number, i) or _as_unit(page, number)
        found = found or compared(page, number, _as_measure) or of_magnitude(page, number)
        found = found or _as_compound(page, number) or _as_part(page, number) or others(page, number)
        found = found or _as_count(page, number) or gathered(page, number) or of_force(page, number)
        found = found or victims(page, number) or tolled(page, number) or _elliptic(page, number, before)
        if found:
            before = found
            yield found
        i = max(number.last, i + 1, found.number.last if found else 0)


@cache
def _opening_words() -> frozenset[str]:
    words = quantity_words()
    return frozenset({*words.numbers, *words.scales, *words.fractions, "a", "an", "half"})


def may_be_number(token: Token) -> bool:
    """Whether a number can begin with the token."""
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
    numbering = before.nbor(-1) if before is not None and before.text == "." and before.i else before  # "No" and "."
    if numbering is not None and numbering.norm_.rstrip(".") in _NUMBERING:
        return True
    if _ends_years(page, number):
        return True
    return after is not None and not doc[number.last - 1].whitespace_ and after.text in {":", "/"}


def _ends_years(page: Page, number: Number) -> bool:
    """Whether it is the second of two years that something lies between: "entre 2019 y 2022 CONTRATOS por …"."""
    before = [t.text if t.text.isdigit() else t.norm_ for t in page.doc[max(0, number.first - 3) : number.first]]
    if len(before) < 3 or before[0] != "between" or before[2] != "and":
        return False
    return all(_YEAR.fullmatch(year) for year in (before[1], page.doc[number.first].text))


def _as_fraction(page: Page, number: Number, i: int) -> Amount | None:
    if fraction_at(page.doc, i) is None:
        return None
    end = number.last
    if end < len(page.doc) and page.doc[end].norm_ == "of":
        inside = [t for t in page.doc[end : end + 5] if t.pos_ in {"NOUN", "PROPN"}]
        if inside and inside[0].lemma_.lower() not in uncounted_nouns():
            return Amount(number=number, unit=FRACTION, first=i, last=end, noun=inside[0], confidence=MEASURE)
    following = page.doc[end] if end < len(page.doc) else None
    several = end - i > 1 and page.doc[i].norm_ not in {"a", "an"}
    needed = several and following is not None and following.lemma_.lower() in quantity_words().needed
    compared = page.doc[end : end + 2].text.lower() in {"as much", "as many"}
    if following is not None and (needed or compared):  # "a two-thirds MAJORITY", "a quarter AS MUCH money"
        return Amount(number=number, unit=FRACTION, first=i, last=end, noun=following, confidence=MEASURE)
    return None


def _as_measure(page: Page, number: Number) -> Amount | None:
    doc, words = page.doc, quantity_words()
    i = number.last
    if i < len(doc) and doc[i].text == "-":
        i += 1
    per = doc[i + 1 : i + 2].text == "/"  # "km/h", which comes in three
    if per and (unit := words.measures.get(doc[i : i + 3].text.lower().rstrip("."))):
        return Amount(number=number, unit=unit, first=number.first, last=i + 3, noun=doc[i], confidence=MEASURE)
    pair = " ".join(t.lemma_.lower() for t in doc[i : i + 2])
    if pair in words.compounds or doc[i : i + 2].text.lower() in words.compounds:
        unit = "percent" if pair.startswith("per") else pair.replace("meter", "metre").replace("kilometer", "kilometre")
        return Amount(number=number, unit=unit, first=number.first, last=i + 2, noun=doc[i + 1], confidence=MEASURE)
    single = words.measures.get(doc[i].text) or words.measures.get(doc[i].lemma_.lower()) if i < len(doc) else None
    speed = words.speeds.get(f"{single} per {doc[i + 2].norm_}") if single and _is_rate(page, i + 1) else None
    if speed:
        return Amount(number=number, unit=speed, first=number.first, last=i + 3, noun=doc[i], confidence=MEASURE)
    if single is None or (number.value == 100 and i + 1 < len(doc) and doc[i + 1].pos_ in {"ADJ", "ADV"}):
        return None  # "100% certain" is no share of anything
    return Amount(number=number, unit=single, first=number.first, last=i + 1, noun=doc[i], confidence=MEASURE)


def _is_rate(page: Page, i: int) -> bool:
    """ "Miles PER HOUR", "kilometres AN HOUR"."""
    return i + 1 < len(page.doc) and page.doc[i].norm_ in _PER


def _as_unit(page: Page, number: Number) -> Amount | None:
    """Money or a measure, a range of which may repeat the unit: "between 5% and 7%", "ranging from $5 to $7"."""
    low = as_money(page, number) or _as_measure(page, number)
    doc = page.doc
    lead = doc[low.first - 1].norm_ if low and low.first else ""
    opened = lead == "between" or (lead == "from" and low and doc[low.first - 2].lemma_.lower() in _RANGING)
    if low is None or not opened or number.value_max is not None or low.last + 1 >= len(doc):
        return low
    if doc[low.last].norm_ not in {"to", "and"}:
        return low
    after = low.last + 1 + (doc[low.last + 1].is_currency and low.last + 2 < len(doc))
    upper = number_at(doc, after) if may_be_number(doc[after]) else None
    high = (as_money(page, upper) or _as_measure(page, upper)) if upper else None
    if upper is None or high is None or high.unit != low.unit or upper.value <= number.value:
        return low
    return replace(low, number=replace(number, value_max=upper.value, last=upper.last), last=high.last, noun=high.noun)


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
    """ "349 OF THE 575 seats", "17 OUT OF 18 seats": the noun stands behind the whole of which it is a part."""
    doc, i = page.doc, number.last
    i += doc[i : i + 1].text == "out"
    if doc[i : i + 1].text != "of":
        return None
    i += 1 + (i + 1 < len(doc) and doc[i + 1].norm_ in _POINTERS)
    whole = number_at(doc, i) if i < len(doc) and may_be_number(doc[i]) else None
    counted = (_as_count(page, whole) or _of_many(page, whole)) if whole else _of_many(page, number)
    if counted is None or number.value < SMALLEST_BARE_COUNT:
        return None
    return Amount(
        number=number, unit=counted.unit, first=number.first, last=number.last, noun=counted.noun, confidence=COUNT
    )


def _of_many(page: Page, number: Number) -> Amount | None:
    """ "Six of the house's COMMITTEES", "4,200 of the nation's roughly 200,000 RESIDENTS"."""
    doc = page.doc
    for token in doc[number.last + 1 : number.last + _CLIMB + 3]:
        owned = token.i + 1 < len(doc) and doc[token.i + 1].tag_ == "POS"
        if token.tag_ in {"NNS", "NNPS"} and not owned and not page.grammar.is_premodifier(token):
            return _counted(page, replace(number, first=number.last, last=number.last + 1), token)
        if token.is_punct or token.pos_ not in _INSIDE_OF_PHRASE:
            return None
    return None


def _as_count(page: Page, number: Number) -> Amount | None:
    """A number before the plural noun that it counts, adjectives between."""
    doc = page.doc
    for token in doc[number.last : number.last + _CLIMB]:
        if token.text == "-" or (token.is_space and "\n" not in token.text):
            continue
        hyphened = not token.whitespace_ and doc[token.i + 1 : token.i + 2].text == "-"  # "78 CO-petitioners"
        if token.pos_ in {"NOUN", "PROPN"} and not (
            hyphened or page.grammar.is_premodifier(token) or _qualifies(token)
        ):
            return _counted(page, number, token)
        if token.is_punct and token.text not in {"-", "–", "/", '"', "“", "”"}:
            return None
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "PUNCT", "ADV", "NUM"} and token.tag_ not in {"VBN", "VBG", "CC"}:
            return None
    return None


def _qualifies(noun: Token) -> bool:
    """Whether the noun and a participle qualify the noun behind: "53 MEASLES related deaths"."""
    joint = noun.doc[noun.i + 1 : noun.i + 3]
    words = [t for t in noun.doc[noun.i + 1 : noun.i + 4] if t.text != "-"]
    joined = len(words) > 1 and words[0].lower_ in quantity_words().qualifying and words[1].tag_ in {"NNS", "NNPS"}
    return joined and bool(joint)


def _counted(page: Page, number: Number, noun: Token) -> Amount | None:
    lemma = noun.lemma_.lower()
    named = page.cast.at(noun)
    if (
        not number.value.is_integer()
        or (lemma in uncounted_nouns() and not _is_of_many(page, number, noun) and not _is_total(page, number))
        or (number.value < SMALLEST_BARE_COUNT and not _is_margin(page, number, noun))
        or _points_back(page, number, noun)
        or _ranks(page, number, noun)
    ):
        return None
    if noun.tag_ not in {"NNS", "NNPS"} and lemma not in _COLLECTIVES and number.value >= SMALLEST_BARE_COUNT:
        return None
    if named is not None and named.schema in {Schema.PERSON, Schema.EVENT}:
        return None
    unit = " ".join(t.text.lower() for t in (*_sorting(page, number, noun), noun))
    if named is not None and named.schema is Schema.PLACE and noun.tag_ == "NNPS":  # "1.2 million Syrians"
        unit = PEOPLE
    return Amount(number=number, unit=unit, first=number.first, last=noun.i + 1, noun=noun, confidence=COUNT)


def _is_margin(page: Page, number: Number, noun: Token) -> bool:
    """ "Failed BY ONE VOTE"."""
    lead = page.doc[number.first - 1].norm_ if number.first else ""
    return number.value == 1 and lead == "by" and noun.lemma_.lower() in quantity_words().margins


def _is_of_many(page: Page, number: Number, noun: Token) -> bool:
    """Whether an abstract noun is counted after all: "3,700 measles CASES", but not "in two cases"."""
    told = number.value > _MOST_POINTED_AT or bool(_sorting(page, number, noun))
    return told and noun.lemma_.lower() in quantity_words().counted_when_many


def _is_total(page: Page, number: Number) -> bool:
    """ "A TOTAL OF 13 questions": counted, whatever it is."""
    before = [t.norm_ for t in page.doc[max(0, number.first - 2) : number.first]]
    return before == ["total", "of"]


def _sorting(page: Page, number: Number, noun: Token) -> list[Token]:
    """The nouns right before a noun that say what sort of it is counted: "three RADIO stations"."""
    found: list[Token] = []
    for token in reversed(page.doc[number.last : noun.i]):
        if token.pos_ != "NOUN" or not token.text.islower():  # in "French POLICE officers" inside a name
            break
        found.insert(0, token)
    return found


def _ranks(page: Page, number: Number, noun: Token) -> bool:
    """Whether it only says how high something stands: "one of THE THREE LARGEST banks", "its two oldest ports"."""
    defined = number.first > 0 and (page.doc[number.first - 1].norm_ == "the" or page.grammar.possessors(noun))
    return bool(defined) and any(t.tag_ in _SUPERLATIVES for t in page.doc[number.last : noun.i])


def _points_back(page: Page, number: Number, noun: Token) -> bool:
    """ "The two countries", "all three attacks": things told before, not counted here; "the five seats of" are."""
    before = page.doc[number.first - 1].norm_ if number.first else ""
    if before not in _POINTERS or number.value > _MOST_POINTED_AT:
        return False
    if noun.i + 1 < len(page.doc) and page.doc[noun.i + 1].tag_ == "PRP":  # "the five pistols HE used"
        return False
    behind = page.doc[noun.i + 1].norm_ if noun.i + 1 < len(page.doc) else ""
    return behind not in {"of", "that", "who", "which", "in", "on", "killed", "signed"}


def _elliptic(page: Page, number: Number, before: Amount | None) -> Amount | None:
    """A number whose noun is left out: "54 nations signed, only 27 have ratified", "11 countries out of the 35"."""
    if before is None or before.confidence not in {COUNT, ELLIPTIC} or number.first - before.last > _REACH:
        return None
    token = page.doc[number.last - 1]
    if token.sent.start != before.noun.sent.start or number.value < SMALLEST_BARE_COUNT:
        return None
    lead = " ".join(t.norm_ for t in page.doc[max(0, number.first - _LEAD) : number.first])
    listed = _is_listed(page, number, before)
    if before.confidence == ELLIPTIC and not listed:
        return None
    if not (listed or page.grammar.is_subject(token) or any(words in lead for words in _COMPARING)):
        return None
    return Amount(
        number=number, unit=before.unit, first=number.first, last=number.last, noun=token, confidence=ELLIPTIC
    )


def _is_listed(page: Page, number: Number, before: Amount) -> bool:
    """ "24 jets: 18 single-seat and 6 twin-seat", "3,700 cases, with 198 recorded": parts of the number before."""
    doc = page.doc
    lead = doc[number.first - 1].norm_ if number.first else ""
    following = doc[number.last] if number.last < len(doc) else None
    if following is None:
        return False
    if lead in {",", "and"} and following.norm_ in _SETTING:
        return True  # "21 men in Lima, 36 in Cusco and seven in Tacna"
    if number.value >= before.number.value:
        return False
    if lead in {"with", "including"}:
        return following.tag_ in {"VBN", "VBD", "IN"}
    return lead in {":", "and"} and following.pos_ in {"ADJ", "NOUN"} and before.last < number.first
