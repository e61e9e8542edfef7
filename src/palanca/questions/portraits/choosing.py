"""Which claims a portrait lists: of each section those that most sources tell, however many there are."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import batched

from palanca.exchange.dossier.headings import KIND_OF, Chosen, Heading, heading_of, heading_of_sort
from palanca.questions.portraits.asked import PortraitOptions, is_undated, is_within
from palanca.records import Claim, DocumentId, Filter, Identity, Kind, RoleName
from palanca.records.errors import Outdated
from palanca.records.query import (
    ANYBODY,
    TOLD,
    All,
    Comparison,
    Either,
    Field,
    Measure,
    Not,
    Number,
    Parties,
    PartyTest,
    Query,
    When,
    Words,
    surely,
)
from palanca.store import Case, Sort

_KINDS = (Kind.OFFICE, Kind.EVENT, Kind.INSTRUMENT, Kind.TIE, Kind.QUANTITY)
_BATCH = 500
_HEADINGS = tuple(heading for heading in Heading if heading is not Heading.REGISTERS)
_ROLES_OF_STATE = {
    Heading.OFFICES: (RoleName.BODY,),
    Heading.CONTACTS: (RoleName.ACTOR, RoleName.RECIPIENT),
    Heading.INSTRUMENTS: (RoleName.ISSUER, RoleName.PARTY),
    Heading.TIES: (RoleName.SOURCE, RoleName.TARGET),
    Heading.MONEY: (RoleName.SUBJECT,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was chosen, by heading, and how much there is in all; `undated` claims were left out for want of a day."""

    chosen: tuple[Chosen, ...]
    claims: int
    documents: int
    sources: int
    undated: int


def chosen_of_thing(case: Case, thing: Identity, options: PortraitOptions) -> Choice:
    """The claims in which a thing takes part, and what it is quoted with."""
    return _chosen_within(case, thing, options) if options.is_bounded else _chosen_of_all(case, thing, options)


def _chosen_of_all(case: Case, thing: Identity, options: PortraitOptions) -> Choice:
    """Whenever they were: the claims are counted, and those alone read that may be listed."""
    told = case.most_told(thing, least_confidence=options.least_confidence, limit=options.limit)
    first = {claim for sort in told.sorts for claim in sort.first}
    known = case.claims_by_id(first)
    if len(known) < len(first):
        raise Outdated("claims have gone, and the case is being settled: ask again in a moment")
    chosen: list[Chosen] = []
    for heading in _HEADINGS:
        sorts = [sort for sort in told.sorts if heading in _headings_of(sort)]
        best = nsmallest(options.limit, (known[claim] for sort in sorts for claim in sort.first), key=_most_told)
        chosen.append(Chosen(heading=heading, claims=tuple(best), total=sum(sort.total for sort in sorts)))
    found = told.found
    return Choice(
        chosen=tuple(chosen), claims=found.claims, documents=found.documents, sources=found.sources, undated=0
    )


def _headings_of(sort: Sort) -> tuple[Heading, ...]:
    heading = heading_of_sort(sort.kind, sort.modality)
    return (heading, Heading.DISPUTES) if sort.is_disputed else (heading,)


def _chosen_within(case: Case, thing: Identity, options: PortraitOptions) -> Choice:
    """Of a stretch of time, which the index does not know of offices. Ids and the best claims stay in memory."""
    piles: dict[Heading, _Pile] = {heading: _Pile() for heading in _HEADINGS}
    documents: set[DocumentId] = set()
    undated = 0
    for claim in _about(case, thing):
        if claim.confidence < options.least_confidence:
            continue
        if not is_within(claim, options):
            undated += is_undated(claim)
            continue
        documents.update(one.document for one in claim.evidence)
        piles[heading_of(claim)].add(claim, options.limit)
        if claim.disputes:
            piles[Heading.DISPUTES].add(claim, options.limit)
    source_of = case.sources()
    return Choice(
        chosen=tuple(pile.chosen(heading, options.limit) for heading, pile in piles.items()),
        claims=sum(pile.total for heading, pile in piles.items() if heading is not Heading.DISPUTES),
        documents=len(documents),
        sources=len({source_of[one] for one in documents}),
        undated=undated,
    )


@dataclass(slots=True)
class _Pile:
    """The claims of one heading; of many only those that most sources tell stay in it."""

    total: int = 0
    _kept: list[Claim] = field(default_factory=list)

    def add(self, claim: Claim, limit: int) -> None:
        """Take a claim in."""
        self.total += 1
        self._kept.append(claim)
        if len(self._kept) >= 2 * limit + _BATCH:
            self._kept = nsmallest(limit, self._kept, key=_most_told)

    def chosen(self, heading: Heading, limit: int) -> Chosen:
        """What is to be listed."""
        return Chosen(heading=heading, claims=tuple(nsmallest(limit, self._kept, key=_most_told)), total=self.total)


def _most_told(claim: Claim) -> tuple[int, int, str]:
    return -claim.sources, -claim.documents, claim.id


def _about(case: Case, thing: Identity) -> Iterator[Claim]:
    for kind in _KINDS:
        yield from case.claims_about({thing.id}, kind)
    members = frozenset(thing.members)
    quoted = case.claims(Filter(kinds=(Kind.QUOTATION,), who=thing.caption))
    for several in batched(quoted, _BATCH):
        known = case.evidence(one.statement for claim in several for one in claim.evidence)
        for claim in several:
            speakers = (known[one.statement].speaker for one in claim.evidence)
            if any(speaker and speaker.entity in members for speaker in speakers):
                yield claim


def chosen_of_country(case: Case, code: str, options: PortraitOptions) -> Choice:
    """The claims in which a country takes part, or who belongs to it; its offices are those of its bodies."""
    wanted = {heading: _of_heading(heading, code) for heading in _ROLES_OF_STATE}
    whole = Either(parts=tuple(_of_kind(heading, code) for heading in _ROLES_OF_STATE))
    wanted[Heading.NOT_DONE] = All(parts=(whole, Not(part=TOLD)))
    wanted[Heading.DISPUTES] = All(parts=(whole, Words(field=Field.DISPUTED, values=("yes",))))
    counted = case.count_found(_narrowed(whole, options))
    undated = All(parts=(whole, surely(options.least_confidence), When(first=None, last=None)))
    return Choice(
        chosen=tuple(_best(case, heading, _narrowed(query, options), options) for heading, query in wanted.items()),
        claims=counted.claims,
        documents=counted.documents,
        sources=counted.sources,
        undated=case.count_claims(undated) if options.is_bounded else 0,
    )


def _of_kind(heading: Heading, code: str) -> Query:
    parties = [PartyTest(name=ANYBODY, country=code, roles=_ROLES_OF_STATE[heading])]
    if heading is Heading.CONTACTS:
        parties.append(PartyTest(name=ANYBODY, is_other=True))
    return All(parts=(Words(field=Field.KIND, values=(KIND_OF[heading],)), Parties(tests=tuple(parties))))


def _of_heading(heading: Heading, code: str) -> Query:
    return All(parts=(_of_kind(heading, code), TOLD))


def _narrowed(query: Query, options: PortraitOptions) -> Query:
    within = (When(first=options.since, last=options.until),) if options.is_bounded else ()
    return All(parts=(query, surely(options.least_confidence), *within))


def _best(case: Case, heading: Heading, query: Query, options: PortraitOptions) -> Chosen:
    """Those that most sources tell; of the ones that a single source tells, the earliest fill up what is left."""
    limit = options.limit
    several, single = (
        All(parts=(query, Number(measure=Measure.SOURCES, comparison=comparison, value=2)))
        for comparison in (Comparison.AT_LEAST, Comparison.LESS)
    )
    found = {claim.id: claim for claim in case.best_told(several, limit=limit)}
    if len(found) < limit:
        found |= {claim.id: claim for claim in case.found(single, limit=limit - len(found))}
    return Chosen(heading=heading, claims=tuple(found.values()), total=case.count_claims(query))
