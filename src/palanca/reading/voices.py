"""Whose words stand where: the stretches of a text that somebody in it says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from palanca.reading.grammar.parse import Token
from palanca.records import Filler, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Tokens from `first` up to `last` (left out) that `speaker` says.

    `cue` is the lemma of the word that tells it, which stands at `cue_span`; `span` is that of the words, without
    their marks; `direct` tells whether they stand between quotation marks.
    """

    first: int
    last: int
    speaker: Filler | None
    cue: str
    direct: bool
    span: Span
    cue_span: Span


class Voices:
    """The voices of one page, found by token. Where they are nested, the innermost speaks."""

    def __init__(self, voices: Iterable[Voice] = ()) -> None:
        self.all: tuple[Voice, ...] = tuple(voices)
        inner_last = sorted(self.all, key=lambda voice: voice.first - voice.last)
        self._by_token: Mapping[int, Voice] = {i: voice for voice in inner_last for i in range(voice.first, voice.last)}

    def at(self, token: Token) -> Voice | None:
        """The innermost voice that says the token; None where the text itself does."""
        return self._by_token.get(token.i)
