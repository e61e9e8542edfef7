"""The quick questions: the days around a date, the matrix of a host, patterns."""

from datetime import date
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query

from palanca.analysis.asking import words_of
from palanca.analysis.matrix import TOTAL, Cell, Columns, Key
from palanca.analysis.patterns.pattern import Link
from palanca.questions import MatrixAsked, likely_host, matrix, patterns, window
from palanca.questions.matrices import Matrix as MatrixAnswer
from palanca.questions.matrices import cell_query
from palanca.questions.patterns import DEFAULT_LIMIT, Instance, known_patterns
from palanca.questions.patterns import PatternFinding as Found
from palanca.questions.windows import Stretch, days_around
from palanca.records import Category, PalancaError, Time
from palanca.store import Case
from palanca.web.routes.asked import DeskThere, Line, asked, country_code
from palanca.web.shapes.claims import shown_claims, shown_scope
from palanca.web.shapes.questions import (
    Matrix,
    MatrixCell,
    MatrixHost,
    PatternAsked,
    PatternFinding,
    PatternInstance,
    PatternLeg,
    PatternLink,
    Patterns,
    Window,
    YearCount,
    shown_comparison,
    shown_country,
    shown_stretch,
)
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["questions"], route_class=TaggedRoute)
_SHOWN = 100
_INSTANCES_SHOWN = 5

Days = Annotated[int, Query(ge=0, le=36_600, description="So many days.")]
Period = Annotated[str | None, Query(max_length=40, description="A time, such as 2022, 2022-11 or 2022-11/2023-02.")]


class InvalidPeriod(PalancaError):
    """A time that has no two ends."""


class InvalidWeights(PalancaError):
    """Words that give no category a weight."""


@router.get("/cases/{case}/window")
def window_shown(
    desk: DeskThere,
    around: Annotated[date, Query(description="The day in the middle.")],
    before: Days = 14,
    after: Days = 14,
    q: Line = "",
    baseline: Period = None,
) -> Window:
    """Who met whom in the days around a date, certain and possible apart, against a baseline: else the year before."""
    days = days_around(around, before_days=before, after_days=after)
    found = window(desk.case, days, query=asked(q), baseline=_stretch(baseline), most=_SHOWN)
    show = partial(shown_claims, desk.case, passages=1)
    return Window(
        window=shown_stretch(found.window),
        baseline=shown_stretch(found.baseline),
        certain=show(found.certain),
        possible=show(found.possible),
        by_days=shown_comparison(found.by_days),
        by_documents=shown_comparison(found.by_documents),
        with_possible=shown_comparison(found.with_possible),
        scope=shown_scope(found.scope),
        warning=found.warning,
    )


@router.get("/cases/{case}/matrix")
def matrix_shown(
    desk: DeskThere,
    host: Annotated[str, Query(max_length=80, description="A country: a name, a demonym or a code.")],
    by: Columns = Columns.CHANNEL,
    q: Line = "",
    then: Period = None,
    since: Period = None,
    weights: Annotated[str, Query(max_length=400, description="Such as ASSAULT:10,CONSULT:0.5; others weigh 1.")] = "",
    most: Annotated[int, Query(ge=1, le=500, description="At most so many powers, those of most claims.")] = 100,
) -> Matrix:
    """What each power does towards a host, by channel or branch; with two periods, how that has changed."""
    question = MatrixAsked(
        host=country_code(host, desk.case), columns=by, most=most, query=asked(q), weights=_weights(weights),
        then=_stretch(then), since=_stretch(since),
    )  # fmt: skip
    found = matrix(desk.case, question)
    return Matrix(
        host=shown_country(question.host),
        by=by,
        powers=[shown_country(code) for code in found.powers],
        all_powers=found.all_powers,
        columns=list(found.columns),
        cells=[_cell(found, key, cell) for key, cell in found.cells.items()],
        weights={str(category): weight for category, weight in question.weights.items()},
        scope=shown_scope(found.scope),
    )


@router.get("/cases/{case}/matrix/host")
def host_shown(desk: DeskThere, q: Line = "") -> MatrixHost:
    """The country with whose matrix to begin: that towards which others act most, in the claims that pass."""
    found = desk.answer("host", q, lambda: likely_host(desk.case, asked(q)))
    return MatrixHost(host=shown_country(found) if found else None)


@router.get("/cases/{case}/patterns")
def patterns_shown(
    desk: DeskThere,
    name: Annotated[list[str], Query(description="Names of patterns; none stands for all.")] = [],  # noqa: B006
    limit: Annotated[int, Query(ge=1, le=DEFAULT_LIMIT)] = 10,
) -> Patterns:
    """What fits patterns: of each the first findings, what dates prove first."""
    tell = desk.telling("patterns")
    found = desk.answer("patterns", (tuple(name), limit), lambda: patterns(desk.case, name, limit=limit, progress=tell))
    return Patterns(
        patterns=[PatternAsked(name=one.name, asks=one.asks, innocent=one.innocent) for one in known_patterns()],
        findings=[_finding(desk.case, one) for one in found.findings],
        cut=list(found.cut),
        scope=shown_scope(found.scope),
    )


def _cell(found: MatrixAnswer, key: Key, cell: Cell) -> MatrixCell:
    power, column = key
    return MatrixCell(
        power=power, column=column, claims=cell.claims, cooperation=cell.cooperation, conflict=cell.conflict,
        weighed=round(cell.weighed, 3), documents=cell.documents, sources=cell.sources,
        by_year=[YearCount(year=year, claims=n) for year, n in sorted(cell.by_year.items(), key=_unknown_last)],
        change=found.change(key) if found.asked.then and found.asked.since else None,
        lead=cell.lead or "",
        q=words_of(cell_query(found.asked, power, "all" if column == TOTAL else column)),
    )  # fmt: skip


def _unknown_last(one: tuple[int | None, int]) -> tuple[bool, int]:
    return one[0] is None, one[0] or 0


def _finding(case: Case, found: Found) -> PatternFinding:
    return PatternFinding(
        pattern=found.pattern.name,
        reads=found.reads,
        parties=found.parties,
        state=found.state,
        is_certain=found.is_certain,
        number=found.number,
        instances=[_instance(case, one) for one in found.instances[:_INSTANCES_SHOWN]],
    )


def _instance(case: Case, one: Instance) -> PatternInstance:
    claims = shown_claims(case, [leg.claim for leg in one.legs], passages=1)
    return PatternInstance(
        is_certain=one.is_certain, weakest=one.weakest.name,
        links=[_link(link, is_certain=certain) for link, certain in one.links],
        legs=[PatternLeg(name=leg.name, claim=claim) for leg, claim in zip(one.legs, claims, strict=True)],
    )  # fmt: skip


def _link(link: Link, *, is_certain: bool) -> PatternLink:
    return PatternLink(
        text=str(link), relation=link.relation, first=link.first, second=link.second,
        gap=(link.gap.number, link.gap.unit) if link.gap else None, is_certain=is_certain,
    )  # fmt: skip


def _stretch(period: str | None) -> Stretch | None:
    """The days of a period. Raises InvalidPeriod, or InvalidTime."""
    if not period:
        return None
    time = Time.parse(period)
    if time.first_day is None or time.last_day is None:
        raise InvalidPeriod(f"{period} has no two ends: give a day, a month, a year or a stretch such as 2022/2023")
    return Stretch(first=time.first_day, last=time.last_day)


def _weights(line: str) -> dict[Category, float]:
    try:
        pairs = [part.split(":") for part in line.split(",") if part.strip()]
        return {Category(name.strip().upper()): float(weight) for name, weight in pairs}
    except ValueError:
        raise InvalidWeights(f"{line!r} are no weights: write such as ASSAULT:10,CONSULT:0.5") from None
