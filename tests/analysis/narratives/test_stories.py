"""First seen, who repeats whom and how late, voices."""

import pytest

from palanca.analysis.narratives import Narrative, Passages, Place, Press, Reason, ReasonKind, Shared, stories
from palanca.analysis.narratives.shared import FULL
from palanca.analysis.narratives.stories import first_seen
from palanca.records import DocumentId, Span
from tests.analysis.narratives.making import article, claim, press, quotation

WORDS = " ".join(f"word{i}" for i in range(40))


def told(known: Press, *things: Shared) -> list[Narrative]:
    return stories(known, things, Passages(lambda document: f"{document} {WORDS}"))


@pytest.mark.parametrize(
    ("published", "first"),
    [
        (["2024-05-01", "2024-05-02"], "0"),
        (["2024-05-01", "2024-05-01"], "01"),
        (["2024-05-02", "2024-05"], "01"),
        (["2024-05-02", "2024-04", "2024-05-03"], "1"),
        (["2024-05-02", "2024-05-03", None], "02"),
        (["2024-05-02", "2024-05-04~"], "01"),
    ],
)
def test_first_is_whom_none_is_known_to_precede(published: list[str | None], first: str) -> None:
    articles = [article(str(i), day) for i, day in enumerate(published)]
    found = first_seen(articles)
    assert ("".join(found.documents), found.is_certain) == (first, len(first) == 1)


def test_quotation_is_repeated_from_the_first_that_had_it_with_the_days_between() -> None:
    known = press(article("a", "2024-05-01"), article("b", "2024-05"), article("c", "2024-05-09"))
    (one,) = told(known, quotation(FULL, a=0, b=20, c=40))
    assert [(r.document, r.of, r.least_days, r.most_days, r.order_is_known) for r in one.repeats] == [
        ("b", "a", 0, 30, False),
        ("c", "a", 8, 8, True),
    ]
    assert one.repeats[1].reason == Reason(
        kind=ReasonKind.QUOTATION,
        here=Place(document=DocumentId("c"), span=Span(40, 50)),
        there=Place(document=DocumentId("a"), span=Span(0, 10)),
    )


def test_claim_told_by_both_is_no_repetition() -> None:
    known = press(article("a", "2024-05-01", "Star"), article("b", "2024-05-02", "Herald"))
    (one,) = told(known, claim("x", FULL, a=0, b=20))
    assert (one.repeats, one.independent, [link.to for link in one.links]) == ((), 2, ["a"])


def test_copies_alone_are_a_narrative_of_one_voice_even_without_a_date() -> None:
    (one,) = told(press(article("a", "2024-05-01"), article("b", None), copies={"b": "a"}))
    assert (one.documents, one.voices, one.first.is_certain) == (("a", "b"), (0, 0), False)
    assert [reason.kind for link in one.links for reason in link.reasons] == ["copy"]
    assert one.repeats == ()


def test_copy_of_a_satellite_comes_with_it() -> None:
    known = press(article("a", "2024-05-01"), article("b", "2024-05-02"), article("c", "2024-06-30"), copies={"c": "b"})
    (one,) = told(known, claim("x", FULL, a=0, b=20))
    assert one.documents == ("a", "b", "c")
    assert [(link.document, link.to) for link in one.links] == [("b", "a"), ("c", "b")]


def test_order_of_articles_and_things_changes_nothing() -> None:
    articles = [article(name, f"2024-05-0{day}") for name, day in zip("abcd", (3, 1, 2, 2), strict=True)]
    things = [claim("x", FULL, a=0, b=0), quotation(FULL, b=20, c=20), claim("y", FULL, c=40, d=40)]
    assert told(press(*articles), *things) == told(press(*reversed(articles)), *reversed(things))
