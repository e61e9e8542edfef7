"""How long an office was held, and who held it on a day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.analysis.incumbents import Incumbents, destination, incumbent_of
from palanca.analysis.offices_at import Holder, HolderStanding, holder_of, standings_at
from palanca.claims.telling import Days, days_of
from palanca.claims.tenures import tenure_of
from palanca.records import (
    Claim,
    DocumentId,
    EntityId,
    Evidence,
    Filler,
    Kind,
    Modality,
    OfficeDetail,
    OfficeStatus,
    Party,
    Role,
    RoleName,
    Span,
    Stance,
    Statement,
    Time,
)


def told(
    person: str, *, start: str | None = None, end: str | None = None, shown: Iterable[str] = (),
    role: str = "ambassador to kenya", status: OfficeStatus = OfficeStatus.CURRENT,
    modality: Modality = Modality.ASSERTED,
) -> tuple[Claim, list[Statement]]:  # fmt: skip
    """A claim of one person to an office, with a statement for each time at which it is shown."""
    detail = OfficeDetail(role=role, status=status, start=_time(start), end=_time(end))
    roles = [Role(name=RoleName.PERSON, filler=Filler(text=person, entity=EntityId(person)))]
    statements = [_statement(person, detail, roles, None, modality)] if start or end else []
    bare = OfficeDetail(role=role, status=status)
    statements += [_statement(person, bare, roles, time, modality) for time in shown]
    claim = Claim(
        kind=Kind.OFFICE, detail=detail, lead=statements[0].id, modality=modality,
        parties=(Party(role=RoleName.PERSON, text=person, identity=EntityId(person)),
                 Party(role=RoleName.BODY, text="Norway", identity=EntityId("Norway"))),
        evidence=tuple(Evidence(statement=one.id, document=one.document, stance=Stance.SUPPORTS, voice=0)
                       for one in statements),
    )  # fmt: skip
    return claim, statements


def joined(
    first: tuple[Claim, list[Statement]], *others: tuple[Claim, list[Statement]]
) -> tuple[Claim, list[Statement]]:
    """The first claim with the evidence of all."""
    evidence = tuple(one for claim, _ in (first, *others) for one in claim.evidence)
    return replace(first[0], evidence=evidence), [one for _, several in (first, *others) for one in several]


def _statement(person: str, detail: OfficeDetail, roles: list[Role], time: str | None, modality: Modality) -> Statement:
    return Statement(
        document=DocumentId(f"{person}{time}"), kind=Kind.OFFICE, detail=detail, span=Span(0, 1), reader="toy",
        reader_version="1", roles=tuple(roles), time=_time(time), modality=modality,
    )  # fmt: skip


def _time(text: str | None) -> Time | None:
    return Time.parse(text) if text else None


def asked(text: str) -> Days:
    days = days_of(Time.parse(text))
    assert days
    return days


def holders(at: str, *several: tuple[Claim, list[Statement]]) -> list[Holder]:
    known = {one.id: one for _, statements in several for one in statements}
    told = {claim.id: (claim, [known[one.statement] for one in claim.evidence]) for claim, _ in several}
    tenures = filter(None, (tenure_of(claim, statements) for claim, statements in told.values()))
    incumbents = Incumbents(in_doubt=list(filter(None, map(incumbent_of, tenures))), possible=[])
    return [holder_of(told[one][0], standing, told[one][1]) for one, standing in standings_at(incumbents, asked(at))]


def standings(at: str, *several: tuple[Claim, list[Statement]]) -> dict[str, HolderStanding]:
    return {holder.person.text: holder.standing for holder in holders(at, *several)}


BERG = told("Oto Berg", start="2001-02-03", end="2004-05-06")


@pytest.mark.parametrize(
    ("at", "standing"),
    [
        ("2001-02-02", None), ("2001-02-03", HolderStanding.CERTAIN), ("2002", HolderStanding.CERTAIN),
        ("2004-05-06", HolderStanding.CERTAIN), ("2004-05-07", None), ("2001", HolderStanding.CERTAIN), ("2000", None),
    ],
)  # fmt: skip
def test_a_told_term_is_certain_from_beginning_to_end(at: str, standing: HolderStanding | None) -> None:
    assert standings(at, BERG).get("Oto Berg") == standing


@pytest.mark.parametrize(
    ("at", "standing"),
    [("2001-06-01", HolderStanding.POSSIBLE), ("2002-01-01", HolderStanding.CERTAIN),
     ("2003-02-02", HolderStanding.POSSIBLE), ("2003-03-01", None), ("2000-12-31", None)],
)  # fmt: skip
def test_coarse_ends_are_possible_at_their_edges(at: str, standing: HolderStanding | None) -> None:
    assert standings(at, told("Oto Berg", start="2001", end="2003-02")).get("Oto Berg") == standing


def test_a_day_on_which_it_is_shown_is_certain_and_others_are_possible() -> None:
    shown = told("Oto Berg", shown=["2007-03-02"])
    assert standings("2007-03-02", shown) == {"Oto Berg": HolderStanding.CERTAIN}
    (holder,) = holders("2007-03-03", shown)
    assert holder.standing is HolderStanding.POSSIBLE
    assert holder.reason == "shown 2007-03-02; no beginning is told; no end is told"


def test_a_year_in_which_it_is_shown_is_certain_only_as_a_whole() -> None:
    shown = told("Oto Berg", shown=["2007"])
    assert standings("2007-03-02", shown) == {"Oto Berg": HolderStanding.POSSIBLE}
    assert standings("2007", shown) == {"Oto Berg": HolderStanding.CERTAIN}


def test_an_end_that_nobody_tells_is_where_the_next_begins() -> None:
    before, after = told("Oto Berg", start="2001-01-01"), told("Una Dahl", start="2005-01-01", end="2007-01-01")
    assert standings("2004-06-01", before, after) == {"Oto Berg": HolderStanding.POSSIBLE}
    assert standings("2006-06-01", before, after) == {"Una Dahl": HolderStanding.CERTAIN}


def test_an_open_end_does_not_last_for_ever() -> None:
    assert standings("2008-06-01", told("Oto Berg", start="2001-01-01")) == {"Oto Berg": HolderStanding.POSSIBLE}
    assert standings("2010-06-01", told("Oto Berg", start="2001-01-01")) == {}


def test_who_heads_a_state_may_do_so_longer() -> None:
    head = told("Oto Berg", start="2001-01-01", role="prime minister")
    assert standings("2012-06-01", head) == {"Oto Berg": HolderStanding.POSSIBLE}
    assert standings("2014-06-01", head) == {}


def test_who_is_called_former_no_longer_holds_it() -> None:
    former = told("Oto Berg", shown=["2009-05-06"], status=OfficeStatus.FORMER)
    both = joined(told("Oto Berg", shown=["2007-03-02"]), former)
    assert standings("2008-01-01", both) == {"Oto Berg": HolderStanding.POSSIBLE}
    assert standings("2009-05-07", both) == {}


def test_a_text_that_calls_someone_former_shows_no_holder() -> None:
    title = told("Oto Berg", shown=["2007-03-02"])
    former = told("Oto Berg", shown=["2007-03-02"], status=OfficeStatus.FORMER)
    assert standings("2007-03-02", title) == {"Oto Berg": HolderStanding.CERTAIN}
    assert standings("2007-03-02", joined(title, former)) == {}


def test_a_throne_lasts_longer() -> None:
    assert standings("2030-06-01", told("Tau II", start="2001-01-01", role="king")) == {
        "Tau II": HolderStanding.POSSIBLE
    }


def test_two_certain_holders_of_one_office_are_in_conflict() -> None:
    other = told("Una Dahl", start="2003-01-01", end="2006-01-01")
    assert standings("2003-06-01", BERG, other) == {
        "Oto Berg": HolderStanding.CONFLICTING, "Una Dahl": HolderStanding.CONFLICTING,
    }  # fmt: skip


def test_ambassadors_at_large_may_be_several() -> None:
    several = [told(one, start="2003-01-01", end="2006-01-01", role="ambassador at large") for one in ("Oto", "Una")]
    assert set(standings("2004-01-01", *several).values()) == {HolderStanding.CERTAIN}


def test_a_handover_is_no_conflict() -> None:
    other = told("Una Dahl", start="2004-05-06", end="2006-01-01")
    assert standings("2004-05-06", BERG, other) == {
        "Oto Berg": HolderStanding.CERTAIN,
        "Una Dahl": HolderStanding.CERTAIN,
    }
    assert standings("2004", BERG, other) == {"Oto Berg": HolderStanding.CERTAIN, "Una Dahl": HolderStanding.CERTAIN}


def test_one_who_acts_is_not_in_conflict_with_the_holder() -> None:
    acting = told("Una Dahl", start="2003-01-01", end="2003-03-01", status=OfficeStatus.ACTING)
    assert set(standings("2003-02-01", BERG, acting).values()) == {HolderStanding.CERTAIN}


@pytest.mark.parametrize("status", [OfficeStatus.DESIGNATE, OfficeStatus.FORMER])
def test_who_is_shown_as_not_holding_it_does_not(status: OfficeStatus) -> None:
    assert standings("2007-03-02", told("Oto Berg", shown=["2007-03-02"], status=status)) == {}


@pytest.mark.parametrize("modality", [Modality.DENIED, Modality.PLANNED, Modality.HYPOTHETICAL])
def test_what_is_denied_or_planned_is_not_held(modality: Modality) -> None:
    assert standings("2007", told("Oto Berg", shown=["2007"], modality=modality)) == {}


@pytest.mark.parametrize(
    ("role", "parts"),
    [("ambassador to peru", ("ambassador", "peru")), ("representative to the united nations",
     ("representative", "united nations")), ("assistant to the president", ("assistant to the president", None)),
     ("minister of trade", ("minister of trade", None))],
)  # fmt: skip
def test_an_envoy_is_sent_somewhere(role: str, parts: tuple[str, str | None]) -> None:
    assert destination(role) == parts


DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 12, 31))


@given(DAYS, DAYS, DAYS)
def test_nobody_holds_an_office_outside_a_told_term(one: date, other: date, at: date) -> None:
    start, end = sorted((one, other))
    tenure = tenure_of(*told("Oto Berg", start=str(start), end=str(end)))
    assert tenure
    inside = start <= at <= end
    assert tenure.is_certain((at, at)) == inside
    assert tenure.is_possible((at, at)) == inside


@pytest.mark.parametrize(
    ("at", "persons"),
    [
        ("1963-03-01", {"Ana Ruiz", "Bo Lind"}),
        ("1985-06-01", {"Bo Lind", "Cy Dahl"}),
        ("1984", {"Bo Lind"}),
        ("1964", {"Ana Ruiz", "Bo Lind"}),
    ],
)
def test_who_is_called_by_an_office_long_after_held_it_not_while_others_did(at: str, persons: set[str]) -> None:
    history = told("Ana Ruiz", shown=["1961-02-03", "1963-05-01", "2019-09-03"], role="president")
    since = told("Bo Lind", shown=["1965-01-01", "1985-03-01"], role="president")
    last = told("Cy Dahl", shown=["1986-01-01", "1988-01-01"], role="president")
    assert set(standings(at, history, since, last)) == persons
