"""Claims that rest on one document, though others tell of the same parties, or on several that are one voice."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from palanca.analysis.audit.ledger import Ledger, Told, finding
from palanca.analysis.audit.rule import Rule
from palanca.analysis.audit.wording import about, counted, listed
from palanca.records import (
    Claim,
    DocumentId,
    EntityId,
    Finding,
    FindingKind,
    Kind,
    Modality,
    OfficeDetail,
    Review,
    Severity,
)

_LEAST_SURE = 0.6  # what readers doubt more is read first, before its sources are counted
_TOLD = frozenset({Modality.ASSERTED, Modality.REPORTED})
_KINDS = frozenset({Kind.EVENT, Kind.OFFICE, Kind.TIE, Kind.INSTRUMENT, Kind.QUANTITY})
_WEEK = timedelta(days=7)

type Pair = tuple[EntityId, EntityId]


def single_sources(ledger: Ledger) -> Iterator[Finding]:
    """One finding for each claim of one document of whose parties others write in the same week."""
    elsewhere = _documents_of_pairs(ledger)
    for claim in ledger.claims:
        if claim.documents == 1 and _counts(claim):
            document = claim.evidence[0].document
            others = {
                other
                for pair in _pairs(ledger, claim)
                for other in elsewhere[pair]
                if other != document and _same_week(ledger, document, other)
            }
            if others:
                yield _single(ledger, claim, len(others))


def _single(ledger: Ledger, claim: Claim, others: int) -> Finding:
    pairs = {end for pair in _pairs(ledger, claim) for end in pair}
    parties = [party.text for party in claim.parties if party.identity in pairs and party.role]
    text = (
        f"{about(claim, ledger)}: one document tells it, and {counted(others, 'other document')} of the same week "
        f"{'tells' if others == 1 else 'tell'} of {listed(list(dict.fromkeys(parties)))} without it."
    )
    return finding(ledger, FindingKind.SINGLE_SOURCE, Severity.LOW, text, _evidence(ledger, claim))


def copies_only(ledger: Ledger) -> Iterator[Finding]:
    """One finding for each claim of several documents that are one voice."""
    for claim in ledger.claims:
        if claim.documents > 1 and claim.sources == 1 and _counts(claim):
            text = f"{about(claim, ledger)}: {counted(claim.documents, 'document')} tell it, {_why(ledger, claim)}."
            yield finding(ledger, FindingKind.COPIES_ONLY, Severity.MEDIUM, text, _evidence(ledger, claim))


def _why(ledger: Ledger, claim: Claim) -> str:
    """Why its documents are one voice, as far as the records tell."""
    speakers = {statement.speaker.text if statement.speaker else None for statement in ledger.told(claim)}
    if len(speakers) == 1 and None not in speakers:
        return f"all in the words of {speakers.pop()}"
    outlets = {ledger.documents[evidence.document].outlet for evidence in claim.evidence}
    if len(outlets) == 1 and None not in outlets:
        return f"all of {outlets.pop()}"
    return "in nearly the same words, of one outlet or of one speaker"


def _counts(claim: Claim) -> bool:
    """Whether its sources matter: told as a fact, of some weight, sure enough, and not confirmed by a person."""
    told = claim.kind in _KINDS and claim.modality in _TOLD
    if isinstance(claim.detail, OfficeDetail) and not claim.detail.start and not claim.detail.end:
        return False  # that somebody has a title is told in passing
    return told and claim.confidence >= _LEAST_SURE and claim.review is not Review.CONFIRMED


def _evidence(ledger: Ledger, claim: Claim) -> Iterator[Told]:
    return (Told(claim, statement) for statement in ledger.told(claim))


def _documents_of_pairs(ledger: Ledger) -> dict[Pair, set[DocumentId]]:
    """The documents that tell anything of two parties together."""
    found: dict[Pair, set[DocumentId]] = defaultdict(set)
    for claim in ledger.claims:
        for pair in _pairs(ledger, claim):
            found[pair] |= {evidence.document for evidence in claim.evidence}
    return found


def _pairs(ledger: Ledger, claim: Claim) -> Iterator[Pair]:
    """Parties that are known, two by two; two countries say too little of what a document is about."""
    known = sorted({party.identity for party in claim.parties if party.role and party.identity})
    for one, other in combinations(known, 2):
        if not (ledger.identities[one].is_country and ledger.identities[other].is_country):
            yield one, other


def _same_week(ledger: Ledger, one: DocumentId, other: DocumentId) -> bool:
    first, second = _published(ledger, one), _published(ledger, other)
    return first is not None and second is not None and abs(first - second) <= _WEEK


def _published(ledger: Ledger, document: DocumentId) -> date | None:
    published = ledger.documents[document].published
    return published.first_day if published else None


SINGLE_SOURCE = Rule(
    kind=FindingKind.SINGLE_SOURCE,
    says=(
        "One document alone tells an event, the beginning or end of an office, a tie, an instrument or a number, "
        "while others of the same week write of the same two parties and do not tell it. Plans, suppositions, "
        "quotations, what readers doubt and what a person confirmed are left out."
    ),
    find=single_sources,
)
COPIES_ONLY = Rule(
    kind=FindingKind.COPIES_ONLY,
    says=(
        "Several documents tell a thing, but none independently: they copy one text, are of one outlet, or repeat one "
        "speaker."
    ),
    find=copies_only,
)
