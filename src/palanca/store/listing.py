"""Many ids or numbers as one bound value: a statement binds few values, and is prepared once however many they are."""

import json
from collections.abc import Iterable

from sqlalchemy import Integer, Select, Text, column, func, select


def listed(ids: Iterable[str]) -> Select[str]:
    """These ids."""
    return select(func.json_each(json.dumps(sorted(ids))).table_valued(column("value", Text)).c.value)


def listed_numbers(numbers: Iterable[int]) -> Select[int]:
    """These numbers."""
    return select(func.json_each(json.dumps(sorted(numbers))).table_valued(column("value", Integer)).c.value)
