"""Which statements tell one instrument: the same number of the same issuer, or the same name, or the same parties."""

from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations

from palanca.claims.clusters import Likeness, clusters
from palanca.claims.parties import Party
from palanca.claims.telling import Told, length
from palanca.claims.titles import title_key
from palanca.claims.wording import matters_agreed
from palanca.records import InstrumentDetail, InstrumentKind, RoleName
from palanca.records.names import fold


def group_instruments(statements: Iterable[Told]) -> list[list[Told]]:
    """The groups of statements that tell one instrument each."""
    return clusters(statements, Likeness(keys=_keys, form=_form, fits=_is_one, files=_files))


def _detail(one: Told) -> InstrumentDetail:
    assert isinstance(one.statement.detail, InstrumentDetail)  # noqa: S101  # only instruments enter
    return one.statement.detail


def _number(one: Told) -> str | None:
    """The number as it is compared: never loosely, so that 12-3 and 12/3 are two."""
    number = _detail(one).number
    return number.strip(" .,;:()").casefold() if number else None


def _title(one: Told) -> str | None:
    """The title, if it tells one instrument from others."""
    return title_key(_detail(one))


def _plain_title(one: Told) -> str:
    return fold(_detail(one).title)


def _matters(one: Told) -> frozenset[str]:
    return matters_agreed(fold(_detail(one).title))


def _keys(one: Told) -> Iterator[Hashable]:
    number, title, kind = _number(one), _title(one), _detail(one).kind
    if number:
        issuers = one.parties(RoleName.ISSUER)
        for issuer in issuers:
            yield from _issued(number, kind, issuer)
        yield "number", number, kind, None if issuers else "any"
        return
    yield from _named(one, title)


def _files(one: Told) -> Iterator[Hashable]:
    """What has a number is found by its issuers, so that of many who give the same none looks at the others."""
    number, kind = _number(one), _detail(one).kind
    if not number:
        yield from _named(one, _title(one))
        return
    issuers = one.parties(RoleName.ISSUER)
    yield "number", number, kind, "any"
    if not issuers:
        yield "number", number, kind, None
    for issuer in issuers:
        yield from _issued(number, kind, issuer)


def reaches_of_instrument(one: Told) -> Iterator[tuple[str, ...]]:
    """All by which it is found or looked for."""
    for key in dict.fromkeys((*_keys(one), *_files(one))):
        yield tuple(_flat(key))


def _flat(key: Hashable) -> Iterator[str]:
    if isinstance(key, tuple):
        yield from (text for part in key for text in _flat(part))
    else:
        yield str(key)


def _issued(number: str, kind: InstrumentKind, issuer: Party) -> Iterator[Hashable]:
    """The issuer, and the state that it may stand for."""
    yield "number", number, kind, issuer.key
    if issuer.state:
        yield "number", number, kind, f"state:{issuer.state}"


def _named(one: Told, title: str | None) -> Iterator[Hashable]:
    kind = _detail(one).kind
    if title:
        yield "title", title
    elif _detail(one).title.istitle():
        yield from (("issued", _plain_title(one), issuer.key) for issuer in one.parties(RoleName.ISSUER))
    for pair in combinations(sorted(party.key for party in one.known), 2):
        yield "parties", kind, pair


def _form(one: Told) -> Hashable:
    issuers = one.parties(RoleName.ISSUER)
    if not _number(one):
        return _title(one), _plain_title(one), issuers, one.known, one.days is None, _matters(one)
    is_dated = one.days is not None and length(one.days) == 1
    tells_issuer_by = () if issuers else (one.known, one.days if is_dated else one.statement.document)
    return _number(one), issuers, tells_issuer_by


def _is_one(one: Told, other: Told) -> bool:
    if _number(one):
        return _issuers_agree(one, other)
    if _conflict(one.parties(RoleName.ISSUER), other.parties(RoleName.ISSUER)):
        return False
    if _title(one) and _title(other):
        return _title(one) == _title(other)
    if one.parties(RoleName.ISSUER) and other.parties(RoleName.ISSUER) and _plain_title(one) == _plain_title(other):
        return _detail(one).title.istitle()
    ours, theirs = _matters(one), _matters(other)
    if ours and theirs and ours.isdisjoint(theirs):
        return False
    return one.days is not None and other.days is not None and _shared(one.known, other.known) >= 2


def _issuers_agree(one: Told, other: Told) -> bool:
    """Whether one issuer gave the number: the same; or, where one tells none, in one document, on one day, or there
    is a party that both name.
    """
    ours, theirs = one.parties(RoleName.ISSUER), other.parties(RoleName.ISSUER)
    if _conflict(ours, theirs):
        return False
    if (ours and theirs) or one.statement.document == other.statement.document:
        return True
    return _are_of_one_day(one, other) or (not ours and not theirs and _shared(one.known, other.known) > 0)


def _are_of_one_day(one: Told, other: Told) -> bool:
    return one.days is not None and one.days == other.days and length(one.days) == 1


def _conflict(ours: tuple[Party, ...], theirs: tuple[Party, ...]) -> bool:
    return bool(ours and theirs) and not any(a.is_like(b) for a in ours for b in theirs)


def _shared(ours: Iterable[Party], theirs: tuple[Party, ...]) -> int:
    return sum(any(party.is_like(other) for other in theirs) for party in ours)
