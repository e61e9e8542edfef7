"""What stands between quotation marks: a sentence, a clause, or a fragment of one."""

from dataclasses import dataclass

from palanca.reading.grammar.parse import Token, TokenSpan
from palanca.reading.quote_marks import Quoted
from palanca.reading.sayings import is_finite

_SHORTEST_SPEECH = 3  # words
_SENTENCE_ENDS = {".", "!", "?", "…"}
_CLAUSE_ENDS = {"", ",", ".", ";", "\n", "!", "?"}


@dataclass(slots=True)
class Stretch:
    """The words of one stretch between marks, and the characters around it."""

    words: TokenSpan
    quoted: Quoted
    before: str  # the last character before the marks that is no blank; "" at the start of the text
    inner_end: str
    after: str
    outer: int  # where the words around a nested stretch begin

    @property
    def first(self) -> int:
        """Its first token."""
        return int(self.words.start)

    @property
    def last(self) -> int:
        """The token behind its last one."""
        return int(self.words.end)

    @property
    def tokens(self) -> range:
        """Its tokens by number."""
        return range(self.first, self.last)

    def is_speech(self) -> bool:
        """Enough for a sentence: a verb, or the punctuation of one."""
        words = self._spoken()
        verbal = any(t.pos_ in {"VERB", "AUX"} for t in words)
        return (len(words) >= _SHORTEST_SPEECH and verbal) or (bool(words) and self.inner_end in _SENTENCE_ENDS)

    def is_phrase(self) -> bool:
        """A word or two without a verb: "No comment", but also the opening of a sentence that an attribution breaks."""
        words = self._spoken()
        return len(words) < _SHORTEST_SPEECH and not any(is_finite(t) for t in words)

    def is_whole_clause(self) -> bool:
        """Whether the clause both begins and ends with the marks: it has its own subject before its verb."""
        subject = False
        for token in self.words:
            if is_finite(token):
                return subject and (self.inner_end in ".,!?…" or self.after in _CLAUSE_ENDS)
            subject = subject or token.pos_ in {"NOUN", "PROPN", "PRON", "VERB"} or token.tag_ == "DT"
        return False

    def is_whole_sentence(self) -> bool:
        """Whether it closes like a sentence and has a finite verb."""
        return self.inner_end in _SENTENCE_ENDS and any(is_finite(t) for t in self.words)

    def is_capital(self) -> bool:
        """Whether it opens like a sentence."""
        return bool(self.words) and self.words[0].text[0].isupper()

    def is_exclaimed(self) -> bool:
        """Whether it closes with an exclamation or a question."""
        return self.inner_end in "!?"

    def is_paragraph_behind(self, text: str, between: str) -> bool:
        """Whether whole sentences between marks are a paragraph of their own, behind the one that tells who speaks.

        `between` is what stands between the words before and these.
        """
        behind = text[self.quoted.end :].lstrip(" \t")[:1]
        lines = [line for line in between.split("\n") if line.strip()]
        is_alone = between.endswith("\n") and behind in {"", "\n"}
        return is_alone and len(lines) == 1 and self.is_whole_sentence() and self.is_capital()

    def _spoken(self) -> list[Token]:
        return [t for t in self.words if not t.is_punct and not t.is_space]
