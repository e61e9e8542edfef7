"""Motifs of several claims: who stands on both sides, what came after which meeting, what was done without a law."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from palanca.analysis.patterns import Link, Match, Measured, Pattern, Variable, load_folder, shipped_patterns
from palanca.analysis.patterns.declared import VARIABLE_IN_WORDS
from palanca.analysis.patterns.grouping import by_parties
from palanca.analysis.scope import Scope, Unseen, scope_of
from palanca.lexicon.countries import country
from palanca.records import (
    UNTOLD,
    Claim,
    ClaimId,
    DocumentId,
    EntityId,
    Identity,
    Review,
    Span,
    Statement,
    StatementId,
)
from palanca.records.errors import InvalidPattern, Outdated
from palanca.records.query import EVERYTHING, All, Either, Field, Query, When, Words
from palanca.settlement import settle
from palanca.store import Case

PROPOSAL, CONFIRMED = "proposal", "confirmed"
DEFAULT_LIMIT = 50
MOST_INSTANCES = 20
"""So many instances of a finding are opened; all are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLeg:
    """One leg of a finding: its name in the pattern, and the claim."""

    name: str
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """Claims that fit a pattern once, in the order of its legs.

    `links` are how the legs lie in time, each with whether dates prove it (else they only allow it). `weakest` is the
    leg that rests on the fewest independent sources; of equals, the one of which readers are least sure, and then one
    without a date.
    """

    legs: tuple[FoundLeg, ...]
    links: tuple[tuple[Link, bool], ...]

    @property
    def is_confirmed(self) -> bool:
        """Whether a person has confirmed every leg."""
        return all(leg.claim.review is Review.CONFIRMED for leg in self.legs)

    @property
    def is_certain(self) -> bool:
        """Whether dates prove all that the pattern says of time."""
        return all(certain for _, certain in self.links)

    @property
    def weakest(self) -> FoundLeg:
        """The leg to check first; what a person confirmed comes last."""
        return min(self.legs, key=lambda leg: _strength(leg.claim))


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternFinding:
    """Parties between whom a pattern fits, once or more.

    `reads` is the finding in a sentence, `parties` are names by variable. `number` counts all instances; `instances`
    are the first of them, the most telling first; what the same sentences tell in two ways is one.
    """

    pattern: Pattern
    parties: dict[str, str]
    reads: str
    number: int
    instances: tuple[Instance, ...]

    @property
    def state(self) -> str:
        """Confirmed once a person has confirmed every leg of an instance, and a proposal until then."""
        return CONFIRMED if any(one.is_confirmed for one in self.instances) else PROPOSAL

    @property
    def is_certain(self) -> bool:
        """Whether dates prove all that the pattern says of time, in one instance at least."""
        return any(one.is_certain for one in self.instances)


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternsAnswer:
    """What was found of each pattern, in the order asked; `cut` are the names of those of which there is more."""

    patterns: tuple[Pattern, ...]
    findings: tuple[PatternFinding, ...]
    cut: tuple[str, ...]
    scope: Scope


def known_patterns(folder: Path | None = None) -> tuple[Pattern, ...]:
    """The patterns that come with Palanca and then those of a folder.

    Raises InvalidPattern with file and line, and when two have one name.
    """
    found = (*shipped_patterns(), *(load_folder(folder) if folder else ()))
    names = [pattern.name for pattern in found]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise InvalidPattern(f"two patterns are called {twice!r}: give the one in {folder} another name")
    return found


def patterns(
    case: Case,
    names: Iterable[str] = (),
    *,
    folder: Path | None = None,
    limit: int = DEFAULT_LIMIT,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> PatternsAnswer:
    """What fits the patterns of these names, or all; of each the first `limit` findings, the most telling first.

    By pattern in the order asked. `folder` holds patterns of one's own. `progress` is told how many of how many
    patterns have been looked for. Raises InvalidPattern for a file that is none, and for a name that none has.
    """
    wanted = tuple(_chosen(known_patterns(folder), tuple(names)))
    settle(case)
    findings: list[PatternFinding] = []
    cut: list[str] = []
    for done, pattern in enumerate(wanted):
        progress(done, len(wanted))
        found = by_parties(case.matches(pattern))
        findings += _findings(case, pattern, found[:limit])
        cut += [pattern.name] if len(found) > limit else []
    scope = _scope(case, wanted, findings)
    return PatternsAnswer(patterns=wanted, findings=tuple(findings), cut=tuple(cut), scope=scope)


def _chosen(known: Sequence[Pattern], names: Sequence[str]) -> Iterator[Pattern]:
    if not names:
        yield from known
    by_name = {pattern.name: pattern for pattern in known}
    for name in dict.fromkeys(names):
        if name not in by_name:
            near = get_close_matches(name, by_name, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(by_name)}"
            raise InvalidPattern(f"no pattern is called {name!r}: {hint}")
        yield by_name[name]


@dataclass(frozen=True, slots=True)
class _Opened:
    """What shown instances consist of, asked for once for all: claims, statements that lead them, and parties."""

    claims: Mapping[ClaimId, Claim]
    leads: Mapping[StatementId, Statement]
    things: Mapping[EntityId, Identity]

    def instance(self, pattern: Pattern, match: Match) -> Instance:
        return Instance(
            legs=tuple(
                FoundLeg(name=leg.name, claim=self.claims[claim])
                for leg, claim in zip(pattern.legs, match.claims, strict=True)
            ),
            links=tuple(zip(pattern.shown_links, match.certain, strict=True)),
        )

    def sentences(self, instance: Instance) -> tuple[tuple[DocumentId, Span], ...]:
        """Where the legs are told: what one sentence tells as a tie and as an office is one instance."""
        leads = (self.leads[leg.claim.lead] for leg in instance.legs)
        return tuple((lead.document, lead.span) for lead in leads)


def _findings(case: Case, pattern: Pattern, found: Sequence[Sequence[Match]]) -> list[PatternFinding]:
    shown = {claim for matches in found for match in matches[:MOST_INSTANCES] for claim in match.claims}
    claims = case.claims_by_id(shown)
    parties = {EntityId(party) for matches in found for party in matches[0].parties if party is not None}
    leads = case.evidence({claim.lead for claim in claims.values()})
    opened = _Opened(claims, leads, case.known(parties))
    return [_finding(pattern, matches, opened) for matches in found]


def _finding(pattern: Pattern, matches: Sequence[Match], opened: _Opened) -> PatternFinding:
    parties = {
        variable.name: _shown(opened.things, variable, value)
        for variable, value in zip(pattern.variables, matches[0].parties, strict=True)
        if value is not None
    }
    shown = [opened.instance(pattern, match) for match in matches[:MOST_INSTANCES]]
    told: dict[object, Instance] = {}
    for one in shown:
        told.setdefault(opened.sentences(one), one)
    instances = tuple(told.values())
    return PatternFinding(
        pattern=pattern,
        parties=parties,
        reads=VARIABLE_IN_WORDS.sub(lambda word: parties[word[1]], pattern.reads),
        number=len(matches) - len(shown) + len(instances),
        instances=instances,
    )


def _shown(things: Mapping[EntityId, Identity], variable: Variable, value: str) -> str:
    if variable.by is Measured.COUNTRY:
        return country(value).name
    if (thing := things.get(EntityId(value))) is None:
        raise Outdated("a party has gone, and the case is being settled: ask again in a moment")
    return thing.caption


def _strength(claim: Claim) -> tuple[bool, int, float, bool]:
    return claim.review is Review.CONFIRMED, claim.sources, claim.confidence, claim.time is not None


def _scope(case: Case, wanted: Sequence[Pattern], findings: Sequence[PatternFinding]) -> Scope:
    instances = (instance for finding in findings for instance in finding.instances)
    claims = {leg.claim.id: leg.claim for instance in instances for leg in instance.legs}
    known = case.sources({one.document for claim in claims.values() for one in claim.evidence})

    def source_of(document: DocumentId) -> str:
        return known.get(document, document)

    searched = case.count_documents()
    return scope_of(claims.values(), source_of, searched=searched, unseen=_unseen(case, wanted))


def _unseen(case: Case, wanted: Sequence[Pattern]) -> Iterator[Unseen]:
    """What could be a leg, but is not told as having happened, or has no date to be held against others."""
    asked: dict[Query, None] = dict.fromkeys(
        way.query for pattern in wanted for leg in pattern.legs for way in leg.ways
    )
    kinds = tuple(dict.fromkeys(way.kind for pattern in wanted for leg in pattern.legs for way in leg.ways))
    of_kinds = Words(field=Field.KIND, values=kinds)
    undated = case.count_parts(All(parts=(of_kinds, When(first=None, last=None))), [Either(parts=tuple(asked))])
    yield Unseen(number=undated[0], what="claims that could be a leg and have no date: none of them proves an order")
    untold = case.count_parts(All(parts=(of_kinds, Words(field=Field.MODALITY, values=UNTOLD))), [EVERYTHING])
    yield Unseen(number=untold[0], what="claims of the kinds asked for that are only denied, planned or supposed")
