"""Judgements as canonical JSON, and back: one object whose keys are always the same, in the order of the alphabet."""

import json
from datetime import datetime
from typing import TypedDict

from palanca.records import Anchor, DocumentId, Field, Judgement, JudgementId, Kind, Span, Verdict


class AnchorFields(TypedDict):
    """An anchor as JSON."""

    document: str
    name: str
    span: list[int]
    words: str
    sentence: str
    kind: str | None
    told: str
    parties: list[str]


class JudgementFields(TypedDict):
    """A judgement as JSON; `at` is ISO 8601 with its zone."""

    id: str
    verdict: str
    who: str
    at: str
    anchors: list[AnchorFields]
    field: str | None
    value: str | None
    undoes: str | None
    note: str | None


def judgement_to_json(judgement: Judgement) -> str:
    """One line."""
    return json.dumps(_fields(judgement), ensure_ascii=False, sort_keys=True)


def judgement_from_json(text: str) -> Judgement:
    """The inverse of `judgement_to_json`."""
    return judgement_of(json.loads(text))


def judgement_of(fields: JudgementFields) -> Judgement:
    """The judgement of an object; its `id` is not read."""
    return Judgement(
        verdict=Verdict(fields["verdict"]),
        who=fields["who"],
        at=datetime.fromisoformat(fields["at"]),
        anchors=tuple(map(_anchor_of, fields["anchors"])),
        field=Field(fields["field"]) if fields["field"] else None,
        value=fields["value"],
        undoes=JudgementId(fields["undoes"]) if fields["undoes"] else None,
        note=fields["note"],
    )


def _fields(judgement: Judgement) -> JudgementFields:
    return {
        "id": judgement.id,
        "verdict": judgement.verdict,
        "who": judgement.who,
        "at": judgement.at.isoformat(),
        "anchors": list(map(_anchor_fields, judgement.anchors)),
        "field": judgement.field,
        "value": judgement.value,
        "undoes": judgement.undoes,
        "note": judgement.note,
    }


def _anchor_fields(anchor: Anchor) -> AnchorFields:
    return {
        "document": anchor.document,
        "name": anchor.name,
        "span": [anchor.span.start, anchor.span.end],
        "words": anchor.words,
        "sentence": anchor.sentence,
        "kind": anchor.kind,
        "told": anchor.told,
        "parties": list(anchor.parties),
    }


def _anchor_of(fields: AnchorFields) -> Anchor:
    start, end = fields["span"]
    return Anchor(
        document=DocumentId(fields["document"]),
        name=fields["name"],
        span=Span(start, end),
        words=fields["words"],
        sentence=fields["sentence"],
        kind=Kind(fields["kind"]) if fields["kind"] else None,
        told=fields["told"],
        parties=tuple(fields["parties"]),
    )
