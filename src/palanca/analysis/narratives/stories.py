"""From stars to narratives: first seen, who repeats whom, voices, disputes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from palanca.analysis.narratives.links import Links, Star, links, stars
from palanca.analysis.narratives.passages import Passages
from palanca.analysis.narratives.press import Press
from palanca.analysis.narratives.records import (
    Article,
    Disputed,
    FirstSeen,
    Link,
    Narrative,
    Place,
    Reason,
    ReasonKind,
    Repeat,
)
from palanca.analysis.narratives.shared import Shared
from palanca.records import ClaimId, Dispute, DocumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """The press with all that it shares."""

    press: Press
    passages: Passages
    links: Links
    quotations: Mapping[DocumentId, Sequence[Shared]]
    disputes: Mapping[ClaimId, tuple[Dispute, ...]]


def stories(press: Press, things: Sequence[Shared], passages: Passages) -> list[Narrative]:
    """The narratives: those of most voices first, then of most documents, then by publication."""
    told = _Told(
        press=press,
        passages=passages,
        links=links(things, press, passages.longest),
        quotations=_quotations_by_document(things),
        disputes={thing.claim: thing.disputes for thing in things if thing.claim and thing.disputes},
    )
    made = stars(told.links, press)
    in_stars = {unit for star in made for unit in (star.centre, *star.satellites)}
    alone = (unit for unit, copies in press.copies.items() if len(copies) > 1 and unit not in in_stars)
    narratives = [_narrative(star, told) for star in (*made, *(Star(unit, ()) for unit in alone))]
    return sorted(narratives, key=lambda one: (-one.independent, -len(one.documents), press.rank[one.documents[0]]))


def _quotations_by_document(things: Sequence[Shared]) -> dict[DocumentId, list[Shared]]:
    found: dict[DocumentId, list[Shared]] = {}
    for thing in things:
        if thing.kind is ReasonKind.QUOTATION:
            for document in thing.places:
                found.setdefault(document, []).append(thing)
    return found


def _narrative(star: Star, told: _Told) -> Narrative:
    press = told.press
    units = (star.centre, *star.satellites)
    documents = tuple(sorted((one for unit in units for one in press.copies[unit]), key=press.rank.__getitem__))
    joined = (*_satellite_links(star, told), *_copy_links(units, told))
    claims = dict.fromkeys(reason.claim for link in joined for reason in link.reasons if reason.claim)
    return Narrative(
        documents=documents,
        voices=press.voices(documents),
        first=first_seen([press.articles[one] for one in documents]),
        links=joined,
        repeats=tuple(_repeats(documents, joined, told)),
        disputes=tuple(Disputed(claim=one, disputes=told.disputes[one]) for one in claims if one in told.disputes),
    )


def _satellite_links(star: Star, told: _Told) -> Iterator[Link]:
    for unit in star.satellites:
        first, second = sorted((star.centre, unit), key=told.press.rank.__getitem__)
        reasons = told.links[first, second]
        if unit == first:
            reasons = tuple(replace(one, here=one.there, there=one.here) for one in reasons)
        yield Link(document=unit, to=star.centre, reasons=reasons)


def _copy_links(units: Sequence[DocumentId], told: _Told) -> Iterator[Link]:
    for unit in units:
        for copy in told.press.copies[unit][1:]:
            there, here = told.passages.of_copies(unit, copy)
            reason = Reason(
                kind=ReasonKind.COPY,
                here=Place(document=copy, span=here),
                there=Place(document=unit, span=there),
            )
            yield Link(document=copy, to=unit, reasons=(reason,))


def first_seen(articles: Sequence[Article]) -> FirstSeen:
    """The articles, in order of publication, that none is known to precede; undated ones may always be the first."""
    last_days = [one.days[1] for one in articles if one.days]
    by = min(last_days, default=None)
    return FirstSeen(documents=tuple(one.id for one in articles if one.days is None or by is None or one.days[0] <= by))


def _repeats(documents: Sequence[DocumentId], joined: Sequence[Link], told: _Told) -> Iterator[Repeat]:
    """For each document the first that had its words, once for each way in which it has them, in order."""
    rank = told.press.rank
    ways = [*_linked_words(joined, told.press), *_quoted_words(documents, told)]
    order = {kind: i for i, kind in enumerate(ReasonKind)}
    kept: dict[tuple[DocumentId, ReasonKind], Reason] = {}
    for one in sorted(ways, key=lambda one: rank[one.there.document]):
        kept.setdefault((one.here.document, one.kind), one)
    for (document, _), reason in sorted(kept.items(), key=lambda item: (rank[item[0][0]], order[item[0][1]])):
        if repeat := repeat_of(told.press.articles[document], told.press.articles[reason.there.document], reason):
            yield repeat


def _linked_words(joined: Sequence[Link], press: Press) -> Iterator[Reason]:
    """Copies and passages, the later document first."""
    for reason in (one for link in joined for one in link.reasons):
        if reason.kind in {ReasonKind.COPY, ReasonKind.PASSAGE}:
            is_later = press.rank[reason.here.document] > press.rank[reason.there.document]
            yield reason if is_later else replace(reason, here=reason.there, there=reason.here)


def _quoted_words(documents: Sequence[DocumentId], told: _Told) -> Iterator[Reason]:
    """Quotations, each of a document paired with the first document of the narrative that has it."""
    first: dict[int, Place] = {}
    for document in documents:
        for thing in told.quotations.get(document, ()):
            place = Place(document=document, span=thing.places[document])
            earlier = first.setdefault(id(thing), place)
            same_text = told.press.unit_of[earlier.document] == told.press.unit_of[document]
            if not same_text:
                yield Reason(kind=thing.kind, here=place, there=earlier)


def repeat_of(later: Article, earlier: Article, reason: Reason) -> Repeat | None:
    """How many days lie between the two; None where a date is missing."""
    if later.days is None or earlier.days is None:
        return None
    return Repeat(
        document=later.id,
        of=earlier.id,
        reason=reason,
        least_days=(later.days[0] - earlier.days[1]).days,
        most_days=(later.days[1] - earlier.days[0]).days,
    )
