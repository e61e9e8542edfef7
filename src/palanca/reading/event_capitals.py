"""Capitals that stand for the governments which sit in them: who warns Lomé warns Togo."""

from dataclasses import replace

from palanca.lexicon.countries import country_of_capital
from palanca.reading.event_acts import Act
from palanca.reading.page import Page
from palanca.reading.states import is_town, state_of
from palanca.records import Category, Filler

_BETWEEN_GOVERNMENTS = {
    Category.ACCUSE,
    Category.AGREE,
    Category.CONCEDE,
    Category.REJECT,
    Category.REQUEST,
    Category.SANCTION,
    Category.SUPPORT,
    Category.THREATEN,
}
_INSIDE = {"of", "in", "at", "near", "outside"}


def seated(page: Page, act: Act, parties: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """The parties with the state for its capital, where words or ties pass between governments: "warned LOMÉ".

    What is of a capital, or in it, is no government: "the mayor OF LOMÉ", "a LOMÉ newspaper".
    """
    if act.category not in _BETWEEN_GOVERNMENTS:
        return parties
    told = [(_governing(page, f) or f) for f in parties]
    return tuple({f.entity or f.text: f for f in told}.values())


def _governing(page: Page, filler: Filler) -> Filler | None:
    place = page.cast.entity(filler.entity) if filler.entity else None
    country = country_of_capital(filler.text) if is_town(place) else None
    state = state_of(page, country.alpha3) if country is not None else None
    if state is None or filler.span is None:
        return None
    named = page.doc.char_span(filler.span.start, filler.span.end, alignment_mode="expand")
    before = page.doc[named.start - 1].norm_ if named is not None and named.start else ""
    if named is None or before in _INSIDE or page.grammar.is_premodifier(named.root):
        return None
    return replace(filler, entity=state.id, text=state.caption)
