"""What a political party is, by its names, by an adjective ("a CONSERVATIVE") or by what its people are to it."""

from palanca.lexicon.bodies import body_named
from palanca.lexicon.tie_lists import bodies_of_members, movement_heads, party_adjectives, party_heads
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.tie_ends import entity_of
from palanca.records import Entity, Filler, Schema


def party_told(page: Page, word: Token) -> Filler | None:
    """The party that one word tells: by its name, or by the adjective of one ("CONSERVATIVE")."""
    entity = page.cast.at(word)
    if entity is not None:
        is_told = entity.schema is Schema.ORGANIZATION
        return page.filler(entity, word) if is_told else None
    if word.text not in party_adjectives():
        return None
    called = (e for e in page.cast.entities if e.schema is Schema.ORGANIZATION and is_party(e))
    party = next((e for e in called if any(form.startswith(f"{word.text} ") for form in (e.caption, *e.names))), None)
    span = page.span_of(page.doc[word.i : word.i + 1])
    return page.filler(party, word) if party else Filler(text=word.text, span=span)


def has_members(page: Page, body: Filler) -> bool:
    """Whether those who are of a body are its members: of a party, an assembly, an alliance."""
    entity = entity_of(page, body)
    if entity is None or entity.schema is Schema.COMPANY:
        return False
    words = {word.lower() for form in (entity.caption, *entity.names) for word in form.split()}
    return is_party(entity) or not words.isdisjoint(bodies_of_members())


def is_party(entity: Entity) -> bool:
    """Whether a thing is a political party by one of its names."""
    forms = (entity.caption, *entity.names)
    words = {word for form in forms for word in form.lower().split()[1:]}  # "Socialist PARTY Chile"
    is_called = entity.schema is Schema.ORGANIZATION and not words.isdisjoint(party_heads())
    return is_called or _has_head(entity, party_heads()) or any(_sector(form) == "PTY" for form in forms)


def is_movement(entity: Entity) -> bool:
    """Whether a thing is called as parties are, which one may leave: "the United FRONT", "el FRENTE Amplio"."""
    return entity.schema is Schema.ORGANIZATION and _has_head(entity, movement_heads())


def _has_head(entity: Entity, heads: frozenset[str]) -> bool:
    """Whether a name ends with one of these, also before "of" or "for", or begins with it as a Spanish one."""
    words = [form.lower().split() for form in (entity.caption, *entity.names) if form.split()]
    stops = [next((i for i, word in enumerate(form) if i and word in {"of", "for"}), len(form)) for form in words]
    return any(
        form[i - 1] in heads or form[-1] in heads or form[0] in heads for i, form in zip(stops, words, strict=True)
    )


def is_joined(page: Page, body: Filler) -> bool:
    """Whether a body is a party, or a movement called as parties are."""
    entity = entity_of(page, body)
    return entity is not None and entity.schema is Schema.ORGANIZATION and (is_party(entity) or is_movement(entity))


def _sector(name: str) -> str | None:
    body = body_named(name)
    return body.sector if body else None
