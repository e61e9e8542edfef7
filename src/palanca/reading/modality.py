"""Modality: whether the text asserts, denies, plans, reports or supposes an act."""

from spacy.tokens import Token

from palanca.reading.page import Page
from palanca.records import Filler, Modality


def modality_of(page: Page, predicate: Token) -> Modality:  # noqa: ARG001
    """How the text puts the act told by `predicate`."""
    return Modality.ASSERTED


def speaker_of(page: Page, token: Token) -> Filler | None:  # noqa: ARG001
    """Who, inside the text, says the words at `token`; None where the text itself does."""
    return None
