"""A parse in the hand: heads, labels and tags of a document that may be changed, and are then put back at once."""

from collections.abc import Iterator

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, NORM, POS, TAG
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc, Token

_CLAUSAL = {"VERB", "AUX"}


class Tree:
    """The parse of one document, by token index. It is a tree again after every step."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.heads = [token.head.i for token in doc]
        self.labels = [token.dep_ for token in doc]
        self.tags = [token.tag_ for token in doc]
        self.parts = [token.pos_ for token in doc]
        self.norms = [token.norm_ for token in doc]
        self.lemmas = [token.lemma_ for token in doc]
        self._sentence = [range(sent.start, sent.end) for sent in doc.sents for _ in sent]

    def word(self, i: int) -> str:
        """The token as written, in lower case."""
        return self.doc[i].lower_

    def token(self, i: int) -> Token:
        """The token at an index."""
        return self.doc[i]

    def children(self, i: int, *labels: str) -> list[int]:
        """What hangs on a token, in order of the text; with `labels`, only what hangs on it so."""
        heads = self.heads
        return [c for c in self._sentence[i] if heads[c] == i != c and (not labels or self.labels[c] in labels)]

    def hang(self, i: int, head: int, label: str) -> None:
        """Hang a token, with all that hangs on it, on another; never on what hangs on it, nor in another sentence."""
        if head == i or self._may_hang(i, head):
            self.heads[i], self.labels[i] = head, label

    def _may_hang(self, i: int, head: int) -> bool:
        above = head
        while above != i and self.heads[above] != above:
            above = self.heads[above]
        return above != i and head in self._sentence[i]

    def swap(self, below: int, above: int, label: str) -> None:
        """Let `below`, which hangs on `above`, take its place, and hang `above` on it."""
        is_root = self.heads[above] == above
        self.hang(below, below if is_root else self.heads[above], self.labels[above])
        self.hang(above, below, label)

    def is_verb(self, i: int) -> bool:
        """Whether the token is a verb or an auxiliary."""
        return self.parts[i] in _CLAUSAL

    def within(self) -> Iterator[int]:
        """All tokens but white space, in order."""
        return (token.i for token in self.doc if not token.is_space)

    def put_back(self) -> None:
        """Give the document its parse anew. The sentences stay what they were."""
        strings = self.doc.vocab.strings
        rows = np.zeros((len(self.doc), 6), dtype="uint64")
        for i, head in enumerate(self.heads):
            rows[i] = (
                np.int64(head - i).astype("uint64"),
                strings.add(self.labels[i]),
                strings.add(self.tags[i]),
                IDS[self.parts[i]],
                strings.add(self.norms[i]),
                strings.add(self.lemmas[i]),
            )
        self.doc.from_array([HEAD, DEP, TAG, POS, NORM, LEMMA], rows)  # type: ignore[arg-type]  # attributes are integers
