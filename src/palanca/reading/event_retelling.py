"""Acts told again by words that point back: "the attacks", "this lawsuit", "claimed responsibility for the raid"."""

from palanca.reading.event_acts import Act
from palanca.reading.frames import noun_pattern
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.records import EntityId, Modality, Role, RoleName, Statement

_SHOWING = {"this", "these", "those"}
_DEFINITE = {"the", "that"} | _SHOWING
_SIDES = (RoleName.ACTOR, RoleName.RECIPIENT)


def points_back(page: Page, act: Act) -> bool:
    """Whether its noun points back ("THE attacks"), or its verb carries one that does ("carried out THE attack")."""
    if act.frame.retells:
        return True
    if act.word.pos_ == "NOUN":
        return _is_definite(act.word)
    return any(_is_definite(noun) and _tells(page, noun, act) for noun in page.grammar.arguments(act.word).objects)


def points_only_back(act: Act) -> bool:
    """Whether nothing but an act told before can be meant: "THIS lawsuit", "claimed responsibility for it"."""
    return act.frame.retells or any(child.norm_ in _SHOWING for child in act.word.children)


def _is_definite(noun: Token) -> bool:
    return any(child.norm_ in _DEFINITE for child in noun.children)


def _tells(page: Page, noun: Token, act: Act) -> bool:
    pattern = noun_pattern(page, noun) if noun.pos_ == "NOUN" else None
    return pattern is not None and pattern.frame.category is act.category


def is_again(told: Statement, pointing: Statement, *, alone: bool) -> bool:
    """Whether `pointing`, told by words that point back, may be the act `told` before it.

    The category and the times agree, and neither side contradicts: what one names the other names too, or leaves open.
    Unless the words `alone` point back, a party that they name must have been in what was told.
    """
    if told.category is not pointing.category or Modality.DENIED in {told.modality, pointing.modality}:
        return False
    if not _times_agree(told, pointing):
        return False
    sides = [(side_of(told, role), side_of(pointing, role)) for role in _SIDES]
    (actors, doers), (recipients, targets) = sides
    if (doers or targets) and not alone and not (actors | recipients) & (doers | targets):
        return False
    return all(not a or not b or a <= b or b <= a for a, b in sides)


def side_of(statement: Statement, role: RoleName) -> frozenset[EntityId | str]:
    """Who is named on one side."""
    return frozenset(filler.entity or filler.text for filler in statement.fillers(role))


def filled(best: Statement, other: Statement) -> tuple[Role, ...]:
    """The roles of `best`, with those of `other` on a side where `best` names nobody; nobody comes to both sides."""
    roles = list(best.roles)
    taken = {role.filler.entity or role.filler.text for role in roles}
    for side in _SIDES:
        if not best.fillers(side):
            added = [r for r in other.roles if r.name is side and (r.filler.entity or r.filler.text) not in taken]
            roles += added
    return tuple(sorted(roles, key=lambda role: _SIDES.index(role.name) if role.name in _SIDES else len(_SIDES)))


def _times_agree(a: Statement, b: Statement) -> bool:
    return a.time is None or b.time is None or a.time.within(b.time.first_day, b.time.last_day)
