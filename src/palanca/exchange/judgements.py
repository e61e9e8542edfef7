"""Judgements as lines of JSON, to keep beside a case, to compare and to merge: two files are one by their ids.

A line is one judgement, whole, with its keys in the order of the alphabet; lines are in order of moment, then id. So
what was judged later stands at the end, and a version control shows what is new and nothing else.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainValidator, ValidationError

from palanca.records import Anchor, DocumentId, Field, Judgement, JudgementId, Kind, Span, Verdict
from palanca.records.errors import InvalidJudgement, InvalidRecord
from palanca.store.judgement_rows import judgement_to_json

# Signs that end a line for some readers, and halves of UTF-16 pairs, which UTF-8 cannot write.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def to_lines(judgements: Iterable[Judgement]) -> Iterator[str]:
    """Each judgement once, as a line that ends in a newline, by moment, then id. The lines can be written as UTF-8."""
    for judgement in sorted({one.id: one for one in judgements}.values(), key=lambda one: (one.at, one.id)):
        line = judgement_to_json(judgement)
        yield _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", line) + "\n"


def from_lines(lines: Iterable[str]) -> Iterator[Judgement]:
    """The judgements of lines, each once, in the order of the lines; empty lines are passed over.

    A line may leave out its `id`, which is worked out from the rest. Raises InvalidJudgement, with the number of the
    line, when it is not a judgement, has a field that none has, or carries an id that is not that of its content.
    """
    seen: set[JudgementId] = set()
    for number, line in enumerate(lines, start=1):
        if line.strip():
            judgement = _judgement(line, number)
            if judgement.id not in seen:
                seen.add(judgement.id)
                yield judgement


def _text(value: object) -> str:
    """Any string: pydantic's own refuses halves of UTF-16 pairs, which file names hold."""
    if not isinstance(value, str):
        raise ValueError("write a string in quotation marks")  # noqa: TRY004  # pydantic collects ValueError only
    return value


def _moment(value: object) -> datetime:
    try:
        return datetime.fromisoformat(_text(value))
    except ValueError as error:
        raise ValueError("write day and time with its zone, as in 2024-05-06T07:08:09+00:00") from error


type _Text = Annotated[str, PlainValidator(_text)]
type _Moment = Annotated[datetime, PlainValidator(_moment)]


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _AnchorLine(_Line):
    document: _Text
    name: _Text
    span: tuple[int, int]
    words: _Text
    sentence: _Text
    kind: Kind | None = None
    told: _Text = ""
    parties: tuple[_Text, ...] = ()


class _JudgementLine(_Line):
    id: str | None = None
    verdict: Verdict
    who: _Text
    at: _Moment
    anchors: tuple[_AnchorLine, ...] = ()
    field: Field | None = None
    value: _Text | None = None
    undoes: str | None = None
    note: _Text | None = None


def _judgement(line: str, number: int) -> Judgement:
    written = _parsed(line, number)
    try:
        given = _JudgementLine.model_validate(written)
        judgement = _record(given)
    except ValidationError as error:
        raise InvalidJudgement(f"line {number}: {_first(error)}") from error
    except InvalidRecord as error:
        raise InvalidJudgement(f"line {number}: {error}") from error
    if given.id not in {None, judgement.id}:
        raise InvalidJudgement(
            f"line {number}: id {given.id} is not that of its content ({judgement.id}), so it was changed by hand: "
            "put the line back as it was, and judge anew"
        )
    return judgement


def _parsed(line: str, number: int) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:  # no JSON, a number past Python's limit, brackets without end
        why = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise InvalidJudgement(
            f"line {number} is no line of JSON ({why}): write one judgement a line, without the marks of a merge"
        ) from error


def _first(error: ValidationError) -> str:
    """The first problem, with the field: `anchors.0.span: …`."""
    problem = error.errors()[0]
    place = ".".join(map(str, problem["loc"])) or "the line"
    remedy = {"extra_forbidden": "no judgement has this field: take it out", "missing": "add it"}
    return f"{place}: {remedy.get(problem['type'], problem['msg'])}"


def _record(given: _JudgementLine) -> Judgement:
    return Judgement(
        verdict=given.verdict,
        who=given.who,
        at=given.at,
        anchors=tuple(map(_anchor, given.anchors)),
        field=given.field,
        value=given.value,
        undoes=None if given.undoes is None else JudgementId(given.undoes),
        note=given.note,
    )


def _anchor(given: _AnchorLine) -> Anchor:
    return Anchor(
        document=DocumentId(given.document),
        name=given.name,
        span=Span(*given.span),
        words=given.words,
        sentence=given.sentence,
        kind=given.kind,
        told=given.told,
        parties=given.parties,
    )
