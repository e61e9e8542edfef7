"""Who holds a title that stands in the text.

The name behind it ("President Ana Ruiz"), the name beside it ("Ana Ruiz, the president"), the one it is said of ("Ana
Ruiz is president", "its president is Ana Ruiz"), and the one who is made, or ceases to be, what it says ("was sworn in
as president", "resigned as president", "her time as president").
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from palanca.lexicon.appointments import Grasp, Move, grasps, seats, terms
from palanca.lexicon.titles import Title, titles
from palanca.reading.grammar.parse import Token
from palanca.reading.office_holding import Holding, move_of, people_among
from palanca.reading.office_moves_by_place import listed_by_place, moved_by_place, name_before_as
from palanca.reading.office_names import (
    before_aside,
    before_comma,
    behind,
    is_plural,
    is_small_demonym,
    is_whose,
    one_of_several,
)
from palanca.reading.page import Page
from palanca.reading.title_words import singular
from palanca.records import Form, OfficeStatus, Schema

_STEPPING = {"step", "move", "slip", "slide"}
_STATES = {"State", "States"}
_SUPERLATIVES = {"JJS", "RBS"}
_FEWEST_OF_MANY = 2
_GUESTS = {"featured", "keynote", "guest", "main", "opening", "invited"}  # "a keynote speaker" chairs no chamber
_BEFORE_TITLES = {"DET", "ADJ", "PROPN", "PRON"}
_TITLED, _BESIDE, _SAID_OF, _MOVED = 0.9, 0.85, 0.8, 0.8


def titled_holdings(page: Page) -> Iterator[Holding]:
    """Every title of the text with each of its holders, in order."""
    words = [singular(token) for token in page.doc]
    for i in (*_named_behind_of(page), *_named_firms(page), *_small_demonyms(page)):
        words[i] = ""
    i = 0
    while i < len(words):
        title = (titles().title_at(words, i) if words[i] and titles().may_start(words[i]) else None) or _membership(
            page, i
        )
        if title is None:
            i += 1
            continue
        title = _with_organ(page, title)
        yield from _holdings(page, title)
        i = max(title.end, i + 1)


def _with_organ(page: Page, title: Title) -> Title:
    """The title past what deals with a field and has no name: "head of the tax AUTHORITY"."""
    doc, end = page.doc, title.end
    is_of = end > title.head + 1 and end < len(doc) and doc[end - 1].is_lower
    is_organ = is_of and doc[end].lower_ in titles().organs and doc[end].is_lower and page.cast.at(doc[end]) is None
    return replace(title, end=end + 1) if is_organ else title


def _named_behind_of(page: Page) -> Iterator[int]:
    """Words of names behind "of" and "for": "director of YOUTH FORUM Zimbabwe" is no director of youth."""
    doc = page.doc
    for mention, tokens in page.cast.tokens.items():
        before = tokens.start - 1 - (tokens.start > 0 and doc[tokens.start - 1].norm_ == "the")
        if mention.form is Form.NAME and before > 0 and doc[before].norm_ in {"of", "for"}:
            yield from tokens


def _named_firms(page: Page) -> Iterator[int]:
    """Words of the names of firms: "Volta MINING managing director" is no director of mining."""
    for mention, tokens in page.cast.tokens.items():
        if mention.form is Form.NAME and len(tokens) > 1:
            yield from tokens if page.cast.entity(mention.entity).schema is Schema.COMPANY else ()


def _small_demonyms(page: Page) -> Iterator[int]:
    """Demonyms inside titles: "el ministro BRITÁNICO de Defensa" is minister of defence."""
    yield from (i for i in range(len(page.doc)) if is_small_demonym(page, i))


def root_of(page: Page, title: Title) -> Token:
    """The noun that carries the title: "secretary" of "secretary of state"."""
    return page.doc[title.start : title.end].root


def _membership(page: Page, i: int) -> Title | None:
    """ "A member of the Senate": the noun is an office where what follows is a body."""
    if page.doc[i].norm_ != "member":
        return None
    bodies = (page.cast.at(o.token) for o in page.grammar.prepositional(page.doc[i]) if o.preposition == "of")
    if any(body is not None and body.schema is Schema.PUBLIC_BODY for body in bodies):
        return Title(start=i, head=i + 1, end=i + 1, scopes=())
    return None


def _holdings(page: Page, title: Title) -> Iterator[Holding]:
    head = root_of(page, title)
    if _holds_none(page, title, head):
        return
    if not is_plural(page, title) and (listed := listed_by_place(page, title, head)) is not None:
        yield listed
        return
    names, sureness = _named_by_words(page, title, head)
    people = list(people_among(page, names))
    if is_plural(page, title) and (one := one_of_several(page, title)) is not None:
        people, sureness = list(people_among(page, (one,))), _TITLED
    if sureness == _BESIDE and is_plural(page, title) and len(people) < _FEWEST_OF_MANY:
        return  # "King Idris, the foreign ministers of the region, and …"
    for name, person in people:
        yield Holding(title=title, head=head, person=person, name=name, confidence=sureness)
    if not people:
        yield from _moved(page, title, head)


def _holds_none(page: Page, title: Title, head: Token) -> bool:
    """Whether the words of a title stand for something else, or for one of many."""
    if page.doc[title.end : title.end + 1].text in _STATES or page.grammar.is_set_against(head):  # "Member State"
        return True
    if head.norm_ == "speaker" and any(m.norm_ in _GUESTS for m in page.grammar.modifiers(head)):
        return True
    if head.norm_ in titles().weak and any(m.tag_ in _SUPERLATIVES for m in page.grammar.modifiers(head)):
        return True  # "India's BIGGEST arms agent" serves no India
    mention = page.cast.mention_at(head)
    if mention is not None and mention.form is Form.NAME:
        return True
    return page.doc[title.start].ent_type_ == "ORDINAL" and _is_counted(page, title, head)


def _is_counted(page: Page, title: Title, head: Token) -> bool:
    """ "The third official to serve there", "a THIRD president", "the FIRST president to refuse": many, one by one."""
    before = page.doc[title.start - 1].norm_ if title.start else ""
    return head.norm_ in titles().weak or before in {"a", "an"} or page.doc[title.end : title.end + 1].text == "to"


def _is_person(page: Page, token: Token) -> bool:
    person = page.cast.at(token)
    return person is not None and person.schema is Schema.PERSON


def _named_by_words(page: Page, title: Title, head: Token) -> tuple[Sequence[Token], float]:
    """The holders by the nearest way of naming them, and how sure it is; ways further off are not looked at."""
    beside = list(_beside(page, head))
    if is_whose(page, title):
        beside = [name for name in beside if name.i < title.start]
    if page.doc[title.end : title.end + 1].text == "," and any(name.i < title.start for name in beside):
        return beside, _BESIDE
    if found := list(behind(page, title)):
        return found, _TITLED
    if beside:
        return beside, _BESIDE
    said = (*page.grammar.predicated_of(head), *page.grammar.said_of(head))
    near = () if said else tuple(before_comma(page, title)) or tuple(before_aside(page, head))
    return (near, _BESIDE) if near else (said, _SAID_OF)


def _beside(page: Page, head: Token) -> Iterator[Token]:
    """Names in apposition, before or behind: "Ana Ruiz, the president of …", "the president of …, Ana Ruiz".

    Without one of its own, a title shares that of a title joined to it: "Ana Ruiz, president and founder", "the
    president and founder, Ana Ruiz".
    """
    own = [other for other in page.grammar.appositions(head) if _is_person(page, other)]
    yield from own
    if own:
        return
    for token in page.grammar.conjuncts(head):
        if token is head or page.cast.at(token) or _is_another(page, head, token):
            continue
        shared = [other for other in page.grammar.appositions(token) if _is_person(page, other)]
        yield from (other for other in shared if token.i > head.i or other.i < token.i)


def _is_another(page: Page, head: Token, token: Token) -> bool:
    """Whether two joined titles have an article each and one is of something: "THE bishop of Oran and THE governor"."""
    articles = all(page.grammar.phrase(noun)[0].norm_ == "the" for noun in (head, token))
    return articles and any(o.preposition == "of" for o in page.grammar.prepositional(head))


def _moved(page: Page, title: Title, head: Token) -> Iterator[Holding]:
    """Whom a verb makes, keeps or unmakes what the title says: "appointed X minister", "served as minister"."""
    noun = _noun_behind_as(head) or _seat_behind_of(head)
    if noun is not None and noun.lemma_.lower() in {*terms(), *seats()}:
        yield from _in_time_of(page, title, head, noun)
        return
    first = page.grammar.conjuncts(head)[0]  # "had served as mayor of Tulsa and GOVERNOR of Oklahoma"
    verb = page.grammar.complemented(head) or _verb_behind_as(head) or _verb_behind_as(first)
    copula = _first_to(page, verb) if verb is not None and verb.tag_ == "VB" else None
    if copula is not None:
        for name, person in people_among(page, page.grammar.arguments(copula).subjects):
            yield Holding(title=title, head=head, person=person, name=name, verb=verb, confidence=_MOVED)
        return
    move = move_of(page, verb) if verb is not None else None
    if move is None:
        verb = _verb_right_before(page, title)
        move = move_of(page, verb) if verb is not None else None
    if verb is None or move is None:
        yield from list(moved_by_place(page, title, head)) or _then_as(page, title, head)
        return
    arguments = page.grammar.arguments(verb)
    undergoes = move in {Move.INSTALL, Move.PROPOSE, Move.REMOVE}
    if undergoes and (right_before := name_before_as(page, title)):
        put = page.grammar.conjuncts(right_before[0]) if is_plural(page, title) else (right_before[0],)
        for name, person in people_among(page, put):
            yield Holding(title=title, head=head, person=person, name=name, verb=verb, confidence=_MOVED)
        return
    found = [
        moved
        for noun in (arguments.objects if undergoes else arguments.subjects)
        for moved in islice(people_among(page, (noun, *page.grammar.appositions(noun))), 1)
    ]
    near = () if undergoes and not arguments.passive else _name_right_before(page, verb)
    moved = [
        Holding(title=title, head=head, person=person, name=name, verb=verb, confidence=_MOVED)
        for name, person in found or people_among(page, near)
    ]
    yield from moved or moved_by_place(page, title, head)


def _first_to(page: Page, verb: Token) -> Token | None:
    """The copula of "BECAME the first farmer to sit as speaker"."""
    noun = page.grammar.governor(verb).head
    copula = page.grammar.complemented(noun) if noun is not None and noun.pos_ == "NOUN" else None
    return copula if copula is not None and copula.lemma_ in {"be", "become"} else None


def _then_as(page: Page, title: Title, head: Token) -> Iterator[Holding]:
    """ "Served as minister …; THEN AS president": who did what the verb before the words tells."""
    before = page.doc[max(0, title.start - 2) : title.start]
    if [token.norm_ for token in before] not in (["then", "as"], ["later", "as"]):
        return
    served = (t for t in reversed(page.doc[head.sent.start : title.start]) if t.pos_ == "VERB")
    verb = next((t for t in served if move_of(page, t) is Move.HOLD), None)
    for name, person in people_among(page, page.grammar.arguments(verb).subjects if verb is not None else ()):
        yield Holding(title=title, head=head, person=person, name=name, confidence=_MOVED)


def _in_time_of(page: Page, title: Title, head: Token, noun: Token) -> Iterator[Holding]:
    """ "Her time as minister", "left her post as minister", "served two terms as governor"."""
    verb = page.grammar.complemented(noun)
    grasp = grasps().get(verb.lemma_) if verb is not None and noun.lemma_ in seats() else None
    into = noun.head if noun.head.norm_ == "into" and noun.head.head.lemma_ in _STEPPING else None
    if into is not None:  # "stepped into his role as chair"
        for name, person in people_among(page, page.grammar.arguments(into.head).subjects):
            yield Holding(
                title=title, head=head, person=person, name=name, verb=into.head, grasp=Grasp.TAKE, confidence=_MOVED
            )
        return
    owners = page.grammar.possessors(noun)
    if not owners and verb is not None:
        owners = page.grammar.arguments(verb).subjects
    status = None if grasp else terms().get(noun.lemma_.lower(), OfficeStatus.CURRENT)
    for name, person in people_among(page, owners):
        yield Holding(
            title=title, head=head, person=person, name=name, verb=verb if grasp else None, grasp=grasp, status=status,
            confidence=_MOVED,
        )  # fmt: skip


def _verb_right_before(page: Page, title: Title) -> Token | None:
    """ "RESIGNED as mayor", "SWORN in as Chile's new mayor": by place, where the parser takes "as" for "while"."""
    i = title.start - 1
    while i > 0 and (page.doc[i].pos_ in _BEFORE_TITLES or page.doc[i].text in {"'s", "’s"}):
        i -= 1
    if i <= 0 or page.doc[i].norm_ != "as":
        return None
    i -= 1 + (page.doc[i - 1].norm_ == "in")
    return page.doc[i] if page.doc[i].pos_ == "VERB" else None


def _name_right_before(page: Page, verb: Token) -> Iterator[Token]:
    i = verb.i - 1
    while i > 0 and page.doc[i].pos_ in {"AUX", "ADV"}:
        i -= 1
    yield page.doc[i]


def _noun_behind_as(head: Token) -> Token | None:
    above = head.head
    return above.head if above.norm_ == "as" and above.head.pos_ in {"NOUN", "PROPN"} else None


def _seat_behind_of(head: Token) -> Token | None:
    """The noun of "the OFFICE of speaker", "the POST of minister"."""
    above = head.head
    return above.head if above.norm_ == "of" and above.head.lemma_.lower() in seats() else None


def _verb_behind_as(head: Token) -> Token | None:
    above = head.head
    return above.head if above.norm_ == "as" and above.head.pos_ in {"VERB", "AUX"} else None
