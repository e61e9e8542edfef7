"""Where a story came from: who told it first, who has whose words, when writing swells, and near which events."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from palanca.analysis.narratives import (
    KINDS,
    Article,
    Automaton,
    DatedEvent,
    Narrative,
    Narratives,
    Passages,
    Place,
    Press,
    Sayings,
    Shared,
    bursts,
    coincidences,
    dated_event,
    observed,
    shared_claims,
    stories,
)
from palanca.analysis.scope import Scope, Unseen
from palanca.questions.claims import named
from palanca.records import Category, Claim, DocumentId, Filter, Kind, Span
from palanca.records.filter import LEAST_CONFIDENCE
from palanca.records.query import All, Comparison, Field, Measure, Number, surely
from palanca.records.query import Words as OneOf
from palanca.settlement import settle
from palanca.store import Case

_TEXTS_AT_HAND = 512
_AUTOMATON = Automaton()

_STEPS = 5
_BY_SEVERAL = Number(measure=Measure.DOCUMENTS, comparison=Comparison.MORE, value=1)

type Text = Callable[[DocumentId], str]
type Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class NarrativeOptions:
    """How to look. `least_confidence` leaves out what readers doubt.

    Bursts are held against events that pass `events` and that a register tells, or `least_sources` independent
    sources. `automaton` says what a burst is. `progress` is told how many steps are done, of how many.
    """

    least_confidence: float = LEAST_CONFIDENCE
    events: Filter = field(default_factory=lambda: Filter(category=Category.CONSULT))
    least_sources: int = 2
    automaton: Automaton = _AUTOMATON
    progress: Progress = lambda _done, _of: None


def narratives(
    case: Case,
    *,
    about: str | None = None,
    since: date | None = None,
    until: date | None = None,
    options: NarrativeOptions | None = None,
) -> Narratives:
    """The narratives of a case, and the bursts of the articles that stand in them.

    `about` keeps the articles that name a thing: the bursts are then theirs. `since` and `until` are days of
    publication, both included: articles that may be of that time are kept. Raises UnknownEntity.
    """
    settle(case)
    asked = options or NarrativeOptions()
    progress = asked.progress
    progress(0, _STEPS)
    sight = _look(case, since, until)
    progress(1, _STEPS)
    press = _press(case, sight.articles)
    wanted = press if about is None else _naming(case, about, press)
    text = _texts(case)
    progress(2, _STEPS)
    things = _things(case, wanted, text, asked)
    progress(3, _STEPS)
    found = stories(wanted, things, Passages(text))
    progress(4, _STEPS)
    relevant = wanted.articles if about else (one for narrative in found for one in narrative.documents)
    swells = bursts(press, relevant, asked.automaton)
    events = list(_events(case, asked, sight.rows))
    near, together = coincidences(swells, events, observed(press))
    return Narratives(
        narratives=tuple(found),
        bursts=swells,
        coincidences=near,
        together_p=together,
        events=len(events),
        observed=observed(press),
        scope=_scope(found, wanted, _unseen(case, wanted, sight)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words in whole sentences of a document; `words` is their span within `sentence`."""

    document: str
    page: int | None
    sentence: str
    words: tuple[int, int]


def words_at(case: Case, place: Place) -> Words:
    """What stands at a place of a reason."""
    document = case.document(place.document)
    around = [one for one in case.sentences(place.document) if one.overlaps(place.span)] or [place.span]
    start, end = min(around[0].start, place.span.start), max(around[-1].end, place.span.end)
    return Words(
        document=document.name,
        page=document.page_of(place.span.start),
        sentence=document.text[start:end].replace("\n", " "),
        words=(place.span.start - start, place.span.end - start),
    )


@dataclass(slots=True, kw_only=True)
class _Sight:
    """The documents of a case: articles of the time asked for, how many are not, and rows of registers."""

    articles: list[Article] = field(default_factory=list)
    rows: set[DocumentId] = field(default_factory=set)
    outside: int = 0


def _look(case: Case, since: date | None, until: date | None) -> _Sight:
    sight = _Sight()
    is_bounded = since is not None or until is not None
    for one in case.documents():
        if one.register is not None:
            sight.rows.add(one.id)
        elif is_bounded and (one.published is None or not one.published.within(since, until)):
            sight.outside += 1
        else:
            sight.articles.append(Article(id=one.id, name=one.name, published=one.published, outlet=one.outlet))
    return sight


def _press(case: Case, articles: Sequence[Article]) -> Press:
    from palanca.claims.copies import groups_of_copies

    kept = {one.id for one in articles}
    signatures = {document: one for document, one in case.signatures().items() if document in kept}
    return Press(articles, groups_of_copies(signatures))


def _naming(case: Case, about: str, press: Press) -> Press:
    """The articles that name a thing."""
    naming = {case.entity(member).document for member in named(case, about).members}
    return Press((one for one in press.articles.values() if one.id in naming), press.unit_of)


def _texts(case: Case) -> Text:
    @lru_cache(maxsize=_TEXTS_AT_HAND)
    def text(document: DocumentId) -> str:
        return case.text(document)

    return text


def _things(case: Case, press: Press, text: Text, asked: NarrativeOptions) -> list[Shared]:
    countries = {thing.id for thing in case.countries()}
    of_kinds = OneOf(field=Field.KIND, values=KINDS)
    claims = case.found(All(parts=(of_kinds, surely(asked.least_confidence), _BY_SEVERAL)))
    found = list(shared_claims(claims, press, case.evidence, countries.__contains__))
    return [*found, *_sayings(case, press, text, asked).shared()]


def _sayings(case: Case, press: Press, text: Text, asked: NarrativeOptions) -> Sayings:
    """The quotations of all articles. Their places are kept as numbers: there may be millions."""
    places: dict[DocumentId, array[int]] = defaultdict(lambda: array("I"))
    wanted = Filter(kinds=(Kind.QUOTATION,), least_confidence=asked.least_confidence)
    for statement in case.statements(wanted):
        if statement.document in press.articles:
            places[statement.document].extend((statement.span.start, statement.span.end))
    sayings = Sayings(text)
    for document in press.articles:
        if own := places.pop(document, None):
            spans = [Span(own[i], own[i + 1]) for i in range(0, len(own), 2)]
            sayings.add(document, text(document), sorted(spans))
    return sayings


def _events(case: Case, asked: NarrativeOptions, rows: set[DocumentId]) -> Iterator[DatedEvent]:
    least = max(asked.least_confidence, asked.events.least_confidence)
    for claim in case.claims(replace(asked.events, kinds=(Kind.EVENT,), least_confidence=least)):
        is_known = claim.sources >= asked.least_sources or _is_registered(claim, rows)
        if is_known and (event := dated_event(claim)):
            yield event


def _is_registered(claim: Claim, rows: set[DocumentId]) -> bool:
    return any(evidence.document in rows for evidence in claim.evidence)


def _unseen(case: Case, press: Press, sight: _Sight) -> tuple[Unseen, ...]:
    known = Counter((one.days is not None, one.day is not None) for one in press.articles.values())
    numbers = {
        "rows of registers, which are no articles": len(sight.rows),
        "articles of another time than asked for, or of none that is known": sight.outside,
        "articles without a date of publication: in narratives as copies only, in no burst": known[False, False],
        "articles dated to a month, a year or several days: in no burst": known[True, False],
        "documents that were kept unread": sum(1 for _ in case.skipped()),
    }
    return tuple(Unseen(number=number, what=what) for what, number in numbers.items() if number)


def _scope(found: Sequence[Narrative], press: Press, unseen: tuple[Unseen, ...]) -> Scope:
    documents = [document for narrative in found for document in narrative.documents]
    claims = {reason.claim for one in found for link in one.links for reason in link.reasons if reason.claim}
    return Scope(
        claims=len(claims),
        documents=len(documents),
        sources=len({press.source_of(one) for one in documents}),
        searched=len(press.articles),
        unseen=unseen,
    )
