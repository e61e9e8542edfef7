"""Between whom somebody mediates, however deep in what the talks are about the words name them."""

from collections.abc import Iterator

from palanca.reading.event_obliques import joint_parties
from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page

_CLAUSES = {Relation.PARTICIPLE, Relation.RELATIVE}
_MAX_DEPTH = 3


def parted(page: Page, noun: Token, depth: int = 0) -> Iterator[Token]:
    """Who is parted below a noun: "an end to the war BETWEEN TOGO AND CHAD", "a pact on ties BETWEEN both"."""
    joined = page.grammar.prepositional(noun)
    between = [o for o in joined if o.preposition in {"between", "among"}]
    yield from joint_parties(page, between)
    hung = [v for v in page.grammar.arguments(noun).complements if page.grammar.governor(v).relation in _CLAUSES]
    below = [o for v in hung for o in page.grammar.arguments(v).objects if o != noun]
    if not between and depth < _MAX_DEPTH:
        yield from (t for one in (*(o.token for o in joined), *below) for t in parted(page, one, depth + 1))
