"""Which claims a register sets out to hold, so that one that it lacks is missing from it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from palanca.analysis.incumbents import destination
from palanca.claims.roles import role_key
from palanca.claims.telling import Days, days_of
from palanca.records import (
    Claim,
    Coverage,
    DocumentId,
    EntityId,
    EventDetail,
    OfficeDetail,
    Register,
)

_COURTESIES = frozenset({"ambassador", "envoy", "consul"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is known beside the claims: of which register a document is a row, and of which country a thing is.

    `held` tells the offices that the parties of an event held then, lower-cased and without their body. `reported` is
    the time that the articles of the case can be expected to tell of; None when that is not known.
    """

    registers: Mapping[str, Register]
    register_of: Callable[[DocumentId], str | None]
    country_of: Callable[[EntityId], str | None]
    held: Callable[[Claim], Collection[str]]
    reported: Days | None = None


def covers(register: Register, claim: Claim, known: Surroundings) -> bool:
    """Whether a register sets out to hold such a claim. What the claim leaves open is not covered."""
    return any(_is_covered(one, claim, known) for one in register.coverage)


def _is_covered(coverage: Coverage, claim: Claim, known: Surroundings) -> bool:
    detail = claim.detail
    if coverage.kind is not claim.kind:
        return False
    if isinstance(detail, EventDetail) and (
        coverage.category not in (None, detail.category) or coverage.mode not in (None, detail.mode)
    ):
        return False
    return (
        _is_in_time(coverage, claim)
        and _is_in_countries(coverage, claim, known)
        and (not coverage.roles or _is_of_roles(coverage, claim, known))
    )


def _is_in_time(coverage: Coverage, claim: Claim) -> bool:
    bounds = days_of(coverage.time)
    if bounds is None:
        return True
    days = days_of(claim.time) or term_of(claim)
    return days is not None and bounds[0] <= days[0] and days[1] <= bounds[1]


def _is_in_countries(coverage: Coverage, claim: Claim, known: Surroundings) -> bool:
    if not coverage.countries:
        return True
    told = (party.identity for party in claim.parties if party.identity)
    return any(known.country_of(identity) in coverage.countries for identity in told)


def _is_of_roles(coverage: Coverage, claim: Claim, known: Surroundings) -> bool:
    """Whether an office, or one that a party of an event held then, is among those of the register."""
    wanted = {role_key(role) for role in coverage.roles}
    held = [claim.detail.role] if isinstance(claim.detail, OfficeDetail) else known.held(claim)
    return any(_is_of_role(role, wanted) for role in held)


def _is_of_role(role: str, wanted: Collection[str]) -> bool:
    """Whether a role is wanted as it is, or by its title; who is an "ambassador" to nowhere bears it as a courtesy."""
    title, sent_to = destination(role)
    if sent_to is None and title in _COURTESIES:
        return False
    return role_key(role) in wanted or role_key(title) in wanted


def term_of(claim: Claim) -> Days | None:
    """The days from the first to the last that an office claim tells of; None where it tells none."""
    detail = claim.detail
    if not isinstance(detail, OfficeDetail):
        return None
    start, end, shown = days_of(detail.start), days_of(detail.end), days_of(claim.time)
    ends = [days for days in (start, end, shown) if days]
    return (min(days[0] for days in ends), max(days[1] for days in ends)) if ends else None
