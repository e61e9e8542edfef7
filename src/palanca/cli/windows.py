"""The command that looks at the days around a date."""

import re
from math import inf
from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.answers import print_scope, scope_record
from palanca.cli.finding import claim_records, print_claims
from palanca.cli.options import AsJson, CaseArgument, QueryArgument, query_from, time_from
from palanca.cli.printing import console, write_json

if TYPE_CHECKING:
    from palanca.analysis.rates import Comparison
    from palanca.exchange.facts import Json
    from palanca.questions.windows import Stretch, WindowAnswer
    from palanca.store import Case

_DAYS = re.compile(r"(\d{1,5})d?")


def window(
    case: CaseArgument,
    query: QueryArgument = "",
    around: Annotated[str, typer.Option(help="The day that the window is around, such as 2022-12-07.")] = "",
    before: Annotated[str, typer.Option(help="How many days before it.")] = "14d",
    after: Annotated[str, typer.Option(help="How many days after it.")] = "30d",
    baseline: Annotated[
        str, typer.Option(help="The period to compare it with: FIRST..LAST (else the year before).")
    ] = "",
    json: AsJson = False,
) -> None:
    """What is reported of the days around a date, and whether that is more than in a baseline period."""
    import palanca
    from palanca.questions.windows import days_around

    day = time_from(around, "--around").first_day
    if day is None:
        raise typer.BadParameter("give one day, such as 2022-12-07", param_hint="--around")
    days = days_around(day, before_days=_days(before, "--before"), after_days=_days(after, "--after"))
    usual = stretch_from(baseline, "--baseline") if baseline else None
    with palanca.open_case(case) as opened:
        answer = palanca.window(opened, days, query=query_from(query), baseline=usual)
        if json:
            write_json([_window_record(opened, answer)])
        else:
            _print_window(opened, answer)


def stretch_from(text: str, option: str) -> "Stretch":
    """The days from FIRST to LAST, each as precise as it is given."""
    from palanca.questions.windows import Stretch

    first, dots, last = text.partition("..")
    begins, ends = time_from(first, option).first_day, time_from(last if dots else first, option).last_day
    if begins is None or ends is None or begins > ends:
        raise typer.BadParameter("give two dates in order, such as 2021..2022-06", param_hint=option)
    return Stretch(first=begins, last=ends)


def _days(text: str, option: str) -> int:
    match = _DAYS.fullmatch(text.strip())
    if match is None:
        raise typer.BadParameter(f"{text!r} is no number of days: give 14 or 14d", param_hint=option)
    return int(match[1])


def _print_window(case: "Case", answer: "WindowAnswer") -> None:
    out = console()
    out.print(f"{answer.window.first} to {answer.window.last}, {answer.window.days} days", style="bold", markup=False)
    print_claims(case, answer.certain)
    if answer.possible:
        out.print("\nPossible: their date is coarser than the window", style="bold", markup=False)
        print_claims(case, answer.possible)
    out.print(f"\nAgainst {answer.baseline.first} to {answer.baseline.last}", style="bold", markup=False)
    out.print(f"  per day: {_in_words(answer.by_days)}", markup=False)
    out.print(f"  per document published: {_in_words(answer.by_documents)}", markup=False)
    out.print(f"  per day, with what is possible: {_in_words(answer.with_possible)}", markup=False)
    out.print(answer.warning, style="yellow", markup=False)
    print_scope(answer.scope)


def _in_words(found: "Comparison") -> str:
    one, other = found.one, found.other
    told = f"{one.number:,} in {one.exposure:,.0f} against {other.number:,} in {other.exposure:,.0f}"
    if found.ratio is None or found.p is None:
        return f"{told}; nothing to compare with"
    often = "never in the baseline" if found.ratio == inf else f"{found.ratio:.2f} times as often"
    return f"{told}; {often} (95 %: {found.low:.2f} to {found.high:.2f}), p = {found.p:.3g}"


def _window_record(case: "Case", answer: "WindowAnswer") -> "dict[str, Json]":
    return {
        "first": str(answer.window.first), "last": str(answer.window.last),
        "baseline": [str(answer.baseline.first), str(answer.baseline.last)],
        "certain": [dict(one) for one in claim_records(case, answer.certain)],
        "possible": [dict(one) for one in claim_records(case, answer.possible)],
        "by_days": _compared(answer.by_days), "by_documents": _compared(answer.by_documents),
        "with_possible": _compared(answer.with_possible), "warning": answer.warning,
        "scope": scope_record(answer.scope),
    }  # fmt: skip


def _compared(found: "Comparison") -> "dict[str, Json]":
    return {
        "number": found.one.number, "exposure": found.one.exposure, "baseline_number": found.other.number,
        "baseline_exposure": found.other.exposure, "ratio": _finite(found.ratio), "low": _finite(found.low),
        "high": _finite(found.high), "p": found.p,
    }  # fmt: skip


def _finite(number: float | None) -> "Json":
    return "infinite" if number == inf else number
