"""Commands that ask a case."""

import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.claims import COUNTED, line_of, place, print_rows, record_of
from palanca.cli.options import (
    AsJson,
    CaseArgument,
    ClaimOptions,
    FilterOptions,
    Limit,
    QueryArgument,
    ShapeOptions,
    Who,
    query_from,
)
from palanca.cli.printing import Shape, cell, console, evidence, plain, write_csv, write_json
from palanca.cli.progress import tell_unread_prose
from palanca.records import Kind
from palanca.records.sayings import counted

if TYPE_CHECKING:
    from rich.table import Table

    from palanca.analysis import Holding, PersonRow
    from palanca.analysis.belongings import Belonging
    from palanca.exchange.facts import Json
    from palanca.questions import ShownThing
    from palanca.records import Filter
    from palanca.records.query import Query


def _asking(kind: Kind, summary: str) -> Callable[..., None]:
    """A command that lists the claims of one kind."""

    def command(
        case: CaseArgument,
        query: QueryArgument = "",
        *,
        wanted: ClaimOptions,
        limit: Limit = None,
        output: ShapeOptions,
    ) -> None:
        list_claims(case, kind, asked_for(query, wanted), limit, output.shape())

    command.__doc__ = summary
    command.__name__ = kind.plural
    return command


events = _asking(Kind.EVENT, "Who did what to whom, when and where, by time.")
ties = _asking(Kind.TIE, "Who owns, controls, belongs to, is married to or stands in what.")
instruments = _asking(Kind.INSTRUMENT, "Laws, decrees, agreements, contracts and lawsuits.")
quantities = _asking(Kind.QUANTITY, "Amounts of money, people and things, with what they measure.")
quotations = _asking(Kind.QUOTATION, "Who said what, in direct and in reported speech.")
anomalies = _asking(Kind.ANOMALY, "What a careful copy editor would query in a document.")


def asked_for(query: str, options: FilterOptions) -> "Filter | Query":
    """What a line of words or options ask for. Raises typer.BadParameter for both at once."""
    if query and options.are_given():
        raise typer.BadParameter("write all of it in the line, such as who:… of:… time:…, or in options alone")
    return query_from(query, options.least_confidence) if query else options.filter()


def list_claims(case: Path, kind: Kind, wanted: "Filter | Query", limit: int | None, shape: Shape) -> None:
    """List the claims of one kind, by time: at most `limit`, or all where that is None."""
    import palanca
    from palanca.analysis.tables import columns
    from palanca.questions import ask

    with palanca.open_case(case) as opened:
        rows = islice(ask(opened, kind, wanted), limit)
        match shape:
            case Shape.JSON:
                write_json(record_of(columns(kind), row) for row in rows)
            case Shape.CSV:
                write_csv([*columns(kind), *COUNTED], map(line_of, rows))
            case _:
                print_rows(columns(kind), rows)


def people(case: CaseArgument, who: Who = None, limit: Limit = None, *, output: ShapeOptions) -> None:
    """The people of a case with their offices, the most named first."""
    import palanca
    from palanca.records import Filter

    with palanca.open_case(case) as opened:
        found = palanca.people(opened, Filter(who=who))[:limit]
    _list_people(found, output.shape())


def _list_people(found: "list[PersonRow]", shape: Shape) -> None:
    if shape is Shape.JSON:
        write_json(_person(row) for row in found)
    elif shape is Shape.CSV:
        lines = (
            [r.name, str(r.documents), h.text, told.document, told.sentence]
            for r in found for h in r.holdings for told in h.row.passages
        )  # fmt: skip
        write_csv(["name", "documents", "office", "document", "sentence"], lines)
    else:
        _print(_table_of_people(found), len(found))


def _person(row: "PersonRow") -> "dict[str, Json]":
    offices: list[Json] = [
        {
            "office": h.text,
            "claim": h.row.claim.id,
            "evidence": [{"document": one.document, "sentence": one.sentence} for one in h.row.passages],
        }
        for h in row.holdings
    ]
    return {"name": row.name, "names": [*row.names], "documents": row.documents, "offices": offices}


def _table_of_people(found: "list[PersonRow]") -> "Table":
    table = _table("person", "documents", "office", "says", "in")
    for row in found:
        holdings: list[Holding | None] = [*row.holdings] or [None]
        for i, holding in enumerate(holdings):
            name = (cell(row.name), str(row.documents)) if not i else ("", "")
            said = evidence(holding.row.lead.sentence, holding.row.lead.words) if holding else ""
            table.add_row(*name, cell(holding.text if holding else ""), said, cell(_places(holding)))
    return table


def show(case: CaseArgument, name: Annotated[str, typer.Argument(help="A person, body or place.")]) -> None:
    """Everything that a case says of one person, body or place."""
    import palanca

    with palanca.open_case(case) as opened:
        shown = palanca.show(opened, name)
    _print_shown(shown)


def search(
    case: CaseArgument,
    words: Annotated[list[str], typer.Argument(help='Words of one sentence; "quoted" words must follow each other.')],
    limit: Annotated[int, typer.Option(min=1, help="Show at most this many sentences.")] = 50,
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
        found, unread = list(opened.documents()), sum(opened.unread_prose().values())
    table = _table("name", "published", "outlet", "language", "title")
    for one in found:
        note = f" ({skipped[one.id]})" if one.id in skipped else ""
        cells = (one.name, str(one.published or ""), one.outlet or "", one.language or "", (one.title or "") + note)
        table.add_row(*map(cell, cells))
    _print(table, len(found))
    tell_unread_prose(unread)


def rejections(case: CaseArgument) -> None:
    """What could not be read, and why."""
    import palanca

    with palanca.open_case(case) as opened:
        found = list(opened.rejections())
    table = _table("input", "reason")
    for one in found:
        table.add_row(cell(one.origin.place), cell(one.reason))
    _print(table, len(found))


def _places(holding: "Holding | None") -> str:
    """Where an office is told best, and how many other statements tell it."""
    if holding is None:
        return ""
    more = len(holding.row.passages) - 1
    return f"{place(holding.row.lead)}{f' and {more} more' if more else ''}"


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
    sys.stderr.write(f"{counted(count, 'row')}\n")


def _belonging(one: "Belonging") -> str:
    from palanca.lexicon.countries import country

    whose = " · ".join(filter(None, (country(one.country).name if one.country else "", one.branch)))
    days = f", possibly from {one.first} to {one.last}" if one.first or one.last else ""
    return f"{whose} ({one.reason}{days})"


def _print_shown(shown: "ShownThing") -> None:
    from palanca.analysis.tables import columns

    out = console()
    thing = shown.thing
    out.print(f"{plain(thing.caption)} ({thing.schema}), named in {counted(thing.documents, 'document')}", markup=False)
    if thing.names:
        out.print(f"also: {plain(', '.join(thing.names))}", markup=False)
    if thing.identifiers:
        out.print(f"identifiers: {plain(', '.join(thing.identifiers))}", markup=False)
    for one in shown.belongings:
        out.print(f"acts for: {plain(_belonging(one))}", markup=False)
    for kind, rows in shown.rows.items():
        if rows:
            out.print(f"\n{kind.plural.capitalize()}", markup=False)
            print_rows(columns(kind), iter(rows))
