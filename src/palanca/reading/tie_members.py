"""Who is of which party or body, as the words beside a person tell: "the Radical MP Ana Ruiz", "Ruiz of Oxfam"."""

from collections.abc import Iterator
from itertools import takewhile

from palanca.lexicon.tie_lists import party_letters, seated
from palanca.lexicon.titles import titles
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.tie_ends import FoundTie, entity_of, named
from palanca.reading.tie_parties import has_members, is_joined, is_party, party_told
from palanca.records import Entity, Filler, Form, Mention, Schema, Span, TieKind
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
    for committee in _committees(page, token):
        yield _tie(TieKind.MEMBER_OF, page.filler(person, token), committee, token, _BODY)
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
        is_seat = sits and party is not None and not _has_another_job(page, word, person)
        if party and party.schema is Schema.ORGANIZATION and (is_seat or sorted_one or is_party(party)):
            yield sorted_one or page.filler(party, word)
    mention = page.cast.mention_at(person)
    by_place = (_party_before_seat, _party_in_brackets, _party_owning) if mention else ()
    yield from (one for told in by_place if mention and (one := told(page, mention)) is not None)


def _has_another_job(page: Page, body: Token, person: Token) -> bool:
    """Whether a noun behind a body tells what its bearer does there, who sits for another: "Oxfam ANALYST Ana Ruiz"."""
    mention = page.cast.mention_at(body)
    stop = page.cast.tokens[mention].stop if mention is not None else person.i
    between = page.doc[stop : max(stop, person.i)]
    if not len(between) or any(t.lemma_.lower() in seated() | _PARTIES for t in between):
        return False
    return between[0].is_lower and between[0].pos_ == "NOUN"


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


def _committees(page: Page, person: Token) -> Iterator[Filler]:
    """ "Ana Ruiz, the most senior RADICAL ON THE FINANCE COMMITTEE": one of it."""
    for noun in page.grammar.appositions(person):
        if party_told(page, noun) is None:
            continue
        behind = (o.token for o in page.grammar.prepositional(noun) if o.preposition == "on")
        yield from (body for t in behind if (body := named(page, t)) and has_members(page, body))


def _party_before_seat(page: Page, mention: Mention) -> Filler | None:
    """ "LABOUR MP (Member of Parliament) Ana Paz", "the RADICAL PARTY's mayoral nominee Ana Paz": told by place."""
    seat = _before_brackets(page, page.cast.tokens[mention].start)
    if seat < 1 or page.doc[seat].lemma_.lower() not in seated():
        return None
    for token in reversed(page.doc[max(page.doc[seat].sent.start, seat - _FARTHEST) : seat]):
        if (party := party_told(page, token)) is not None:
            return party
        if token.norm_ not in _OWNING and token.pos_ not in {"ADJ", "NUM"}:
            return None
    return None


def _party_in_brackets(page: Page, mention: Mention) -> Filler | None:
    """ "Ana Ruiz (D-OHIO)", "Ana Ruiz, D-OHIO", "the deputy Ana Ruiz (GREEN FRONT)": a letter for it, or its name."""
    words = page.cast.tokens[mention]
    behind = page.doc[words.stop : words.stop + 1 + _FARTHEST]
    if len(behind) < len("(D)") or behind[0].text not in {"(", ","} or mention.form is not Form.NAME:
        return None
    inside = [*takewhile(lambda token: token.text != ")", behind[1:])]
    if not inside or (behind[0].text == "," and not _is_lettered(inside)):
        return None
    letter, _, place = inside[0].text.partition("-")
    is_letter = letter in party_letters() and (place or inside[1:2] == [] or inside[1].text == "-")
    if is_letter:
        name = party_letters()[letter]
        party = next((e for e in page.cast.entities if name in {e.caption, *e.names} or _is_called(name, e)), None)
        span = Span(inside[0].idx, inside[0].idx + len(letter))
        return page.filler(party) if party else Filler(text=name, span=span)
    told = party_told(page, inside[0])
    entity = entity_of(page, told) if told else None
    return told if entity is not None and (is_party(entity) or _has_seat(page, words.start)) else None


def _is_lettered(inside: list[Token]) -> bool:
    """ "Ana Ruiz, D-OHIO": without brackets a letter tells a party where a place is joined to it."""
    letter, dash, _ = inside[0].text.partition("-")
    return letter in party_letters() and bool(dash or (inside[1:2] and inside[1].text == "-"))


def _is_called(name: str, party: Entity) -> bool:
    """Whether a thing is the party of that name in its own words: "Democrats", "US Republican Party"."""
    stem = name.split(maxsplit=1)[0].removesuffix("ic")
    forms = (party.caption, *party.names)
    return party.schema is Schema.ORGANIZATION and any(
        form in {stem, f"{stem}s", name.split(maxsplit=1)[0]} for form in forms
    )


def _has_seat(page: Page, start: int) -> bool:
    return start > 0 and page.doc[start - 1].lemma_.lower() in seated()


def _party_owning(page: Page, mention: Mention) -> Filler | None:
    """ "LABOUR's Ana Paz"."""
    start = page.cast.tokens[mention].start
    is_owned = start > 1 and page.doc[start - 1].norm_ in _OWNING and mention.form is Form.NAME
    party = page.cast.at(page.doc[start - 2]) if is_owned else None
    is_told = party is not None and party.schema is Schema.ORGANIZATION and is_party(party)
    return page.filler(party, page.doc[start - 2]) if party and is_told else None


def _before_brackets(page: Page, start: int) -> int:
    """The token before a name, or before the brackets that stand before it."""
    last = start - 1
    if last < 0 or page.doc[last].text != ")":
        return last
    opening = next(
        (i for i in range(last, max(page.doc[last].sent.start, last - _FARTHEST) - 1, -1) if page.doc[i].text == "("), 0
    )
    return opening - 1


def _body_behind(page: Page, mention: Mention) -> Filler | None:
    """ "Ana Paz of OXFAM", "Ana Paz from the group RESTORE"; of one with a title only a party, for he has an office."""
    words = page.cast.tokens[mention]
    stop = words.stop + ([t.norm_ for t in page.doc[words.stop : words.stop + 2]] == [",", "of"])
    if mention.form is not Form.NAME or stop >= len(page.doc) or page.doc[stop].norm_ not in _FROM:
        return None
    has_title = bool(words.start) and titles().is_head(page.doc[words.start - 1].lower_)
    body = _first_body(page, stop)
    is_office = has_title and not (body is not None and is_joined(page, body))
    return None if is_office else body


def _first_body(page: Page, stop: int) -> Filler | None:
    """The body that is named first behind "of", with small words or whose it is between."""
    for token in page.doc[stop + 1 : stop + 2 + _FARTHEST]:
        found = page.cast.mention_at(token)
        if found is not None and _owns_next(page, found):
            continue  # "of the UK'S National Crime Agency"
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


def _owns_next(page: Page, mention: Mention) -> bool:
    """Whether a place stands in the possessive, before what it has."""
    is_place = page.cast.entity(mention.entity).schema is Schema.PLACE
    stop = page.cast.tokens[mention].stop
    return is_place and stop < len(page.doc) and page.doc[stop].norm_ in _OWNING
