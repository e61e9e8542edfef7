"""What somebody holds over a country without having it: its airspace, a sector of its economy, its power supply.

"Control over Chadian AIRSPACE", "India dominates the main BRANCHES of Fiji's economy". Such a thing has no name
of its own and is told as the text describes it.
"""

from collections.abc import Iterator

from palanca.lexicon.tie_lists import domains, dominating, exemplifying, shares
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.states import is_state
from palanca.reading.tie_ends import FoundTie, all_named, end_of_place_behind, entity_of, written
from palanca.records import Filler, Schema, TieKind
from palanca.records.entity import BODIES

_ARTICLES = {"the", "a", "an", "el", "la", "los", "las"}
_WHOSE = {"of", "to", "in"}
_VERB = 0.65


def domain(page: Page, noun: Token) -> Filler | None:
    """What of a country a noun describes: "Chadian AIRSPACE", "the WATERS of Togo"."""
    stop = _end_of_domain(page, noun)
    if stop is None:
        return None
    first = next((t for t in page.grammar.phrase(noun) if t.norm_ not in _ARTICLES), noun)
    return written(page, first.i, stop)


def domains_of(page: Page, noun: Token) -> Iterator[Filler]:
    """What a noun describes, or the examples that it is told to include: "PARTS of the grid, including the dam"."""
    examples = [o.token for o in page.grammar.prepositional(noun) if o.preposition in exemplifying()]
    listed = [t for one in examples for t in page.grammar.conjuncts(one)]
    told = [found for t in listed if (found := domain(page, t))]
    if listed:
        yield from told
    elif (found := domain(page, noun)) is not None:
        yield found


def ties_by_domain(page: Page, verb: Token) -> Iterator[FoundTie]:
    """ "India DOMINATES the main branches of Fiji's economy"."""
    if verb.lemma_.lower() not in dominating() or verb.pos_ != "VERB":
        return
    arguments = page.grammar.arguments(verb)
    for noun in arguments.objects if not arguments.negated else ():
        for thing in domains_of(page, noun):
            for owner in all_named(page, arguments.subjects):
                if is_governor(page, owner):
                    yield FoundTie(
                        kind=TieKind.CONTROLS, source=owner, target=thing, word=verb, confidence=_VERB
                    )  # fmt: skip


def is_governor(page: Page, filler: Filler) -> bool:
    """Whether an end is a state or a body."""
    entity = entity_of(page, filler)
    return entity is not None and (is_state(entity) or entity.schema in BODIES)


def owned_domain(page: Page, noun: Token) -> Filler | None:
    """What is owned in "90 PERCENT of Togo's electricity is Chinese-owned"."""
    if noun.lemma_.lower() in shares() or noun.norm_ in shares():
        behind = (o.token for o in page.grammar.prepositional(noun) if o.preposition == "of")
        return next((found for t in behind if (found := domain(page, t))), None)
    return domain(page, noun)


def _end_of_domain(page: Page, noun: Token) -> int | None:
    if noun.lemma_.lower() not in domains() or page.cast.at(noun) is not None:
        return None
    if (stop := end_of_place_behind(page, noun, _WHOSE)) is not None:
        return stop
    inner = (o.token for o in page.grammar.prepositional(noun) if o.preposition == "of")
    stop = next((end for t in inner if (end := _end_of_domain(page, t))), None)
    whose = (*page.grammar.possessors(noun), *page.grammar.modifiers(noun))
    places = [t for t in whose if (e := page.cast.at(t)) and e.schema is Schema.PLACE]
    is_told = any(not page.grammar.is_pronoun(t) for t in places)
    return stop or (noun.i + 1 if is_told else None)
