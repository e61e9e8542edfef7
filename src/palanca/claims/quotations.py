"""Which statements tell one saying: the same speaker and the same words, or a part of them."""

from collections.abc import Hashable, Iterable, Iterator

from rapidfuzz.fuzz import partial_ratio, ratio, token_sort_ratio

from palanca.claims.clusters import Likeness, clusters
from palanca.claims.telling import Told, overlap
from palanca.claims.wording import runs

_SAME_WORDS = 90  # of 100
_SAME_PART = 95  # of 100: a part is cited, not retold
_LEAST_PART = 6  # words: shorter ones within longer ones may be anybody's
_LEAST_REPEATED = 4  # words: "no comment" is said anew each time
_CROWD = 64  # sayings of one speaker: three words that more than these share tell none apart


def group_quotations(statements: Iterable[Told]) -> list[list[Told]]:
    """The groups of statements that tell one saying each."""
    return clusters(statements, Likeness(keys=_keys, form=_form, fits=_is_one, crowd=_CROWD))


def _keys(one: Told) -> Iterator[Hashable]:
    if one.speaker and one.words:
        yield from ((one.speaker.key, run) for run in runs(one.words))


def reaches_of_quotation(one: Told) -> Iterator[tuple[str]]:
    """Who says it."""
    if one.speaker and one.words:
        yield (one.speaker.key,)


def _form(one: Told) -> Hashable:
    return one.words, one.likely_days


def _is_one(one: Told, other: Told) -> bool:
    short, long = sorted((one.words, other.words), key=len)
    words = len(short.split())
    if ratio(short, long) >= _SAME_WORDS:
        return words >= _LEAST_REPEATED or _are_of_one_time(one, other)
    if words >= _LEAST_PART and token_sort_ratio(short, long) >= _SAME_WORDS:
        return True
    return words >= _LEAST_PART and partial_ratio(short, long) >= _SAME_PART


def _are_of_one_time(one: Told, other: Told) -> bool:
    return one.likely_days is not None and other.likely_days is not None and overlap(one.likely_days, other.likely_days)
