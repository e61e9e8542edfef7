"""Commands that ask the case as a network."""

from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.asking import AsCsv, AsJson, Channel, Country, Since, Until
from palanca.cli.options import CaseArgument, Least, filter_from, time_from

if TYPE_CHECKING:
    from datetime import date

    from palanca.questions.networks import Asked

network = typer.Typer(
    name="network", help="Who is joined with whom by ties and meetings, and by which way.", no_args_is_help=True
)

One = Annotated[str, typer.Argument(help="A person, body or place.")]
Other = Annotated[str, typer.Argument(help="Another one.")]
Before = Annotated[
    str | None, typer.Option(help="Compare what was before this day with what is from --after (else this day) on.")
]
After = Annotated[
    str | None, typer.Option(help="Compare what is from this day on with what was before --before (else this day).")
]
WithoutPlaces = Annotated[
    bool, typer.Option("--without-places", help="Leave out countries, towns and other places: each joins many.")
]
ThroughPlaces = Annotated[
    bool, typer.Option("--through-places", help="Let countries, towns and other places stand on the way.")
]
InOrder = Annotated[bool, typer.Option("--in-order", help="Only ways of which no leg is earlier than the one before.")]


@network.command()
def paths(
    case: CaseArgument,
    one: One,
    other: Other,
    through_places: ThroughPlaces = False,
    in_order: InOrder = False,
    before: Before = None,
    after: After = None,
    channel: Channel = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    least_confidence: Least = None,
    limit: Annotated[int, typer.Option(min=1, max=50, help="Show so many.")] = 5,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """The ways from one thing to another, the shortest first, each leg with its sentences."""
    import palanca
    from palanca.analysis.networks.paths import Search
    from palanca.cli.network_answers import write

    asked = _asked((channel, country, since, until, least_confidence), (before, after), through=through_places)
    with palanca.open_case(case) as opened:
        search = Search(most=limit, in_order=in_order)
        write(opened, palanca.paths(opened, one, other, asked, search), json=json, csv=csv)


@network.command()
def shared(
    case: CaseArgument,
    one: One,
    other: Other,
    without_places: WithoutPlaces = False,
    before: Before = None,
    after: After = None,
    channel: Channel = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    least_confidence: Least = None,
    limit: Annotated[int, typer.Option(min=1, help="Show so many.")] = 20,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """Who both are joined with, first those who are joined with few others."""
    import palanca
    from palanca.cli.network_answers import write

    asked = _asked((channel, country, since, until, least_confidence), (before, after), without=without_places)
    with palanca.open_case(case) as opened:
        write(opened, palanca.shared(opened, one, other, asked, most=limit), json=json, csv=csv)


@network.command()
def brokers(
    case: CaseArgument,
    without_places: WithoutPlaces = False,
    before: Before = None,
    after: After = None,
    channel: Channel = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    least_confidence: Least = None,
    limit: Annotated[int, typer.Option(min=1, help="Show so many.")] = 10,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """Who stands between others (betweenness), and between which groups."""
    import palanca
    from palanca.cli.network_answers import write

    asked = _asked((channel, country, since, until, least_confidence), (before, after), without=without_places)
    with palanca.open_case(case) as opened:
        write(opened, palanca.brokers(opened, asked, most=limit), json=json, csv=csv)


@network.command()
def cores(
    case: CaseArgument,
    without_places: WithoutPlaces = False,
    before: Before = None,
    after: After = None,
    channel: Channel = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    least_confidence: Least = None,
    limit: Annotated[int, typer.Option(min=1, help="Show so many.")] = 3,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """Who is joined with how many others that are themselves so joined (k-cores)."""
    import palanca
    from palanca.cli.network_answers import write

    asked = _asked((channel, country, since, until, least_confidence), (before, after), without=without_places)
    with palanca.open_case(case) as opened:
        write(opened, palanca.cores(opened, asked, most=limit), json=json, csv=csv)


@network.command()
def communities(
    case: CaseArgument,
    without_places: WithoutPlaces = False,
    before: Before = None,
    after: After = None,
    channel: Channel = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    least_confidence: Least = None,
    limit: Annotated[int, typer.Option(min=1, help="Show so many.")] = 10,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """Things joined with each other more than with the rest, and how firmly that can be said."""
    import palanca
    from palanca.cli.network_answers import write

    asked = _asked((channel, country, since, until, least_confidence), (before, after), without=without_places)
    with palanca.open_case(case) as opened:
        write(opened, palanca.communities(opened, asked, most=limit), json=json, csv=csv)


def _asked(
    claims: tuple[str | None, str | None, str | None, str | None, float | None],
    days: tuple[str | None, str | None],
    *,
    without: bool = False,
    through: bool = False,
) -> "Asked":
    """What the options ask for: those that tell which claims in the order of the commands, then --before, --after."""
    from palanca.questions.networks import Asked

    channel, country, since, until, least_confidence = claims
    before, after = days
    return Asked(
        wanted=filter_from(
            who=None, country=country, since=since, until=until, channel=channel, category=None, contains=None,
            document=None, least_confidence=least_confidence,
        ),
        without_places=without,
        through_places=through,
        before=_first_day(before, "--before"),
        after=_first_day(after, "--after"),
    )  # fmt: skip


def _first_day(text: str | None, option: str) -> "date | None":
    return time_from(text, option).first_day if text else None
