"""Claims that rest on one document, though others tell of the same parties, or on several that are one voice."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from palanca.analysis.audit.findings import FINDINGS
from palanca.analysis.audit.ledger import Ledger, Pair, Told, finding
from palanca.analysis.audit.reading import COPIED, NEWS
from palanca.analysis.audit.rule import Check, Rule
from palanca.analysis.audit.wording import about, listed
from palanca.records import (
    TOLD_AS_SO,
    Claim,
    DocumentId,
    Finding,
    FindingKind,
    Kind,
    OfficeDetail,
    Review,
    Severity,
    Time,
)
from palanca.records.sayings import counted

_LEAST_SURE = 0.6  # what readers doubt more is read first, before its sources are counted
_KINDS = frozenset({Kind.EVENT, Kind.OFFICE, Kind.TIE, Kind.INSTRUMENT, Kind.QUANTITY})
_WEEK, _MONTH = timedelta(days=7), timedelta(days=31)

type Dated = tuple[date, DocumentId]


def single_sources(ledger: Ledger) -> Iterator[Finding]:
    """One finding for each claim of one document of whose parties others write in the same week."""
    alone = [claim for claim in ledger.claims if _is_news_of_one(ledger, claim)]
    elsewhere = _documents_of_pairs(ledger, {pair for claim in alone for pair in _pairs(ledger, claim)})
    for claim in alone:
        document = claim.evidence[0].document
        published = _published(ledger, document)
        near = (other for pair in _pairs(ledger, claim) for other in _of_week(elsewhere[pair], published))
        if others := set(near) - {document}:
            yield _single(ledger, claim, len(others))


def _is_news_of_one(ledger: Ledger, claim: Claim) -> bool:
    return claim.documents == 1 and _counts(claim) and _is_news(ledger, claim, claim.evidence[0].document)


def _single(ledger: Ledger, claim: Claim, others: int) -> Finding:
    pairs = {end for pair in _pairs(ledger, claim) for end in pair}
    parties = [party.text for party in claim.parties if party.identity in pairs and party.role]
    text = FINDINGS.say(
        "alone_one" if others == 1 else "alone", about=about(claim, ledger),
        others=counted(others, "other document"), parties=listed(list(dict.fromkeys(parties))),
    )  # fmt: skip
    return finding(ledger, FindingKind.SINGLE_SOURCE, Severity.LOW, text, _evidence(ledger, claim))


def copies_only(ledger: Ledger) -> Iterator[Finding]:
    """One finding for each claim of several documents that are one voice.

    What several rows of registers tell together is left out: they are parts of one record, and none copies another.
    """
    for claim in ledger.claims:
        if claim.documents > 1 and claim.sources == 1 and _counts(claim) and not _is_of_rows(ledger, claim):
            text = _one_voice(ledger, claim)
            yield finding(ledger, FindingKind.COPIES_ONLY, Severity.MEDIUM, text, _evidence(ledger, claim))


def _is_of_rows(ledger: Ledger, claim: Claim) -> bool:
    return all(ledger.documents[evidence.document].register for evidence in claim.evidence)


def _one_voice(ledger: Ledger, claim: Claim) -> str:
    """That its documents are one voice, and why, as far as the records tell."""
    told = {"about": about(claim, ledger), "documents": counted(claim.documents, "document")}
    speakers = {statement.speaker.text if statement.speaker else None for statement in ledger.told(claim)}
    if len(speakers) == 1 and None not in speakers:
        return FINDINGS.say("one_speaker", speaker=speakers.pop(), **told)
    outlets = {ledger.documents[evidence.document].outlet for evidence in claim.evidence}
    if len(outlets) == 1 and None not in outlets:
        return FINDINGS.say("one_outlet", outlet=outlets.pop(), **told)
    return FINDINGS.say("same_words", **told)


def _counts(claim: Claim) -> bool:
    """Whether its sources matter: told as a fact, with its time, sure enough, and not confirmed by a person."""
    told = claim.kind in _KINDS and claim.modality in TOLD_AS_SO and _when(claim) is not None
    return told and claim.confidence >= _LEAST_SURE and claim.review is not Review.CONFIRMED


def _when(claim: Claim) -> Time | None:
    """When it came about; of an office, when it began or ended: that somebody has a title is told in passing."""
    detail = claim.detail
    return (detail.start or detail.end) if isinstance(detail, OfficeDetail) else claim.time


def _evidence(ledger: Ledger, claim: Claim) -> Iterator[Told]:
    return (Told(claim, statement) for statement in ledger.told(claim))


def _documents_of_pairs(ledger: Ledger, pairs: Collection[Pair]) -> Mapping[Pair, list[Dated]]:
    """The dated documents that tell anything of two parties together, by day."""
    found: dict[Pair, list[Dated]] = defaultdict(list)
    for pair, documents in ledger.together(pairs).items():
        dated = ((_published(ledger, document), document) for document in documents)
        found[pair] = sorted((day, document) for day, document in dated if day)
    return found


def _of_week(documents: Sequence[Dated], day: date | None) -> Iterator[DocumentId]:
    """Those of the documents that were published a week before or after, or less."""
    if day is not None:
        first = bisect_left(documents, day - _WEEK, key=lambda dated: dated[0])
        last = bisect_right(documents, day + _WEEK, key=lambda dated: dated[0])
        yield from (document for _, document in documents[first:last])


def _pairs(ledger: Ledger, claim: Claim) -> Iterator[Pair]:
    """Parties that are known, two by two; two countries say too little of what a document is about."""
    known = sorted({party.identity for party in claim.parties if party.role and party.identity})
    for one, other in combinations(known, 2):
        if not (ledger.identities[one].is_country and ledger.identities[other].is_country):
            yield one, other


def _is_news(ledger: Ledger, claim: Claim, document: DocumentId) -> bool:
    """Whether it is told to have come about in the weeks before publication: nobody need repeat the background."""
    when = _when(claim)
    published = _published(ledger, document)
    if when is None or published is None or when.first_day is None:
        return False
    return when.within(published - _MONTH, published) and when.first_day >= published - 2 * _MONTH


def _published(ledger: Ledger, document: DocumentId) -> date | None:
    published = ledger.documents[document].published
    return published.first_day if published else None


SINGLE_SOURCE = Rule(
    kind=FindingKind.SINGLE_SOURCE,
    says=(
        "One document alone tells news of the month: an event, the beginning or end of an office, a tie, an instrument "
        "or a number. Others of the same week write of the same two parties and do not tell it. Plans, suppositions, "
        "quotations, what readers doubt and what a person confirmed are left out."
    ),
    checks=(Check(reads=NEWS, find=single_sources),),
)
COPIES_ONLY = Rule(
    kind=FindingKind.COPIES_ONLY,
    says=(
        "Several documents tell something and when it was, but none independently: they copy one text, are of one "
        "outlet, or repeat one speaker. Rows of registers are parts of one record, and left out."
    ),
    checks=(Check(reads=COPIED, find=copies_only),),
)
