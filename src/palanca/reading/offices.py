"""Offices: who is shown to hold or have held which title, of what, and when the text says so."""

from collections.abc import Iterator
from dataclasses import replace

from palanca.lexicon.branches import branch_of_body
from palanca.lexicon.tie_lists import party_adjectives
from palanca.lexicon.titles import Scope, Title, titles
from palanca.reading.grammar.parse import Token
from palanca.reading.modality import modality_of
from palanca.reading.nationalities import with_nationalities
from palanca.reading.office_body_words import body_of, serves_behind
from palanca.reading.office_counterparts import counterpart_holdings
from palanca.reading.office_country import with_countries_of_offices
from palanca.reading.office_holding import Holding, people_among
from palanca.reading.office_merging import merged
from palanca.reading.office_standing import standing_of
from palanca.reading.office_succession import (
    appointed_holdings,
    died_holdings,
    followed_holdings,
    left_holdings,
    succession_holdings,
)
from palanca.reading.office_titles import titled_holdings
from palanca.reading.office_words import worded_holdings
from palanca.reading.page import Layer, Page, Reader
from palanca.reading.time_acts import act_time
from palanca.reading.time_context import historical_time
from palanca.reading.times import anchor, time_of
from palanca.reading.title_words import singular, written_singular
from palanca.records import Bound, Kind, Modality, OfficeDetail, OfficeStatus, Role, RoleName, Schema, Statement, Time

_NAME, _VERSION = "offices", "20"
_KEPT_COMPLEMENTS = {"to", "for"}  # "ambassador to Chile", "envoy for the Sahel": part of the title
_MAX_CLIMB = 8
_THEN_REACH = 6  # tokens from "then" to the title: "then-New South Wales Premier"
_REACH, _BEHIND = 14, 1  # tokens back to "according", and from the name on to "on Friday"
_HELD_IN_TURN = {
    "prime minister",
    "president",
    "chancellor",
    "governor",
    "mayor",
    "premier",
    "director",
    "chairman",
    "king",
}

_OWNING = {"'s", "’s"}
_PAST = "VBD"
_QUOTING = {'"', "“", "”", "«", "»"}
_AFTERWARDS = {"later", "afterwards", "subsequently", "eventually", "now", "today"}
_PRESENT = {"VBZ", "VBP"}
_OF_LIFE = {"bear", "graduate", "study", "grow"}  # before any office: "the minister, BORN in 1960"


def read_offices(page: Page) -> Page:
    """Give the page its offices: one for each person, title, body and time at which it is shown."""
    titled = list(titled_holdings(page))
    named = [*titled, *(holding for holding in worded_holdings(page) if not _is_told_by_title(page, holding, titled))]
    held = [(holding.head.i, holding.person, _role_of(page, holding)) for holding in named]
    known = [(holding, _role_of(page, holding)) for holding in named]
    successors = list(succession_holdings(page, known))
    told = [*known, *((holding, _role_of(page, holding)) for holding in successors)]
    ended = (*left_holdings(page, told), *died_holdings(page, known))
    followed = (*successors, *followed_holdings(page, known), *appointed_holdings(page, known), *ended)
    others = (*counterpart_holdings(page, held), *followed)
    found = sorted((*named, *others), key=lambda holding: holding.head.i)
    statements = tuple(merged(page, _told(page, found), _owners(page, named)))
    cast = with_nationalities(page, with_countries_of_offices(page.cast, statements))
    return replace(page, cast=cast).with_statements(statements)


def _is_told_by_title(page: Page, holding: Holding, titled: list[Holding]) -> bool:
    """ "As attorney general, Ruiz LEADS the department": the sentence gives the title that the verb implies."""
    if holding.head.pos_ != "VERB" or holding.body is None:
        return False
    led = page.cast.at(holding.body)
    beside = (one for one in titled if one.person.id == holding.person.id and one.head.sent == holding.head.sent)
    return any((body := body_of(page, one)) is None or (led and body.entity == led.id) for one in beside)


def _owners(page: Page, named: list[Holding]) -> dict[tuple[str, str], str]:
    """Whose an office is that is a person's: "Chancellor Ruiz's spokeswoman, Ana Paz"."""
    found: dict[tuple[str, str], str] = {}
    for holding in named:
        for _, owner in people_among(page, page.grammar.possessors(holding.head)):
            if owner.id != holding.person.id:
                found.setdefault((holding.person.caption, _role_of(page, holding)), owner.caption)
    return found


def _told(page: Page, found: list[Holding]) -> Iterator[Statement]:
    for holding in found:
        statement = _statement(page, holding)
        page.trace.note(_NAME, statement.span, lambda s=statement: _noted(s), fired=True)  # type: ignore[misc]
        yield statement


def _noted(statement: Statement) -> str:
    detail = statement.detail
    person = statement.fillers(RoleName.PERSON)[0].text
    return f"{person}: {detail.role}, {detail.status}" if isinstance(detail, OfficeDetail) else person


def _statement(page: Page, holding: Holding) -> Statement:
    verb = holding.verb or _governing_verb(page, holding.head, holding.name)
    status, start, end = standing_of(page, holding, verb)
    body = body_of(page, holding)
    roles = [Role(name=RoleName.PERSON, filler=page.filler(holding.person, holding.name))]
    roles += [Role(name=RoleName.BODY, filler=body)] if body else []
    return Statement(
        document=page.document.id,
        kind=Kind.OFFICE,
        detail=OfficeDetail(role=_role_of(page, holding), status=status, start=start, end=end),
        span=page.sentence_span(holding.head),
        reader=_NAME,
        reader_version=_VERSION,
        roles=tuple(roles),
        time=_shown_at(page, status, holding, verb, start or end),
        modality=_modality(page, holding),
        confidence=holding.confidence,
    )


def _governing_verb(page: Page, head: Token, name: Token) -> Token | None:
    """The verb of the clause in which the title stands; where a copula says the title of the person, that."""
    copula = page.grammar.complemented(head)
    if copula is not None and copula.lemma_ in {"be", "become"}:
        return copula
    here = name if name.i < head.i else head
    for _ in range(_MAX_CLIMB):
        if here.pos_ in {"VERB", "AUX"} or here.head == here:
            break
        here = here.head
    return here if here.pos_ in {"VERB", "AUX"} else None


def _modality(page: Page, holding: Holding) -> Modality:
    """How the office is told; a title beside a name is held whatever its bearer may do: "MINISTER Ruiz may go"."""
    told = modality_of(page, holding.verb if holding.verb is not None else holding.head)
    is_beside = holding.verb is None and page.grammar.complemented(holding.head) is None
    return Modality.ASSERTED if is_beside and told not in {Modality.ASSERTED, Modality.REPORTED} else told


def _shown_at(
    page: Page, status: OfficeStatus, holding: Holding, verb: Token | None, stated: Time | None
) -> Time | None:
    acted = time_of(page, verb) if verb is not None and verb.lemma_.lower() not in _OF_LIFE else None
    published = anchor(page)
    acted = _according(page, holding) or acted
    if acted is None and status is not OfficeStatus.FORMER:
        acted = _in_past_sentence(page, holding, verb)
    if acted and published and holding.head.tag_ in _PRESENT and _is_of_earlier_year(acted, published):
        acted = None  # "Ruiz, who LEADS the party, sold them in 2019"
    is_former = status is OfficeStatus.FORMER
    if acted and (acted.start is Bound.OPEN or (not is_former and _is_ahead(acted, published))):
        acted = None  # "the governor has until May", "President Ruiz is to visit Lima in July"
    if stated or acted or status is OfficeStatus.FORMER:
        return stated or acted
    return _told_before(page, holding, published) if _is_then(page, holding) else published


def _is_then(page: Page, holding: Holding) -> bool:
    """ "THEN-Governor Ruiz": he was governor at the time that is told, and not when it is."""
    if holding.title is None:
        return False
    before = page.doc[max(holding.head.sent.start, holding.title.start - _THEN_REACH) : holding.title.start]
    cut = max((t.i + 1 for t in before if t.text == "," or t.pos_ in {"VERB", "AUX"}), default=before.start)
    words = page.doc[cut : holding.title.start]
    return any(t.norm_ in {"then", "then-"} and not (t.is_sent_start and t.nbor().text != "-") for t in words)


def _told_before(page: Page, holding: Holding, published: Time | None) -> Time | None:
    """The last time before the document's that its sentence, or the one before, tells ahead of the title."""
    sentence = holding.head.sent
    first = page.doc[sentence.start - 1].sent.start if sentence.start else sentence.start
    before = [m.time for m in page.times if first <= m.first < holding.head.i and m.time.last_day is not None]
    day = published.first_day if published else None
    return next((t for t in reversed(before) if day is None or (t.last_day and t.last_day < day)), None)


def _in_past_sentence(page: Page, holding: Holding, verb: Token | None) -> Time | None:
    """The time of the main act of a sentence in the past tense, else of what its paragraph tells, if that is history.

    A minister who did something in a tale of 1988 was one then, not when the tale was published.
    """
    root = holding.head.sent.root
    if not _QUOTING.isdisjoint(t.text for t in holding.head.sent):
        return None  # "Ruiz, a senator, said, “We PROPOSED it in 2016”"
    is_past = (
        root.tag_ == _PAST
        and _AFTERWARDS.isdisjoint(t.norm_ for t in holding.head.sent)
        and (verb is None or verb.tag_ not in _PRESENT)
    )
    return (act_time(page, root) or historical_time(page, holding.head)) if is_past else None


def _according(page: Page, holding: Holding) -> Time | None:
    """The day of "according to a note ON FRIDAY by Minister Ruiz", "according to President Paz ON FRIDAY"."""
    doc, first = page.doc, min(holding.head.i, holding.name.i)
    before = doc[max(holding.head.sent.start, first - _REACH) : first]
    word = next((t for t in reversed(before) if t.norm_ == "according"), None)
    if word is None or any(t.text == "," for t in doc[word.i : first]):
        return None
    mention = page.cast.mention_at(holding.name)
    last = (page.cast.tokens[mention].stop if mention else holding.name.i + 1) + _BEHIND
    return next((m.time for m in page.times if word.i < m.first <= last), None)


def _is_of_earlier_year(acted: Time, published: Time) -> bool:
    last, day = acted.last_day, published.first_day
    return last is not None and day is not None and last.year < day.year


def _is_ahead(acted: Time, published: Time | None) -> bool:
    first, day = acted.first_day, published.last_day if published else None
    return first is not None and day is not None and first > day


def _role_of(page: Page, holding: Holding) -> str:
    return holding.role or (_role(page, holding.title) if holding.title else "")


def _role(page: Page, title: Title) -> str:
    """The title as written, in the singular, with what it is "to" or "for"."""
    doc = page.doc
    words = doc[title.start + (doc[title.start].norm_ == "the" or _is_ordinal(page, title)) : title.end]
    if words[0].text in party_adjectives() and title.scopes[:1] == (Scope.LEGISLATURE,) and len(words) > 1:
        words = words[1:]  # "LABOUR MP", "GREEN senator": his party
    text = "".join(f"{_in_case(token)}{token.whitespace_}" for token in words)
    kept = title.end < len(doc) and doc[title.end].norm_ in _KEPT_COMPLEMENTS and not serves_behind(page, title)
    speaks = doc[title.end - 1].norm_.startswith("spokes")
    if kept and not speaks and not _serves_person(page, title):
        text += " " + _complement(page, doc[title.end])
    elif (chamber := _unnamed_body(page, title)) is not None:
        text += f" of the {chamber}"
    role = " ".join(text.lower().split())
    return titles().short.get(role.replace(".", ""), role)


def _serves_person(page: Page, title: Title) -> bool:
    """Whether he serves a man and no country: "adviser to President Ana Ruiz", "to TOGO'S governor, Ana Ruiz"."""
    first = page.cast.mention_at(page.doc[title.end + 1]) if title.end + 1 < len(page.doc) else None
    if first is not None and page.doc[page.cast.tokens[first].stop : page.cast.tokens[first].stop + 1].text in _OWNING:
        return True
    for oblique in page.grammar.prepositional(page.doc[title.end - 1]):
        entity, mention = page.cast.at(oblique.token), page.cast.mention_at(oblique.token)
        if oblique.preposition == "to" and mention and entity and entity.schema is Schema.PERSON:
            between = page.doc[title.end + 1 : page.cast.tokens[mention].start]
            return not any(page.cast.mention_at(token) for token in between)  # "ambassador to TOGO Ana Ruiz"
    return False


def _unnamed_body(page: Page, title: Title) -> str | None:
    """The court of "president of Peru's electoral court": he heads no state. None where a name stands behind "of"."""
    doc = page.doc
    if doc[title.end : title.end + 1].text.lower() != "of":
        return None
    for oblique in page.grammar.prepositional(doc[title.end - 1]):
        noun = oblique.token
        if oblique.preposition == "of" and page.cast.at(noun) is None and branch_of_body(noun.lemma_.lower()):
            words = [t for t in (*page.grammar.modifiers(noun), noun) if page.cast.at(t) is None]
            return " ".join(t.text for t in words)
    return None


def _is_ordinal(page: Page, title: Title) -> bool:
    """ "Its FIRST prime minister", "the 45TH president": one of many who held it; not "first secretary"."""
    doc = page.doc
    rest = [singular(t) for t in doc[title.start + 1 : title.end]]
    return doc[title.start].ent_type_ == "ORDINAL" and " ".join(rest) in _HELD_IN_TURN


def _in_case(token: Token) -> str:
    word = singular(token)
    return token.text if word == token.norm_ else written_singular(token)


def _complement(page: Page, preposition: Token) -> str:
    """ "To Chile" of "ambassador to Chile, Ana Ruiz": the noun phrase and no more."""
    noun = next(iter(preposition.children), None)
    if noun is None or noun.pos_ not in {"NOUN", "PROPN"}:
        return ""
    phrase = page.grammar.phrase(noun)
    mention = page.cast.mention_at(phrase[0] if phrase[0].norm_ != "the" else page.doc[phrase.start + 1])
    end = page.cast.tokens[mention].stop if mention else noun.i + 1
    return page.doc[preposition.i : max(end, preposition.i + 2)].text


OFFICES = Reader(
    name=_NAME,
    version=_VERSION,
    needs=frozenset({Layer.NAMES, Layer.COREFERENCE, Layer.TIMES}),
    gives=frozenset({Layer.OFFICES}),
    read=read_offices,
)
