"""A property of FollowTheMoney's mapping files as a value of ours."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

type Keys = dict[str, Any]

KNOWN = frozenset({"column", "columns", "literal", "literals", "join", "split", "format", "template", "entity",
                   "required", "fuzzy"})  # fmt: skip
_REFERENCE = re.compile(r"\{\{([^{}]*)\}\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """Where a property takes its values from: columns or words, or an entity of the same query.

    `split` and `join` are as in a `Value`. `lost` says what of it a value cannot be.
    """

    columns: tuple[str, ...] = ()
    literals: tuple[str, ...] = ()
    split: str | None = None
    join: str | None = None
    format: str | None = None
    entity: str | None = None
    required: bool = False
    lost: tuple[str, ...] = ()

    @classmethod
    def of(cls, told: Mapping[str, object]) -> "Mapped":
        """A property as the file writes it, every scalar as words."""
        columns, literals = _several(told, "column"), _several(told, "literal")
        join, split = _word(told, "join"), _word(told, "split")
        lost = [f"{key}: a property has no such key" for key in told if key not in KNOWN]
        template = _word(told, "template")
        if template is not None:
            columns, join = _taken_apart(template)
            lost += [] if columns else ["template: only columns with the same sign between them can be joined"]
        if columns and literals:
            lost.append("literal: columns are named too, and count")
        if join is not None and split is not None:
            lost.append("split: what is joined of several columns is one value")
        return cls(
            columns=columns,
            literals=() if columns else literals,
            split=None if join is not None else split,
            join=join if len(columns) > 1 else None,
            format=_word(told, "format"),
            entity=_word(told, "entity"),
            required=str(told.get("required", "")).casefold() in {"true", "yes", "on", "1"},
            lost=tuple(lost),
        )

    def value(self, *, countries: bool = False) -> Keys:
        """The keys of the value, where there is any; codes of `countries` become their names."""
        if self.literals:
            literal = self.literals[0]
            return {"constant": country_words().get(literal.casefold(), literal) if countries else literal}
        keys: Keys = {"column": list(self.columns)}
        keys |= {"split": self.split} if self.split else {}
        keys |= {"join": self.join} if self.join is not None else {}
        return keys | ({"map": country_words()} if countries else {})

    def values(self) -> list[Keys]:
        """A value for each column or literal, unless they are joined into one."""
        if self.literals:
            return [{"constant": literal} for literal in self.literals]
        if self.join is not None:
            return [self.value()]
        return [{"column": [column]} | ({"split": self.split} if self.split else {}) for column in self.columns]


@cache
def country_words() -> dict[str, str]:
    """The name of each country that FollowTheMoney codes, by its code."""
    from followthemoney.types.country import CountryType

    names = CountryType().names
    return {code: names[code] for code in sorted(names)}


def _several(told: Mapping[str, object], key: str) -> tuple[str, ...]:
    """The values under a key and its plural."""
    found: list[str] = []
    for name in (key, f"{key}s"):
        value = told.get(name)
        found += map(str, value) if isinstance(value, list) else [str(value)] if value else []
    return tuple(dict.fromkeys(found))


def _word(told: Mapping[str, object], key: str) -> str | None:
    value = told.get(key)
    return None if value is None else str(value)


def _taken_apart(template: str) -> tuple[tuple[str, ...], str | None]:
    """The columns of a template and what stands between all of them; no columns where it is not so simple."""
    columns, between = _REFERENCE.findall(template), _REFERENCE.split(template)[::2]
    if not columns or between[0] or between[-1] or len(set(between[1:-1])) > 1:
        return (), None
    return tuple(map(str.strip, columns)), between[1] if len(columns) > 1 else None
