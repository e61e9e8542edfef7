"""From a judgement that a page asks for to the library's function that takes it."""

from collections.abc import Callable, Mapping

from palanca import judging
from palanca.judging import Judge
from palanca.records import (
    EntityId,
    EventDetail,
    Judgement,
    Kind,
    OfficeDetail,
    Schema,
    Span,
    TieDetail,
    Time,
    Verdict,
)
from palanca.records.errors import InvalidJudgement, InvalidRecord, InvalidTime
from palanca.records.query import Branch
from palanca.records.stated import StatableDetail
from palanca.stating import Marked, NewStatement, state
from palanca.store import Case
from palanca.web.shapes.judgements import NewJudgement
from palanca.web.shapes.judgements import NewStatement as Told

type Decision = Callable[[Case, NewJudgement, Judge], Judgement | list[Judgement]]


def decide(case: Case, new: NewJudgement) -> list[Judgement]:
    """Keep the judgements that it stands for; see `judging`. Raises InvalidJudgement for one that cannot be."""
    made = _DECISIONS[new.verdict](case, new, Judge(who=new.who, note=new.note))
    return made if isinstance(made, list) else [made]


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
    Verdict.STATE: lambda case, new, by: state(case, new.on[0], _statement(new), by),
    Verdict.UNDO: lambda case, new, by: judging.undo(case, new.on[0], by),
}


def _statement(new: NewJudgement) -> NewStatement:
    told = new.statement
    if told is None:
        raise InvalidJudgement("what is stated is missing: give `statement`")
    return NewStatement(
        span=_span(told.span),
        detail=_detail(told),
        parts=tuple(Marked(part=one.part, span=_span(one.span), schema=one.schema_name) for one in told.parts),
        time=_time(told.time),
        modality=told.modality,
    )


def _detail(told: Told) -> StatableDetail:
    match told.kind:
        case Kind.EVENT if told.category:
            return EventDetail(category=told.category, contexts=told.contexts)
        case Kind.OFFICE if told.role:
            role, times = " ".join(told.role.lower().split()), (_time(told.start), _time(told.end))
            return OfficeDetail(role=role, status=told.status, start=times[0], end=times[1])
        case Kind.TIE if told.tie:
            return TieDetail(kind=told.tie)
        case _:
            raise InvalidJudgement(
                f"{told.kind} cannot be stated so: an event has `category`, an office `role`, a tie `tie`"
            )


def _span(words: tuple[int, int]) -> Span:
    try:
        return Span(*words)
    except InvalidRecord as error:
        raise InvalidJudgement(str(error)) from error


def _time(text: str | None) -> Time | None:
    try:
        return Time.parse(text) if text else None
    except InvalidTime as error:
        raise InvalidJudgement(str(error)) from error


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
