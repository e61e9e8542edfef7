"""Quoted words that several articles have."""

from hypothesis import given
from hypothesis import strategies as st

from palanca.analysis.narratives.quotes import LEAST_WORDS, Sayings
from palanca.analysis.narratives.shared import FULL, WEAK, Shared
from palanca.records import DocumentId, Span

WATER = "The river belongs to both banks and to nobody else"


def shared(**texts: str) -> list[Shared]:
    """What articles share of which the whole text is one quotation."""
    known = {DocumentId(name): text for name, text in texts.items()}
    sayings = Sayings(known.__getitem__)
    for document, text in known.items():
        sayings.add(document, text, [Span(0, len(text))])
    return list(sayings.shared())


def test_equal_words_are_shared_whatever_the_punctuation() -> None:
    (one,) = shared(a=WATER, b="“The river belongs — to both banks, and to nobody else!”")
    assert {document: span.start for document, span in one.places.items()} == {"a": 0, "b": 1}


def test_words_within_longer_ones_are_shared_at_their_place() -> None:
    (one,) = shared(a=f"I say it again. {WATER}, as my father did.", b=WATER)
    assert one.places == {"a": Span(16, 16 + len(WATER)), "b": Span(0, len(WATER))}


def test_two_long_ones_that_hold_a_short_one_share_no_more_than_that() -> None:
    found = shared(a=f"{WATER} for ever", b=WATER, c=f"Believe me {WATER}")
    assert [sorted(one.places) for one in found] == [["a", "b", "c"]]


def test_short_words_may_be_anybodys() -> None:
    assert shared(a="We have no comment now", b="We have no comment now") == []


def test_twelve_words_tell_a_story_and_fewer_do_not() -> None:
    longer = f"{WATER} but the sea"
    assert [one.weight for one in shared(a=WATER, b=WATER)] == [WEAK]
    assert [one.weight for one in shared(a=longer, b=longer)] == [FULL]


def test_one_article_that_quotes_twice_shares_nothing() -> None:
    sayings = Sayings(lambda _: f"{WATER}. {WATER}.")
    sayings.add(DocumentId("a"), f"{WATER}. {WATER}.", [Span(0, len(WATER)), Span(len(WATER) + 2, 2 * len(WATER) + 2)])
    assert list(sayings.shared()) == []


NUMBERED = st.lists(st.integers(0, 4), min_size=LEAST_WORDS, max_size=12)


@given(NUMBERED, NUMBERED, NUMBERED)
def test_any_six_words_within_others_are_found(before: list[int], inner: list[int], after: list[int]) -> None:
    words, longer = (" ".join(f"w{i}" for i in several) for several in (inner, [*before, *inner, *after]))
    assert any(set(one.places) == {"a", "b"} for one in shared(a=words, b=longer))
