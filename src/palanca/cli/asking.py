"""Commands that ask a case."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.claims import counted, notes, passage_text, place, said_of
from palanca.cli.options import CaseArgument, Least, QueryArgument, filter_from, query_from
from palanca.cli.printing import Shape, aligned, cell, console, evidence, plain, write_csv, write_json
from palanca.cli.progress import tell_unread_prose
from palanca.records import Kind

if TYPE_CHECKING:
    from rich.table import Table

    from palanca.analysis import Holding, Passage, PersonRow, Row
    from palanca.analysis.belongings import Belonging
    from palanca.exchange.facts import Json
    from palanca.questions import ShownThing
    from palanca.records import Filter
    from palanca.records.query import Query

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


def _asking(kind: Kind, summary: str) -> Callable[..., None]:
    """A command that lists the claims of one kind."""

    def command(
        case: CaseArgument,
        query: QueryArgument = "",
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
        shorthands = (who, country, since, until, channel, category, contains, document)
        if query and any(shorthands):
            raise typer.BadParameter("write all of it in the line, such as who:… of:… time:…, or in options alone")
        wanted = query_from(query, least_confidence) if query else filter_from(
            who=who, country=country, since=since, until=until, channel=channel, category=category,
            contains=contains, document=document, least_confidence=least_confidence,
        )  # fmt: skip
        _list(case, kind, wanted, _Output(shape=shape_of(json, csv), limit=limit))

    command.__doc__ = summary
    command.__name__ = kind.plural
    return command


events = _asking(Kind.EVENT, "Who did what to whom, when and where, by time.")
offices_listed = _asking(Kind.OFFICE, "Who is shown to hold or have held which office.")
ties = _asking(Kind.TIE, "Who owns, controls, belongs to, is married to or stands in what.")
instruments = _asking(Kind.INSTRUMENT, "Laws, decrees, agreements, contracts and lawsuits.")
quantities = _asking(Kind.QUANTITY, "Amounts of money, people and things, with what they measure.")
quotations = _asking(Kind.QUOTATION, "Who said what, in direct and in reported speech.")
anomalies = _asking(Kind.ANOMALY, "What a careful copy editor would query in a document.")


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
    _list_people(found, shape_of(json, csv))


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
    """All that a case says of one person, body or place."""
    import palanca

    with palanca.open_case(case) as opened:
        shown = palanca.show(opened, name)
    _print_shown(shown)


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


def shape_of(json: bool, csv: bool) -> Shape:
    """The shape that two flags ask for. Raises typer.BadParameter for both."""
    if json and csv:
        raise typer.BadParameter("give --json or --csv, not both")
    return Shape.JSON if json else Shape.CSV if csv else Shape.TABLE


def _list(case: Path, kind: Kind, wanted: "Filter | Query", output: _Output) -> None:
    import palanca
    from palanca.analysis.tables import columns
    from palanca.questions import ask

    names = [*columns(kind), "statements", "documents", "sources", "disputed", "document", "page", "sentence"]
    with palanca.open_case(case) as opened:
        rows = islice(ask(opened, kind, wanted), output.limit)
        if output.shape is Shape.JSON:
            write_json(record_of(columns(kind), row) for row in rows)
        elif output.shape is Shape.CSV:
            write_csv(names, map(_line, rows))
        else:
            print_rows(columns(kind), rows)


def _counts(row: "Row") -> tuple[int, int, int]:
    """How many statements, documents and independent sources stand under a claim."""
    return len(row.claim.evidence), row.claim.documents, row.claim.sources


def _line(row: "Row") -> list[str]:
    disputed = "; ".join(said_of(dispute) for dispute in row.claim.disputes)
    lead = row.lead
    return [*row.cells, *map(str, _counts(row)), disputed, lead.document, str(lead.page or ""), lead.sentence]


def record_of(kind_columns: tuple[str, ...], row: "Row") -> "dict[str, Json]":
    """A claim as JSON."""
    cells: dict[str, Json] = dict(zip(kind_columns, row.cells, strict=True))
    statements, documents, sources = _counts(row)
    disputes: list[Json] = [{"kind": one.kind, "values": [*one.values]} for one in row.claim.disputes]
    passages: list[Json] = [_passage(one) for one in row.passages]
    held: list[Json] = [{"person": h.person, "office": h.office, "certain": h.is_certain} for h in row.held]
    told: dict[str, Json] = {
        "then": held, "document": row.document, "page": row.lead.page, "sentence": row.sentence,
        "statements": statements, "documents": documents, "sources": sources, "disputes": disputes,
        "review": row.claim.review,
        "confidence": row.claim.confidence, "id": row.claim.id, "evidence": passages,
    }  # fmt: skip
    return cells | told


def _passage(one: "Passage") -> "dict[str, Json]":
    span = one.statement.span
    return {
        "document": one.document, "page": one.page, "sentence": one.sentence, "span": [span.start, span.end],
        "stance": one.stance, "voice": one.voice, "confidence": one.statement.confidence, "id": one.statement.id,
        "stated_by": one.statement.stated_by,
    }  # fmt: skip


def print_rows(names: tuple[str, ...], rows: "Iterator[Row]") -> None:
    """Claims in columns, the empty ones left out, and under each the sentence that says most, with how many others."""
    from rich.padding import Padding
    from rich.text import Text

    listed = list(rows)
    used = [i for i in range(len(names)) if any(row.cells[i] for row in listed)]
    out = console()
    facts = [[plain(row.cells[i]) for i in used] for row in listed]
    header, lines = aligned([names[i] for i in used], facts, out.width)
    if listed:
        out.print(header, style="bold", markup=False)
    for row, line in zip(listed, lines, strict=True):
        out.print(line, markup=False)
        out.print(Padding(passage_text(row.lead), (0, 0, 0, 4)))
        for note in notes(row):
            out.print(Padding(Text(note, style="yellow"), (0, 0, 0, 4)))
    sys.stderr.write(f"{len(listed)} {'claim' if len(listed) == 1 else 'claims'}\n")


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
    noun = "row" if count == 1 else "rows"
    sys.stderr.write(f"{count} {noun}\n")


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
