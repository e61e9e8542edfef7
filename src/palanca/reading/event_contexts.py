"""In which domains an act takes place: by its frame, then by the words of its clause."""

from collections import Counter

from palanca.lexicon.contexts import contexts_of_words
from palanca.reading.event_acts import Act
from palanca.reading.page import Page
from palanca.records import Context

_MOST = 4


def contexts_of(page: Page, act: Act) -> tuple[Context, ...]:
    """The contexts of an act, those of its frame first, then by how many words of its clause point there."""
    words = contexts_of_words()
    told = Counter(c for t in page.grammar.clause(act.anchor) for c in words.get(t.lemma_.lower(), ()))
    ranked = (context for context, _ in told.most_common())
    return tuple(dict.fromkeys((*act.frame.contexts, *ranked)))[:_MOST]
