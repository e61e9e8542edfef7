"""Who holds a title that stands in the text.

The name behind it ("President Ana Ruiz"), the name beside it ("Ana Ruiz, the president"), the one it is said of ("Ana
Ruiz is president", "its president is Ana Ruiz"), and the one who is made, or ceases to be, what it says ("was sworn in
as president", "resigned as president", "her time as president").
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from palanca.lexicon.appointments import Grasp, Move, grasps, seats, terms
from palanca.lexicon.nouns import classes_of_nouns
from palanca.lexicon.titles import Title, titles
from palanca.reading.grammar.parse import Token
from palanca.reading.office_holding import Holding, move_of, people_among
from palanca.reading.office_moves_by_place import moved_by_place, name_before_as
from palanca.reading.page import Page
from palanca.reading.title_words import singular
from palanca.records import Form, OfficeStatus, Schema

_COMPLEMENTS = {"of", "to", "for", "at", "in"}
_FOR_WHOM = {"of", "for", "to", "de", "del", "al"}
_OF = {"of", "de", "del"}
_TURNING = {"now", "currently", "today", "then", "later", "formerly", "previously"}
_STEPPING = {"step", "move", "slip", "slide"}
_HYPHENS = {"-", "–", "‑"}
_STATES = {"State", "States"}
_FEWEST_OF_MANY = 2
_GUESTS = {"featured", "keynote", "guest", "main", "opening", "invited"}  # "a keynote speaker" chairs no chamber
_BEFORE_TITLES = {"DET", "ADJ", "PROPN", "PRON"}
_SUFFIXES = {"elect", "designate", "emeritus", "emerita"}
_MOST_COMPLEMENTS = 2
_MOST_WORDS = 4
_TITLED, _BESIDE, _SAID_OF, _MOVED = 0.9, 0.85, 0.8, 0.8


def titled_holdings(page: Page) -> Iterator[Holding]:
    """Every title of the text with each of its holders, in order."""
    words = [singular(token) for token in page.doc]
    for i in (*_named_behind_of(page), *_small_demonyms(page)):
        words[i] = ""
    i = 0
    while i < len(words):
        title = (titles().title_at(words, i) if words[i] and titles().may_start(words[i]) else None) or _membership(
            page, i
        )
        if title is None:
            i += 1
            continue
        yield from _holdings(page, title)
        i = max(title.end, i + 1)


def _named_behind_of(page: Page) -> Iterator[int]:
    """Words of names behind "of" and "for": "director of YOUTH FORUM Zimbabwe" is no director of youth."""
    doc = page.doc
    for mention, tokens in page.cast.tokens.items():
        before = tokens.start - 1 - (tokens.start > 0 and doc[tokens.start - 1].norm_ == "the")
        if mention.form is Form.NAME and before > 0 and doc[before].norm_ in {"of", "for"}:
            yield from tokens


def _small_demonyms(page: Page) -> Iterator[int]:
    """Demonyms inside titles: "el ministro BRITÁNICO de Defensa" is minister of defence."""
    yield from (i for i in range(len(page.doc)) if _is_small_demonym(page, i))


def _is_small_demonym(page: Page, i: int) -> bool:
    mention = page.cast.mention_at(page.doc[i])
    alone = mention is not None and mention.form is Form.NOMINAL and len(page.cast.tokens[mention]) == 1
    return alone and page.doc[i].text[0].islower() and page.doc[i].pos_ == "ADJ"


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
    if page.doc[title.end : title.end + 1].text in _STATES or page.grammar.is_set_against(head):  # "Member State"
        return
    if head.norm_ == "speaker" and any(m.norm_ in _GUESTS for m in page.grammar.modifiers(head)):
        return
    mention = page.cast.mention_at(head)
    if mention is not None and mention.form is Form.NAME:
        return
    if page.doc[title.start].ent_type_ == "ORDINAL" and _is_counted(page, title, head):
        return
    names, sureness = _named_by_words(page, title, head)
    people = list(people_among(page, names))
    if sureness == _BESIDE and _is_plural(page, title) and len(people) < _FEWEST_OF_MANY:
        return  # "King Idris, the foreign ministers of the region, and …"
    for name, person in people:
        yield Holding(title=title, head=head, person=person, name=name, confidence=sureness)
    if not people:
        yield from _moved(page, title, head)


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
    if _is_whose(page, title):
        beside = [name for name in beside if name.i < title.start]
    if page.doc[title.end : title.end + 1].text == "," and any(name.i < title.start for name in beside):
        return beside, _BESIDE
    if found := list(_behind(page, title)):
        return found, _TITLED
    if beside:
        return beside, _BESIDE
    said = (*page.grammar.predicated_of(head), *page.grammar.said_of(head))
    near = () if said else tuple(_before_comma(page, title))
    return (near, _BESIDE) if near else (said, _SAID_OF)


def _before_comma(page: Page, title: Title) -> Iterator[Token]:
    """The name before a comma and a title with what it is of, where the parser saw none: "Ruiz, ENVIADO de Peru"."""
    doc, comma = page.doc, title.start - 1
    if comma > 0 and doc[comma].pos_ == "DET":
        comma -= 1
    turned = comma > 0 and doc[comma].norm_ in _TURNING
    comma -= turned
    behind = doc[title.end] if title.end < len(doc) else None
    if comma < 1 or doc[comma].text != "," or behind is None:
        return
    if behind.lower_ not in _OF and not (turned and behind.norm_ in _COMPLEMENTS):
        return
    mention = page.cast.mention_at(doc[comma - 1])
    if mention is not None and mention.form is Form.NAME and page.cast.tokens[mention].stop == comma:
        yield doc[comma - 1]


def _behind(page: Page, title: Title) -> Iterator[Token]:
    """The name right behind the title, or behind what it is of or to; of plural titles, all that are joined to it."""
    doc = page.doc
    for end in _ends(page, title):
        if (
            doc[end : end + 1].text == ","
            and _is_plural(page, title)
            and len(_listed_at(page, end + 1)) < _FEWEST_OF_MANY
        ):
            continue  # "according to officials, Ruiz was …"
        if doc[end : end + 1].text == "," and _is_whose(page, title):
            continue
        i = end
        while i < len(doc) and _steps_over(page, i, first=i == end):
            word = doc[i].norm_
            if end > title.end and doc[i].is_title and titles().is_head(word) and not titles().is_rank(word):
                return  # "advisor for U.S. PRESIDENT Ana Ruiz"
            i += 1
        mention = page.cast.mention_at(doc[i]) if i < len(doc) else None
        if mention is None or mention.form is not Form.NAME or page.cast.tokens[mention].start != i:
            continue
        if page.cast.entity(mention.entity).schema is not Schema.PERSON:
            continue
        tokens = page.cast.tokens[mention]
        yield doc[tokens.start : tokens.stop].root
        if _is_plural(page, title):
            yield from _listed_behind(page, tokens.stop)
        return


def _is_whose(page: Page, title: Title) -> bool:
    """Whether the title only tells whose somebody is: "the wife OF THE GOVERNOR, Ana Paz" governs nothing."""
    doc, i = page.doc, title.start - 1
    while i > 0 and doc[i].norm_ in {"the", "el", "la"}:
        i -= 1
    if i <= 0 or doc[i].norm_ not in _FOR_WHOM:
        return False
    before = doc[i - 1].lemma_.lower()
    return Schema.PERSON in classes_of_nouns().get(before, ()) or titles().is_head(before)


def _listed_at(page: Page, i: int) -> list[Token]:
    return list(_listed_behind(page, i))


def _is_plural(page: Page, title: Title) -> bool:
    return any(singular(token) != token.norm_ for token in page.doc[title.start : title.end])


def _listed_behind(page: Page, i: int) -> Iterator[Token]:
    """People who go on a list: ", B of Togo, and C"; a verb or any other word but a small one ends it."""
    doc = page.doc
    while i < len(doc) and not doc[i].is_sent_start:
        mention = page.cast.mention_at(doc[i])
        if mention is not None:
            tokens = page.cast.tokens[mention]
            if page.cast.entity(mention.entity).schema is Schema.PERSON and mention.form is Form.NAME:
                yield doc[tokens.start : tokens.stop].root
            i = tokens.stop
        elif doc[i].norm_ in {",", "and", "&", "of", "the", "(", ")"}:
            i += 1
        else:
            return


def _ends(page: Page, title: Title) -> Iterator[int]:
    """Where the title ends: by itself, and behind each "of", "to" or "for" with what it names."""
    doc, end = page.doc, title.end
    yield end
    if end < len(doc) and _is_small_demonym(page, end):  # "el presidente PERUANO Ana Ruiz"
        end += 1
        yield end
    if (joined := _end_of_second(page, end)) is not None:
        yield joined
    for _ in range(_MOST_COMPLEMENTS):
        i = end
        if i >= len(doc) or doc[i].norm_ not in _COMPLEMENTS:
            return
        i += 1 + (i + 1 < len(doc) and doc[i + 1].norm_ == "the")
        mention = page.cast.mention_at(doc[i]) if i < len(doc) else None
        if mention is None or page.cast.entity(mention.entity).schema is Schema.PERSON:
            return
        end = page.cast.tokens[mention].stop
        yield end


def _end_of_second(page: Page, end: int) -> int | None:
    """The end of what else a holder is called before his name: "retired agent AND TERRORISM SPECIALIST Ali Haddad"."""
    doc, i = page.doc, end + 1
    if doc[end : end + 1].text.lower() != "and":
        return None
    while i < len(doc) and doc[i].is_lower and doc[i].pos_ in {"NOUN", "ADJ"} and i - end <= _MOST_WORDS:
        i += 1
    last = doc[i - 1]
    is_person = i > end + 1 and Schema.PERSON in classes_of_nouns().get(last.lemma_.lower(), ())
    return i if is_person else None


def _steps_over(page: Page, i: int, *, first: bool) -> bool:
    word = page.doc[i].norm_
    if page.cast.mention_at(page.doc[i]):
        return False
    tied = page.doc[i - 1].text in _HYPHENS or (first and page.doc[i].is_title)  # "Bishop EMERITUS Ana Ruiz"
    closed = word == "," and page.doc[i - 1].norm_ in _SUFFIXES  # "the president-elect, Ana Ruiz"
    if (first and word == ",") or closed or (tied and word in _SUFFIXES):
        return True
    if page.doc[i].text in _HYPHENS:
        return page.doc[i + 1 : i + 2].text.lower() in _SUFFIXES
    return titles().is_rank(word) or titles().is_title_word(word) or word.rstrip(".") in titles().honorifics


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
        if token is head or page.cast.at(token):
            continue
        shared = [other for other in page.grammar.appositions(token) if _is_person(page, other)]
        yield from (other for other in shared if token.i > head.i or other.i < token.i)


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
        name, person = right_before
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
