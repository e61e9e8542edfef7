"""Many ids or numbers as one bound value: a statement binds few values, and is prepared once however many they are."""

import json
from collections.abc import Iterable

from sqlalchemy import Integer, Select, Text, column, func, select


def listed(ids: Iterable[str]) -> Select[str]:
    """These ids."""
    return select(func.json_each(json.dumps(sorted(ids))).table_valued(column("value", Text)).c.value)


def listed_numbers(numbers: Iterable[int]) -> Select[int]:
    """These numbers."""
    return numbers_in(json.dumps(sorted(numbers)))


def numbers_in(text: str) -> Select[int]:
    """The numbers of a JSON array."""
    return select(func.json_each(text).table_valued(column("value", Integer)).c.value)
