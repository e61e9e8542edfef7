"""Which statements tell one quantity: one measure of one thing at one time, or one value in the same words."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from palanca.claims.clusters import Likeness, clusters
from palanca.claims.telling import Told
from palanca.claims.word_lists import word_lists
from palanca.claims.wording import likeness
from palanca.records import Modality, QuantityDetail, RoleName
from palanca.records.names import fold

_LEAST_STEMS = 4  # words that say something: "five people" are five people anywhere
_MUCH_ALIKE = 0.6
_CROWD = 16  # a word that more quantities of one value share tells none apart
_NUMBER = re.compile(r"[\d.,]+")


def group_quantities(statements: Iterable[Told]) -> list[list[Told]]:
    """The groups of statements that tell one quantity each."""
    parts: dict[Hashable, list[Told]] = defaultdict(list)
    for one in statements:
        parts[_part(one)].append(one)
    return [group for part in parts.values() for group in (clusters(part, _LIKE) if len(part) > 1 else [part])]


def _detail(one: Told) -> QuantityDetail:
    assert isinstance(one.statement.detail, QuantityDetail)  # noqa: S101  # only quantities enter
    return one.statement.detail


def _value(one: Told) -> tuple[float, float | None]:
    return _detail(one).value, _detail(one).value_max


def _measured(one: Told) -> str:
    """What is counted, without the number: "more than 365 seats" and "365 seats" are seats."""
    words = fold(_NUMBER.sub(" ", _detail(one).of or "")).split()
    return " ".join(word for word in words if word not in word_lists().hedges)


def _is_foreseen(one: Told) -> bool:
    return one.statement.modality in (Modality.PLANNED, Modality.HYPOTHETICAL)


def _part(one: Told) -> Hashable:
    """What those have in common that may be one: the subject that is measured, or else the value.

    Of the millions of values in a register, most stand in a part by themselves, and their words need not be looked at.
    """
    unit, subjects, measured = _detail(one).unit, _subjects(one), _measured(one)
    if subjects and measured:
        return unit, measured, subjects, _is_foreseen(one)
    return unit, _value(one), _is_foreseen(one)


def reaches_of_quantity(one: Told) -> Iterator[tuple[str, ...]]:
    """What those have in common that may be one, as text."""
    detail, when = _detail(one), str(_is_foreseen(one))
    if _has_subject(one):
        yield str(detail.unit), _measured(one), *sorted(_subjects(one)), when
    else:
        yield str(detail.unit), *(str(None if value is None else float(value) + 0.0) for value in _value(one)), when


def _keys(one: Told) -> Iterator[Hashable]:
    """Within a part: the subject, or each word beside the value."""
    if _has_subject(one):
        yield ""
    elif len(one.stems) >= _LEAST_STEMS:
        yield from one.stems


def _form(one: Told) -> Hashable:
    return _value(one), one.days, one.statement.document, None if _has_subject(one) else one.stems


def _is_one(one: Told, other: Told) -> bool:
    """The same value; or, of the same subject on the same stated days, values that two documents dispute."""
    if _value(one) == _value(other):
        return _has_subject(one) or likeness(one.stems, other.stems) >= _MUCH_ALIKE
    is_of_one_time = one.days is not None and one.days == other.days
    return _has_subject(one) and is_of_one_time and one.statement.document != other.statement.document


def _has_subject(one: Told) -> bool:
    return bool(_subjects(one) and _measured(one))


def _subjects(one: Told) -> frozenset[str]:
    return frozenset(party.key for party in one.parties(RoleName.SUBJECT) if party.is_known)


_LIKE = Likeness(keys=_keys, form=_form, fits=_is_one, crowd=_CROWD)
