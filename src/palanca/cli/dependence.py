"""The command that tells on whom a country depends, and for what."""

from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.answers import first_passage, number, percent, print_passage, print_scope, scope_record
from palanca.cli.options import By, CaseArgument, Host, ShapeOptions, country_code, is_by_year
from palanca.cli.printing import Shape, console, plain, write_csv, write_json
from palanca.records.sayings import counted

if TYPE_CHECKING:
    from palanca.analysis.dependence import Dependence
    from palanca.analysis.dependence.shares import Measure, Part
    from palanca.analysis.tables import Library
    from palanca.exchange.facts import Json
    from palanca.store import Case

_COLUMNS = (
    "topic", "of", "way", "unit", "year", "power", "value", "low", "high", "share", "claims", "documents", "sources",
    "herfindahl", "normalised", "document", "sentence",
)  # fmt: skip


def dependence(
    case: CaseArgument,
    host: Host,
    of: Annotated[
        str | None,
        typer.Option(
            help="Only trade, arms, ownership, credit or ports; or any word, such as copper, of a measure or sentence."
        ),
    ] = None,
    by: By = None,
    foreseen: Annotated[bool, typer.Option("--foreseen", help="Also count what is planned or supposed.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="Show at most this many powers of each measure.")] = 10,
    *,
    output: ShapeOptions,
) -> None:
    """On whom a country depends: shares by power of trade, arms, ownership, credit, ports, and how concentrated."""
    import palanca
    from palanca.questions import library

    by_year = is_by_year(by)
    asked = palanca.DependenceAsked(of=of, by_year=by_year, foreseen=foreseen)
    shape = output.shape()
    with palanca.open_case(case) as opened:
        found = palanca.dependence(opened, country_code(host), asked)
        known = library(opened)
        if shape is Shape.JSON:
            write_json([_record(found)])
        elif shape is Shape.CSV:
            write_csv(_COLUMNS, (_line(m, p, opened, known) for m in found.measures for p in m.parts))
        else:
            _print(found, opened, known, limit)


def _print(found: "Dependence", case: "Case", known: "Library", limit: int) -> None:
    out = console()
    for measure in found.measures:
        _print_measure(measure, limit)
        for part in measure.parts[:limit]:
            _print_part(part)
            print_passage(first_passage(case, known, part.claims[0], part.opens_in))
    if not found.measures:
        out.print(f"none found in {counted(found.scope.searched, 'document')}")
    _print_capacities(found, limit)
    for register, covers in sorted(found.registers.items()):
        out.print(f"register {plain(register)}: {plain(covers)}", style="dim", markup=False)
    print_scope(found.scope)


def _print_measure(one: "Measure", limit: int) -> None:
    year = f", {one.year}" if one.year else ""
    title = f"{one.topic}: {one.of} {one.way}{year}, {number(one.total)} {one.unit}"
    told_by = "; ".join(f"{counted(rows, 'document')} of {source}" for source, rows in one.told_by[:3])
    more = f"; {len(one.parts) - limit} powers not shown" if len(one.parts) > limit else ""
    out = console()
    out.print(f"\n{plain(title)}", style="bold", markup=False)
    if (told := one.concentration) is not None:
        normalised = "undefined for one part" if told.normalised is None else f"{told.normalised:.3f}"
        out.print(f"  Herfindahl Σs² {told.index:.3f}, normalised {normalised}", markup=False)
    again = f"; {one.left_out} that tell it again left out" if one.left_out else ""
    out.print(f"  {counted(len(one.parts), 'power')} in {plain(told_by)}{again}{more}", style="dim", markup=False)


def _print_part(one: "Part") -> None:
    disputed = f" (disputed: {number(one.low)}–{number(one.high)})" if one.low != one.high else ""
    rests = f"{counted(len(one.claims), 'claim')}, {counted(one.sources, 'source')}"
    console().print(f"  {one.power}  {number(one.value)}{disputed}  {percent(one.share)}  [{rests}]", markup=False)


def _print_capacities(found: "Dependence", limit: int) -> None:
    from palanca.analysis.dependence.capacity import FORMULA, MISSING

    if not found.capacities:
        return
    out = console()
    out.print("\nvolume × dependence, after the FBIC index (Moyer et al. 2021)", style="bold")
    out.print(f"  {FORMULA}", markup=False)
    for one in found.capacities[:limit]:
        year = f" {one.year}" if one.year else ""
        gdp = "not told" if one.of_gdp is None else f"{one.of_gdp:.4f}"
        out.print(
            f"  {one.power} {one.topic}{year}: {number(one.volume)} / {number(one.largest)} × {number(one.volume)} / "
            f"{number(one.total)} {one.unit} = {one.bandwidth:.3f} × {one.dependence:.3f} = {one.capacity:.3f}; "
            f"volume / GDP {gdp}",
            markup=False,
        )
    if len(found.capacities) > limit:
        out.print(f"  and {len(found.capacities) - limit} more: --limit shows them", style="dim")
    out.print(
        f"  not the published index, which also takes: {'; '.join(MISSING.templates.values())}",
        style="dim",
        markup=False,
    )


def _line(measure: "Measure", part: "Part", case: "Case", known: "Library") -> list[str]:
    passage, told = first_passage(case, known, part.claims[0], part.opens_in), measure.concentration
    numbers = (part.value, part.low, part.high)
    return [
        measure.topic, measure.of, measure.way, measure.unit, str(measure.year or ""), part.power,
        *(f"{value:.15g}" for value in numbers), "" if part.share is None else f"{part.share:.6f}",
        str(len(part.claims)), str(part.documents), str(part.sources), f"{told.index:.6f}" if told else "",
        f"{told.normalised:.6f}" if told and told.normalised is not None else "", passage.document, passage.sentence,
    ]  # fmt: skip


def _record(found: "Dependence") -> "dict[str, Json]":
    from palanca.analysis.dependence.capacity import FORMULA, MISSING

    capacities: list[Json] = [
        {
            "topic": one.topic, "unit": one.unit, "year": one.year, "power": one.power, "volume": one.volume,
            "largest": one.largest, "total": one.total, "bandwidth": one.bandwidth, "dependence": one.dependence,
            "capacity": one.capacity, "of_gdp": one.of_gdp,
        }
        for one in found.capacities
    ]  # fmt: skip
    return {
        "host": found.host, "measures": [_measure_record(one) for one in found.measures], "capacities": capacities,
        "formula": FORMULA, "missing": [*MISSING.templates.values()], "registers": dict(found.registers),
        "scope": scope_record(found.scope),
    }  # fmt: skip


def _measure_record(one: "Measure") -> "Json":
    told = one.concentration
    parts: list[Json] = [
        {
            "power": part.power, "value": part.value, "low": part.low, "high": part.high, "share": part.share,
            "claims": [*part.claims], "documents": part.documents, "sources": part.sources,
        }
        for part in one.parts
    ]  # fmt: skip
    return {
        "topic": one.topic, "of": one.of, "way": one.way, "unit": one.unit, "year": one.year, "total": one.total,
        "herfindahl": told.index if told else None, "normalised": told.normalised if told else None,
        "told_by": dict(one.told_by), "left_out": one.left_out, "parts": parts,
    }  # fmt: skip
