"""The library's questions to a case: one function a command, one module a question. `import palanca` offers them all.

An open case enters; findings leave that open at their sentences, each answer with the `Scope` that says what it
counted and what it could not see. What waits is settled first. Nothing is written, no side is taken and no cause named.
"""

from palanca.questions.audits import audit
from palanca.questions.claims import (
    ShownThing,
    anomalies,
    ask,
    events,
    facts,
    instruments,
    library,
    named,
    offices,
    offices_then,
    people,
    quantities,
    quotations,
    show,
    ties,
)
from palanca.questions.dependence import DependenceAsked, dependence
from palanca.questions.finding import find
from palanca.questions.holders import offices_at, who
from palanca.questions.matrices import MatrixAsked, likely_host, matrix
from palanca.questions.narratives import NarrativeOptions, narratives, words_at
from palanca.questions.networks import brokers, communities, cores
from palanca.questions.overviews import documents, histogram, most_named
from palanca.questions.patterns import patterns
from palanca.questions.portraits import PortraitOptions, portrait
from palanca.questions.reconciliations import reconciliation
from palanca.questions.standing import standing
from palanca.questions.ways import paths, shared
from palanca.questions.windows import window

__all__ = [
    "DependenceAsked",
    "MatrixAsked",
    "NarrativeOptions",
    "PortraitOptions",
    "ShownThing",
    "anomalies",
    "ask",
    "audit",
    "brokers",
    "communities",
    "cores",
    "dependence",
    "documents",
    "events",
    "facts",
    "find",
    "histogram",
    "instruments",
    "library",
    "likely_host",
    "matrix",
    "most_named",
    "named",
    "narratives",
    "offices",
    "offices_at",
    "offices_then",
    "paths",
    "patterns",
    "people",
    "portrait",
    "quantities",
    "quotations",
    "reconciliation",
    "shared",
    "show",
    "standing",
    "ties",
    "who",
    "window",
    "words_at",
]
