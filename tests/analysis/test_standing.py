"""Votes of two countries, and what they do to each other."""

import pytest

from palanca.analysis.standing import Ballot, Cast, Rate, agreements, kappa, rate
from palanca.records import ClaimId


def ballots(years: str, casts: str) -> dict[str, Ballot]:
    """Resolutions 0, 1, 2 … of the years in order; y, n, a are votes and a dot an absence."""
    words = {"y": Cast.YES, "n": Cast.NO, "a": Cast.ABSTAIN}
    told = zip(years.split(), casts, strict=True)
    return {
        str(number): Ballot(cast=words[cast], year=int(year), claim=ClaimId(f"{casts}{number}"))
        for number, (year, cast) in enumerate(told)
        if cast != "."
    }


def test_kappa_sets_agreement_against_chance() -> None:
    # the worked example of Cohen's kappa in textbooks: 20 and 15 of 50 agree, by chance a half would
    table = {
        (Cast.YES, Cast.YES): 20, (Cast.YES, Cast.NO): 5, (Cast.NO, Cast.YES): 10, (Cast.NO, Cast.NO): 15,
    }  # fmt: skip
    assert kappa(table) == pytest.approx(0.4)


def test_kappa_is_undefined_where_both_always_cast_one_vote() -> None:
    assert kappa({(Cast.YES, Cast.YES): 9}) is None


def test_bounds_are_wilsons() -> None:
    found = rate(8, 10)
    assert found.low == pytest.approx(0.4902, abs=1e-4)
    assert found.high == pytest.approx(0.9433, abs=1e-4)


def test_nothing_has_no_rate() -> None:
    assert rate(0, 0) == Rate(number=0, of=0, share=None, low=None, high=None)


def test_an_absence_is_counted_and_is_no_vote() -> None:
    (found,) = agreements("CHL", ballots("2001 2001 2001", "yn."), ballots("2001 2001 2001", "y.a"), by_year=False)
    assert (found.rate.number, found.rate.of, found.host_only, found.power_only) == (1, 1, 1, 1)


def test_an_abstention_agrees_with_an_abstention_only() -> None:
    (found,) = agreements("CHL", ballots("2001 2001", "aa"), ballots("2001 2001", "an"), by_year=False)
    assert (found.rate.number, found.rate.of) == (1, 2)


def test_a_year_without_votes_is_not_there() -> None:
    found = agreements("CHL", ballots("2001 2003", "yy"), ballots("2001 2003", "yn"), by_year=True)
    assert [(one.year, one.rate.number, one.rate.of) for one in found] == [(2001, 1, 1), (2003, 0, 1)]
