"""A parse at rest: tokens as plain Python values, asked for millions of times while a document is read.

spaCy keeps a parse in C and makes a token anew, or finds its word in a table of strings, each time that it is asked
for one. Readers ask for each some hundred times: they read as fast again on tokens that hold their words, heads and
children. Names and answers are those of spaCy, whose parse is taken over as it stands when `frozen` is called.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, overload

import spacy.tokens
from spacy.tokens.morphanalysis import MorphAnalysis

type Alignment = Literal["strict", "contract", "expand"]


class Token:
    """One token, with the attributes of spaCy's. There is one for each place: equal is the same."""

    __slots__ = (
        "children", "conjuncts", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_alpha", "is_currency",
        "is_digit", "is_lower", "is_punct", "is_quote", "is_sent_start", "is_space", "is_title", "is_upper",
        "left_edge", "lemma_", "like_num", "lower_", "norm_", "pos_", "right_edge", "sent", "tag_", "text",
        "whitespace_",
    )  # fmt: skip

    doc: "Doc"
    i: int
    idx: int
    text: str
    lower_: str
    norm_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_alpha: bool
    is_digit: bool
    is_lower: bool
    is_upper: bool
    is_title: bool
    is_punct: bool
    is_space: bool
    is_quote: bool
    is_currency: bool
    like_num: bool
    is_sent_start: bool | None
    head: "Token"
    children: tuple["Token", ...]
    conjuncts: tuple["Token", ...]
    left_edge: "Token"
    right_edge: "Token"
    sent: "TokenSpan"

    def __init__(self, doc: "Doc", i: int) -> None:
        self.doc = doc
        self.i = i

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> tuple["Token", ...]:
        """Children before it."""
        return self.children[: self.n_lefts]

    @property
    def rights(self) -> tuple["Token", ...]:
        """Children behind it."""
        return self.children[self.n_lefts :]

    @property
    def n_lefts(self) -> int:
        """How many children stand before it."""
        return bisect_right(self.children, self.i, key=_place)

    @property
    def n_rights(self) -> int:
        """How many children stand behind it."""
        return len(self.children) - self.n_lefts

    @property
    def ancestors(self) -> Iterator["Token"]:
        """Its head, the head of that, and so on."""
        here = self
        while here.head != here:
            here = here.head
            yield here

    @property
    def subtree(self) -> Iterator["Token"]:
        """The token with all that depends on it."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def text_with_ws(self) -> str:
        """The token as written, with the space behind it."""
        return self.text + self.whitespace_

    @property
    def morph(self) -> MorphAnalysis:
        """Its features."""
        return self.doc.source[self.i].morph

    def nbor(self, i: int = 1) -> "Token":
        """The token `i` places on. Raises IndexError where there is none."""
        if not 0 <= self.i + i < len(self.doc):
            raise IndexError(f"no token stands {i} places from token {self.i} of {len(self.doc)}")
        return self.doc.tokens[self.i + i]


class TokenSpan:
    """Half-open range of tokens, as spaCy's Span."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: "Doc", start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> "TokenSpan": ...
    def __getitem__(self, place: int | slice) -> "Token | TokenSpan":
        if isinstance(place, slice):
            start, end, _ = place.indices(self.end - self.start)
            return TokenSpan(self.doc, self.start + start, self.start + max(start, end))
        at = self.end + place if place < 0 else self.start + place
        if not self.start <= at < self.end:
            raise IndexError(f"no token {place} in a span of {len(self)}")
        return self.doc.tokens[at]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TokenSpan):
            return NotImplemented
        return self.doc is other.doc and (self.start, self.end) == (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """Where its first token begins."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where its last token ends."""
        if self.start == self.end:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as written."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def lemma_(self) -> str:
        """Its lemmas, spaced as its words."""
        return "".join(token.lemma_ + token.whitespace_ for token in self).strip()

    @property
    def sent(self) -> "TokenSpan":
        """The sentence in which it begins."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The first of its tokens that stand highest in the tree."""
        tokens = self.doc.tokens[self.start : self.end]
        roots = (token for token in tokens if token.head == token)
        if (found := next(roots, None)) is not None:
            return found
        outward = [token for token in tokens if not self.start <= token.head.i < self.end]
        if len(outward) == 1:
            return outward[0]
        return min(outward, key=_depth) if outward else self.doc.tokens[self.start]

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """What is coordinated with its root."""
        return self.root.conjuncts


class Doc:
    """The tokens of a document, as spaCy's Doc."""

    __slots__ = ("lang_", "sents", "source", "text", "tokens")

    def __init__(self, source: spacy.tokens.Doc, text: str) -> None:
        self.source = source
        self.text = text
        self.lang_ = source.lang_
        self.tokens = [Token(self, i) for i in range(len(source))]
        self.sents: tuple[TokenSpan, ...] = ()

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> TokenSpan: ...
    def __getitem__(self, place: int | slice) -> Token | TokenSpan:
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self.tokens))
            return TokenSpan(self, start, max(start, end))
        return self.tokens[place]

    def char_span(self, start: int, end: int, alignment_mode: Alignment = "strict") -> TokenSpan | None:
        """The tokens from one code point to another (half-open).

        What ends within a token is no span if `strict`, is widened if `expand` and narrowed if `contract`.
        """
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        begins, ends = start == first.idx, end == last.idx + len(last.text)
        match alignment_mode:
            case "strict":
                return TokenSpan(self, first.i, last.i + 1) if begins and ends else None
            case "contract":
                inner = first.i + (first.idx < start), last.i + (end >= last.idx + len(last.text))
                return TokenSpan(self, *inner) if inner[0] < inner[1] else None
            case "expand":
                is_behind = start == first.idx + len(first.text)  # at the space behind it
                return TokenSpan(self, first.i + is_behind, last.i + 1)

    def _at(self, place: int) -> Token | None:
        """The token that has a code point, or has it as the space behind it."""
        if not 0 <= place < len(self.text):
            return None
        return self.tokens[bisect_right(self.tokens, place, key=_start) - 1]

    def let_go(self) -> None:
        """Part the tokens from one another, so that they are freed at once and leave no circles for the collector."""
        for token in self.tokens:
            del token.doc, token.head, token.children, token.conjuncts, token.left_edge, token.right_edge, token.sent
        self.tokens, self.sents = [], ()


def _depth(token: Token) -> int:
    """How far a token stands from the root; as far as can be for white space and punctuation on which nothing hangs."""
    if (token.is_space or token.is_punct) and not token.children:
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)


def _start(token: Token) -> int:
    return token.idx


def _place(token: Token) -> int:
    return token.i
