"""Commands about offices: all that are told, and who held one at a time."""

from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.asking import asked_for, list_claims
from palanca.cli.claims import passage_text
from palanca.cli.options import CaseArgument, FilterOptions, Limit, QueryArgument, ShapeOptions, time_from
from palanca.cli.printing import Shape, console, plain, write_csv, write_json
from palanca.records import Kind

if TYPE_CHECKING:
    from palanca.analysis.offices_at import Holder
    from palanca.store import Case

At = Annotated[str, typer.Option("--at", help="When: 2007-08-01, 2007-08, 2007, or a period 2007/2009.")]
MaybeAt = Annotated[str | None, typer.Option("--at", help="Who held them then: 2007-08-01, 2007-08 or 2007.")]
Body = Annotated[str | None, typer.Option(help="With --at: offices of this body or country, and of envoys sent there.")]


def offices(
    case: CaseArgument,
    query: QueryArgument = "",
    at: MaybeAt = None,
    body: Body = None,
    *,
    wanted: FilterOptions,
    limit: Limit = None,
    output: ShapeOptions,
) -> None:
    """Who is shown to hold or have held which office; with --at, who held them then."""
    if at is None and body is None:
        list_claims(case, Kind.OFFICE, asked_for(query, wanted), limit, output.shape())
        return
    if at is None:
        raise typer.BadParameter("--body goes with --at: say when")
    if query or wanted.are_given():
        raise typer.BadParameter("--at goes with --body alone: `palanca who` asks for one office")
    import palanca
    from palanca.questions.holders import found_at

    when = time_from(at, "--at")
    with palanca.open_case(case) as opened:
        _print(opened, found_at(opened, when, body=body)[:limit], output.shape())


def who(
    case: CaseArgument,
    office: Annotated[str, typer.Argument(help="An office: ambassador to Peru, Peruvian foreign minister.")],
    at: At,
    of: Annotated[str | None, typer.Option("--of", help="Of this country: a name or a code.")] = None,
    *,
    output: ShapeOptions,
) -> None:
    """Who held an office at a time: certainly, possibly, or in conflict with others."""
    import palanca
    from palanca.questions.holders import who as who_held

    when = time_from(at, "--at")
    with palanca.open_case(case) as opened:
        _print(opened, who_held(opened, office, when, of=of), output.shape())


def _print(case: "Case", found: "list[Holder]", shape: Shape) -> None:
    from palanca.questions import library

    names = ["standing", "person", "office", "body", "told", "document", "sentence"]
    known = library(case)
    passages = [known.passages(holder.claim) for holder in found]
    facts = [[str(h.standing), h.person.text, h.office, h.body, h.reason] for h in found]
    lines = [[*fact, told[0].document, told[0].sentence] for fact, told in zip(facts, passages, strict=True)]
    if shape is Shape.JSON:
        write_json(
            dict(zip(names, line, strict=True)) | {"claim": holder.claim.id, "documents": holder.claim.documents}
            for holder, line in zip(found, lines, strict=True)
        )
    elif shape is Shape.CSV:
        write_csv(names, lines)
    else:
        out = console()
        for fact, told in zip(facts, passages, strict=True):
            standing, person, office, body, reason = map(plain, fact)
            where = f", {body}" if body else ""
            out.print(f"{standing:<12}{person}, {office}{where} ({reason})", markup=False, style="bold")
            out.print(passage_text(told[0]))
            if len(told) > 1:
                out.print(f"    and {len(told) - 1} more", style="dim")
        out.print(f"{len(found)} found")
