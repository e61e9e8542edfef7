"""How an office is held, and from when to when, as the words around it say."""

from datetime import date

from palanca.lexicon.appointments import Grasp, Move
from palanca.lexicon.titles import Title, titles
from palanca.reading.grammar import Arguments, Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.modality import modality_of
from palanca.reading.office_holding import Holding, move_of
from palanca.reading.page import Page
from palanca.reading.times import time_of
from palanca.reading.title_words import singular
from palanca.records import Bound, Modality, Moment, OfficeStatus, Schema, Time
from palanca.records.entity import BODIES

_BEFORE_SPANS = {"of", "in", "for", "to", "the", "at", ",", "(", "from", "between", "until", "till"}
_LONGEST_MOMENT = 366  # days
_GOING = {"leave", "depart"}
_NEAR = 5  # tokens from "election" to its year
_BEGINNING = {"begin", "start"}
_ENTRIES = {"election", "appointment", "inauguration", "accession", "selection", "confirmation", "victory"}
_SERVING = {"serve", "work", "be", "hold", "sit", "begin", "rise"}
_BETWEEN = {"ADJ", "PROPN", "ADV"}
_PLURAL = {"NNS", "NNPS"}
_STATUS_REACH = 7
_POSTS = {"office", "post", "position", "job"}
_LATER = {"later", "afterwards", "subsequently", "eventually"}
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


def _stated_span(page: Page, title: Title | None) -> tuple[Time | None, Time] | None:
    """Both ends of a past time right behind the title ("prime minister, 1980–1987"); of "mayor UNTIL 2008" the end."""
    if title is None:
        return None
    i = title.end
    while i < len(page.doc) and (page.doc[i].norm_ in _BEFORE_SPANS or _is_named_thing(page, i)):
        i += 1
    published = page.document.published
    for mention in page.times:
        start, end = mention.time.start, mention.time.end
        if title.end < mention.first <= i < mention.last and (last := _until(page, mention.time)):
            return None, last
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
    when, own = _of_a_year(_time_told(page, verb)), holding.verb is not None
    subject, undergoer = _is_among(holding, arguments.subjects), _is_among(holding, arguments.objects)
    subject = subject or (verb.lemma_ == "be" and not arguments.subjects and holding.name.i < verb.i)
    begun, became = _is_begun(page, verb), verb.lemma_ == "become" and verb.tag_ != "VB"
    enters = own or (subject and verb.lemma_ == "become" and "will" in arguments.auxiliaries)
    if move in {Move.INSTALL, Move.ASSUME} and enters and modality_of(page, verb) is Modality.PLANNED:
        return OfficeStatus.DESIGNATE, None, None
    if move in {Move.INSTALL, Move.ASSUME} and (own or became or (undergoer and _follows(holding))):
        return status, when, None
    if move is Move.HOLD and own and begun:
        return status, when or _of_a_year(time_of(page, begun)), None
    if move is Move.PROPOSE and own:
        return OfficeStatus.DESIGNATE, None, None
    if (move in {Move.RESIGN, Move.DIE} and subject) or (move is Move.REMOVE and undergoer):
        ends = status is not OfficeStatus.FORMER and not _only_travels(page, verb)
        return status, None, when if ends or (subject and _leaves_office(page, verb)) else None
    if move is Move.HOLD and (own or (subject and page.grammar.complemented(holding.head) == verb)):
        return _held(page, holding, verb, status)
    if subject and verb.lemma_ == "be" and when and (since := _since(when)):
        return status, since, None
    return status, None, None


def _time_told(page: Page, verb: Token) -> Time | None:
    """When it was; of "LATER became governor" only a time told beside it, since what was told before was earlier."""
    is_later = any(child.norm_ in _LATER for child in verb.children)
    inside = range(verb.left_edge.i, verb.right_edge.i + 1)
    return time_of(page, verb) if not is_later or any(m.first in inside for m in page.times) else None


def _held(page: Page, holding: Holding, verb: Token, status: OfficeStatus) -> Standing:
    """How an office is held by who "is", "was" or "served as" what the title says."""
    arguments, when = page.grammar.arguments(verb), time_of(page, verb)
    if since := _since_noun(page, arguments) or (_since(when) if when else None):
        is_over = verb.tag_ == "VBD" and verb.lemma_ in _SERVING - {"be"} and status is OfficeStatus.CURRENT
        return OfficeStatus.FORMER if is_over else status, since, None  # "SERVED as mayor since 2008"
    over = _is_over(verb, arguments.auxiliaries) and status is OfficeStatus.CURRENT
    if over and when and (both := _both_ends(page, when)):
        return OfficeStatus.FORMER, *both
    if over and when and (end := _until(page, when)):
        return OfficeStatus.FORMER, None, end
    is_told_so = page.grammar.governor(verb).relation is Relation.CONTENT  # "said that she WAS minister"
    was = verb.lemma_ == "be" and when is None and not is_told_so and not _is_description(page, holding)
    if over and (holding.verb is not None or was):
        return OfficeStatus.FORMER, None, None
    return status, None, None


def _is_description(page: Page, holding: Holding) -> bool:
    title = holding.title
    if holding.head.norm_ == "member":  # "was a member of the Senate"
        return False
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


def _until(page: Page, when: Time) -> Time | None:
    """The end of a time that is over and begins nowhere: "until 2019"."""
    if when.start is not Bound.OPEN or not isinstance(when.end, Moment):
        return None
    published = page.document.published
    is_over = published is None or (when.last_day or date.max) < (published.first_day or date.max)
    return Time(when.end) if is_over else None


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


def _is_among(holding: Holding, nouns: tuple[Token, ...]) -> bool:
    """Whether the holder is one of these, or bears the title that one of them is: "dismissed the CHIEF, ANA PAZ"."""
    title = holding.title
    called = (t for t in nouns if title is not None and title.start <= t.i < title.end and t.tag_ not in _PLURAL)
    return holding.name in nouns or any(True for _ in called)


def _only_travels(page: Page, verb: Token) -> bool:
    """ "Left Kyiv", "departed for Lima": who goes away leaves an office only where a body is left ("the ministry")."""
    if verb.lemma_ not in _GOING:
        return False
    left = (page.cast.at(token) for token in page.grammar.arguments(verb).objects)
    return not any(entity is not None and entity.schema in BODIES for entity in left)


def _leaves_office(page: Page, verb: Token) -> bool:
    """ "LEFT office", "QUIT his post": the office that he is called after, though he be "the former minister"."""
    return any(t.lemma_.lower() in _POSTS and page.cast.at(t) is None for t in page.grammar.arguments(verb).objects)


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
