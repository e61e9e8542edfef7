"""How a language puts times in words: its patterns, and what the words around a time make of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from palanca.lexicon.spanish_times import spanish_time_words
from palanca.lexicon.times import Bounds, time_words
from palanca.reading.spanish_time_patterns import spanish_patterns
from palanca.reading.time_matches import Pattern, any_of, words_of
from palanca.reading.time_meanings import Edge
from palanca.reading.time_patterns import is_led_to, patterns

_NOTHING = re.compile(r"(?!)")
_LOOK_BACK = 24
# "in 2000 troops": a number of things; a year before an act is looked at by the parse
_COUNTED = re.compile(
    r"\s+(?:people|troops|soldiers|men|women|dollars|euros|pounds|km|kilomet|miles|met(?:er|re)s|feet"
    r"|percent|per cent|tons|tonnes|votes)",
    re.IGNORECASE,
)
_MONTH_LEAD = re.compile(
    r"\b(?:in|since|of|by|until|till|to|from|through|during|before|after|early|late|mid|and|between|this|last|next|for|or)[\s-]+$",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:published|posted|updated|last|modified|on|date|dated|at|gmt|utc|est|edt|pst|cet|by|am|pm)\b|\d|\W",
    re.IGNORECASE,
)
_SPANISH_STAMP = re.compile(
    r"(?:publicado|publicada|actualizado|actualizada|actualización|fecha|el|de|a|las|por|hrs|horas|h|am|pm|gmt)\b|\d|\W",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The time words of one language.

    `signs` are words of which every phrase without a digit has one, lower case. A bare year counts where `led_to` says
    that a word leads to it, unless `counted` stands behind, or where `dated` does. `never_before` and `never_behind`
    make a name or a habit of a day or month; `doubtful` words are a month only behind `month_lead`. `lead` has the
    groups edge, about and part; `edges` are its edges. `join` stands between the ends of a range, `range_lead` (group
    lead) before it, `between` opens the ranges whose ends `and_word` joins, `stamp` are the words of a line that tells
    when the document was written.
    """

    patterns: tuple[Pattern, ...]
    signs: frozenset[str]
    led_to: Callable[[str, int], bool]
    counted: re.Pattern[str]
    dated: re.Pattern[str]
    never_before: tuple[re.Pattern[str], ...]
    never_behind: re.Pattern[str]
    doubtful: frozenset[str]
    month_lead: re.Pattern[str]
    lead: re.Pattern[str]
    edges: Mapping[str, Edge]
    since: tuple[str, ...]
    loosened: re.Pattern[str]
    join: re.Pattern[str]
    range_lead: re.Pattern[str]
    between: str
    and_word: str
    stamp: re.Pattern[str]


def wording(language: str) -> Wording:
    """The time words of a language, by the first part of its BCP 47 tag; English for one that has none."""
    return _spanish() if language.lower().split("-", 1)[0] == "es" else _english()


@cache
def _english() -> Wording:
    words = time_words()
    edges = edges_of(words.bounds)
    edge = rf"(?P<edge>{any_of(edges)})(?:\s+|-)(?:at\s+least\s+)?(?:the\s+)?"
    about = rf"(?P<about>{any_of(words.about)})\s+(?:the\s+)?"
    part = rf"(?P<part>{any_of(words.parts)})(?:-|\s+)(?:(?:in|of|on)\s+)?(?:the\s+)?"
    return Wording(
        patterns=patterns(),
        signs=words_of(patterns()),
        led_to=is_led_to,
        counted=_COUNTED,
        # "The 2014 coup", "the 2019 general elections".
        dated=re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?(?:{any_of(words.happenings)})(?:s|es)?\b"),
        never_before=(
            re.compile(r"\b(?:every|each|all)\s+(?:\w+\s+)?$", re.IGNORECASE),
            re.compile(rf"\b(?:{any_of(w.capitalize() for w in words.named_before)})\s+$"),
        ),
        never_behind=re.compile(rf"\s+(?:{any_of(w.title() for w in words.named_behind)})\b"),
        doubtful=frozenset({"May", "March", "MAY", "MARCH"}),
        month_lead=_MONTH_LEAD,
        lead=re.compile(rf"(?:\b{edge})?(?:\b{about})?(?:\b{part})?$", re.IGNORECASE),
        edges=edges,
        since=("since", "from then"),
        loosened=re.compile(r"mid|early|late(?! on)"),
        join=re.compile(
            r"\s*(?:[-–—]|to|until|till|through|up to|and)\s*(?:the\s+|early\s+|late\s+|mid-)?", re.IGNORECASE
        ),
        range_lead=re.compile(r"\b(?P<lead>from|between|since)\s+(?:the\s+|early\s+|late\s+|mid-)?$", re.IGNORECASE),
        between="between",
        and_word="and",
        stamp=_STAMP,
    )


@cache
def _spanish() -> Wording:
    words, article = spanish_time_words(), r"(?:(?:el|la|los|las|este|esta)\s+)?"
    edges = edges_of(words.bounds)
    edge = rf"(?P<edge>{any_of(edges)})\s+{article}"
    about = rf"(?P<about>{any_of(words.about)})\s+{article}"
    part = rf"(?P<part>{any_of(words.parts)})\s+{article}(?:año\s+)?"
    led = re.compile(
        rf"(?:(?:^|[\s\"“«(])(?i:{any_of(words.to_years)})\s+|[(\[]|(?:^|\.|\n)\s*)(?:(?:el|año|del\s+año)\s+)?$"
    )
    return Wording(
        patterns=spanish_patterns(),
        signs=words_of(spanish_patterns()),
        led_to=lambda text, start: bool(led.search(text, max(0, start - _LOOK_BACK), start)),
        counted=re.compile(rf"\s+(?!(?:{any_of(words.never_counted)})\b)\w+s\b", re.IGNORECASE),
        dated=_NOTHING,
        never_before=(re.compile(r"\b(?:todos\s+los|todas\s+las|cada|los|las)\s+$", re.IGNORECASE),),
        never_behind=_NOTHING,
        doubtful=frozenset(),
        month_lead=_NOTHING,
        lead=re.compile(rf"(?:\b{edge})?(?:\b{about})?(?:\b{part})?$", re.IGNORECASE),
        edges=edges,
        since=("desde entonces",),
        loosened=_NOTHING,
        join=re.compile(r"\s*(?:[-–—]|al|a|hasta(?:\s+el)?|y)\s*(?:el\s+)?", re.IGNORECASE),
        range_lead=re.compile(r"\b(?P<lead>del|de|desde|entre)\s+(?:el\s+)?$", re.IGNORECASE),
        between="entre",
        and_word="y",
        stamp=_SPANISH_STAMP,
    )


def edges_of(bounds: Bounds) -> dict[str, Edge]:
    """Each preposition with the edge that it makes."""
    return {form: edge for edge in Edge for form in getattr(bounds, edge.value)}
