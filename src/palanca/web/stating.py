"""From what a page states by hand to the statement of the library."""

from collections.abc import Mapping

from palanca.identity.corrections import amount_of
from palanca.judging import Marked, NewStatement
from palanca.records import (
    EventDetail,
    InstrumentDetail,
    Kind,
    OfficeDetail,
    QuantityDetail,
    QuotationDetail,
    Span,
    TieDetail,
    Time,
)
from palanca.records.errors import InvalidJudgement, InvalidRecord, InvalidTime
from palanca.records.stated import StatableDetail
from palanca.web.shapes.judgements import NewJudgement
from palanca.web.shapes.judgements import NewStatement as Told

_NEEDS: Mapping[Kind, str] = {
    Kind.EVENT: "`category`", Kind.OFFICE: "`role`", Kind.TIE: "`tie`", Kind.INSTRUMENT: "`instrument` and `title`",
    Kind.QUANTITY: "`amount`", Kind.QUOTATION: "`cue`",
}  # fmt: skip


def stated_by(new: NewJudgement) -> NewStatement:
    """The statement of a judgement. Raises InvalidJudgement for one that lacks what its kind needs."""
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
            role, times = _one_line(told.role).lower(), (_time(told.start), _time(told.end))
            return OfficeDetail(role=role, status=told.status, start=times[0], end=times[1])
        case Kind.TIE if told.tie:
            return TieDetail(kind=told.tie)
        case Kind.INSTRUMENT if told.instrument and told.title:
            title, valid = _one_line(told.title), _time(told.valid)
            return InstrumentDetail(kind=told.instrument, title=title, number=told.number or None, valid=valid)
        case Kind.QUANTITY if told.amount:
            value, most, unit = amount_of(_one_line(told.amount))
            return QuantityDetail(value=value, value_max=most, unit=unit or "", of=told.of or None)
        case Kind.QUOTATION if told.cue:
            return QuotationDetail(cue=_one_line(told.cue), direct=told.direct)
        case _:
            raise InvalidJudgement(f"{told.kind} cannot be stated so: it needs {_NEEDS.get(told.kind, 'another kind')}")


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


def _one_line(text: str) -> str:
    return " ".join(text.split())
