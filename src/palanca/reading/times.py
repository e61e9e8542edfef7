"""Times: which words give a date, and which date an act has."""

from spacy.tokens import Token

from palanca.reading.page import Page
from palanca.records import Time


def time_of(page: Page, predicate: Token) -> Time | None:  # noqa: ARG001
    """When the act told by `predicate` took place, as its sentence or the context that it continues says; else None."""
    return None
