"""From a judgement that a page asks for to the library's function that takes it."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from palanca import judging
from palanca.judging import Judge, state
from palanca.records import EntityId, Judgement, Schema, Verdict
from palanca.records.errors import InvalidJudgement
from palanca.records.query import Branch
from palanca.store import Case
from palanca.web.shapes.judgements import NewJudgement
from palanca.web.stating import stated_by

type Decision = Callable[[Case, NewJudgement, Judge], Judgement | list[Judgement]]


def decide(case: Case, new: NewJudgement) -> list[Judgement]:
    """Keep the judgements that it stands for; see `judging`. Raises InvalidJudgement for one that cannot be."""
    made = _DECISIONS[new.verdict](case, new, _judge(new))
    return made if isinstance(made, list) else [made]


def _judge(new: NewJudgement) -> Judge:
    now = datetime.now(UTC)
    at = now if new.at is None else min(new.at, now)  # a clock that runs ahead would stand above all that comes
    return Judge(who=new.who, note=new.note, clock=lambda: at)


def _on_two(case: Case, new: NewJudgement, by: Judge) -> Judgement:
    if len(new.on) != 2:
        raise InvalidJudgement(f"{new.verdict} is about two things, and {len(new.on)} was given: name both")
    return judging.judge_proposal(case, new.verdict, (EntityId(new.on[0]), EntityId(new.on[1])), by)


def _correct(case: Case, new: NewJudgement, by: Judge) -> list[Judgement]:
    if new.field is None:
        raise InvalidJudgement("a correction names its field: give `field`")
    return judging.correct(case, new.on[0], new.field, new.value or "", by)


_DECISIONS: Mapping[Verdict, Decision] = {
    Verdict.SAME: _on_two,
    Verdict.DIFFERENT: _on_two,
    Verdict.RENAME: lambda case, new, by: judging.rename(case, new.on[0], _value(new), by),
    Verdict.RETYPE: lambda case, new, by: judging.retype(case, new.on[0], _schema(new), by),
    Verdict.COUNTRY: lambda case, new, by: judging.of_country(case, new.on[0], _value(new), by),
    Verdict.BRANCH: lambda case, new, by: judging.of_branch(case, new.on[0], _branch(new), by),
    Verdict.REJECT: lambda case, new, by: judging.reject(case, new.on[0], by),
    Verdict.CONFIRM: lambda case, new, by: judging.confirm(case, new.on[0], by),
    Verdict.CORRECT: _correct,
    Verdict.STATE: lambda case, new, by: state(case, new.on[0], stated_by(new), by),
    Verdict.UNDO: lambda case, new, by: judging.undo(case, new.on[0], by),
}


def _value(new: NewJudgement) -> str:
    if new.value is None:
        raise InvalidJudgement(f"{new.verdict} needs a value: give `value`")
    return new.value


def _schema(new: NewJudgement) -> Schema:
    try:
        return Schema(_value(new))
    except ValueError:
        raise InvalidJudgement(f"{new.value!r} is no schema: give one of {', '.join(Schema)}") from None


def _branch(new: NewJudgement) -> Branch | None:
    value = _value(new)
    try:
        return Branch(value) if value else None
    except ValueError:
        raise InvalidJudgement(f"{value!r} is no branch: give one of {', '.join(Branch)}, or nothing") from None
