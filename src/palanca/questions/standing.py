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
from palanca.records import Claim, ClaimId, EntityId, EventDetail, Modality, RoleName
from palanca.records.query import ANYBODY, All, Either, Field, Parties, PartyTest, Words
from palanca.settlement import settle
from palanca.store import Case
from palanca.store.dealings import Dealing

_CASTS = {"vote_for": Cast.YES, "vote_against": Cast.NO, "abstain": Cast.ABSTAIN}
_VOTES = Words(field=Field.MODE, values=tuple(_CASTS))
_HAPPENED = frozenset({Modality.ASSERTED, Modality.REPORTED})


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
        host, of_host = self._host, Parties(tests=(PartyTest(name=ANYBODY, country=self._host),))
        for dealing in self._case.dealings(of_host):
            between = self._between(dealing, wanted) if dealing.mode not in _CASTS else []
            if not between or not self._happened(dealing.modality):
                continue
            self._claims.add(dealing.id)
            category, stance = dealing.category, stance_of(dealing.category, dealing.mode)
            for actor, other in between:
                power = other if actor == host else actor
                yield Act(power, actor == host, category, stance, dealing.year, dealing.id)

    def _between(self, dealing: Dealing, wanted: Collection[str]) -> list[tuple[str, str]]:
        """Who acts and to whom it is done, in order, where one of them is the host and the other is wanted."""
        host, actors, recipients = self._host, dealing.actors, dealing.recipients
        if not recipients or (dealing.category in MUTUAL and dealing.mode not in JOURNEYS):
            actors = recipients = actors | recipients
        found: list[tuple[str, str]] = []
        if host in actors:
            found += [(host, other) for other in recipients if other != host and other in wanted]
        if host in recipients:
            found += [(actor, host) for actor in actors if actor != host and actor in wanted]
        return sorted(found) if len(found) > 1 else found

    def _happened(self, modality: Modality) -> bool:
        """Whether an event is told to have happened; one that is not is counted."""
        if modality not in _HAPPENED:
            self._unseen[f"{modality} events"] += 1
        return modality in _HAPPENED

    def scope(self) -> Scope:
        """What was counted."""
        told = self._case.count_told(self._claims)
        unseen = [Unseen(number=number, what=what) for what, number in sorted(self._unseen.items()) if number]
        return Scope(
            claims=told.claims, documents=told.documents, sources=told.sources,
            searched=self._case.count_documents(), unseen=tuple(unseen),
        )  # fmt: skip


def _states(case: Case) -> dict[str, frozenset[EntityId]]:
    """By country the things that are that country, as far as the case names it."""
    found: dict[str, set[EntityId]] = {}
    for thing in case.countries():
        if thing.country:
            found.setdefault(thing.country, set()).add(thing.id)
    return {country: frozenset(things) for country, things in found.items()}


def _cast(claim: Claim) -> Cast | None:
    return _CASTS.get(claim.detail.mode or "") if isinstance(claim.detail, EventDetail) else None
