"""What an instrument is called: the words before its noun, its number, and the name that it is given."""

import re

from palanca.lexicon.instruments import instrument_nouns, naming_verbs
from palanca.reading.grammar.parse import Token
from palanca.reading.instrument_deeds import with_behind
from palanca.reading.page import Page
from palanca.reading.quantity_votes import counts_votes
from palanca.records import Schema

_NUMBER = re.compile(r"\d+(?::\d+-[a-z]{2}-\d+)?(?:[-/.][\dA-Z]\w*)*")
_CODED = re.compile(rf"(?:[A-Z]{{1,8}}[-/])*{_NUMBER.pattern}")
_OF_YEAR = re.compile(
    r"[,(] ?(?:[A-Z]\w+ )?(?:No\.?|N\.?º|Number|number|no\.) ?(?P<number>\d+(?:[-/]\d+)?(?: of \d{4})?)"
)
_NUMBER_SIGNS = {"no", "no.", "nº", "n°", "n.º", "n.°", "nro", "nro.", "nr", "nr.", "number", "número", "#", "№"}
_QUOTES = {'"', "“", "”", "«", "»", "'", "‘", "’"}
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LONGEST_NAME = 8  # tokens


def number_behind(page: Page, noun: Token) -> str | None:
    """ "Resolution No. 1430/2019", "decree 12-2020", "the contract, number 14-2021,"."""
    i = noun.i + 1
    apart = page.doc[i : i + 2]
    i += len(apart) > 1 and apart[0].text in {",", "("} and apart[1].norm_ in _NUMBER_SIGNS
    signed = i < len(page.doc) and page.doc[i].norm_ in _NUMBER_SIGNS
    i += signed
    if i < len(page.doc) and page.doc[i].text == "." and signed:
        i += 1
    if i < len(page.doc) and not signed and counts_votes(page.doc[i]):
        return None
    written = _CODED if signed else _NUMBER
    match = written.match(page.document.text, page.doc[i].idx) if i < len(page.doc) else None
    return match.group() if match and (signed or "/" in match.group() or "-" in match.group()) else None


def number_of_year(page: Page, i: int) -> str | None:
    """Behind the name of a law, at token `i`: "the Mines Act, NO. 3 OF 2010,", "(Act No. 3 of 2010)"."""
    lead = page.doc[i : i + 1].text
    match = _OF_YEAR.match(page.document.text, page.doc[i].idx) if lead in {",", "("} else None
    return " ".join(match["number"].split()) if match else None


def given_name(page: Page, noun: Token) -> str | None:
    """ "A programme dubbed “Iron Gate”": the quoted name behind a participle of naming."""
    reach = _LONGEST_NAME if page.doc[noun.i + 1 : noun.i + 2].text == "of" else 3  # "the law OF 12 MAY 1998, known as"
    verb = next((t for t in page.doc[noun.i + 1 : noun.i + 1 + reach] if t.lemma_ in naming_verbs()), None)
    if verb is None:
        return None
    behind = (page.cast.at(t) for t in page.doc[verb.i + 1 : verb.i + _LONGEST_NAME])
    law = next((entity for entity in behind if entity is not None and entity.schema is Schema.LAW), None)
    if law is not None:  # "the law of 1998, known as the MINING CODE"
        return law.caption
    quotes = [t.i for t in page.doc[verb.i + 1 : verb.i + _LONGEST_NAME] if t.text in _QUOTES]
    return page.doc[quotes[0] + 1 : quotes[1]].text if len(quotes) > 1 else None


def title_of(page: Page, noun: Token) -> str:
    """The noun with what stands before it, without article or owner."""
    words = [t for t in page.grammar.phrase(noun) if t.i <= noun.i]
    words = words[max((i for i, t in enumerate(words) if t.pos_ == "DET"), default=0) :]  # "found VOID a law"
    while words and words[0] is not noun and is_before_title(words[0]):
        words.pop(0)
    owners = {t.i for owner in page.grammar.possessors(noun) for t in (*owner.subtree, owner)}
    kept = [t for t in words if t.i not in owners]
    title = " ".join("".join(t.text_with_ws for t in kept).split()) or noun.text
    if noun.lemma_.lower() == "amendment" and (whole := _what_it_amends(page, noun)):
        return f"{title} {whole}"
    behind = noun.doc[noun.i + 1 : noun.i + 3].text
    return f"{title} {behind}" if with_behind(noun) in instrument_nouns() else title


def _what_it_amends(page: Page, noun: Token) -> str | None:
    """ "OF ARTICLE 102 OF THE CONSTITUTION": up to the law of which it is the amendment."""
    words = page.doc[noun.i + 1 : noun.i + 1 + _LONGEST_NAME]
    law = next((t for t in words if t.lemma_.lower() in instrument_nouns()), None)
    is_of = len(words) > 0 and words[0].norm_ in {"of", "to"}
    return page.doc[noun.i + 1 : law.i + 1].text if is_of and law is not None else None


def is_before_title(token: Token) -> bool:
    """Articles, counts and possessive endings, but not the number of "25-year concession"."""
    if token.pos_ == "NUM" and token.i + 1 < len(token.doc) and token.nbor().text == "-":
        return False
    return token.pos_ in {"DET", "PRON", "NUM"} or token.norm_ in {"'s", "’s"}


def number_in(title: str) -> str | None:
    """The number of a title; a bare year is none."""
    return next((m.group() for m in _NUMBER.finditer(title) if not _YEAR.fullmatch(m.group())), None)
