"""Commands that ask a case."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.options import CaseArgument, Least, filter_from
from palanca.cli.printing import Shape, aligned, cell, console, evidence, plain, write_csv, write_json

if TYPE_CHECKING:
    from rich.table import Table

    from palanca.analysis import Holding, PersonRow, Row
    from palanca.exchange.facts import Json
    from palanca.questions import Portrait
    from palanca.records import Filter, Kind

_PLURALS = {"quantity": "quantities", "anomaly": "anomalies"}

Who = Annotated[str | None, typer.Option(help="Only what names this person, body or place.")]
Country = Annotated[str | None, typer.Option(help="Only what concerns this country: a name, a demonym or PER.")]
Since = Annotated[str | None, typer.Option(help="Not before this date: 2023, 2023-05 or 2023-05-19.")]
Until = Annotated[str | None, typer.Option(help="Not after this date; 2023-05 means its last day.")]
Channel = Annotated[str | None, typer.Option(help="Only events of this channel, such as military or economic.")]
CategoryOption = Annotated[str | None, typer.Option("--category", help="Only events of this PLOVER category.")]
Contains = Annotated[str | None, typer.Option(help="Only sentences that hold these words.")]
InDocument = Annotated[str | None, typer.Option("--document", help="Only what this document says.")]
Limit = Annotated[int | None, typer.Option(min=1, help="Stop after so many rows.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Write CSV.")]


def _asking(kind_name: str, summary: str) -> Callable[..., None]:
    """A command that lists the statements of one kind."""

    def command(
        case: CaseArgument,
        who: Who = None,
        country: Country = None,
        since: Since = None,
        until: Until = None,
        channel: Channel = None,
        category: CategoryOption = None,
        contains: Contains = None,
        document: InDocument = None,
        least_confidence: Least = None,
        limit: Limit = None,
        json: AsJson = False,
        csv: AsCsv = False,
    ) -> None:
        from palanca.records import Kind

        wanted = filter_from(
            who=who, country=country, since=since, until=until, channel=channel, category=category,
            contains=contains, document=document, least_confidence=least_confidence,
        )  # fmt: skip
        _list(case, Kind(kind_name), wanted, _Output(shape=_shape(json, csv), limit=limit))

    command.__doc__ = summary
    command.__name__ = _PLURALS.get(kind_name, f"{kind_name}s")
    return command


events = _asking("event", "Who did what to whom, when and where, by time.")
offices = _asking("office", "Who is shown to hold or have held which office.")
ties = _asking("tie", "Who owns, controls, belongs to, is married to or stands in what.")
instruments = _asking("instrument", "Laws, decrees, agreements, contracts and lawsuits.")
quantities = _asking("quantity", "Amounts of money, people and things, with what they measure.")
quotations = _asking("quotation", "Who said what, in direct and in reported speech.")
anomalies = _asking("anomaly", "What a careful copy editor would query in a document.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Output:
    shape: Shape
    limit: int | None


def people(
    case: CaseArgument,
    who: Who = None,
    limit: Limit = None,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """The people of a case with their offices, the most named first."""
    import palanca
    from palanca.records import Filter

    with palanca.open_case(case) as opened:
        found = palanca.people(opened, Filter(who=who))[:limit]
    _list_people(found, _shape(json, csv))


def _list_people(found: "list[PersonRow]", shape: Shape) -> None:
    if shape is Shape.JSON:
        write_json(_person(row) for row in found)
    elif shape is Shape.CSV:
        lines = (
            [r.name, str(r.documents), h.text, told.document, told.sentence]
            for r in found for h in r.holdings for told in h.rows
        )  # fmt: skip
        write_csv(["name", "documents", "office", "document", "sentence"], lines)
    else:
        _print(_table_of_people(found), len(found))


def _person(row: "PersonRow") -> "dict[str, Json]":
    offices: list[Json] = [
        {"office": h.text, "evidence": [{"document": r.document, "sentence": r.sentence} for r in h.rows]}
        for h in row.holdings
    ]
    return {"name": row.name, "names": row.names, "documents": row.documents, "offices": offices}


def _table_of_people(found: "list[PersonRow]") -> "Table":
    table = _table("person", "documents", "office", "says", "in")
    for row in found:
        holdings: list[Holding | None] = [*row.holdings] or [None]
        for i, holding in enumerate(holdings):
            name = (cell(row.name), str(row.documents)) if not i else ("", "")
            said = evidence(holding.row.sentence, holding.row.words) if holding else ""
            table.add_row(*name, cell(holding.text if holding else ""), said, cell(_places(holding)))
    return table


def show(case: CaseArgument, name: Annotated[str, typer.Argument(help="A person, body or place.")]) -> None:
    """All that a case says of one person, body or place."""
    import palanca

    with palanca.open_case(case) as opened:
        portrait = palanca.show(opened, name)
    _print_portrait(portrait)


def search(
    case: CaseArgument,
    words: Annotated[list[str], typer.Argument(help='Words that one sentence holds; "quoted" ones stand together.')],
    limit: Annotated[int, typer.Option(min=1, help="Stop after so many sentences.")] = 50,
    json: AsJson = False,
) -> None:
    """Sentences that hold all the words, the best first."""
    import palanca

    with palanca.open_case(case) as opened:
        hits = list(opened.search(" ".join(words), limit=limit))
    if json:
        write_json({"document": h.document.name, "span": [h.span.start, h.span.end], "text": h.text} for h in hits)
        return
    table = _table("document", "published", "sentence")
    for hit in hits:
        table.add_row(cell(hit.document.name), str(hit.document.published or ""), cell(hit.text))
    _print(table, len(hits))


def documents(case: CaseArgument) -> None:
    """The documents of a case, by date of publication."""
    import palanca

    with palanca.open_case(case) as opened:
        skipped = {document.id: reason for document, reason in opened.skipped()}
        found = list(opened.documents())
    table = _table("name", "published", "outlet", "language", "title")
    for one in found:
        note = f" ({skipped[one.id]})" if one.id in skipped else ""
        cells = (one.name, str(one.published or ""), one.outlet or "", one.language or "", (one.title or "") + note)
        table.add_row(*map(cell, cells))
    _print(table, len(found))


def rejections(case: CaseArgument) -> None:
    """What could not be read, and why."""
    import palanca

    with palanca.open_case(case) as opened:
        found = list(opened.rejections())
    table = _table("input", "reason")
    for one in found:
        table.add_row(cell(one.origin.place), cell(one.reason))
    _print(table, len(found))


def _shape(json: bool, csv: bool) -> Shape:
    if json and csv:
        raise typer.BadParameter("give --json or --csv, not both")
    return Shape.JSON if json else Shape.CSV if csv else Shape.TABLE


def _list(case: Path, kind: "Kind", wanted: "Filter", output: _Output) -> None:
    import palanca
    from palanca.analysis.tables import columns
    from palanca.questions import ask

    names = [*columns(kind), "document", "page", "sentence"]
    with palanca.open_case(case) as opened:
        rows = islice(ask(opened, kind, wanted), output.limit)
        if output.shape is Shape.JSON:
            write_json(_record(names, row) for row in rows)
        elif output.shape is Shape.CSV:
            write_csv(names, ([*r.cells, r.document, str(r.page or ""), r.sentence] for r in rows))
        else:
            _print_rows(columns(kind), rows)


def _record(names: list[str], row: "Row") -> "dict[str, Json]":
    cells: dict[str, Json] = dict(zip(names, (*row.cells, row.document, row.page, row.sentence), strict=True))
    span = row.statement.span
    return {**cells, "span": [span.start, span.end], "confidence": row.statement.confidence, "id": row.statement.id}


def _print_rows(names: tuple[str, ...], rows: "Iterator[Row]") -> None:
    """Facts in columns, the empty ones left out, and under each row the sentence that carries it."""
    from rich.padding import Padding

    listed = list(rows)
    used = [i for i in range(len(names)) if any(row.cells[i] for row in listed)]
    out = console()
    facts = [[plain(row.cells[i]) for i in used] for row in listed]
    header, lines = aligned([names[i] for i in used], facts, out.width)
    if listed:
        out.print(header, style="bold", markup=False)
    for row, line in zip(listed, lines, strict=True):
        out.print(line, markup=False)
        said = evidence(row.sentence, row.words)
        said.append(f"  [{_place(row)}]", style="cyan")
        out.print(Padding(said, (0, 0, 0, 4)))
    sys.stderr.write(f"{len(listed)} {'row' if len(listed) == 1 else 'rows'}\n")


def _places(holding: "Holding | None") -> str:
    """Where the first row of an office stands, and how many others tell it."""
    if holding is None:
        return ""
    more = len(holding.rows) - 1
    return f"{_place(holding.row)}{f' and {more} more' if more else ''}"


def _place(row: "Row") -> str:
    page = f" p. {row.page}" if row.page else ""
    return plain(f"{row.document}{page}")


def _table(*names: str) -> "Table":
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, show_lines=False)
    for name in names:
        wide = name in {"says", "sentence", "reason", "office", "title"}
        table.add_column(name, ratio=3 if wide else None, overflow="fold", min_width=4)
    return table


def _print(table: "Table", count: int) -> None:
    if count:
        console().print(table)
    noun = "row" if count == 1 else "rows"
    sys.stderr.write(f"{count} {noun}\n")


def _print_portrait(portrait: "Portrait") -> None:
    from palanca.analysis.tables import columns

    out = console()
    entity = portrait.entity
    out.print(f"{plain(entity.caption)} ({entity.schema}), named in {portrait.documents} documents", markup=False)
    others = [name for name in portrait.names if name != entity.caption]
    if others:
        out.print(f"also: {plain(', '.join(others))}", markup=False)
    for kind, rows in portrait.rows.items():
        if rows:
            out.print(f"\n{_PLURALS.get(kind, f'{kind}s').capitalize()}", markup=False)
            _print_rows(columns(kind), iter(rows))
