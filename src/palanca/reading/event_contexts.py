"""In which domains an act takes place: by its frame, then by the words of its clause.

What is agreed goes by its matter: an agreement on ports is of infrastructure first, and of diplomacy last. So does what
is given up: who ends a campaign for a mandate withdraws no troops.
"""

from collections import Counter

from palanca.lexicon.contexts import contexts_of_words, off_topic_words
from palanca.lexicon.frames import Frame
from palanca.reading.event_acts import Act
from palanca.reading.page import Page
from palanca.records import Category, Context

_MOST = 4
_SIGN = "sign"
_OFF_TOPIC_SHARE = 0.03  # of content words; sports reports of the 2019 corpus lie above, politics below 0.012
_FORMS = frozenset({Context.DIPLOMATIC, Context.EXECUTIVE, Context.LEGAL})  # who agrees, and in which form


def contexts_of(page: Page, act: Act) -> tuple[Context, ...]:
    """The contexts of an act, those of its frame first, then by how many words of its clause point there."""
    words = contexts_of_words()
    told = Counter(c for t in page.grammar.clause(act.anchor) for c in words.get(t.lemma_.lower(), ()))
    ranked = (context for context, _ in told.most_common())
    framed = act.frame.contexts
    if act.frame.category is Category.RETREAT and told:
        framed = tuple(context for context in framed if context in told)
    found = tuple(dict.fromkeys((*framed, *ranked)))
    return (tuple(sorted(found, key=_FORMS.__contains__)) if _has_matter(act.frame) else found)[:_MOST]


def _has_matter(frame: Frame) -> bool:
    """Whether it is about something else than itself: what is agreed, promised or signed."""
    return frame.category is Category.AGREE or frame.mode == _SIGN


def is_off_topic(page: Page) -> bool:
    """Whether the document speaks of sport, show or accidents. What a register tells of, its mapping has said."""
    if page.document.register is not None:
        return False
    words = Counter(t.lemma_.lower() in off_topic_words() for t in page.doc if t.pos_ in {"NOUN", "PROPN", "VERB"})
    return words[True] > _OFF_TOPIC_SHARE * max(1, sum(words.values()))
