"""The command that shows what each power does towards a country."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.answers import print_scope
from palanca.cli.finding import print_claims, print_found
from palanca.cli.options import CaseArgument, QueryArgument, ShapeOptions, country_code, query_from
from palanca.cli.printing import Shape, aligned, console, plain, write_csv, write_json
from palanca.cli.windows import stretch_from
from palanca.records.sayings import counted

if TYPE_CHECKING:
    from palanca.exchange.facts import Json
    from palanca.questions.matrices import Matrix, MatrixAsked
    from palanca.records import Category
    from palanca.store import Case

_CELL_COLUMNS = ("power", "column", "cooperation", "conflict", "weighed", "documents", "sources", "change", "query")


def matrix(
    case: CaseArgument,
    query: QueryArgument = "",
    cols: Annotated[str, typer.Option(help="What the columns are: channel or branch.")] = "channel",
    power: Annotated[list[str] | None, typer.Option(help="Only this power; may be given several times.")] = None,
    weight: Annotated[list[str] | None, typer.Option(help="The weight of a category, such as AID=2 (else 1).")] = None,
    change: Annotated[str, typer.Option(help="Two periods to compare: FIRST..LAST,FIRST..LAST.")] = "",
    cell: Annotated[str, typer.Option(help='Show the claims of one cell: "United States/military".')] = "",
    by_year: Annotated[bool, typer.Option("--by-year", help="Also count by year.")] = False,
    *,
    host: Annotated[str, typer.Option(help="The country that the powers act towards.")],
    output: ShapeOptions,
) -> None:
    """What each power does towards a country, by channel or by branch of its state: claims, counted once."""
    import palanca

    asked = _asked(host, cols, power or [], query, weight or [], change)
    with palanca.open_case(case) as opened:
        if cell:
            _print_cell(opened, asked, cell)
            return
        found = palanca.matrix(opened, asked)
        match output.shape():
            case Shape.JSON:
                write_json(_cell_record(found, one, column) for one, column in sorted(found.cells))
            case Shape.CSV:
                write_csv(_CELL_COLUMNS, (_cell_line(found, *key) for key in sorted(found.cells)))
            case _:
                _print_matrix(found, by_year=by_year)


def _asked(host: str, cols: str, powers: list[str], query: str, weights: list[str], change: str) -> "MatrixAsked":
    from palanca.analysis.matrix import Columns
    from palanca.questions.matrices import MatrixAsked

    land = country_code(host)
    if cols not in tuple(Columns):
        raise typer.BadParameter(f"{cols!r} is none: choose channel or branch", param_hint="--cols")
    then, comma, since = change.partition(",")
    if change and not comma:
        raise typer.BadParameter("give two periods with a comma between them", param_hint="--change")
    return MatrixAsked(
        host=land,
        columns=Columns(cols),
        powers=tuple(country_code(one, "--power") for one in powers),
        query=query_from(query),
        weights=dict(map(_weight, weights)),
        then=stretch_from(then, "--change") if change else None,
        since=stretch_from(since, "--change") if change else None,
    )


def _weight(text: str) -> "tuple[Category, float]":
    from palanca.records import Category

    name, _, number = text.partition("=")
    try:
        return Category(name.upper()), float(number)
    except ValueError:
        raise typer.BadParameter(f"{text!r}: write a PLOVER category and a number, as AID=2") from None


def _cell_line(found: "Matrix", power: str, column: str) -> list[str]:
    from palanca.analysis.asking import words_of
    from palanca.questions.matrices import cell_query

    cell = found.cells[power, column]
    change = found.change((power, column)) if found.asked.then else 0
    numbers = (cell.cooperation, cell.conflict, f"{cell.weighed:g}", cell.documents, cell.sources, change)
    return [power, column, *map(str, numbers), words_of(cell_query(found.asked, power, column))]


def _cell_record(found: "Matrix", power: str, column: str) -> "dict[str, Json]":
    cell = found.cells[power, column]
    by_year: dict[str, Json] = {str(year or "uncertain"): number for year, number in _years(cell.by_year)}
    written: dict[str, Json] = dict(zip(_CELL_COLUMNS, _cell_line(found, power, column), strict=True))
    numbers: dict[str, Json] = {
        "cooperation": cell.cooperation, "conflict": cell.conflict, "weighed": cell.weighed,
        "documents": cell.documents, "sources": cell.sources,
        "change": found.change((power, column)) if found.asked.then else None,
    }  # fmt: skip
    return written | numbers | {"by_year": by_year}


def _years(by_year: Mapping[int | None, int]) -> list[tuple[int | None, int]]:
    return sorted(by_year.items(), key=lambda item: (item[0] is None, item[0] or 0))


def _print_matrix(found: "Matrix", *, by_year: bool) -> None:
    from palanca.analysis.matrix import TOTAL
    from palanca.lexicon.countries import country

    out = console()
    names = ["power", *(column or "no known branch" for column in found.columns), TOTAL]
    lines = [
        [country(power).name, *(_cell_text(found, power, column) for column in (*found.columns, TOTAL))]
        for power in found.powers
    ]
    header, shown = aligned(names, lines, out.width)
    if lines:
        out.print(header, style="bold", markup=False)
    for power, line in zip(found.powers, shown, strict=True):
        out.print(plain(line), markup=False)
        if by_year:
            years = _years(found.cells[power, TOTAL].by_year)
            out.print(f"    {', '.join(f'{year or "uncertain"}: {n}' for year, n in years)}", style="dim", markup=False)
    weights = ", ".join(f"{one} {weight:g}" for one, weight in found.asked.weights.items())
    out.print(
        f"\ncooperation+conflict; weights: {weights or 'every claim 1'}; · is none found in "
        f"{counted(found.scope.searched, 'document')}",
        style="dim",
        markup=False,
    )
    print_scope(found.scope)


def _cell_text(found: "Matrix", power: str, column: str) -> str:
    cell = found.cells.get((power, column))
    if cell is None:
        return "·"
    weighed = f" ={cell.weighed:g}" if found.asked.weights else ""
    change = f" ({found.change((power, column)):+})" if found.asked.then else ""
    return f"{cell.cooperation}+{cell.conflict}{weighed}{change} [{cell.documents}d {cell.sources}s]"


def _print_cell(case: "Case", asked: "MatrixAsked", cell: str) -> None:
    import palanca
    from palanca.questions.matrices import cell_query

    name, slash, column = cell.rpartition("/")
    if not slash:
        raise typer.BadParameter("write a power and a column, as Chile/military", param_hint="--cell")
    power = country_code(name, "--cell")
    answer = palanca.find(case, cell_query(asked, power, column), limit=1_000)
    print_claims(case, answer.claims)
    print_found(answer)
