"""The country of a state office that names none: the one that the document is about.

"The foreign minister" of an article on Kenya is Kenya's, unless its sentence speaks of another country too, or of the
counterpart of somebody. A document is about one country where most mentions belong to it, or where its date line
names a town of it and a third of them do. Where an envoy is sent there, and it is not told by whom, the offices are
not of that country but of the one that sends him. Of two countries that a long text tells of, its heading names the one
in which it is set ("Sixty years of Togo in Fiji"): `subject_country`.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product

from palanca.lexicon.appointments import chambers
from palanca.lexicon.spanish import title_in_english
from palanca.lexicon.titles import Scope, titles
from palanca.reading.grammar.parse import Doc
from palanca.reading.page import Cast, Page
from palanca.reading.states import is_state
from palanca.reading.time_anchor import date_line_of
from palanca.records import Entity, EntityId, Form, Mention, RoleName, Schema, Span, Statement

_SHARE, _FEWEST = 0.6, 4
_SHARE_OF_LEADING, _TIMES_THE_NEXT = 0.5, 2  # of a country that no other comes near
_SHARE_OF_DATELINE, _FEWEST_OF_DATELINE = 0.33, 3  # of the country from which it is sent
_FEWEST_OF_SHORT = 2  # in a text that names few places: the town of the date line, and one more
_WITHOUT_MINISTERS = {"USA"}  # whose departments are headed by secretaries: a minister there is another state's
_CHAMBERS = {Schema.PUBLIC_BODY, Schema.ORGANIZATION}
_CORPORATE = ("senior vice", "executive vice", "group vice", "regional vice", "first vice")
_SENT_TO = re.compile(
    r"\b(?:ambassador|envoy|consul|consul general|high commissioner) (?:to|in) (?:the )?$"
    r"|\b(?:embajadora?|enviad[oa]|cónsul) (?:en|ante) (?:el |la )?$",
    re.IGNORECASE,
)
_POSSESSIVES = {"'s", "’s", "'", "’"}
_LINKS = {"of", "to", "in", "the"}
_LONGEST_TITLE, _LONGEST_LINK = 6, 3  # words
_PARAGRAPH = re.compile(r"\S[^\n]{200,}")  # no heading, and no line of a list
_LENGTH_OF_ESSAY, _FEWEST_PARAGRAPHS, _SHARE_THROUGHOUT = 5000, 6, 0.4  # characters, then parts of it
_HEADINGS = 3  # lines without a full stop at the head of the text
_SHARE_OF_HEADING = 0.2  # of the country in which a heading sets a text
_SET = r"\b(?:in|inside|within|en) (?:the |el |la )?{0}(?=$|[\s,.;:?!)])|^{0}:"
_ENVOYS = {"ambassador", "envoy", "consul", "chargé", "embajador", "embajadora", "enviado", "cónsul", "representative"}
_LEADING = {"president", "vice", "prime", "premier", "chancellor", "king", "queen", "secretary"}  # both may have one
_UNDER = {"under", "bajo"}
_FOREIGNERS = ("counterpart", "abroad", "foreign visit", "state visit", "homólog", "visita de Estado")


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeCountry:
    """The country that a document is about: its entity there, its code, and whether it is sent from there.

    It `is_sure` where most mentions belong to it, so that another's title in a sentence says nothing of it. Where
    only a heading sets the text there, it `is_setting`: both countries have leaders, who are not told apart.
    """

    entity: Entity
    code: str
    is_origin: bool = False
    is_sure: bool = False
    is_setting: bool = False

    def holds(self, page: Page, role: str, sentence: Span) -> bool:
        """Whether an office that names no body, told in this sentence, can be taken for one of this country."""
        if not is_of_state(role) or (self.code in _WITHOUT_MINISTERS and "minister" in role.split()):
            return False
        owned = rf"(?:['’]s|\b(?:his|her|its|their|sus?)) (?:\w+ )?{re.escape(role)}"
        if re.search(owned, sentence.of(page.document.text), re.IGNORECASE):
            return False  # somebody's, who is not known
        named = [m for m in page.cast.mentions if m.span.overlaps(sentence) and m.form is not Form.PRONOUN]
        at = sentence.start + sentence.of(page.document.text).lower().find(role)
        if self.is_setting:
            return self._sets(page, role, named, at)
        is_open = self.is_origin or self.is_sure
        told = (page.cast.entity(m.entity) for m in named if not (is_open and _is_aside(page, m, at)))
        abroad = any(word in sentence.of(page.document.text) for word in _FOREIGNERS)
        return not abroad and all(entity.country in {None, self.code} for entity in told)

    def _sets(self, page: Page, role: str, named: list[Mention], at: int) -> bool:
        """Whether an office is of the country where the text is set: not an envoy's, nor that of one who comes there.

        What is told behind the title is where its holder turns: "the minister apologised TO FIJI" is not Fiji's.
        A leader is only where something is told to have been under him: "signed UNDER President Ruiz".
        """
        words = {*title_in_english(role).split()}
        if words & _ENVOYS:
            return False
        before = page.document.text[:at].split()[-2:]
        if words & _LEADING and not _UNDER.intersection(before):
            return False
        told = [(m.span.start > at, page.cast.entity(m.entity).country) for m in named]
        return all((code == self.code) is not is_behind for is_behind, code in told if code)


def is_of_state(role: str) -> bool:
    """Whether an office can be one of a state: "minister of health", not "senior vice president"."""
    known = title_in_english(role)
    words = known.split()
    title = titles().title_at(words, 0)
    if len(words) > 1 and words[-1] == "secretary" and titles().is_portfolio(words[-2]):
        return True  # "commerce secretary"
    if words[:2] == ["secretary", "of"] and titles().is_portfolio(words[-1]):
        return True  # "secretary of transportation"
    return title is not None and Scope.STATE in title.scopes and not known.startswith(_CORPORATE)


def home_country(page: Page) -> HomeCountry | None:
    """The country to which at least 60 % of the mentions belong that belong to any, or a third and the date line.

    Half of them are enough where no other country has half as many, and to be the one named most, beside a date line.
    A firm, which is told of abroad too, speaks for none beside a date line. None where there is none.
    """
    countries = {e.country: e for e in reversed(page.cast.entities) if is_state(e) and e.country}
    things = [page.cast.entity(m.entity) for m in page.cast.mentions]
    sent_from = _country_of_date_line(page)
    told = Counter(e.country for e in things if e.country and not (sent_from and e.schema is Schema.COMPANY))
    if not told:
        return None
    (most, times), (_, next_most) = [*told.most_common(2), ("", 0)][:2]
    is_sure = times >= max(_FEWEST, _SHARE * told.total())
    if sent_from and _is_at_home(told[sent_from], told.total()):
        code: str | None = sent_from
    elif sent_from == most and times >= max(_FEWEST_OF_SHORT, _TIMES_THE_NEXT * next_most):
        code = sent_from
    else:
        leads = times >= max(_FEWEST, _SHARE_OF_LEADING * told.total(), _TIMES_THE_NEXT * next_most)
        code = most if is_sure or leads else None
    setting = None if sent_from else subject_country(page, told)
    if setting is not None and setting.code != code:
        return setting
    if code is None and not sent_from and (spread := _told_throughout(page)) in countries:
        return HomeCountry(entity=countries[spread], code=spread, is_sure=True)
    if code is None or code not in countries or _is_abroad(page, code):
        return None
    return HomeCountry(
        entity=countries[code], code=code, is_origin=code == sent_from, is_sure=is_sure and code == most
    )  # fmt: skip


def subject_country(page: Page, told: Counter[str]) -> HomeCountry | None:
    """The one country in which the title or a heading at its head sets a text: "Togo IN FIJI", "FIJI: a century".

    A fifth of the mentions that belong to a country belong to it. `told` counts those mentions, by country code.
    """
    heads = [page.document.title or "", *page.document.text.split("\n")[:_HEADINGS]]
    heads = [head.strip() for head in heads if not head.rstrip().endswith(".")]
    found = {}
    for mention in page.cast.mentions:
        state = page.cast.entity(mention.entity)
        if not is_state(state) or not state.country or mention.form is not Form.NAME:
            continue
        is_set = re.compile(_SET.format(re.escape(mention.text)))
        if any(is_set.search(head) for head in heads):
            found[state.country] = state
    for code, state in found.items() if len(found) == 1 else ():
        if told[code] >= max(_FEWEST, _SHARE_OF_HEADING * told.total()):
            return HomeCountry(entity=state, code=code, is_setting=True)
    return None


def _told_throughout(page: Page) -> str:
    """The code of the one country that a long text opens and closes with, and tells of in most parts; else ""."""
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(page.document.text)]
    if len(paragraphs) < _FEWEST_PARAGRAPHS or len(page.document.text) < _LENGTH_OF_ESSAY:
        return ""
    told: dict[str, set[int]] = {}
    for mention in page.cast.mentions:
        place = page.cast.entity(mention.entity)
        at = next((i for i, (start, end) in enumerate(paragraphs) if start <= mention.span.start < end), None)
        if place.schema is Schema.PLACE and place.country and at is not None:
            told.setdefault(place.country, set()).add(at)
    ends = {0, len(paragraphs) - 1}
    framing = sorted((code for code, at in told.items() if at >= ends), key=lambda code: -len(told[code]))
    if not framing or len(told[framing[0]]) < _SHARE_THROUGHOUT * len(paragraphs):
        return ""
    is_alone = len(framing) == 1 or len(told[framing[0]]) > len(told[framing[1]])
    return framing[0] if is_alone else ""


def _is_at_home(told: int, of: int) -> bool:
    """Whether so many mentions of the country of the date line, of all that belong to one, make it the document's."""
    return told >= max(_FEWEST_OF_DATELINE, _SHARE_OF_DATELINE * of) or told >= max(_FEWEST_OF_SHORT, _SHARE * of)


def _is_aside(page: Page, mention: Mention, at: int) -> bool:
    """Whether a mention says nothing of the country of an office that stands at this offset.

    Another office is of it ("received RWANDA'S minister"), or it describes a thing behind ("BELARUSIAN potash"), or is
    a town told behind, where one may have gone ("a trip to DAVOS").
    """
    place = page.cast.entity(mention.entity)
    if mention.span.start > at and place.schema is Schema.PLACE and not is_state(place):
        return True
    if _is_of_title(page.doc, page.cast.tokens[mention].start):
        return True
    last = page.cast.tokens[mention].stop
    owns = page.doc[last : last + 1].text in _POSSESSIVES
    behind = [token.norm_ for token in page.doc[last + owns : last + owns + _LONGEST_TITLE]]
    describes = owns or page.doc[last - 1].pos_ == "ADJ"
    return bool(behind) and (titles().title_at(behind, 0) is not None or (describes and mention.span.start > at))


def _is_of_title(doc: Doc, first: int) -> bool:
    """Whether another office's title stands before a name: "the envoy OF CHINA", "the envoy TO LIMA"."""
    words = [token.norm_ for token in doc[max(0, first - _LONGEST_LINK) : first]]
    while words and words[-1] in _LINKS:
        words.pop()
    return bool(words) and titles().is_head(words[-1])


def _country_of_date_line(page: Page) -> str | None:
    """The country of the town from which the document is sent: "NAIROBI, 4 March 2024 —", "4 March 2024, NAIROBI:"."""
    text, line = page.document.text, date_line_of(page.document)
    if line is None:
        return None
    for mention in page.cast.mentions:
        place = page.cast.entity(mention.entity)
        is_there = line.start <= mention.span.start < line.end or not text[line.end : mention.span.start].strip(" ,")
        if place.schema is Schema.PLACE and place.country and mention.span.start >= line.start and is_there:
            return place.country
    return None


def country_pointed_to(page: Page, role: str, sentence: Span) -> Entity | None:
    """The country of "president OF THE COUNTRY": the one that the text names most up to there."""
    if not re.search(
        rf"{re.escape(role)} of (?:the|this) (?:country|nation|republic)\b", sentence.of(page.document.text)
    ):
        return None
    named: Counter[EntityId] = Counter()
    for mention in page.cast.mentions:
        if mention.span.start < sentence.end and is_state(page.cast.entity(mention.entity)):
            named[mention.entity] += 1
    return page.cast.entity(named.most_common(1)[0][0]) if named else None


def _is_abroad(page: Page, code: str) -> bool:
    """Whether an envoy is sent to the country, and his sentence names no other: "appointed AMBASSADOR TO Peru"."""
    text, of = page.document.text, {m: page.cast.entity(m.entity).country for m in page.cast.mentions}
    for sentence in page.doc.sents:
        span = page.span_of(sentence)
        told = {mention: country for mention, country in of.items() if country and mention.span.overlaps(span)}
        if set(told.values()) == {code} and any(_SENT_TO.search(text, span.start, m.span.start) for m in told):
            return True
    return False


def chamber_of(page: Page, role: str) -> Entity | None:
    """The one chamber named in the document that a legislator of this title sits in."""
    ending = chambers().get(role)
    found = [e for e in page.cast.entities if ending and e.caption.lower().endswith(ending) and e.schema in _CHAMBERS]
    return found[0] if len(found) == 1 else None


def with_countries_of_offices(cast: Cast, offices: Iterable[Statement]) -> Cast:
    """The cast, each person with the one country that his offices are of, where the text gave him none."""
    found: dict[EntityId, set[str]] = {}
    for office in offices:
        for person, body in product(office.fillers(RoleName.PERSON), office.fillers(RoleName.BODY)):
            country = cast.entity(body.entity).country if body.entity else None
            if person.entity and country:
                found.setdefault(person.entity, set()).add(country)
    sure = {person: countries.pop() for person, countries in found.items() if len(countries) == 1}
    entities = (replace(e, country=sure[e.id]) if e.country is None and e.id in sure else e for e in cast.entities)
    return cast.with_entities(entities) if sure else cast
