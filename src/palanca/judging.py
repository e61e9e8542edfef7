"""What a person decides on a case: same, different, rename, retype, country, branch, reject, confirm, correct, undo.

Each function appends one judgement and settles the case; nothing is ever overwritten. A thing is told by its name, by
`NAME@DOCUMENT` for what one document calls so, or by an id of one of its entities; a claim or statement by its id or
the beginning of it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from palanca.identity.anchors import anchor_of_name, anchor_of_statement
from palanca.identity.checking import check_judgement
from palanca.identity.corrections import check_value
from palanca.records import (
    Anchor,
    ClaimId,
    Entity,
    EntityId,
    Field,
    Filter,
    Identity,
    Judgement,
    JudgementId,
    Reading,
    Schema,
    Statement,
    StatementId,
    Verdict,
)
from palanca.records.errors import AmbiguousName, InvalidJudgement, UnknownClaim, UnknownEntity, UnknownJudgement
from palanca.records.ids import ENTITY_ID
from palanca.records.names import fold
from palanca.records.query import Branch
from palanca.settlement import settle
from palanca.store import Case

_LEAST_ID = 6  # letters of an id that tell it from a name
_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Who decides, with a note if there is something to say; `clock` tells when."""

    who: str
    note: str | None = None
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)


def same(case: Case, one: str, other: str, judge: Judge) -> Judgement:
    """Decide that two things are one. Raises InvalidJudgement when they are the very same words."""
    return _on_two(case, Verdict.SAME, (one, other), judge)


def different(case: Case, one: str, other: str, judge: Judge) -> Judgement:
    """Decide that two things are not one: also to part what was merged, with `NAME@DOCUMENT` for each."""
    return _on_two(case, Verdict.DIFFERENT, (one, other), judge)


def rename(case: Case, thing: str, name: str, judge: Judge) -> Judgement:
    """Decide what a thing is called."""
    if not fold(name):
        raise InvalidJudgement(f"{name!r} holds no letter: give the name to show")
    return _kept(case, Verdict.RENAME, (_anchor_of(case, thing),), judge, value=name)


def retype(case: Case, thing: str, schema: Schema, judge: Judge) -> Judgement:
    """Decide what sort of thing it is."""
    return _kept(case, Verdict.RETYPE, (_anchor_of(case, thing),), judge, value=schema)


def of_country(case: Case, thing: str, code: str, judge: Judge) -> Judgement:
    """Decide to which country a thing belongs, by its ISO 3166-1 code of three letters; empty for none.

    Raises InvalidJudgement for a code that is none.
    """
    return _kept(case, Verdict.COUNTRY, (_anchor_of(case, thing),), judge, value=code)


def of_branch(case: Case, thing: str, branch: Branch | None, judge: Judge) -> Judgement:
    """Decide for which branch a thing acts at all times; None for none."""
    return _kept(case, Verdict.BRANCH, (_anchor_of(case, thing),), judge, value=branch or "")


def reject(case: Case, told: str, judge: Judge) -> Judgement:
    """Decide that a claim, with all its statements, or one statement does not say what readers took it to say."""
    return _kept(case, Verdict.REJECT, _anchors_of(case, told), judge)


def confirm(case: Case, told: str, judge: Judge) -> Judgement:
    """Decide that a claim or statement says what readers took it to say."""
    return _kept(case, Verdict.CONFIRM, _anchors_of(case, told), judge)


def correct(case: Case, told: str, field: Field, value: str, judge: Judge) -> list[Judgement]:
    """Put one field right in a statement, or in each of a claim. Raises InvalidJudgement for a wrong value."""
    found = [
        Judgement(
            verdict=Verdict.CORRECT, who=judge.who, at=judge.clock(), note=judge.note, field=field,
            value=check_value(statement.kind, field, value),
            anchors=(anchor_of_statement(_reading(case, statement), statement),),
        )
        for statement in _statements(case, told)
    ]  # fmt: skip
    case.judge(found)
    settle(case)
    return found


def undo(case: Case, judgement: str, judge: Judge) -> Judgement:
    """Take a judgement back; taking back an undo restores what it undid. Raises UnknownJudgement."""
    ids = [one.id for one in case.judgements() if one.id.startswith(judgement)]
    if len(ids) != 1 or not judgement:
        raise UnknownJudgement(
            f"{'no' if not ids else 'more than one'} judgement has an id that begins with {judgement!r}: "
            "`palanca judgements` lists them"
        )
    undone = Judgement(
        verdict=Verdict.UNDO, who=judge.who, at=judge.clock(), undoes=JudgementId(ids[0]), note=judge.note
    )
    case.judge([undone])
    settle(case)
    return undone


def judge_proposal(case: Case, verdict: Verdict, ends: tuple[EntityId, EntityId], judge: Judge) -> Judgement:
    """Decide on a pair of things by their ids: `same` or `different`."""
    one, other = (_anchor_of_thing(case, case.thing(end)) for end in ends)
    return _kept(case, verdict, (one, other), judge)


def _on_two(case: Case, verdict: Verdict, told: tuple[str, str], judge: Judge) -> Judgement:
    one, other = (_anchor_of(case, words) for words in told)
    if one == other:
        raise InvalidJudgement(
            f"{told[0]!r} and {told[1]!r} are the same words of {one.name}: tell the two apart as NAME@DOCUMENT"
        )
    return _kept(case, verdict, (one, other), judge)


def _kept(
    case: Case, verdict: Verdict, anchors: Iterable[Anchor], judge: Judge, *, value: str | None = None
) -> Judgement:
    judgement = Judgement(
        verdict=verdict, who=judge.who, at=judge.clock(), anchors=tuple(anchors), value=value, note=judge.note
    )
    check_judgement(judgement)
    case.judge([judgement])
    settle(case)
    return judgement


def _anchor_of(case: Case, words: str) -> Anchor:
    name, at, document = words.rpartition("@")
    if at and name:
        return _anchor_in(case, name, document)
    return _anchor_of_thing(case, find_thing(case, words))


def _anchor_in(case: Case, name: str, document: str) -> Anchor:
    """The anchor of what one document calls by that name. Raises UnknownDocument or UnknownEntity."""
    reading = case.reading(case.document(document).id)
    found = _entity_named(name, reading.entities) if reading else None
    if reading is None or found is None:
        raise UnknownEntity(f"document {document!r} calls nothing {name!r}: `palanca show` lists names")
    return anchor_of_name(reading, found.id)


def _entity_named(name: str, entities: Iterable[Entity]) -> Entity | None:
    """The entity of a document that bears this name; one whose caption it is comes first."""
    wanted = fold(name)
    bearing = [one for one in entities if wanted in map(fold, (one.caption, *one.names))]
    return min(bearing, key=lambda one: fold(one.caption) != wanted, default=None)


def find_thing(case: Case, words: str) -> Identity:
    """The one thing of that whole name, or with an entity whose id begins so.

    Raises AmbiguousName or UnknownEntity, with what can be said instead.
    """
    settle(case)
    if ENTITY_ID.fullmatch(words) and (known := _thing_of(case, EntityId(words))):
        return known
    wanted = fold(words)
    things = list(case.things())
    called = [one for one in things if wanted in {fold(name) for name in (one.caption, *one.names)}]
    first = [one for one in called if fold(one.caption) == wanted] or called
    if not first and len(words) >= _LEAST_ID:
        first = [one for one in things if any(member.startswith(words) for member in one.members)]
    if len(first) == 1:
        return first[0]
    if not first:
        raise UnknownEntity(f"nothing in the case is called {words!r}: `palanca people` and `palanca search` help")
    listed = "; ".join(f"{one.id} ({one.caption}, {one.documents} documents)" for one in first[:_SHOWN])
    raise AmbiguousName(f"{len(first)} things are called {words!r}: say NAME@DOCUMENT, or one of {listed}")


def _thing_of(case: Case, entity: EntityId) -> Identity | None:
    try:
        return case.thing(entity)
    except UnknownEntity:
        return None


def _anchor_of_thing(case: Case, thing: Identity) -> Anchor:
    """The anchor of the entity that bears the thing's caption; of several the smallest id."""
    entities = map(case.entity, thing.members)  # by id, and a country may have thousands
    entity = next((one for one in entities if one.caption == thing.caption), None) or case.entity(thing.members[0])
    reading = case.reading(entity.document)
    assert reading is not None  # noqa: S101  # entities are those of current documents
    return anchor_of_name(reading, entity.id)


def _anchors_of(case: Case, told: str) -> tuple[Anchor, ...]:
    statements = _statements(case, told)
    return tuple(anchor_of_statement(_reading(case, statement), statement) for statement in statements)


def _statements(case: Case, told: str) -> list[Statement]:
    """The statements of the claim, or the statement, whose id begins so. Raises UnknownClaim."""
    settle(case)
    found = case.evidence([StatementId(told)]) or _under(case, ClaimId(told))
    if found:
        return list(found.values())
    claims = list(case.claims(Filter(rejected=True))) if len(told) >= _LEAST_ID else []
    meant = [claim for claim in claims if claim.id.startswith(told)]
    if len(meant) == 1:
        return list(case.evidence(evidence.statement for evidence in meant[0].evidence).values())
    ids = {evidence.statement for claim in claims for evidence in claim.evidence if evidence.statement.startswith(told)}
    if len(ids) == 1 and not meant:
        return list(case.evidence(ids).values())
    many = "more than one claim or statement has" if meant or ids else "no claim or statement of the case has"
    raise UnknownClaim(f"{many} an id that begins with {told!r}: `palanca events --json` and its like show ids")


def _under(case: Case, claim: ClaimId) -> dict[StatementId, Statement]:
    """The statements under the claim of exactly that id; none where there is none."""
    try:
        return case.evidence(evidence.statement for evidence in case.claim(claim).evidence)
    except UnknownClaim:
        return {}


def _reading(case: Case, statement: Statement) -> Reading:
    reading = case.reading(statement.document)
    assert reading is not None  # noqa: S101  # statements are those of current documents
    return reading
