"""Whose somebody is: the country and the branch that each thing belongs to, when, and for what reason.

A rule of words and of evidence, no judgement of loyalties: a person acts for the body in which an office is held, a
body for the country that it is part of. Outside the days of an office nobody is counted to its branch. What a person
decided of a thing stands in the place of what the rule gives, at all times.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from palanca.analysis.tables import shown_role
from palanca.claims.telling import Days
from palanca.claims.tenures import Tenure
from palanca.identity.judging import Settled
from palanca.lexicon.branches import branch_of_body, branch_of_office
from palanca.lexicon.countries import country
from palanca.records import (
    TOLD_AS_SO,
    Claim,
    ClaimId,
    EntityId,
    Identity,
    OfficeDetail,
    RoleName,
    Schema,
    TieDetail,
    TieKind,
)
from palanca.records.query import Branch
from palanca.records.sayings import Sayings

_BELONGS = (TieKind.PART_OF, TieKind.SUBSIDIARY_OF, TieKind.LOCATED_IN)  # source kind target: of the target's country
_OWNED = (TieKind.OWNS, TieKind.CONTROLS)  # the target is of the source's country
MOST_STEPS = 4
"""From a body to its country: longer chains are mostly wrong links."""
LOWER_END: Mapping[TieKind, RoleName] = {
    **dict.fromkeys(_BELONGS, RoleName.SOURCE), **dict.fromkeys(_OWNED, RoleName.TARGET),
}  # fmt: skip
"""Of the kinds of ties along which a thing is of a country, the end that is of the country of the other."""
_OF_SCHEMA = {Schema.COMPANY: Branch.COMPANY}
_LANDS_AT_HAND = 1_024  # countries
_PORTFOLIOS = frozenset({"minister", "secretary", "undersecretary"})  # "of the navy" says what for, not of what


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging:
    """That a thing is of a country and a branch, from `first` to `last` (None: without end); either may be unknown.

    `reason` says in one line why; `claim` is the one that tells it, where one does.
    """

    thing: EntityId
    country: str | None
    branch: Branch | None
    reason: str
    first: date | None = None
    last: date | None = None
    claim: ClaimId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What people decided, by the thing on which they did."""

    countries: Mapping[EntityId, Settled] = field(default_factory=dict)
    branches: Mapping[EntityId, Settled] = field(default_factory=dict)

    def country_of(self, thing: Identity) -> Settled | None:
        """The country that was decided; None if none was."""
        return self.countries.get(thing.id)

    def branch_of(self, thing: Identity) -> Settled | None:
        """The branch that was decided; None if none was."""
        return self.branches.get(thing.id)


_UNPLACED = Placed()


def belongings(
    things: Iterable[Identity], tenures: Iterable[Tenure], ties: Iterable[Claim], placed: Placed = _UNPLACED
) -> list[Belonging]:
    """What every thing belongs to, by thing, then narrowest stretch first: those of offices before lasting ones.

    Things of which neither country nor branch is known are left out.
    """
    known = {thing.id: thing for thing in things}
    lands = Lands({one: land_of(thing) for one, thing in known.items()}, ties, placed)
    held = sorted((pair for tenure in tenures for pair in held_in(tenure)), key=itemgetter(0))
    return list(belongings_in_order((thing for _, thing in sorted(known.items())), held, lands))


def belongings_in_order(
    things: Iterable[Identity], held: Iterable[tuple[EntityId, "Held"]], lands: "Lands"
) -> Iterator[Belonging]:
    """The same of things in order of id, and of holders in that order with what they held: neither need be in memory
    together.
    """
    holders = groupby(held, key=itemgetter(0))
    holder, offices = next(holders, _NOBODY)
    for thing in things:
        while holder is not None and holder < thing.id:
            holder, offices = next(holders, _NOBODY)
        own = [one for _, one in offices] if holder == thing.id else []
        yield from _overruled(thing, list(_of_thing(thing, own, lands)), lands.placed)


def belonging_at(held: Iterable[Belonging], days: Days | None) -> tuple[str | None, Branch | None]:
    """The country and the branch of a thing on some day; without days, what holds for good.

    `held` are its belongings in their order. Of offices the narrowest that can cover the days tells both; where none
    does, the country of the others still holds and no branch does.
    """
    lasting: Belonging | None = None
    elsewhen: str | None = None
    for one in held:
        if one.first is None and one.last is None:
            lasting = lasting or one
        elif days and (one.first or date.min) <= days[1] and (one.last or date.max) >= days[0]:
            return one.country or (lasting.country if lasting else None), one.branch
        else:
            elsewhen = elsewhen or one.country
    if lasting:
        return lasting.country or elsewhen, lasting.branch
    return elsewhen, None


def _overruled(thing: Identity, ruled: list[Belonging], placed: Placed) -> Iterator[Belonging]:
    """What the rule gives for a thing, with what people decided in its place; that holds on all days."""
    land, branch = placed.country_of(thing), placed.branch_of(thing)
    if land is None and branch is None:
        yield from ruled
        return
    lasting = () if any(one.first is one.last is None for one in ruled) else (_nothing_known_of(thing.id),)
    for one in (*ruled, *lasting):
        reasons = (_said("country", land), _said("branch", branch), one.reason)
        yield replace(
            one,
            country=(land.value or None) if land else one.country,
            branch=(Branch(branch.value) if branch.value else None) if branch else one.branch,
            reason="; ".join(filter(None, reasons)),
        )


DECIDED = " decided by "
"""What the reason of a belonging says when a person decided it."""

BELONGINGS = Sayings(
    {
        "state": "a state acts by its government",
        "schema": "{thing} is told to be a {schema}",
        "names": "of {country} by its names",
        "decided_country": f"country{DECIDED}{{who}} on {{day}}",
        "decided_branch": f"branch{DECIDED}{{who}} on {{day}}",
    }
)
"""Why a thing is taken to be of a country or branch, with semicolons between. Other reasons name offices and ties."""


def _said(what: str, settled: Settled | None) -> str:
    return BELONGINGS.say(f"decided_{what}", who=settled.who, day=settled.on) if settled else ""


def _nothing_known_of(thing: EntityId) -> Belonging:
    return Belonging(thing=thing, country=None, branch=None, reason="")


_NOBODY: tuple[EntityId | None, Iterator[tuple[EntityId, "Held"]]] = None, iter(())


@dataclass(frozen=True, slots=True)
class Held:
    """What of a tenure tells whose its holder is: claims are many, and this is small."""

    first: date
    last: date
    claim: ClaimId
    role: str
    body: str
    body_id: EntityId | None


def held_in(tenure: Tenure) -> Iterator[tuple[EntityId, Held]]:
    """Who of the case held an office, with what tells whose they are by it."""
    for party in tenure.claim.of(RoleName.PERSON):
        if party.identity:
            yield party.identity, _held(tenure)


def _held(tenure: Tenure) -> Held:
    claim = tenure.claim
    role = claim.detail.role if isinstance(claim.detail, OfficeDetail) else ""
    body = next(iter(claim.of(RoleName.BODY)), None)
    first, last = tenure.possible
    return Held(first, last, claim.id, role, body.text if body else "", body.identity if body else None)


def _of_thing(thing: Identity, offices: Iterable[Held], lands: "Lands") -> Iterator[Belonging]:
    for held in sorted(offices, key=lambda one: (one.last - one.first, one.first, one.claim)):
        found = _of_office(thing.id, held, lands)
        if found.country or found.branch:
            yield found
    land, why, claim = lands.of(thing.id)
    branch, told = _branch(thing)
    if land or branch:
        reason = "; ".join(filter(None, (why, told)))
        yield Belonging(thing=thing.id, country=land, branch=branch, reason=reason, claim=claim)


def _of_office(person: EntityId, held: Held, lands: "Lands") -> Belonging:
    land = lands.of(held.body_id)[0] if held.body_id else None
    return Belonging(
        thing=person,
        country=land or lands.of(person)[0],
        branch=_branch_of_office(held),
        reason=", ".join(filter(None, (shown_role(held.role), held.body))),
        first=held.first,
        last=held.last,
        claim=held.claim,
    )


def _branch_of_office(held: Held) -> Branch | None:
    """By the title, but by the body where the title is one that any body has: its president is its own.

    A body without a name stands in the title: "president of the electoral court". A "secretary of the navy" is no part
    of it: that is a portfolio.
    """
    title = branch_of_office(held.role)
    plain, _, unnamed = held.role.partition(" of the ")
    within = unnamed if _PORTFOLIOS.isdisjoint(plain.split()[-1:]) else ""
    body = (branch_of_body(within) if within else None) or (branch_of_body(held.body) if held.body else None)
    if title and not (body and title[0] is Branch.EXECUTIVE):
        return title[0]
    return body[0] if body else None


def _branch(thing: Identity) -> tuple[Branch | None, str]:
    if thing.is_country:
        return Branch.EXECUTIVE, BELONGINGS.say("state")
    if thing.schema is Schema.PERSON:
        return None, ""
    for name in (thing.caption, *thing.names):
        if told := branch_of_body(name):
            return told[0], f"{name}: {told[1]}"
    by_schema = _OF_SCHEMA.get(thing.schema)
    return (
        (by_schema, BELONGINGS.say("schema", thing=thing.caption, schema=thing.schema.lower()))
        if by_schema
        else (None, "")
    )


def links_of(claim: Claim) -> Iterator[tuple[EntityId, EntityId, str]]:
    """The things that a tie puts under others, each with the other, and how: both are things of the case."""
    if not isinstance(claim.detail, TieDetail) or claim.modality not in TOLD_AS_SO:
        return
    kind = claim.detail.kind
    for source in claim.of(RoleName.SOURCE):
        for target in claim.of(RoleName.TARGET):
            if source.identity and target.identity and kind in _BELONGS:
                yield source.identity, target.identity, f"{kind} {target.text}"
            elif source.identity and target.identity and kind in _OWNED:
                yield target.identity, source.identity, f"{source.text} {kind} it"


@dataclass(frozen=True, slots=True)
class Land:
    """What of a thing tells of what country it is."""

    country: str | None
    is_country: bool


def land_of(thing: Identity) -> Land:
    """The same of what is known of a thing: one for all of one country, since a register names a million things."""
    return _land(thing.country, is_country=thing.is_country)


@lru_cache(maxsize=_LANDS_AT_HAND)
def _land(code: str | None, *, is_country: bool) -> Land:
    return Land(code, is_country)


class Lands:
    """The countries of things: told of themselves, or along ties.

    `known` need not have things that are of no country by themselves, if nobody decided on theirs. Of ties those alone
    are held that put a thing of no known country under another.
    """

    def __init__(self, known: Mapping[EntityId, Land], ties: Iterable[Claim], placed: Placed) -> None:
        self._known, self.placed = known, placed
        self._above: dict[EntityId, list[tuple[EntityId, str, ClaimId]]] = defaultdict(list)
        self._found: dict[EntityId, tuple[str | None, str, ClaimId | None]] = {}
        same: dict[str, str] = {}  # many are under one thing, for one reason
        for claim in ties:
            for lower, above, why in links_of(claim):
                if not self._is_told(lower):
                    shared = EntityId(same.setdefault(above, above)), same.setdefault(why, why)
                    self._above[lower].append((*shared, claim.id))

    def _is_told(self, thing: EntityId) -> bool:
        """Whether the country is told without ties: by the thing itself, or by a person."""
        own = self._known.get(thing)
        return own is not None and (bool(own.country) or thing in self.placed.countries)

    def of(self, thing: EntityId) -> tuple[str | None, str, ClaimId | None]:
        """The country, why, and the claim that tells it. Ties that lead to several countries tell none."""
        if thing not in self._above:  # most, which are not worth keeping
            return self._work_out(thing, MOST_STEPS)
        if thing not in self._found:
            self._found[thing] = self._work_out(thing, MOST_STEPS)
        return self._found[thing]

    def _work_out(self, thing: EntityId, steps: int) -> tuple[str | None, str, ClaimId | None]:
        own = self._known.get(thing)
        if own and (decided := self.placed.countries.get(thing)):
            return decided.value or None, "", None
        if own and own.country:
            return (
                own.country,
                "" if own.is_country else BELONGINGS.say("names", country=country(own.country).name),
                None,
            )
        if not steps:
            return None, "", None
        reached = {
            land: (why, claim)
            for above, why, claim in sorted(self._above.get(thing, ()), reverse=True)
            if (land := self._work_out(above, steps - 1)[0])
        }
        if len(reached) != 1:
            return None, "", None
        ((land, (why, claim)),) = reached.items()
        return land, why, claim
