"""One statement for each office that a document shows, however often it names it.

A showing a month or more from another, or one as a former holder, is told apart: an office is shown at a time.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from palanca.lexicon.titles import Scope, titles
from palanca.reading.event_headlines import headline_end
from palanca.reading.office_bodies import Owners, with_bodies
from palanca.reading.page import Page
from palanca.records import Filler, OfficeDetail, OfficeStatus, RoleName, Schema, Statement, Time

_APART = timedelta(days=28)
_RANKING = {"vice", "deputy", "assistant", "under", "associate", "shadow", "junior", "sub"}
_SMALL = {"of", "the", "for", "to", "and", "a"}
_DESCRIBING = {Scope.BODY, Scope.STATE, Scope.RELIGIOUS}


@dataclass(frozen=True, slots=True)
class _Office:
    """What tells one office from another within a document."""

    person: str
    role: str
    body: str | None
    over: bool


def merged(page: Page, statements: Iterable[Statement], owners: Owners) -> Iterator[Statement]:
    """The first showing of each office, with every beginning and end that a later one states.

    One below the headline comes first. `owners` gives whose somebody's office is where it is a person's.
    """
    headline = headline_end(page)
    told: dict[_Office, list[Statement]] = {}
    for new in statements:
        office = _office(new)
        known = next((one for one in told if _same(one, office) or _is_retold(one, office, told[one], headline)), None)
        if known is None:
            told[office] = [new]
            continue
        showings = told.pop(known)
        at = next((i for i, old in enumerate(showings) if _together(old, new)), None)
        if at is None:
            showings.append(new)
        else:
            showings[at] = _joined(showings[at], new, headline)
        told[
            replace(
                known,
                role=max(known.role, office.role, key=len),
                body=(office.body or known.body) if known.body != office.body else known.body,
            )
        ] = showings
    found = [one for showings in told.values() for one in showings]
    kept = [
        one for one in found if not (_is_mere_description(one) or _is_membership(page, one) or _is_courtesy(one, found))
    ]
    yield from with_bodies(page, [_over_by_now(page, one) for one in kept], owners)


def _over_by_now(page: Page, statement: Statement) -> Statement:
    """A former holder where the office ended long before the text was written: "held the post until 2011"."""
    detail, published = _detail(statement), page.document.published
    end, now = detail.end.last_day if detail.end else None, published.first_day if published else None
    is_over = end is not None and now is not None and now - end > _APART
    if not is_over or detail.status is not OfficeStatus.CURRENT:
        return statement
    return replace(statement, detail=replace(detail, status=OfficeStatus.FORMER))


def _is_mere_description(statement: Statement) -> bool:
    """ "He was a dictator", "Professor Ruiz": what many are called is an office where it is of something, or over."""
    detail = _detail(statement)
    title = titles().title_at(detail.role.split(), 0)
    described = detail.role in titles().weak and (title is None or set(title.scopes) <= _DESCRIBING)
    return described and detail.status is OfficeStatus.CURRENT and not statement.fillers(RoleName.BODY)


def _is_membership(page: Page, statement: Statement) -> bool:
    """ "A member of the Labour Party": no office, as a seat in a parliament is one."""
    bodies = [page.cast.entity(f.entity) for f in statement.fillers(RoleName.BODY) if f.entity]
    return _detail(statement).role == "member" and not any(b.schema is Schema.PUBLIC_BODY for b in bodies)


def _is_courtesy(statement: Statement, told: Sequence[Statement]) -> bool:
    """ "AMBASSADOR Ruiz", of a former ambassador to somewhere: no office that she holds still."""
    own, detail = _office(statement), _detail(statement)
    if detail.status is not OfficeStatus.CURRENT or detail.start or statement.fillers(RoleName.BODY):
        return False
    return any(one.over and one.person == own.person and _same_role(one.role, own.role) for one in map(_office, told))


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


def _is_retold(one: _Office, other: _Office, showings: list[Statement], headline: int) -> bool:
    """Whether the headline alone told an office so far, which the text tells again of a body named more closely."""
    is_above = all(showing.span.start < headline for showing in showings)
    return is_above and replace(one, body=None, role=other.role) == replace(other, body=None) and _same_role(
        one.role, other.role
    )  # fmt: skip


def _same_role(one: str, other: str) -> bool:
    a, b = set(one.split()) - _SMALL, set(other.split()) - _SMALL
    return (a <= b or b <= a) and a & _RANKING == b & _RANKING


def _together(old: Statement, new: Statement) -> bool:
    """Whether two showings are of one time: less than a month apart, or one of them without a time."""
    if _is_another_term(old, new) or _is_another_term(new, old):
        return False
    if _states_an_end(old) or _states_an_end(new) or not old.time or not new.time:
        return True
    return _first(new.time) - _last(old.time) < _APART and _first(old.time) - _last(new.time) < _APART


def _is_another_term(earlier: Statement, later: Statement) -> bool:
    """Whether one office ended, or began, more than a month before the other began."""
    over, begun = _detail(earlier).end or _detail(earlier).start, _detail(later).start
    return over is not None and begun is not None and _first(begun) - _last(over) > _APART


def _states_an_end(statement: Statement) -> bool:
    return bool(_detail(statement).start or _detail(statement).end)


def _first(time: Time) -> date:
    return time.first_day or date.min


def _last(time: Time) -> date:
    return time.last_day or date.max


def _joined(old: Statement, new: Statement, headline: int) -> Statement:
    first, second = _detail(old), _detail(new)
    is_retold = old.span.start < headline <= new.span.start
    if is_retold or (_names_in_full(new) and not _names_in_full(old)):
        old = replace(old, span=new.span, time=new.time or old.time)
    role = max(first.role, second.role, key=len)
    detail = replace(first, role=role, start=first.start or second.start, end=first.end or second.end)
    roles = old.roles if old.fillers(RoleName.BODY) and not (is_retold and new.fillers(RoleName.BODY)) else new.roles
    return replace(old, detail=detail, roles=roles, time=old.time or new.time)


def _names_in_full(statement: Statement) -> bool:
    """Whether the sentence names the person by the full name, as the first sentence behind a headline does."""
    person = _person(statement)
    return person.span is not None and person.span.end - person.span.start >= len(person.text)
