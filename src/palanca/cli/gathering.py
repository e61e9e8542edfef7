"""Commands that take several options as one record.

Typer makes an option of each parameter of a function. A command that is `gathered` may name a frozen dataclass instead:
each field becomes an option, in the place of the record, and the command gets them together.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any


def gathered(command: Callable[..., None]) -> Callable[..., None]:
    """The command as Typer is to see it: each keyword-only parameter that is a dataclass unfolded into its fields."""
    parameters = signature(command).parameters.values()
    records: dict[str, Any] = {one.name: one.annotation for one in parameters if is_dataclass(one.annotation)}

    @wraps(command)
    def unfolded(**given: object) -> None:
        for name, record in records.items():
            given[name] = record(**{field.name: given.pop(field.name) for field in fields(record)})
        command(**given)

    shown = [option for one in parameters for option in _options(one)]
    unfolded.__signature__ = Signature(shown)  # type: ignore[attr-defined]  # what `inspect` reads it from
    return unfolded


def _options(parameter: Parameter) -> Iterator[Parameter]:
    if not is_dataclass(parameter.annotation):
        yield parameter
        return
    for field in fields(parameter.annotation):
        yield Parameter(field.name, Parameter.KEYWORD_ONLY, default=field.default, annotation=field.type)
