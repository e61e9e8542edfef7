"""What happened around a day: certain, possible, outside and undated apart."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.analysis import window
from palanca.records import Claim, Time
from tests.analysis.making import claim, office

DAY = date(2024, 3, 14)


def told(time: str | None) -> Claim:
    return claim(office("Ama Owusu", "a", "minister", time=time))


@pytest.mark.parametrize(
    ("time", "where"),
    [
        ("2024-03-14", "certain"),
        ("2024-02-29", "certain"),
        ("2024-02-28", "outside"),
        ("2024-03-15", "outside"),
        ("2024-03", "possible"),
        ("2024", "possible"),
        ("2024-03-01/2024-03-10", "certain"),
        ("2024-03-10/..", "possible"),
        ("../2024-01", "outside"),
        ("2023", "outside"),
        (None, "undated"),
    ],
)
def test_claim_is_sorted_by_what_its_time_can_mean(time: str | None, where: str) -> None:
    found = window([told(time)], DAY, before_days=14, after_days=0)
    counts = {
        "certain": len(found.certain),
        "possible": len(found.possible),
        "outside": found.outside,
        "undated": found.undated,
    }
    assert counts == {"certain": 0, "possible": 0, "outside": 0, "undated": 0} | {where: 1}


@given(st.lists(st.dates(date(2023, 1, 1), date(2025, 12, 31))), st.integers(0, 400), st.integers(0, 400))
def test_every_claim_is_counted_once_and_days_are_never_merely_possible(
    days: list[date], before: int, after: int
) -> None:
    claims = [told(str(Time.day(day))) for day in days]
    found = window(claims, DAY, before_days=before, after_days=after)
    assert (len(found.certain) + found.outside, found.possible, found.undated) == (len(days), [], 0)
    assert all(found.first <= (s.time.first_day or date.min) <= found.last for s in found.certain if s.time)
