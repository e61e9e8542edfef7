"""Who undoes what was done, where the words only tell that it was undone: "the ban WAS LIFTED in May".

Whoever imposed it lifts it: the clause behind the noun tells who that was ("the levy THAT CHAD IMPOSED was lifted"), or
an act told before to which the noun points back.
"""

from collections.abc import Sequence

from palanca.reading.actors import all_of
from palanca.reading.event_acts import Act
from palanca.reading.event_aims import points_back, told_before
from palanca.reading.event_deeds import makers
from palanca.reading.page import Page
from palanca.records import Filler, RoleName, Statement

_LIFTING = "lift"


def undone_by(page: Page, act: Act, told: Sequence[Statement]) -> tuple[tuple[Filler, ...], tuple[Filler, ...]]:
    """Who lifts it and for whom; nobody where the act is no lifting, or nothing says. `told` are the acts before it."""
    if act.frame.name != _LIFTING or not act.passive:
        return (), ()
    for noun in page.grammar.arguments(act.anchor).objects:
        if doers := all_of(page, makers(page, noun)):
            return doers, ()
        if points_back(page, noun) and (imposed := told_before(page, noun, told)):
            return imposed.fillers(RoleName.ACTOR), imposed.fillers(RoleName.RECIPIENT)
    return (), ()
