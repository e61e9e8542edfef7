"""Sentences that are said in several places and languages: a code with its values, and the English of it.

Sentences are kept in a case and shown on the terminal as they are read; whoever words them in another language reads
code and values back.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_VALUE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a sentence says: the code of its template, and the values in it by name."""

    code: str
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sayings:
    """Templates by code, such as `{"apart": "{years} years apart"}`. Of two that a sentence fits the narrower leads."""

    templates: Mapping[str, str]
    _forms: dict[str, re.Pattern[str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_forms", {code: _form(text) for code, text in self.templates.items()})

    def say(self, code: str, **values: object) -> str:
        """The sentence of a code. Raises KeyError for a code or a value that is not there."""
        return _VALUE.sub(lambda name: str(values[name[1]]), self.templates[code])

    def read(self, sentence: str) -> Said | None:
        """What a sentence says; None of one that fits no template. The first template that fits is taken."""
        for code, form in self._forms.items():
            if found := form.fullmatch(sentence):
                return Said(code=code, values=found.groupdict())
        return None


def counted(number: int, noun: str) -> str:
    """ "1 document", "3,000 documents"; of nouns whose plural takes an s."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _form(template: str) -> re.Pattern[str]:
    """What fits a template; each value is as short as it can be, but the last one takes all that is left."""
    parts = _VALUE.split(template)
    texts, names = parts[::2], parts[1::2]
    values = [f"(?P<{name}>.+?)" for name in names] + [""]
    return re.compile("".join(re.escape(text) + value for text, value in zip(texts, values, strict=True)), re.DOTALL)
