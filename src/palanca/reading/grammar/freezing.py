"""Takes a parse of spaCy's over as it stands, column by column: to ask for its tokens one by one takes longer."""

from collections import deque
from collections.abc import Iterable, Mapping
from itertools import repeat
from operator import add

import spacy.tokens
from spacy import attrs
from spacy.parts_of_speech import NAMES

from palanca.reading.grammar.parse import Doc, Token, TokenSpan

_WORDS = {
    "text": attrs.ORTH,
    "lower_": attrs.LOWER,
    "norm_": attrs.NORM,
    "lemma_": attrs.LEMMA,
    "tag_": attrs.TAG,
    "dep_": attrs.DEP,
    "ent_type_": attrs.ENT_TYPE,
}
_FLAGS = {
    "is_alpha": attrs.IS_ALPHA,
    "is_digit": attrs.IS_DIGIT,
    "is_lower": attrs.IS_LOWER,
    "is_upper": attrs.IS_UPPER,
    "is_title": attrs.IS_TITLE,
    "is_punct": attrs.IS_PUNCT,
    "is_space": attrs.IS_SPACE,
    "is_quote": attrs.IS_QUOTE,
    "is_currency": attrs.IS_CURRENCY,
    "like_num": attrs.LIKE_NUM,
}
_CODES = (attrs.POS, attrs.ENT_IOB, attrs.SPACY, attrs.SENT_START, attrs.IDX, attrs.HEAD)
_IOB = ("", "I", "O", "B")


def frozen(source: spacy.tokens.Doc) -> Doc:
    """The parse as it stands. What is done to the source afterwards is not seen."""
    columns = source.to_array([*_WORDS.values(), *_FLAGS.values(), *_CODES]).reshape(len(source), -1).T
    texts, flags, codes = columns[: len(_WORDS)], columns[len(_WORDS) : -len(_CODES)], columns[-len(_CODES) :]
    parts, iobs, spaces, starts, places, climbs = codes.astype("int64").tolist()
    written, blanks = _written(source, texts.tolist()), [" " if space else "" for space in spaces]
    doc = Doc(source, "".join(map(add, written["text"], blanks)))
    for name, words in written.items():
        _put(doc, name, words)
    for name, column in zip(_FLAGS, flags.astype(bool).tolist(), strict=True):
        _put(doc, name, column)
    _put(doc, "pos_", map(_PARTS.__getitem__, parts))
    _put(doc, "ent_iob_", map(_IOB.__getitem__, iobs))
    _put(doc, "whitespace_", blanks)
    _put(doc, "is_sent_start", map(_STARTS.__getitem__, starts))
    _put(doc, "idx", places)
    _join(doc, list(map(add, climbs, range(len(doc)))))
    _cut(doc)
    return doc


_PARTS: Mapping[int, str] = NAMES
_STARTS = {0: None, 1: True, -1: False}


def _written(source: spacy.tokens.Doc, codes: list[list[int]]) -> dict[str, list[str]]:
    """The attributes of all tokens that are words, each word looked up once."""
    strings = source.vocab.strings
    words = {code: strings[code] for code in set[int]().union(*codes)}
    return {name: list(map(words.__getitem__, column)) for name, column in zip(_WORDS, codes, strict=True)}


def _put(doc: Doc, name: str, values: Iterable[object]) -> None:
    """Give all tokens one of their attributes."""
    put = vars(Token)[name].__set__
    deque(map(put, doc.tokens, values), maxlen=0)


def _join(doc: Doc, heads: list[int]) -> None:
    """Give all tokens their heads, children and edges."""
    tokens = doc.tokens
    below: list[list[Token]] = [[] for _ in tokens]
    for i, head in enumerate(heads):
        if head != i:
            below[head].append(tokens[i])
    _put(doc, "head", map(tokens.__getitem__, heads))
    _put(doc, "children", map(tuple, below))
    _put(doc, "conjuncts", repeat((), len(tokens)))
    _put(doc, "left_edge", map(tokens.__getitem__, _edges(heads, range(len(heads)))))
    _put(doc, "right_edge", map(tokens.__getitem__, _edges(heads, range(len(heads) - 1, -1, -1))))
    _coordinate(doc)


def _edges(heads: list[int], outermost_first: Iterable[int]) -> list[int]:
    """Of each token the outermost on one side that depends on it: the first that comes by on its way to the root."""
    edges = [-1] * len(heads)
    for i in outermost_first:
        here = i
        while edges[here] < 0:
            edges[here] = i
            here = heads[here]
    return edges


def _coordinate(doc: Doc) -> None:
    """Tell all that are coordinated who the others are, each behind what it is joined to."""
    groups: dict[Token, list[Token]] = {}
    for token in doc:
        if token.dep_ == "conj":
            groups.setdefault(_first_of(token), []).append(token)
    for first, joined in groups.items():
        group = [first]
        for token in group:
            group.extend(child for child in token.rights if child.dep_ == "conj")
        for token in (first, *joined):
            token.conjuncts = tuple(other for other in group if other is not token)


def _first_of(token: Token) -> Token:
    """The token to which a coordinated one is joined in the end."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def _cut(doc: Doc) -> None:
    """Cut the document into sentences."""
    starts = [token.i for token in doc if token.is_sent_start or not token.i]
    doc.sents = tuple(TokenSpan(doc, *ends) for ends in zip(starts, [*starts[1:], len(doc)], strict=True))
    for sentence in doc.sents:
        for token in sentence:
            token.sent = sentence
