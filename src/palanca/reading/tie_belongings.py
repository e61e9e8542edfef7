"""What a body has under a name of its own: "its discount CHAIN Prisma", "the broadcaster's news CHANNEL, Nova 24"."""

from collections.abc import Iterator

from palanca.lexicon.tie_lists import named_belongings
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.tie_ends import FoundTie, heads_name
from palanca.records import Schema, TieKind

_OWNERS = {Schema.COMPANY, Schema.ORGANIZATION}
_LINK = 0.65


def ties_by_belonging(page: Page, noun: Token) -> Iterator[FoundTie]:
    """The ties that this one noun tells; what is a person's, a state's or an organ's is another thing."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in named_belongings() or page.cast.at(noun) is not None:
        return
    named = next(_called(page, noun), None)
    thing = page.cast.at(named) if named is not None else None
    if named is None or thing is None or thing.schema not in _OWNERS:
        return
    for possessor in dict.fromkeys((*page.grammar.possessors(noun), *page.grammar.possessors(named))):
        owner = page.cast.at(possessor)
        if owner is not None and owner.schema in _OWNERS and owner.id != thing.id:
            yield FoundTie(
                kind=TieKind.OWNS, source=page.filler(owner, possessor), target=page.filler(thing, named), word=noun,
                confidence=_LINK,
            )  # fmt: skip


def _called(page: Page, noun: Token) -> Iterator[Token]:
    """The name behind a noun, with or without a comma, or right before it: "its CHAIN Prisma", "its Prisma CHAIN"."""
    grammar = page.grammar
    behind = page.doc[noun.i + 1 : noun.i + 3]
    near = [noun.head] if grammar.is_premodifier(noun) else []
    near += [t for t in grammar.appositions(noun) if t.i > noun.i]
    at = next((t for t in behind if t.text != ","), None)
    mention = page.cast.mention_at(at) if at is not None and (at.i == noun.i + 1 or behind[0].text == ",") else None
    if mention is not None and at is not None and page.cast.tokens[mention].start == at.i:
        words = page.cast.tokens[mention]
        near.append(page.doc[words.start : words.stop].root)
    near += [t for t in grammar.modifiers(noun) if t.i == noun.i - 1]
    yield from (t for t in near if page.cast.at(t) is not None and heads_name(page, t))
