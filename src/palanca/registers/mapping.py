"""The mapping of a register: what its columns mean. `docs/mappings.md` describes the language for those who write one.

The models here are what a mapping file is checked against; `mapping_loading` reads the files.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from palanca.lexicon.countries import country
from palanca.records import (
    Category,
    Context,
    Coverage,
    InstrumentKind,
    Kind,
    Modality,
    OfficeStatus,
    Register,
    RoleName,
    Schema,
    TieKind,
    Time,
)
from palanca.records.errors import LexiconError

_NAME = r"[a-z][a-z0-9_]*"
_CODE = r"[A-Z]{3}"


class Order(StrEnum):
    """Which part of an all-number date stands first."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _column(value: object) -> object:
    return {"column": value} if isinstance(value, str) else value


def _chosen(value: object) -> object:
    return {"constant": value} if isinstance(value, str) else value


def _known_code(code: str) -> str:
    try:
        return country(code).alpha3
    except LexiconError as problem:
        raise ValueError(str(problem)) from None


def _compiled(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as problem:
        raise ValueError(f"{pattern!r} is not a regular expression ({problem})") from None
    return pattern


def _dated(text: object) -> object:
    return Time.parse(text) if isinstance(text, str) else text


def _format(text: str) -> str:
    try:
        datetime.strptime(datetime(2024, 5, 17).strftime(text), text)  # noqa: DTZ001, DTZ007 (a day has no time zone)
    except ValueError as problem:
        raise ValueError(f"{text!r} is no format of a date ({problem}): write one such as %d.%m.%Y") from None
    return text


type Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]
type Code = Annotated[str, Field(pattern=f"^{_CODE}$"), AfterValidator(_known_code)]
type Regex = Annotated[str, AfterValidator(_compiled)]


class Value(_Part):
    """A value wanted from a row: of the first of its columns that is not empty, or constant.

    `pattern` cuts the value out of the cell, `split` makes several of it, `map` gives other words for it, compared
    without case, and `default` stands in where there is none.
    """

    column: Words = ()
    constant: str | None = None
    default: str | None = None
    map: dict[str, str] = Field(default_factory=dict)
    pattern: Regex | None = None
    split: Words = ()
    titled: bool = False

    @model_validator(mode="after")
    def _one_source(self) -> "Value":
        if bool(self.column) == (self.constant is not None):
            raise ValueError("a value comes from a column or is constant: give one of the two")
        if self.constant is not None and (self.map or self.pattern or self.split or self.default):
            raise ValueError("a constant is what it is: map, pattern, split and default are for columns")
        return self

    @cached_property
    def is_plain(self) -> bool:
        """Whether the whole cell is the value, as it stands."""
        return bool(self.column) and not (self.pattern or self.split or self.map)

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The values that the mapping itself gives it."""
        if self.constant is not None:
            return (self.constant,)
        others = (self.default,) if self.default else ()
        return (*self.map.values(), *others) if self.map else others


type Wanted = Annotated[Value, BeforeValidator(_column)]
type Chosen = Annotated[Value, BeforeValidator(_chosen)]
"""A value that is a word of a list: written plainly it is that word, not a column."""


class Stretch(_Part):
    """A stretch of time between two cells, or the time of one."""

    at: Wanted | None = None
    start: Wanted | None = Field(default=None, alias="from")
    end: Wanted | None = Field(default=None, alias="to")

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """The values that it is made of."""
        return tuple(value for value in (self.at, self.start, self.end) if value)


def _stretch(value: object) -> object:
    is_stretch = isinstance(value, dict) and value.keys() & {"from", "to"}
    return value if is_stretch else {"at": value}


type When = Annotated[Stretch, BeforeValidator(_stretch)]


class Condition(_Part):
    """A condition on a cell; all that it says must hold. Values are compared without case.

    Of several columns the first counts that is not empty.
    """

    column: Words
    is_: Words | None = Field(default=None, alias="is")
    not_: Words | None = Field(default=None, alias="not")
    matches: Regex | None = None
    empty: bool | None = None


class Dates(_Part):
    """How the register writes dates, beside ISO 8601 and EDTF."""

    order: Order | None = None
    formats: Annotated[tuple[Annotated[str, AfterValidator(_format)], ...], BeforeValidator(_listed)] = ()
    empty: Words = ()


class Covers(_Part):
    """What the register sets out to hold whole, see `records.Coverage`."""

    kind: Kind
    category: Category | None = None
    mode: str | None = None
    roles: Words = ()
    countries: Annotated[tuple[Code, ...], BeforeValidator(_listed)] = ()
    time: Annotated[Any, BeforeValidator(_dated)] = None


class Thing(_Part):
    """Someone or something that a row names. `country` is a value, or the word `itself`: the thing is a country."""

    schema_: Schema = Field(alias="schema")
    name: Wanted
    names: tuple[Wanted, ...] = ()
    country: Wanted | None = None
    itself: bool = False
    when: tuple[Condition, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _is_itself(cls, given: Any) -> Any:
        if isinstance(given, dict) and given.get("country") == "itself":
            return {key: value for key, value in given.items() if key != "country"} | {"itself": True}
        return given


class _Said(_Part):
    required: ClassVar[tuple[RoleName, ...]] = ()  # the roles of which each must be filled
    chosen: ClassVar[dict[str, type[StrEnum]]] = {}  # the values that are words of a list

    modality: Chosen = Value(constant=Modality.ASSERTED.value)
    confidence: float = Field(default=1.0, ge=0, le=1)
    when: tuple[Condition, ...] = ()
    time: When | None = None

    @cached_property
    def parties(self) -> tuple[tuple[RoleName, tuple[str, ...]], ...]:
        """The things that fill each role, in the order in which they are shown."""
        return tuple((role, things) for role in RoleName if (things := getattr(self, role.value, ())))

    @cached_property
    def values(self) -> tuple[tuple[str, Value], ...]:
        """Every value that it takes from a row, under its key."""
        found = ((name, getattr(self, name)) for name in type(self).model_fields)
        return tuple((name, value) for name, value in found if isinstance(value, Value))

    @cached_property
    def times(self) -> tuple[tuple[str, Stretch], ...]:
        """Every time that it takes from a row, under its key."""
        found = ((name, getattr(self, name)) for name in type(self).model_fields)
        return tuple((name, value) for name, value in found if isinstance(value, Stretch))


class EventSaid(_Said):
    """An event that a row tells."""

    required: ClassVar[tuple[RoleName, ...]] = (RoleName.ACTOR,)
    chosen: ClassVar[dict[str, type[StrEnum]]] = {"category": Category}

    kind: Literal[Kind.EVENT]
    actor: Words
    recipient: Words = ()
    category: Chosen
    mode: Wanted | None = None
    contexts: tuple[Context, ...] = ()
    place: Wanted | None = None


class OfficeSaid(_Said):
    """An office that a row tells. `to` are things to which an envoy is sent: "ambassador" to Peru."""

    required: ClassVar[tuple[RoleName, ...]] = (RoleName.PERSON,)
    chosen: ClassVar[dict[str, type[StrEnum]]] = {"status": OfficeStatus}

    kind: Literal[Kind.OFFICE]
    person: Words
    body: Words = ()
    to: Words = ()
    role: Wanted
    status: Chosen = Value(constant=OfficeStatus.UNKNOWN.value)
    start: When | None = None
    end: When | None = None


class TieSaid(_Said):
    """A tie that a row tells."""

    required: ClassVar[tuple[RoleName, ...]] = (RoleName.SOURCE, RoleName.TARGET)
    chosen: ClassVar[dict[str, type[StrEnum]]] = {"tie": TieKind}

    kind: Literal[Kind.TIE]
    source: Words
    target: Words
    tie: Chosen


class InstrumentSaid(_Said):
    """A law, resolution, contract… that a row tells of."""

    chosen: ClassVar[dict[str, type[StrEnum]]] = {"instrument": InstrumentKind}

    kind: Literal[Kind.INSTRUMENT]
    issuer: Words = ()
    party: Words = ()
    instrument: Chosen
    title: Wanted
    number: Wanted | None = None
    effect: Wanted | None = None


class QuantitySaid(_Said):
    """A number with its unit that a row tells."""

    kind: Literal[Kind.QUANTITY]
    subject: Words = ()
    source: Words = ()
    target: Words = ()
    value: Wanted
    unit: Wanted
    of: Wanted | None = None


type Said = Annotated[
    EventSaid | OfficeSaid | TieSaid | InstrumentSaid | QuantitySaid, Field(discriminator="kind")
]  # fmt: skip


class ProseCell(_Part):
    """A cell to read like a document, with what the row says as its context. `country` is that of the place."""

    column: str
    time: When | None = None
    place: Wanted | None = None
    country: Wanted | None = None
    people: Words = ()
    when: tuple[Condition, ...] = ()


class RegisterMapping(_Part):
    """A whole mapping. `text` is the file it was read from, which a case keeps."""

    name: str = Field(pattern=f"^{_NAME}$", max_length=60)
    title: str
    publisher: str | None = None
    country: Code | None = None
    language: str | None = None
    key: Words = ()
    optional: Words = ()
    published: Wanted | None = None
    url: Wanted | None = None
    rows: str | None = None
    sheets: Words = ()
    dates: Dates = Dates()
    decimal: Literal[".", ","] = "."
    covers: tuple[Covers, ...] = ()
    skip: tuple[Condition, ...] = ()
    things: dict[Annotated[str, Field(pattern=f"^{_NAME}$")], Thing]
    statements: tuple[Said, ...] = ()
    prose: tuple[ProseCell, ...] = ()
    text: str = ""

    @property
    def register(self) -> Register:
        """The register that the mapping reads, with the mapping in it."""
        return Register(
            name=self.name,
            title=self.title,
            mapping=self.text,
            publisher=self.publisher,
            country=self.country,
            coverage=tuple(Coverage(**dict(one)) for one in self.covers),
        )

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it reads, in the order in which it names them."""
        values = (value for _, value in self.values())
        named = [column for value in values for column in value.column]
        named += [column for one in self.conditions() for column in one.column]
        named += [prose.column for prose in self.prose]
        return tuple(dict.fromkeys((*self.key, *named)))

    @property
    def alternatives(self) -> tuple[tuple[str, ...], ...]:
        """The columns of which at least one must be in the table, group by group."""
        groups: list[tuple[str, ...]] = [(name,) for name in self.key]
        groups += [value.column for _, value in self.values() if value.column]
        groups += [one.column for one in self.conditions()]
        groups += [(prose.column,) for prose in self.prose]
        return tuple(dict.fromkeys(groups))

    def conditions(self) -> Iterator[Condition]:
        """Every condition that a row is held against."""
        yield from self.skip
        for part in (*self.things.values(), *self.statements, *self.prose):
            yield from part.when

    def values(self) -> Iterator[tuple[tuple[str | int, ...], Value]]:
        """Every value, with the path of keys that leads to it in the file."""
        for key in ("published", "url"):
            if value := getattr(self, key):
                yield (key,), value
        for name, thing in self.things.items():
            for key in ("name", "country"):
                if value := getattr(thing, key):
                    yield ("things", name, key), value
            yield from ((("things", name, "names", i), value) for i, value in enumerate(thing.names))
        for i, said in enumerate(self.statements):
            yield from ((("statements", i, key), value) for key, value in said.values)
            yield from ((("statements", i, key), value) for key, time in said.times for value in time.values)
        for i, prose in enumerate(self.prose):
            for key, found in (("place", prose.place), ("country", prose.country)):
                if found:
                    yield ("prose", i, key), found
            yield from ((("prose", i, "time"), value) for value in (prose.time.values if prose.time else ()))

    def times(self) -> Iterator[Stretch]:
        """Every time that a statement or a prose cell takes from a row; a term of office is one."""
        for said in self.statements:
            if isinstance(said, OfficeSaid) and said.start and said.end:
                yield Stretch.model_construct(start=said.start.at, end=said.end.at)
            else:
                yield from (time for _, time in said.times)
        yield from (prose.time for prose in self.prose if prose.time)

    def problems(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """What no single part shows: path in the file, and what is wrong there."""
        for i, said in enumerate(self.statements):
            for role, things in said.parties:
                yield from ((("statements", i, role.value), _unknown(one, self.things)) for one in things
                            if one not in self.things)  # fmt: skip
            chosen: dict[str, type[StrEnum]] = {**said.chosen, "modality": Modality}
            for key, words in chosen.items():
                value: Value = getattr(said, key)
                yield from ((("statements", i, key), _not_of(one, words)) for one in value.outcomes
                            if one not in set(words))  # fmt: skip
            sent = said.to if isinstance(said, OfficeSaid) else ()
            yield from ((("statements", i, "to"), _unknown(one, self.things)) for one in sent if one not in self.things)
        for i, prose in enumerate(self.prose):
            yield from ((("prose", i, "people"), _unknown(one, self.things)) for one in prose.people
                        if one not in self.things)  # fmt: skip
        if not self.statements and not self.prose:
            yield ("name",), "it says nothing of a row: give it statements, or prose to read"


def _unknown(thing: str, things: Mapping[str, Thing]) -> str:
    return f"there is no thing {thing!r}: name one of {', '.join(things) or 'the things, which it has to list'}"


def _not_of(word: str, words: type[StrEnum]) -> str:
    return f"{word!r} is not one of {', '.join(words)}"
