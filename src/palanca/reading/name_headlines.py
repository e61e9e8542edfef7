"""Lines in which capitals tell nothing: shouted ones, and headlines in title case."""

from palanca.reading.grammar.parse import TokenSpan

_SENTENCE_ENDS = ".!?\"”’'"
_TITLE_CASE_SHARE = 0.7  # of a line's words: at and above it, capitals tell nothing
_FEWEST_TITLE_CASE_WORDS = 4


def is_all_capitalised(sent: TokenSpan) -> bool:
    """Whether a sentence stands in capitals, or is a line in title case that no stop ends."""
    words = [t for t in sent if t.is_alpha and len(t) > 3]
    if words and all(t.is_upper for t in words) and len(words) > 2:
        return True
    capitals = sum(t.text[0].isupper() for t in words)
    return (
        len(words) >= _FEWEST_TITLE_CASE_WORDS
        and capitals >= _TITLE_CASE_SHARE * len(words)
        and sent.text.rstrip()[-1:] not in _SENTENCE_ENDS
        and _ends_line(sent)
    )


def _ends_line(sent: TokenSpan) -> bool:
    return sent.end == len(sent.doc) or sent[-1].is_space or sent.doc[sent.end].is_space
