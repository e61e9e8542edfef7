"""What an entity with several dates or amounts states beside the first: each value is a side of one claim.

Where sources disagree, FollowTheMoney has every value in one property. The cells of a property stand in order
(`endDate`, `endDate[2]`…, the finest dates first), and its second start is read with its second end.
"""

from collections.abc import Iterator

from palanca.registers.followthemoney.shapes import (
    Keys,
    as_shown,
    has,
    instruments,
    offices,
    only_when,
    quantities,
    timed,
    when_told,
)

MOST_SIDES = 4
"""Values of one property that are read; whatever more there are stay in the row."""

_FURTHER = range(2, MOST_SIDES + 1)


def further_sides() -> Iterator[Keys]:
    """The statements of the values after the first."""
    for statement in timed():
        yield from _times(statement)
    for number in _FURTHER:
        for statement in quantities():
            value = _nth(statement["value"], number)
            yield from when_told(only_when(statement, has(value)) | {"value": value})
        for office in offices():
            yield from as_shown(_term(office, number))
        for instrument in instruments():
            day = _nth(instrument["time"], number)
            yield only_when(instrument, has(day)) | {"time": day}


def _nth(column: str, number: int) -> str:
    """The column of the value of that number: `date`, `date[2]`…"""
    return column if number == 1 else f"{column}[{number}]"


def _times(statement: Keys) -> Iterator[Keys]:
    """A stretch that is told beside a date, and each further date and stretch."""
    yield only_when(_lasting(statement, 1), has("date"))
    for number in _FURTHER:
        day = _nth("date", number)
        yield only_when(statement, has(day)) | {"time": day}
        yield _lasting(statement, number)


def _lasting(statement: Keys, number: int) -> Keys:
    start, end = _nth("startDate", number), _nth("endDate", number)
    return only_when(statement, has(start, end)) | {"time": {"from": start, "to": end, "lasting": "true"}}


def _term(office: Keys, number: int) -> Keys:
    """The office with the start and end of that number; of an end that all agree on, with that."""
    ends = {key: [_nth(office[key], n) for n in range(number, 0, -1)] for key in ("start", "end")}
    told = only_when(office, has(ends["start"][0], ends["end"][0]))
    return told | {key: {"column": columns} for key, columns in ends.items()}
