"""The analyses: questions that may take long, whose last answer is shown while the present one is worked out behind.

All that a judgement edits under the eyes of who judges is none of them: the queues of review, judgements, claims,
things, documents and the counts of a case are always those of the present state.
"""

from collections.abc import Iterator
from urllib.parse import quote

from palanca.store import Case

OLDER_HEADER = "Palanca-Changes-Since"
"""Tells with an answer of before that it is one: how many changes of the case ago it was worked out."""
OLDER_PREFERENCE = "older"
LARGE_CLAIMS = 20_000
"""Of fewer, every answer is there within a second or two."""
_MAY_BE_OLDER = frozenset(
    {
        "audit", "dependence", "map", "marks", "matrix", "matrix/host", "narratives", "network", "network/brokers",
        "network/communities", "network/cores", "offices", "patterns", "portrait", "reconcile", "standing", "who",
        "window",
    }
)  # fmt: skip
_LOOKS_AT_ALL = frozenset(
    {"audit", "narratives", "network/brokers", "network/communities", "network/cores", "patterns", "reconcile"}
)
_OPENED_ON = (
    "network?steps=1&most=300", "map", "marks?most=5000", "patterns?limit=3", "reconcile?limit=20",
    "narratives?limit=10", "network/cores", "network/brokers", "network/communities", "audit?limit=20",
)  # fmt: skip


def may_be_older(path: str) -> bool:
    """Whether the last answer of a route, `/api/cases/{case}/map`, may be shown in place of the present one."""
    return path.partition("/{case}/")[2] in _MAY_BE_OLDER


def looks_at_all(path: str) -> bool:
    """Whether a route looks at the whole case, whatever is asked: of a large one it is never soon there."""
    return path.partition("/{case}/")[2] in _LOOKS_AT_ALL


def is_about_today(path: str) -> bool:
    """Whether what is asked at an address, `/api/cases/lome/dependence`, has another answer on another day.

    An audit has none: it holds what stands against the newest document.
    """
    return path.rpartition("/")[2] == "dependence"


def is_large(case: Case) -> bool:
    """Whether a case has so many claims that a look at all of them takes long."""
    return sum(case.counts().claims.values()) >= LARGE_CLAIMS


def opened_on(case: str) -> Iterator[str]:
    """What the pages of a case ask when they are opened without a choice, what is soon there first."""
    return (f"/api/cases/{quote(case)}/{one}" for one in _OPENED_ON)
