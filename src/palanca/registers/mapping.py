"""The mapping of a register: what its columns mean. `docs/mappings.md` describes the language for those who write one.

The models here are what a mapping file is checked against; `mapping_loading` reads the files.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from palanca.lexicon.handwritten import listed
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
from palanca.registers.values import (
    NAME,
    Chosen,
    Code,
    Condition,
    Dates,
    Identifier,
    Part,
    Stretch,
    Value,
    Wanted,
    When,
    Words,
)

LEGAL_ENTITY = "LegalEntity"
"""FollowTheMoney's word for a person or a body, where a register does not tell which: the name may."""
WORDS = "words"
"""Where the cell only tells in words who takes part ("dockers"): it names no thing."""


def _dated(text: object) -> object:
    return Time.parse(text) if isinstance(text, str) else text


def _several(value: object) -> object:
    if isinstance(value, str):
        raise ValueError(  # noqa: TRY004  # the error that pydantic tells with its place
            f"an identifier needs its scheme: write {{scheme: NAME, column: {value}}}"
        )
    return [value] if isinstance(value, dict) else value


def _listed_or_taken(value: object) -> str:
    return "tagged-value" if isinstance(value, dict | Value) else "tagged-list"


type Contexts = Annotated[
    Annotated[tuple[Context, ...], BeforeValidator(listed), Tag("tagged-list")] | Annotated[Value, Tag("tagged-value")],
    Discriminator(_listed_or_taken),
]
"""Contexts that are so in every row, or a value that gives them."""


class Covers(Part):
    """What the register sets out to hold whole, see `records.Coverage`."""

    kind: Kind
    category: Category | None = None
    mode: str | None = None
    roles: Words = ()
    countries: Annotated[tuple[Code, ...], BeforeValidator(listed)] = ()
    time: Annotated[Any, BeforeValidator(_dated)] = None


class Thing(Part):
    """Someone or something that a row names. `country` is a value, or the word `itself`: the thing is a country.

    `one_name` tells that the register calls it by one name in all rows, so that two names are two things; or that each
    table does, where registers of several publishers have the shape.
    """

    schema_: Chosen = Field(alias="schema")
    name: Wanted
    names: tuple[Wanted, ...] = ()
    id: Annotated[tuple[Identifier, ...], BeforeValidator(_several)] = ()
    country: Wanted | None = None
    itself: bool = False
    one_name: bool | Literal["table"] = False
    when: tuple[Condition, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _is_itself(cls, given: Any) -> Any:
        if isinstance(given, dict) and given.get("country") == "itself":
            return {key: value for key, value in given.items() if key != "country"} | {"itself": True}
        return given


class _Said(Part):
    required: ClassVar[tuple[RoleName, ...]] = ()
    chosen: ClassVar[dict[str, type[StrEnum]]] = {}  # the values that are words of a list

    modality: Chosen = Value(constant=Modality.ASSERTED.value)
    confidence: float = Field(default=1.0, ge=0, le=1)
    when: tuple[Condition, ...] = ()
    time: When | None = None

    @property
    def needed(self) -> tuple[RoleName, ...]:
        """The roles of which each must be filled for the row to make the statement."""
        return self.required

    @cached_property
    def needed_things(self) -> tuple[tuple[str, ...], ...]:
        """The things of each of those roles, of which one must be there."""
        return tuple(getattr(self, role.value) for role in self.needed)

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

    @cached_property
    def taken(self) -> tuple[Value, ...]:
        """Every value, of a time or else, that it takes from a cell."""
        told = [value for _, value in self.values] + [value for _, time in self.times for value in time.values]
        return tuple(value for value in told if value.column)


class EventSaid(_Said):
    """An event that a row tells; without `actor` where a register tells what befell somebody and never who did it."""

    chosen: ClassVar[dict[str, type[StrEnum]]] = {"category": Category}

    kind: Literal[Kind.EVENT]
    actor: Words = ()
    recipient: Words = ()
    category: Chosen
    mode: Wanted | None = None
    contexts: Contexts = ()
    place: Wanted | None = None

    @model_validator(mode="after")
    def _has_parties(self) -> Self:
        if not self.actor and not self.recipient:
            raise ValueError("an event needs an actor, or else a recipient: name a thing under one of them")
        return self

    @property
    def needed(self) -> tuple[RoleName, ...]:
        """The one who acts, if the mapping names any; else who it befalls."""
        return (RoleName.ACTOR,) if self.actor else (RoleName.RECIPIENT,)


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
    valid: When | None = None


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


class ProseCell(Part):
    """A cell to read like a document, with what the row says as its context. `country` is that of the place."""

    column: str
    time: When | None = None
    place: Wanted | None = None
    country: Wanted | None = None
    people: Words = ()
    when: tuple[Condition, ...] = ()


class RegisterMapping(Part):
    """A whole mapping. `text` is the file it was read from, which a case keeps."""

    name: str = Field(pattern=f"^{NAME}$", max_length=60)
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
    things: dict[Annotated[str, Field(pattern=f"^{NAME}$")], Thing]
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
            yield ("things", name, "schema"), thing.schema_
            yield from ((("things", name, "names", i), value) for i, value in enumerate(thing.names))
            yield from ((("things", name, "id", i), value) for i, one in enumerate(thing.id) for value in one.values)
        for i, said in enumerate(self.statements):
            yield from ((("statements", i, key), value) for key, value in said.values)
            yield from ((("statements", i, key), value) for key, time in said.times for value in time.values)
        for i, prose in enumerate(self.prose):
            for key, found in (("place", prose.place), ("country", prose.country)):
                if found:
                    yield ("prose", i, key), found
            yield from ((("prose", i, "time"), value) for value in (prose.time.values if prose.time else ()))

    @cached_property
    def times(self) -> tuple[Stretch, ...]:
        """Every time that a statement or a prose cell takes from a row, once; a term of office is one."""
        found = {one.model_dump_json(): one for one in self._times()}
        return tuple(found.values())

    def _times(self) -> Iterator[Stretch]:
        for said in self.statements:
            if isinstance(said, OfficeSaid) and said.start and said.end:
                yield Stretch.model_construct(start=said.start.at, end=said.end.at)
            else:
                yield from (time for _, time in said.times)
        yield from (prose.time for prose in self.prose if prose.time)

    def problems(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """What no single part shows: path in the file, and what is wrong there."""
        for name, thing in self.things.items():
            yield from ((("things", name, "schema"), _not_of(one, Schema)) for one in thing.schema_.outcomes
                        if one not in {*Schema, LEGAL_ENTITY, WORDS})  # fmt: skip
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
        if not self.statements and not self.prose and not any(thing.id for thing in self.things.values()):
            yield ("name",), "it says nothing of a row: give it statements, prose to read, or things with an id"


def _unknown(thing: str, things: Mapping[str, Thing]) -> str:
    return f"there is no thing {thing!r}: name one of {', '.join(things) or 'the things, which it has to list'}"


def _not_of(word: str, words: type[StrEnum]) -> str:
    return f"{word!r} is not one of {', '.join(words)}"
