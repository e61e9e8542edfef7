"""What persons state that no reader read: as statements and mentions of the documents whose words they stand on.

It is worked out from what readers read alone, and stands beside it: who marks a name that a reader sees as well names
the same thing. A judgement states nothing while any of its words is gone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from palanca.identity.anchors import found_entity
from palanca.identity.footing import Footing, Readings, problem_of
from palanca.identity.places import span_of
from palanca.identity.stated_text import stated_from_text
from palanca.lexicon.countries import country_named
from palanca.records import (
    Anchor,
    DocumentId,
    Entity,
    EntityId,
    Filler,
    Form,
    Judgement,
    JudgementId,
    Mention,
    Reading,
    Role,
    RoleName,
    Schema,
    Span,
    Statement,
)
from palanca.records.entity import entity_id
from palanca.records.stated import Part, Stated, StatedPart
from palanca.records.statement import PERSON

_NO_ROLES = {Part.PLACE, Part.SPEAKER}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFacts:
    """What persons state in one document: things that they marked, in the order of the text, and statements by id."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(slots=True)
class Stating:
    """What judgements state, by document, and what stands under each. `read_too` says the same as a reader."""

    facts: dict[DocumentId, StatedFacts] = field(default_factory=dict)
    footings: dict[JudgementId, Footing] = field(default_factory=dict)
    read_too: set[JudgementId] = field(default_factory=set)

    def beside(self, reading: Reading | None) -> Reading | None:
        """What was read in a document, with what persons state in it."""
        more = self.facts.get(reading.document.id) if reading else None
        if reading is None or more is None:
            return reading
        return replace(
            reading,
            entities=(*reading.entities, *more.entities),
            mentions=tuple(sorted((*reading.mentions, *more.mentions), key=lambda one: one.span)),
            statements=(*reading.statements, *more.statements),
        )


def unstated(reading: Reading) -> Reading:
    """What readers read, without what persons state."""
    marked = {one.entity for one in reading.mentions if one.form is Form.MARKED}
    return replace(
        reading,
        entities=tuple(one for one in reading.entities if one.id not in marked),
        mentions=tuple(one for one in reading.mentions if one.entity not in marked),
        statements=tuple(one for one in reading.statements if one.reader != PERSON),
    )


def stating(judgements: Iterable[Judgement], readings: Readings) -> Stating:
    """What these judgements `state`, given in order of time; `readings` gives what readers read alone.

    Of persons who state the same, the first is named; of sorts for the same words, the last counts.
    """
    told, groups = Stating(), defaultdict[tuple[str, str], list[Judgement]](list)
    for judgement in judgements:
        groups[judgement.anchors[0].name, judgement.anchors[0].document].append(judgement)
    sheets: dict[DocumentId, _Sheet] = {}
    for _, group in sorted(groups.items()):
        reading = readings(group[0].anchors[0])
        if reading is None:
            told.footings |= {one.id: Footing(problem=problem_of(one.anchors[0], None)) for one in group}
        else:
            sheets.setdefault(reading.document.id, _Sheet(reading)).asked += group
    for document, sheet in sheets.items():
        told.facts[document] = sheet.facts(told)
    return told


def statement_of(judgement: Judgement, reading: Reading) -> Statement | str:
    """What one judgement states on what readers read, or why it cannot."""
    return _Sheet(reading).statement(judgement)


@dataclass(slots=True)
class _Sheet:
    """One document, and the names that persons mark in it."""

    reading: Reading
    asked: list[Judgement] = field(default_factory=list)
    _marked: dict[Span, Schema] = field(default_factory=dict)

    def facts(self, told: Stating) -> StatedFacts:
        """What stands in the document of all that is asked, which may have come under several of its names."""
        read = {one.id for one in self.reading.statements}
        stated: dict[str, Statement] = {}
        for judgement in sorted(self.asked, key=lambda one: (one.at, one.id)):
            found = self.statement(judgement)
            if isinstance(found, str):
                told.footings[judgement.id] = Footing(problem=found)
                continue
            told.footings[judgement.id] = Footing(statement=found.id)
            if found.id in read:
                told.read_too.add(judgement.id)
            else:
                stated.setdefault(found.id, found)
        things = tuple(self._things())
        return StatedFacts(
            entities=things,
            mentions=tuple(map(self._mention, things, sorted(self._marked))),
            statements=tuple(stated[one] for one in sorted(stated)),
        )

    def statement(self, judgement: Judgement) -> Statement | str:
        """What it states, or why it cannot. The names that it marks are remembered."""
        spans = [span_of(anchor, self.reading) for anchor in judgement.anchors]
        gone = next((a for a, span in zip(judgement.anchors, spans, strict=True) if span is None), None)
        if gone is not None:
            return problem_of(gone, self.reading)
        stated, where = stated_from_text(judgement.value or ""), [span for span in spans if span is not None]
        fillers = [
            (part.part, self._filler(anchor, span, part))
            for part, anchor, span in zip(stated.parts, judgement.anchors[1:], where[1:], strict=True)
        ]
        return _statement(judgement, self.reading, where[0], (stated, fillers))

    def _filler(self, anchor: Anchor, span: Span, part: StatedPart) -> Filler:
        words = " ".join(anchor.words.split())
        named = _named(anchor, span, part.schema, self.reading)
        if named:
            return Filler(text=named.caption, entity=named.id, span=span)
        if part.schema is None:
            return Filler(text=words, span=span)
        self._marked[span] = part.schema
        return Filler(text=words, entity=self._id(span), span=span)

    def _things(self) -> Iterator[Entity]:
        for span, schema in sorted(self._marked.items()):
            caption = " ".join(span.of(self.reading.document.text).split())
            land = country_named(caption) if schema is Schema.PLACE else None
            yield Entity(
                id=self._id(span), document=self.reading.document.id, schema=schema, caption=caption,
                country=land.alpha3 if land else None,
            )  # fmt: skip

    def _mention(self, thing: Entity, span: Span) -> Mention:
        words = span.of(self.reading.document.text)
        return Mention(document=thing.document, span=span, text=words, form=Form.MARKED, entity=thing.id)

    def _id(self, span: Span) -> EntityId:
        return entity_id(self.reading.document.id, span)


def _named(anchor: Anchor, span: Span, schema: Schema | None, reading: Reading) -> Entity | None:
    """What readers take the words to name: exactly there, else nearly there if it is of the sort that a person said."""
    exact = next((one.entity for one in reading.mentions if one.span == span), None)
    wanted = exact or found_entity(anchor, reading)
    found = next((one for one in reading.entities if one.id == wanted), None)
    return found if found and (exact or schema in {None, found.schema}) else None


def _statement(
    judgement: Judgement, reading: Reading, span: Span, told: tuple[Stated, Sequence[tuple[Part, Filler]]]
) -> Statement:
    stated, fillers = told
    alone = {part: filler for part, filler in fillers if part in _NO_ROLES}
    return Statement(
        document=reading.document.id,
        kind=stated.kind,
        detail=stated.detail,
        span=span,
        reader=PERSON,
        reader_version=judgement.who,
        roles=tuple(Role(name=RoleName(part), filler=filler) for part, filler in fillers if part not in _NO_ROLES),
        time=stated.time,
        place=alone.get(Part.PLACE),
        modality=stated.modality,
        speaker=alone.get(Part.SPEAKER),
    )
