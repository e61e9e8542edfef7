"""Who may have held an office, claim by claim: so much of each as tells who held it on a day, and no more.

Of offices there may be hundreds of thousands of claims, each with its evidence: these few columns of them are kept, and
a claim is read whole only where it is shown.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from palanca.claims.roles import role_key, sole_roles
from palanca.claims.tenures import Tenure
from palanca.records import Claim, ClaimId, OfficeDetail, OfficeStatus, RoleName

_SENT = frozenset({"ambassador", "envoy", "representative", "charge", "chargé", "minister", "consul"})
_TO = " to "

type Stretch = tuple[int, int]
"""A first and a last day, by `date.toordinal`."""


class Incumbent(NamedTuple):
    """One claim to an office: whose, which, and on which days, by `date.toordinal`; see `Tenure`.

    `person` is the identity where one is known, or else the name. `body` is the text of the body, empty for none.
    `first` and `last` are the days between which it was possibly held, `known_first` and `known_last` the first and the
    last on which it was known to be, None where no such day is told. `stretches` are a JSON array of those days: of
    each stretch the first day, the last, and 1 where it was held on all of its days, 0 where on some.
    """

    claim: ClaimId
    person: str
    is_identified: int
    role: str
    is_acting: int
    body: str
    body_identity: str | None
    is_begun: int
    is_ended: int
    first: int
    last: int
    known_first: int | None
    known_last: int | None
    stretches: str

    @property
    def known(self) -> Stretch:
        """From the first day on which it was known to be held to the last; where none is told, what is possible."""
        if self.known_first is None or self.known_last is None:
            return self.first, self.last
        return self.known_first, self.known_last

    @property
    def known_days(self) -> list[int]:
        """The ends of all stretches, or of what is possible where there are none."""
        return [day for first, last, _ in json.loads(self.stretches) for day in (first, last)] or [
            self.first,
            self.last,
        ]

    @property
    def throughout(self) -> list[Stretch]:
        """The stretches on all days of which it was held."""
        return [(first, last) for first, last, lasts in json.loads(self.stretches) if lasts]

    def is_certain(self, asked: Stretch) -> bool:
        """Whether it was certainly held on some day of those asked for."""
        if self.known_first is None or self.known_last is None:
            return False
        if self.known_first > asked[1] or self.known_last < asked[0]:
            return False
        return any(
            (first <= asked[1] and asked[0] <= last) if lasts else (asked[0] <= first and last <= asked[1])
            for first, last, lasts in json.loads(self.stretches)
        )


type Possible = tuple[ClaimId, str | None, str, str, int, int]
"""Of one who possibly held an office: claim, identity and text of the body, role, whether acting, first known day."""


@dataclass(frozen=True, slots=True)
class Incumbents:
    """Who may have held offices on some days, in no order.

    `in_doubt` are all to offices that one person holds at a time, and of others those who are known to have held them
    about then. `possible` are those of others who are not: it is plain that each possibly held it then.
    """

    in_doubt: list[Incumbent]
    possible: list[Possible]


def incumbent_of(tenure: Tenure) -> Incumbent | None:
    """What is kept of a claim and its tenure; None when it names nobody."""
    claim, detail = tenure.claim, tenure.claim.detail
    person, body = next(iter(claim.of(RoleName.PERSON)), None), next(iter(claim.of(RoleName.BODY)), None)
    if person is None or not isinstance(detail, OfficeDetail):
        return None
    stretches = [(*_numbers(days), 1) for days in tenure.throughout] + [
        (*_numbers(days), 0) for days in tenure.sometime
    ]
    first, last = _numbers(tenure.possible)
    return Incumbent(
        claim=claim.id,
        person=person.identity or person.text,
        is_identified=int(person.identity is not None),
        role=detail.role,
        is_acting=int(detail.status is OfficeStatus.ACTING),
        body=body.text if body else "",
        body_identity=body.identity if body else None,
        is_begun=int(detail.start is not None),
        is_ended=int(detail.end is not None),
        first=first,
        last=last,
        known_first=min((one[0] for one in stretches), default=None),
        known_last=max((one[1] for one in stretches), default=None),
        stretches=json.dumps(stretches, separators=(",", ":")),
    )


def office_of(claim: Claim) -> tuple[str, str]:
    """What makes an office the same: its body, and its role as roles are compared."""
    body = next(iter(claim.of(RoleName.BODY)), None)
    role = claim.detail.role if isinstance(claim.detail, OfficeDetail) else ""
    return (body.identity or body.text.casefold()) if body else "", role_key(role)


def destination(role: str) -> tuple[str, str | None]:
    """The title and where its holder is sent: "ambassador to peru" is an ambassador, sent to "peru"."""
    title, to, where = role.partition(_TO)
    return (title, where.removeprefix("the ")) if to and _SENT.intersection(title.split()) else (role, None)


@cache
def is_sole(role: str) -> bool:
    """Whether one person of a body holds an office at a time, as a president does, and who is sent somewhere."""
    return role_key(role) in sole_roles() or destination(role)[1] is not None


def needed_whole(roles: Iterable[str]) -> list[str]:
    """Of these roles those of offices that one person holds at a time: who held such a one others may tell."""
    known = list(roles)
    sole = {role_key(role) for role in known if is_sole(role)}
    return [role for role in known if role_key(role) in sole]


def bounded(several: Sequence[Incumbent]) -> list[Incumbent]:
    """Those of an office that one holds at a time: an end that nobody tells is where another's begins."""
    begins = _Turns((one.known[0], one.person) for one in several)
    ends = _Turns((-one.known[1], one.person) for one in several)
    return [_bounded(one, begins, ends) for one in several]


class Known:
    """The days on which people are known to hold an office that one holds at a time."""

    def __init__(self, several: Iterable[Incumbent]) -> None:
        self._days = sorted((day, one.person) for one in several for day in one.known_days)

    def by_others_about(self, one: Incumbent, asked: Stretch) -> bool:
        """Whether others held it last before these days and first after them, though one is told of both times.

        "President Lincoln", in a text of today, held no office since.
        """
        begun, ended = one.known
        if not begun < asked[0] <= asked[1] < ended:
            return False
        before = bisect_right(self._days, asked[0], key=itemgetter(0)) - 1
        after = bisect_left(self._days, asked[1], key=itemgetter(0))
        return one.person not in {self._days[before][1], self._days[after][1]}


class _Turns:
    """Days of people in order: an office of many claims is looked through once, and not once for each."""

    def __init__(self, told: Iterable[tuple[int, str]]) -> None:
        self._told = sorted(told)
        self._others = [len(self._told)] * len(self._told)  # where the next of another person stands
        for at in range(len(self._told) - 2, -1, -1):
            is_same = self._told[at + 1][1] == self._told[at][1]
            self._others[at] = self._others[at + 1] if is_same else at + 1

    def after(self, day: int, person: str) -> int | None:
        """The first day later than this that is another person's."""
        at = bisect_right(self._told, day, key=itemgetter(0))
        if at < len(self._told) and self._told[at][1] == person:
            at = self._others[at]
        return self._told[at][0] if at < len(self._told) else None


def _bounded(one: Incumbent, begins: _Turns, ends: _Turns) -> Incumbent:
    (begun, ended), first, last = one.known, one.first, one.last
    if not one.is_ended and (later := begins.after(ended, one.person)) is not None:
        last = min(last, later)
    if not one.is_begun and (earlier := ends.after(-begun, one.person)) is not None:
        first = max(first, -earlier)
    return one._replace(first=first, last=last)


def _numbers(days: tuple[date, date]) -> Stretch:
    return days[0].toordinal(), days[1].toordinal()
