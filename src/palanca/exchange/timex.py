"""Time expressions as TIMEX3 annotates them: dates, times of day, lengths and sets, with their values.

Wider than the times that readers use: "now", "daily", "the past three years" date no act, but are expressions of time.
Relative ones are counted from the document's day or the last one told. Values follow TIMEX3: `2013-W11`, `2012-Q4`,
`2013-03-19TEV`, `P3Y`, `XXXX-WXX-1`, `PRESENT_REF`; a decade is `199`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from palanca.exchange.timex_calendar import Now, day_of
from palanca.exchange.timex_dates import Form, date_forms
from palanca.exchange.timex_hours import hour_forms
from palanca.exchange.timex_lengths import length_forms, set_forms
from palanca.exchange.timex_near import near_forms
from palanca.lexicon.times import time_words
from palanca.reading.grammar.parse import Token, TokenSpan
from palanca.reading.page import Page
from palanca.reading.time_anchor import anchor_of
from palanca.reading.time_matches import any_of
from palanca.reading.time_tense import looks_ahead
from palanca.records import Moment

_REFERENCE = re.compile(r"(?:PAST|PRESENT|FUTURE)_REF")
_COUNTED = {"NNS", "NN", "CD", "$", "NNP", "RB"}
_LEADING_NOUNS = {
    "about",
    "for",
    "in",
    "within",
    "than",
    "nearly",
    "almost",
    "over",
    "under",
    "least",
    "just",
    "after",
    "half",
    "only",
}
_NAMES = {"PERSON", "ORG", "GPE", "FAC", "WORK_OF_ART", "LOC", "PRODUCT", "NORP"}
_AMOUNTS = {"MONEY", "QUANTITY", "PERCENT"}
_NO_TIMES = {"light", "man", "mph", "kilometers", "kilometres", "miles", "man-"}  # "light years", "miles an hour"
_LOOK_BACK = 24


class TimexType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that tell a time: code points, half-open, and the value and type that TIMEX3 gives them."""

    start: int
    end: int
    value: str
    type: TimexType


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Words that one form matched, before it is asked for their value."""

    match: re.Match[str]
    form: Form
    rank: int

    @property
    def start(self) -> int:
        return self.match.start(self._group)

    @property
    def end(self) -> int:
        return self.match.end(self._group)

    @property
    def _group(self) -> int | str:
        """The group that is the expression, where the words around it are only looked at."""
        return "core" if "core" in self.match.re.groupindex else 0


def time_expressions(page: Page) -> tuple[TimeExpression, ...]:
    """Every time expression of a page, in order, none within another."""
    return tuple(_valued(page))


def _valued(page: Page) -> Iterator[TimeExpression]:
    text, now = page.doc.text, Now(published=_published(page))
    past = 0
    for found in sorted(_found(text), key=lambda f: (f.start, -f.end, f.rank)):
        tokens = page.doc.char_span(found.start, found.end, alignment_mode="expand")
        if found.start < past or tokens is None or not _is_time(tokens, found.match):
            continue
        value = found.form.value(found.match, replace(now, ahead=looks_ahead(tokens.root)))
        if value is None:
            continue
        past = found.end
        yield _expression(text, found, tokens, value)
        if value[:4].isdigit() and found.rank != 0:
            now = replace(now, said=value, said_day=day_of(value) or now.said_day)


def _published(page: Page) -> date | None:
    moment, _ = anchor_of(page.document)
    return moment.first_day if isinstance(moment, Moment) and moment.day else None


def _found(text: str) -> Iterator[_Found]:
    for rank, forms in enumerate((set_forms(), (*date_forms(), *near_forms(), *hour_forms()), length_forms())):
        for form in forms:
            for match in form.words.finditer(text):
                yield _Found(match=match, form=form, rank=rank)


def _expression(text: str, found: _Found, tokens: TokenSpan, value: str) -> TimeExpression:
    start = found.start
    lead = _looks().search(text, max(0, start - _LOOK_BACK), start)
    is_over = lead is not None and re.match(r"over|under|about|around|some|only", lead.group(), re.IGNORECASE)
    if _REFERENCE.fullmatch(value) or (is_over and re.match(r"(?i:the|this|these|last|next|past)\b", text[start:])):
        lead = None
    return TimeExpression(
        start=lead.start() if lead else start,
        end=found.end,
        value=value,
        type=_type(found, tokens, value),
    )


_LOOKS: list[re.Pattern[str]] = []


def _looks() -> re.Pattern[str]:
    """Modifiers right before an expression, which TIMEX3 counts to it."""
    if not _LOOKS:
        _LOOKS.append(
            re.compile(rf"\b(?:the\s+)?(?:{any_of(time_words().looks)})(?:\s+|-)(?:the\s+)?\Z", re.IGNORECASE)
        )
    return _LOOKS[0]


def _type(found: _Found, tokens: TokenSpan, value: str) -> TimexType:
    if found.rank == 0:
        return TimexType.SET
    if value.startswith("P") and not _REFERENCE.fullmatch(value):
        return TimexType.SET if _is_rate(tokens, found.match) else TimexType.DURATION
    return TimexType.TIME if re.search(r"T(?:\d\d:|MO|AF|EV|NI|MI)", value) else TimexType.DATE


def _is_rate(tokens: TokenSpan, match: re.Match[str]) -> bool:
    """Whether "a day" tells how often: "barrels a day", "$3 million a year"; not "for a day"."""
    words = match.group().lower().split()
    if len(words) != 2 or words[0] not in {"a", "an"} or tokens.start == 0:
        return False
    before = tokens.doc[tokens.start - 1]
    return before.tag_ in _COUNTED and before.lower_ not in _LEADING_NOUNS


def _is_time(tokens: TokenSpan, match: re.Match[str]) -> bool:
    first, groups = tokens[0], match.groupdict()
    if groups.get("unit") and first.i and (first.nbor(-1).lower_ in _NO_TIMES or match.group().lower() == "per hour"):
        return False
    if groups.get("word"):
        return not _is_capital_inside(first) and not (first.lower_ == "current" and first.tag_ != "JJ")
    if groups.get("month") and match.group() in {"May", "March", "MAY", "MARCH", "August", "April", "June"}:
        before = first.nbor(-1) if first.i and not first.is_sent_start else None
        behind = first.nbor(1) if first.i + 1 < len(first.doc) else None
        is_named = (before is not None and before.pos_ in {"PROPN", "DET"}) or (
            behind is not None and behind.tag_ in {"MD", "VBD", "VBZ"}
        )
        return first.tag_ not in {"MD", "VB", "VBP"} and first.ent_type_ not in _NAMES and not is_named
    if re.fullmatch(r"\d{4}", match.group()):
        return _is_year(first)
    if groups.get("day") and groups["day"][0].isalpha() and first.ent_type_ in {"PERSON", "ORG", "WORK_OF_ART"}:
        return _is_beside_name(tokens)
    if groups.get("season") and match.group()[0].isupper():
        return first.ent_type_ not in {"PERSON", "ORG", "GPE", "NORP", "EVENT"}
    return True


def _is_beside_name(tokens: TokenSpan) -> bool:
    """Whether a weekday only lies beside a name that the parse ran into it: not "The Sunday Times", "Black Friday"."""
    doc = tokens.doc
    before = doc[tokens.start - 1] if tokens.start else None
    behind = doc[tokens.end] if tokens.end < len(doc) else None
    return not any(t is not None and t.text[:1].isupper() and t.pos_ in {"PROPN", "ADJ"} for t in (before, behind))


def _is_capital_inside(token: Token) -> bool:
    """A capital that no sentence begins with: part of a name, as in "Daily Mail"."""
    return token.text[:1].isupper() and not token.is_sent_start and token.pos_ == "PROPN"


def _is_year(token: Token) -> bool:
    """Whether four digits are a year: not "2000 troops", "flight 1914", "$ 1900"."""
    if token.ent_type_ in _AMOUNTS or (
        token.i and token.nbor(-1).text in {"$", "£", "€", "No.", "number", "flight", "Flight"}
    ):
        return False
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if not 1800 <= int(token.text) <= 2100:
        return bool(token.i) and token.nbor(-1).lower_ in {"in", "since", "by", "of", "from", "to", "until"}
    before = token.nbor(-1) if token.i else None
    is_listed = before is not None and before.pos_ == "CCONJ" and token.i > 1 and token.nbor(-2).text.isdigit()
    if behind is None or behind.pos_ not in {"NOUN", "ADJ"} or is_listed:
        return True
    is_counted = behind.tag_ == "NNS" or (behind.pos_ == "ADJ" and behind.head.tag_ == "NNS")
    return not is_counted or (
        before is not None and (before.pos_ in {"DET", "PRON", "PART"} or before.lower_ in {"in", "since", "by"})
    )
