"""The command by which a person states what no reader read: judge state."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.judging import Note, Who, choice, judge_of, opened_case, say
from palanca.cli.options import CaseArgument

if TYPE_CHECKING:
    from palanca.records import Reading, Span, Time
    from palanca.records.stated import StatableDetail
    from palanca.stating import Marked, NewStatement

_PART = re.compile(r"(?P<part>\w+)(?::(?P<schema>\w+))?=(?P<words>.*)", re.DOTALL)
_PLACE = re.compile(r"(\d+)-(\d+)")
_TIME = "As EDTF: 2019-05-04, 2019-05, 2019~."


def state(  # one parameter an option
    case: CaseArgument,
    document: Annotated[str, typer.Argument(help="The document, by name or id.")],
    words: Annotated[str, typer.Argument(help="The words that tell it, or where they stand: 120-184.")],
    part: Annotated[
        list[str],
        typer.Option(
            "--part",
            help="Who or what, in words of the document: actor='Ama Owusu'; "
            "actor:Company='Volta Grid' for a name that no reader saw.",
        ),
    ],
    event: Annotated[str | None, typer.Option(help="It is an event, of this category, such as CONSULT.")] = None,
    office: Annotated[str | None, typer.Option(help="It is an office held, of this title.")] = None,
    tie: Annotated[str | None, typer.Option(help="It is a tie of this kind, such as owns.")] = None,
    time: Annotated[str | None, typer.Option(help=f"When it was. {_TIME}")] = None,
    modality: Annotated[str, typer.Option(help="How the text puts it: asserted, reported, planned …")] = "asserted",
    context: Annotated[list[str] | None, typer.Option(help="A domain of an event, such as trade.")] = None,
    status: Annotated[str, typer.Option(help="How an office is held: current, former, acting …")] = "unknown",
    start: Annotated[str | None, typer.Option(help=f"When an office was taken. {_TIME}")] = None,
    end: Annotated[str | None, typer.Option(help=f"When an office was left. {_TIME}")] = None,
    who: Who = None,
    note: Note = None,
) -> None:
    """A document tells an event, an office or a tie that no reader found in it."""
    from palanca import stating

    detail = _detail({"event": event, "office": office, "tie": tie}, context or [], (status, start, end))
    with opened_case(case) as opened:
        reading = opened.reading(opened.document(document).id)
        if reading is None:
            raise typer.BadParameter(f"document {document!r} is an older text of its name: name the current one")
        told = _told(reading, words, part, detail, (time, modality))
        say(stating.state(opened, reading.document.id, told, judge_of(who, note)))


def _told(
    reading: "Reading", words: str, parts: list[str], detail: "StatableDetail", when: tuple[str | None, str]
) -> "NewStatement":
    from palanca.records import Modality
    from palanca.stating import NewStatement

    span = _span(reading, words)
    return NewStatement(
        span=span,
        detail=detail,
        parts=tuple(_part(reading, one, span) for one in parts),
        time=_time(when[0], "--time"),
        modality=choice(when[1], list(Modality), "modality"),
    )


def _detail(
    told: dict[str, str | None], contexts: list[str], held: tuple[str, str | None, str | None]
) -> "StatableDetail":
    """What is stated of a kind. Raises typer.BadParameter unless exactly one kind is told."""
    from palanca.records import Category, Context, EventDetail, OfficeDetail, OfficeStatus, TieDetail, TieKind

    given = {kind: value for kind, value in told.items() if value is not None}
    if len(given) != 1:
        raise typer.BadParameter("say what it is by one of --event, --office and --tie")
    ((kind, value),) = given.items()
    if kind == "event":
        domains = tuple(choice(one, list(Context), "context") for one in contexts)
        return EventDetail(category=choice(value, list(Category), "category"), contexts=domains)
    if kind == "tie":
        return TieDetail(kind=choice(value, list(TieKind), "tie"))
    status, start, end = held
    return OfficeDetail(
        role=" ".join(value.lower().split()),
        status=choice(status, list(OfficeStatus), "status"),
        start=_time(start, "--start"),
        end=_time(end, "--end"),
    )


def _span(reading: "Reading", words: str, near: "Span | None" = None) -> "Span":
    from palanca.records import Span
    from palanca.stating import words_in

    place = _PLACE.fullmatch(words)
    return Span(int(place[1]), int(place[2])) if place else words_in(reading, words, near)


def _part(reading: "Reading", told: str, near: "Span") -> "Marked":
    from palanca.records import Schema
    from palanca.records.stated import Part
    from palanca.stating import Marked

    match = _PART.fullmatch(told)
    if match is None:
        raise typer.BadParameter(f"{told!r} is no part: write actor='Ama Owusu', or actor:Company='Volta Grid'")
    return Marked(
        part=choice(match["part"], list(Part), "part"),
        span=_span(reading, match["words"], near),
        schema=choice(match["schema"], list(Schema), "schema") if match["schema"] else None,
    )


def _time(text: str | None, option: str) -> "Time | None":
    from palanca.records import Time
    from palanca.records.errors import InvalidTime

    try:
        return Time.parse(text) if text else None
    except InvalidTime as error:
        raise typer.BadParameter(f"{option}: {error}") from error
