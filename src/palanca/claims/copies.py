"""Near copies of texts, and long passages that texts share: one wire story in many papers is one voice.

MinHash over word shingles (Broder, On the resemblance and containment of documents, 1997) by the library datasketch,
16 bits kept of each hash (Li and König, b-bit minwise hashing, 2010); passages by winnowing (Schleimer, Wilkerson and
Aiken, 2003).
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from palanca.records import DocumentId, Span
from palanca.records.ids import content_hash
from palanca.records.names import fold

_SHINGLE = 3  # words
_PERMUTATIONS = 128
_SEED = 1
_SCHEME = "affine32"  # named, because the library's own choice has changed between versions
_LEAST_WORDS = 30  # shorter texts are alike by chance: only the same words make them copies
_HEX_DIGITS = _PERMUTATIONS * 4
# Share of equal hashes from which two texts are copies. Of 900 Wikinews articles with 5–15 % of their words changed and
# up to a third of their paragraphs cut, 93 % reach it, and 98 % while no more than a fifth is cut; of 14,535 pairs of
# different articles, follow-ups of the same event among them, none comes over 0.11 (`benchmarks/claim_groups.py`).
_ALIKE = 0.3
_BAND = 2  # hashes: of pairs as alike as `_ALIKE`, one of 64 bands agrees in 99.8 %

_GRAM = 20  # words
_WINDOW = 6  # grams: every run of 25 shared words has one whole window, so its smallest gram is kept of both texts
_WORD = re.compile(r"[^\W_]+")
_MULTIPLIER = 0x9E3779B97F4A7C15  # odd, of 64 bits: 2^64 over the golden ratio
_WORDS_AT_HAND = 65_536
_TEXTS_AT_HAND = 64

type _Permutations = np.typing.NDArray[np.uint32]
type _Hashes = np.typing.NDArray[np.uint64]
type _Rows = np.typing.NDArray[np.uint16]
type _Places = np.typing.NDArray[np.int64]


def signature(text: str) -> str:
    """What tells near copies of a text: equal for equal words, the same in every process and version; hexadecimal."""
    words = fold(text).split()
    if len(words) < _LEAST_WORDS:
        return content_hash("words", *words)
    shingles = {" ".join(words[i : i + _SHINGLE]).encode() for i in range(len(words) - _SHINGLE + 1)}
    from datasketch import MinHash

    hashed = MinHash(num_perm=_PERMUTATIONS, seed=_SEED, scheme=_SCHEME, permutations=_permutations())
    hashed.update_batch(shingles)
    values: bytes = hashed.hashvalues.astype("<u2").tobytes()
    return values.hex()


def groups_of_copies(signatures: Mapping[DocumentId, str]) -> dict[DocumentId, DocumentId]:
    """For each document the smallest id of those that are near copies of it, in turn. The order does not matter."""
    same: dict[str, list[DocumentId]] = {}
    for document in sorted(signatures):
        same.setdefault(signatures[document], []).append(document)
    of_text = {documents[0]: documents for documents in same.values()}
    firsts = [documents[0] for text, documents in same.items() if len(text) == _HEX_DIGITS]
    rows = np.array([np.frombuffer(bytes.fromhex(signatures[one]), dtype="<u2") for one in firsts], dtype=np.uint16)
    group = {first: first for first in of_text}
    if len(firsts) > 1:
        group |= {firsts[i]: firsts[smallest] for i, smallest in enumerate(_components(rows))}
    return {document: group[first] for first, documents in of_text.items() for document in documents}


def _components(rows: _Rows) -> list[int]:
    """For each row the first of those that it is alike to, in turn."""
    group: _Places = np.arange(len(rows))
    for start in range(0, _PERMUTATIONS, _BAND):
        key = np.ascontiguousarray(rows[:, start : start + _BAND]).view(np.uint32).ravel()
        order: _Places = np.argsort(key, kind="stable")
        left, distance = np.arange(len(rows) - 1), 1
        while len(left):
            left = left[left + distance < len(rows)]
            left = left[key[order[left]] == key[order[left + distance]]]
            _join(group, rows, order[left], order[left + distance])
            distance += 1
    return [int(smallest) for smallest in group]


def _join(group: _Places, rows: _Rows, ones: _Places, others: _Places) -> None:
    """Put together the groups of those pairs that are alike; pairs already together need not be compared."""
    apart = group[ones] != group[others]
    ones, others = ones[apart], others[apart]
    alike = (rows[ones] == rows[others]).sum(axis=1) >= _ALIKE * _PERMUTATIONS
    for one, other in zip(ones[alike], others[alike], strict=True):
        first, second = sorted((group[one], group[other]))
        if first != second:
            group[group == second] = first


@cache
def _permutations() -> _Permutations:
    """Drawn once: drawing them takes longer than a short text's hash."""
    from datasketch import MinHash

    drawn: _Permutations = MinHash(num_perm=_PERMUTATIONS, seed=_SEED, scheme=_SCHEME).permutations
    return drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPassage:
    """Words in a row that stand in two documents; `one` has the smaller id."""

    one: DocumentId
    one_span: Span
    other: DocumentId
    other_span: Span


def shared_passages(texts: Mapping[DocumentId, str]) -> Iterator[SharedPassage]:
    """Passages that stand in several documents, as long as they go, case, accents and punctuation left out.

    All of 25 words and more are found, none under 20. Each is paired with the first document that has it, by id, so
    that a passage in a thousand documents gives 999 pairs; in order of ids, then of the first document's text. The work
    is that of sorting a third of all words.
    """
    documents = sorted(texts)

    @lru_cache(maxsize=_TEXTS_AT_HAND)
    def page(i: int) -> _Page:
        return _page(texts[documents[i]])

    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for one, other, here, there in _same_grams([_kept_grams(_page(texts[document]).words) for document in documents]):
        found.setdefault((one, other), []).append((here, there))
    for (one, other), grams in sorted(found.items()):
        for first, second, length in _runs(page(one).words, page(other).words, sorted(grams)):
            yield SharedPassage(
                one=documents[one], one_span=page(one).span(first, length),
                other=documents[other], other_span=page(other).span(second, length),
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Page:
    """The words of a text as they are compared, and where each stands."""

    words: tuple[str, ...]
    ends: tuple[tuple[int, int], ...]

    def span(self, first: int, length: int) -> Span:
        return Span(self.ends[first][0], self.ends[first + length - 1][1])


def _page(text: str) -> _Page:
    found = [(fold(match.group()), match.span()) for match in _WORD.finditer(text)]
    return _Page(tuple(word for word, _ in found), tuple(span for _, span in found))


type _Grams = tuple[_Hashes, _Places]


def _kept_grams(words: tuple[str, ...]) -> _Grams:
    """The smallest gram of every window, each once: its hash, and the place of its first word."""
    if len(words) < _GRAM + _WINDOW - 1:
        return np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int64)
    hashed = np.array([word_hash(word) for word in words], dtype=np.uint64)
    powers = np.array([pow(_MULTIPLIER, i, 2**64) for i in range(_GRAM)], dtype=np.uint64)
    grams = np.lib.stride_tricks.sliding_window_view(hashed, _GRAM) @ powers
    smallest = np.lib.stride_tricks.sliding_window_view(grams, _WINDOW).argmin(axis=1)
    places = np.unique(smallest + np.arange(len(smallest)))
    return grams[places], places


@lru_cache(maxsize=_WORDS_AT_HAND)
def word_hash(word: str) -> int:
    """The same 64 bits for the same word or words, on every machine."""
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")


def _same_grams(kept: list[_Grams]) -> Iterator[tuple[int, int, int, int]]:
    """The first document that has a gram, every other, and the place in each, of those that two or more have."""
    if not any(len(places) for _, places in kept):
        return
    hashes = np.concatenate([grams for grams, _ in kept])
    places = np.concatenate([where for _, where in kept])
    documents = np.repeat(np.arange(len(kept)), [len(where) for _, where in kept])
    order = np.argsort(hashes, kind="stable")  # stable: in order of documents, then of places
    hashes, places, documents = hashes[order], places[order], documents[order]
    starts = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1], True])
    first = np.repeat(starts[:-1], np.diff(starts))
    is_next = np.r_[True, documents[1:] != documents[:-1]] & (documents != documents[first])
    for i in np.flatnonzero(is_next):
        yield int(documents[first[i]]), int(documents[i]), int(places[first[i]]), int(places[i])


def _runs(one: tuple[str, ...], other: tuple[str, ...], grams: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Where the words run alike around these grams, as far as they do: both places, and how many words."""
    reached: dict[int, int] = {}  # by the shift between the texts, up to which word of the first they were compared
    for here, there in grams:
        if here < reached.get(here - there, 0) or one[here : here + _GRAM] != other[there : there + _GRAM]:
            continue
        back = 0
        while back < min(here, there) and one[here - back - 1] == other[there - back - 1]:
            back += 1
        end = _GRAM
        while here + end < len(one) and there + end < len(other) and one[here + end] == other[there + end]:
            end += 1
        reached[here - there] = here + end
        yield here - back, there - back, back + end
