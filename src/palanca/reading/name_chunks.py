"""Which words of a text are names: runs of capitalised words, cut where two names stand side by side.

A parser's name finder cuts many names short and takes titles in; its verdict is used as one hint among others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from palanca.lexicon.bodies import body_named, schema_of_head
from palanca.lexicon.nouns import classes_of_nouns, closing_nouns, government_nouns, whole_states
from palanca.lexicon.particles import particles
from palanca.lexicon.people import is_given_name
from palanca.reading.gazetteer import Known, Match, Sort, known_names
from palanca.reading.grammar.parse import Doc, Token
from palanca.reading.name_capitals import Capitals
from palanca.reading.name_edges import HYPHENS, POSSESSIVES, is_ordinal
from palanca.reading.name_runs import INSTITUTIONAL, runs
from palanca.records import Schema
from palanca.records.entity import BODIES

_PEOPLED = {Sort.COUNTRY, Sort.DEMONYM, Sort.REGION_ADJECTIVE}
_GOVERNMENTS = {"gobierno"}
_GOVERNED = {Sort.COUNTRY, Sort.DEMONYM}
_STATES = {"estado"}  # before a demonym: "el Estado peruano"
_LONGEST_CREED = 3  # tokens: "Ex-Muslim"
_TELLING = {"tell", "inform", "assure", "remind"}
_PRESENTING = {"the", "its", "his", "her", "their", "el", "la", "su"}
OF_TOWNS = {
    "mayor",
    "governor",
    "prefect",
    "intendant",
    "alderman",
    "sheriff",
    "bishop",
    "archbishop",
    "emir",
    "sultan",
}
_LONGEST_CLOSING = 2
_WORDS_OF_ORGAN_AND_NAME = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A run of words that names something: token indices, half-open, with what the text around it tells.

    `titled` means that a personal title or rank stands before it. `closing` is the schema of the small noun that ends
    it ("the Chilean NAVY"). `government` means that a noun such as "government" ends it or heads it.
    """

    first: int
    last: int
    text: str
    known: Known | None = None
    label: str = ""
    titled: bool = False
    closing: Schema | None = None
    government: bool = False
    weak_case: bool = False
    country: str | None = None


def find_chunks(doc: Doc) -> tuple[tuple[Chunk, ...], Capitals]:
    """The names of a text in order, none within another, and what was looked up to find them."""
    capitals = Capitals(doc, tuple(known_names(doc)))
    chunks = [chunk for first, last in runs(capitals) for chunk in _parts(capitals, first, last)]
    apart = [one for one, after in pairwise(chunks) if one.first < after.first]  # "GOBIERNO", of "Gobierno español"
    return (*apart, *chunks[-1:]), capitals


def _parts(capitals: Capitals, first: int, last: int) -> Iterator[Chunk]:
    """Cut one run into the names that stand in it."""
    doc = capitals.doc
    closing, end = _closing(capitals, last)
    cuts = _cuts(capitals, first, last, closed=closing is not None)
    for i, (start, stop) in enumerate(cuts):
        ends_run = i == len(cuts) - 1
        chunk = _chunk(capitals, start, stop)
        if ends_run and closing is not None and (_may_close(chunk, closing) or _is_of_site(doc, start, end, last)):
            chunk = replace(chunk, last=end, text=doc[start:end].text, closing=closing, known=None)
        elif ends_run and last < len(doc) and doc[last].norm_ in government_nouns() and _is_country(chunk):
            chunk = replace(chunk, last=last + 1, text=doc[start : last + 1].text, government=True)
        elif ends_run and _is_country(chunk) and (end_of := _whole_government(doc, last)):
            chunk = replace(chunk, last=end_of, text=doc[start:end_of].text, government=True)
        elif _is_country(chunk) and (head := _government_before(doc, start)) is not None:
            chunk = replace(chunk, first=head, text=doc[head:stop].text, government=True)
        elif _is_family(doc, chunk):
            chunk = replace(chunk, first=start - 1, text=doc[start - 1 : stop].text, closing=Schema.ORGANIZATION)
        elif (country := _governed(capitals, start, stop)) is not None:
            chunk = replace(chunk, known=country, country=country.country, government=True)
        yield chunk


def _is_country(chunk: Chunk) -> bool:
    return chunk.known is not None and chunk.known.sort in _GOVERNED


def _is_family(doc: Doc, chunk: Chunk) -> bool:
    """Whether the noun stands before the name that closes it in English: "la FAMILIA Rivas", "el CLAN Sosa"."""
    before = doc[chunk.first - 1] if chunk.first and doc.lang_ == "es" else None
    is_closing = before is not None and closing_nouns().get((before.norm_,)) is Schema.ORGANIZATION
    return is_closing and chunk.known is None and before.text.islower() and chunk.last - chunk.first == 1  # type: ignore[union-attr]


def _whole_government(doc: Doc, last: int) -> int | None:
    """The end of "the U.S. FEDERAL GOVERNMENT", behind the country; None where no such words stand there."""
    words = [token.norm_ for token in doc[last : last + 2]]
    return last + 2 if len(words) > 1 and words[0] in whole_states() and words[1] in government_nouns() else None


def _governed(capitals: Capitals, start: int, stop: int) -> Known | None:
    """The country of "Government of Iraq" and "Nigerian Federal Government", which are names by their capitals."""
    doc = capitals.doc
    first, last = start, stop
    if doc[start].norm_ in government_nouns() or doc[start].lower_ in _GOVERNMENTS:
        first += 1 + (doc[start + 1 : start + 2].text in {"of", "de", "del"})
        first += doc[first : first + 1].text in {"the", "la", "los"}
    elif doc[stop - 1].norm_ in government_nouns():
        last -= 1 + (doc[stop - 2].norm_ in whole_states())
    match = capitals.known_at.get(first) if (first, last) != (start, stop) else None
    is_all = match is not None and (match.first, match.last) == (first, last) and match.known.sort in _GOVERNED
    return match.known if match is not None and is_all else None


def _government_before(doc: Doc, first: int) -> int | None:
    """Where "government of" (or "government of the", or Spanish "gobierno") begins, right before a country."""
    i = first - 1
    if i >= 0 and doc[first].text[0].islower():
        return i if doc[i].norm_ in government_nouns() or doc[i].lower_ in _STATES else None
    if i > 0 and doc[i].norm_ == "the":
        i -= 1
    return i - 1 if i > 0 and doc[i].norm_ == "of" and doc[i - 1].norm_ in government_nouns() else None


def _may_close(chunk: Chunk, closing: Schema) -> bool:
    if chunk.known and chunk.known.sort in {Sort.COUNTRY, Sort.DEMONYM, Sort.CAPITAL, Sort.CITY}:
        return closing is Schema.PUBLIC_BODY
    return chunk.label != "PERSON" or closing is not Schema.PLACE


def _is_of_site(doc: Doc, first: int, end: int, last: int) -> bool:
    """ "THE Soto Cano air base": with an article and two small words, no site of a person but one called after him."""
    return end - last == _LONGEST_CLOSING and first > 0 and doc[first - 1].norm_ == "the"


def _closing(capitals: Capitals, last: int) -> tuple[Schema | None, int]:
    doc = capitals.doc
    for length in range(_LONGEST_CLOSING, 0, -1):
        words = tuple(token.norm_ for token in doc[last : last + length])
        if len(words) == length and words in closing_nouns() and doc[last].text[0].islower():
            return closing_nouns()[words], last + length
    return None, last


def _cuts(capitals: Capitals, first: int, last: int, *, closed: bool) -> Sequence[tuple[int, int]]:
    """Where a run falls apart: between two known names, and between a country and a person or a plain name."""
    pieces: list[tuple[int, int]] = []
    start = _past_field(capitals.doc, first, last)
    if start == first and (start := _past_institution(capitals, first, last)) > first:
        pieces.append((first, start))
    while start < last:
        match = capitals.known_at.get(start)
        if (
            match
            and match.first == start
            and match.last < last
            and not _belongs_together(capitals, match, last, closed=closed)
        ):
            pieces.append((start, match.last))
            start = _past_marks(capitals.doc, match.last, last)
            continue
        pieces.append((start, last))
        break
    return [(a, b) for a, b in pieces if a < b]


def _past_field(doc: Doc, first: int, last: int) -> int:
    """Past "Near Eastern Affairs" of "secretary for Near Eastern Affairs Ana Ruiz": a field of office, and no name.

    So past the faith of somebody: "EX-MUSLIM Ana Ruiz".
    """
    of_office = first > 0 and doc[first - 1].norm_ in particles().before_fields
    fields = range(first, last - 2 if of_office else min(first + 1, last - 2))
    behind = next(
        (i + 1 for i in fields if doc[i].norm_ in particles().fields and is_given_name(doc[i + 1].text)), first
    )
    creeds = range(first, min(first + _LONGEST_CREED, last - 2))
    creed = next(
        (i + 1 for i in creeds if doc[i].norm_ in particles().followers and is_given_name(doc[i + 1].text)), first
    )
    return max(behind, creed)


def _past_institution(capitals: Capitals, first: int, last: int) -> int:
    """Past "Congress" of "the president of Congress Luis Zamora": a state organ's bare noun before a full name."""
    doc = capitals.doc
    if _is_told(doc, first, last):
        return first + 1
    if (called := _past_called(doc, first, last)) > first:
        return called
    if last - first < _WORDS_OF_ORGAN_AND_NAME or schema_of_head(doc[first].norm_) is not Schema.PUBLIC_BODY:
        return _past_led(capitals, first, last)
    named = is_given_name(doc[first + 1].text) and all(doc[i].ent_type_ != "ORG" for i in range(first + 1, last))
    return first + 1 if named else first


def _past_called(doc: Doc, first: int, last: int) -> int:
    """Past what a body's noun names, before a full name: "el presidente de la empresa pública VOLTA Luis Ruiz"."""
    nouns = doc[max(0, first - 2) : first]
    called = any(not BODIES.isdisjoint(classes_of_nouns().get(noun.norm_, ())) for noun in nouns if noun.text.islower())
    if doc.lang_ != "es" or not called or is_given_name(doc[first].text):
        return first
    return next((i for i in range(first + 1, last - 1) if is_given_name(doc[i].text) and doc[i + 1].is_title), first)


def _is_told(doc: Doc, first: int, last: int) -> bool:
    """Whether a run begins with whom somebody told what the person behind it did: "told NPR ANA RUIZ was"."""
    told = first > 0 and doc[first - 1].lemma_.lower() in _TELLING and doc[first].is_upper
    return told and last - first >= _WORDS_OF_ORGAN_AND_NAME and is_given_name(doc[first + 1].text)


def _past_led(capitals: Capitals, first: int, last: int) -> int:
    """Past "New Harvest" of "the leader of New Harvest Ana Ruiz": a name behind a title before a full name."""
    doc = capitals.doc
    led = first > 1 and doc[first - 1].norm_ == "of" and first - 1 in capitals.title_ends
    if not led or is_given_name(doc[first].text) or not all(token.is_title for token in doc[first:last]):
        return first
    shortest = 1 if doc[first - 2].norm_ in OF_TOWNS else 2  # words: "the mayor of LUBLIN Piotr Nowak"
    return next((i for i in range(first + shortest, last - 1) if is_given_name(doc[i].text)), first)


def _past_marks(doc: Doc, i: int, last: int) -> int:
    while i < last and not doc[i].text[0].isalnum():
        i += 1
    return i


def _belongs_together(capitals: Capitals, match: Match, last: int, *, closed: bool) -> bool:
    """Whether a known name is only the first part of a longer one: "Peruvian Congress", "US Southern Command"."""
    doc = capitals.doc
    rest = doc[match.last : last]
    if (parted := _is_known_apart(capitals, match, last)) is not None:
        return parted
    if rest[0].text in HYPHENS and rest[0].text != "-":
        return any(schema_of_head(t.norm_) for t in rest)
    if match.last in capitals.known_at and capitals.known_at[match.last].first == match.last:
        other = capitals.known_at[match.last].known
        if other.sort is Sort.REGION and match.known.sort is Sort.DEMONYM and capitals.known_at[last - 1].last == last:
            return True  # "the Peruvian AMAZON": a part of what goes by that name
        heads = {schema_of_head(t.norm_) for t in rest[1:] if t.text[0].isupper()}
        if other.sort in {Sort.REGION_ADJECTIVE, Sort.REGION} and heads & INSTITUTIONAL:
            return True  # "Zimbabwe AFRICAN National Union", "US AFRICA Command"
        return other.schema is Schema.PUBLIC_BODY and match.known.sort in _PEOPLED
    if match.known.sort in {Sort.CAPITAL, Sort.CITY, Sort.COUNTRY} and _is_full_name(doc, match, last):
        return True
    if len(rest) == 1 and rest[0].is_title and not capitals.shouts(rest[0]) and _names_with(match, rest[0]):
        return True
    if any(t.ent_type_ == "PERSON" and t.ent_iob_ == "B" for t in rest):
        return False
    if match.known.sort in {Sort.CAPITAL, Sort.CITY, Sort.REGION} and len(rest) == 1 and _is_second_word(rest[0]):
        return True
    heads = {schema_of_head(t.norm_) for t in rest if t.text[0].isupper()}
    return (
        bool(heads & INSTITUTIONAL)
        or (closed and len(rest) > 0)
        or _label(doc, match.first, last) in {"ORG", "LAW", "EVENT", "FAC"}
    )


def _is_known_apart(capitals: Capitals, match: Match, last: int) -> bool | None:
    """Whether what stands around a known name tells by itself if it goes on; None where that tells nothing."""
    if capitals.is_small_demonym(match.first) or _is_of_envoy(capitals, match, last):
        return False
    return True if _is_outlet_abroad(capitals, match, last) else None


def _is_outlet_abroad(capitals: Capitals, match: Match, last: int) -> bool:
    """Whether the place behind an outlet says which of its houses it is: "CNN CHILE reported", not "told CNN Chile"."""
    doc, place = capitals.doc, capitals.known_at.get(match.last)
    outlet = body_named(doc[match.first : match.last].text) if match.known.sort is Sort.BODY else None
    told = match.first > 0 and doc[match.first - 1].lemma_.lower() in _TELLING
    return outlet is not None and outlet.sector == "MED" and not told and place is not None and place.last == last


def _names_with(match: Match, word: Token) -> bool:
    """Whether one word behind a known name makes another one with it: "Caspian DRILL", "Greek REPORTER"."""
    return match.known.sort is Sort.REGION_ADJECTIVE or schema_of_head(word.norm_) is Schema.ORGANIZATION


def _is_of_envoy(capitals: Capitals, match: Match, last: int) -> bool:
    """Whether a title's country stands before the name of its holder: "special envoy for TOGO Ana van der Ruiz"."""
    rest = capitals.doc[match.last : last]
    is_body = any(schema_of_head(token.norm_) for token in rest if token.is_title)
    return _has_title_for(capitals, match) and len(rest) > 1 and not is_body


def _is_behind_envoy(capitals: Capitals, first: int) -> bool:
    """Whether a name stands right behind a title and its country: "special envoy for Togo ANA RUIZ"."""
    match = capitals.known_at.get(first - 1)
    return match is not None and match.last == first and first > match.first and _has_title_for(capitals, match)


def _has_title_for(capitals: Capitals, match: Match) -> bool:
    """Whether a title, with "for", "to" or "of" behind it, stands before a country or a well-known body."""
    link = capitals.doc[match.first - 1].norm_ if match.first else ""
    is_owner = match.known.sort in {Sort.COUNTRY, Sort.BODY}
    is_ruled = match.known.sort in {Sort.REGION, Sort.CITY, Sort.CAPITAL} and link == "of"
    return ((is_owner and link in {"for", "to", "of"}) or is_ruled) and match.first - 1 in capitals.title_ends


def _is_second_word(token: Token) -> bool:
    """ "Harbin RAIL", "Aegean ROSE": a capitalised common word behind a place, no surname and no people.

    What the name finder joins to the place is no surname either: "Andes SALT".
    """
    if token.is_title and token.ent_iob_ == "I" and token.tag_ in {"NNP", "NN"} and token.ent_type_ != "DATE":
        return True
    return (
        token.is_title
        and token.ent_type_ not in {"PERSON", "NORP", "GPE", "DATE"}
        and token.tag_ in {"NNP", "NNPS", "NN"}
    )


def _is_full_name(doc: Doc, match: Match, last: int) -> bool:
    """ "Sofia Lind", "Santiago Vera": a place's name that is a given name too, with a surname behind it."""
    if match.last - match.first > 1 or not is_given_name(doc[match.first].text):
        return False
    return doc[last - 1].is_title and _label(doc, match.first, last) == "PERSON"


def _chunk(capitals: Capitals, first: int, last: int) -> Chunk:
    doc = capitals.doc
    known = _known(capitals, first, last)
    titled = first in capitals.title_ends or _is_behind_envoy(capitals, first) or _is_presented(capitals, first, last)
    return Chunk(
        first=first, last=last, text=_text(doc, first, last, known), known=known,
        closing=Schema.PUBLIC_BODY if is_ordinal(doc[first]) else None, label=_label(doc, first, last),
        titled=titled, weak_case=bool(doc[first].is_sent_start), country=_country(capitals, first, last),
    )  # fmt: skip


def _is_presented(capitals: Capitals, first: int, last: int) -> bool:
    """Whether commas set a name off behind a small title with its article: "the minister of mines, ANA RUIZ, left"."""
    doc, comma = capitals.doc, first - 1
    start = next((i for i, end in capitals.titles.items() if end == comma), None)
    if start is None or start < 1 or last >= len(doc) or doc[comma].text != "," or doc[last].text != ",":
        return False
    is_small = doc[start:comma].text.islower() and doc[start - 1].norm_ in _PRESENTING
    return is_small and last - first > 1 and not any(schema_of_head(t.norm_) for t in doc[first:last])


def _known(capitals: Capitals, first: int, last: int) -> Known | None:
    """The known name that stands there; behind its country, a known body ("US Southcom")."""
    match = capitals.known_at.get(first)
    if match is None or match.first != first or match.last == last:
        return match.known if match is not None and match.first == first else None
    body = capitals.known_at.get(match.last)
    is_body = body is not None and body.known.sort is Sort.BODY and (body.first, body.last) == (match.last, last)
    return body.known if body and is_body and match.known.country == body.known.country else None


def _text(doc: Doc, first: int, last: int, known: Known | None) -> str:
    """The name as written; of "U.S.-led", which may be one word to a parser, the country."""
    text = doc[first:last].text
    return known.phrase if known and last - first == 1 and text.startswith(f"{known.phrase}-") else text


def _country(capitals: Capitals, first: int, last: int) -> str | None:
    """The one country that the name says it belongs to, inside it or right before ("Peru's Ministry of Health")."""
    doc = capitals.doc
    owner = first - 2 if first > 1 and doc[first - 1].text in POSSESSIVES else first
    found = {
        m.known.country
        for i in (owner, *range(first, last))
        if (m := capitals.known_at.get(i))
        and m.known.country
        and (i <= first + is_ordinal(doc[first]) or m.known.sort not in {Sort.CITY, Sort.BODY})
    }
    return found.pop() if len(found) == 1 else None


def _label(doc: Doc, first: int, last: int) -> str:
    """The name finder's label for most of these words; "" where it saw none."""
    labels = [token.ent_type_ for token in doc[first:last]]
    best = max(dict.fromkeys(labels), key=labels.count)
    return best if labels.count(best) * 2 >= len(labels) else ""
