"""Who is put into an office or leaves it, by the places of the words, where the parser joined them wrongly.

"Elected Ana Ruiz president", "swore in Ana Ruiz as the first woman minister", "resigned on Monday as the governor".
"""

from collections.abc import Iterator

from palanca.lexicon.appointments import Grasp, Move, moves
from palanca.lexicon.titles import Title, titles
from palanca.reading.grammar.parse import Token
from palanca.reading.office_holding import Holding, move_of, people_among
from palanca.reading.office_names import is_plural
from palanca.reading.page import Page
from palanca.records import Entity, Form, OfficeStatus, Schema

_BEFORE_TITLE = {"DET", "ADJ", "PRON"}
_BEHIND_AS = {*_BEFORE_TITLE, "NOUN", "PROPN", "PART", "NUM"}
_BEFORE_NAME = {"ADJ", "NOUN", "PROPN", "ADP", "DET"}
_LONGEST_TITLE, _LONGEST_LEAD = 8, 6  # tokens
_BY = {"by", "with", "of", "for", "from", "under"}
_DATING = {"on", "in", "last", "late", "early"}
_LISTING, _ENDS_OF_LISTS = {",", "and"}, {";", ":"}
_SURENESS = 0.75


def name_before_as(page: Page, title: Title) -> tuple[Token, Entity] | None:
    """The person right before "as" and the title: "named ANA RUIZ as her deputy"."""
    at = _as_before(page, title)
    return _person_ending_at(page, at) if at is not None else None


def moved_by_place(page: Page, title: Title, head: Token) -> Iterator[Holding]:
    """Whom a verb near the title puts into the office, proposes for it, or lets go."""
    at = _as_before(page, title)
    found = _person_ending_at(page, at if at is not None else _behind_words(page, title.start, _BEFORE_TITLE) + 1)
    if found is not None:
        yield from _put(page, title, head, found)
    elif at is not None:
        yield from _gone(page, title, head, _past_time(page, at))


def listed_by_place(page: Page, title: Title, head: Token) -> Holding | None:
    """The one right before a title in what an appointment lists: "named Ana Ruiz judge, OMAR HADDAD treasurer"."""
    at = _as_before(page, title)
    found = _person_ending_at(page, at if at is not None else _behind_words(page, title.start, _BEFORE_TITLE) + 1)
    mention = page.cast.mention_at(found[0]) if found is not None else None
    if found is None or mention is None:
        return _said_to_be_put(page, title, head)
    first = page.cast.tokens[mention].start
    lead = first - 1
    while lead > 0 and _leads_name(page.doc[lead]):
        lead -= 1
    verb = _installing_before(page, first)
    if verb is None or not (verb.i == lead or (page.doc[lead].norm_ in _LISTING and verb.i < lead)):
        return None
    name, person = found
    grasp = Grasp.TAKE if move_of(page, verb) is Move.INSTALL else None
    return Holding(
        title=title, head=head, person=person, name=name, verb=verb, confidence=_SURENESS, grasp=grasp,
        status=None if grasp else OfficeStatus.DESIGNATE,
    )  # fmt: skip


def _said_to_be_put(page: Page, title: Title, head: Token) -> Holding | None:
    """Who is made what the title behind the verb says, whoever is listed next: "ANA RUIZ was named JUDGE, Paz …"."""
    i = _behind_words(page, title.start, _BEFORE_TITLE)
    verb = page.doc[i] if i > 0 else None
    if verb is None or verb.pos_ != "VERB" or move_of(page, verb) is not Move.INSTALL:
        return None
    arguments = page.grammar.arguments(verb)
    people = list(people_among(page, arguments.objects)) if arguments.passive and not arguments.negated else []
    if len(people) != 1 or people[0][0].i > i:
        return None
    name, person = people[0]
    return Holding(title=title, head=head, person=person, name=name, verb=verb, grasp=Grasp.TAKE, confidence=_SURENESS)


def _leads_name(token: Token) -> bool:
    """Whether a small word or an honorific stands between a list's comma and a name: "y A LA ABG. Ana Ruiz"."""
    is_honorific = token.is_title and token.norm_.rstrip(".") in titles().honorifics
    return is_honorific or (token.pos_ in {"DET", "ADP"} and token.text.islower())


def _installing_before(page: Page, i: int) -> Token | None:
    """The verb that puts people into office, if it is the last one of the sentence before `i` and denied by nothing."""
    words = page.doc[page.doc[i].sent.start : i]
    verb = next((t for t in reversed(words) if t.pos_ in {"VERB", "AUX"} or t.text in _ENDS_OF_LISTS), None)
    if verb is None or verb.pos_ != "VERB" or move_of(page, verb) not in {Move.INSTALL, Move.PROPOSE}:
        return None
    return None if page.grammar.arguments(verb).negated else verb


def _as_before(page: Page, title: Title) -> int | None:
    i = _behind_words(page, title.start, _BEHIND_AS)
    return i if i >= 0 and page.doc[i].norm_ == "as" else None


def _behind_words(page: Page, start: int, kinds: set[str]) -> int:
    """The last token before `start` that is of no such kind, or belongs to a person's name."""
    i = start - 1
    while i >= 0 and start - i <= _LONGEST_TITLE and page.doc[i].norm_ != "as":
        person = page.cast.at(page.doc[i])
        named = person is not None and person.schema is Schema.PERSON and page.doc[i].pos_ != "PRON"
        status = titles().status_at([page.doc[i].norm_], 0) is not None
        if named or not (page.doc[i].pos_ in kinds or status):
            return i
        i -= 1
    return i


def _person_ending_at(page: Page, stop: int) -> tuple[Token, Entity] | None:
    """The person whose name ends right before token `stop`, with the last token of it."""
    if stop < 1:
        return None
    token = page.doc[stop - 1]
    mention, person = page.cast.mention_at(token), page.cast.at(token)
    if mention is None or mention.form is not Form.NAME or person is None or person.schema is not Schema.PERSON:
        return None
    tokens = page.cast.tokens[mention]
    doing = tokens.start > 0 and page.doc[tokens.start - 1].norm_ in _BY  # "named BY Ana Ruiz as her deputy"
    doing = doing and not _is_aside(page, tokens.start - 1)
    return (token, person) if tokens.stop == stop and not doing else None


def _is_aside(page: Page, i: int) -> bool:
    """Whether "with" opens an aside there: "both work there, WITH Ana Ruiz as the adviser"."""
    return i > 0 and page.doc[i].norm_ == "with" and page.doc[i - 1].text == ","


def _put(page: Page, title: Title, head: Token, found: tuple[Token, Entity]) -> Iterator[Holding]:
    name, person = found
    mention = page.cast.mention_at(name)
    i = (page.cast.tokens[mention].start if mention else name.i) - 1
    if _is_aside(page, i) and _as_before(page, title) is not None:
        yield Holding(title=title, head=head, person=person, name=name, confidence=_SURENESS)  # "WITH Ruiz AS chair"
        return
    others: list[tuple[Token, Entity]] = []
    while is_plural(page, title) and i > 0 and page.doc[i].norm_ in {"and", ","}:  # "appointed A AND B as deputies"
        if (other := _person_ending_at(page, i)) is None:
            break
        others.insert(0, other)
        beside = page.cast.mention_at(other[0])
        i = (page.cast.tokens[beside].start if beside else other[0].i) - 1
    lead = i
    while i >= 0 and lead - i < _LONGEST_LEAD and page.doc[i].pos_ in _BEFORE_NAME and page.doc[i].text != ",":
        i -= 1
    verb = page.doc[i] if i >= 0 else None
    if verb is None or verb.pos_ != "VERB" or page.grammar.arguments(verb).negated:
        return
    move = moves().get(f"{verb.lemma_} {verb.nbor().norm_}") or moves().get(verb.lemma_)
    if move not in {Move.INSTALL, Move.PROPOSE}:
        return
    for bearer, one in (*others, found):
        yield Holding(
            title=title, head=head, person=one, name=bearer, verb=verb, confidence=_SURENESS,
            grasp=Grasp.TAKE if move is Move.INSTALL else None,
            status=OfficeStatus.DESIGNATE if move is Move.PROPOSE else None,
        )  # fmt: skip


def _past_time(page: Page, at: int) -> int:
    """The token before "as", past a time: "resigned ON MONDAY as"."""
    i = at - 1
    dated = {k for mention in page.times for k in range(mention.first, mention.last)}
    while i > 0 and (i in dated or (i + 1 in dated and page.doc[i].norm_ in _DATING)):
        i -= 1
    return i


def _gone(page: Page, title: Title, head: Token, i: int) -> Iterator[Holding]:
    verb = page.doc[i - 1] if i > 0 and page.doc[i].norm_ in {"down", "aside"} else page.doc[i]
    if verb.pos_ != "VERB" or page.grammar.arguments(verb).negated:
        return
    words = (f"{verb.lemma_} {page.doc[i].norm_}", verb.lemma_)
    if next((move for word in words if (move := moves().get(word))), None) is not Move.RESIGN:
        return
    for name, person in people_among(page, page.grammar.arguments(verb).subjects):
        yield Holding(
            title=title, head=head, person=person, name=name, verb=verb, grasp=Grasp.GIVE_UP, confidence=_SURENESS
        )
