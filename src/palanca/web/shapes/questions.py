"""The answers of the quick questions: window, matrix, patterns."""

from math import isfinite

from palanca.analysis.matrix import Columns
from palanca.analysis.patterns.pattern import Relation
from palanca.analysis.rates import Comparison as ComparisonRecord
from palanca.lexicon.countries import country
from palanca.questions.windows import Stretch as StretchRecord
from palanca.web.shapes.claims import Claim, Scope
from palanca.web.shapes.shape import Shape


class Stretch(Shape):
    """Days from `first` to `last` (ISO 8601), both included."""

    first: str
    last: str
    days: int


class Comparison(Shape):
    """Two rates: numbers and exposures, their ratio with its interval of 95 %, and p.

    A ratio or a bound that is infinite, or of which nothing can be said, is null; `is_infinite` tells the ratio's.
    """

    number: int
    exposure: float
    usual_number: int
    usual_exposure: float
    ratio: float | None
    is_infinite: bool
    low: float | None
    high: float | None
    p: float | None


class Window(Shape):
    """The events in a window, certain and possible apart, against a baseline."""

    window: Stretch
    baseline: Stretch
    certain: list[Claim]
    possible: list[Claim]
    by_days: Comparison
    by_documents: Comparison
    with_possible: Comparison
    scope: Scope
    warning: str


class Country(Shape):
    """A country by its code (ISO 3166-1 alpha-3) with its name."""

    code: str
    name: str


class YearCount(Shape):
    """How many claims in a year; null where none is certain."""

    year: int | None
    claims: int


class MatrixCell(Shape):
    """What one power does in one column (`all` for the row). `q` finds the claims, `lead` is the
    one that most independent sources tell; `change` is between two periods.
    """

    power: str
    column: str
    claims: int
    cooperation: int
    conflict: int
    weighed: float
    documents: int
    sources: int
    by_year: list[YearCount]
    change: int | None
    lead: str
    q: str


class Matrix(Shape):
    """Powers by channel or branch of a host. A cell that is not there is none found in `scope.searched` documents.

    The powers of most claims are given, of `all_powers`, of which the scope is.
    """

    host: Country
    by: Columns
    powers: list[Country]
    all_powers: int
    columns: list[str]
    cells: list[MatrixCell]
    weights: dict[str, float]
    scope: Scope


class MatrixHost(Shape):
    """The country with whose matrix to begin; None where no country acts on another."""

    host: Country | None


class PatternAsked(Shape):
    """A pattern: what it asks, and the reading under which a finding means nothing."""

    name: str
    asks: str
    innocent: str


class PatternLink(Shape):
    """How two legs lie in time, and whether dates prove it (else they only allow it).

    `gap` is the longest time between them: a number of `days`, `months` or `years`.
    """

    text: str
    relation: Relation
    first: str
    second: str
    gap: tuple[int, str] | None
    is_certain: bool


class PatternLeg(Shape):
    """One leg of a finding: its name in the pattern, and its claim."""

    name: str
    claim: Claim


class PatternInstance(Shape):
    """Claims that fit a pattern once. `weakest` is the name of the leg to check first."""

    is_certain: bool
    weakest: str
    links: list[PatternLink]
    legs: list[PatternLeg]


class PatternFinding(Shape):
    """Parties between whom a pattern fits `number` times, the most telling first: a proposal until a person confirms.

    `reads` is the finding in a sentence of English, `parties` are the names in it by variable. `state` is "confirmed"
    once each leg of an instance is.
    """

    pattern: str
    reads: str
    parties: dict[str, str]
    state: str
    is_certain: bool
    number: int
    instances: list[PatternInstance]


class Patterns(Shape):
    """What fits patterns; of those in `cut` there is more."""

    patterns: list[PatternAsked]
    findings: list[PatternFinding]
    cut: list[str]
    scope: Scope


def shown_stretch(one: StretchRecord) -> Stretch:
    """Days as they are shown."""
    return Stretch(first=one.first.isoformat(), last=one.last.isoformat(), days=one.days)


def shown_comparison(one: ComparisonRecord) -> Comparison:
    """Two rates as they are shown."""
    return Comparison(
        number=one.one.number, exposure=one.one.exposure, usual_number=one.other.number,
        usual_exposure=one.other.exposure, ratio=_finite(one.ratio),
        is_infinite=one.ratio is not None and not isfinite(one.ratio),
        low=_finite(one.low), high=_finite(one.high), p=one.p,
    )  # fmt: skip


def shown_country(code: str) -> Country:
    """A country with its name."""
    return Country(code=code, name=country(code).name)


def _finite(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None
