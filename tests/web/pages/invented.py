"""An invented answer of the server: a network as large as one likes."""

from typing import Any


def invented_network(things: int, ties: int) -> dict[str, Any]:
    """Each thing is tied with the next, and in later rounds with those that stand 37 apart, 74 apart and so on."""
    return {
        "focus": None,
        "nodes": [_node(at, things) for at in range(things)],
        "ties": [_tie(at, things) for at in range(ties)],
        "all_nodes": things,
        "all_ties": ties,
        "left_out": 0,
        "scope": {"claims": ties, "documents": 40, "sources": 9, "searched": 40, "unseen": []},
    }


def _node(at: int, things: int) -> dict[str, Any]:
    return {
        "id": f"t{at}", "caption": f"Harbour office {at}", "schema_name": "PublicBody", "country": None, "degree": 8,
        "claims": things - at,
    }  # fmt: skip


def _tie(at: int, things: int) -> dict[str, Any]:
    one, other = at % things, (at + 1 + 37 * (at // things)) % things
    return {
        "id": f"tie{at}", "one": f"t{one}", "other": f"t{other}", "channel": "economic", "claims": 1 + at % 7,
        "claim": "c", "sources": 1 + at % 3, "first": "2019-05-01", "last": "2021-05-01", "review": "open",
    }  # fmt: skip
