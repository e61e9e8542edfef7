"""What a question asks for, as a tree: the one filter of commands, library and addresses.

A query is a condition on claims. Conditions on one party of a claim stand together in a `PartyTest`, since "with
congress of Peru" means one party that is both.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from palanca.records.statement import TOLD_AS_SO, RoleName


class Branch(StrEnum):
    """The part of a state, or of what stands beside it, that somebody acts for."""

    EXECUTIVE = "executive"
    LEGISLATURE = "legislature"
    JUDICIARY = "judiciary"
    AUTONOMOUS = "autonomous body"  # electoral and autonomous bodies
    ARMED_FORCES = "armed forces"
    POLICE = "police"
    LOCAL = "local government"
    COMPANY = "company"
    MEDIA = "media"
    CIVIL_SOCIETY = "civil society"
    PARTY = "party"


class Field(StrEnum):
    """What of a claim is asked about, each by a word that is compared as a whole."""

    KIND = "kind"
    CATEGORY = "category"
    MODE = "mode"
    CHANNEL = "channel"
    MODALITY = "modality"
    TIE = "tie"
    INSTRUMENT = "instrument"
    REVIEW = "review"
    DISPUTED = "disputed"
    OUTLET = "outlet"
    REGISTER = "register"
    DOCUMENT = "document"


class Measure(StrEnum):
    """What of a claim is compared with a number."""

    SOURCES = "sources"
    DOCUMENTS = "documents"
    CONFIDENCE = "confidence"
    DAYS = "days"  # that one moment can mean; what is told as lasting from one day to another has none


class Comparison(StrEnum):
    """How a number is compared."""

    AT_LEAST = ">="
    AT_MOST = "<="
    MORE = ">"
    LESS = "<"
    EQUAL = "="


ANYBODY = "*"
"""The name in a test of a party that any party has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyTest:
    """That a claim has one party of which all this holds.

    `name` is a whole name or words of one, looked up through identity, or `ANYBODY`; `country` is ISO 3166-1
    alpha-3. `roles` empty stands for any role but the place. `is_other` asks for another party than that of the test
    before it.
    """

    name: str | None = None
    country: str | None = None
    branch: Branch | None = None
    office: str | None = None
    roles: tuple[RoleName, ...] = ()
    is_other: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """That a claim has parties for all of these tests, in order; one that `is_other` is not the one before."""

    tests: tuple[PartyTest, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """That what is told of a claim is one of these words."""

    field: Field
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """That a measure of a claim compares so."""

    measure: Measure
    comparison: Comparison
    value: float


TOLD = Words(field=Field.MODALITY, values=tuple(sorted(TOLD_AS_SO)))
"""That sources tell it to be so."""


def surely(least: float) -> Number:
    """That readers are at least so sure of it, from 0 to 1."""
    return Number(measure=Measure.CONFIDENCE, comparison=Comparison.AT_LEAST, value=least)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """That a claim's time can fall between two days, both included; None leaves a side open.

    `is_certain` asks that it cannot fall elsewhere. Both ends None asks for claims without a time.
    """

    first: date | None
    last: date | None
    is_certain: bool = False

    @property
    def is_undated(self) -> bool:
        """Whether it asks for claims of which no time is known."""
        return self.first is None and self.last is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """That a claim's place bears this name, or words of it."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """That a sentence of a claim's evidence holds these words; several stand together."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """That somebody of this name says it within a text."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class All:
    """That every part holds; none at all holds of every claim."""

    parts: "tuple[Query, ...]" = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Either:
    """That some part holds."""

    parts: "tuple[Query, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """That a part does not hold."""

    part: "Query"


type Query = Parties | Words | Number | When | Place | Said | Speaker | All | Either | Not

EVERYTHING = All()
"""The query that every claim passes."""
