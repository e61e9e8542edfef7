"""A parse at rest answers as spaCy does."""

import gc
import weakref

import pytest
import spacy.tokens

from palanca.reading.grammar.freezing import frozen
from palanca.reading.grammar.parse import Doc, Token, TokenSpan
from palanca.reading.language import Languages

TEXT = (
    "LIMA, 3 May — Ana Ruiz, Peru's minister of trade, met her peers from Chad, Togo and Mali on Monday.\n"
    '"We agreed," she said, "that $5 million and 20 ships will not be sent."  They left.'
)
VALUES = (
    "i", "idx", "text", "lower_", "norm_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "ent_iob_", "whitespace_",
    "text_with_ws", "is_alpha", "is_digit", "is_lower", "is_upper", "is_title", "is_punct", "is_space", "is_quote",
    "is_currency", "like_num", "is_sent_start", "n_lefts", "n_rights", "morph",
)  # fmt: skip
GROUPS = ("children", "lefts", "rights", "conjuncts", "ancestors", "subtree")


@pytest.fixture(scope="module")
def source() -> spacy.tokens.Doc:
    doc: spacy.tokens.Doc = Languages().load("en")(TEXT)
    return doc


@pytest.fixture(scope="module")
def doc(source: spacy.tokens.Doc) -> Doc:
    return frozen(source)


@pytest.mark.parametrize("name", VALUES)
def test_token_has_the_values_of_spacys(name: str, doc: Doc, source: spacy.tokens.Doc) -> None:
    assert [getattr(token, name) for token in doc] == [getattr(token, name) for token in source]


@pytest.mark.parametrize("name", GROUPS)
def test_token_stands_among_the_same_tokens(name: str, doc: Doc, source: spacy.tokens.Doc) -> None:
    assert [[t.i for t in getattr(token, name)] for token in doc] == [
        [t.i for t in getattr(token, name)] for token in source
    ]


def test_token_has_the_same_head_and_edges(doc: Doc, source: spacy.tokens.Doc) -> None:
    def places(token: Token | spacy.tokens.Token) -> tuple[int, ...]:
        return token.head.i, token.left_edge.i, token.right_edge.i, token.sent.start, token.sent.end

    assert [places(token) for token in doc] == [places(token) for token in source]


@pytest.mark.parametrize("place", [slice(0, 4), slice(7, 12), slice(-6, -1), slice(9, 9), slice(12, 90), slice(None)])
def test_span_is_that_of_spacy(place: slice, doc: Doc, source: spacy.tokens.Doc) -> None:
    ours, theirs = doc[place], source[place]
    assert (ours.start, ours.end, ours.start_char, ours.end_char) == (
        theirs.start, theirs.end, theirs.start_char, theirs.end_char,
    )  # fmt: skip
    assert (ours.text, ours.lemma_, len(ours)) == (theirs.text, theirs.lemma_, len(theirs))
    if len(ours):
        assert (ours.root.i, ours[-1].i, ours[1:3].text) == (theirs.root.i, theirs[-1].i, theirs[1:3].text)


def test_sentences_are_those_of_spacy(doc: Doc, source: spacy.tokens.Doc) -> None:
    assert [(s.start, s.end) for s in doc.sents] == [(s.start, s.end) for s in source.sents]


@pytest.mark.parametrize("mode", ["strict", "contract", "expand"])
def test_code_points_give_the_tokens_that_spacy_gives(mode: str, doc: Doc, source: spacy.tokens.Doc) -> None:
    for start in range(0, len(TEXT), 3):
        for end in (start + 1, start + 5, start + 9, len(TEXT) + 1):
            ours = doc.char_span(start, end, alignment_mode=mode)  # type: ignore[arg-type]  # one of the three
            theirs = source.char_span(start, end, alignment_mode=mode)
            assert _ends(ours) == _ends(theirs)


def _ends(span: TokenSpan | spacy.tokens.Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span is not None else None


def test_no_token_stands_beyond_the_ends(doc: Doc) -> None:
    with pytest.raises(IndexError):
        doc[len(doc)]
    with pytest.raises(IndexError):
        doc[2:4][2]
    with pytest.raises(IndexError, match="no token stands -1 places from token 0"):
        doc[0].nbor(-1)


class _Kept(Doc):
    """One that can be watched."""

    __slots__ = ("__weakref__",)


def test_parse_that_is_let_go_is_freed_without_the_collector(
    source: spacy.tokens.Doc, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("palanca.reading.grammar.freezing.Doc", _Kept)
    gc.disable()
    try:
        doc = frozen(source)
        watched = weakref.ref(doc)
        doc.let_go()
        del doc
        assert watched() is None
    finally:
        gc.enable()
