"""Stating by hand what no reader read: a person marks the words that tell it, and those that name who and what."""

from collections.abc import Sequence
from dataclasses import dataclass

from palanca.identity.anchors import anchor_of_statement, anchor_of_words
from palanca.identity.checking import check_judgement
from palanca.identity.places import occurrences, sentence_span
from palanca.identity.stated_text import stated_to_text
from palanca.identity.stating import statement_of, unstated
from palanca.judging.judge import Judge
from palanca.records import Anchor, Form, Judgement, Kind, Modality, Reading, Schema, Span, Time, Verdict
from palanca.records.errors import InvalidJudgement, InvalidRecord
from palanca.records.stated import Part, StatableDetail, Stated, StatedPart
from palanca.records.statement import DETAIL_OF_KIND
from palanca.settlement import settle
from palanca.store import Case

_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words that fill a part. `schema` is the sort of thing that they name, needed where no reader saw a name."""

    part: Part
    span: Span
    schema: Schema | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStatement:
    """What a person states: the words that tell it, what it is, who takes part, when, and how the text puts it.

    Spans are of the document's text.
    """

    span: Span
    detail: StatableDetail
    parts: tuple[Marked, ...]
    time: Time | None = None
    modality: Modality = Modality.ASSERTED


def state(case: Case, document: str, told: NewStatement, judge: Judge) -> Judgement:
    """State what a current document tells, by its name or id.

    Raises UnknownDocument, and InvalidJudgement when the document is not current, when words are not its words, or
    name nothing and are not said to, or when what is told lacks a part.
    """
    reading = case.reading(case.document(document).id)
    if reading is None:
        raise InvalidJudgement(f"document {document!r} is an older text of its name: state it in the current one")
    judgement = _judgement(reading, told, judge)
    case.judge([judgement])
    settle(case)
    return judgement


def words_in(reading: Reading, words: str, near: Span | None = None) -> Span:
    """Where these words stand in a document: the only place, or the only one in the sentence of `near`.

    Raises InvalidJudgement when they stand nowhere, or in several places.
    """
    text = reading.document.text
    around = sentence_span(reading, near) if near else None
    found = list(occurrences(words, text, around)) if around else []
    found = found or (list(occurrences(words, text, Span(0, len(text)))) if text else [])
    if len(found) == 1:
        return found[0]
    if not found:
        raise InvalidJudgement(
            f"document {reading.document.name} does not hold the words {words[:_SHOWN]!r}: copy them from it"
        )
    places = ", ".join(f"{one.start}-{one.end}" for one in found[:3])
    raise InvalidJudgement(
        f"{words[:_SHOWN]!r} stands {len(found)} times in {reading.document.name}: give more words, or the place of "
        f"one ({places})"
    )


def _judgement(reading: Reading, told: NewStatement, judge: Judge) -> Judgement:
    """The judgement, whose first anchor tells what comes of it. Raises InvalidJudgement."""
    anchors = [_anchor(reading, span) for span in (told.span, *(one.span for one in told.parts))]
    parts = tuple(StatedPart(part=one.part, schema=_schema(reading, one)) for one in told.parts)
    stated = Stated(
        kind=_kind(told.detail), detail=told.detail, parts=parts, time=told.time, modality=told.modality
    )  # fmt: skip
    judgement = _on(anchors, stated, judge)
    check_judgement(judgement)
    as_read = unstated(reading)
    statement = statement_of(judgement, as_read)
    if isinstance(statement, str):
        raise InvalidJudgement(statement)
    return _on([anchor_of_statement(as_read, statement), *anchors[1:]], stated, judge, judgement)


def _on(anchors: Sequence[Anchor], stated: Stated, judge: Judge, before: Judgement | None = None) -> Judgement:
    """The judgement on these anchors, at the same moment as that of `before`."""
    return Judgement(
        verdict=Verdict.STATE, who=judge.who, at=before.at if before else judge.clock(), note=judge.note,
        anchors=tuple(anchors), value=stated_to_text(stated),
    )  # fmt: skip


def _anchor(reading: Reading, span: Span) -> Anchor:
    try:
        return anchor_of_words(reading, span)
    except InvalidRecord as error:
        raise InvalidJudgement(f"document {reading.document.name}: {error}") from error


def _schema(reading: Reading, marked: Marked) -> Schema | None:
    """The sort of thing that words name: what a reader or a person says, in this order. Raises InvalidJudgement."""
    mention = next((one for one in reading.mentions if one.span == marked.span), None)
    if mention is None:
        if marked.schema is None:
            words = marked.span.of(reading.document.text)
            raise InvalidJudgement(
                f"nothing was read to be named by {words[:_SHOWN]!r}: say what it is ({', '.join(Schema)})"
            )
        return marked.schema
    if mention.form is Form.MARKED and marked.schema:
        return marked.schema
    things = {one.id: one for one in reading.entities}
    return things[mention.entity].schema if mention.form.is_name else None


def _kind(detail: StatableDetail) -> Kind:
    return next(kind for kind, sort in DETAIL_OF_KIND.items() if isinstance(detail, sort))
