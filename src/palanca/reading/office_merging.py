"""One statement for each office that a document shows, however often it names it.

A showing a month or more from another, or one as a former holder, is told apart: an office is shown at a time.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from palanca.reading.office_country import HomeCountry, chamber_of, country_pointed_to, home_country, is_of_state
from palanca.reading.office_hosts import host_country
from palanca.reading.page import Page
from palanca.records import Filler, OfficeDetail, OfficeStatus, Role, RoleName, Schema, Statement, Time

_APART = timedelta(days=28)
_RANKING = {"vice", "deputy", "assistant", "under", "associate", "shadow", "junior", "sub"}
_SMALL = {"of", "the", "for", "to", "and", "a"}


@dataclass(frozen=True, slots=True)
class _Office:
    """What tells one office from another within a document."""

    person: str
    role: str
    body: str | None
    over: bool


def merged(page: Page, statements: Iterable[Statement]) -> Iterator[Statement]:
    """The first showing of each office, with every beginning and end that a later one states."""
    told: dict[_Office, list[Statement]] = {}
    for new in statements:
        office = _office(new)
        known = next((one for one in told if _same(one, office)), None)
        if known is None:
            told[office] = [new]
            continue
        showings = told.pop(known)
        at = next((i for i, old in enumerate(showings) if _together(old, new)), None)
        if at is None:
            showings.append(new)
        else:
            showings[at] = _joined(showings[at], new)
        told[replace(known, role=max(known.role, office.role, key=len), body=known.body or office.body)] = showings
    yield from _with_bodies(page, [one for showings in told.values() for one in showings])


def _detail(statement: Statement) -> OfficeDetail:
    assert isinstance(statement.detail, OfficeDetail)  # noqa: S101  # only offices enter
    return statement.detail


def _person(statement: Statement) -> Filler:
    return statement.fillers(RoleName.PERSON)[0]


def _office(statement: Statement) -> _Office:
    body = next((f.text for f in statement.fillers(RoleName.BODY)), None)
    detail = _detail(statement)
    return _Office(_person(statement).text, detail.role, body, detail.status is OfficeStatus.FORMER)


def _same(one: _Office, other: _Office) -> bool:
    if one.person != other.person or one.over != other.over:
        return False
    return _same_role(one.role, other.role) and (one.body == other.body or None in (one.body, other.body))


def _same_role(one: str, other: str) -> bool:
    a, b = set(one.split()) - _SMALL, set(other.split()) - _SMALL
    return (a <= b or b <= a) and a & _RANKING == b & _RANKING


def _together(old: Statement, new: Statement) -> bool:
    """Whether two showings are of one time: less than a month apart, or one of them without a time."""
    if _states_an_end(old) or _states_an_end(new) or not old.time or not new.time:
        return True
    return _first(new.time) - _last(old.time) < _APART and _first(old.time) - _last(new.time) < _APART


def _states_an_end(statement: Statement) -> bool:
    return bool(_detail(statement).start or _detail(statement).end)


def _first(time: Time) -> date:
    return time.first_day or date.min


def _last(time: Time) -> date:
    return time.last_day or date.max


def _joined(old: Statement, new: Statement) -> Statement:
    first, second = _detail(old), _detail(new)
    if _names_in_full(new) and not _names_in_full(old):
        old = replace(old, span=new.span, time=new.time or old.time)
    role = max(first.role, second.role, key=len)
    detail = replace(first, role=role, start=first.start or second.start, end=first.end or second.end)
    roles = old.roles if old.fillers(RoleName.BODY) else new.roles
    return replace(old, detail=detail, roles=roles, time=old.time or new.time)


def _names_in_full(statement: Statement) -> bool:
    """Whether the sentence names the person by the full name, as the first sentence behind a headline does."""
    person = _person(statement)
    return person.span is not None and person.span.end - person.span.start >= len(person.text)


def _with_bodies(page: Page, statements: Sequence[Statement]) -> Iterator[Statement]:
    """A title that names no body is of the country that is pointed to, or of its chamber, or of the host's country.

    Failing these it is of the country of the person's other title, or of the document's.
    """
    known: dict[str, Filler] = {}
    for statement in statements:
        for body in statement.fillers(RoleName.BODY):
            if body.entity and page.cast.entity(body.entity).schema is Schema.PLACE:
                known.setdefault(_person(statement).text, body)
    home = home_country(page) if statements else None
    for statement in statements:
        other = None
        if not statement.fillers(RoleName.BODY):
            found = filter(None, (way(page, statement) for way in (_pointed_to, _chamber, _host)))
            other = next(found, None) or known.get(_person(statement).text) or _home(page, statement, home)
        body_role = (Role(name=RoleName.BODY, filler=other),) if other else ()
        yield replace(statement, roles=(*statement.roles, *body_role))


def _chamber(page: Page, statement: Statement) -> Filler | None:
    chamber = chamber_of(page, _detail(statement).role)
    return page.filler(chamber) if chamber else None


def _pointed_to(page: Page, statement: Statement) -> Filler | None:
    country = country_pointed_to(page, _detail(statement).role, statement.span)
    return page.filler(country) if country else None


def _host(page: Page, statement: Statement) -> Filler | None:
    role = _detail(statement).role
    country = host_country(page, role, _person(statement)) if is_of_state(role) else None
    return page.filler(country) if country else None


def _home(page: Page, statement: Statement, home: HomeCountry | None) -> Filler | None:
    at_home = home is not None and home.holds(page, _detail(statement).role, statement.span)
    return page.filler(home.entity) if home and at_home else None
