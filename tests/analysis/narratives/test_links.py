"""Which articles belong together, and which stay apart."""

from datetime import date, timedelta

from palanca.analysis.narratives.links import Star, links, stars
from palanca.analysis.narratives.press import Press
from palanca.analysis.narratives.shared import FULL, WEAK, Shared
from palanca.records import DocumentId, Span
from tests.analysis.narratives.making import article, claim, press, quotation

A, B = DocumentId("a"), DocumentId("b")
TWO = press(article("a", "2024-05-01"), article("b", "2024-05-04"))


def no_passage(_one: DocumentId, _other: DocumentId) -> tuple[Span, Span] | None:
    return None


def joined(known: Press, *things: Shared) -> list[str]:
    return ["".join(pair) for pair in links(things, known, no_passage)]


def test_one_claim_that_tells_a_story_by_itself_links() -> None:
    assert joined(TWO, claim("x", FULL, a=0, b=50)) == ["ab"]


def test_one_thing_that_does_not_is_not_enough_and_two_are() -> None:
    assert joined(TWO, claim("x", WEAK, a=0, b=50)) == []
    assert joined(TWO, claim("x", WEAK, a=0, b=50), quotation(WEAK, a=20, b=80)) == ["ab"]


def test_two_claims_of_the_same_words_are_one_thing() -> None:
    assert joined(TWO, claim("x", WEAK, a=0, b=50), claim("y", WEAK, a=5, b=90)) == []


def test_passage_makes_up_for_what_one_weak_thing_lacks() -> None:
    words = Span(0, 200), Span(40, 240)
    found = links([claim("x", WEAK, a=0, b=50)], TWO, lambda _one, _other: words)
    assert [reason.kind for reason in found[A, B]] == ["passage", "claim"]
    assert (found[A, B][0].there.span, found[A, B][0].here.span) == words


def test_passage_is_not_asked_for_without_anything_shared() -> None:
    assert links([], TWO, lambda _one, _other: (Span(0, 9), Span(0, 9))) == {}


def test_same_claim_two_months_later_is_another_story() -> None:
    known = press(article("a", "2024-05-01"), article("b", "2024-07-04"), article("c", "2024-07-05"))
    assert joined(known, claim("x", FULL, a=0, b=0, c=0)) == ["bc"]


def test_undated_article_is_linked_to_nothing() -> None:
    assert joined(press(article("a", "2024-05-01"), article("b", None)), claim("x", FULL, a=0, b=0)) == []


def chain(length: int) -> tuple[Press, list[Shared]]:
    """A year of articles each of which shares a claim with the next alone, a week later."""
    days = [date(2024, 1, 1) + timedelta(days=7 * i) for i in range(length)]
    known = press(*(article(f"n{i:02}", day.isoformat()) for i, day in enumerate(days)))
    return known, [claim(f"c{i}", FULL, **{f"n{i:02}": 0, f"n{i + 1:02}": 50}) for i in range(length - 1)]


def test_chain_of_a_year_does_not_become_one_story() -> None:
    known, things = chain(52)
    found = stars(links(things, known, no_passage), known)
    assert max(len(star.satellites) for star in found) == 2
    named = [one for star in found for one in (star.centre, *star.satellites)]
    assert len(named) == len(set(named))


def test_star_is_the_unit_with_most_links_and_those_linked_to_it() -> None:
    known = press(*(article(name, "2024-05-01") for name in "abcd"))
    things = [claim("x", FULL, a=0, b=0), claim("y", FULL, b=20, c=20), claim("z", FULL, c=40, d=40)]
    assert stars(links(things, known, no_passage), known) == [Star(B, (A, DocumentId("c")))]


def test_thing_of_a_crowd_gives_pairs_in_proportion() -> None:
    names = [f"n{i:03}" for i in range(200)]
    known = press(*(article(name, "2024-05-01") for name in names))
    assert len(joined(known, claim("x", FULL, **dict.fromkeys(names, 0)))) == 16 * 200 - 16 * 17 // 2
