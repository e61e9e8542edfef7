"""The words of a dossier by language: flat files of templates, such as the interface has them.

`words/en.json` and `words/es.json` hold the same keys. Names, titles and what sources say are in no file: they stay as
they are written.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

_SOUNDS_LIKE_I = re.compile(r"h?i(?!e|gh)", re.IGNORECASE)  # Spanish writes "e Ibarra", but "y hierro"
_SOUNDS_LIKE_O = re.compile(r"h?o|8|11\b", re.IGNORECASE)


class Language(StrEnum):
    """The languages of dossiers, by BCP 47 tag."""

    ENGLISH = "en"
    SPANISH = "es"


@dataclass(frozen=True, slots=True)
class Words:
    """The templates of one language by key, such as `{"put.denied_by": "denied by {speaker}"}`."""

    language: Language
    templates: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """What stands under a key, with its values. Raises KeyError for a key or a value that is not there."""
        return self.templates[key].format_map(values)

    def named(self, family: str, code: str) -> str:
        """The word of a code that registers may add to, such as the mode of an event; else the code itself."""
        return self.templates.get(f"{family}.{code}") or code.replace("_", " ")

    def counted(self, key: str, number: int, **values: object) -> str:
        """The singular or plural of a key, with `count`: "1 document", "3,000 documents"."""
        plural = "one" if number == 1 else "other"
        return self.say(f"{key}.{plural}", count=self.number(number), **values)

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        whole, point, rest = f"{value:,.15g}".partition(".")
        thousands, decimal = self.say("number.thousands"), self.say("number.decimal")
        return whole.replace(",", thousands) + (f"{decimal}{rest}" if point else "")

    def all_of(self, items: Sequence[str]) -> str:
        """ "a", "a and b", "a, b and c"."""
        return self._joined(items, "list.and_i" if _SOUNDS_LIKE_I.match("".join(items[-1:])) else "list.and")

    def either_of(self, items: Sequence[str]) -> str:
        """ "a", "a or b", "a, b or c"."""
        return self._joined(items, "list.or_o" if _SOUNDS_LIKE_O.match("".join(items[-1:])) else "list.or")

    def _joined(self, items: Sequence[str], key: str) -> str:
        *first, last = items or ("",)
        return self.say(key, first=", ".join(first), last=last) if first else last


@cache
def words_of(language: Language) -> Words:
    """The words of a language, read once."""
    text = files(__package__).joinpath("words", f"{language}.json").read_text(encoding="utf-8")
    return Words(language, json.loads(text))
