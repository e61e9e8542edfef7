"""The command by which a person states what no reader read: judge state."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.judging import Deciding, say
from palanca.cli.options import CaseArgument, choice, maybe_time

if TYPE_CHECKING:
    from palanca.judging import Marked
    from palanca.records import Reading, Span
    from palanca.records.stated import StatableDetail

_PART = re.compile(r"(?P<part>\w+)(?::(?P<schema>\w+))?=(?P<words>.*)", re.DOTALL)
_PLACE = re.compile(r"(\d+)-(\d+)")
_TIME = "As EDTF: 2019-05-04, 2019-05, 2019~."

Parts = Annotated[
    list[str] | None,
    typer.Option(
        "--part",
        help="Who or what, in words of the document: actor='Ama Owusu'; "
        "actor:Company='Volta Grid' for a name that no reader saw.",
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """What is stated, by what names its sort: exactly one of these."""

    event: Annotated[str | None, typer.Option(help="It is an event, of this category, such as CONSULT.")] = None
    office: Annotated[str | None, typer.Option(help="It is an office held, of this title.")] = None
    tie: Annotated[str | None, typer.Option(help="It is a tie of this kind, such as owns.")] = None
    instrument: Annotated[str | None, typer.Option(help="It is an instrument of this kind, such as law.")] = None
    quantity: Annotated[str | None, typer.Option(help="It is a number with its unit: '1200 USD', '3..5 ships'.")] = None
    quotation: Annotated[str | None, typer.Option(help="It is a quotation, introduced by this word: said.")] = None

    def detail(self, more: "More") -> "StatableDetail":
        """Raises typer.BadParameter unless exactly one sort is given."""
        given = [(sort, value) for sort, value in asdict(self).items() if value is not None]
        if len(given) != 1:
            raise typer.BadParameter(f"say what it is by one of {', '.join(f'--{sort}' for sort in _DETAILS)}")
        ((sort, value),) = given
        return _DETAILS[sort](value, more)


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """What is told beside the sort: each of these is of some sorts only."""

    context: Annotated[list[str] | None, typer.Option(help="A domain of an event, such as trade.")] = None
    status: Annotated[str, typer.Option(help="How an office is held: current, former, acting …")] = "unknown"
    start: Annotated[str | None, typer.Option(help=f"When an office was taken. {_TIME}")] = None
    end: Annotated[str | None, typer.Option(help=f"When an office was left. {_TIME}")] = None
    title: Annotated[str, typer.Option(help="The title of an instrument.")] = ""
    number: Annotated[str | None, typer.Option(help="The number of an instrument.")] = None
    of: Annotated[str | None, typer.Option(help="What a number measures or counts.")] = None
    direct: Annotated[bool, typer.Option("--direct", help="The quotation is word for word.")] = False


def state(
    case: CaseArgument,
    document: Annotated[str, typer.Argument(help="The document, by name or id.")],
    words: Annotated[str, typer.Argument(help="The words that say it, or their place in the text: 120-184.")],
    part: Parts = None,
    *,
    sort: Sort,
    time: Annotated[str | None, typer.Option(help=f"When it was. {_TIME}")] = None,
    modality: Annotated[str, typer.Option(help="How the text puts it: asserted, reported, planned …")] = "asserted",
    more: More,
    by: Deciding,
) -> None:
    """State what no reader found in a document: an event, an office, a tie, an instrument, a number, a quotation."""
    from palanca import judging, open_case
    from palanca.records import Modality

    detail = sort.detail(more)
    with open_case(case) as opened:
        reading = opened.reading(opened.document(document).id)
        if reading is None:
            raise typer.BadParameter(f"document {document!r} is an older text of its name: name the current one")
        span = _span(reading, words)
        told = judging.NewStatement(
            span=span,
            detail=detail,
            parts=tuple(_part(reading, one, span) for one in part or []),
            time=maybe_time(time, "--time"),
            modality=choice(modality, list(Modality), "modality"),
        )
        say(judging.state(opened, reading.document.id, told, by.judge()))


def _event(category: str, more: More) -> "StatableDetail":
    from palanca.records import Category, Context, EventDetail

    domains = tuple(choice(one, list(Context), "context") for one in more.context or [])
    return EventDetail(category=choice(category, list(Category), "category"), contexts=domains)


def _office(title: str, more: More) -> "StatableDetail":
    from palanca.records import OfficeDetail, OfficeStatus

    return OfficeDetail(
        role=" ".join(title.lower().split()),
        status=choice(more.status, list(OfficeStatus), "status"),
        start=maybe_time(more.start, "--start"),
        end=maybe_time(more.end, "--end"),
    )


def _tie(kind: str, _more: More) -> "StatableDetail":
    from palanca.records import TieDetail, TieKind

    return TieDetail(kind=choice(kind, list(TieKind), "tie"))


def _instrument(kind: str, more: More) -> "StatableDetail":
    from palanca.records import InstrumentDetail, InstrumentKind

    title = " ".join(more.title.split())
    return InstrumentDetail(kind=choice(kind, list(InstrumentKind), "instrument"), title=title, number=more.number)


def _quantity(amount: str, more: More) -> "StatableDetail":
    from palanca.identity.corrections import amount_of
    from palanca.records import QuantityDetail

    value, most, unit = amount_of(" ".join(amount.split()))
    return QuantityDetail(value=value, value_max=most, unit=unit or "", of=more.of)


def _quotation(cue: str, more: More) -> "StatableDetail":
    from palanca.records import QuotationDetail

    return QuotationDetail(cue=" ".join(cue.split()), direct=more.direct)


_DETAILS: Mapping[str, Callable[[str, More], "StatableDetail"]] = {
    "event": _event, "office": _office, "tie": _tie, "instrument": _instrument, "quantity": _quantity,
    "quotation": _quotation,
}  # fmt: skip


def _span(reading: "Reading", words: str, near: "Span | None" = None) -> "Span":
    from palanca.judging import words_in
    from palanca.records import Span

    place = _PLACE.fullmatch(words)
    return Span(int(place[1]), int(place[2])) if place else words_in(reading, words, near)


def _part(reading: "Reading", told: str, near: "Span") -> "Marked":
    from palanca.judging import Marked
    from palanca.records import Schema
    from palanca.records.stated import Part

    match = _PART.fullmatch(told)
    if match is None:
        raise typer.BadParameter(f"{told!r} is no part: write actor='Ama Owusu', or actor:Company='Volta Grid'")
    return Marked(
        part=choice(match["part"], list(Part), "part"),
        span=_span(reading, match["words"], near),
        schema=choice(match["schema"], list(Schema), "schema") if match["schema"] else None,
    )
