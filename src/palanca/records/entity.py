"""What texts name: mentions, and the entities that they are about."""

from dataclasses import dataclass
from enum import StrEnum

from palanca.records.errors import InvalidRecord
from palanca.records.ids import DocumentId, EntityId, MentionId, content_hash
from palanca.records.span import Span


class Schema(StrEnum):
    """FollowTheMoney schemata; `Place` is exported as Address."""

    PERSON = "Person"
    PUBLIC_BODY = "PublicBody"
    COMPANY = "Company"
    ORGANIZATION = "Organization"
    PLACE = "Place"
    VEHICLE = "Vehicle"
    EVENT = "Event"
    PROJECT = "Project"
    LAW = "Law"


BODIES = frozenset({Schema.PUBLIC_BODY, Schema.COMPANY, Schema.ORGANIZATION})


class Form(StrEnum):
    """How a mention names its thing. Only names count as aliases. A thing that persons marked has no other mentions."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    MARKED = "marked"  # a name that no reader saw: a person marked it

    @property
    def is_name(self) -> bool:
        """Whether the words are a name of the thing."""
        return self in {Form.NAME, Form.MARKED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name something. `entity` is the entity of the same document that they are about."""

    document: DocumentId
    span: Span
    text: str
    form: Form
    entity: EntityId

    @property
    def id(self) -> MentionId:
        """The hash of document and span."""
        return mention_id(self.document, self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One thing that one document names. `names` lists every other form, in order of appearance.

    `country` is the ISO 3166-1 alpha-3 code of the country it is or belongs to, where the document says so.
    `identifiers` are exact tokens that stand for it, `scheme:value` each (`lei:529900T8BM49AURSDO55`), in the order in
    which the document gives them: entities that share one are one thing. `lister` is the register that lists it by its
    caption, where that register calls a thing by one name in all its rows: two captions of one lister are two things.
    """

    id: EntityId
    document: DocumentId
    schema: Schema
    caption: str
    names: tuple[str, ...] = ()
    country: str | None = None
    confidence: float = 1.0
    identifiers: tuple[str, ...] = ()
    lister: str | None = None

    def __post_init__(self) -> None:
        for identifier in self.identifiers:
            scheme, _, value = identifier.partition(":")
            if not scheme or not value.strip():
                raise InvalidRecord(f"identifier {identifier!r} of {self.caption!r} is not written scheme:value")


def mention_id(document: DocumentId, span: Span) -> MentionId:
    """The id of the mention at `span`."""
    return MentionId(content_hash("mention", document, span.start, span.end))


def entity_id(document: DocumentId, first: Span) -> EntityId:
    """The id of the entity whose first mention stands at `first`: stable while that mention stands."""
    return EntityId(content_hash("entity", document, first.start, first.end))
