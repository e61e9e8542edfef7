"""How an office is held, from when to when, and what it belongs to, as the words around it say."""

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Token

from palanca.lexicon.appointments import Grasp, Move, headings
from palanca.lexicon.bodies import body_named
from palanca.lexicon.countries import country_named
from palanca.lexicon.titles import Scope, Title, titles
from palanca.reading.actors import entity_behind
from palanca.reading.grammar import Arguments, Oblique, Relation
from palanca.reading.office_holding import Holding, move_of
from palanca.reading.page import Page
from palanca.reading.states import is_state
from palanca.reading.times import time_of
from palanca.reading.title_words import singular
from palanca.records import Bound, Entity, Filler, Moment, OfficeStatus, Schema, Time
from palanca.records.entity import BODIES

_BEFORE_SPANS = {"of", "in", "for", "to", "the", "at", ",", "(", "from", "between"}
_LONGEST_MOMENT = 366  # days
_OWNING = {"of", "at", "in", "with", "from"}
_HOSTING = {"at", "in"}  # where an envoy is sent: "the ambassador IN LIMA" is not Lima's
_NO_BODIES = {Schema.PERSON, Schema.EVENT, Schema.LAW, Schema.VEHICLE}
_GOING = {"leave", "depart"}
_NEAR = 5  # tokens from "election" to its year
_BEGINNING = {"begin", "start"}
_ENTRIES = {"election", "appointment", "inauguration", "accession", "selection", "confirmation", "victory"}
_CHAIRS = {"leader", "whip", "speaker", "chair", "delegate", "deputy", "representative"}  # parties have them too
_MINISTERS = {"minister", "secretary", "attorney", "treasurer"}
_ASSISTING = {"assistant", "under", "undersecretary", "press"}
_OF_STATES = {"president", "vice president", "prime minister", "premier", "chancellor", "governor", "mayor"}
_SERVING = {"serve", "work", "be", "hold", "sit", "begin", "rise"}
_BETWEEN = {"ADJ", "PROPN", "ADV"}
_STATUS_REACH = 7
_EARLIER = {"previously", "earlier", "before", "once", "formerly"}

type Standing = tuple[OfficeStatus, Time | None, Time | None]


def standing_of(page: Page, holding: Holding, verb: Token | None) -> Standing:
    """How the office is held, and its beginning and its end where the text states them."""
    status = holding.status or _status_words(page, holding.title) or _served_under(page, holding, verb)
    if holding.grasp is not None:
        return _grasped(page, holding, status)
    if (span := _stated_span(page, holding.title)) is not None:
        return status if status is not OfficeStatus.CURRENT else OfficeStatus.FORMER, *span
    if holding.title is None and holding.head.pos_ == "VERB":
        return status, *_led(page, holding.head)
    if verb is None or holding.status is not None:
        return status, None, None
    return _moved(page, holding, verb, status)


def _served_under(page: Page, holding: Holding, verb: Token | None) -> OfficeStatus:
    """Former where somebody else served under the holder ("minister UNDER President Ruiz"), else current.

    What is dated shows the office held then: "the pact was signed in 1981, UNDER President Ruiz".
    """
    title = holding.title
    if title is None or title.start == 0 or page.doc[title.start - 1].norm_ != "under":
        return OfficeStatus.CURRENT
    if verb is None or verb.tag_ != "VBD" or (verb.lemma_ not in _SERVING and time_of(page, verb)):
        return OfficeStatus.CURRENT
    return OfficeStatus.FORMER


def _stated_span(page: Page, title: Title | None) -> tuple[Time, Time] | None:
    """Both ends of a past time right behind the title: "prime minister, 1980–1987", "mayor (2004-2008)"."""
    if title is None:
        return None
    i = title.end
    while i < len(page.doc) and (page.doc[i].norm_ in _BEFORE_SPANS or _is_named_thing(page, i)):
        i += 1
    published = page.document.published
    for mention in page.times:
        start, end = mention.time.start, mention.time.end
        if title.end < mention.first <= i < mention.last and isinstance(start, Moment) and isinstance(end, Moment):
            past = published is None or (mention.time.last_day or date.max) < (published.first_day or date.max)
            return (Time(start), Time(end)) if past and start != end else None
    return None


def _is_named_thing(page: Page, i: int) -> bool:
    entity = page.cast.at(page.doc[i])
    return entity is not None and entity.schema is not Schema.PERSON


def _grasped(page: Page, holding: Holding, status: OfficeStatus) -> Standing:
    when = time_of(page, holding.verb) if holding.verb is not None else None
    if holding.grasp is Grasp.TAKE:
        return status, (_since(when) or when) if when else None, None
    if holding.grasp is Grasp.KEEP and holding.verb is not None and status is OfficeStatus.CURRENT:
        is_over = _is_over(holding.verb, page.grammar.arguments(holding.verb).auxiliaries)
        return (OfficeStatus.FORMER if is_over else status), None, None
    return status, None, _last_day_of(when) if when and holding.grasp is Grasp.GIVE_UP else None


def _last_day_of(when: Time) -> Time:
    """The end of "until 2011"; any other time is itself the end."""
    return Time(when.end) if when.start is Bound.OPEN and isinstance(when.end, Moment) else when


def _moved(page: Page, holding: Holding, verb: Token, status: OfficeStatus) -> Standing:
    arguments, move = page.grammar.arguments(verb), move_of(page, verb)
    when, own = _of_a_year(time_of(page, verb)), holding.verb is not None
    subject, undergoer = _is_among(page, holding, arguments.subjects), _is_among(page, holding, arguments.objects)
    begun, became = _is_begun(page, verb), verb.lemma_ == "become" and verb.tag_ != "VB"
    if move in {Move.INSTALL, Move.ASSUME} and (own or became or (undergoer and _follows(holding))):
        return status, when, None
    if move is Move.HOLD and own and begun:
        return status, when or _of_a_year(time_of(page, begun)), None
    if move is Move.PROPOSE and own:
        return OfficeStatus.DESIGNATE, None, None
    if (move in {Move.RESIGN, Move.DIE} and subject) or (move is Move.REMOVE and undergoer):
        ends = status is not OfficeStatus.FORMER and not _only_travels(page, verb)
        return status, None, when if ends else None
    if move is Move.HOLD and (own or (subject and page.grammar.complemented(holding.head) == verb)):
        return _held(page, holding, verb, status)
    if subject and verb.lemma_ == "be" and when and (since := _since(when)):
        return status, since, None
    return status, None, None


def _held(page: Page, holding: Holding, verb: Token, status: OfficeStatus) -> Standing:
    """How an office is held by who "is", "was" or "served as" what the title says."""
    arguments, when = page.grammar.arguments(verb), time_of(page, verb)
    if since := _since_noun(page, arguments) or (_since(when) if when else None):
        return status, since, None
    over = _is_over(verb, arguments.auxiliaries) and status is OfficeStatus.CURRENT
    if over and when and (both := _both_ends(page, when)):
        return OfficeStatus.FORMER, *both
    is_told_so = page.grammar.governor(verb).relation is Relation.CONTENT  # "said that she WAS minister"
    was = verb.lemma_ == "be" and when is None and not is_told_so and not _is_description(page, holding)
    if over and (holding.verb is not None or was):
        return OfficeStatus.FORMER, None, None
    return status, None, None


def _is_description(page: Page, holding: Holding) -> bool:
    title = holding.title
    return title is not None and page.doc[title.start : title.end].text.lower() in titles().weak


def _is_begun(page: Page, verb: Token) -> Token | None:
    """The verb of "BEGAN serving as governor", "BECAME the first farmer to sit as mayor"."""
    above = page.grammar.governor(verb).head
    if above is None or verb.tag_ not in {"VBG", "VB"}:
        return None
    copula = page.grammar.complemented(above) if above.pos_ == "NOUN" else None
    if copula is not None and copula.lemma_ == "become":
        return copula
    return above if above.lemma_ in _BEGINNING else None


def _since_noun(page: Page, arguments: Arguments) -> Time | None:
    """When an office began that somebody holds "since her ELECTION in 2014"."""
    for oblique in arguments.obliques:
        if oblique.preposition == "since" and oblique.token.lemma_ in _ENTRIES:
            within = range(oblique.token.i, oblique.token.i + _NEAR)
            return next((_of_a_year(m.time) for m in page.times if m.first in within), None)
    return None


def _both_ends(page: Page, when: Time) -> tuple[Time, Time] | None:
    """Beginning and end of a time of years that is over: "from 1967 to 1995"."""
    published = page.document.published
    if not isinstance(when.start, Moment) or not isinstance(when.end, Moment) or _of_a_year(when):
        return None
    is_over = published is None or (when.last_day or date.max) < (published.first_day or date.max)
    return (Time(when.start), Time(when.end)) if is_over else None


def _led(page: Page, verb: Token) -> tuple[Time | None, Time | None]:
    """Both ends of "led the firm from 2018 to 2021", or "until his RETIREMENT last year", as far as they are told."""
    when = time_of(page, verb)
    until = next((o.token for o in page.grammar.arguments(verb).obliques if o.preposition in {"until", "till"}), None)
    last = time_of(page, until) if until is not None else None
    if when is None or when.end is None or when.start == when.end:
        return None, last
    start = Time(when.start) if isinstance(when.start, Moment) else None
    end = Time(when.end) if isinstance(when.end, Moment) else None
    return start, end or (last if last != when else None)


def _is_among(page: Page, holding: Holding, nouns: tuple[Token, ...]) -> bool:
    """Whether the holder is one of these, or bears the title that one of them is: "dismissed the CHIEF, ANA PAZ"."""
    title = holding.title
    called = (t for t in nouns if title is not None and title.start <= t.i < title.end)
    return holding.name in nouns or any(holding.name in page.grammar.appositions(t) for t in called)


def _only_travels(page: Page, verb: Token) -> bool:
    """ "Left Kyiv", "departed for Lima": who goes away leaves an office only where a body is left ("the ministry")."""
    if verb.lemma_ not in _GOING:
        return False
    left = (page.cast.at(token) for token in page.grammar.arguments(verb).objects)
    return not any(entity is not None and entity.schema in BODIES for entity in left)


def _of_a_year(when: Time | None) -> Time | None:
    """A time as the beginning or the end of an office: one of years is none; open times are kept."""
    if when is None or when.first_day is None or when.last_day is None:
        return when
    return when if (when.last_day - when.first_day).days <= _LONGEST_MOMENT else None


def _since(when: Time) -> Time | None:
    """The beginning of an open time: 2024 of "has been minister since 2024"."""
    return Time(when.start) if when.end is Bound.OPEN and isinstance(when.start, Moment) else None


def _follows(holding: Holding) -> bool:
    """Whether the title stands right behind the name, as the complement of a verb does: "named Ana Ruiz minister"."""
    return holding.title is not None and holding.title.start == holding.name.i + 1


def _is_over(verb: Token, auxiliaries: tuple[str, ...]) -> bool:
    """ "Served as", "HAD PREVIOUSLY served as": not "has been"."""
    before = any(c.norm_ == "had" for c in verb.children) and any(c.norm_ in _EARLIER for c in verb.children)
    return before or (verb.tag_ == "VBD" and "have" not in auxiliaries)


def _status_words(page: Page, title: Title | None) -> OfficeStatus | None:
    """ "Former", "acting", "then" before the title, past a country or a body; "-elect" behind it."""
    if title is None:
        return None
    first = max(0, title.start - _STATUS_REACH)
    words = [singular(token) for token in page.doc[first : title.end + 2]]
    if suffix := titles().suffix_at(words, title.end - first):
        return suffix[1]
    for i in range(title.start - first):
        found = titles().status_at(words, i)
        between = page.doc[first + found[0] : title.start] if found else ()
        if found and all(t.pos_ in _BETWEEN or t.norm_ in {"-", "–", "the"} for t in between):
            return found[1]
    return None


def body_of(page: Page, holding: Holding) -> Filler | None:
    """What the office belongs to: "of Chile", "Chile's", "Chilean", the body named before it, "X of Chile"."""
    for token in _body_candidates(page, holding):
        found = entity_behind(page, token)
        if found and _may_have(found[0], holding) and not _is_party_of(found[0], holding):
            return page.filler(*found)
    return None


def _may_have(entity: Entity, holding: Holding) -> bool:
    """Whether a thing can have such an office: no party or firm has senators."""
    scopes = holding.title.scopes if holding.title else ()
    seats = scopes[:1] == (Scope.LEGISLATURE,) and entity.schema in {Schema.ORGANIZATION, Schema.COMPANY}
    is_chair = holding.title is not None and bool(
        {t.norm_ for t in holding.head.doc[holding.title.start : holding.title.end]} & _CHAIRS
    )
    return entity.schema not in _NO_BODIES and not (seats and not is_chair)


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
    grammar, doc, head, name, title = page.grammar, page.doc, holding.head, holding.name, holding.title
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
    yield from (m for m in reversed(grammar.modifiers(head)) if page.cast.at(m))
    yield from (m for m in reversed(grammar.modifiers(name)) if m.i < start and page.cast.at(m))
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
    is_relative = any(token.norm_ == "whose" for token in office.children)
    if entity is None or _governs(entity) or not is_relative:
        return owner
    above = ((t, entity_behind(page, t)) for t in owner.ancestors)
    return next((t for t, found in above if t.pos_ == "NOUN" and found and found[0].schema in BODIES), owner)


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


def _in_brackets(page: Page, name: Token) -> Iterator[int]:
    """ "Senator Ann Lee (R-Texas)", "Ann Lee, D-Ohio": the state behind the party's letter."""
    mention = page.cast.mention_at(name)
    if mention is None:
        return
    i = page.cast.tokens[mention].stop
    if i + 1 < len(page.doc) and page.doc[i].text in {"(", ","} and page.doc[i + 1].text[:2] in _PARTIES:
        yield from range(i + 1, min(i + 4, len(page.doc)))


_PARTIES = {"D-", "R-", "I-", "D", "R"}
