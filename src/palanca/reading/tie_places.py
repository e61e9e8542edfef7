"""What stands where: ties that a preposition, a comma or a capital tells."""

from collections.abc import Iterator

from palanca.lexicon.countries import country_named, country_of_capital
from palanca.lexicon.nouns import government_nouns
from palanca.lexicon.places import PlaceKind, place_named
from palanca.lexicon.tie_lists import missions, parts_of_places, seated_bodies, sites
from palanca.reading.actors import entity_behind
from palanca.reading.grammar.parse import Token
from palanca.reading.office_country import home_country
from palanca.reading.page import Page
from palanca.reading.states import is_state, state_of
from palanca.reading.tie_ends import FoundTie, heads_name, named
from palanca.records import Entity, Filler, Form, Mention, Schema, TieKind
from palanca.records.entity import BODIES

_LOCATIVE = {"in", "within", "inside", "at"}
_AT_HOME = {"movement", "militia", "insurgency", "cartel", "guerrilla", "rebel", "guerrillas", "rebels"}
_LINKS = {"the", "of", "'s"}
_COUNTRY = {"country", "nation"}
_JOINING = {",", "and", "or"}
_FARTHEST = 8  # tokens behind a town to the place that it is in
_LONGEST_CALLING = 3
_PLACE = 0.6


def ties_of_name(page: Page, token: Token) -> Iterator[FoundTie]:
    """The ties that the words right beside a name tell."""
    if heads_name(page, token):
        yield from _located(page, token)
        yield from _capital(page, token)


def _located(page: Page, token: Token) -> Iterator[FoundTie]:
    """ "The naval base in Ream", "Matarani and Ilo, in the south of Peru", "Oruro, Bolivia"."""
    here = page.cast.at(token)
    if here is None or not _stands_somewhere(here, token) or is_state(here) or _has_what_stands(page, token):
        return
    beside = (*_place_behind_comma(page, token, here), *_region_right_behind(page, token, here))
    behind = (*_places_behind(page, token), *beside, *_place_apart(page, token, here))
    for place in dict.fromkeys(t for t in behind if t.lemma_.lower() not in government_nouns()):
        found = _country_meant(page, place, here) or entity_behind(page, place)
        if found and token.lemma_.lower() in missions() and is_state(found[0]):
            continue  # an embassy "in Peru" is accredited there; one "in Lima" stands there
        if found and found[0].schema is Schema.PLACE and found[0].id != here.id and _may_lie(here, found[0]):
            yield FoundTie(
                kind=TieKind.LOCATED_IN, source=_site_of(page, token) or page.filler(here, token),
                target=page.filler(*found), word=token, confidence=_PLACE,
            )  # fmt: skip


def _site_of(page: Page, name: Token) -> Filler | None:
    """The site that is called after a town, which is what lies there: "the PORT of Varo, in the south of Chile"."""
    holder = page.grammar.head_of_phrase(name)
    is_site = holder is not None and holder.lemma_.lower() in sites() and holder.tag_ == "NN"
    return named(page, holder) if holder is not None and is_site and page.cast.at(holder) is None else None


def _country_meant(page: Page, noun: Token, here: Entity) -> tuple[Entity, Token] | None:
    """The country of "Tali, in the north of the COUNTRY": that of the town, or of the whole document."""
    if noun.norm_ not in _COUNTRY or page.cast.at(noun) is not None:
        return None
    state = state_of(page, here.country) if here.country else the_country(page, noun)
    return (state, noun) if state else None


def the_state(page: Page, noun: Token) -> Filler | None:
    """ "Owned by THE STATE": the one that the document is about."""
    is_bare = noun.norm_ == "state" and {t.norm_ for t in page.grammar.phrase(noun)} <= {"the", "of", "state"}
    home = home_country(page) if is_bare and page.cast.at(noun) is None else None
    return page.filler(home.entity) if home else None


def the_country(page: Page, noun: Token) -> Entity | None:
    """The state that "the country" is: the last one named before it in its sentence, else that of the document."""
    before = (e for t in reversed(page.doc[noun.sent.start : noun.i]) if (e := page.cast.at(t)) and is_state(e))
    home = None if (near := next(before, None)) else home_country(page)
    return home.entity if home else near


def _may_lie(here: Entity, there: Entity) -> bool:
    """Whether a town may lie there: none of one country in another ("represents MOSCOW IN ZAMBIA")."""
    return here.schema is not Schema.PLACE or None in (codes := {here.country, there.country}) or len(codes) == 1


def _stands_somewhere(entity: Entity, head: Token) -> bool:
    if entity.schema in {Schema.PLACE, Schema.PROJECT}:
        return True
    head_noun = head.lemma_.lower()
    return entity.schema in BODIES and head_noun in sites() | seated_bodies() | missions() | _AT_HOME


def _has_what_stands(page: Page, token: Token) -> bool:
    """ "The SCHOOLS of the Blue movement in Lomé": they are there, and it may be anywhere."""
    holder = page.grammar.head_of_phrase(token)
    is_movement = token.lemma_.lower() in _AT_HOME
    return is_movement and holder is not None and holder.pos_ == "NOUN" and page.cast.at(holder) is None


def _places_behind(page: Page, token: Token) -> Iterator[Token]:
    """What "in" leads to, behind the name, the noun that it names, or the last of a list of names."""
    grammar = page.grammar
    holder = grammar.head_of_phrase(token)
    if holder is None and grammar.is_premodifier(token) and token.head.lemma_.lower() in sites():
        holder = token.head  # "the Kumkol FIELD in Kazakhstan"
    mention = page.cast.mention_at(token)
    last = (
        page.doc[page.cast.tokens[mention].stop - 1] if mention is not None else token
    )  # "Court of APPEAL in Nairobi"
    for noun in dict.fromkeys((token, last, *grammar.conjuncts(token), *((holder,) if holder is not None else ()))):
        if noun.i < token.i and noun is not holder:
            continue
        for oblique in grammar.prepositional(noun):
            if oblique.preposition in _LOCATIVE:
                yield from through_parts(page, oblique.token)
    around = token.head
    is_around = around.i == token.i + 1 and around.lemma_.lower() in parts_of_places() and _is_town(page, token)
    if grammar.is_premodifier(token) and is_around:
        yield from (o.token for o in grammar.prepositional(around) if o.preposition == "of")  # "the Tulsa AREA of"


def through_parts(page: Page, noun: Token) -> Iterator[Token]:
    """Peru for "the north of Peru"; the noun itself where it names a place."""
    if page.cast.at(noun) is None and noun.lemma_.lower() in parts_of_places():
        yield from (o.token for o in page.grammar.prepositional(noun) if o.preposition == "of")
    yield noun


def _place_behind_comma(page: Page, token: Token, here: Entity) -> Iterator[Token]:
    """ "Oruro, Bolivia"; a further name of a list has an article, or is no country or region that holds the first."""
    for other in page.grammar.appositions(token):
        entity = page.cast.at(other)
        bare = other.i - 1 >= 0 and page.grammar.phrase(other)[0].norm_ != "the"
        if other.i > token.i and entity and bare and here.country in {None, entity.country} and _holds(entity, other):
            yield other


def _region_right_behind(page: Page, token: Token, here: Entity) -> Iterator[Token]:
    """ "Born in VARO, CHIHUAHUA and raised", "a VARO, CHIHUAHUA hospital": told by place, whatever the parser says.

    The second is a state, a region or a country, and the two are no part of a list: "in Kivu, Uganda and Rwanda".
    """
    mention = page.cast.mention_at(token)
    stop = page.cast.tokens[mention].stop if mention is not None else len(page.doc)
    region = _place_at(page, stop + 1) if page.doc[stop : stop + 1].text == "," else None
    if mention is None or here.schema is not Schema.PLACE or region is None or not _holds_towns(page, region):
        return
    known, there = place_named(here.caption), page.cast.entity(region.entity)
    is_known = known is not None and known.country == there.country
    if known is not None and known.kind is PlaceKind.STATE and is_known and is_state(there):
        yield page.doc[page.cast.tokens[region].stop - 1]  # "Varo, CHIHUAHUA, MEXICO"
        return
    is_capital = is_state(there) and country_of_capital(here.caption) is not None
    if (
        _is_town(page, token)
        and _may_lie(here, there)
        and (is_known or is_capital or not _is_in_list(page, mention, region))
    ):
        yield page.doc[page.cast.tokens[region].stop - 1]


def _is_town(page: Page, token: Token) -> bool:
    """Whether a name may be a town's: it is of no region that is known."""
    entity = page.cast.at(token)
    known = place_named(entity.caption) if entity is not None else None
    return entity is not None and (known is None or known.kind is PlaceKind.CITY)


def _place_at(page: Page, i: int) -> Mention | None:
    """The place of which the name begins right there."""
    mention = page.cast.mention_at(page.doc[i]) if i < len(page.doc) else None
    is_place = mention is not None and page.cast.entity(mention.entity).schema is Schema.PLACE
    is_named = is_place and mention is not None and mention.form is Form.NAME and page.cast.tokens[mention].start == i
    return mention if is_named else None


def _holds_towns(page: Page, region: Mention) -> bool:
    """Whether a place is a state of a country, a region or a country."""
    entity = page.cast.entity(region.entity)
    known = place_named(entity.caption)
    return is_state(entity) or (known is not None and known.kind in {PlaceKind.STATE, PlaceKind.REGION})


def _is_in_list(page: Page, first: Mention, second: Mention) -> bool:
    """Whether a further place stands before the first or behind the second, joined to it."""
    start, stop = page.cast.tokens[first].start, page.cast.tokens[second].stop
    behind = stop
    while behind < len(page.doc) and page.doc[behind].norm_ in _JOINING:
        behind += 1
    before = start
    while before > 0 and page.doc[before - 1].norm_ in _JOINING:
        before -= 1
    is_joined = before < start and page.cast.mention_at(page.doc[before - 1]) is not None
    return is_joined or (behind > stop and _place_at(page, behind) is not None)


def _place_apart(page: Page, token: Token, here: Entity) -> Iterator[Token]:
    """ "Tali, in the department of Oruro": behind a town and a comma, wherever the parser hangs it."""
    mention = page.cast.mention_at(token)
    if here.schema is not Schema.PLACE or mention is None:
        return
    stop = page.cast.tokens[mention].stop
    words = page.doc[stop : stop + _FARTHEST]
    if [t.norm_ for t in words[:2]] not in ([",", "in"], [",", "on"]):
        return
    for word in words[2:]:
        if (entity := page.cast.at(word)) is not None:
            yield from (word,) if entity.schema is Schema.PLACE else ()
            return
        if word.norm_ in _COUNTRY:
            yield word
            return
        if word.norm_ not in _LINKS | parts_of_places() and not word.norm_.endswith("ern"):
            return


def _holds(entity: Entity, name: Token) -> bool:
    """Whether a place behind another may be where that lies: a city is not, unless in brackets."""
    known = place_named(entity.caption)
    is_capital = country_of_capital(entity.caption) is not None and country_named(entity.caption) is None
    is_city = is_capital or (known is not None and known.kind is PlaceKind.CITY)
    return not is_city or name.doc[name.left_edge.i - 1].text == "("


def _capital(page: Page, token: Token) -> Iterator[FoundTie]:
    """ "Tunis, the capital", "the country's capital, Tunis": of the country whose capital it is, if that is named."""
    here = page.cast.at(token)
    if here is None or here.schema is not Schema.PLACE:
        return
    said = (*page.grammar.appositions(token), *page.grammar.said_of(token))
    if not any(noun.lemma_.lower() == "capital" for noun in said) and not _is_called_capital(page, token):
        return
    known = country_of_capital(here.caption)
    country = state_of(page, known.alpha3) if known else None
    if country and country.id != here.id:
        yield FoundTie(
            kind=TieKind.LOCATED_IN, source=page.filler(here, token), target=page.filler(country), word=token,
            confidence=_PLACE,
        )  # fmt: skip


def _is_called_capital(page: Page, token: Token) -> bool:
    """ "East of the CAPITAL, Riyadh", "the CAPITAL city of Riyadh": told by place, whatever the parser made of it."""
    mention = page.cast.mention_at(token)
    start = page.cast.tokens[mention].start if mention is not None else token.i
    before = [t.norm_ for t in page.doc[max(token.sent.start, start - _LONGEST_CALLING) : start]]
    return before[-2:] == ["capital", ","] or before[-1:] == ["capital"] or before[-3:] == ["capital", "city", "of"]
