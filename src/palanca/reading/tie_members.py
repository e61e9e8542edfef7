"""Who is of which party or body, as the words beside a person tell: "the Radical MP Ana Ruiz", "Ruiz of Oxfam"."""

from collections.abc import Iterator

from spacy.tokens import Token

from palanca.lexicon.bodies import body_named
from palanca.lexicon.ties import bodies_of_members, party_adjectives, seated
from palanca.lexicon.titles import titles
from palanca.reading.page import Page
from palanca.reading.tie_ends import FoundTie, entity_of, named
from palanca.records import Entity, Filler, Form, Mention, Schema, TieKind
from palanca.records.entity import BODIES

_PARTIES = {"party", "union", "league", "movement", "front", "coalition", "alliance", "bloc"}
_FROM = {"of", "from"}
_OWNING = {"'", "’", "'s", "’s"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_FARTHEST = 5  # small words between "of" and the name: "of worldwide victim group X"
_PARTY, _BODY = 0.8, 0.65


def ties_of_person(page: Page, token: Token) -> Iterator[FoundTie]:
    """The ties that the words beside a person's name tell; `token` is the head of the name."""
    person = page.cast.at(token)
    if person is None or person.schema is not Schema.PERSON:
        return
    told = [party for party in _parties(page, token) if party.entity != person.id]
    for party in dict.fromkeys(told):
        yield _tie(TieKind.MEMBER_OF, page.filler(person, token), party, token, _PARTY)
    mention = page.cast.mention_at(token)
    body = _body_behind(page, mention) if mention and not told else None
    if body is not None:
        kind = TieKind.MEMBER_OF if has_members(page, body) else TieKind.EMPLOYEE_OF
        yield _tie(kind, page.filler(person, token), body, token, _BODY)


def _tie(kind: TieKind, source: Filler, target: Filler, word: Token, confidence: float) -> FoundTie:
    return FoundTie(kind=kind, source=source, target=target, word=word, confidence=confidence)


def _parties(page: Page, person: Token) -> Iterator[Filler]:
    """ "Ruiz of the Radical Party", "the Radical senator Ana Ruiz", "a Radical, Ana Ruiz", "a senator of the Front"."""
    near = _words_of_party(page, person)
    sits = any(word.lemma_.lower() in seated() and not titles().is_head(word.nbor().lower_) for word in near)
    for word in near:
        sorted_one = named(page, word) if word.lemma_.lower() in _PARTIES and page.cast.at(word) is None else None
        party = entity_of(page, sorted_one) if sorted_one else page.cast.at(word)
        if party and party.schema is Schema.ORGANIZATION and (sits or sorted_one or is_party(party)):
            yield sorted_one or page.filler(party, word)
    mention = page.cast.mention_at(person)
    before = _party_before_seat(page, mention) if mention else None
    if before is not None:
        yield before


def _words_of_party(page: Page, person: Token) -> list[Token]:
    """The words right beside a person that may tell whose party he is of, or that he sits for one."""
    grammar = page.grammar
    joined = [o.token for o in grammar.prepositional(person) if o.preposition in _FROM]
    near = [*grammar.said_of(person), *grammar.modifiers(person), *joined]
    for noun in grammar.appositions(person):
        if any(t.tag_ in _FINITE for t in page.doc[min(noun.i, person.i) : max(noun.i, person.i)]):
            continue  # "the LEADER of the party IS APPOINTED by the queen, X"
        near += [noun, *grammar.modifiers(noun), *_parties_of_seat(page, noun)]
        links = {"of", "for"} if noun.lemma_.lower() in {"member", *seated()} else {"of"}
        near += [o.token for o in grammar.prepositional(noun) if o.preposition in links]
    return near


def _parties_of_seat(page: Page, noun: Token) -> tuple[Token, ...]:
    """The party of "the Green Front's CANDIDATE"."""
    return page.grammar.possessors(noun) if noun.lemma_.lower() in seated() else ()


def _party_before_seat(page: Page, mention: Mention) -> Filler | None:
    """ "LABOUR MP (Member of Parliament) Ana Paz": told by place, whatever the parser made of it."""
    seat = _before_brackets(page, page.cast.tokens[mention].start)
    if seat < 1 or page.doc[seat].lemma_.lower() not in seated():
        return None
    return party_told(page, page.doc[seat - 1])


def _before_brackets(page: Page, start: int) -> int:
    """The token before a name, or before the brackets that stand before it."""
    last = start - 1
    if last < 0 or page.doc[last].text != ")":
        return last
    opening = next(
        (i for i in range(last, max(page.doc[last].sent.start, last - _FARTHEST) - 1, -1) if page.doc[i].text == "("), 0
    )
    return opening - 1


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


def _body_behind(page: Page, mention: Mention) -> Filler | None:
    """ "Ana Paz of OXFAM", "Ana Paz from the group RESTORE"; of nobody with a title, who has an office there."""
    words = page.cast.tokens[mention]
    stop = words.stop + ([t.norm_ for t in page.doc[words.stop : words.stop + 2]] == [",", "of"])
    if mention.form is not Form.NAME or stop >= len(page.doc) or page.doc[stop].norm_ not in _FROM:
        return None
    if words.start and titles().is_head(page.doc[words.start - 1].lower_):
        return None
    for token in page.doc[stop + 1 : stop + 2 + _FARTHEST]:
        found = page.cast.mention_at(token)
        if found is not None:
            entity = page.cast.entity(found.entity)
            is_body = found.form is Form.NAME and entity.schema in BODIES
            return (
                page.filler(entity, page.doc[page.cast.tokens[found].start : page.cast.tokens[found].stop].root)
                if is_body
                else None
            )
        is_small = token.pos_ in {"DET", "ADJ", "NOUN"} and token.text[0].islower()
        if not is_small and token.norm_ not in _OWNING:
            return None
    return None


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
    return any(form.lower().endswith("party") or _sector(form) == "PTY" for form in forms)


def is_movement(entity: Entity) -> bool:
    """Whether a thing is called as parties are, which one may leave: "the United FRONT"."""
    words = [form.lower().split()[-1] for form in (entity.caption, *entity.names) if form.split()]
    return entity.schema is Schema.ORGANIZATION and not _PARTIES.isdisjoint(words)


def _sector(name: str) -> str | None:
    body = body_named(name)
    return body.sector if body else None
