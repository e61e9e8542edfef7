"""Statements: one thing that one sentence says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import cast

from palanca.records.errors import InvalidRecord
from palanca.records.ids import DocumentId, EntityId, StatementId, content_hash
from palanca.records.span import Span
from palanca.records.time import Time


class Kind(StrEnum):
    """The kinds of statement."""

    EVENT = "event"
    OFFICE = "office"
    TIE = "tie"
    INSTRUMENT = "instrument"
    QUANTITY = "quantity"
    QUOTATION = "quotation"
    ANOMALY = "anomaly"

    @property
    def plural(self) -> str:
        """How several are called, which is also the name of their list."""
        return f"{self[:-1]}ies" if self.endswith("y") else f"{self}s"


class Modality(StrEnum):
    """How the text puts it."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PLANNED = "planned"
    REPORTED = "reported"
    HYPOTHETICAL = "hypothetical"


TOLD_AS_SO = frozenset({Modality.ASSERTED, Modality.REPORTED})
"""How sources put what they tell to be so: what they deny, plan or suppose is not counted with it."""

UNTOLD = tuple(one for one in Modality if one not in TOLD_AS_SO)
"""How they put what they do not tell to be so."""

BY_STRENGTH = (Modality.ASSERTED, Modality.REPORTED, Modality.PLANNED, Modality.HYPOTHETICAL, Modality.DENIED)
"""Ways of putting it, what says most first: what several statements tell is put as the first of them puts it."""


class RoleName(StrEnum):
    """What a filler does in its statement."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PERSON = "person"
    BODY = "body"
    SOURCE = "source"
    TARGET = "target"
    ISSUER = "issuer"
    PARTY = "party"
    SUBJECT = "subject"


class Category(StrEnum):
    """The sixteen event categories of PLOVER (Open Event Data Alliance, 2018; 0.8 of the manual)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Context(StrEnum):
    """Domains in which an event takes place, after PLOVER's contexts."""

    DIPLOMATIC = "diplomatic"
    MILITARY = "military"
    SECURITY = "security"
    ECONOMIC = "economic"
    TRADE = "trade"
    INVESTMENT = "investment"
    INFRASTRUCTURE = "infrastructure"
    ENERGY = "energy"
    LEGAL = "legal"
    LEGISLATIVE = "legislative"
    EXECUTIVE = "executive"
    ELECTORAL = "electoral"
    JUDICIAL = "judicial"
    MEDIA = "media"
    AID = "aid"
    HEALTH = "health"
    SCIENCE = "science"
    ENVIRONMENT = "environment"
    MARITIME = "maritime"
    AVIATION = "aviation"
    SPACE = "space"
    CRIME = "crime"
    MIGRATION = "migration"
    RIGHTS = "rights"


class OfficeStatus(StrEnum):
    """How the text says that an office is held."""

    CURRENT = "current"
    FORMER = "former"
    ACTING = "acting"
    DE_FACTO = "de facto"
    DESIGNATE = "designate"
    UNKNOWN = "unknown"


IN_OFFICE = frozenset({OfficeStatus.CURRENT, OfficeStatus.ACTING, OfficeStatus.DE_FACTO})
"""How those hold an office who hold it at the time that is told of."""


class TieKind(StrEnum):
    """What joins source to target, read `source kind target`."""

    SPOUSE = "spouse"
    FAMILY = "family"
    OWNS = "owns"
    CONTROLS = "controls"
    SUBSIDIARY_OF = "subsidiary_of"
    PART_OF = "part_of"
    MEMBER_OF = "member_of"
    EMPLOYEE_OF = "employee_of"
    CLIENT_OF = "client_of"
    REPRESENTS = "represents"
    PARTNER_OF = "partner_of"
    FUNDS = "funds"
    LOCATED_IN = "located_in"
    ALIAS_CONFLICT = "alias_conflict"


class InstrumentKind(StrEnum):
    """Sorts of legal and contractual instrument."""

    LAW = "law"
    RESOLUTION = "resolution"
    DECREE = "decree"
    AGREEMENT = "agreement"
    CONTRACT = "contract"
    LAWSUIT = "lawsuit"
    CONCESSION = "concession"
    POLICY = "policy"


class AnomalyKind(StrEnum):
    """What a careful copy editor would query from the document alone."""

    DATE_CONFLICT = "date_conflict"
    NUMBER_CONFLICT = "number_conflict"
    NAME_VARIANT = "name_variant"
    IMPOSSIBLE_ORDER = "impossible_order"
    ROLE_CONFLICT = "role_conflict"


_SHOWN = {name: repr(name) for name in RoleName}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """Who or what fills a role: the words to show, the entity if one is known, and where the words stand.

    `entity` is None for a filler that is described but not named ("a source close to the minister").
    """

    text: str
    entity: EntityId | None = None
    span: Span | None = None

    def __repr__(self) -> str:
        # As a dataclass has it, and faster: the ids of statements are hashes of it.
        span = self.span
        stands = f"Span(start={span.start}, end={span.end})" if span else None
        return f"Filler(text={self.text!r}, entity={self.entity!r}, span={stands})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One filled role. A statement may fill the same role several times."""

    name: RoleName
    filler: Filler

    def __repr__(self) -> str:
        # As for fillers.
        return f"Role(name={_SHOWN[self.name]}, filler={self.filler!r})"


def _shown(roles: Sequence[Role]) -> str:
    """As a tuple of them has it, and faster."""
    shown = ", ".join([f"Role(name={_SHOWN[role.name]}, filler={role.filler!r})" for role in roles])
    return f"({shown},)" if len(roles) == 1 else f"({shown})"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDetail:
    """What happened. `mode` prefers PLOVER's modes; `contexts` are sorted as the reader ranked them."""

    category: Category
    mode: str | None = None
    contexts: tuple[Context, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDetail:
    """An office as shown held. `role` is the title, lower-cased, without status words.

    The statement's `time` is the time at which the text shows it held; `start` and `end` are set only where the
    text states a beginning or an end.
    """

    role: str
    status: OfficeStatus
    start: Time | None = None
    end: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieDetail:
    """A lasting relation, read `source kind target`."""

    kind: TieKind


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentDetail:
    """A law, decree, agreement… `number` is identity, never matched loosely. The statement's `time` is its date."""

    kind: InstrumentKind
    title: str
    number: str | None = None
    valid: Time | None = None
    effect: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityDetail:
    """A full number with its unit: an ISO 4217 code, `percent`, or the noun counted. `value_max` ends a range."""

    value: float
    unit: str
    value_max: float | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationDetail:
    """Reported or quoted words: the statement's span is the content. `cue` is the reporting word as written."""

    cue: str
    direct: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnomalyDetail:
    """Something to query, in one plain sentence."""

    kind: AnomalyKind
    detail: str


PERSON = "person"
"""The reader of what a person stated; the version of that reader is who it was."""

Detail = EventDetail | OfficeDetail | TieDetail | InstrumentDetail | QuantityDetail | QuotationDetail | AnomalyDetail

_SAID_AGAIN = (EventDetail, OfficeDetail, TieDetail, InstrumentDetail)
_DETAILS_AT_HAND = 4_096  # rows of a register say much the same


def _said(detail: Detail) -> str:
    """A detail as the ids of statements hash it. Numbers are left out of what is at hand: 0.0 and -0.0 are equal."""
    return _said_again(detail) if isinstance(detail, _SAID_AGAIN) else str(detail)


@lru_cache(maxsize=_DETAILS_AT_HAND)
def _said_again(detail: Detail) -> str:
    return str(detail)


DETAIL_OF_KIND: dict[Kind, type[Detail]] = {
    Kind.EVENT: EventDetail,
    Kind.OFFICE: OfficeDetail,
    Kind.TIE: TieDetail,
    Kind.INSTRUMENT: InstrumentDetail,
    Kind.QUANTITY: QuantityDetail,
    Kind.QUOTATION: QuotationDetail,
    Kind.ANOMALY: AnomalyDetail,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that one sentence says, and where.

    `speaker` is who says it inside the text; None means the source itself. `span` is the clause or sentence that
    carries it (the content, for a quotation). `confidence` is the reader's own, from 0 to 1.
    """

    document: DocumentId
    kind: Kind
    detail: Detail
    span: Span
    reader: str
    reader_version: str
    roles: tuple[Role, ...] = ()
    time: Time | None = None
    place: Filler | None = None
    modality: Modality = Modality.ASSERTED
    speaker: Filler | None = None
    confidence: float = 1.0
    _id: StatementId | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not isinstance(self.detail, DETAIL_OF_KIND[self.kind]):
            raise InvalidRecord(f"a statement of kind {self.kind} cannot carry {type(self.detail).__name__}")
        if not 0 <= self.confidence <= 1:
            raise InvalidRecord(f"confidence {self.confidence} is not between 0 and 1")

    @property
    def id(self) -> StatementId:
        """The hash of what it says and where; reader, version and confidence are left out."""
        if self._id is None:
            roles = _shown(self.roles)
            told = (self.document, self.kind, self.span, _said(self.detail), roles, self.time, self.place)
            object.__setattr__(self, "_id", StatementId(content_hash("statement", *told, self.modality, self.speaker)))
        return cast("StatementId", self._id)

    def known_as(self, identifier: StatementId) -> "Statement":
        """Itself, of which the id was worked out when it was written down."""
        object.__setattr__(self, "_id", identifier)
        return self

    @property
    def category(self) -> Category | None:
        """The category of an event; None of any other kind."""
        return self.detail.category if isinstance(self.detail, EventDetail) else None

    @property
    def stated_by(self) -> str | None:
        """The person who stated it, where no reader read it."""
        return self.reader_version if self.reader == PERSON else None

    def fillers(self, *names: RoleName) -> tuple[Filler, ...]:
        """Who fills these roles, in the order of the statement."""
        return tuple([role.filler for role in self.roles if role.name in names])
