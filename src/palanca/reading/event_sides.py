"""Both sides of an act, as nouns of its sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

from palanca.reading.grammar.parse import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The nouns of both sides, in order of the text, each once. Of a symmetric act either side is as good.

    `about` is what is judged, where it is nobody: "the MOVE was a mistake". `one_sided`: of a symmetric act the other
    side did not take part: "agreed to dissolve PARLIAMENT".
    """

    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()
    about: tuple[Token, ...] = ()
    one_sided: bool = False


def once(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """The tokens, each once, in order."""
    return tuple({t.i: t for t in tokens}.values())
