"""Answers about the words of a parse, each worked out once: many readers ask the same of the same word."""

from collections import defaultdict
from collections.abc import Callable
from functools import wraps

from palanca.reading.grammar.parse import Token


class Answering:
    """What answers questions about tokens, and keeps the answers as long as it lives."""

    def __init__(self) -> None:
        self.answers: defaultdict[object, dict[Token, object]] = defaultdict(dict)


def once_for_each[G: Answering, T](answer: Callable[[G, Token], T]) -> Callable[[G, Token], T]:
    """A method whose answer, never None, depends on the parse alone: asked again, it gives the one that it gave."""

    @wraps(answer)
    def kept(grammar: G, token: Token) -> T:
        given: dict[Token, T] = grammar.answers[answer]  # type: ignore[assignment]  # each question has answers of one type
        found = given.get(token)
        if found is None:
            found = given[token] = answer(grammar, token)
        return found

    return kept
