"""A title with one who holds it: what the two ways to find offices give, and what their statements are made from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from palanca.lexicon.appointments import Grasp, Move, moves
from palanca.lexicon.titles import Title
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.records import Entity, OfficeStatus, Schema

_OF_ONESELF = ("himself", "herself", "themselves")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """An office as one sentence shows it.

    `head` is the noun (or the verb: "who HEADS the agency") that tells it and `name` the token of the person. `verb` is
    the one that gives, keeps or takes the office, None where the words only name it. `title` stands for the words of
    the title, `role` for a title that they only imply ("her presidency"). `body` is the noun of the body, where the
    way of telling fixes it; `status` likewise.
    """

    head: Token
    person: Entity
    name: Token
    confidence: float
    title: Title | None = None
    role: str = ""
    verb: Token | None = None
    grasp: Grasp | None = None
    status: OfficeStatus | None = None
    body: Token | None = None


def move_of(page: Page, verb: Token) -> Move | None:
    """What a verb does to an office; the particle counts ("step down")."""
    particles = page.grammar.arguments(verb).particles
    with_particle = f"{verb.lemma_} {particles[0]}" if particles else verb.lemma_
    return moves().get(with_particle) or moves().get(verb.lemma_)


def people_among(page: Page, tokens: Iterable[Token]) -> Iterator[tuple[Token, Entity]]:
    """Those of these nouns that name people, or stand for them, each with its person; "himself" adds nobody."""
    for token in tokens:
        person = page.cast.at(token) if not token.norm_.endswith(_OF_ONESELF) else None
        if person is not None and person.schema is Schema.PERSON:
            yield token, person
