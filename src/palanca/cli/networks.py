"""Commands that ask the case as a network."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.gathering import gathered
from palanca.cli.options import (
    CaseArgument,
    Channel,
    Country,
    Least,
    ShapeOptions,
    Since,
    Until,
    filter_from,
    maybe_time,
)

if TYPE_CHECKING:
    from palanca.questions.networks import Asked

network = typer.Typer(
    name="network", help="Who is joined with whom by ties and meetings, and by which way.", no_args_is_help=True
)

One = Annotated[str, typer.Argument(help="A person, body or place.")]
Other = Annotated[str, typer.Argument(help="Another one.")]
Before = Annotated[
    str | None, typer.Option(help="Compare the network before this day with that from --after (else this day) on.")
]
After = Annotated[
    str | None, typer.Option(help="Compare the network from this day on with that before --before (else this day).")
]
WithoutPlaces = Annotated[
    bool,
    typer.Option("--without-places", help="Leave out countries, towns and other places, which are joined with many."),
]
ThroughPlaces = Annotated[
    bool, typer.Option("--through-places", help="Allow countries, towns and other places along the path.")
]
InOrder = Annotated[bool, typer.Option("--in-order", help="Only paths on which no leg is earlier than the one before.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """Of which claims a network is made, and which two times are compared."""

    before: Before = None
    after: After = None
    channel: Channel = None
    country: Country = None
    since: Since = None
    until: Until = None
    least_confidence: Least = None

    def asked(self, *, without_places: bool = False, through_places: bool = False) -> "Asked":
        """What is asked of the case. Raises typer.BadParameter for a word that means nothing."""
        from palanca.questions.networks import Asked

        before, after = maybe_time(self.before, "--before"), maybe_time(self.after, "--after")
        return Asked(
            wanted=filter_from(
                channel=self.channel, country=self.country, since=self.since, until=self.until,
                least_confidence=self.least_confidence,
            ),
            without_places=without_places,
            through_places=through_places,
            before=before.first_day if before else None,
            after=after.first_day if after else None,
        )  # fmt: skip


@network.command()
@gathered
def paths(
    case: CaseArgument,
    one: One,
    other: Other,
    through_places: ThroughPlaces = False,
    in_order: InOrder = False,
    *,
    within: Within,
    limit: Annotated[int, typer.Option(min=1, max=50, help="Show at most this many.")] = 5,
    output: ShapeOptions,
) -> None:
    """The paths from one thing to another, the shortest first, each leg with its sentences."""
    import palanca
    from palanca.analysis.networks.paths import Search
    from palanca.cli.network_answers import write

    asked = within.asked(through_places=through_places)
    with palanca.open_case(case) as opened:
        search = Search(most=limit, in_order=in_order)
        write(opened, palanca.paths(opened, one, other, asked, search), output.shape())


@network.command()
@gathered
def shared(
    case: CaseArgument,
    one: One,
    other: Other,
    without_places: WithoutPlaces = False,
    *,
    within: Within,
    limit: Annotated[int, typer.Option(min=1, help="Show at most this many.")] = 20,
    output: ShapeOptions,
) -> None:
    """Whom both are joined with; those who are joined with few others come first."""
    import palanca
    from palanca.cli.network_answers import write

    asked = within.asked(without_places=without_places)
    with palanca.open_case(case) as opened:
        write(opened, palanca.shared(opened, one, other, asked, most=limit), output.shape())


@network.command()
@gathered
def brokers(
    case: CaseArgument,
    without_places: WithoutPlaces = False,
    *,
    within: Within,
    limit: Annotated[int, typer.Option(min=1, help="Show at most this many.")] = 10,
    output: ShapeOptions,
) -> None:
    """Who stands between others (betweenness), and between which groups."""
    import palanca
    from palanca.cli.network_answers import write

    asked = within.asked(without_places=without_places)
    with palanca.open_case(case) as opened:
        write(opened, palanca.brokers(opened, asked, most=limit), output.shape())


@network.command()
@gathered
def cores(
    case: CaseArgument,
    without_places: WithoutPlaces = False,
    *,
    within: Within,
    limit: Annotated[int, typer.Option(min=1, help="Show at most this many.")] = 3,
    output: ShapeOptions,
) -> None:
    """Who is most densely joined with others that are densely joined themselves (k-cores)."""
    import palanca
    from palanca.cli.network_answers import write

    asked = within.asked(without_places=without_places)
    with palanca.open_case(case) as opened:
        write(opened, palanca.cores(opened, asked, most=limit), output.shape())


@network.command()
@gathered
def communities(
    case: CaseArgument,
    without_places: WithoutPlaces = False,
    *,
    within: Within,
    limit: Annotated[int, typer.Option(min=1, help="Show at most this many.")] = 10,
    output: ShapeOptions,
) -> None:
    """Things joined with each other more than with the rest, and how stable these groups are."""
    import palanca
    from palanca.cli.network_answers import write

    asked = within.asked(without_places=without_places)
    with palanca.open_case(case) as opened:
        write(opened, palanca.communities(opened, asked, most=limit), output.shape())
