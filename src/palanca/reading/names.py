"""Names: which words name a person, a body, a place…, and which names of one document are the same thing.

First runs of capitalised words are cut into names, then each name is judged once from all its places, then the names
that are one thing are brought together. Demonyms point to their country without naming it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from palanca.lexicon.bodies import bare_nouns, names_a_thing, schema_of_head, schema_of_name
from palanca.lexicon.countries import country, country_of_capital
from palanca.lexicon.dealings import dealings
from palanca.lexicon.nouns import classes_of_nouns
from palanca.lexicon.particles import particles
from palanca.lexicon.people import is_given_name
from palanca.lexicon.places import place_named
from palanca.lexicon.titles import titles
from palanca.reading.gazetteer import Sort
from palanca.reading.grammar import Grammar
from palanca.reading.grammar.parse import Doc, Token
from palanca.reading.name_chunks import Chunk, find_chunks
from palanca.reading.name_clusters import Cluster, cluster_names
from palanca.reading.name_types import NO_EVIDENCE, judge_names
from palanca.reading.name_works import is_of_work
from palanca.reading.page import Cast, Layer, Page, Reader
from palanca.records import Entity, Form, Mention, Schema, Span
from palanca.records.entity import BODIES, entity_id

_LEAST_CONFIDENCE = 0.2
_NO_ENTITY_LABELS = {"NORP", "LANGUAGE", "DATE", "TIME", "ORDINAL", "CARDINAL", "PERCENT", "MONEY", "QUANTITY"}

_BARE_STATES = {"republic", "nation", "state"}  # "la República", "the State": by themselves they name none
_DETERMINERS = {"the", "his", "her", "their", "our", "this"}
_SMALL_IN_TOWNS = re.compile(r"(?<= )(?:De|Del|Do|Da|Dos|Das)(?= )")
_COINED = re.compile(r"\w\.[a-z]{2,}|\b(?!Ma?c[A-Z])\w*[a-zA-Z][A-Z]+[a-z]")  # "Volta.com", "GEPetrol"; no "McKay"
_LIKE_SURNAMES = {Sort.CAPITAL, Sort.CITY, Sort.DEMONYM, Sort.REGION_ADJECTIVE}
_SHORT = 2  # letters
_OFTEN = 3  # mentions
_LONGEST_ACRONYM = 6  # letters; longer words in capitals are shouted


def read_names(page: Page) -> Page:
    """Give the page its cast."""
    chunks, capitals = find_chunks(page.doc)
    spoken_of = frozenset(c.known.key for c in chunks if c.known and c.known.sort in {Sort.COUNTRY, Sort.DEMONYM})
    named = [_as_surname(page.doc, page.grammar, chunk, chunks) for chunk in chunks]
    seats = [_seat_as_country(page.doc, page.grammar, chunk, spoken_of) for chunk in named]
    surnames = frozenset(page.doc[c.last - 1].text for c in chunks if c.last - c.first > 1 and c.label == "PERSON")
    certain = surnames | capitals.bracketed | _members_of_parties(chunks)
    kept = [c for c in seats if c.text in certain or _is_worth_keeping(page.doc, c, capitals.mid_sentence)]
    clusters = cluster_names(page.doc, kept, judge_names(page.doc, page.grammar, kept))
    entities: list[Entity] = []
    mentions: list[tuple[Mention, range]] = []
    for cluster in clusters:
        if (
            _is_bare_noun(cluster)
            or cluster.confidence < _LEAST_CONFIDENCE
            or (cluster.confidence <= NO_EVIDENCE and not _does(page, cluster))
        ):
            continue
        entity = _entity(page, cluster)
        entities.append(entity)
        mentions.extend(_mentions(page, cluster, entity))
        _note(page, cluster, entity)
    return replace(page, cast=Cast(entities, mentions))


def _is_bare_noun(cluster: Cluster) -> bool:
    """ "The Order", "this Chamber": a noun in capitals that no name of the text explains, and seldom told."""
    forms = cluster.forms()
    bare = len(forms) == 1 and forms[0] in bare_nouns() and not cluster.known_key
    return bare and len(cluster.chunks) < _OFTEN


def _members_of_parties(chunks: Sequence[Chunk]) -> frozenset[str]:
    """What the members are called of a party that a text names: "Liberal" and "Liberals" of "Liberal Party"."""
    parties = [words for chunk in chunks if (words := chunk.text.split())[1:] in (["Party"], ["party"])]
    return frozenset(form for first, _ in parties for form in (first, f"{first}s"))


def _does(page: Page, cluster: Cluster) -> bool:
    """Whether what nothing tells the sort of acts in the text, is named again, or is called as no common word is."""
    is_odd = any(
        (chunk.text.isalpha() and chunk.text.isupper()) or _COINED.search(chunk.text) for chunk in cluster.chunks
    )
    heads = (page.doc[chunk.first : chunk.last].root for chunk in cluster.chunks)
    return len(cluster.chunks) > 1 or is_odd or any(page.grammar.is_agent(head) for head in heads)


def _is_worth_keeping(doc: Doc, chunk: Chunk, mid_sentence: frozenset[str]) -> bool:
    """Drop peoples, faiths and languages that are no country's, and single words whose capital tells nothing."""
    if chunk.last - chunk.first == 1 and doc[chunk.first].norm_ in _BARE_STATES and not chunk.known:
        return False
    if chunk.known and chunk.known.sort is Sort.CAPITAL and _is_prefixed(doc, chunk.first):
        return False
    if chunk.known or chunk.titled or chunk.closing or chunk.government or _is_numbered_law(chunk):
        return True
    if names_a_thing(chunk.text) or is_of_work(doc[chunk.first]):
        return False
    if chunk.label in _NO_ENTITY_LABELS:
        is_named = chunk.last - chunk.first > 1 or _is_called_body(doc, chunk.first)
        return is_named and chunk.label == "NORP" and doc[chunk.last - 1].tag_ == "NNP"
    single = chunk.last - chunk.first == 1
    token = doc[chunk.first]
    if single and (_is_of_creed(token) or _is_bare_title(token)):
        return False
    if doc[chunk.last - 1].norm_ in particles().creeds and not any(
        schema_of_head(t.norm_) for t in doc[chunk.first : chunk.last]
    ):
        return False  # "Roman Catholic"
    if single and token.tag_ in {"JJ", "JJR", "JJS", "RB", "VBG", "VBN", "VB", "VBZ", "VBP", "VBD", "IN", "UH", "CD"}:
        is_acronym = doc.lang_ == "es" and token.is_upper and len(token) > _SHORT
        return (bool(chunk.label) or is_acronym) and chunk.text in mid_sentence
    return not (single and chunk.weak_case and not chunk.label and chunk.text not in mid_sentence)


def _is_prefixed(doc: Doc, first: int) -> bool:
    """ "The pro-BEIJING camp": whose side somebody takes, and no town."""
    before = [token.norm_ for token in doc[max(0, first - 2) : first]]
    return before[-1:] in (["-"], ["–"]) and before[0] in {"pro", "anti"}


def _is_called_body(doc: Doc, first: int) -> bool:
    """Whether a small noun of a firm or a group stands right before: "the COMPANY Velox"."""
    before = doc[first - 1] if first else None
    return (
        before is not None and before.text.islower() and not BODIES.isdisjoint(classes_of_nouns().get(before.norm_, ()))
    )


def _is_of_creed(token: Token) -> bool:
    """A faith, a people or a school of thought: "Orthodox", "ethnic Ndebele", "Marxism"."""
    words = particles()
    told = token.i > 0 and token.doc[token.i - 1].norm_ in words.of_peoples
    is_school = token.norm_.endswith("ism") and len(token) > _LONGEST_ACRONYM and not token.ent_type_
    return told or is_school or token.norm_ in words.creeds | words.of_offices


def _is_bare_title(token: Token) -> bool:
    """ "The Princess's candidacy": a title without a name."""
    owned = token.i > 0 and token.doc[token.i - 1].norm_ in _DETERMINERS
    return owned and token.norm_ in titles().honorifics and token.ent_type_ != "PERSON"


def _is_numbered_law(chunk: Chunk) -> bool:
    return schema_of_name(chunk.text) is Schema.LAW and any(c.isdigit() for c in chunk.text)


def _is_full_name(doc: Doc, chunk: Chunk) -> bool:
    return chunk.last - chunk.first > 1 and (chunk.label == "PERSON" or is_given_name(doc[chunk.first].text))


def _as_surname(doc: Doc, grammar: Grammar, chunk: Chunk, chunks: Sequence[Chunk]) -> Chunk:
    """A town, or a people, that acts is who was told before by a full name that ends so: "Paulo LIMA … LIMA said"."""
    if chunk.known is None or chunk.known.sort not in _LIKE_SURNAMES or chunk.last - chunk.first > 1:
        return chunk
    told = any(
        one.first < chunk.first and _is_full_name(doc, one) and doc[one.last - 1].text == chunk.text for one in chunks
    )
    return replace(chunk, known=None, label="PERSON") if told and _acts(grammar, doc[chunk.first]) else chunk


def _seat_as_country(doc: Doc, grammar: Grammar, chunk: Chunk, spoken_of: frozenset[str]) -> Chunk:
    """A capital that acts ("Hanoi protested") stands for its government; one that is a place does not.

    So does one that others deal with ("thanked Doha"), in a text that speaks of its country (`spoken_of`, alpha-3) too.
    """
    known = chunk.known
    if known is None or known.sort is not Sort.CAPITAL or not known.country or known.weak:
        return chunk
    head = doc[chunk.first : chunk.last].root
    if not _acts(grammar, head) and not (known.country in spoken_of and _is_dealt_with(head)):
        return chunk
    return replace(chunk, known=replace(known, sort=Sort.COUNTRY, key=known.country))


def _acts(grammar: Grammar, token: Token) -> bool:
    """Whether a place does or owns something that only a government does or owns."""
    return grammar.is_agent(token)


def _is_dealt_with(token: Token) -> bool:
    """Whether a place is told or asked something, or has relations or a quarrel, as only a government has."""
    while token.head.tag_ == token.tag_ and token.head != token and token.head.text[0].isupper():
        token = token.head
    above = token.head
    words = dealings()
    if above.pos_ == "ADP" and above.norm_ in words.prepositions:
        return above.head.lemma_.lower() in words.nouns | words.verbs
    return above.pos_ == "VERB" and token.i > above.i and above.lemma_.lower() in words.verbs


def _entity(page: Page, cluster: Cluster) -> Entity:
    doc = page.doc
    spans = sorted(_span(doc, chunk) for chunk in (*cluster.chunks, *cluster.pointers))
    caption = _caption(cluster, doc.lang_)
    forms = dict.fromkeys(chunk.text for chunk in cluster.chunks)
    return Entity(
        id=entity_id(page.document.id, spans[0]),
        document=page.document.id,
        schema=cluster.schema if cluster.chunks else Schema.PLACE,
        caption=caption,
        names=tuple(form for form in forms if form != caption),
        country=cluster.country,
        confidence=min(1.0, cluster.confidence),
    )


def _caption(cluster: Cluster, language: str) -> str:
    """The fullest form in the document; a country that is only pointed to is called by its common name."""
    if not cluster.chunks:
        return country(cluster.country).called_in(language) if cluster.country else cluster.pointers[0].text
    own = [chunk for chunk in cluster.chunks if not chunk.government]
    if cluster.country and not own and cluster.schema is Schema.PLACE:  # "the government of Chile" alone
        return country(cluster.country).called_in(language)
    own = own or cluster.chunks
    if cluster.country and cluster.schema is Schema.PLACE:
        named = [chunk for chunk in own if chunk.known and chunk.known.key == cluster.country and chunk.known.is_name]
        if not named and all(chunk.known for chunk in own):  # "Baghdad" alone, for the government
            is_seat = any(_is_seat_of(chunk, cluster.country) for chunk in own)
            return country(cluster.country).called_in(language) if is_seat else _as_listed(own[0].text)
        own = named or own
    fullest = max((chunk.text for chunk in own), key=_fullness)
    return _as_listed(fullest) if cluster.schema is Schema.PLACE else fullest


def _as_listed(name: str) -> str:
    """The name, but a town of the lexicon that a text only gives in the capitals of a dateline as it is written."""
    written = name.title()
    if name.isupper() and (country_of_capital(written) or place_named(written)):
        return _SMALL_IN_TOWNS.sub(lambda match: match[0].lower(), written)  # "Ciudad de Panamá"
    return name


def _is_seat_of(chunk: Chunk, code: str) -> bool:
    return chunk.known is not None and chunk.known.key == code and not chunk.known.is_name


def _fullness(form: str) -> tuple[int, bool, int]:
    """More words first, then a form that is not in the capitals of a dateline, then the longer."""
    return len(form.split()), not form.isupper() or len(form) <= _LONGEST_ACRONYM, len(form)


def _mentions(page: Page, cluster: Cluster, entity: Entity) -> Iterator[tuple[Mention, range]]:
    for form, chunks in ((Form.NAME, cluster.chunks), (Form.NOMINAL, cluster.pointers)):
        for chunk in chunks:
            mention = Mention(
                document=page.document.id, span=_span(page.doc, chunk), text=chunk.text, form=form, entity=entity.id
            )
            yield mention, range(chunk.first, chunk.last)


def _span(doc: Doc, chunk: Chunk) -> Span:
    start = doc[chunk.first].idx
    return Span(start, start + len(chunk.text))


def _note(page: Page, cluster: Cluster, entity: Entity) -> None:
    if page.trace.notes is None:
        return
    for chunk in (*cluster.chunks, *cluster.pointers):
        other = "" if chunk.text == entity.caption else f" = {entity.caption}"
        page.trace.note(
            NAMES.name,
            _span(page.doc, chunk),
            f"{chunk.text}{other}: {entity.schema}, {entity.confidence:.2f}",
            fired=True,
        )


NAMES = Reader(name="names", version="16", needs=frozenset(), gives=frozenset({Layer.NAMES}), read=read_names)
