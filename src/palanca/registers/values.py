"""The values, times and conditions that a mapping takes from the cells of a row."""

import re
from datetime import datetime
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from palanca.lexicon.countries import country
from palanca.lexicon.handwritten import listed
from palanca.records.errors import LexiconError
from palanca.records.register import column_name

_MANY_COLUMNS = 4_096
NAME = r"[a-z][a-z0-9_]*"
_CODE = r"[A-Z]{3}"


class Order(StrEnum):
    """Which part of an all-number date stands first."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Part(BaseModel):
    """A part of a mapping: nothing but its keys may stand in it, and it never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


@lru_cache(maxsize=_MANY_COLUMNS)
def folded(column: str) -> str:
    """The name of a column as names are compared: as a row's text writes it, without case."""
    return column_name(column).casefold()


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


def _format(text: str) -> str:
    try:
        datetime.strptime(datetime(2024, 5, 17).strftime(text), text)  # noqa: DTZ001, DTZ007 (a day has no time zone)
    except ValueError as problem:
        raise ValueError(f"{text!r} is no format of a date ({problem}): write one such as %d.%m.%Y") from None
    return text


type Words = Annotated[tuple[str, ...], BeforeValidator(listed)]
type Code = Annotated[str, Field(pattern=f"^{_CODE}$"), AfterValidator(_known_code)]
type Regex = Annotated[str, AfterValidator(_compiled)]


class Value(Part):
    """A value wanted from a row: of the first of its columns that is not empty, or constant.

    `pattern` cuts the value out of the cell, `split` makes several of it, `join` one of all its columns with these
    words between them, `map` gives other words for it, compared without case, and `default` stands in where there is
    none. `keeps_unknown` leaves what `map` does not know as it stands, although there is a default.
    """

    column: Words = ()
    constant: str | None = None
    default: str | None = None
    map: dict[str, str] = Field(default_factory=dict)
    keeps_unknown: bool = False
    pattern: Regex | None = None
    split: Words = ()
    join: str | None = None
    titled: bool = False

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if bool(self.column) == (self.constant is not None):
            raise ValueError("a value comes from a column or is constant: give one of the two")
        if self.constant is not None and (
            self.map or self.pattern or self.split or self.default or self.join is not None
        ):
            raise ValueError("a constant is what it is: map, pattern, split, join and default are for columns")
        if self.join is not None and (self.pattern or self.split or self.titled):
            raise ValueError("what is joined of several cells is one value: pattern, split and titled are for one cell")
        return self

    @cached_property
    def is_plain(self) -> bool:
        """Whether the whole cell is the value, as it stands."""
        return bool(self.column) and self.join is None and not (self.pattern or self.split or self.map)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Its columns as names are compared."""
        return tuple(map(folded, self.column))

    @cached_property
    def words(self) -> dict[str, str]:
        """`map`, by words without case."""
        return {key.casefold(): word for key, word in self.map.items()}

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


class Identifier(Value):
    """A value that stands for a thing and for nothing else in its scheme, or in its scheme and country.

    `with_name` tells that it does so under one name alone, whatever the order and the capitals of its words.
    """

    scheme: str = Field(pattern=f"^{NAME}$", max_length=60)
    country: Wanted | None = None
    with_name: bool = False

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """The values that it is made of."""
        return (self, self.country) if self.country else (self,)


class Stretch(Part):
    """A stretch of time between two cells, or the time of one.

    `lasting` tells that what has a start and no end went on from there; else it is told of its start alone.
    """

    at: Wanted | None = None
    start: Wanted | None = Field(default=None, alias="from")
    end: Wanted | None = Field(default=None, alias="to")
    lasting: bool = False

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """The values that it is made of."""
        return tuple(value for value in (self.at, self.start, self.end) if value)


def _stretch(value: object) -> object:
    is_stretch = isinstance(value, dict) and value.keys() & {"from", "to"}
    return value if is_stretch else {"at": value}


type When = Annotated[Stretch, BeforeValidator(_stretch)]


class Condition(Part):
    """A condition on a cell; all that it says must hold. Values are compared without case.

    Of several columns the first counts that is not empty.
    """

    column: Words
    is_: Words | None = Field(default=None, alias="is")
    not_: Words | None = Field(default=None, alias="not")
    matches: Regex | None = None
    empty: bool | None = None

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Its columns as names are compared."""
        return tuple(map(folded, self.column))

    @cached_property
    def wanted(self) -> frozenset[str] | None:
        """The values of which the cell must have one, in lower case; None where any will do."""
        return None if self.is_ is None else frozenset(map(str.casefold, self.is_))

    @cached_property
    def unwanted(self) -> frozenset[str]:
        """The values that the cell must not have, in lower case."""
        return frozenset(map(str.casefold, self.not_ or ()))


class Dates(Part):
    """How the register writes dates, beside ISO 8601 and EDTF."""

    order: Order | None = None
    formats: Annotated[tuple[Annotated[str, AfterValidator(_format)], ...], BeforeValidator(listed)] = ()
    empty: Words = ()
