"""Times at the head of an entry: in chronologies, lists and minutes a date alone, or with a colon, opens its line.

"March 2015: The leaders of both countries sign a declaration." dates all that its line tells, in whatever tense, unless
an act has a time of its own, lies before ("had signed") or ahead ("will sign").
"""

import re

from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page, TimeMention
from palanca.records import Bound, Time

_MARK = re.compile(r"\s*[*_]{0,2}\s*(?:[:–—|]|-\s|\.\s+(?=[^\W\d_]))")
_BULLET = re.compile(r"[\s•·*▪‣●○+>#–—-]*(?:\(?\d{1,3}[.)]\s)?(?:(?:On|In|Early|Late|Mid)\s)?[*_]{0,2}", re.IGNORECASE)
_ELSEWHERE = {"have", "will", "would", "shall", "may", "might", "could"}


def entry_time(page: Page, predicate: Token) -> Time | None:
    """The time at the head of the line in which an act is told; None where none stands there or it does not date it."""
    opening = _opening(page, predicate)
    if opening is None or isinstance(opening.time.start, Bound):
        return None
    arguments = page.grammar.arguments(predicate)
    is_past = "have" in arguments.auxiliaries and any(c.lower_ == "had" for c in predicate.children)
    return None if is_past or (_ELSEWHERE - {"have"}).intersection(arguments.auxiliaries) else opening.time


def opening_time(page: Page, token: Token) -> Time | None:
    """The time at the head of the token's line, whatever the line tells: "1909: extradition treaty"."""
    opening = _opening(page, token)
    return opening.time if opening is not None and not isinstance(opening.time.start, Bound) else None


def _opening(page: Page, token: Token) -> TimeMention | None:
    """The time that opens the token's line."""
    text = page.document.text
    start = text.rfind("\n", 0, token.idx) + 1
    for mention in page.times:
        first, last = page.doc[mention.first], page.doc[mention.last - 1]
        if first.idx >= token.idx:
            return None
        if first.idx >= start:
            end = last.idx + len(last)
            is_head = _BULLET.fullmatch(text, start, first.idx) and _MARK.match(text, end)
            return mention if is_head else None
    return None
