"""What a name names: evidence from the whole document, weighed once for each name.

Weights are points; the schema with most wins, and the share of its points is the confidence. They were set on the
development documents and hold relative to each other: a gazetteer outweighs the words around, those outweigh the
parser's own label.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from palanca.lexicon.bodies import leads_name, schema_of_name
from palanca.lexicon.countries import country_named
from palanca.lexicon.nouns import (
    classes_of_nouns,
    people_of_groups,
    people_or_firms,
)
from palanca.lexicon.particles import particles
from palanca.lexicon.people import is_family_first, is_given_name
from palanca.lexicon.places import place_named
from palanca.lexicon.titles import titles
from palanca.reading.gazetteer import Sort
from palanca.reading.grammar import Grammar
from palanca.reading.grammar.parse import Doc, Token
from palanca.reading.name_chunks import OF_TOWNS, Chunk
from palanca.reading.name_deeds import from_deeds
from palanca.reading.name_lists import from_list
from palanca.reading.name_offices import OF_FIRMS_TOO
from palanca.reading.name_words import ACRONYM, HEAD, KNOWN, TITLED, from_words
from palanca.reading.title_words import singular
from palanca.records import Schema
from palanca.records.names import fold

_LABELS: Mapping[str, Mapping[Schema, float]] = {
    "PERSON": {Schema.PERSON: 1.5},
    "ORG": {Schema.ORGANIZATION: 1.0, Schema.PERSON: 0.3},
    "GPE": {Schema.PLACE: 1.5},
    "LOC": {Schema.PLACE: 1.5},
    "FAC": {Schema.PLACE: 1.0},
    "NORP": {Schema.ORGANIZATION: 0.8},
    "EVENT": {Schema.EVENT: 1.2},
    "LAW": {Schema.LAW: 1.5},
    "PRODUCT": {Schema.VEHICLE: 0.8},
    "WORK_OF_ART": {Schema.ORGANIZATION: 0.2},
}
NO_EVIDENCE = 0.3  # the confidence of a name of which nothing tells the sort
_DASHES = {"-", "--", "–", "—"}
_CLASS_NOUN = 3.0
_LIKE_SURNAMES = frozenset({Sort.CAPITAL, Sort.CITY})  # "Foreign Minister Colombo"
_NO_PERSON = -2.5  # "the group Song Hong": given names of some are words of others
_LONGEST_TITLE = 6  # words
_LISTED = 1.0  # behind a place in a list
_LOCATIVE = {"in", "at", "near", "outside", "inside", "around", "across", "throughout"} | {
    "toward",
    "towards",
    "from",
    "to",
}
_CALLING = {"called", "named", "dubbed"}
_AGED = re.compile(r"\d{1,3}[- ]year[- ]old")
_APPOSED_FIRM = 3.0  # "Sandy Harbor, A SUPPLIER of the port": said of it, whatever its own words tell
_UNNUMBERED = 0.5  # what the parser takes for a product, without a number: often a foreign name
_ARTICLE = re.compile(r"^(the|a|an) ")
_SPEECH = {
    "say",
    "tell",
    "add",
    "note",
    "claim",
    "write",
    "tweet",
    "state",
    "declare",
    "explain",
    "ask",
    "deny",
    "argue",
    "warn",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The schema of a name and how sure the evidence makes it, 0–1."""

    schema: Schema
    confidence: float


@lru_cache(maxsize=8192)
def name_key(text: str) -> str:
    """Names that differ only in case, accents, marks, or a leading article are one name."""
    return _ARTICLE.sub("", fold(text.replace(".", "") if ACRONYM.fullmatch(text) else text))


def judge_names(doc: Doc, grammar: Grammar, chunks: Sequence[Chunk]) -> dict[str, Verdict]:
    """What each name of the document names, by `name_key`."""
    points: dict[str, Counter[Schema]] = defaultdict(Counter)
    labelled: dict[str, Counter[Schema]] = defaultdict(Counter)
    for chunk in chunks:
        votes = points[name_key(chunk.text)]
        labelled[name_key(chunk.text)].update(_LABELS.get(chunk.label, {}))
        for schema, weight in _evidence(doc, grammar, chunk):
            votes[schema] += weight  # type: ignore[assignment]  # points are fractions
    titled = {name_key(c.text) for c in chunks if c.titled or c.known}
    _let_short_names_follow(points, {name_key(c.text) for c in chunks if c.closing}, titled)
    _let_surnames_follow(points, labelled)
    return {key: _verdict(votes) for key, votes in points.items()}


def _verdict(votes: Mapping[Schema, float]) -> Verdict:
    positive = {schema: weight for schema, weight in votes.items() if weight > 0}
    if not positive:
        return Verdict(Schema.ORGANIZATION, NO_EVIDENCE)
    best = max(positive, key=lambda schema: positive[schema])
    return Verdict(best, round(positive[best] / (sum(positive.values()) + 0.5), 3))


def _let_short_names_follow(points: dict[str, Counter[Schema]], closed: set[str], titled: set[str]) -> None:
    """The first word of a firm's or body's name, used alone, is that firm or body, whatever the parser makes of it.

    So is what a storm is called ("Hurricane Ida", "Ida"), and a place without its noun ("Fath Airport", "Fath"). What
    is `titled`, or known, stays what it is; a firm's name outweighs the parser, however often that took it for a man's.
    """
    verdicts = {key: _verdict(votes) for key, votes in points.items() if " " in key and key not in closed}
    for key, votes in points.items():
        most = max(votes.values(), default=0)
        if " " in key or key in titled:
            continue
        for longer, verdict in verdicts.items():
            if (
                verdict.schema is not Schema.PERSON
                and (most < HEAD or verdict.schema is Schema.COMPANY)
                and max(points[longer].values(), default=0) >= HEAD
                and _is_short(key, longer)
            ):
                votes[verdict.schema] += HEAD + most * (most >= HEAD)  # type: ignore[assignment]  # points are fractions
                break


def _is_short(word: str, longer: str) -> bool:
    words = longer.split()
    return words[0] == word or (len(words) == 2 and words[1] == word and leads_name(words[0]))


def _let_surnames_follow(points: dict[str, Counter[Schema]], labelled: Mapping[str, Counter[Schema]]) -> None:
    """One word that ends (or begins) the name of a person of this document is that person's name.

    However often the parser takes it for a place or a group; unless more than its labels speaks for that.
    """
    people = [key.split() for key, votes in points.items() if " " in key and _verdict(votes).schema is Schema.PERSON]
    family = {word for words in people for word in words[1:] if word not in particles().small}
    family |= {" ".join(words[i:]) for words in people for i in range(1, len(words) - 1)}
    family |= {" ".join(words) for words in people if len(words) == 2}
    family |= {words[0] for words in people if words[0] not in particles().small}  # "SRETTHA", of "Srettha Thavisin"
    eastern = {words[0] for words in people if len(words) == 3 and is_family_first(words[0].title())}
    forenamed = {words[-1] for words in people if is_given_name(words[0].title())}
    for key, votes in points.items():
        if key in eastern:  # "PARK", of "Park Min-ho", is no park
            votes[Schema.PERSON] += KNOWN + max(votes.values())  # type: ignore[assignment]  # points are fractions
        if key not in family or key in eastern:
            continue
        others = {schema: labelled[key][schema] for schema in votes if schema is not Schema.PERSON}
        told = {schema: votes[schema] - points for schema, points in others.items()}
        if told.get(Schema.PLACE, 0.0) >= KNOWN:
            continue
        own = (schema_of_name(key) if key in forenamed else None) or Schema.PERSON  # an event, of "Ana DAY"
        is_plain = max(told.values(), default=0.0) < HEAD
        outweighs = (
            max(others.values(), default=0.0) if is_plain else sum(w for schema, w in told.items() if schema is own)
        )
        votes[Schema.PERSON] += KNOWN + outweighs  # type: ignore[assignment]  # points are fractions


def _evidence(doc: Doc, grammar: Grammar, chunk: Chunk) -> Iterator[tuple[Schema, float]]:
    if chunk.government:
        yield Schema.PLACE, KNOWN
        return
    if chunk.closing:
        yield chunk.closing, KNOWN
        return
    if chunk.known and not (chunk.titled and chunk.known.sort in _LIKE_SURNAMES):
        yield chunk.known.schema, KNOWN / (3 if chunk.known.weak else 1)
    share = _UNNUMBERED if chunk.label == "PRODUCT" and chunk.text.replace(" ", "").isalpha() else 1.0
    yield from ((schema, weight * share) for schema, weight in _LABELS.get(chunk.label, {}).items())
    yield from from_words(chunk.text, titled=chunk.titled, language=doc.lang_)
    yield from _from_neighbours(doc, chunk)
    yield from _from_brackets(doc, chunk)
    yield from _from_title_beside(doc, chunk)
    yield from _from_grammar(doc, grammar, chunk)
    yield from from_list(doc, grammar, chunk)


def _from_neighbours(doc: Doc, chunk: Chunk) -> Iterator[tuple[Schema, float]]:
    before = doc[chunk.first - 1] if chunk.first else None
    after = doc[chunk.last] if chunk.last < len(doc) else None
    if before is not None:
        if before.norm_ == "the":
            yield Schema.PERSON, -2.0
            yield Schema.PLACE, -0.3
        elif before.norm_ in _LOCATIVE and before.norm_ not in {"from", "to"}:
            yield Schema.PLACE, 1.5
        yield from _class_of(_named_noun(before), 1.0, chunk.label)
        if before.norm_ == "of" and not chunk.known and not chunk.titled:
            yield from _from_those_of(doc, chunk)
    if after is not None:
        if after.text == "," and _is_called_firm(doc, chunk.last):
            yield Schema.COMPANY, _APPOSED_FIRM
        if after.text == "," and _states_age(doc, chunk.last):
            yield Schema.PERSON, TITLED
        if after.norm_ == "who" or (
            after.text == "," and chunk.last + 1 < len(doc) and doc[chunk.last + 1].norm_ == "who"
        ):
            yield Schema.PERSON, 2.0
        single = chunk.last - chunk.first == 1
        if single or (chunk.label != "PERSON" and Schema.PERSON not in _classes(after)):
            yield from _class_of(after, 0.6)


def _named_noun(before: Token) -> Token:
    """The word right before a name, or the noun before it: "a FIRM called Volta", "la EMPRESA pública Volta"."""
    described = before.pos_ == "ADJ" and before.doc.lang_ == "es" and not _classes(before)
    return before.doc[before.i - 1] if before.i > 0 and (described or before.norm_ in _CALLING) else before


def _from_brackets(doc: Doc, chunk: Chunk) -> Iterator[tuple[Schema, float]]:
    """A name that stands as an agency's does at the head of a text: "(DIARIO ANDINO) -"."""
    beside = [token.text for token in (*doc[max(0, chunk.first - 1) : chunk.first], *doc[chunk.last : chunk.last + 2])]
    if len(beside) == 3 and beside[:2] == ["(", ")"] and beside[2] in _DASHES:
        yield Schema.PERSON, -KNOWN
        yield Schema.ORGANIZATION, _CLASS_NOUN


def _from_those_of(doc: Doc, chunk: Chunk) -> Iterator[tuple[Schema, float]]:
    """Who is of it: "the mayor of AYOLAS", "the fishermen of AYOLAS"; a single word, since firms have people too."""
    noun = doc[chunk.first - 2] if chunk.first > 1 and chunk.last - chunk.first == 1 else None
    if noun is None or schema_of_name(chunk.text) or chunk.text.isupper():
        return
    if noun.norm_ in OF_TOWNS or (noun.tag_ == "NNS" and Schema.PERSON in _classes(noun)):
        yield Schema.PLACE, _CLASS_NOUN
        yield Schema.PERSON, _NO_PERSON


def _from_title_beside(doc: Doc, chunk: Chunk) -> Iterator[tuple[Schema, float]]:
    """ "NEW HARVEST leader Ana Ruiz", "the leader of NEW HARVEST, Ana Ruiz": what has a leader is no person."""
    if chunk.titled or chunk.known:
        return
    is_led = not is_given_name(doc[chunk.first].text) and (_leads_from(doc, chunk.last) or _leads_behind_of(doc, chunk))
    if not is_led and not _is_of_group(doc, chunk.last):
        return
    yield Schema.PERSON, -KNOWN
    is_town = chunk.last - chunk.first == 1 and chunk.label in {"GPE", "LOC"}
    if not is_town and not schema_of_name(chunk.text):
        yield Schema.ORGANIZATION, _CLASS_NOUN


def _leads_from(doc: Doc, i: int) -> bool:
    """Whether the title of a leader begins at `i`, in small letters, with the holder's name right behind it."""
    if i >= len(doc) or not doc[i].text.islower():
        return False
    end = _end_of_leading(doc, i)
    return end is not None and _name_begins(doc, end)


def _is_of_group(doc: Doc, i: int) -> bool:
    """Whether a noun such as "co-founder" stands at `i`, right before a name."""
    end = next((i + n for n in (1, 3) if doc[i : i + n].text in people_of_groups()), None)  # 3 tokens of "co-founder"
    return end is not None and _name_begins(doc, end)


def _name_begins(doc: Doc, i: int) -> bool:
    return i < len(doc) and doc[i].is_title and not doc[i].is_sent_start


def _end_of_leading(doc: Doc, i: int) -> int | None:
    title = titles().title_at([singular(token) for token in doc[i : i + _LONGEST_TITLE]], 0)
    words = " ".join(t.norm_ for t in doc[i : i + title.end]) if title else ""
    if title is None or words not in titles().leading:
        return None
    return i + title.end


def _leads_behind_of(doc: Doc, chunk: Chunk) -> bool:
    """Whether a leader's title and "of" stand before the name, and a comma and the holder's name behind it."""
    of = chunk.first - 1 - (chunk.first > 0 and doc[chunk.first - 1].norm_ == "the")
    behind = doc[chunk.last : chunk.last + 2]
    if of < 1 or doc[of].norm_ != "of" or len(behind) < 2 or behind[0].text != "," or not behind[1].is_title:
        return False
    starts = range(max(0, of - _LONGEST_TITLE), of)
    is_led = doc[of - 1].norm_ in people_of_groups() or any(_end_of_leading(doc, i) == of for i in starts)
    return is_given_name(behind[1].text) and is_led


def _is_called_firm(doc: Doc, comma: int) -> bool:
    """Whether "a supplier", "the oil company" stands behind the comma: article, two words at most, a firm's noun."""
    if comma + 1 >= len(doc) or doc[comma + 1].norm_ not in {"a", "an", "the"}:
        return False
    for token in doc[comma + 2 : comma + 5]:
        if token.pos_ == "NOUN" and token.text.islower():
            if _classes(token)[:1] == (Schema.COMPANY,):
                return True
        elif token.pos_ not in {"ADJ", "NOUN", "PROPN"}:
            return False
    return False


def _states_age(doc: Doc, comma: int) -> bool:
    i = comma + 1 + (doc[comma + 1 : comma + 2].text in {"a", "an", "now", "aged"})
    following = [t.text for t in doc[i : i + 2]]
    plain = len(following) == 2 and following[0].isdigit() and len(following[0]) == 2
    return bool(_AGED.match(doc[i : i + 5].text)) or (plain and following[1] in {",", ".", ")"})


def _class_of(token: Token, share: float, label: str = "") -> Iterator[tuple[Schema, float]]:
    """ "Airline Pluna", "the city of Oruro": a class noun beside the name."""
    is_tied = token.i > 0 and token.doc[token.i - 1].text == "-"  # "attorney-at-LAW Ana Ruiz"
    if token.pos_ not in {"NOUN", "ADJ"} or not token.text.islower() or is_tied:
        return
    if label == "PERSON" and token.lemma_.lower() in people_or_firms():
        return  # "the site's OPERATOR, Min Jun Park"
    if schemata := _classes(token):
        yield schemata[0], _CLASS_NOUN * share
        if Schema.PERSON not in schemata:
            yield Schema.PERSON, _NO_PERSON * share


def _classes(token: Token) -> tuple[Schema, ...]:
    return classes_of_nouns().get(token.lemma_.lower(), ())


def _from_grammar(doc: Doc, grammar: Grammar, chunk: Chunk) -> Iterator[tuple[Schema, float]]:
    head = doc[chunk.first : chunk.last].root
    for other in grammar.appositions(head):
        if not chunk.first <= other.i < chunk.last:
            yield from _class_of(other, 1.0, chunk.label)
            if _is_title(other) or _is_of_office(grammar, other, chunk):
                yield Schema.PERSON, TITLED
    if grammar.is_agent(head) and head.head.lemma_ in _SPEECH:
        yield Schema.PERSON, 0.7
        yield Schema.ORGANIZATION, 0.3
    if (named := grammar.head_of_phrase(head)) is not None and Schema.PLACE in _classes(named):
        yield Schema.PLACE, _CLASS_NOUN
    first = grammar.conjuncts(head)[0]
    if first.i < chunk.first and _has_plural_title(doc, grammar, first):
        yield Schema.PERSON, TITLED  # "Presidents Ana Ruiz of Peru and SALIM BARWANI of Oman"
    if first.i < chunk.first and (first.ent_type_ == "GPE" or country_named(first.text) or place_named(first.text)):
        yield Schema.PLACE, _LISTED
    for noun in grammar.said_of(head):
        yield from _class_of(noun, 0.8)
    if not chunk.titled:
        yield from from_deeds(doc, grammar, chunk)


def _is_title(noun: Token) -> bool:
    """ "The VICE PREMIER, Han Yulin": a title that is not given to firms too."""
    return noun.pos_ == "NOUN" and titles().is_head(noun.norm_) and noun.norm_ not in OF_FIRMS_TOO


def _is_of_office(grammar: Grammar, place: Token, chunk: Chunk) -> bool:
    """Whether the parser hangs a holder on what his office is of: "the governor of TETE, Jorge Lima"."""
    office = grammar.head_of_phrase(place) if place.i < chunk.first and not chunk.known else None
    return office is not None and titles().is_head(office.norm_)


def _has_plural_title(doc: Doc, grammar: Grammar, name: Token) -> bool:
    """Whether a title in the plural stands before the first name of a list."""
    before = doc[grammar.phrase(name).start]
    return singular(before) != before.norm_ and titles().is_head(singular(before))
