"""Who a noun stands for: the named things behind a token, the most specific first.

"Iranian officials" is Iran, "one of the ministry's vessels" the ministry, "they" whom they stand for. Every reader that
fills a role asks here, so that a party is found by the same rules everywhere.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from palanca.lexicon.frames import frames
from palanca.lexicon.nouns import classes_of_nouns
from palanca.lexicon.tie_lists import sites
from palanca.lexicon.titles import titles
from palanca.reading.grammar import Oblique, Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.states import is_state, is_town, state_of
from palanca.reading.title_words import singular
from palanca.records import Entity, Filler, Form, Schema
from palanca.records.entity import BODIES

_PARTITIVES = {"of", "from", "within", "inside", "in", "at"}
_THERE = {"in", "inside", "at"}  # "delegations AT the ministry's headquarters" are not the ministry's
_RULING = {
    "authority",
    "official",
    "government",
    "administration",
    "leader",
    "ruler",
    "regime",
    "council",
    "parliament",
}
_SPEAKING_FOR = {"spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "negotiator"}
_PARTISAN = {"opposition", "ruling", "governing", "main", "former", "rival"}
_SENT = {"to", "in", "for", "of"}
_OF = {"of", "from"}
_COUNTERPART = "counterpart"  # no title, and before a name like one: "his Chilean COUNTERPART Ana Ruiz"
_LINKING = {"and", ","}
_SIDING = {"pro", "anti", "non", "post", "counter"}
_INCLUDE = "include"
_LISTING = {"including", "such as", "like"}  # "firms INCLUDING Bosch and BASF"
_NOT_ACTORS = frozenset({Schema.EVENT, Schema.LAW, Schema.VEHICLE, Schema.PROJECT})
_NUMBER = "CD"
_PLURALS = frozenset({"NNS", "NNPS"})
_DELEGATIONS = {"delegation", "deputation", "mission", "team"}
_LEADING = {"lead", "head", "chair"}
_JOINED = BODIES | {Schema.PERSON}
_LINK = 2  # "and", "and the"
_STATES = {"country", "nation", "government", "homeland"}
_MAX_DEPTH, _LONGEST_TITLE, _LONGEST_POST = 3, 8, 14
_OF_TITLES = {"ADP", "DET", "NOUN", "PROPN", "ADJ", "PART", "CCONJ"}


def who(page: Page, token: Token) -> Filler | None:
    """The named thing that the noun phrase headed by `token` is, belongs to or acts for; None if it names none."""
    found = entity_behind(page, token)
    return page.filler(found[0], found[1]) if found else None


def all_of(page: Page, tokens: Iterable[Token]) -> tuple[Filler, ...]:
    """Who these nouns stand for, each thing once, in order; nouns that stand for nobody named are left out."""
    fillers: dict[str, Filler] = {}
    for token in chain.from_iterable(_each(page, noun) for noun in tokens):
        if group := page.cast.group_at(token):
            fillers |= {e.id: page.filler(e, token) for e in group if e.id not in fillers}
            continue
        found = entity_behind(page, token)
        if found and found[0].schema not in _NOT_ACTORS:
            fillers.setdefault(found[0].id, page.filler(*found))
    return tuple(fillers.values())


def _each(page: Page, token: Token) -> tuple[Token, ...]:
    """Both of "INDIAN AND PAKISTANI ministers" and of "ministers of INDIA AND PAKISTAN"; any other noun as it is."""
    if members := listed_in(page, token):
        return members
    if before := _named_before(page, token):
        return (*before, token)
    if others := _named_behind_place(page, token) or _named_behind_apposition(page, token):
        return (token, *others)
    if people := _nationals(page, token) or _counted(page, token) or _leaders(page, token):
        return people
    if page.cast.at(token) is not None or not _is_plural(token):
        return (token, *_joined_to_holder(page, token))
    if page.grammar.appositions(token):
        named = tuple(other for other in _renaming(page, token) if page.cast.at(other) is not None)
        return named if len(named) > 1 else (token,)  # "the ministers of Chile, ANA RUIZ, and of Peru, JUAN PAZ"
    owners = tuple(m for m in page.grammar.modifiers(token) if (e := page.cast.at(m)) and e.country)
    behind = (o for o in page.grammar.prepositional(token) if o.preposition in _OF and page.cast.at(o.token))
    possessors = tuple(p for p in page.grammar.possessors(token) if page.cast.at(p))
    for several in (possessors, owners, tuple(o.token for o in behind)):
        if len(several) > 1 and several[1] in page.grammar.conjuncts(several[0]):
            return several
    return (token,)


def _renaming(page: Page, token: Token) -> tuple[Token, ...]:
    """What renames a noun, with all that is joined to it: "two ministers, ANA RUIZ and JUAN PAZ"."""
    return tuple(dict.fromkeys(t for one in page.grammar.appositions(token) for t in page.grammar.conjuncts(one)))


def _joined_to_holder(page: Page, title: Token) -> tuple[Token, ...]:
    """Others whom the parser joins to the holder of a title: "Chile's president, Ana Ruiz, and PERU'S, JUAN PAZ,"."""
    if page.cast.at(title) is not None or not titles().is_head(title.lemma_.lower()):
        return ()
    holders = [t for t in page.grammar.appositions(title) if (e := page.cast.at(t)) and e.schema is Schema.PERSON]
    joined = (t for holder in holders for t in page.grammar.conjuncts(holder) if t.i > holder.i)
    behind = ((t, entity_behind(page, t)) for t in joined)
    return tuple(t for t, found in behind if found is not None and found[0].schema is Schema.PERSON)


def _nationals(page: Page, token: Token) -> tuple[Token, ...]:
    """People of a country who are named: "a Norwegian, LARS HAUGE", "two Chileans, ANA RUIZ and JUAN PAZ"."""
    mention = page.cast.mention_at(token)
    if mention is None or mention.form is not Form.NOMINAL or token.pos_ not in {"NOUN", "PROPN"}:
        return ()
    if not is_state(page.cast.entity(mention.entity)):
        return ()
    behind = page.doc[token.i + 2 : token.i + 3] if page.doc[token.i + 1 : token.i + 2].text == "," else ()
    beside = (t for t in (*_renaming(page, token), *behind) if t.i > token.i)
    return tuple(t for t in beside if (found := page.cast.at(t)) and found.schema is Schema.PERSON)


def _counted(page: Page, token: Token) -> tuple[Token, ...]:
    """Those whom the parser hangs on how many they are: "TWO of their leaders, ANA RUIZ and Bo Lin"."""
    number = token.head.head if token.head.norm_ == "of" else token
    return _renaming(page, number) if number.tag_ == _NUMBER and number != token else ()


def _leaders(page: Page, token: Token) -> tuple[Token, ...]:
    """Who leads a delegation, or people without a name: "a delegation from Vietnam, led by LE THI HOA"."""
    sent = token.lemma_.lower() in _DELEGATIONS
    if not sent and (token.tag_ != "NNS" or page.cast.at(token) is not None):
        return ()
    below = token.subtree if sent else token.children
    leading = (t for t in below if t.lemma_.lower() in _LEADING and t.i > token.i)
    doers = (doer for verb in leading for doer in page.grammar.arguments(verb).subjects)
    return tuple(t for t in doers if (found := entity_behind(page, t)) and found[0].schema is Schema.PERSON)


def _named_before(page: Page, token: Token) -> tuple[Token, ...]:
    """Others whom the parser takes for a part of the name: "met President RUIZ and Foreign Minister Ana Paz".

    So bodies: "the Civil Union of PERU and Land Fund sued".
    """
    here, mention = page.cast.at(token), page.cast.mention_at(token)
    if here is None or mention is None or here.schema not in _JOINED:
        return ()
    alike = BODIES if here.schema in BODIES else {here.schema}
    start = page.cast.tokens[mention].start
    others = dict.fromkeys(m for m in page.grammar.modifiers(token) if m.pos_ == "PROPN" and page.cast.at(m) != here)
    named = ((m, page.cast.at(m), page.cast.mention_at(m)) for m in others)
    ends = ((m, page.cast.tokens[at].stop) for m, one, at in named if one and at and one.schema in alike)
    is_person = here.schema is Schema.PERSON
    return tuple(
        m for m, end in ends
        if page.doc[end].norm_ in _LINKING and (end == m.i + 1 if is_person else 0 < start - end <= _LINK)
    )  # fmt: skip


def _named_behind_place(page: Page, token: Token) -> tuple[Token, ...]:
    """Other people whom the parser hangs on what the first is of: "Presidents Ruiz of Chile AND ANA PAZ of Peru".

    So those whose title it takes for one of the first: "met Ana Ruiz, the speaker of the senate BO LIN and others".
    """
    here = page.cast.at(token)
    if here is None or here.schema is not Schema.PERSON:
        return ()
    inner = (o.token for o in page.grammar.prepositional(token) if o.preposition in _OF)
    beside = page.grammar.appositions(token)
    others = dict.fromkeys((*inner, *beside))
    listed = (
        t for title in beside for t in _right_behind(page, title) if page.doc[_behind_post(page, title)].text != ","
    )
    more = (noun for t in listed for noun in page.grammar.conjuncts(t) if (e := page.cast.at(noun)) and e != here)
    named = (t for t in others if t.i > token.i and _is_person_behind_and(page, t, here))
    whole = _people_of_places(page, beside, here)
    return tuple(dict.fromkeys((*named, *whole, *(t for t in more if t.i > token.i))))


def _people_of_places(page: Page, beside: Iterable[Token], first: Entity) -> Iterator[Token]:
    """The rest of a list that "and" closes, each with his place: "Ruiz of Chile, ANA PAZ of Peru and BO LIN"."""
    for other in beside:
        whole = page.grammar.conjuncts(other)
        if len(whole) > 1 and all((e := page.cast.at(t)) and e.schema is Schema.PERSON and e != first for t in whole):
            yield from whole


def _named_behind_apposition(page: Page, token: Token) -> tuple[Token, ...]:
    """Others whom the parser joins to what renames the first: "Chad, the host, AND TOGO, which had asked, signed"."""
    here = page.cast.at(token)
    if here is None:
        return ()
    alike = BODIES if here.schema in BODIES else {here.schema}
    renaming = (t for t in page.grammar.appositions(token) if page.cast.at(t) is None)
    joined = (t for noun in renaming for t in page.grammar.conjuncts(noun) if t.i > noun.i)
    named = ((t, page.cast.at(t), page.cast.mention_at(t)) for t in joined)
    starts = (
        (t, page.cast.tokens[at].start) for t, one, at in named if one and at and one != here and one.schema in alike
    )
    return tuple(t for t, start in starts if [w.norm_ for w in page.doc[start - 2 : start]] == [",", "and"])


def _is_person_behind_and(page: Page, token: Token, other: Entity) -> bool:
    entity, mention = page.cast.at(token), page.cast.mention_at(token)
    if mention is None or entity is None or entity == other or entity.schema is not Schema.PERSON:
        return False
    start = page.cast.tokens[mention].start
    return start > 0 and page.doc[start - 1].norm_ == "and"


def _is_plural(token: Token) -> bool:
    return token.tag_ in _PLURALS or singular(token) != token.norm_


def listed_in(page: Page, token: Token) -> tuple[Token, ...]:
    """The named ones of a plural: "firms INCLUDING Bosch and BASF"; empty where it lists none."""
    if token.tag_ not in _PLURALS:
        return ()
    listed = [o.token for o in page.grammar.prepositional(token) if o.preposition in _LISTING]
    for verb in token.children:
        if verb.lemma_ == _INCLUDE and page.grammar.governor(verb).relation is Relation.RELATIVE:
            listed += page.grammar.arguments(verb).objects  # "critics, which INCLUDE Greenpeace"
    return tuple(t for noun in listed for t in (noun, *page.grammar.appositions(noun)) if page.cast.at(t))


def entity_behind(page: Page, token: Token, depth: int = 0) -> tuple[Entity, Token] | None:
    """The entity that a noun phrase comes down to, and the token that names it."""
    if named := page.cast.at(token):
        return named, token
    if depth >= _MAX_DEPTH:
        return None
    if home := _home(page, token):
        return home, token
    for candidate in _nearer_names(page, token):
        if named := page.cast.at(candidate):
            return named, candidate
    for candidate in _belongings(page, token):
        if found := entity_behind(page, candidate, depth + 1):
            return found
    return None


def _home(page: Page, token: Token) -> Entity | None:
    """The state that is meant by "his COUNTRY", "her government": that of the person, where it is told."""
    if token.lemma_.lower() not in _STATES:
        return None
    owners = (page.cast.at(one) for one in page.grammar.possessors(token) if page.grammar.is_pronoun(one))
    codes = (owner.country for owner in owners if owner and owner.schema is Schema.PERSON)
    return next(filter(None, (state_of(page, code) for code in codes)), None)


def _nearer_names(page: Page, token: Token) -> Iterator[Token]:
    """Nouns that rename this one, also where the parser hangs a person on what his office is of."""
    yield from page.grammar.appositions(token)
    yield from _counted(page, token)
    if token.pos_ == "NOUN":
        yield from page.grammar.predicated_of(token)  # "Peru was the first COUNTRY to sign"
    lemma = token.lemma_.lower()
    if titles().is_head(lemma) or lemma == _COUNTERPART:
        yield from _right_behind(page, token)
    if not titles().is_head(lemma):
        yield from _renaming_body(page, token)
        return
    for oblique in page.grammar.prepositional(token):
        if _is_behind_place(page, oblique):
            yield oblique.token
        beside = (n for n in page.grammar.conjuncts(oblique.token) if _stands_behind_comma(page, n))
        for noun in (*page.grammar.appositions(oblique.token), *beside):
            entity = page.cast.at(noun)
            if oblique.preposition == "of" and entity and entity.schema is Schema.PERSON and noun.i > token.i:
                yield noun


def _renaming_body(page: Page, noun: Token) -> Iterator[Token]:
    """The name of a body that the parser hangs on whose it is: "the legislature of Togo, THE NATIONAL ASSEMBLY"."""
    if BODIES.isdisjoint(classes_of_nouns().get(noun.lemma_.lower(), ())):
        return
    of = (o.token for o in page.grammar.prepositional(noun) if o.preposition == "of" and page.cast.at(o.token))
    for other in (t for whose in of for t in page.grammar.appositions(whose) if t.i > noun.i):
        if (named := page.cast.at(other)) and named.schema in BODIES and _stands_behind_comma(page, other):
            yield other


def _right_behind(page: Page, title: Token) -> Iterator[Token]:
    """The person right behind a title, wherever the parser hangs him: "by Addo and the ENVOY, ANA RUIZ"."""
    start = _behind_post(page, title)
    start += page.doc[start : start + 1].text == ","
    if page.cast.at(page.doc[min(start, len(page.doc) - 1)]) is None:
        start = _behind_body(page, title) or start
    mention = page.cast.mention_at(page.doc[start]) if start < len(page.doc) else None
    if mention is not None and not _is_plural(title):
        tokens = page.cast.tokens[mention]
        if page.cast.entity(mention.entity).schema is Schema.PERSON and tokens.start == start:
            yield page.doc[tokens.start : tokens.stop].root


def _behind_body(page: Page, title: Token) -> int:
    """The token behind the comma that closes a title with all its bodies: "head of the senate OF TOGO, Ana Ruiz"."""
    for token in page.doc[title.i + 1 : title.i + _LONGEST_POST]:
        if token.text == ",":
            return token.i + 1 if token.i + 1 < len(page.doc) else 0
        named = page.cast.at(token)
        if token.pos_ not in _OF_TITLES or (named is not None and named.schema is Schema.PERSON):
            return 0
    return 0


def _behind_post(page: Page, title: Token) -> int:
    """The token behind a title, its field and where it sends somebody: "the ambassador TO MOSCOW, Ana Ruiz"."""
    words = [token.norm_ for token in page.doc[title.i : title.i + _LONGEST_TITLE]]
    whole = titles().title_at(words, 0)
    start = title.i + (whole.end if whole is not None else 1)
    before = page.doc[start : start + 2]
    if not before or before[0].norm_ not in _SENT:
        return start
    first = start + 1 + (before[-1].norm_ == "the")
    first += page.doc[first : first + 1].text in _PARTISAN  # "leader of the OPPOSITION Unity Party, Ana Ruiz"
    place = page.doc[first : start + 4]
    mention = page.cast.mention_at(place[0]) if place else None
    return page.cast.tokens[mention].stop if mention is not None else start


def _is_behind_place(page: Page, oblique: Oblique) -> bool:
    """Whether the parser took the holder for where he is sent: "envoy to SOMALIA RUTH ACHIENG"."""
    entity, mention = page.cast.at(oblique.token), page.cast.mention_at(oblique.token)
    if entity is None or mention is None or entity.schema is not Schema.PERSON or oblique.preposition not in _SENT:
        return False
    start = page.cast.tokens[mention].start
    before = page.cast.at(page.doc[start - 1]) if start else None
    return before is not None and before.schema is Schema.PLACE


def _stands_behind_comma(page: Page, noun: Token) -> bool:
    """Whether a name stands right behind a comma, as in "the mayor of Tema, ANA RUIZ," which lists nothing."""
    mention = page.cast.mention_at(noun)
    if mention is None:
        return False
    start = page.cast.tokens[mention].start
    start -= start > 1 and page.doc[start - 1].norm_ == "the"
    return page.doc[start - 1].text == ","


def _belongings(page: Page, token: Token) -> Iterator[Token]:
    """Whom it belongs to: "Peru's navy", "the Peruvian navy", "members of the navy"."""
    yield from page.grammar.possessors(token)
    modifiers = tuple(m for m in reversed(page.grammar.modifiers(token)) if not is_taken_side_of(m))
    towns = tuple(m for m in modifiers if is_town(page.cast.at(m)))
    yield from (m for m in modifiers if m not in towns)
    lemma = token.lemma_.lower()
    ways = _PARTITIVES | {"for"} if lemma in _SPEAKING_FOR else _PARTITIVES
    for oblique in page.grammar.prepositional(token):
        is_only_there = oblique.preposition in _THERE and (
            oblique.token.lemma_.lower() in sites()
            or (is_town(page.cast.at(oblique.token)) and not _is_of_where_it_is(lemma))
        )
        if oblique.preposition in ways and not is_only_there and oblique.token.tag_ != "VBG":
            yield oblique.token  # but "accused a rival OF MEDDLING in Togo" tells no owner
    if token.tag_ == "NNS" and page.doc[token.i + 1 : token.i + 2].text == "from" and token.i + 2 < len(page.doc):
        yield token.nbor(2)  # "killed by soldiers FROM CHAD", which parsers hang on the verb
    if not _is_only_from(lemma):
        yield from towns  # "the LOMÉ offices of Togo Telecom" are the firm's


def is_taken_side_of(modifier: Token) -> bool:
    """Whether a prefix says only whose side others take: "pro-RUSSIAN separatists", "anti-RUIZ protests"."""
    before = modifier.doc[max(0, modifier.i - 2) : modifier.i]
    return len(before) > 1 and before[1].text in {"-", "–"} and before[0].norm_ in _SIDING


def _is_of_where_it_is(lemma: str) -> bool:
    """Whether what is in a town is the town's, or with its state: "the AUTHORITIES in Lomé", "the EMBASSY in Lomé"."""
    return lemma in _RULING or lemma in frames().classes["embassy"]


def _is_only_from(lemma: str) -> bool:
    """Whether a town before a noun is only where one is from, or where it was: "a BOSTON man", "the OSLO bomb"."""
    is_person = classes_of_nouns().get(lemma, (None,))[0] is Schema.PERSON and lemma not in _RULING
    return is_person or any(lemma in frames().classes[name] for name in ("blow", "arms"))
