"""Deaths that documents tell.

No reader makes a statement of a death as such. Where somebody dies who is called by an office, or is killed, the
statement of that carries the date, and the words beside the name say that it is a death.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from weakref import WeakKeyDictionary

from palanca.analysis.audit.ledger import Ledger, Told
from palanca.analysis.audit.words import any_of, words
from palanca.records import (
    TOLD_AS_SO,
    Category,
    EntityId,
    EventDetail,
    Filler,
    OfficeDetail,
    RoleName,
    Time,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Death:
    """That somebody died, and when, as a statement tells it."""

    time: Time
    told: Told


_KNOWN: WeakKeyDictionary[Ledger, Mapping[EntityId, list[Death]]] = WeakKeyDictionary()


def deaths(ledger: Ledger) -> Mapping[EntityId, list[Death]]:
    """The dated deaths of persons of the case: looked for once in a ledger, for three checks ask."""
    if ledger not in _KNOWN:
        _KNOWN[ledger] = _deaths(ledger)
    return _KNOWN[ledger]


def _deaths(ledger: Ledger) -> Mapping[EntityId, list[Death]]:
    found: dict[EntityId, list[Death]] = defaultdict(list)
    deadly = ledger.deadly()
    for told in (one for one in ledger.all_told() if one.claim.id in deadly):
        time = _time_of_death(told)
        if time is None or time.last_day is None or told.statement.modality not in TOLD_AS_SO:
            continue
        for role in told.statement.roles:
            person = ledger.person(role.filler)
            if person and _dies(ledger, told, role.filler):
                found[person.id].append(Death(time=time, told=told))
    return found


def _time_of_death(told: Told) -> Time | None:
    """The time of which the verb of a statement may be a verb of dying: of an office, of an act of violence."""
    detail = told.statement.detail
    if isinstance(detail, OfficeDetail):
        return detail.end or told.statement.time
    is_violent = isinstance(detail, EventDetail) and detail.category is Category.ASSAULT
    return told.statement.time if is_violent else None


def _dies(ledger: Ledger, told: Told, filler: Filler) -> bool:
    before, behind = told.words_before(ledger, filler.span), told.words_behind(ledger, filler.span)
    if _dies_behind().match(behind):
        return True
    is_hit = filler in told.statement.fillers(RoleName.RECIPIENT) and not behind.startswith(("'s", "’s"))
    return is_hit and _is_killed_before().search(before) is not None


@cache
def _dies_behind() -> re.Pattern[str]:
    """ "Ana Ruiz, the minister, has died", "was shot dead": a clause between commas, auxiliaries, the verb."""
    lists = words()
    passive, aside = any_of(*lists.passive), r"(?:\s*,[^,;.]{1,90},)?"
    filling = r"(?:\s+(?:who|later|also|has|had|have|himself|herself|subsequently|confirmed|ha|había))*"
    dying = rf"\s+{any_of(*lists.dying)}|(?:\s+{passive})+\s+{any_of(*lists.killing, *lists.dying)}"
    return re.compile(rf"{aside}{filling}(?:{dying})", re.IGNORECASE)


@cache
def _is_killed_before() -> re.Pattern[str]:
    """ "Killed Ana Ruiz", "assassinated president Ana Ruiz"."""
    return re.compile(rf"{any_of(*words().killing)}\s+(?:a\s+)?(?:[\w.-]+\s+){{0,2}}$", re.IGNORECASE)
