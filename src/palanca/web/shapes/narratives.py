"""Where stories came from, as the API shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from palanca.analysis.narratives import Burst as BurstRecord
from palanca.analysis.narratives import Coincidence as CoincidenceRecord
from palanca.analysis.narratives import Disputed as DisputedRecord
from palanca.analysis.narratives import Link as LinkRecord
from palanca.analysis.narratives import Narrative as NarrativeRecord
from palanca.analysis.narratives import Narratives, Place, ReasonKind
from palanca.analysis.narratives import Reason as ReasonRecord
from palanca.analysis.narratives import Repeat as RepeatRecord
from palanca.claims.telling import Days, days_of
from palanca.questions import words_at
from palanca.records import Document, DocumentId
from palanca.store import Case
from palanca.web.shapes.claims import (
    Claim,
    Dispute,
    DocumentNamed,
    Scope,
    document_named,
    shown_claims,
    shown_disputes,
    shown_scope,
)
from palanca.web.shapes.shape import Shape

REASONS_SHOWN = 5
DOCUMENTS_SHOWN = 50


class Article(Shape):
    """A document of a narrative. `voice` numbers the independent sources of it from 0.

    `late` are the fewest and the most days that it came after the first, as far as both days are known.
    """

    document: DocumentNamed
    voice: int
    late: tuple[int, int] | None


class WordsAt(Shape):
    """Words in whole sentences of a document: `words` is their range in `sentence`, `span` that in the document."""

    document: DocumentNamed
    page: int | None
    sentence: str
    words: tuple[int, int]
    span: tuple[int, int]


class Reason(Shape):
    """One thing that two articles share, at its words in both; `claim` is the id of the claim that both tell."""

    kind: ReasonKind
    claim: str | None
    here: WordsAt
    there: WordsAt


class Link(Shape):
    """Why a document (by id) belongs to the same narrative as another. `reasons` are the first, `number` counts all."""

    document: str
    to: str
    reasons: list[Reason]
    number: int


class Repeat(Shape):
    """A document (by id) that has words of an earlier one: it came `least_days` to `most_days` later."""

    document: str
    of: str
    reason: Reason
    least_days: int
    most_days: int
    order_is_known: bool


class Disputed(Shape):
    """A claim (by id) of a narrative on which sources disagree."""

    claim: str
    disputes: list[Dispute]


class Narrative(Shape):
    """Articles that tell one story. `first` are the ids of those of which any may have been the first."""

    articles: list[Article]
    independent: int
    first: list[str]
    first_is_certain: bool
    links: list[Link]
    repeats: list[Repeat]
    disputes: list[Disputed]


class Burst(Shape):
    """Days, both included, on which an unusual share of the articles was relevant.

    `documents` are the first of these articles, `number` counts all.
    """

    first: str
    last: str
    level: int
    weight: float
    documents: list[DocumentNamed]
    number: int


class Coincidence(Shape):
    """The event nearest to the start of the burst of that `burst` day: `days_apart` after it, negative before.

    `p` is how often chance brings them as near, `adjusted_p` after Holm's correction; `told_within` of the burst's
    documents tell the event themselves.
    """

    burst: str
    event: Claim
    days_apart: int
    p: float
    adjusted_p: float
    permutations: int
    told_within: int


class NarrativesPage(Shape):
    """Some narratives, where the next begin, and of the whole answer the bursts and the events near them."""

    items: list[Narrative]
    next: str | None
    total: int
    bursts: list[Burst]
    coincidences: list[Coincidence]
    together_p: float | None
    events: int
    observed: tuple[str, str] | None
    warning: str
    scope: Scope


def shown_narratives(
    case: Case, found: Narratives, shown: Iterable[NarrativeRecord], after: str | None
) -> NarrativesPage:
    """A page of the answer; `after` is where the next begins."""
    said = _Said(case)
    return NarrativesPage(
        items=list(map(said.narrative, shown)),
        next=after,
        total=len(found.narratives),
        bursts=list(map(said.burst, found.bursts)),
        coincidences=_coincidences(case, found.coincidences),
        together_p=found.together_p,
        events=found.events,
        observed=(found.observed[0].isoformat(), found.observed[1].isoformat()) if found.observed else None,
        warning=found.warning,
        scope=shown_scope(found.scope),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """Narratives with their documents looked up."""

    case: Case

    def narrative(self, one: NarrativeRecord) -> Narrative:
        known = {document: self.case.document(document) for document in one.documents}
        begun = _first_days(known[document] for document in one.first.documents)
        return Narrative(
            articles=[
                Article(document=document_named(known[document]), voice=voice, late=_late(known[document], begun))
                for document, voice in zip(one.documents, one.voices, strict=True)
            ],
            independent=one.independent,
            first=list(one.first.documents),
            first_is_certain=one.first.is_certain,
            links=list(map(self._link, one.links)),
            repeats=list(map(self._repeat, one.repeats)),
            disputes=list(map(_disputed, one.disputes)),
        )

    def burst(self, one: BurstRecord) -> Burst:
        return Burst(
            first=one.first.isoformat(), last=one.last.isoformat(), level=one.level, weight=one.weight,
            documents=list(map(self._named, one.documents[:DOCUMENTS_SHOWN])), number=len(one.documents),
        )  # fmt: skip

    def _named(self, document: DocumentId) -> DocumentNamed:
        return document_named(self.case.document(document))

    def _link(self, one: LinkRecord) -> Link:
        shown = one.reasons[:REASONS_SHOWN]
        return Link(document=one.document, to=one.to, reasons=list(map(self._reason, shown)), number=len(one.reasons))

    def _repeat(self, one: RepeatRecord) -> Repeat:
        return Repeat(
            document=one.document, of=one.of, reason=self._reason(one.reason), least_days=one.least_days,
            most_days=one.most_days, order_is_known=one.order_is_known,
        )  # fmt: skip

    def _reason(self, one: ReasonRecord) -> Reason:
        return Reason(kind=one.kind, claim=one.claim, here=self._at(one.here), there=self._at(one.there))

    def _at(self, place: Place) -> WordsAt:
        told = words_at(self.case, place)
        return WordsAt(
            document=self._named(place.document), page=told.page, sentence=told.sentence, words=told.words,
            span=(place.span.start, place.span.end),
        )  # fmt: skip


def _disputed(one: DisputedRecord) -> Disputed:
    return Disputed(claim=one.claim, disputes=shown_disputes(one.disputes))


def _coincidences(case: Case, found: tuple[CoincidenceRecord, ...]) -> list[Coincidence]:
    events = shown_claims(case, [case.claim(one.event) for one in found])
    return [
        Coincidence(
            burst=one.burst.first.isoformat(), event=event, days_apart=one.days_apart, p=one.p,
            adjusted_p=one.adjusted_p, permutations=one.permutations, told_within=one.told_within,
        )
        for one, event in zip(found, events, strict=True)
    ]  # fmt: skip


def _first_days(first: Iterable[Document]) -> Days | None:
    """The days between which the first of these was published; None when that of none is known."""
    told = [days for one in first if (days := days_of(one.published))]
    return (min(days[0] for days in told), min(days[1] for days in told)) if told else None


def _late(one: Document, begun: Days | None) -> tuple[int, int] | None:
    days = days_of(one.published)
    if days is None or begun is None:
        return None
    return max(0, (days[0] - begun[1]).days), max(0, (days[1] - begun[0]).days)
