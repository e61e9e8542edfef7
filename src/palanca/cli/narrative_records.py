"""Narratives as one JSON record, and as lines of a table."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from palanca.questions import words_at

if TYPE_CHECKING:
    from palanca.analysis.narratives import Coincidence, Narrative, Narratives, Place, Reason
    from palanca.exchange.facts import Json
    from palanca.records import DocumentId
    from palanca.store import Case

COLUMNS = (
    "narrative", "document", "published", "outlet", "voice", "may be first", "repeats", "by", "least days",
    "most days", "sentence",
)  # fmt: skip


def lines(found: "Narratives", case: "Case") -> Iterator[list[str]]:
    """One line for each document of each narrative and each way in which it repeats another."""
    for number, narrative in enumerate(found.narratives, start=1):
        for identifier, voice in zip(narrative.documents, narrative.voices, strict=True):
            one = case.document(identifier)
            may_be_first = "yes" if identifier in narrative.first.documents else ""
            own = [
                str(number), one.name, str(one.published or ""), one.outlet or "", str(voice + 1), may_be_first,
            ]  # fmt: skip
            repeats = [repeat for repeat in narrative.repeats if repeat.document == identifier]
            for repeat in repeats:
                days = [str(repeat.least_days), str(repeat.most_days)]
                sentence = words_at(case, repeat.reason.here).sentence
                yield [*own, case.document(repeat.of).name, str(repeat.reason.kind), *days, sentence]
            if not repeats:
                yield [*own, "", "", "", "", ""]


def record(found: "Narratives", case: "Case") -> "dict[str, Json]":
    """The whole answer, each reason with its sentences."""
    scope = found.scope
    told: list[Json] = [_narrative(one, case) for one in found.narratives]
    swells: list[Json] = [
        {
            "first": str(one.first), "last": str(one.last), "level": one.level, "weight": one.weight,
            "documents": [*_names(one.documents, case)],
        }
        for one in found.bursts
    ]  # fmt: skip
    near: list[Json] = [_coincidence(one) for one in found.coincidences]
    unseen: list[Json] = [{"number": one.number, "what": one.what} for one in scope.unseen]
    return {
        "narratives": told, "bursts": swells, "coincidences": near, "together_p": found.together_p,
        "events": found.events, "observed": [*map(str, found.observed)] if found.observed else None,
        "warning": found.warning,
        "scope": {
            "claims": scope.claims, "documents": scope.documents, "sources": scope.sources,
            "searched": scope.searched, "unseen": unseen,
        },
    }  # fmt: skip


def _coincidence(one: "Coincidence") -> "dict[str, Json]":
    return {
        "burst": str(one.burst.first), "event": one.event, "days_apart": one.days_apart, "p": one.p,
        "adjusted_p": one.adjusted_p, "permutations": one.permutations, "told_within": one.told_within,
    }  # fmt: skip


def _names(documents: "tuple[DocumentId, ...]", case: "Case") -> "Iterator[str]":
    return (case.document(one).name for one in documents)


def _narrative(narrative: "Narrative", case: "Case") -> "dict[str, Json]":
    documents: list[Json] = [
        {"document": one.name, "published": str(one.published) if one.published else None, "outlet": one.outlet,
         "voice": voice}
        for one, voice in zip(map(case.document, narrative.documents), narrative.voices, strict=True)
    ]  # fmt: skip
    joined: list[Json] = [
        {
            "document": case.document(link.document).name, "to": case.document(link.to).name,
            "reasons": [_reason(reason, case) for reason in link.reasons],
        }
        for link in narrative.links
    ]  # fmt: skip
    repeats: list[Json] = [
        {
            "document": case.document(one.document).name, "of": case.document(one.of).name,
            "least_days": one.least_days, "most_days": one.most_days, "reason": _reason(one.reason, case),
        }
        for one in narrative.repeats
    ]  # fmt: skip
    disputes: list[Json] = [
        {"claim": one.claim, "kind": dispute.kind, "values": [*dispute.values]}
        for one in narrative.disputes
        for dispute in one.disputes
    ]
    return {
        "documents": documents, "independent_voices": narrative.independent,
        "first": [*_names(narrative.first.documents, case)], "first_is_certain": narrative.first.is_certain,
        "links": joined, "repeats": repeats, "disputes": disputes,
    }  # fmt: skip


def _reason(reason: "Reason", case: "Case") -> "dict[str, Json]":
    return {
        "kind": reason.kind, "claim": reason.claim,
        "here": _place(reason.here, case), "there": _place(reason.there, case),
    }  # fmt: skip


def _place(place: "Place", case: "Case") -> "dict[str, Json]":
    found = words_at(case, place)
    span: list[Json] = [place.span.start, place.span.end]
    return {"document": found.document, "page": found.page, "sentence": found.sentence, "span": span}
