"""Bursts of articles, and the events that are held against them."""

from datetime import date, timedelta

import pytest

from palanca.analysis.narratives import Automaton, Burst, Press, bursts, coincidences, dated_event, observed
from palanca.analysis.narratives.timing import DatedEvent
from palanca.records import ClaimId, DocumentId, Modality
from tests.analysis.narratives.making import article, press
from tests.claims.making import claims, meeting

FIRST = date(2024, 5, 1)


def a_month() -> Press:
    """Ten articles on each of thirty days."""
    days = [FIRST + timedelta(days=i) for i in range(30)]
    return press(*(article(f"{day:%d}-{i}", day.isoformat()) for day in days for i in range(10)))


RELEVANT = [DocumentId(f"{day}-{i}") for day in (14, 15) for i in range(6)]
BURST = Burst(first=date(2024, 5, 14), last=date(2024, 5, 15), level=1, weight=0.0, documents=tuple(RELEVANT))


def test_burst_has_its_days_and_documents() -> None:
    (one,) = bursts(a_month(), RELEVANT, Automaton(levels=1))
    assert (one.first, one.last, one.documents) == (BURST.first, BURST.last, BURST.documents)


def test_articles_of_a_month_or_of_no_date_are_in_no_burst() -> None:
    known = press(article("a", "2024-05"), article("b", None))
    assert (observed(known), bursts(known, known.articles, Automaton())) == (None, ())


def test_coincidence_tells_how_many_of_the_burst_tell_the_event() -> None:
    event = DatedEvent(
        claim=ClaimId("x"), days=(date(2024, 5, 16), date(2024, 5, 17)), documents=frozenset(RELEVANT[:4])
    )
    (one,), together = coincidences([BURST], [event], observed(a_month()))
    assert (one.event, one.days_apart, one.told_within, one.permutations) == ("x", 2, 4, 30)
    assert (one.p, one.adjusted_p, together) == pytest.approx((0.2, 0.2, 0.2))  # from the 14th to the 19th


def test_bursts_within_bursts_are_not_counted_again() -> None:
    within = Burst(first=BURST.first, last=BURST.first, level=2, weight=0.0, documents=())
    event = DatedEvent(claim=ClaimId("x"), days=(FIRST, FIRST), documents=frozenset())
    found, _ = coincidences([BURST, within], [event], observed(a_month()))
    assert [one.burst for one in found] == [BURST]


@pytest.mark.parametrize(
    ("modality", "when", "is_event"),
    [
        (Modality.ASSERTED, "2024-05-04", True), (Modality.REPORTED, "2024-05-04/2024-05-06", True),
        (Modality.DENIED, "2024-05-04", False), (Modality.PLANNED, "2024-05-04", False),
        (Modality.ASSERTED, "2024-05", False), (Modality.ASSERTED, "2024-05-01/2024-06-30", False),
    ],
)  # fmt: skip
def test_event_happened_on_known_days(modality: Modality, when: str, is_event: bool) -> None:
    (claim,) = claims(meeting("a", "Ama Owusu", "Bruno Keller", when=when, modality=modality))
    assert (dated_event(claim) is not None) == is_event
