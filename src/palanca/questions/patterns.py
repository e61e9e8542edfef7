"""Motifs of several claims: who stands on both sides, what came after which meeting, what was done without a law."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from palanca.analysis.patterns import Link, Match, Measured, Pattern, Variable, load_folder, shipped_patterns
from palanca.analysis.patterns.declared import VARIABLE_IN_WORDS
from palanca.analysis.scope import Scope, Unseen, scope_of
from palanca.lexicon.countries import country
from palanca.records import Claim, DocumentId, EntityId, Modality, Review
from palanca.records.errors import InvalidPattern
from palanca.records.query import EVERYTHING, All, Either, Field, Query, When, Words
from palanca.settlement import settle
from palanca.store import Case

PROPOSAL, CONFIRMED = "proposal", "confirmed"
DEFAULT_LIMIT = 50
_UNTOLD = (Modality.DENIED, Modality.PLANNED, Modality.HYPOTHETICAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLeg:
    """One leg of a finding: its name in the pattern, and the claim."""

    name: str
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternFinding:
    """Claims that fit a pattern, in the order of its legs.

    `reads` is the finding in a sentence, `parties` are names by variable, `links` how the legs lie in time, each with
    whether dates prove it (else they only allow it). `weakest` is the leg that rests on the fewest independent sources;
    of equals, the one of which readers are least sure, and then one without a date.
    """

    pattern: Pattern
    legs: tuple[FoundLeg, ...]
    parties: dict[str, str]
    links: tuple[tuple[Link, bool], ...]
    reads: str

    @property
    def state(self) -> str:
        """Confirmed once a person has confirmed every leg, and a proposal until then."""
        is_confirmed = all(leg.claim.review is Review.CONFIRMED for leg in self.legs)
        return CONFIRMED if is_confirmed else PROPOSAL

    @property
    def is_certain(self) -> bool:
        """Whether dates prove all that the pattern says of time."""
        return all(certain for _, certain in self.links)

    @property
    def weakest(self) -> FoundLeg:
        """The leg to check first; what a person confirmed comes last."""
        return min(self.legs, key=lambda leg: _strength(leg.claim))


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
    case: Case, names: Iterable[str] = (), *, folder: Path | None = None, limit: int = DEFAULT_LIMIT
) -> PatternsAnswer:
    """What fits the patterns of these names, or all; of each the first `limit`, what dates prove first.

    Raises InvalidPattern for a file that is none, and for a name that none has.
    """
    wanted = tuple(_chosen(known_patterns(folder), tuple(names)))
    settle(case)
    findings: list[PatternFinding] = []
    cut: list[str] = []
    for pattern in wanted:
        found = list(case.matches(pattern, limit=limit + 1))
        findings += [_finding(case, pattern, match) for match in found[:limit]]
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


def _finding(case: Case, pattern: Pattern, match: Match) -> PatternFinding:
    parties = {
        variable.name: _shown(case, variable, value)
        for variable, value in zip(pattern.variables, match.parties, strict=True)
        if value is not None
    }
    return PatternFinding(
        pattern=pattern,
        legs=tuple(
            FoundLeg(name=leg.name, claim=case.claim(claim))
            for leg, claim in zip(pattern.legs, match.claims, strict=True)
        ),
        parties=parties,
        links=tuple(zip(pattern.shown_links, match.certain, strict=True)),
        reads=VARIABLE_IN_WORDS.sub(lambda word: parties[word[1]], pattern.reads),
    )


def _shown(case: Case, variable: Variable, value: str) -> str:
    return country(value).name if variable.by is Measured.COUNTRY else case.thing(EntityId(value)).caption


def _strength(claim: Claim) -> tuple[bool, int, float, bool]:
    return claim.review is Review.CONFIRMED, claim.sources, claim.confidence, claim.time is not None


def _scope(case: Case, wanted: Sequence[Pattern], findings: Sequence[PatternFinding]) -> Scope:
    claims = {leg.claim.id: leg.claim for finding in findings for leg in finding.legs}
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
    untold = case.count_parts(All(parts=(of_kinds, Words(field=Field.MODALITY, values=_UNTOLD))), [EVERYTHING])
    yield Unseen(number=untold[0], what="claims of the kinds asked for that are only denied, planned or supposed")
