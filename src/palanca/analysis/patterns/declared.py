"""What a pattern file may say, key by key."""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from palanca.analysis.patterns.pattern import PLACE, Measured
from palanca.lexicon.handwritten import listed
from palanca.records import Kind, RoleName, Schema
from palanca.records.query import Branch

_ANY = "any"
_GAP = r"\d{1,4}[dmy]"

type Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,29}$")]
type Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]


def _spelled_out(value: object) -> object:
    """`person` and `[actor, recipient]` are short for a mapping that gives the role alone."""
    return {"role": value} if isinstance(value, str | list) else value


class _Declared(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DeclaredParty(_Declared):
    """A party of a leg."""

    role: Annotated[tuple[RoleName | Literal["place", "any"], ...], BeforeValidator(listed), Field(min_length=1)]
    by: Measured = Measured.THING
    branch: Annotated[tuple[Branch, ...], BeforeValidator(listed)] = ()
    schemata: Annotated[tuple[Schema, ...], BeforeValidator(listed)] = Field(default=(), alias="schema")
    no_state_of: Name | None = None

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles as the store knows them: none for any but the place."""
        return () if _ANY in self.role else tuple(PLACE if role == PLACE else str(role) for role in self.role)


class DeclaredWay(_Declared):
    """A way in which a leg is told."""

    kind: Kind
    asks: str = ""
    parties: dict[Name, Annotated[DeclaredParty, BeforeValidator(_spelled_out)]] = Field(min_length=1, max_length=4)


class DeclaredLeg(_Declared):
    """A leg: one way by itself, or `ways`."""

    ways: tuple[DeclaredWay, ...] = Field(min_length=1, max_length=6)

    @model_validator(mode="before")
    @classmethod
    def _one_way(cls, value: Any) -> Any:  # what YAML holds
        return {"ways": [value]} if isinstance(value, dict) and "ways" not in value else value


class DeclaredOrder(_Declared):
    """That one leg begins when another is over, and no later than some time after its end."""

    first: str
    then: str
    within: Annotated[str, StringConstraints(pattern=f"^{_GAP}$")] | None = None


class DeclaredPattern(_Declared):
    """A pattern file."""

    name: Sentence
    asks: Sentence
    legs: dict[Name, DeclaredLeg] = Field(min_length=1, max_length=6)
    without: dict[Name, DeclaredLeg] = Field(default_factory=dict, max_length=4)
    order: tuple[DeclaredOrder, ...] = ()
    overlaps: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    differs: tuple[tuple[str, str], ...] = ()
    reads: Sentence
    innocent: Sentence


VARIABLE_IN_WORDS = re.compile(r"\{([^{}]*)\}")
"""A variable in `reads`."""
