"""The command that tells how a country stands with others."""

from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.answers import first_passage, percent, print_passage, print_scope, scope_record
from palanca.cli.options import By, CaseArgument, Host, ShapeOptions, country_code, is_by_year
from palanca.cli.printing import Shape, console, write_csv, write_json
from palanca.records.sayings import counted

if TYPE_CHECKING:
    from palanca.analysis.standing import Agreement, Stances
    from palanca.exchange.facts import Json
    from palanca.questions.standing import Standing
    from palanca.store import Case

_COLUMNS = ("power", "year", "both voted", "agreed", "share", "low", "high", "kappa", "host only", "power only")


def standing(
    case: CaseArgument,
    host: Host,
    powers: Annotated[
        list[str] | None, typer.Option("--with", help="Only with this country; may be given more than once.")
    ] = None,
    by: By = None,
    *,
    output: ShapeOptions,
) -> None:
    """How a country votes with others, and who recognised, supported, condemned or sanctioned whom."""
    import palanca

    by_year = is_by_year(by)
    others = [country_code(power, "--with") for power in powers or ()]
    shape = output.shape()
    with palanca.open_case(case) as opened:
        found = palanca.standing(opened, country_code(host), others, by_year=by_year)
        if shape is Shape.JSON:
            write_json([_record(found)])
        elif shape is Shape.CSV:
            write_csv(_COLUMNS, map(_line, found.agreements))
        else:
            _print(found, opened)


def _print(found: "Standing", case: "Case") -> None:
    from palanca.questions import library

    out, known = console(), library(case)
    if found.agreements:
        out.print("votes: the same of yes, no, abstain where both voted (95 % bounds), Cohen's kappa", style="bold")
    for one in found.agreements:
        _print_agreement(one)
    if found.stances:
        out.print("\nacts: cooperation of all (95 % bounds), by who acts", style="bold")
    for acts in found.stances:
        _print_stances(acts, found.host)
        print_passage(first_passage(case, known, next(iter(acts.stances.values()))[0]))
    if not found.agreements and not found.stances:
        out.print(f"none found in {counted(found.scope.searched, 'document')}")
    print_scope(found.scope)


def _print_agreement(one: "Agreement") -> None:
    kappa = "undefined (chance alone agrees on all, or no vote in common)" if one.kappa is None else f"{one.kappa:.3f}"
    rate = one.rate
    console().print(
        f"  {one.power}{f' {one.year}' if one.year else ''}  {rate.number} of {rate.of}  {percent(rate.share)} "
        f"({percent(rate.low)} to {percent(rate.high)})  kappa {kappa}  "
        f"[no vote of {one.power}: {one.host_only}, of the host: {one.power_only}]",
        markup=False,
    )


def _print_stances(one: "Stances", host: str) -> None:
    sides = f"{host} to {one.power}" if one.by_host else f"{one.power} to {host}"
    rate = one.cooperation
    told = ", ".join(f"{name} {len(claims)}" for name, claims in one.stances.items())
    console().print(
        f"  {sides}{f', {one.year}' if one.year else ''}: {told}; cooperation {rate.number} of {rate.of}, "
        f"{percent(rate.share)} ({percent(rate.low)} to {percent(rate.high)})",
        markup=False,
    )


def _line(one: "Agreement") -> list[str]:
    shares = (one.rate.share, one.rate.low, one.rate.high, one.kappa)
    return [
        one.power, str(one.year or ""), str(one.rate.of), str(one.rate.number),
        *("" if share is None else f"{share:.6f}" for share in shares), str(one.host_only), str(one.power_only),
    ]  # fmt: skip


def _record(found: "Standing") -> "dict[str, Json]":
    votes: list[Json] = [
        {
            "power": one.power, "year": one.year, "both_voted": one.rate.of, "agreed": one.rate.number,
            "share": one.rate.share, "low": one.rate.low, "high": one.rate.high, "kappa": one.kappa,
            "host_only": one.host_only, "power_only": one.power_only, "claims": [*one.claims],
            "table": [[str(ours), str(theirs), number] for (ours, theirs), number in sorted(one.table.items())],
        }
        for one in found.agreements
    ]  # fmt: skip
    acts: list[Json] = [
        {
            "power": one.power, "by_host": one.by_host, "year": one.year, "cooperation": one.cooperation.number,
            "of": one.cooperation.of, "share": one.cooperation.share, "low": one.cooperation.low,
            "high": one.cooperation.high, "stances": {name: [*claims] for name, claims in one.stances.items()},
        }
        for one in found.stances
    ]  # fmt: skip
    return {"host": found.host, "votes": votes, "acts": acts, "scope": scope_record(found.scope)}
