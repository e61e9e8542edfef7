"""What a name names by what is done with it, or by it: firms win contracts, have shares, and are bought and sold."""

from collections.abc import Iterator

from palanca.lexicon.bodies import schema_of_name
from palanca.lexicon.nouns import belongings_of_firms, contracts_of_firms, dealing_verbs
from palanca.reading.grammar import Grammar
from palanca.reading.grammar.parse import Doc, Token
from palanca.reading.name_chunks import Chunk
from palanca.reading.name_offices import held_by
from palanca.records import Schema

_FIRM_OF = 2.0  # "Tessier's subsidiary", "a stake in Tessier", "bought Tessier"


def from_deeds(doc: Doc, grammar: Grammar, chunk: Chunk) -> Iterator[tuple[Schema, float]]:
    """What is done with the name, or by it, as with firms, or as with those who hold offices."""
    head = doc[chunk.first : chunk.last].root
    if not chunk.known and not schema_of_name(chunk.text):
        yield from held_by(doc, grammar, chunk.first, chunk.last)
    if _is_contracted(grammar, head):
        yield Schema.COMPANY, _FIRM_OF
        yield Schema.PERSON, -_FIRM_OF / 2
        yield Schema.PLACE, -_FIRM_OF
    if _is_dealt_in(grammar, head):
        yield Schema.COMPANY, _FIRM_OF
        yield Schema.PERSON, -_FIRM_OF
        yield Schema.PLACE, -_FIRM_OF


def _is_contracted(grammar: Grammar, head: Token) -> bool:
    """Whether the name is of who wins or gets contracts: "VOLTA won the tender"."""
    verb = head.head
    objects = grammar.arguments(verb).objects if grammar.is_agent(head) and verb.pos_ == "VERB" else ()
    return any(noun.lemma_.lower() in contracts_of_firms() for noun in objects)


def _is_dealt_in(grammar: Grammar, head: Token) -> bool:
    """Whether the name is of what has owners: "TESSIER's subsidiary", "a stake in TESSIER", "bought TESSIER"."""
    above = head.head.head if head.head.pos_ == "ADP" else head.head
    if above.pos_ == "VERB":
        return above.lemma_ in dealing_verbs() and head in grammar.arguments(above).objects
    if above.lemma_.lower() not in belongings_of_firms():
        return False
    joined = (o.token for o in grammar.prepositional(above) if o.preposition in {"of", "in"})
    return head in (*grammar.possessors(above), *joined)
