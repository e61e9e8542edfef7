"""How a country stands with others, as the API shows it."""

from palanca.analysis.standing import Agreement as AgreementRecord
from palanca.analysis.standing import Cast, Stances
from palanca.analysis.standing import Rate as RateRecord
from palanca.questions.standing import Standing as StandingRecord
from palanca.web.shapes.claims import ClaimIds, Scope, shown_ids, shown_scope
from palanca.web.shapes.powers import Power, shown_power
from palanca.web.shapes.shape import Shape


class Rate(Shape):
    """A part of a number, with Wilson's bounds at 95 %; null of nothing."""

    number: int
    of: int
    share: float | None
    low: float | None
    high: float | None


class VotePair(Shape):
    """On how many resolutions the host voted so and the power so."""

    host: Cast
    power: Cast
    number: int


class Agreement(Shape):
    """How host and power voted on the same resolutions. `kappa` is Cohen's, null where chance alone agrees on all.

    `host_only` and `power_only` are resolutions with no vote of the other.
    """

    power: Power
    year: int | None
    rate: Rate
    kappa: float | None
    table: list[VotePair]
    host_only: int
    power_only: int
    claims: ClaimIds


class StanceTaken(Shape):
    """What one side did to the other in one word, such as condemned, and the claims that tell it."""

    stance: str
    claims: ClaimIds


class ActsOfSide(Shape):
    """What one side did to the other, and how much of it was cooperation."""

    power: Power
    by_host: bool
    year: int | None
    cooperation: Rate
    stances: list[StanceTaken]


class CountryStanding(Shape):
    """The answer for one host: votes by power, then what each side did to the other.

    Of both lists the first rows are given, of as many as there are in all.
    """

    host: Power
    agreements: list[Agreement]
    all_agreements: int
    stances: list[ActsOfSide]
    all_stances: int
    scope: Scope


def shown_standing(found: StandingRecord, most: int) -> CountryStanding:
    """The answer as it is shown, with at most so many rows of each list."""
    return CountryStanding(
        host=shown_power(found.host),
        agreements=list(map(_agreement, found.agreements[:most])),
        all_agreements=len(found.agreements),
        stances=list(map(_acts, found.stances[:most])),
        all_stances=len(found.stances),
        scope=shown_scope(found.scope),
    )


def _agreement(one: AgreementRecord) -> Agreement:
    return Agreement(
        power=shown_power(one.power),
        year=one.year,
        rate=_rate(one.rate),
        kappa=one.kappa,
        table=[VotePair(host=host, power=power, number=n) for (host, power), n in sorted(one.table.items())],
        host_only=one.host_only,
        power_only=one.power_only,
        claims=shown_ids(one.claims),
    )


def _acts(one: Stances) -> ActsOfSide:
    return ActsOfSide(
        power=shown_power(one.power),
        by_host=one.by_host,
        year=one.year,
        cooperation=_rate(one.cooperation),
        stances=[StanceTaken(stance=name, claims=shown_ids(claims)) for name, claims in one.stances.items()],
    )


def _rate(one: RateRecord) -> Rate:
    return Rate(number=one.number, of=one.of, share=one.share, low=one.low, high=one.high)
