"""How near starts lie to events, and how often chance would have it."""

from datetime import date

import pytest

from palanca.analysis.narratives.coinciding import Nearness, Nearnesses, holm, nearnesses

MAY = date(2024, 5, 1), date(2024, 5, 20)


def day(number: int) -> date:
    return date(2024, 5, number)


def test_start_a_day_before_the_only_event_of_twenty_days() -> None:
    """Of twenty shifts three bring the start to the 9th, 10th or 11th."""
    found = nearnesses([day(9)], [(day(10), day(10))], MAY)
    assert found == Nearnesses(each=(Nearness(event=0, days=1, p=0.15, adjusted=0.15),), together=0.15, shifts=20)


def test_event_of_several_days_is_reached_on_any_of_them() -> None:
    found = nearnesses([day(12)], [(day(10), day(13)), (day(19), day(19))], MAY)
    assert found is not None
    assert found.each == (Nearness(event=0, days=0, p=0.25, adjusted=0.25),)


def test_event_before_the_start_has_negative_days() -> None:
    found = nearnesses([day(12)], [(day(2), day(9))], MAY)
    assert found is not None
    assert found.each[0].days == -3


def test_two_starts_shift_together() -> None:
    """No shift but none brings two starts a week apart onto two events a week apart."""
    events = [(day(5), day(5)), (day(12), day(12))]
    found = nearnesses([day(5), day(12)], events, MAY)
    assert found is not None
    assert (found.together, found.each[0].p, found.each[0].adjusted) == (0.05, 0.1, 0.2)


def test_nothing_to_hold_against_each_other() -> None:
    assert nearnesses([], [(day(5), day(5))], MAY) is None
    assert nearnesses([day(5)], [], MAY) is None


def test_holm_never_lets_a_larger_chance_come_out_smaller() -> None:
    assert holm([0.04, 0.01, 0.03]) == pytest.approx([0.06, 0.03, 0.06])
