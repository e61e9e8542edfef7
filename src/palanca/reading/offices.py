"""Offices: who is shown to hold or have held which title, of what, and when the text says so.

Every title of the text is looked at with its neighbours: the name behind it ("President Ana Ruiz"), the name beside it
("Ana Ruiz, the president"), the one it is said of ("Ana Ruiz is president"), and the one who is made, or ceases to be,
what it says ("was sworn in as president", "resigned as president").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from palanca.lexicon.appointments import Move, moves
from palanca.lexicon.titles import Title, titles
from palanca.reading.actors import entity_behind
from palanca.reading.modality import modality_of
from palanca.reading.page import Layer, Page, Reader
from palanca.reading.times import anchor, time_of
from palanca.records import (
    Entity,
    Filler,
    Form,
    Kind,
    OfficeDetail,
    OfficeStatus,
    Role,
    RoleName,
    Schema,
    Statement,
    Time,
)

_NAME, _VERSION = "offices", "1"
_KEPT_COMPLEMENTS = {"to", "for"}  # "ambassador to Chile", "envoy for the Sahel": part of the title
_COMPLEMENTS = {"of", "to", "for", "at"}
_MOST_COMPLEMENTS = 2
_OWNING = {"of", "at", "in", "with"}
_SKIPPED = {",", "-", "–", "the", "a", "an", "(", "and"}
_STATUS_REACH = 4
_TITLED, _BESIDE, _SAID_OF, _MOVED = 0.9, 0.85, 0.8, 0.8
_BEFORE = {"his", "her", "their", "its"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Holding:
    """A title with one who holds it: `verb` is the one that installs or removes, `name` the token of the person."""

    title: Title
    person: Entity
    name: Token
    verb: Token | None
    confidence: float


def read_offices(page: Page) -> Page:
    """Give the page its offices: one for each person, title and body, with the first showing and every stated end."""
    words = [_singular(token) for token in page.doc]
    told: dict[tuple[str, str, str | None], Statement] = {}
    i = 0
    while i < len(words):
        title = titles().title_at(words, i)
        title = title or _membership(page, i)
        if title is None:
            i += 1
            continue
        for holding in _holdings(page, title):
            statement = _statement(page, holding, words)
            _keep(told, statement)
            page.trace.note(_NAME, statement.span, lambda s=statement: _noted(s), fired=True)  # type: ignore[misc]
        i = max(title.end, i + 1)
    return page.with_statements(_with_bodies(list(told.values())))


def _membership(page: Page, i: int) -> Title | None:
    """ "A member of the Senate": the noun is an office where what follows is a body."""
    if page.doc[i].lower_ != "member":
        return None
    bodies = (page.cast.at(o.token) for o in page.grammar.prepositional(page.doc[i]) if o.preposition == "of")
    if any(body is not None and body.schema is Schema.PUBLIC_BODY for body in bodies):
        return Title(start=i, head=i + 1, end=i + 1, scopes=())
    return None


def _singular(token: Token) -> str:
    """The word in lower case; of a plural title ("Presidents") the singular, under which titles are listed."""
    word = token.lower_
    return word[:-1] if token.tag_ in {"NNS", "NNPS"} and word.endswith("s") and titles().is_head(word[:-1]) else word


def _root(page: Page, title: Title) -> Token:
    """The noun that carries the title: "secretary" of "secretary of state"."""
    return page.doc[title.start : title.end].root


def _noted(statement: Statement) -> str:
    detail = statement.detail
    person = statement.fillers(RoleName.PERSON)[0].text
    return f"{person}: {detail.role}, {detail.status}" if isinstance(detail, OfficeDetail) else person


def _keep(told: dict[tuple[str, str, str | None], Statement], new: Statement) -> None:
    """The first showing stands; a later one that states a beginning or an end adds it."""
    detail = new.detail
    if not isinstance(detail, OfficeDetail):
        return
    person = new.fillers(RoleName.PERSON)[0].text
    body = next((f.text for f in new.fillers(RoleName.BODY)), None)
    key = next((known for known in told if _same_office(known, (person, detail.role, body))), None)
    if key is None:
        told[person, detail.role, body] = new
        return
    old = told.pop(key)
    told[person, max(key[1], detail.role, key=len), body or key[2]] = _merged(old, new)


def _same_office(known: tuple[str, str, str | None], new: tuple[str, str, str | None]) -> bool:
    return known[0] == new[0] and _same_role(known[1], new[1]) and (known[2] == new[2] or None in (known[2], new[2]))


def _same_role(one: str, other: str) -> bool:
    a, b = set(one.split()) - {"of", "the", "for", "to"}, set(other.split()) - {"of", "the", "for", "to"}
    return a <= b or b <= a


def _merged(old: Statement, new: Statement) -> Statement:
    first, second = old.detail, new.detail
    if not (isinstance(first, OfficeDetail) and isinstance(second, OfficeDetail)):
        return old
    if _names_in_full(new) and not _names_in_full(old):
        old = replace(old, span=new.span, time=new.time or old.time)
    role = max(first.role, second.role, key=len)
    detail = replace(first, role=role, start=first.start or second.start, end=first.end or second.end)
    roles = old.roles if old.fillers(RoleName.BODY) else new.roles
    return replace(old, detail=detail, roles=roles, time=old.time or new.time)


def _names_in_full(statement: Statement) -> bool:
    """Whether the sentence names the person by the full name, as the first sentence behind a headline does."""
    person = statement.fillers(RoleName.PERSON)[0]
    return person.span is not None and person.span.end - person.span.start >= len(person.text)


def _with_bodies(statements: Sequence[Statement]) -> Iterator[Statement]:
    """A title that names no body is of the body that the same person holds another title of."""
    known: dict[str, Filler] = {}
    for statement in statements:
        for body in statement.fillers(RoleName.BODY):
            known.setdefault(statement.fillers(RoleName.PERSON)[0].text, body)
    for statement in statements:
        other = known.get(statement.fillers(RoleName.PERSON)[0].text)
        if statement.fillers(RoleName.BODY) or other is None:
            yield statement
        else:
            yield replace(statement, roles=(*statement.roles, Role(name=RoleName.BODY, filler=other)))


def _holdings(page: Page, title: Title) -> Iterator[_Holding]:
    head = _root(page, title)
    if _is_inside_name(page, head):
        return
    found: list[tuple[Token, Token | None, float]] = []
    found += [(name, None, _TITLED) for name in _behind(page, title)]
    if not found:
        found += [(name, None, _BESIDE) for name in _beside(page, head)]
    if not found:
        found += [(name, None, _SAID_OF) for name in page.grammar.predicated_of(head)]
    if not found:
        found += _moved(page, head)
    for name, verb, confidence in found:
        person = page.cast.at(name)
        if person and person.schema is Schema.PERSON:
            yield _Holding(title=title, person=person, name=name, verb=verb, confidence=confidence)


def _is_inside_name(page: Page, head: Token) -> bool:
    mention = page.cast.mention_at(head)
    return mention is not None and mention.form is Form.NAME


def _behind(page: Page, title: Title) -> Iterator[Token]:
    """The name right behind the title, or behind what it is of or to; of plural titles, all that are joined to it."""
    doc = page.doc
    for end in _ends(page, title):
        i = end
        while i < len(doc) and _steps_over(page, i, first=i == end):
            i += 1
        mention = page.cast.mention_at(doc[i]) if i < len(doc) else None
        if mention is None or mention.form is not Form.NAME or page.cast.tokens[mention].start != i:
            continue
        if page.cast.entity(mention.entity).schema is not Schema.PERSON:
            continue
        tokens = page.cast.tokens[mention]
        root = doc[tokens.start : tokens.stop].root
        yield root
        if doc[title.end - 1].tag_ in {"NNS", "NNPS"}:
            yield from (t for t in page.grammar.conjuncts(root) if t is not root)
        return


def _ends(page: Page, title: Title) -> Iterator[int]:
    """Where the title ends: by itself, and behind each "of", "to" or "for" with what it names."""
    doc, end = page.doc, title.end
    yield end
    for _ in range(_MOST_COMPLEMENTS):
        i = end
        if i >= len(doc) or doc[i].lower_ not in _COMPLEMENTS:
            return
        i += 1 + (i + 1 < len(doc) and doc[i + 1].lower_ == "the")
        mention = page.cast.mention_at(doc[i]) if i < len(doc) else None
        if mention is None or page.cast.entity(mention.entity).schema is Schema.PERSON:
            return
        end = page.cast.tokens[mention].stop
        yield end


def _steps_over(page: Page, i: int, *, first: bool) -> bool:
    word = page.doc[i].lower_
    if page.cast.mention_at(page.doc[i]):
        return False
    if first and word == ",":
        return True
    return titles().is_rank(word) or titles().is_title_word(word) or word.rstrip(".") in titles().honorifics


def _beside(page: Page, head: Token) -> Iterator[Token]:
    """Names in apposition, before or behind: "Ana Ruiz, the president of …", "the president of …, Ana Ruiz"."""
    for token in page.grammar.conjuncts(head):
        for other in page.grammar.appositions(token):
            entity = page.cast.at(other)
            if entity and entity.schema is Schema.PERSON:
                yield other
        if token.i > head.i:
            break


def _moved(page: Page, head: Token) -> list[tuple[Token, Token | None, float]]:
    """Whom a verb makes, keeps or unmakes what the title says: "appointed X minister", "served as minister"."""
    verb = head.head if head.dep_ in {"oprd", "attr", "dobj", "xcomp", "ccomp"} else _verb_behind_as(head)
    if verb is None:
        return []
    arguments = page.grammar.arguments(verb)
    particle = f"{verb.lemma_} {arguments.particles[0]}" if arguments.particles else verb.lemma_
    move = moves().get(particle) or moves().get(verb.lemma_)
    if move is None:
        return []
    undergoes = move in {Move.INSTALL, Move.PROPOSE, Move.REMOVE}
    people = arguments.objects if undergoes else arguments.subjects
    return [(token, verb, _MOVED) for token in people if token is not head]


def _verb_behind_as(head: Token) -> Token | None:
    above = head.head
    return above.head if above.lower_ == "as" and above.head.pos_ in {"VERB", "AUX"} else None


def _statement(page: Page, holding: _Holding, words: list[str]) -> Statement:
    title = holding.title
    head = _root(page, title)
    verb = holding.verb or _governing_verb(head, holding.name)
    status, start, end = _standing(page, holding, words, verb)
    body = _body(page, title, holding.name)
    roles = [Role(name=RoleName.PERSON, filler=page.filler(holding.person, holding.name))]
    roles += [Role(name=RoleName.BODY, filler=body)] if body else []
    return Statement(
        document=page.document.id,
        kind=Kind.OFFICE,
        detail=OfficeDetail(role=_role(page, title), status=status, start=start, end=end),
        span=page.sentence_span(head),
        reader=_NAME,
        reader_version=_VERSION,
        roles=tuple(roles),
        time=_shown_at(page, status, verb, start or end),
        modality=modality_of(page, holding.verb) if holding.verb is not None else modality_of(page, head),
        confidence=holding.confidence,
    )


def _governing_verb(head: Token, name: Token) -> Token | None:
    """The verb of the clause in which the title stands."""
    here = name if name.i < head.i else head
    for _ in range(8):
        if here.pos_ in {"VERB", "AUX"} or here.head is here:
            break
        here = here.head
    return here if here.pos_ in {"VERB", "AUX"} else None


def _shown_at(page: Page, status: OfficeStatus, verb: Token | None, stated: Time | None) -> Time | None:
    acted = time_of(page, verb) if verb is not None else None
    if status is OfficeStatus.FORMER:
        return stated
    return stated or acted or anchor(page)


def _standing(
    page: Page, holding: _Holding, words: list[str], verb: Token | None
) -> tuple[OfficeStatus, Time | None, Time | None]:
    """How it is held, and a stated beginning or end."""
    status = _status_words(words, holding.title) or OfficeStatus.CURRENT
    if verb is None:
        return status, None, None
    arguments = page.grammar.arguments(verb)
    particle = f"{verb.lemma_} {arguments.particles[0]}" if arguments.particles else verb.lemma_
    move = moves().get(particle) or moves().get(verb.lemma_)
    when = time_of(page, verb)
    mine = holding.verb is not None or holding.name in (*arguments.subjects, *arguments.objects)
    if move in {Move.INSTALL, Move.ASSUME} and holding.verb is not None:
        return status, when, None
    if move is Move.PROPOSE and holding.verb is not None:
        return OfficeStatus.DESIGNATE, None, None
    if move in {Move.RESIGN, Move.DIE} and mine and holding.name in arguments.subjects:
        return status, None, when
    if move is Move.REMOVE and mine and holding.name in arguments.objects:
        return status, None, when
    past = move is Move.HOLD and holding.verb is not None and verb.tag_ == "VBD" and "have" not in arguments.auxiliaries
    return (OfficeStatus.FORMER if past and status is OfficeStatus.CURRENT else status), None, None


def _status_words(words: list[str], title: Title) -> OfficeStatus | None:
    """ "Former", "acting", "then" before the title, past a country or a body; "-elect" behind it."""
    if suffix := titles().suffix_at(words, title.end):
        return suffix[1]
    for i in range(max(0, title.start - _STATUS_REACH), title.start):
        found = titles().status_at(words, i)
        if found and not any(word in {",", ".", "and", "(", ";"} for word in words[found[0] : title.start]):
            return found[1]
    return None


def _role(page: Page, title: Title) -> str:
    """The title as written, with what it is "to" or "for"."""
    doc = page.doc
    text = doc[title.start : title.end].text
    if title.end < len(doc) and doc[title.end].lower_ in _KEPT_COMPLEMENTS:
        text += " " + page.grammar.subtree(doc[title.end]).text.split(",")[0]
    return " ".join(text.lower().split())


def _body(page: Page, title: Title, name: Token) -> Filler | None:
    """What the office belongs to: "of Chile", "Chile's", "Chilean", the body named before it, "X of Chile"."""
    head = _root(page, title)
    for token in _body_candidates(page, title, head, name):
        found = entity_behind(page, token)
        if found and found[0].schema not in {Schema.PERSON, Schema.EVENT, Schema.LAW, Schema.VEHICLE}:
            return page.filler(*found)
    return None


def _body_candidates(page: Page, title: Title, head: Token, name: Token) -> Iterator[Token]:
    grammar, doc = page.grammar, page.doc
    yield from (o.token for o in grammar.prepositional(head) if o.preposition == "of")
    yield from grammar.possessors(head)
    yield from grammar.possessors(name)
    if title.start and page.cast.mention_at(doc[title.start - 1]):
        yield doc[title.start - 1]
    before = title.start - 2
    if before >= 0 and doc[title.start - 1].lower_ in {"'s", "’s"}:
        yield doc[before]
    yield from (m for m in grammar.modifiers(head) if page.cast.at(m))
    yield from (m for m in grammar.modifiers(name) if m.i < title.start and page.cast.at(m))
    yield from (o.token for o in grammar.prepositional(name) if o.preposition == "of")
    yield from (o.token for o in grammar.prepositional(head) if o.preposition in _OWNING)


OFFICES = Reader(
    name=_NAME,
    version=_VERSION,
    needs=frozenset({Layer.NAMES, Layer.COREFERENCE, Layer.TIMES}),
    gives=frozenset({Layer.OFFICES}),
    read=read_offices,
)
