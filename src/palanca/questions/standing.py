"""How a country stands with others: `import palanca` offers `standing`."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from palanca.analysis.dependence.figures import year_of
from palanca.analysis.powers import PowersThen
from palanca.analysis.scope import Scope, Unseen
from palanca.analysis.standing import (
    Act,
    Agreement,
    Ballot,
    Cast,
    Stances,
    agreements,
    stance_of,
    stances,
)
from palanca.claims.event_groups import JOURNEYS, MUTUAL
from palanca.records import TOLD_AS_SO, Claim, ClaimId, EntityId, EventDetail, Modality, RoleName
from palanca.records.query import ANYBODY, All, Either, Field, Parties, PartyTest, Words
from palanca.settlement import settle
from palanca.store import Case

_CASTS = {"vote_for": Cast.YES, "vote_against": Cast.NO, "abstain": Cast.ABSTAIN}
_VOTES = Words(field=Field.MODE, values=tuple(_CASTS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The answer for one host: votes by power, then what each side did to the other, and the scope."""

    host: str
    agreements: tuple[Agreement, ...]
    stances: tuple[Stances, ...]
    scope: Scope


def standing(case: Case, host: str, powers: Collection[str] = (), *, by_year: bool = False) -> Standing:
    """How a country (ISO 3166-1 alpha-3) votes with others and what they do to each other.

    `powers` are the others; without them all countries that the case names. Votes are those of countries themselves;
    acts count for whoever belongs to a country then. A resolution is told by its exact number and the day of the vote.
    Denied, planned and supposed events, and votes told in two ways, are left out and counted. Both lists come by power.
    """
    settle(case)
    count = _Count(case, host)
    wanted = sorted(set(powers) or count.states.keys() - {host})
    ours = count.ballots(host)
    voted = [one for power in wanted for one in count.agreements_with(power, ours, by_year=by_year)]
    acted = stances(count.acts(set(wanted)), by_year=by_year)
    return Standing(host=host, agreements=tuple(voted), stances=tuple(acted), scope=count.scope())


class _Count:
    """One count over the events that name the host, or the votes of one country after the other."""

    def __init__(self, case: Case, host: str) -> None:
        self._case, self._host = case, host
        self.states = _states(case)
        self._powers = PowersThen(case.belongings)
        self._claims: set[ClaimId] = set()
        self._unseen: Counter[str] = Counter()

    def ballots(self, power: str) -> dict[str, Ballot]:
        """The votes of a country by resolution; one that is told in two ways is left out, and counted."""
        found: dict[str, Ballot] = {}
        disputed: set[str] = set()
        for claim in self._votes(power):
            cast = _cast(claim)
            if cast is None or not self._is_actor(claim, power) or not self._happened(claim.modality):
                continue
            for resolution in claim.of(RoleName.RECIPIENT):
                key = f"{resolution.text}\n{claim.time or ''}"
                ballot = Ballot(cast=cast, year=year_of(claim.time), claim=claim.id)
                if found.setdefault(key, ballot).cast is not cast:
                    disputed.add(key)
        self._unseen["votes that sources tell in two ways"] += len(disputed)
        return {key: ballot for key, ballot in found.items() if key not in disputed}

    def _votes(self, power: str) -> Iterator[Claim]:
        """The claims of votes in which the country itself takes part."""
        states = sorted(self.states.get(power, ()))
        if states:
            taking_part = Either(parts=tuple(Parties(tests=(PartyTest(name=state),)) for state in states))
            yield from self._case.found(All(parts=(_VOTES, taking_part)))

    def agreements_with(self, power: str, ours: Mapping[str, Ballot], *, by_year: bool) -> list[Agreement]:
        """How host and power voted; nothing for a power without a vote."""
        theirs = self.ballots(power) if ours else {}
        if not theirs:
            return []
        found = agreements(power, ours, theirs, by_year=by_year)
        self._claims.update(claim for one in found for claim in one.claims)
        return found

    def _is_actor(self, claim: Claim, power: str) -> bool:
        states = self.states.get(power, frozenset())
        return any(
            one.identity in states if one.identity else self._powers.of(None, one.text, None) == power
            for one in claim.of(RoleName.ACTOR)
        )

    def acts(self, wanted: Collection[str]) -> Iterator[Act]:
        """What host and powers did to each other, votes left out. One done together is an act of both."""
        of_host = Parties(tests=(PartyTest(name=ANYBODY, country=self._host),))
        between = _Between(self._host, wanted)
        for claim, category, mode, modality, year, actors, recipients in self._case.dealings(of_host):
            sides = between[category in MUTUAL and mode not in JOURNEYS, actors, recipients]
            if not sides or mode in _CASTS or not self._happened(modality):
                continue
            self._claims.add(claim)
            stance = stance_of(category, mode)
            for power, by_host in sides:
                yield Act(power, by_host, category, stance, year, claim)

    def _happened(self, modality: Modality) -> bool:
        """Whether an event is told to have happened; one that is not is counted."""
        if modality not in TOLD_AS_SO:
            self._unseen[f"{modality} events"] += 1
        return modality in TOLD_AS_SO

    def scope(self) -> Scope:
        """What was counted."""
        told = self._case.count_told(self._claims)
        unseen = [Unseen(number=number, what=what) for what, number in sorted(self._unseen.items()) if number]
        return Scope(
            claims=told.claims, documents=told.documents, sources=told.sources,
            searched=self._case.count_documents(), unseen=tuple(unseen),
        )  # fmt: skip


class _Between(dict[tuple[bool, frozenset[str], frozenset[str]], list[tuple[str, bool]]]):
    """Each power with which the host deals, and whether the host acts, in the order of who acts and to whom it is done.

    Asked by whether the act goes both ways, who acts, and to whom it is done: of the events of a host most are alike.
    """

    def __init__(self, host: str, wanted: Collection[str]) -> None:
        super().__init__()
        self._host, self._wanted = host, frozenset(wanted) - {host}

    def __missing__(self, key: tuple[bool, frozenset[str], frozenset[str]]) -> list[tuple[str, bool]]:
        is_mutual, actors, recipients = key
        if is_mutual or not recipients:
            actors = recipients = actors | recipients
        found = [(self._host, one) for one in recipients & self._wanted] if self._host in actors else []
        if self._host in recipients:
            found += [(one, self._host) for one in actors & self._wanted]
        self[key] = [(other if one == self._host else one, one == self._host) for one, other in sorted(found)]
        return self[key]


def _states(case: Case) -> dict[str, frozenset[EntityId]]:
    """By country the things that are that country, as far as the case names it."""
    found: dict[str, set[EntityId]] = {}
    for thing in case.countries():
        if thing.country:
            found.setdefault(thing.country, set()).add(thing.id)
    return {country: frozenset(things) for country, things in found.items()}


def _cast(claim: Claim) -> Cast | None:
    return _CASTS.get(claim.detail.mode or "") if isinstance(claim.detail, EventDetail) else None
