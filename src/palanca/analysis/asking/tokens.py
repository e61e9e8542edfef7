"""A line of the filter language cut into tokens, each with the characters at which it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from palanca.records.errors import UnreadableQuery

_TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<open>\()
      | (?P<close>\))
      | (?P<minus>-(?=[^\s)]))
      | (?P<field>[^\W\d_](?:[^\W\d_]|-)*:)
      | (?P<quoted>"(?P<inside>[^"]*)")
      | (?P<unclosed>"[^"]*\Z)
      | (?P<word>[^\s()":]+(?::[^\s()":]+)*)
      | (?P<stray>.)""",
    re.VERBOSE | re.DOTALL,
)
_CURLY = str.maketrans("“”„«»", '"""""')
_JOINING = frozenset({"and", "or", "not"})


class Sort(Enum):
    """What a token is."""

    OPEN = "("
    CLOSE = ")"
    NOT = "not"
    AND = "and"
    OR = "or"
    FIELD = "field"
    QUOTED = "quoted words"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a line. `text` is without quotation marks, and without the colon of a field; `start` counts from 0."""

    sort: Sort
    text: str
    start: int
    end: int


def tokens_of(line: str) -> Iterator[Token]:
    """The tokens of a line, in order. Raises UnreadableQuery for a quotation that does not end and for stray signs."""
    for match in _TOKEN.finditer(line.translate(_CURLY)):
        start, end = match.span()
        match match.lastgroup if match["quoted"] is None else "quoted":
            case "space":
                continue
            case "quoted":
                yield Token(Sort.QUOTED, match["inside"], start, end)
            case "unclosed":
                raise UnreadableQuery("end this quotation with a quotation mark", query=line, position=start)
            case "field":
                yield Token(Sort.FIELD, match["field"][:-1].lower(), start, end)
            case "open" | "close" as sign:
                yield Token(Sort.OPEN if sign == "open" else Sort.CLOSE, match[0], start, end)
            case "minus":
                yield Token(Sort.NOT, "-", start, end)
            case "word":
                yield Token(_sort_of(match[0]), match[0], start, end)
            case _:
                problem = f"{match[0]!r} stands alone: write a field before it, or put it in quotation marks"
                raise UnreadableQuery(problem, query=line, position=start)


def _sort_of(word: str) -> Sort:
    folded = word.casefold()
    return Sort(folded) if folded in _JOINING else Sort.WORD
