"""What a person decides on a case: same, different, rename, retype, country, branch, reject, confirm, correct, undo.

Each function takes an open case, appends one judgement, or one for each statement that it corrects, and settles the
case; nothing is ever overwritten. What is judged is told in words, see `pointing`, which raises UnknownEntity,
UnknownDocument, AmbiguousName or UnknownClaim for words that point at nothing, or at several.
"""

from collections.abc import Iterable

from palanca.identity.checking import check_judgement
from palanca.identity.corrections import check_value
from palanca.judging.judge import Judge
from palanca.judging.pointing import anchor_meant, anchor_of_entity, anchor_of_thing, anchor_of_told, statements_meant
from palanca.records import Anchor, EntityId, Field, Judgement, JudgementId, Schema, Verdict
from palanca.records.errors import InvalidJudgement, UnknownJudgement
from palanca.records.ids import ENTITY_ID
from palanca.records.names import fold
from palanca.records.query import Branch
from palanca.settlement import settle
from palanca.store import Case


def same(case: Case, one: str, other: str, judge: Judge) -> Judgement:
    """Decide that two things are one; undoing it parts them. Raises InvalidJudgement for the very same words."""
    return _on_two(case, Verdict.SAME, (one, other), judge)


def different(case: Case, one: str, other: str, judge: Judge) -> Judgement:
    """Decide that two things are not one: also to part what was merged, with `NAME@DOCUMENT` for each.

    Raises InvalidJudgement for the very same words.
    """
    return _on_two(case, Verdict.DIFFERENT, (one, other), judge)


def rename(case: Case, thing: str, name: str, judge: Judge) -> Judgement:
    """Decide what a thing is called; it is still found by its other names. Raises InvalidJudgement without a letter."""
    if not fold(name):
        raise InvalidJudgement(f"{name!r} holds no letter: give the name to show")
    return _kept(case, Verdict.RENAME, (anchor_meant(case, thing),), judge, value=name)


def retype(case: Case, thing: str, schema: Schema, judge: Judge) -> Judgement:
    """Decide what sort of thing it is."""
    return _kept(case, Verdict.RETYPE, (anchor_meant(case, thing),), judge, value=schema)


def of_country(case: Case, thing: str, code: str, judge: Judge) -> Judgement:
    """Decide to which country a thing belongs, by its ISO 3166-1 code of three letters; empty for none.

    Raises InvalidJudgement for a code that is none.
    """
    return _kept(case, Verdict.COUNTRY, (anchor_meant(case, thing),), judge, value=code)


def of_branch(case: Case, thing: str, branch: Branch | None, judge: Judge) -> Judgement:
    """Decide for which branch a thing acts at all times; None for none."""
    return _kept(case, Verdict.BRANCH, (anchor_meant(case, thing),), judge, value=branch or "")


def reject(case: Case, told: str, judge: Judge) -> Judgement:
    """Decide that a claim, with all its statements, or one statement does not say what readers took it to say."""
    return _kept(case, Verdict.REJECT, _anchors_of(case, told), judge)


def confirm(case: Case, told: str, judge: Judge) -> Judgement:
    """Decide that a claim or statement says what readers took it to say."""
    return _kept(case, Verdict.CONFIRM, _anchors_of(case, told), judge)


def correct(case: Case, told: str, field: Field, value: str, judge: Judge) -> list[Judgement]:
    """Put one field right in a statement, or in each of a claim: a judgement for each, in the order of evidence.

    An empty value takes a field away where it may be missing. Raises InvalidJudgement for a wrong value, and nothing is
    kept.
    """
    found = [
        Judgement(
            verdict=Verdict.CORRECT, who=judge.who, at=judge.clock(), note=judge.note, field=field,
            value=check_value(statement.kind, field, value), anchors=(anchor_of_told(case, statement),),
        )
        for statement in statements_meant(case, told)
    ]  # fmt: skip
    case.judge(found)
    settle(case)
    return found


def undo(case: Case, judgement: str, judge: Judge) -> Judgement:
    """Take a judgement back, by its id or the beginning of it; taking back an undo restores what it undid.

    Raises UnknownJudgement for a beginning that none has, or several.
    """
    told = case.judgement_log(naming=[judgement]) if ENTITY_ID.fullmatch(judgement) else case.judgements()
    ids = [one.id for one in told if one.id.startswith(judgement)]
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
    """Decide on a pair of things by their ids: `same` or `different`.

    Two ids of one thing stand for what they are in their documents: `different` parts them. The same id twice stands
    for what it is there and for another entity of its thing. Raises InvalidJudgement when there is no other.
    """
    one, other = (case.thing(end) for end in ends)
    if one.id != other.id:
        return _kept(case, verdict, (anchor_of_thing(case, one), anchor_of_thing(case, other)), judge)
    first = ends[0] if ends[0] != ends[1] else next((each for each in one.members if each != ends[1]), None)
    if first is None:
        raise InvalidJudgement(f"{one.caption!r} is named by one document alone: there is nothing to part it from")
    return _kept(case, verdict, (anchor_of_entity(case, first), anchor_of_entity(case, ends[1])), judge)


def _anchors_of(case: Case, told: str) -> tuple[Anchor, ...]:
    return tuple(anchor_of_told(case, statement) for statement in statements_meant(case, told))


def _on_two(case: Case, verdict: Verdict, told: tuple[str, str], judge: Judge) -> Judgement:
    one, other = (anchor_meant(case, words) for words in told)
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
