"""The parties of an act as PLOVER codes: country and sector ("RUSREB"), or a body between states ("IGOUNO").

A party of which no country is told is given one only where PLOVER's coders do: from its own phrase, from the place of
the act, or from the other side where the act is one between groups of the same country.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from palanca.exchange.plover_codes import Code, code_between_states, country_of_names
from palanca.lexicon.sectors import sectors_of_nouns
from palanca.reading.actors import entity_behind
from palanca.reading.event_acts import Act
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.party_nouns import parties_in
from palanca.records import Category

_PLACED = frozenset(
    {"in", "into", "inside", "near", "at", "on", "across", "through", "against", "to", "over", "from", "outside", "for"}
)
_AT_HOME = {Category.COERCE, Category.PROTEST, Category.CONCEDE, Category.REJECT, Category.RETREAT}
_GROUPS = frozenset({"OPP", "CVL", "REB", "LAB", "EDU", "MED", "PTY", "JUD", "AGR", "REL", "CRM"})
_CODED_ALONE = ("IGO", "NGO", "IMG", "MNC")
_UNIDENTIFIED = "UAF"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedParties:
    """Codes of both sides, each once, in order of the text."""

    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()


def codes_of_act(page: Page, act: Act) -> CodedParties:
    """The codes of both sides of an act."""
    source, target = _codes(page, act.sides.actors), _codes(page, act.sides.recipients)
    around = _codes(page, _around(page, act))
    if not source and act.frame.name == "bomb":
        source = tuple(replace(code, sector=_UNIDENTIFIED) for code in around if code.country)[:1]
    if not any(c.country or c.whole for c in target):
        target = (*target, *(c for c in around if c.country not in {s.country for s in source} or not c.country))
    if not any(c.country or c.whole for c in target):
        target = (*target, *_further(page, act, source))
    source, target = _at_home(act, source, target, around)
    return CodedParties(source=_written(source), target=_written(target))


def code_of(page: Page, token: Token) -> Code | None:
    """The code of the party that a noun phrase names or describes; None if it is nobody."""
    behind = entity_behind(page, token)
    named = behind[0] if behind else None
    names = (named.caption, *named.names) if named else (token.text,)
    if between := code_between_states(names):
        return between
    country = (named.country if named else None) or country_of_names(names) or _country_near(page, token)
    sector = _sector(page, token)
    return Code(country=country or "", sector=sector or "") if country or sector else None


def _codes(page: Page, tokens: Iterable[Token]) -> tuple[Code, ...]:
    return tuple(dict.fromkeys(code for code in (code_of(page, t) for t in tokens) if code))


def _written(codes: Iterable[Code]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(code) for code in codes))


def _at_home(
    act: Act, source: tuple[Code, ...], target: tuple[Code, ...], around: tuple[Code, ...]
) -> tuple[tuple[Code, ...], tuple[Code, ...]]:
    """Give a group without a country that of the place or of the other side, where both are of one country."""
    ours, theirs = _country(source), _country(target)
    group = any(c.sector in _GROUPS for c in target)
    if source and not ours and not _is_between(source) and (act.category in _AT_HOME or group):
        ours = theirs or _country(around)
        source = tuple(replace(c, country=ours) for c in source)
    if target and not theirs and not _is_between(target):
        place = ours if not _is_between(source) else _country(around)
        target = tuple(replace(c, country=place) if not c.whole else c for c in target)
    return source, target


def _country(codes: Iterable[Code]) -> str:
    return next((code.country for code in codes if code.country), "")


def _is_between(codes: Iterable[Code]) -> bool:
    return any(code.whole.startswith(_CODED_ALONE) for code in codes)


def _around(page: Page, act: Act) -> Iterator[Token]:
    """Parties that stand beside the act without a part in it: where it took place, and whom its object concerns."""
    for word in dict.fromkeys((act.word, act.anchor)):
        arguments = page.grammar.arguments(word)
        for oblique in arguments.obliques:
            if oblique.preposition.split(" ")[0] in _PLACED:
                yield from parties_in(page, oblique.token)
        for token in arguments.objects:
            for oblique in page.grammar.prepositional(token):
                yield from parties_in(page, oblique.token)


def _further(page: Page, act: Act, source: tuple[Code, ...]) -> tuple[Code, ...]:
    """The first other country named after the word within its clause."""
    ours = {c.country for c in source}
    for token in page.grammar.subtree(act.anchor):
        if token.i > act.word.i and (country := _word_country(page, token)) and country not in ours:
            return (Code(country=country),)
    return ()


def _country_near(page: Page, token: Token) -> str | None:
    """The country that the words of the phrase point to: "Chechen rebels", "farmers from France"."""
    words = (*reversed(page.grammar.modifiers(token)), *page.grammar.possessors(token))
    near = (
        *words,
        *(
            w
            for a in page.grammar.appositions(token)
            for w in (*page.grammar.modifiers(a), *page.grammar.possessors(a))
        ),
    )
    for word in (*near, *(t for t in page.grammar.subtree(token) if t.i > token.i)):
        if code := _word_country(page, word):
            return code
    return None


def _word_country(page: Page, word: Token) -> str | None:
    if not word.text[:1].isupper():
        return None
    entity = page.cast.at(word)
    return (entity.country if entity else None) or country_of_names((entity.caption,) if entity else (word.text,))


def _sector(page: Page, token: Token) -> str | None:
    """The sector of a phrase: by its head, with the word before it, then by what modifies it."""
    nouns = sectors_of_nouns()
    modifiers = [m.lemma_.lower() for m in page.grammar.modifiers(token)]
    head = token.lemma_.lower()
    pair = f"{modifiers[-1]} {head}" if modifiers else ""
    if (found := nouns.get(pair) or nouns.get(head)) is not None:
        return found
    return next((nouns[m] for m in reversed(modifiers) if m in nouns), None)
