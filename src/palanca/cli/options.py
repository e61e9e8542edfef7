"""What commands share: the case, and the options by which they are asked.

Options that go together are a record, which a command of `gathering.gathered` takes as one parameter.
"""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.printing import Shape
from palanca.records.filter import LEAST_CONFIDENCE

if TYPE_CHECKING:
    from palanca.reading.language import Languages
    from palanca.records import Filter, Time
    from palanca.records.query import Query

LEFT_OUT = 3
"""The exit code of a run that went on past inputs that it could not read."""

CaseArgument = Annotated[Path, typer.Argument(help="The case: one file, such as influence.palanca.")]
QueryArgument = Annotated[
    str, typer.Argument(help='What to look for, such as: who:"Ama Owusu" of:Ghana time:2025-03. See docs/asking.md.')
]

Who = Annotated[str | None, typer.Option(help="Only claims that name this person, body or place.")]
Country = Annotated[
    str | None, typer.Option(help="Only claims about this country: a name, a demonym or a code such as PER.")
]
Since = Annotated[str | None, typer.Option(help="Not before this date: 2023, 2023-05 or 2023-05-19.")]
Until = Annotated[str | None, typer.Option(help="Not after this date; 2023-05 means its last day.")]
Channel = Annotated[str | None, typer.Option(help="Only events of this channel, such as military or economic.")]
CategoryOption = Annotated[str | None, typer.Option("--category", help="Only events of this PLOVER category.")]
Contains = Annotated[str | None, typer.Option(help="Only claims with these words in their sentences.")]
InDocument = Annotated[str | None, typer.Option("--document", help="Only claims of this document.")]
Least = Annotated[
    float | None,
    typer.Option(
        "--least-confidence",
        min=0,
        max=1,
        help=f"Show claims of at least this confidence, from 0 to 1 (else {LEAST_CONFIDENCE}).",
    ),
]
Limit = Annotated[int | None, typer.Option(min=1, help="Show at most this many rows.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Write CSV.")]
Host = Annotated[str, typer.Option(help="The country asked about: a name, a demonym or PER.")]
By = Annotated[str | None, typer.Option(help="Write year for each year separately.")]

Pipeline = Annotated[
    list[str] | None, typer.Option(help="Read a language with this spaCy pipeline: en=en_core_web_lg, es=/models/es.")
]
Processes = Annotated[int, typer.Option(min=1, help="Read in this many processes.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterOptions:
    """Which claims are wanted, of whatever kind."""

    who: Who = None
    country: Country = None
    since: Since = None
    until: Until = None
    contains: Contains = None
    document: InDocument = None
    least_confidence: Least = None

    def are_given(self) -> bool:
        """Whether any but the confidence is given."""
        return any(value for name, value in asdict(self).items() if name != "least_confidence")

    def filter(self) -> "Filter":
        """The filter that they ask for. Raises typer.BadParameter for a word that means nothing."""
        return filter_from(**asdict(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimOptions(FilterOptions):
    """Which claims are wanted, and of events which sort."""

    channel: Channel = None
    category: CategoryOption = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeOptions:
    """How an answer is written."""

    json: AsJson = False
    csv: AsCsv = False

    def shape(self) -> Shape:
        """The shape that the flags ask for. Raises typer.BadParameter for both."""
        if self.json and self.csv:
            raise typer.BadParameter("give --json or --csv, not both")
        return Shape.JSON if self.json else Shape.CSV if self.csv else Shape.TABLE


def query_from(line: str, least_confidence: float | None = None) -> "Query":
    """The query of a line; what readers doubt stays out unless the line asks about `confidence`, or an option does."""
    from palanca.analysis.asking import sure_query_of

    return sure_query_of(line, least_confidence)


def filter_from(  # one parameter an option
    *,
    who: str | None = None,
    country: str | None = None,
    since: str | None = None,
    until: str | None = None,
    channel: str | None = None,
    category: str | None = None,
    contains: str | None = None,
    document: str | None = None,
    least_confidence: float | None = None,
) -> "Filter":
    """The filter that the options ask for. Raises typer.BadParameter for a word that means nothing."""
    from palanca.records import Category, Filter

    first, last = maybe_time(since, "--since"), maybe_time(until, "--until")
    return Filter(
        who=who,
        country=None if country is None else country_code(country, "--country"),
        since=first.first_day if first else None,
        until=last.last_day if last else None,
        channel=channel,
        category=None if category is None else choice(category, list(Category), "category"),
        contains=contains,
        document=document,
        least_confidence=LEAST_CONFIDENCE if least_confidence is None else least_confidence,
    )


def choice[T: str](text: str, choices: list[T], what: str) -> T:
    """The choice that is written so, whatever its capitals. Raises typer.BadParameter."""
    for one in choices:
        if one.casefold() == text.casefold():
            return one
    raise typer.BadParameter(f"no {what} is called {text!r}: choose one of {', '.join(choices)}")


def is_by_year(by: str | None) -> bool:
    """Whether years are asked for. Raises typer.BadParameter for anything else."""
    if by not in (None, "year"):
        raise typer.BadParameter(f"{by!r} is nothing to tell apart by: write year", param_hint="--by")
    return by == "year"


def time_from(text: str, option: str) -> "Time":
    """The time that an option gives. Raises typer.BadParameter for one that is none."""
    found = maybe_time(text, option)
    if found is None:
        raise typer.BadParameter("give a date such as 2007-08-01, 2007-08 or 2007", param_hint=option)
    return found


def maybe_time(text: str | None, option: str) -> "Time | None":
    """The time that an option gives, if it is given. Raises typer.BadParameter for what is none."""
    from palanca.records import Time
    from palanca.records.errors import InvalidTime

    try:
        return Time.parse(text) if text else None
    except InvalidTime as error:
        raise typer.BadParameter(str(error), param_hint=option) from error


def country_code(text: str, option: str = "--host") -> str:
    """The code of the country that an option names. Raises typer.BadParameter for one that is none."""
    from palanca.lexicon.countries import country_meant

    found = country_meant(text)
    if found is None:
        raise typer.BadParameter(
            f"no country is called {text!r}: give a name, a demonym or an ISO code such as PER", param_hint=option
        )
    return found.alpha3


def languages_from(pairs: list[str] | None) -> "Languages":
    """The pipelines that the options name. Raises PipelineNotFound."""
    from palanca.reading.language import Languages, pipelines_from

    return Languages(pipelines=pipelines_from(",".join(pairs))) if pairs else Languages()
