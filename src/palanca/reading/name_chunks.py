"""Which words of a text are names: runs of capitalised words with the small words inside them.

A parser's name finder cuts many names short and takes titles in; its verdict is used as one hint among others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from palanca.lexicon.bodies import schema_of_head
from palanca.lexicon.nouns import closing_nouns, government_nouns
from palanca.lexicon.particles import particles
from palanca.lexicon.titles import titles
from palanca.reading.gazetteer import Known, Match, Sort, known_names
from palanca.records import Schema

_NAME_TAGS = {"NNP", "NNPS", "PROPN"}
_INSTITUTIONAL = frozenset(Schema) - {Schema.PERSON, Schema.VEHICLE}
_HYPHENS = {"-", "–", "‑"}
_PEOPLED = {Sort.COUNTRY, Sort.DEMONYM, Sort.REGION_ADJECTIVE}
_NUMBER_SIGNS = {"no", "nº", "n°", "nr", "number", "num"}
_POSSESSIVES = {"'s", "’s", "'", "’"}
_LONGEST_CLOSING = 2
_LOOK_AHEAD = 4
_SENTENCE_ENDS = ".!?\"”’'"
_TITLE_CASE_SHARE = 0.7  # of a line's words: at and above it, capitals tell nothing
_FEWEST_TITLE_CASE_WORDS = 4


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


@dataclass(frozen=True)
class Capitals:
    """A text's capitalised words, its titles and its known names, looked up once."""

    doc: Doc
    known: tuple[Match, ...]

    @cached_property
    def known_at(self) -> dict[int, Match]:
        """Known names by every token in them."""
        return {i: match for match in self.known for i in range(match.first, match.last)}

    @cached_property
    def titles(self) -> dict[int, int]:
        """First token of a title → the token after it; well-known bodies are never read as titles."""
        lowered = [token.lower_ for token in self.doc]
        found, i = {}, 0
        while i < len(lowered):
            end = self._title_end(lowered, i)
            match = self.known_at.get(i)
            if end and not (match and match.known.sort is Sort.BODY) and not self._goes_on_as_body(end):
                found[i] = end
                i = end
            else:
                i += 1
        return found

    def _title_end(self, lowered: list[str], i: int) -> int | None:
        """The end of the title, rank or honorific that starts here; an honorific needs its name."""
        end = max(titles().match(lowered, i) or 0, titles().rank_at(lowered, i) or 0)
        if not end and self.doc[i].text[0].isupper() and lowered[i].rstrip(".") in titles().honorifics:
            end = i + 1 if i + 1 < len(lowered) and self.doc[i + 1].text[0].isupper() else 0
        return end or None

    @cached_property
    def title_ends(self) -> frozenset[int]:
        """The tokens right behind a title."""
        return frozenset(self.titles.values())

    @cached_property
    def in_title(self) -> frozenset[int]:
        """Every token of a title."""
        return frozenset(i for first, last in self.titles.items() for i in range(first, last))

    @cached_property
    def mid_sentence(self) -> frozenset[str]:
        """Words that stand capitalised inside a sentence, where a capital tells something."""
        return frozenset(
            token.text
            for token in self.doc
            if token.text[0].isupper()
            and not token.is_sent_start
            and not self._after_mark(token)
            and not self.shouts(token)
        )

    @cached_property
    def lower(self) -> frozenset[str]:
        """Words that stand uncapitalised somewhere."""
        return frozenset(token.text for token in self.doc if token.text[0].islower())

    @cached_property
    def _shouting(self) -> dict[int, bool]:
        return {sent.start: _all_capitalised(sent) for sent in self.doc.sents}

    def shouts(self, token: Token) -> bool:
        """Whether the token stands in a line of capitals or a headline in title case."""
        return self._shouting[token.sent.start]

    def is_name(self, token: Token) -> bool:
        """Whether the token alone looks like part of a name."""
        text = token.text
        if not text[0].isupper() or token.i in self.in_title:
            return False
        if token.i in self.known_at:
            return True
        if text.lower() in particles().no_names or self._is_shouted(token):
            return False
        if self.shouts(token):
            return text in self.mid_sentence
        if not (token.is_sent_start or self._after_mark(token)):
            return True
        if token.ent_type_ in {"PERSON", "GPE"} and token.tag_ in _NAME_TAGS and text.lower() not in self.lower:
            return True
        return text in self.mid_sentence or (token.tag_ in _NAME_TAGS and text.lower() not in self.lower)

    def _is_shouted(self, token: Token) -> bool:
        """Whether the token is one of several words in capitals that stand together: emphasis, no acronym."""
        if not (token.is_upper and token.is_alpha):
            return False
        around = [self.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(self.doc)]
        return all((t.is_upper and t.is_alpha) or t.is_punct for t in around) and any(t.is_alpha for t in around)

    def _goes_on_as_body(self, end: int) -> bool:
        """ "General Assembly" and "Major League" are no generals and majors."""
        if end >= len(self.doc) or not self.doc[end].text[0].isupper():
            return False
        return schema_of_head(self.doc[end].lower_) not in (None, Schema.PERSON)

    def _after_mark(self, token: Token) -> bool:
        before = self.doc[token.i - 1] if token.i else None
        return (
            before is None or before.is_quote or before.is_space or before.text in {":", "(", "[", "•", "—", "*", "."}
        )


def _all_capitalised(sent: TokenSpan) -> bool:
    words = [t for t in sent if t.is_alpha and len(t) > 3]
    if words and all(t.is_upper for t in words) and len(words) > 2:
        return True
    capitals = sum(t.text[0].isupper() for t in words)
    return (
        len(words) >= _FEWEST_TITLE_CASE_WORDS
        and capitals >= _TITLE_CASE_SHARE * len(words)
        and sent.text.rstrip()[-1:] not in _SENTENCE_ENDS
    )


def find_chunks(doc: Doc) -> tuple[tuple[Chunk, ...], Capitals]:
    """The names of a text in order, none within another, and what was looked up to find them."""
    capitals = Capitals(doc, tuple(known_names(doc)))
    chunks = [chunk for first, last in _runs(capitals) for chunk in _parts(capitals, first, last)]
    return tuple(chunks), capitals


def _runs(capitals: Capitals) -> Iterator[tuple[int, int]]:
    doc, i = capitals.doc, 0
    while i < len(doc):
        if not capitals.is_name(doc[i]) or _is_gerund_before_country(capitals, i):
            i += 1
            continue
        first = i
        i = _end_of_run(capitals, first)
        yield first, i


def _is_gerund_before_country(capitals: Capitals, i: int) -> bool:
    """ "Containing China": a heading's first word, no name."""
    return bool(capitals.doc[i].is_sent_start) and capitals.doc[i].text.endswith("ing") and i + 1 in capitals.known_at


def _end_of_run(capitals: Capitals, first: int) -> int:
    doc = capitals.doc
    last = first + 1
    while last < len(doc) and not doc[last].is_sent_start:
        step = _step(capitals, first, last)
        if not step:
            break
        last += step
    return last


def _step(capitals: Capitals, first: int, last: int) -> int:
    """How many tokens from `last` belong to the run that began at `first`; 0 where it ends."""
    doc, token = capitals.doc, capitals.doc[last]
    inside = capitals.known_at.get(last)
    if capitals.is_name(token) or (inside and inside.first < last):
        return 1
    word = token.lower_
    if token.text in _HYPHENS and not doc[last - 1].whitespace_ and not token.whitespace_:
        return _hyphen_step(capitals, last)
    if token.text in _POSSESSIVES:
        return _possessive_step(capitals, first, last)
    if word in particles().personal and _name_follows(capitals, last + 1, through=particles().personal):
        return 1
    if word == "&" and _name_follows(capitals, last + 1):
        return 1
    if word in particles().institutional or (word in {"in", "and"} and _one_entity(doc, last)):
        return _institutional_step(capitals, first, last)
    if word == "and" and _portfolio_goes_on(capitals, first, last):
        return 1
    return _number_step(capitals, first, last)


def _number_step(capitals: Capitals, first: int, last: int) -> int:
    """ "Decree 12-2020", "Law No. 30": an instrument keeps its number, and what the parser closes with one."""
    doc = capitals.doc
    if any(schema_of_head(t.lower_) is Schema.LAW for t in doc[first:last]):
        step = 1 if doc[last].lower_.rstrip(".") in _NUMBER_SIGNS else 0
        if last + step < len(doc) and doc[last + step].text[0].isdigit():
            return step + 1
    return 1 if doc[last].like_num and _one_entity(doc, last, before_only=True) else 0


def _hyphen_step(capitals: Capitals, last: int) -> int:
    doc = capitals.doc
    if last + 1 >= len(doc) or not doc[last + 1].text[:1].isalnum():
        return 0
    before, after = capitals.known_at.get(last - 1), capitals.known_at.get(last + 1)
    if before is not after and not any(
        schema_of_head(t.lower_) for t in doc[last + 2 : last + 4] if t.text[0].isupper()
    ):
        return 0
    if (
        doc[last - 1].is_upper
        and doc[last + 1].is_upper
        and doc[last + 1].is_alpha
        and doc[last].ent_type_ != "PRODUCT"
    ):
        return 0
    if capitals.is_name(doc[last + 1]) or doc[last + 1].text[0].isdigit():
        return 2
    follows = doc[last + 1]
    continues = (
        follows.ent_type_ == "PERSON" or (last + 2 < len(doc) and doc[last + 2].text in _HYPHENS) or len(follows) <= 3
    )
    return 2 if continues and follows.lower_ not in {"led", "run", "era", "old", "day", "up", "in"} else 0


def _possessive_step(capitals: Capitals, first: int, last: int) -> int:
    doc = capitals.doc
    owner = doc[last - 1].lower_
    if not _name_follows(capitals, last + 1) or last - 1 in capitals.known_at:
        return 0
    ahead = doc[last + 1 : last + 1 + _LOOK_AHEAD]
    has_head = any(schema_of_head(t.lower_) in _INSTITUTIONAL for t in ahead if t.text[0].isupper())
    if owner in particles().owners and has_head:
        return 1
    return 1 if _one_entity(doc, last) and doc[last].ent_type_ in {"ORG", "LAW", "FAC"} and last - first == 1 else 0


def _institutional_step(capitals: Capitals, first: int, last: int) -> int:
    """ "of", "for" go on after a word such as Ministry, Strait or Act, through articles, up to the next name."""
    doc = capitals.doc
    heads = {schema_of_head(t.lower_) for t in doc[first:last] if t.text[0].isupper()}
    if not heads & _INSTITUTIONAL and not _one_entity(doc, last):
        return 0
    word = doc[last].lower_
    if (
        word not in {"of", "and"}
        and not _one_entity(doc, last)
        and not heads & {Schema.PUBLIC_BODY, Schema.ORGANIZATION}
    ):
        return 0
    if word == "on" and not heads & {Schema.PUBLIC_BODY, Schema.LAW, Schema.EVENT}:
        return 0
    if word == "to" and not _one_entity(doc, last):
        return 0
    if word == "of" and last - first > 1 and heads <= {Schema.COMPANY, None} and last + 1 in capitals.known_at:
        return 0
    step = 1
    while last + step < len(doc) and doc[last + step].lower_ in {"the", "their", "its"}:
        step += 1
    return step if _name_follows(capitals, last + step) else 0


def _portfolio_goes_on(capitals: Capitals, first: int, last: int) -> bool:
    """ "Ministry of Trade AND Industry": a short list inside the name of one state organ."""
    doc = capitals.doc
    if not _name_follows(capitals, last + 1) or last + 1 in capitals.known_at:
        return False
    inside = [t.lower_ for t in doc[first:last]]
    ministry = any(
        word in {"ministry", "department", "committee", "commission", "institute", "bureau", "secretariat"}
        for word in inside
    )
    follows = schema_of_head(doc[last + 1].lower_)
    return ministry and "of" in inside and follows is None and doc[last + 1].ent_type_ != "PERSON"


def _one_entity(doc: Doc, i: int, *, before_only: bool = False) -> bool:
    """Whether the parser's name finder holds the token and its neighbours to be one name."""
    if (
        not doc[i].ent_type_
        or doc[i].ent_iob_ != "I"
        or doc[i].ent_type_ in {"DATE", "CARDINAL", "MONEY", "PERCENT", "TIME"}
    ):
        return False
    return before_only or (i + 1 < len(doc) and doc[i + 1].ent_iob_ == "I")


def _name_follows(capitals: Capitals, i: int, through: frozenset[str] = frozenset()) -> bool:
    doc = capitals.doc
    while i < len(doc) and (doc[i].lower_ in through or doc[i].text in _HYPHENS):
        i += 1
    return i < len(doc) and not doc[i].is_sent_start and capitals.is_name(doc[i])


def _parts(capitals: Capitals, first: int, last: int) -> Iterator[Chunk]:
    """Cut one run into the names that stand in it."""
    doc = capitals.doc
    closing, end = _closing(capitals, last)
    cuts = _cuts(capitals, first, last, closed=closing is not None)
    for i, (start, stop) in enumerate(cuts):
        ends_run = i == len(cuts) - 1
        chunk = _chunk(capitals, start, stop)
        if ends_run and closing is not None and _may_close(chunk, closing):
            chunk = replace(chunk, last=end, text=doc[start:end].text, closing=closing, known=None)
        elif ends_run and last < len(doc) and doc[last].lower_ in government_nouns() and _is_country(chunk):
            chunk = replace(chunk, last=last + 1, text=doc[start : last + 1].text, government=True)
        elif _is_country(chunk) and (head := _government_before(doc, start)) is not None:
            chunk = replace(chunk, first=head, text=doc[head:stop].text, government=True)
        yield chunk


def _is_country(chunk: Chunk) -> bool:
    return chunk.known is not None and chunk.known.sort in {Sort.COUNTRY, Sort.DEMONYM}


def _government_before(doc: Doc, first: int) -> int | None:
    """Where "government of" (or "government of the") begins, right before a country."""
    i = first - 1
    if i > 0 and doc[i].lower_ == "the":
        i -= 1
    return i - 1 if i > 0 and doc[i].lower_ == "of" and doc[i - 1].lower_ in government_nouns() else None


def _may_close(chunk: Chunk, closing: Schema) -> bool:
    if chunk.known and chunk.known.sort in {Sort.COUNTRY, Sort.DEMONYM, Sort.CAPITAL, Sort.CITY}:
        return closing is Schema.PUBLIC_BODY
    return chunk.label != "PERSON" or closing is not Schema.PLACE


def _closing(capitals: Capitals, last: int) -> tuple[Schema | None, int]:
    doc = capitals.doc
    for length in range(_LONGEST_CLOSING, 0, -1):
        words = tuple(token.lower_ for token in doc[last : last + length])
        if len(words) == length and words in closing_nouns() and doc[last].text[0].islower():
            return closing_nouns()[words], last + length
    return None, last


def _cuts(capitals: Capitals, first: int, last: int, *, closed: bool) -> Sequence[tuple[int, int]]:
    """Where a run falls apart: between two known names, and between a country and a person or a plain name."""
    pieces: list[tuple[int, int]] = []
    start = first
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


def _past_marks(doc: Doc, i: int, last: int) -> int:
    while i < last and not doc[i].text[0].isalnum():
        i += 1
    return i


def _belongs_together(capitals: Capitals, match: Match, last: int, *, closed: bool) -> bool:
    """Whether a known name is only the first part of a longer one: "Peruvian Congress", "US Southern Command"."""
    doc = capitals.doc
    rest = doc[match.last : last]
    if rest[0].text in _HYPHENS and rest[0].text != "-":
        return any(schema_of_head(t.lower_) for t in rest)
    if match.last in capitals.known_at and capitals.known_at[match.last].first == match.last:
        other = capitals.known_at[match.last].known
        return other.schema is Schema.PUBLIC_BODY and match.known.sort in _PEOPLED
    if any(t.ent_type_ == "PERSON" and t.ent_iob_ == "B" for t in rest):
        return False
    heads = {schema_of_head(t.lower_) for t in rest if t.text[0].isupper()}
    return (
        bool(heads & _INSTITUTIONAL)
        or (closed and len(rest) > 0)
        or _label(doc, match.first, last) in {"ORG", "LAW", "EVENT", "FAC"}
    )


def _chunk(capitals: Capitals, first: int, last: int) -> Chunk:
    doc = capitals.doc
    match = capitals.known_at.get(first)
    known = match.known if match and (match.first, match.last) == (first, last) else None
    return Chunk(
        first=first, last=last, text=doc[first:last].text, known=known, label=_label(doc, first, last),
        titled=first in capitals.title_ends,
        weak_case=bool(doc[first].is_sent_start), country=_country(capitals, first, last),
    )  # fmt: skip


def _country(capitals: Capitals, first: int, last: int) -> str | None:
    """The one country that the name says it belongs to, inside it or right before ("Peru's Ministry of Health")."""
    doc = capitals.doc
    owner = first - 2 if first > 1 and doc[first - 1].text in _POSSESSIVES else first
    found = {
        m.known.country for i in (owner, *range(first, last)) if (m := capitals.known_at.get(i)) and m.known.country
    }
    return found.pop() if len(found) == 1 else None


def _label(doc: Doc, first: int, last: int) -> str:
    """The name finder's label for most of these words; "" where it saw none."""
    labels = [token.ent_type_ for token in doc[first:last]]
    best = max(dict.fromkeys(labels), key=labels.count)
    return best if labels.count(best) * 2 >= len(labels) else ""
