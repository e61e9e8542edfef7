"""Narratives: articles that tell one story, bursts of writing, and the dated events near which these begin.

Articles enter, with the claims and quotations that they share; narratives leave, each link of which stands at its words
in both. Rows of registers are no articles. That words are shared does not tell who had them from whom, and nothing here
names a cause.
"""

from palanca.analysis.narratives.bursts import Automaton
from palanca.analysis.narratives.passages import Passages
from palanca.analysis.narratives.press import Press
from palanca.analysis.narratives.quotes import Sayings
from palanca.analysis.narratives.records import (
    Article,
    Burst,
    Coincidence,
    Disputed,
    FirstSeen,
    Link,
    Narrative,
    Narratives,
    Place,
    Reason,
    ReasonKind,
    Repeat,
)
from palanca.analysis.narratives.shared import KINDS, Shared, shared_claims
from palanca.analysis.narratives.stories import stories
from palanca.analysis.narratives.timing import DatedEvent, bursts, coincidences, dated_event, observed

__all__ = [
    "KINDS", "Article", "Automaton", "Burst", "Coincidence", "DatedEvent", "Disputed", "FirstSeen", "Link",
    "Narrative", "Narratives", "Passages", "Place", "Press", "Reason", "ReasonKind", "Repeat", "Sayings", "Shared",
    "bursts", "coincidences", "dated_event", "observed", "shared_claims", "stories",
]  # fmt: skip
