"""The command that holds registers and press against each other."""

from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.claims import passage_text
from palanca.cli.options import CaseArgument, Country, Least, Since, Until, Who, choice, filter_from
from palanca.cli.printing import console, plain, write_json

if TYPE_CHECKING:
    from palanca.analysis.reconciliation import Reconciled, RegisterVerdict
    from palanca.analysis.tables import Library
    from palanca.exchange.facts import Json
    from palanca.records import Claim
    from palanca.store import Case


def reconcile(
    case: CaseArgument,
    register: Annotated[str | None, typer.Option(help="Only against this register.")] = None,
    verdict: Annotated[
        str | None,
        typer.Option(
            help="Only these: conflict, corroborated, 'register only', 'press only', 'before or after the articles'."
        ),
    ] = None,
    who: Who = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    least_confidence: Least = None,
    limit: Annotated[int, typer.Option(min=1, help="Show at most this many.")] = 50,
    json: Annotated[bool, typer.Option("--json", help="Write all of them as JSON.")] = False,
) -> None:
    """Compare registers and press: what both report, what only one does, and where they differ."""
    import palanca
    from palanca.analysis.reconciliation import RegisterVerdict, counts
    from palanca.questions import library

    stands = None if verdict is None else choice(verdict, list(RegisterVerdict), "verdict")
    asked = filter_from(who=who, country=country, since=since, until=until, least_confidence=least_confidence)
    with palanca.open_case(case) as opened:
        _require_register(opened, register)
        found = [one for one in palanca.reconciliation(opened, asked) if register in (None, one.register)]
        wanted = [one for one in found if stands in (None, one.verdict)]
        known = library(opened)
        if json:
            write_json(_record(one, known) for one in wanted)
            return
        _print_counts(counts(found))
        shown = wanted if stands else [one for one in wanted if one.verdict is not RegisterVerdict.OUT_OF_TIME]
        _print_all(shown, known, limit)


def _require_register(case: "Case", name: str | None) -> None:
    names = [one.name for one in case.registers()]
    if name is not None and name not in names:
        raise typer.BadParameter(f"the case has no register {name!r}: choose one of {', '.join(names) or 'none'}")


def _print_counts(counts: "dict[tuple[str, RegisterVerdict], int]") -> None:
    out = console()
    for (name, stands), count in sorted(counts.items()):
        out.print(f"{count:>8,}  {name}: {stands}", markup=False)
    if not counts:
        out.print("nothing to hold against each other: read a register with --mapping, and articles", markup=False)


def _print_all(shown: "list[Reconciled]", known: "Library", limit: int) -> None:
    for one in shown[:limit]:
        _print(one, known)
    if len(shown) > limit:
        console().print(f"and {len(shown) - limit:,} more: --limit shows them, --json writes all", style="dim")


def _print(one: "Reconciled", known: "Library") -> None:
    out = console()
    difference = f" · {plain(one.difference)}" if one.difference else ""
    out.print(f"\n{one.verdict} · {one.register}{difference}", style="bold", markup=False)
    if one.row and one.row is one.press:
        _print_side("both", one.row, known)
    else:
        _print_side("register", one.row, known)
        _print_side("press", one.press, known)


def _print_side(side: str, claim: "Claim | None", known: "Library") -> None:
    """What one side says in short, and then its words: those of a row, of an article, or of both."""
    from rich.text import Text

    from palanca.analysis.tables import rows

    if claim is None:
        return
    (row,) = rows([claim], known)
    console().print(f"  {side}: {plain(' · '.join(filter(None, row.cells)))}", markup=False)
    for is_row in (True, False):
        told = [one for one in row.passages if (one.register is not None) == is_row]
        if told and side in ("both", "register" if is_row else "press"):
            more = f" and {len(told) - 1} more" if len(told) > 1 else ""
            console().print(Text("    ") + passage_text(told[0]) + Text(more, style="dim"))


def _record(one: "Reconciled", known: "Library") -> "dict[str, Json]":
    return {
        "register": one.register, "verdict": one.verdict, "difference": one.difference,
        "row": _side(one.row, known), "press": _side(one.press, known),
    }  # fmt: skip


def _side(claim: "Claim | None", known: "Library") -> "Json":
    if claim is None:
        return None
    passages: list[Json] = [
        {"document": one.document, "sentence": one.sentence, "span": [one.statement.span.start, one.statement.span.end]}
        for one in known.passages(claim)
    ]
    return {"claim": claim.id, "time": str(claim.time) if claim.time else None, "evidence": passages}
