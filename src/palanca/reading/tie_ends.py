"""What stands at the two ends of a tie."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from palanca.lexicon.nouns import classes_of_nouns
from palanca.lexicon.tie_lists import sites
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.records import Entity, Filler, Schema, TieKind
from palanca.records.entity import BODIES

_SORTING = {
    "city",
    "town",
    "state",
    "province",
    "region",
    "district",
    "kingdom",
    "republic",
    "municipality",
    "government",
    "department",
    "county",
    "prefecture",
    "governorate",
    "oblast",
    "canton",
    "village",
    "island",
    "emirate",
    "territory",
}
_PLURALS = {"NNS", "NNPS"}
_NAMING = {"called", "named", "dubbed"}
_ARTICLES = {"the", "a", "an"}
_PLACING = {"of", "in", "at"}
_FARTHEST_NAME = 3  # from a name to the noun that it sorts: "the EU free trade BLOC" is no name of the union


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTie:
    """A tie as found: the word that tells it, its two ends and how sure the pattern is. Read `source kind target`."""

    kind: TieKind
    source: Filler
    target: Filler
    word: Token
    confidence: float


def named(page: Page, token: Token) -> Filler | None:
    """The thing that a noun names itself, or that renames it; what it merely belongs to is no end of a tie."""
    for candidate in (token, *beside(page, token), *_said_to_be(page, token), *_called(page, token)):
        if (entity := page.cast.at(candidate)) is not None:
            return page.filler(entity, candidate)
    return _sorted(page, token) or _governed_place(page, token) or _site(page, token)


def _called(page: Page, noun: Token) -> Iterator[Token]:
    """ "A firm CALLED Volta": the name right behind what says that one follows."""
    behind = page.doc[noun.i + 1 : noun.i + 3]
    if len(behind) > 1 and behind[0].norm_ in _NAMING and page.cast.at(noun) is None:
        mention = page.cast.mention_at(behind[1])
        if mention is not None and mention.form == "name":
            yield behind[1]


def _said_to_be(page: Page, noun: Token) -> tuple[Token, ...]:
    """Who is said to be it: "VOLTA is a firm"; nobody where it is denied."""
    copula = page.grammar.complemented(noun) if noun.pos_ == "NOUN" else None
    said_of = page.grammar.predicated_of(noun) if copula is not None else ()
    return () if copula is None or page.grammar.arguments(copula).negated else said_of


def meant_by(page: Page, noun: Token) -> Filler | None:
    """The body that "the Accra-based FIRM" points back to: the first such of the sentence before, or one so called."""
    classes = [schema for schema in _classes(noun) if schema in BODIES]
    first = page.grammar.phrase(noun)[0]
    if not classes or first.norm_ != "the" or page.cast.at(noun) is not None or not noun.sent.start:
        return None
    before = page.doc[noun.sent.start - 1].sent
    named_before = [
        (page.cast.entity(m.entity), t) for t in before if (m := page.cast.mention_at(t)) and m.form == "name"
    ]
    fitting = [(entity, token) for entity, token in named_before if entity.schema in classes]
    called = [(entity, token) for entity, token in fitting if noun.norm_ in entity.caption.lower().split()]
    found = next(iter(called or fitting), None)
    return page.filler(*found) if found else None


def described(page: Page, noun: Token) -> Filler | None:
    """A state's organ without a name of its own, as it is described: "Togo's EMBASSY", "the interior MINISTRY"."""
    words = page.grammar.phrase(noun)
    first = next((t for t in words if t.norm_ not in _ARTICLES), noun)
    is_organ = _classes(noun)[:1] == (Schema.PUBLIC_BODY,) and page.cast.at(noun) is None and noun.tag_ != "NNS"
    if not is_organ or first.pos_ in {"PRON", "DET", "NUM"}:
        return None
    if (stop := end_of_place_behind(page, noun)) is not None:  # "the EMBASSY of Togo"
        return written(page, first.i, stop)
    if first.i >= noun.i:
        return None
    return written(page, first.i, noun.i + 1)


def end_of_place_behind(page: Page, noun: Token, prepositions: Collection[str] = ("of",)) -> int | None:
    """Where the name of the place ends that a noun is "of"."""
    behind = (o.token for o in page.grammar.prepositional(noun) if o.preposition in prepositions)
    mentions = (page.cast.mention_at(t) for t in behind if (e := page.cast.at(t)) and e.schema is Schema.PLACE)
    return next((page.cast.tokens[m].stop for m in mentions if m is not None and m.form == "name"), None)


def written(page: Page, first: int, stop: int) -> Filler:
    """What has no name of its own, as these tokens describe it."""
    span = page.span_of(page.doc[first:stop])
    return Filler(text=span.of(page.document.text), span=span)


def beside(page: Page, noun: Token) -> tuple[Token, ...]:
    """What stands beside a noun as its apposition.

    That is the name right before it where only that is such a thing: "a lawyer of OLA & SONS, a firm that", "Togo's
    embassy and ECOWATCH, a charity".
    """
    found = page.grammar.appositions(noun)
    if not found and (behind := _name_right_behind(page, noun)) is not None:
        return (behind,)
    before = _name_right_before(page, noun)
    if before is None or before in found:
        return found
    classes = _classes(noun)
    entity = page.cast.at(before)
    is_body = entity is not None and entity.schema in BODIES and not BODIES.isdisjoint(classes)
    fits = is_body or (entity is not None and entity.schema in classes)
    others = [page.cast.at(t) for t in found if t.i < noun.i]
    return (before,) if fits and not any(e and e.schema in classes for e in others) else found


def _name_right_behind(page: Page, noun: Token) -> Token | None:
    """The head of the name right behind a noun that says what sort of body it is: "the state broadcaster NOVA TV"."""
    mention = page.cast.mention_at(noun.nbor()) if noun.i + 1 < noun.sent.end and noun.tag_ == "NN" else None
    if mention is None or mention.form != "name" or page.cast.at(noun) is not None:
        return None
    words, schema = page.cast.tokens[mention], page.cast.entity(mention.entity).schema
    is_such = words.start == noun.i + 1 and schema in BODIES and not BODIES.isdisjoint(_classes(noun))
    return page.doc[words.start : words.stop].root if is_such else None


def _name_right_before(page: Page, noun: Token) -> Token | None:
    """The head of the name that ends right before the comma before the noun's phrase."""
    first = page.grammar.phrase(noun)[0].i
    apart = first > 1 and page.doc[first - 1].text == "," and page.doc[first].norm_ in _ARTICLES
    mention = page.cast.mention_at(page.doc[first - 2]) if apart else None
    if mention is None or mention.form != "name" or page.cast.at(noun) is not None or noun.tag_ in _PLURALS:
        return None
    words = page.cast.tokens[mention]
    return page.doc[words.start : words.stop].root if words.stop == first - 1 else None


def _classes(noun: Token) -> tuple[Schema, ...]:
    key = noun_key(noun, classes_of_nouns())
    return classes_of_nouns()[key] if key else ()


def _sorted(page: Page, token: Token) -> Filler | None:
    """ "The COIPASA project", "the BRIGHTWATER pension fund": the name before a noun that says what it is."""
    classes = classes_of_nouns().get(token.lemma_.lower(), ())
    before = page.grammar.modifiers(token)
    named = before and page.cast.at(before[0])
    if not classes or not named or page.cast.at(token) is not None or token.i - before[0].i > _FARTHEST_NAME:
        return None
    is_site = named.schema is Schema.PLACE and classes[:1] == (Schema.PROJECT,)  # "the TANA BRIDGE project"
    is_such = is_site or named.schema in classes or (named.schema in BODIES and not BODIES.isdisjoint(classes))
    return page.filler(named, before[0]) if is_such and named.schema is not Schema.PERSON else None


def _governed_place(page: Page, token: Token) -> Filler | None:
    """ "The city of Harbin", "the state of Bihar": the place that the noun only sorts."""
    if token.lemma_.lower() not in _SORTING:
        return None
    places = (o.token for o in page.grammar.prepositional(token) if o.preposition == "of")
    return next((page.filler(e, t) for t in places if (e := page.cast.at(t)) and e.schema is Schema.PLACE), None)


def _site(page: Page, token: Token) -> Filler | None:
    """ "The port of Lamu": a site without a name of its own, as the text describes it."""
    if token.lemma_.lower() not in sites() or token.tag_ == "NNS":
        return None
    behind = [o.token for o in page.grammar.prepositional(token) if o.preposition in _PLACING] or _behind(token)
    place = next((t for t in behind if (e := page.cast.at(t)) and e.schema is Schema.PLACE), None)
    mention = page.cast.mention_at(place) if place is not None else None
    if mention is None:
        return None
    span = page.span_of(page.doc[token.i : page.cast.tokens[mention].stop])
    return Filler(text=span.of(page.document.text), span=span)


def _behind(token: Token) -> list[Token]:
    """Where the site is, though the parser hangs the place on the verb: "operates a port IN COLÓN since 2016"."""
    following = token.doc[token.i + 1 : token.i + 3]
    return list(following[1:]) if len(following) > 1 and following[0].norm_ in _PLACING else []


def all_named(page: Page, tokens: Iterable[Token]) -> Iterator[Filler]:
    """The things that these nouns name, in order."""
    for token in tokens:
        several = _places_of_sites(page, token) or _named_beside(page, token)
        several = several or [page.filler(one, token) for one in page.cast.group_at(token)]  # "BOTH work at the mint"
        yield from several or _with_those_behind(page, token, named(page, token))


def _with_those_behind(page: Page, token: Token, first: Filler | None) -> Iterator[Filler]:
    """The thing that a noun names, with those that a list joins to the name beside it: "the agency NORAD AND TOGO"."""
    if first is None:
        yield from _examples(page, token)
        return
    yield first
    if page.cast.at(token) is not None or token.tag_ in _PLURALS:
        return
    beside_it = [t for t in page.grammar.appositions(token) if t.i > token.i and page.cast.at(t) is not None]
    for other in (t for one in beside_it[:1] for t in page.grammar.conjuncts(one) if t.i > one.i):
        entity = page.cast.at(other)
        if entity is not None and other.i > token.i:
            yield page.filler(entity, other)


def _examples(page: Page, token: Token) -> Iterator[Filler]:
    """ "Parts of the network, INCLUDING the port of Lamu": what a noun that names nothing is told to include."""
    if page.cast.at(token) is not None or token.tag_ not in _PLURALS:
        return
    behind = (o.token for o in page.grammar.prepositional(token) if o.preposition == "including")
    yield from (f for t in behind if (f := named(page, t)) is not None)


def _named_beside(page: Page, token: Token) -> list[Filler]:
    """All of "two BROTHERS, Ivo and Tomé Sá"; nothing where the noun names something itself or is one."""
    if page.cast.at(token) is not None or not (token.tag_ == "NNS" or token.pos_ == "NUM"):
        return []
    beside = [t for one in page.grammar.appositions(token) for t in listed(page, one)]
    return [page.filler(e, t) for t in dict.fromkeys(beside) if (e := page.cast.at(t))]


def listed(page: Page, token: Token) -> list[Token]:
    """A noun with those that a list joins to it, though the parser take one of two for what renames the other."""
    found = list(page.grammar.conjuncts(token))
    if page.cast.at(token) is None:
        return found
    for one in found:  # grows by what it finds
        of_list = (t for t in page.grammar.appositions(one) if t.i > one.i and page.cast.at(t) and t.pos_ == "PROPN")
        found += [t for t in of_list if t not in found and _schema(page, t) is _schema(page, one)]
        found += [t for t in page.grammar.conjuncts(one) if t not in found]
    return found


def _schema(page: Page, token: Token) -> Schema | None:
    entity = page.cast.at(token)
    return entity.schema if entity else None


def _places_of_sites(page: Page, token: Token) -> list[Filler]:
    """Both places of "the PORTS of Lamu and Tanga"."""
    if token.tag_ != "NNS" or token.lemma_.lower() not in sites() or page.cast.at(token) is not None:
        return []
    behind = (o.token for o in page.grammar.prepositional(token) if o.preposition in _PLACING)
    places = [(e, t) for t in behind if (e := page.cast.at(t)) and e.schema is Schema.PLACE]
    return [page.filler(e, t) for e, t in places] if len(places) > 1 else []


def entity_of(page: Page, filler: Filler) -> Entity | None:
    """The entity behind a filler."""
    return page.cast.entity(filler.entity) if filler.entity else None


def schema_of(page: Page, filler: Filler) -> Schema | None:
    """What an end is: a described site is a place."""
    entity = entity_of(page, filler)
    return entity.schema if entity else Schema.PLACE


def heads_name(page: Page, token: Token) -> bool:
    """Whether the token is the head of a name, and so the one word of it to ask."""
    mention = page.cast.mention_at(token)
    return mention is not None and mention.form == "name" and token.head.i not in page.cast.tokens[mention]


def noun_key(token: Token, known: Iterable[str]) -> str | None:
    """The entry of a list that a noun is, with the word before it or alone ("majority shareholder")."""
    lemma = token.lemma_.lower()
    pair = f"{token.nbor(-1).norm_} {lemma}" if token.i else lemma
    return pair if pair in known else lemma if lemma in known else None
