"""What a person states that no reader read: the part of a statement that does not stand in words of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from palanca.records.entity import Schema
from palanca.records.statement import (
    EventDetail,
    InstrumentDetail,
    Kind,
    Modality,
    OfficeDetail,
    QuantityDetail,
    QuotationDetail,
    TieDetail,
)
from palanca.records.time import Time


class Part(StrEnum):
    """What words do in a statement: a role, the place, or who says it."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PERSON = "person"
    BODY = "body"
    SOURCE = "source"
    TARGET = "target"
    ISSUER = "issuer"
    PARTY = "party"
    SUBJECT = "subject"
    PLACE = "place"
    SPEAKER = "speaker"


PARTS_OF: Mapping[Kind, tuple[Part, ...]] = {
    Kind.EVENT: (Part.ACTOR, Part.RECIPIENT, Part.PLACE, Part.SPEAKER),
    Kind.OFFICE: (Part.PERSON, Part.BODY, Part.PLACE, Part.SPEAKER),
    Kind.TIE: (Part.SOURCE, Part.TARGET, Part.PLACE, Part.SPEAKER),
    Kind.INSTRUMENT: (Part.ISSUER, Part.PARTY, Part.PLACE, Part.SPEAKER),
    Kind.QUANTITY: (Part.SUBJECT, Part.PLACE, Part.SPEAKER),
    Kind.QUOTATION: (Part.SPEAKER, Part.PLACE),
}
"""The kinds that can be stated, with their parts in the order in which they are shown."""

NEEDED: Mapping[Kind, tuple[Part, ...]] = {
    Kind.EVENT: (Part.ACTOR,), Kind.OFFICE: (Part.PERSON,), Kind.TIE: (Part.SOURCE, Part.TARGET),
    Kind.INSTRUMENT: (), Kind.QUANTITY: (), Kind.QUOTATION: (Part.SPEAKER,),
}  # fmt: skip
"""The parts without which nothing is stated."""

type StatableDetail = EventDetail | OfficeDetail | TieDetail | InstrumentDetail | QuantityDetail | QuotationDetail


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedPart:
    """One part that words fill. `schema` is the sort of thing that they name; None for words that are no name."""

    part: Part
    schema: Schema | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What is stated. `parts` are in the order of the anchors that fill them; a part may be filled several times."""

    kind: Kind
    detail: StatableDetail
    parts: tuple[StatedPart, ...]
    time: Time | None = None
    modality: Modality = Modality.ASSERTED
