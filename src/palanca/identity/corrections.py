"""Putting statements right: which fields each kind has, how their values are written, what comes out."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from palanca.records import (
    Category,
    Detail,
    Entity,
    EventDetail,
    Field,
    Filler,
    Kind,
    Modality,
    OfficeDetail,
    QuantityDetail,
    Role,
    RoleName,
    Statement,
    Time,
)
from palanca.records.errors import InvalidJudgement, InvalidTime
from palanca.records.names import fold

JUDGEMENT, _VERSION = "judgement", "1"

_ROLES = {
    Field.ACTOR: RoleName.ACTOR, Field.RECIPIENT: RoleName.RECIPIENT, Field.PERSON: RoleName.PERSON,
    Field.BODY: RoleName.BODY, Field.SOURCE: RoleName.SOURCE, Field.TARGET: RoleName.TARGET,
}  # fmt: skip
_LEADING = {RoleName.ACTOR, RoleName.PERSON, RoleName.SOURCE}
_OF_ALL = (Field.TIME, Field.PLACE, Field.MODALITY)
FIELDS_OF: dict[Kind, tuple[Field, ...]] = {
    Kind.EVENT: (*_OF_ALL, Field.CATEGORY, Field.ACTOR, Field.RECIPIENT),
    Kind.OFFICE: (*_OF_ALL, Field.START, Field.END, Field.ROLE, Field.PERSON, Field.BODY),
    Kind.TIE: (*_OF_ALL, Field.SOURCE, Field.TARGET),
    Kind.INSTRUMENT: _OF_ALL,
    Kind.QUANTITY: (*_OF_ALL, Field.VALUE),
    Kind.QUOTATION: _OF_ALL,
    Kind.ANOMALY: (),
}
_TIMES = {Field.TIME, Field.START, Field.END}
_REMOVABLE = {*_TIMES, Field.PLACE, Field.ACTOR, Field.RECIPIENT, Field.BODY}
_AMOUNT = re.compile(r"(?P<value>[^\s.]\S*?)(?:\.\.(?P<most>\S+))?(?:\s+(?P<unit>\S.*))?")


def check_value(kind: Kind, field: Field, value: str) -> str:
    """The value of a correction as it is kept: times as EDTF, categories in capitals, white space made single.

    A time is EDTF, a category one of PLOVER's, a modality one of Palanca's, a `value` a number, with the end of its
    range and its unit (`1200`, `3..5`, `2.5 USD`), all else a name; for a role several, with semicolons between. The
    empty string removes. Raises InvalidJudgement when the kind has no such field, or the value is not written so.
    """
    if field not in FIELDS_OF[kind]:
        known = ", ".join(FIELDS_OF[kind]) or "none at all: reject it instead"
        raise InvalidJudgement(f"{_with_article(kind)} has no field {field} to correct: it has {known}")
    plain = " ".join(value.split())
    if not plain:
        if field not in _REMOVABLE:
            raise InvalidJudgement(f"{_with_article(kind)} cannot be without {field}: give a value, or reject it")
        return ""
    if field in _TIMES:
        return str(_time(field, plain))
    if field is Field.CATEGORY:
        return _choice(Category, field, plain.upper())
    if field is Field.MODALITY:
        return _choice(Modality, field, plain.lower())
    if field is Field.VALUE:
        amount_of(plain)
    elif not _names(plain, field) or not all(map(fold, _names(plain, field))):
        raise InvalidJudgement(f"{plain!r} holds no name for {field}: write it with letters or digits")
    return plain


def corrected(statement: Statement, changes: Iterable[tuple[Field, str]], entities: Iterable[Entity]) -> Statement:
    """A new statement with these fields put right, of the reader `judgement` and certain; the old one stays as it is.

    A name leads to the entity of `entities` (those of the document) that alone has it as caption, else as another
    name; a filler that is nobody of the document stands without one. Another category drops the mode, which belongs
    to the old one. Raises InvalidJudgement, see `check_value`.
    """
    who = _Register(entities)
    result = statement
    for field, value in changes:
        result = _with(result, field, check_value(statement.kind, field, value), who)
    return replace(result, reader=JUDGEMENT, reader_version=_VERSION, confidence=1.0)


class _Register:
    """The entities of a document, by folded caption and by other folded names."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._captions: dict[str, list[Entity]] = defaultdict(list)
        self._names: dict[str, list[Entity]] = defaultdict(list)
        for entity in entities:
            self._captions[fold(entity.caption)].append(entity)
            for name in {fold(name) for name in entity.names}:
                self._names[name].append(entity)

    def filler(self, name: str) -> Filler:
        """The only entity of that caption, else of that name, else the bare name."""
        for known in (self._captions, self._names):
            found = known.get(fold(name), [])
            if len(found) == 1:
                return Filler(text=found[0].caption, entity=found[0].id)
            if found:
                break
        return Filler(text=name)


def _with(statement: Statement, field: Field, value: str, who: _Register) -> Statement:
    if field in _ROLES:
        fillers = [who.filler(name) for name in _names(value, field)]
        return replace(statement, roles=_refilled(statement.roles, _ROLES[field], fillers))
    if field is Field.TIME:
        return replace(statement, time=Time.parse(value) if value else None)
    if field is Field.PLACE:
        return replace(statement, place=who.filler(value) if value else None)
    if field is Field.MODALITY:
        return replace(statement, modality=Modality(value))
    return replace(statement, detail=_detail(statement.detail, field, value))


def _detail(detail: Detail, field: Field, value: str) -> Detail:
    match detail:
        case EventDetail():
            category = Category(value)
            return replace(detail, category=category, mode=detail.mode if category is detail.category else None)
        case OfficeDetail() if field is Field.ROLE:
            return replace(detail, role=value.lower())
        case OfficeDetail() if field is Field.START:
            return replace(detail, start=Time.parse(value) if value else None)
        case OfficeDetail():
            return replace(detail, end=Time.parse(value) if value else None)
        case QuantityDetail():
            number, most, unit = amount_of(value)
            return replace(detail, value=number, value_max=most, unit=unit or detail.unit)
        case _:
            return detail


def _refilled(roles: tuple[Role, ...], name: RoleName, fillers: list[Filler]) -> tuple[Role, ...]:
    """The new fillers stand where the first old one stood; who acts, holds or owns stands first."""
    new = [Role(name=name, filler=filler) for filler in fillers]
    at = next((n for n, role in enumerate(roles) if role.name is name), 0 if name in _LEADING else len(roles))
    kept = [[role for role in part if role.name is not name] for part in (roles[:at], roles[at:])]
    return (*kept[0], *new, *kept[1])


def _names(value: str, field: Field) -> list[str]:
    """Several names of a role have semicolons between them; a place or a title is one name."""
    if field not in _ROLES:
        return [value]
    return [name for name in (piece.strip() for piece in value.split(";")) if name]


def _time(field: Field, value: str) -> Time:
    try:
        return Time.parse(value)
    except InvalidTime as error:
        raise InvalidJudgement(f"{field}: {error}") from error


def _choice(choices: type[StrEnum], field: Field, value: str) -> str:
    if value not in set(choices):
        raise InvalidJudgement(f"{value!r} is no {field}: give one of {', '.join(choices)}")
    return value


def amount_of(value: str) -> tuple[float, float | None, str | None]:
    """A number, the end of its range and its unit, of `3..5 USD`. Raises InvalidJudgement."""
    match = _AMOUNT.fullmatch(value)
    number, most = (_number(match["value"]), _number(match["most"] or "0")) if match else (None, None)
    if match is None or number is None or most is None:
        raise InvalidJudgement(f"{value!r} is no amount: write 1200, 3..5 or 2.5 USD, without a sign for thousands")
    return number, most if match["most"] else None, match["unit"]


def _number(digits: str) -> float | None:
    try:
        number = float(digits)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _with_article(kind: Kind) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
