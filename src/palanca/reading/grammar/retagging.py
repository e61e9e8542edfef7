"""Names that the parser takes for other words where a sentence opens with them: "TRUMP, who spoke, attacked it"."""

from collections import Counter
from collections.abc import Sequence

from palanca.reading.grammar.parse import Token

_NAME, _NAME_PART = "NNP", "PROPN"
_TAKEN_FOR = {"VB", "VBP", "NN", "UH"}
_FEWEST = 2  # times that the text shows the word as a name inside a sentence


def retag(tokens: Sequence[Token]) -> None:
    """Tag a word in capitals as the name that it is elsewhere in the text, unless the text has the bare word too."""
    named = Counter(t.text for t in tokens if t.tag_ == _NAME and t.is_title and not t.is_sent_start)
    told = {text for text, times in named.items() if times >= _FEWEST}
    told -= {t.text.title() for t in tokens if t.is_lower and t.text.title() in told}
    for token in tokens:
        if token.text in told and token.tag_ in _TAKEN_FOR:
            token.tag_, token.pos_ = _NAME, _NAME_PART
