"""The country of a state office that names none, where its holder is the host of a guest who came there.

"She flew to Oslo for talks with Prime Minister Ruud", "he was received in Quito by President Paz": who is met, or
receives, where somebody came to is of that country. Who travels along is not; and since ministers meet in third
countries, who is only met must lead a state, and its capital or the country itself be where he is met.
"""

from palanca.lexicon.appointments import hosts
from palanca.lexicon.countries import country_named, country_of_capital
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.states import state_of
from palanca.records import Entity, Filler, Schema

_TOWARDS = 4  # tokens from the verb to the place: "visited the city of Oslo"


def host_country(page: Page, role: str, person: Filler) -> Entity | None:
    """The country whose office of state a person holds as the host of a guest; None where none is told to come.

    Only a country that the document names can be one.
    """
    if person.span is None:
        return None
    name = next((t for t in page.doc if t.idx >= person.span.start), None)
    if name is None:
        return None
    for place in _places_before(page, name):
        between = {token.lemma_.lower() for token in page.doc[place.i + 1 : name.i]}
        if between & hosts().along or _country_between(page, place, name):
            return None
        came, received = (_led_by(place, verbs) for verbs in (hosts().coming, hosts().receiving))
        is_met = came and between & hosts().meeting and role in hosts().leaders and _is_seat(page, place)
        there = page.cast.at(place)
        return state_of(page, there.country if there else None) if is_met or (received and "by" in between) else None
    return None


def _places_before(page: Page, name: Token) -> list[Token]:
    """The last tokens of the places of the sentence before the name, the nearest first."""
    inside = page.doc[name.sent.start : name.i]
    told = [token for token in inside if (one := page.cast.at(token)) and one.schema is Schema.PLACE and one.country]
    ends = {token.i for token in told} - {token.i - 1 for token in told}
    return [token for token in reversed(told) if token.i in ends]


def _led_by(place: Token, verbs: frozenset[str]) -> bool:
    before = place.doc[max(place.sent.start, place.i - _TOWARDS) : place.i]
    return any(token.lemma_.lower() in verbs for token in before)


def _is_seat(page: Page, place: Token) -> bool:
    there = page.cast.mention_at(place)
    return there is not None and (country_of_capital(there.text) or country_named(there.text)) is not None


def _country_between(page: Page, place: Token, name: Token) -> bool:
    """Whether another country is told before the title: "came to Oslo to meet the FRENCH president"."""
    home = page.cast.at(place)
    others = (page.cast.at(token) for token in page.doc[place.i + 1 : name.i])
    return any(other and home and other.country not in {None, home.country} for other in others)
