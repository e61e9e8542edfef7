"""Instruments by number: "Law No. 30077", "Supreme Decree 014-2024-PCM", "H.R. 21", "Directive 2009/28/EC".

A number is identity and is kept as written, with what is hyphened or slashed to it. A bare year is a number only of a
resolution or an order, or behind a sign ("No."), for laws are called by their year too.
"""

import re
from collections.abc import Iterator
from functools import cache

from palanca.lexicon.instruments import instrument_codes, lettered_nouns, naming_verbs, numbered_nouns
from palanca.reading.grammar.parse import Token
from palanca.reading.instrument_deeds import verb_over
from palanca.reading.instrument_nouns import NUMBERED, FoundInstrument
from palanca.reading.page import Page
from palanca.records import InstrumentKind, Schema

_SIGN = r"(?:No\.?|Nos\.|N\.? ?[º°]\.?|Nr\.?|#|№|[Nn]umber)"
_NUMBER = r"\d{1,3}(?: \d{3})+(?!\d)|\d+(?::\d+)?(?:[-/.][\dA-Z][\w]*|-[a-z]{2}-\d+)*"
_LETTERED = r"[A-Z]{1,6}[-/ ]?\d+(?:[-/.]\w+)*|[A-Z]{1,6}(?:[-/][A-Z]{1,6})+[-/]\d+(?:[-/.]\w+)*"  # "LP-003-2019"
_UNION = r"(?: \((?:EU|EC|EEC|UE|CE|CEE)\))?"  # "Regulation (EU) 2016/679"
_OPENING = (
    "The|El|La|Los|Las|Por|Según|Con"
    "|Under|By|In|On|With|Through|Since|After|Before|While|Although|When|Despite|If|As|And|But|Its|Their|His|Her"
)
_OPENING_QUOTES, _CLOSING_QUOTES = {'"', "“", "«", "'", "‘"}, {'"', "”", "»", "'", "’"}
_LONGEST_NAME, _FARTHEST = 8, 4  # tokens
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_COUNTED = {"resolution", "order", "decree", "proclamation", "executive order"}


def numbered_instruments(page: Page) -> Iterator[tuple[FoundInstrument, range]]:
    """Each numbered instrument with the tokens of its title, in order of the text."""
    for match in _pattern().finditer(page.document.text):
        words = page.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        kind = _kind_of(match)
        if words is None or kind is None:
            continue
        number = match["number"] or match["coded"] or match["bill"] or match["letters"]
        is_signed = match["sign"] is not None
        if kind is InstrumentKind.LAWSUIT and not (is_signed or match["letters"] or not number.isdigit()):
            continue  # "Case 4"
        if _YEAR.fullmatch(number) and match["titled"] and not is_signed and match["titled"].lower() not in _COUNTED:
            continue
        noun = _noun(list(words))
        yield (
            FoundInstrument(
                kind=kind,
                title=match.group(),
                number=number,
                noun=noun,
                verb=verb_over(page, noun),
                confidence=NUMBERED,
            ),
            range(_named_in_front(page, words.start), _also_called(page, words.end)),
        )


def _also_called(page: Page, stop: int) -> int:
    """Past the other name of a numbered instrument: "Act No. 3, also known as the “SILENCE LAW”", is no second one."""
    doc, i = page.doc, stop + (page.doc[stop : stop + 1].text == ",")
    while i < len(doc) and doc[i].pos_ == "ADV" and i - stop <= _FARTHEST:
        i += 1
    if i >= len(doc) or doc[i].tag_ != "VBN" or doc[i].lemma_ not in naming_verbs():
        return stop
    i += 1
    while i < len(doc) and doc[i].norm_ in {"as", "the", "a"}:
        i += 1
    if i < len(doc) and doc[i].text in _OPENING_QUOTES:
        closing = (t.i + 1 for t in doc[i + 1 : i + 1 + _LONGEST_NAME] if t.text in _CLOSING_QUOTES)
        return next(closing, stop)
    mention = page.cast.mention_at(doc[i]) if i < len(doc) else None
    return page.cast.tokens[mention].stop if mention is not None else stop


def _named_in_front(page: Page, start: int) -> int:
    """Where the name begins behind which the number stands in brackets: "the CLEAN AIR ACT (Act No. 77)"."""
    before = page.doc[start - 2] if start > 1 and page.doc[start - 1].text == "(" else None
    mention = page.cast.mention_at(before) if before is not None else None
    is_law = mention is not None and page.cast.entity(mention.entity).schema is Schema.LAW
    return page.cast.tokens[mention].start if mention is not None and is_law else start


@cache
def _pattern() -> re.Pattern[str]:
    """A kind of instrument with a capital, or a code; then the number."""
    nouns = sorted((noun for noun in numbered_nouns() if noun.isascii()), key=len, reverse=True)
    titled = "|".join(re.escape(noun.title().replace(" In ", " in ")) for noun in nouns)
    coded = sorted(lettered_nouns(), key=len, reverse=True)
    lettered = "|".join(f"{re.escape(noun.title())}|{re.escape(noun)}" for noun in coded)
    codes = "|".join(map(re.escape, sorted(instrument_codes(), key=len, reverse=True)))
    return re.compile(
        rf"\b(?:(?!(?:{_OPENING}) )[A-Z][\w'-]+ ){{0,3}}(?P<titled>{titled}){_UNION}(?: (?P<sign>{_SIGN}))?"
        rf" (?P<number>{_NUMBER})(?: of (?:19|20)\d\d\b)?"
        rf"|\bBill (?P<bill>[CS]-\d+)"
        rf"|\b(?P<lettered>{lettered})(?: (?P<letter_sign>{_SIGN}))? (?P<letters>{_LETTERED})"
        rf"|\b(?P<code>{codes}) ?(?P<coded>{_NUMBER})"
    )


def _kind_of(match: re.Match[str]) -> InstrumentKind | None:
    if match["code"]:
        return instrument_codes()[match["code"]]
    if match["bill"]:
        return InstrumentKind.LAW
    noun = (match["titled"] or match["lettered"]).lower()
    return numbered_nouns().get(noun) or lettered_nouns()[noun]


def _noun(words: list[Token]) -> Token:
    """The word of the title by which the whole hangs on the verb: parsers take now the noun for it, now the "No"."""
    named = [t for t in words if t.norm_ in numbered_nouns()]
    noun = named[-1] if named else words[0]
    while noun.head in words and noun.head != noun:
        noun = noun.head
    return noun
