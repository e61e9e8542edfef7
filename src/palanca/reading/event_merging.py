"""One event per thing that happened: sentences that retell an act are brought together, and the clearest is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from palanca.reading.event_headlines import told_below, told_only_there
from palanca.reading.event_retelling import filled, is_again, side_of
from palanca.records import Category, EntityId, Modality, RoleName, Statement, Time

_BLOWS = {Category.ASSAULT, Category.COERCE}
_RULINGS = {"strike down", "let stand"}
_SERVE = "serve"
_MATTER, _OCCASIONS = "discuss", {"meet", "phone", "negotiate"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A statement with the frame that it was read by, and the first token of its sentence.

    `pointing` ones are told by words that point back to what was told before, `only_pointing` ones by words that can do
    nothing else. `dated` tells whether its sentence has a time of its own: a headline mostly takes that of its text.
    `unnamed`: whoever acts is told without a name ("the court", "a Chilean judge").
    """

    statement: Statement
    frame: str
    nominal: bool
    sentence: int = -1
    headline: bool = False
    spoken: bool = False
    pointing: bool = False
    only_pointing: bool = False
    dated: bool = False
    unnamed: bool = False
    of_others: bool = False
    about: frozenset[str] = frozenset()


def without_echoes(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """The acts of a sentence, without those of nobody named beside a like one of somebody: "a COUP removed Ruiz"."""
    told = list(tellings)
    named = {t.statement.category for t in told if t.statement.roles}
    return (t for t in told if t.statement.roles or t.statement.category not in named)


def merged(tellings: Iterable[Telling]) -> list[Statement]:
    """The statements, each act once, in order of the text."""
    kept: list[Telling] = []
    for telling in tellings:
        twin = next((i for i in range(len(kept) - 1, -1, -1) if _same_act(kept[i], telling)), None)
        if twin is None:
            kept.append(telling)
        else:
            kept[twin] = _joined(kept[twin], telling)
    below = [t.statement for t in kept if not t.headline]
    told = list(below)
    told += [told_only_there(t.statement) for t in kept if t.headline and not told_below(t.statement, below)]
    return sorted(told, key=lambda statement: statement.span.start)


def _same_act(one: Telling, other: Telling) -> bool:
    a, b = one.statement, other.statement
    if a.category is not b.category:
        return False
    if one.headline and not other.headline and (_is_retold(a, b) or (not one.dated and _is_same(a, b))):
        return True
    if _is_one_protest(one, other) or _is_one_ruling(one, other):
        return True
    if other.pointing and not (one.spoken or other.spoken):
        return is_again(a, b, alone=other.only_pointing)
    return not _are_two(one, other) and _parties_agree(a, b)


def _are_two(one: Telling, other: Telling) -> bool:
    """Whether the words of two like acts show that they are two."""
    a, b = one.statement, other.statement
    if _are_said_apart(one, other):
        return True
    by_verbs = not (one.nominal or other.nominal)
    if by_verbs and _is_one_blow(one, other):
        return False
    if by_verbs and one.sentence == other.sentence and other.frame == _MATTER and one.frame in _OCCASIONS:
        return not _sides_agree(a, b)  # "GATHERED in Lima TO DISCUSS the border"
    if by_verbs and (not _frames_agree(one, other) or one.sentence == other.sentence):
        return True  # "CANCELLED a visit and RECALLED his envoy" tells of two
    if by_verbs and not _sides_agree(a, b):
        return True  # "Chad recalled its envoy to Togo. TOGO SHUT its embassy IN CHAD" tells of two
    if not _frames_agree(one, other) and _is_of_several(a, b):
        return True
    if not _times_agree(a.time, b.time) or (a.modality is Modality.DENIED) != (b.modality is Modality.DENIED):
        return True
    noun, verb = (a, b) if one.nominal else (b, a)
    mixed = one.nominal is not other.nominal and a.category is not Category.CONSULT
    return mixed and not _everyone(noun) <= _everyone(verb)  # "OBJECTIONS OF CHAD AND TOGO" are of more than Chad


def _are_said_apart(one: Telling, other: Telling) -> bool:
    """Whether who says it, what he says it about, or where it is done, shows that two like acts are two."""
    a, b = one.statement, other.statement
    if one.spoken and other.spoken and not side_of(b, RoleName.RECIPIENT):
        return True  # what somebody blames without saying whom is told once
    speakers = [side_of(s, RoleName.ACTOR) for s in (a, b)]
    if (one.spoken or other.spoken) and all(speakers) and not speakers[0] & speakers[1]:
        return True  # "Chad accused Togo. TOGO called the letter A DISGRACE"
    if (one.of_others or other.of_others) and not (one.of_others and other.of_others):
        return True  # "CRITICS accused Ruiz. SALCEDO accused her as well"
    if not (a.roles or b.roles) and _is_elsewhere(one, other):
        return True
    # "Chad criticised THE LEVY. Later it criticised THE AUDIT as well"
    return bool(one.about and other.about and not one.about & other.about)


def _is_one_blow(one: Telling, other: Telling) -> bool:
    """Whether a sentence tells in two verbs what befell somebody: "was ARRESTED and IMPRISONED"."""
    a, b = one.statement, other.statement
    alike = other.frame in {one.frame, _SERVE}  # "was jailed and SERVED two years"
    if one.sentence != other.sentence or not alike or a.category not in _BLOWS:
        return False
    undergone = side_of(a, RoleName.RECIPIENT)
    same = bool(undergone) and undergone == side_of(b, RoleName.RECIPIENT) and _sides_agree(a, b)
    return same and _times_agree(a.time, b.time)


def _is_of_several(a: Statement, b: Statement) -> bool:
    """Whether either is a journey to more than one: "a TOUR OF CHAD AND TOGO" is no meeting with a minister."""
    return a.category is Category.CONSULT and any(len(side_of(s, RoleName.RECIPIENT)) > 1 for s in (a, b))


def _everyone(statement: Statement) -> frozenset[EntityId | str]:
    return side_of(statement, RoleName.ACTOR) | side_of(statement, RoleName.RECIPIENT)


def _frames_agree(one: Telling, other: Telling) -> bool:
    """Whether two verbs tell of the same sort of act; what is discussed is discussed where people meet or speak."""
    return one.frame == other.frame or (other.frame == _MATTER and one.frame in _OCCASIONS)


def _is_one_protest(one: Telling, other: Telling) -> bool:
    """Whether two tellings are of the crowds of one protest: it is told in many words, and mostly names nobody."""
    a, b = one.statement, other.statement
    if a.category is not Category.PROTEST or one.frame != other.frame or a.modality is not b.modality:
        return False
    if _is_elsewhere(one, other):
        return False
    protesters, others = side_of(a, RoleName.ACTOR), side_of(b, RoleName.ACTOR)
    return (protesters == others or bool(protesters & others)) and _times_agree(a.time, b.time)


def _is_elsewhere(one: Telling, other: Telling) -> bool:
    """Whether two sentences tell it of two places: "unrest in Lomé", and on another day in Kara."""
    places = [telling.statement.place for telling in (one, other)]
    return one.sentence != other.sentence and all(places) and len({p.entity for p in places if p}) > 1


def _is_one_ruling(one: Telling, other: Telling) -> bool:
    """Whether two tellings are of one ruling: a court that is told without a name is the one told before."""
    a, b = one.statement, other.statement
    if one.frame not in _RULINGS or other.frame != one.frame or not _times_agree(a.time, b.time):
        return False
    return one.unnamed or other.unnamed or side_of(a, RoleName.ACTOR) == side_of(b, RoleName.ACTOR)


def _is_retold(headline: Statement, told: Statement) -> bool:
    """Whether the text tells what its headline did: somebody of it, or the same time, is in both."""
    if not _times_agree(headline.time, told.time):
        return False
    shared = {r.filler.entity for r in headline.roles} & {r.filler.entity for r in told.roles}
    return bool(shared) or (headline.time is not None and headline.time == told.time)


def _is_same(headline: Statement, told: Statement) -> bool:
    """Whether all of the headline's act, on their sides, are in what the text tells, whenever that was."""
    sides = [(side_of(headline, role), side_of(told, role)) for role in (RoleName.ACTOR, RoleName.RECIPIENT)]
    return all(a <= b for a, b in sides) and any(a for a, _ in sides) and told.time is not None


def _parties_agree(a: Statement, b: Statement) -> bool:
    """No side contradicts the other: what one names on a side the other names too, or leaves open."""
    sides = [(side_of(s, RoleName.ACTOR), side_of(s, RoleName.RECIPIENT)) for s in (a, b)]
    (actors, recipients), (others, targets) = sides
    everyone, all_others = actors | recipients, others | targets
    if not everyone or not all_others:
        return everyone == all_others
    return (_sides_agree(a, b) or everyone <= all_others or all_others <= everyone) and bool(everyone & all_others)


def _sides_agree(a: Statement, b: Statement) -> bool:
    """Whether on either side one names nobody whom the other does not, or the reverse."""
    return all(
        (x := side_of(a, role)) <= (y := side_of(b, role)) or y <= x for role in (RoleName.ACTOR, RoleName.RECIPIENT)
    )


def _joined(one: Telling, other: Telling) -> Telling:
    """The clearer telling, with a party, a time and a place from the other where it has none."""
    below = one.headline and not other.headline
    below = below or (one.unnamed and not other.unnamed and one.frame in _RULINGS)
    named = other.unnamed and not one.unnamed and one.frame in _RULINGS
    first = named or other.pointing or _clarity(one) >= _clarity(other)
    best, second = (one, other) if first and not below else (other, one)
    inferred = below and not one.dated and other.statement.time
    there = second.statement.place if one.frame == other.frame else None  # a call is not made where a meeting was
    statement = replace(
        best.statement,
        roles=filled(best.statement, second.statement),
        time=inferred or best.statement.time or second.statement.time,
        place=best.statement.place or there,
    )
    return replace(best, statement=statement)


def _clarity(telling: Telling) -> tuple[int, int, float]:
    place = telling.statement.place
    parties = {r.filler.entity for r in telling.statement.roles}
    return len(parties - {place.entity if place else None}), int(not telling.nominal), telling.statement.confidence


def _times_agree(a: Time | None, b: Time | None) -> bool:
    return a is None or b is None or a.within(b.first_day, b.last_day)
