"""One event per thing that happened: sentences that retell an act are brought together, and the clearest is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from palanca.reading.event_headlines import told_only_there
from palanca.records import Category, EntityId, EventDetail, Modality, RoleName, Statement, Time

_MATTER, _OCCASIONS = "discuss", {"meet", "phone", "negotiate"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A statement with the frame that it was read by, and the first token of its sentence.

    `dated` tells whether its sentence has a time of its own: a headline mostly takes that of its text.
    """

    statement: Statement
    frame: str
    nominal: bool
    sentence: int = -1
    headline: bool = False
    spoken: bool = False
    dated: bool = False


def without_echoes(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """The acts of a sentence, without those of nobody named beside a like one of somebody: "a COUP removed Ruiz"."""
    told = list(tellings)
    named = {_category(t.statement) for t in told if t.statement.roles}
    return (t for t in told if t.statement.roles or _category(t.statement) not in named)


def merged(tellings: Iterable[Telling]) -> list[Statement]:
    """The statements, each act once, in order of the text."""
    kept: list[Telling] = []
    for telling in tellings:
        twin = next((i for i in range(len(kept) - 1, -1, -1) if _same_act(kept[i], telling)), None)
        if twin is None:
            kept.append(telling)
        else:
            kept[twin] = _joined(kept[twin], telling)
    told = (told_only_there(t.statement) if t.headline else t.statement for t in kept)
    return sorted(told, key=lambda statement: statement.span.start)


def _same_act(one: Telling, other: Telling) -> bool:
    a, b = one.statement, other.statement
    if _category(a) is not _category(b):
        return False
    if one.headline and not other.headline and (_is_retold(a, b) or (not one.dated and _is_same(a, b))):
        return True
    if one.spoken and other.spoken and not _side(b, RoleName.RECIPIENT):
        return False  # what somebody blames without saying whom is told once
    by_verbs = not (one.nominal or other.nominal)
    if by_verbs and (not _frames_agree(one, other) or one.sentence == other.sentence):
        return False  # "CANCELLED a visit and RECALLED his envoy" tells of two
    if by_verbs and not _sides_agree(a, b):
        return False  # "Chad recalled its envoy to Togo. TOGO SHUT its embassy IN CHAD" tells of two
    if not _times_agree(a.time, b.time) or (a.modality is Modality.DENIED) != (b.modality is Modality.DENIED):
        return False
    if one.nominal is not other.nominal and _category(a) is not Category.CONSULT:
        noun, verb = (a, b) if one.nominal else (b, a)
        if not _everyone(noun) <= _everyone(verb):
            return False  # "OBJECTIONS OF CHAD AND TOGO" are more than what Chad dismissed before
    return _parties_agree(a, b)


def _everyone(statement: Statement) -> frozenset[EntityId | str]:
    return _side(statement, RoleName.ACTOR) | _side(statement, RoleName.RECIPIENT)


def _frames_agree(one: Telling, other: Telling) -> bool:
    """Whether two verbs tell of the same sort of act; what is discussed is discussed where people meet or speak."""
    return one.frame == other.frame or (other.frame == _MATTER and one.frame in _OCCASIONS)


def _is_retold(headline: Statement, told: Statement) -> bool:
    """Whether the text tells what its headline did: somebody of it, or the same time, is in both."""
    if not _times_agree(headline.time, told.time):
        return False
    shared = {r.filler.entity for r in headline.roles} & {r.filler.entity for r in told.roles}
    return bool(shared) or (headline.time is not None and headline.time == told.time)


def _is_same(headline: Statement, told: Statement) -> bool:
    """Whether all of the headline's act, on their sides, are in what the text tells, whenever that was."""
    sides = [(_side(headline, role), _side(told, role)) for role in (RoleName.ACTOR, RoleName.RECIPIENT)]
    return all(a <= b for a, b in sides) and any(a for a, _ in sides) and told.time is not None


def _parties_agree(a: Statement, b: Statement) -> bool:
    """No side contradicts the other: what one names on a side the other names too, or leaves open."""
    sides = [(_side(s, RoleName.ACTOR), _side(s, RoleName.RECIPIENT)) for s in (a, b)]
    (actors, recipients), (others, targets) = sides
    everyone, all_others = actors | recipients, others | targets
    if not everyone or not all_others:
        return everyone == all_others
    return (_sides_agree(a, b) or everyone <= all_others or all_others <= everyone) and bool(everyone & all_others)


def _sides_agree(a: Statement, b: Statement) -> bool:
    """Whether on either side one names nobody whom the other does not, or the reverse."""
    return all(
        (x := _side(a, role)) <= (y := _side(b, role)) or y <= x for role in (RoleName.ACTOR, RoleName.RECIPIENT)
    )


def _joined(one: Telling, other: Telling) -> Telling:
    """The clearer telling, with a time and a place from the other where it has none."""
    below = one.headline and not other.headline
    best, second = (one, other) if not below and _clarity(one) >= _clarity(other) else (other, one)
    inferred = below and not one.dated and other.statement.time
    there = second.statement.place if one.frame == other.frame else None  # a call is not made where a meeting was
    statement = replace(
        best.statement,
        time=inferred or best.statement.time or second.statement.time,
        place=best.statement.place or there,
    )
    return replace(best, statement=statement)


def _clarity(telling: Telling) -> tuple[int, int, float]:
    place = telling.statement.place
    parties = {r.filler.entity for r in telling.statement.roles}
    return len(parties - {place.entity if place else None}), int(not telling.nominal), telling.statement.confidence


def _side(statement: Statement, role: RoleName) -> frozenset[EntityId | str]:
    return frozenset(filler.entity or filler.text for filler in statement.fillers(role))


def _category(statement: Statement) -> object:
    return statement.detail.category if isinstance(statement.detail, EventDetail) else None


def _times_agree(a: Time | None, b: Time | None) -> bool:
    return a is None or b is None or a.within(b.first_day, b.last_day)
