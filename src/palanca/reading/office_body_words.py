"""What an office belongs to, as the words around it say: "of Chile", "Chile's", "Chilean", the body named before it."""

from collections.abc import Iterator

from palanca.lexicon.appointments import Move, headings
from palanca.lexicon.bodies import body_named
from palanca.lexicon.countries import country_named
from palanca.lexicon.places import region_of_adjective
from palanca.lexicon.titles import Scope, Title, titles
from palanca.reading.actors import entity_behind
from palanca.reading.grammar import Oblique
from palanca.reading.grammar.parse import Token
from palanca.reading.office_holding import Holding, move_of
from palanca.reading.page import Page
from palanca.reading.states import is_state, state_of
from palanca.records import Entity, Filler, Schema
from palanca.records.entity import BODIES

_OWNING = {"of", "at", "in", "with", "from"}
_HOSTING = {"at", "in"}  # where an envoy is sent: "the ambassador IN LIMA" is not Lima's
_NO_BODIES = {Schema.PERSON, Schema.EVENT, Schema.LAW, Schema.VEHICLE}
_CHAIRS = {"leader", "whip", "speaker", "chair", "delegate", "deputy", "representative"}  # parties have them too
_MINISTERS = {"minister", "secretary", "attorney", "treasurer"}
_OF_STATES = {"president", "vice president", "prime minister", "premier", "chancellor", "governor", "mayor"}
_ASSISTING = {"assistant", "under", "undersecretary", "press"}
_SENT = {"delegation", "delegación"}
_PARTIES = {"D-", "R-", "I-", "D", "R"}


def body_of(page: Page, holding: Holding) -> Filler | None:
    """What the office belongs to: "of Chile", "Chile's", "Chilean", the body named before it, "X of Chile"."""
    for token in _body_candidates(page, holding):
        found = entity_behind(page, token)
        if found and _may_have(found[0], holding) and not _is_party_of(found[0], holding):
            return _sender(page, found[0]) or page.filler(*found)
    return None


def _sender(page: Page, body: Entity) -> Filler | None:
    """The state of "the ambassador of the CHINESE DELEGATION", which sends both."""
    is_sent = body.caption.lower().split()[-1] in _SENT
    state = state_of(page, body.country) if is_sent and body.country else None
    return page.filler(state) if state else None


def _may_have(entity: Entity, holding: Holding) -> bool:
    """Whether a thing can have such an office: no party or firm has senators."""
    scopes = holding.title.scopes if holding.title else ()
    seats = scopes[:1] == (Scope.LEGISLATURE,) and entity.schema in {Schema.ORGANIZATION, Schema.COMPANY}
    is_chair = holding.title is not None and bool(
        {t.norm_ for t in holding.head.doc[holding.title.start : holding.title.end]} & _CHAIRS
    )
    is_manner = (
        entity.schema is Schema.PLACE and region_of_adjective(entity.caption) is not None
    )  # "the AFRICAN nation"
    return entity.schema not in _NO_BODIES and not is_manner and not (seats and not is_chair)


def _is_party_of(entity: Entity, holding: Holding) -> bool:
    """ "REPUBLICAN President Ruiz": of which party somebody is, and nothing that has a president of the state."""
    body = body_named(entity.caption)
    scopes = holding.title.scopes if holding.title else ()
    if holding.title is None and holding.role in _OF_STATES:  # "Ruiz, of the United Party, won the presidency"
        return entity.schema is Schema.ORGANIZATION and "party" in entity.caption.lower().split()
    words = {t.norm_ for t in holding.head.doc[holding.title.start : holding.title.end]} if holding.title else set()
    if body is not None and body.sector == "PTY" and "committee" in words:
        return True  # "Democratic committee chairman"
    return body is not None and body.sector == "PTY" and bool({Scope.STATE, Scope.LEGISLATURE, Scope.LOCAL} & {*scopes})


def _body_candidates(page: Page, holding: Holding) -> Iterator[Token]:
    grammar, doc, name, title = page.grammar, page.doc, holding.name, holding.title
    told_later = title is not None and holding.head.pos_ == "VERB"  # "Mayor Ruiz … She DIED on Tuesday"
    head = doc[title.start : title.end].root if title is not None and told_later else holding.head
    if holding.body is not None:
        yield holding.body
        return
    start = title.start if title else head.i
    of = [o.token for o in grammar.prepositional(head) if o.preposition == "of"]
    yield from (noun for noun in of if head.tag_ == "NNS" and _stands_before(page, noun, name))
    yield from (o.token for noun in of for o in grammar.prepositional(noun) if _names_it(page, noun, o))
    yield from of
    yield from _named_behind(page, title)
    if title is not None and (served := serves_behind(page, title)) is not None:
        yield served
    yield from (_owner(page, head, t) for t in grammar.possessors(head) if not _is_mere_place(page, t))
    yield from grammar.possessors(name)
    yield from _named_before(page, start)
    yield from _before_first_title(page, start)
    yield from (m for m in reversed(grammar.modifiers(head)) if page.cast.at(m))
    yield from (m for m in reversed(grammar.modifiers(name)) if m.i < start and _is_whose(page, m, start < name.i))
    yield from (o.token for o in grammar.prepositional(name) if o.preposition == "of")
    owning = _OWNING - _HOSTING if title and Scope.DIPLOMATIC in title.scopes else _OWNING
    yield from (o.token for o in grammar.prepositional(head) if o.preposition in owning)
    for other in grammar.conjuncts(head)[1:]:
        if head.i < name.i < other.i:  # "the secretary, Paul Denton, and the director of Oxfam, Ann Brody"
            continue
        yield from (o.token for o in grammar.prepositional(other) if o.preposition in owning)
    yield from (doc[i] for i in _in_brackets(page, name))
    if title and page.cast.mention_at(doc[title.end - 1]):  # "a member of Parliament"
        yield doc[title.end - 1]
    yield from _led_by(page, head, name)
    yield from _put_there_by(page, holding)


def _is_whose(page: Page, modifier: Token, titled: bool) -> bool:
    """Whether what stands before a name has the office; of one behind the name, "Peruvian Ruiz, MINISTER", a place."""
    entity = page.cast.at(modifier)
    return entity is not None and (titled or entity.schema is Schema.PLACE)


def _put_there_by(page: Page, holding: Holding) -> Iterator[Token]:
    """The firm or group that fills its own office: "NORDBANK named Ana Ruiz chief", "the board OF NORDBANK named"."""
    verb, scopes = holding.verb, holding.title.scopes if holding.title else ()
    if verb is None or Scope.BODY not in scopes or move_of(page, verb) is not Move.INSTALL:
        return
    for subject in page.grammar.arguments(verb).subjects:
        inner = [o.token for o in page.grammar.prepositional(subject) if o.preposition == "of"]
        for token in (subject, *inner):
            entity = page.cast.at(token)
            if entity is not None and entity.schema in {Schema.COMPANY, Schema.ORGANIZATION}:
                yield token


def _led_by(page: Page, head: Token, name: Token) -> Iterator[Token]:
    """The state organ that the holder is said to head: "the Supreme Court is LED BY PRESIDENT Ruiz"."""
    verb = next((token for token in head.ancestors if token.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in headings():
        return
    arguments = page.grammar.arguments(verb)
    if {head, name} & {*arguments.subjects} and not arguments.negated:
        led = ((token, entity_behind(page, token)) for token in arguments.objects)
        yield from (token for token, found in led if found and found[0].schema is Schema.PUBLIC_BODY)


def serves_behind(page: Page, title: Title) -> Token | None:
    """For whom somebody speaks, or which country's minister he is: "spokeswoman FOR THE MINISTRY".

    An "envoy for Syria" is not Syria's; of "the Ruiz administration's Department of Justice" the department counts.
    """
    doc = page.doc
    if title.end + 1 >= len(doc) or doc[title.end].norm_ != "for":
        return None
    i = title.end + 1 + (doc[title.end + 1].norm_ == "the")
    entity = page.cast.at(doc[i]) if i < len(doc) else None
    if entity is None or entity.schema in _NO_BODIES:
        return None
    if doc[title.end - 1].norm_.startswith("spokes"):
        return _owned_by(page, doc[i]) or doc[i]
    words = {token.norm_ for token in doc[title.start : title.end]}
    governs = bool(words & _MINISTERS) and not words & _ASSISTING and Scope.DIPLOMATIC not in title.scopes
    return doc[i] if governs and is_state(entity) else None


def _owned_by(page: Page, owner: Token) -> Token | None:
    """What stands behind the possessive of a name, where that is a name too."""
    mention = page.cast.mention_at(owner)
    stop = page.cast.tokens[mention].stop if mention else owner.i + 1
    owned = page.doc[stop + 1 : stop + 2]
    return owned[0] if page.doc[stop : stop + 1].text in {"'s", "’s"} and owned and page.cast.at(owned[0]) else None


def _owner(page: Page, office: Token, owner: Token) -> Token:
    """Who has an office: in "a company registered in Limassol, WHOSE director is …" the company and not the town."""
    entity = page.cast.at(owner)
    relative = next((token for token in office.children if token.norm_ == "whose"), None)
    is_relative = relative is not None
    if relative is not None and (last := _last_before(page, relative, owner)) is not None:
        return last
    if entity is None or _governs(entity) or not is_relative:
        return owner
    above = ((t, entity_behind(page, t)) for t in owner.ancestors)
    return next((t for t, found in above if t.pos_ == "NOUN" and found and found[0].schema in BODIES), owner)


def _last_before(page: Page, relative: Token, owner: Token) -> Token | None:
    """The last name of a list, which is meant: "Volta Bank and SONEC, WHOSE director is"."""
    listed = page.grammar.conjuncts(owner)
    before = [name for name in listed if owner.i < name.i < relative.i and page.cast.at(name) is not None]
    closes = bool(before) and page.doc[before[-1].i + 1].i in {relative.i, relative.i - 1}
    return before[-1] if closes else None


def _is_mere_place(page: Page, owner: Token) -> bool:
    """ "Its captain": what a pronoun stands for holds no offices where it is a place that is no country."""
    entity = page.cast.at(owner)
    return page.grammar.is_pronoun(owner) and entity is not None and not _governs(entity)


def _governs(entity: Entity) -> bool:
    return entity.schema is not Schema.PLACE or country_named(entity.caption) is not None


def _names_it(page: Page, noun: Token, inner: Oblique) -> bool:
    """Whether a bare noun is named by what it is of: "the Chilean port OF ARICA"."""
    return inner.preposition == "of" and page.cast.at(noun) is None and page.cast.at(inner.token) is not None


def _named_behind(page: Page, title: Title | None) -> Iterator[Token]:
    """What stands right behind "of", where the parser hangs it elsewhere ("the director of Oxfam Ana Ruiz")."""
    doc = page.doc
    if title is None or title.end + 1 >= len(doc) or doc[title.end].norm_ not in {"of", "at"}:
        return
    i = title.end + 1 + (doc[title.end + 1].norm_ == "the")
    if i < len(doc) and (mention := page.cast.mention_at(doc[i])) is not None:
        tokens = page.cast.tokens[mention]
        yield doc[tokens.start : tokens.stop].root


def _stands_before(page: Page, noun: Token, name: Token) -> bool:
    """Whether a name and a comma stand right before the holder: "the ministers of Chile, …, and of PERU, ANA RUIZ"."""
    mention = page.cast.mention_at(noun)
    stop = page.cast.tokens[mention].stop if mention is not None else name.i
    return page.doc[stop].text == "," and stop + 1 == name.i


def _named_before(page: Page, start: int) -> Iterator[Token]:
    """The name right before the title: "Volta Freight chief", "Peru's minister"."""
    doc = page.doc
    if start and page.cast.mention_at(doc[start - 1]):
        yield doc[start - 1]
    if start > 1 and doc[start - 1].norm_ in {"'s", "’s"}:
        yield doc[start - 2]


def _before_first_title(page: Page, start: int) -> Iterator[Token]:
    """Whose both titles are: "VOLTA's chairman and chief executive Ana Ruiz", "VOLTA President and CEO"."""
    doc, i = page.doc, start - 2
    is_second = i > 0 and doc[start - 1].norm_ in {"and", "&"} and titles().is_head(doc[i].norm_)
    if not is_second or doc[i].is_title != doc[start].text[0].isupper():
        return  # "the president and Foreign Minister Ana Ruiz" are two
    while i > 0 and titles().is_title_word(doc[i - 1].norm_):
        i -= 1
    yield from _named_before(page, i)


def _in_brackets(page: Page, name: Token) -> Iterator[int]:
    """ "Senator Ann Lee (R-Texas)", "Ann Lee, D-Ohio": the state behind the party's letter."""
    mention = page.cast.mention_at(name)
    if mention is None:
        return
    i = page.cast.tokens[mention].stop
    if i + 1 < len(page.doc) and page.doc[i].text in {"(", ","} and page.doc[i + 1].text[:2] in _PARTIES:
        yield from range(i + 1, min(i + 4, len(page.doc)))
