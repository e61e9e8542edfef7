"""Commands about offices: all that are told, and who held one at a time."""

from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli import asking
from palanca.cli.asking import AsCsv, AsJson, Contains, Country, InDocument, Limit, Since, Until, Who
from palanca.cli.claims import passage_text
from palanca.cli.options import CaseArgument, Least, QueryArgument, time_from
from palanca.cli.printing import console, plain, write_csv, write_json

if TYPE_CHECKING:
    from palanca.analysis.offices_at import Holder
    from palanca.store import Case

At = Annotated[str, typer.Option("--at", help="When: 2007-08-01, 2007-08, 2007, or a stretch 2007/2009.")]
MaybeAt = Annotated[str | None, typer.Option("--at", help="Who held them then: 2007-08-01, 2007-08 or 2007.")]
Body = Annotated[str | None, typer.Option(help="With --at: of this body or country, and envoys sent there.")]


def offices(
    case: CaseArgument,
    query: QueryArgument = "",
    at: MaybeAt = None,
    body: Body = None,
    who: Who = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    contains: Contains = None,
    document: InDocument = None,
    least_confidence: Least = None,
    limit: Limit = None,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """Who is shown to hold or have held which office; with --at, who held them then."""
    if at is None and body is None:
        asking.offices_listed(
            case, query=query, who=who, country=country, since=since, until=until, contains=contains, document=document,
            least_confidence=least_confidence, limit=limit, json=json, csv=csv,
        )  # fmt: skip
        return
    if at is None:
        raise typer.BadParameter("--body goes with --at: say when")
    if query or who or country or since or until or contains or document:
        raise typer.BadParameter("--at goes with --body alone: `palanca who` asks for one office")
    import palanca
    from palanca.questions.holders import found_at

    when = time_from(at, "--at")
    with palanca.open_case(case) as opened:
        _print(opened, found_at(opened, when, body=body)[:limit], json=json, csv=csv)


def who(
    case: CaseArgument,
    office: Annotated[str, typer.Argument(help="An office: ambassador to Peru, Peruvian foreign minister.")],
    at: At,
    of: Annotated[str | None, typer.Option("--of", help="Of this country: a name or a code.")] = None,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """Who held an office at a time: certainly, possibly, or in conflict with others."""
    import palanca
    from palanca.questions.holders import who as who_held

    when = time_from(at, "--at")
    with palanca.open_case(case) as opened:
        _print(opened, who_held(opened, office, when, of=of), json=json, csv=csv)


def _print(case: "Case", found: "list[Holder]", *, json: bool, csv: bool) -> None:
    from palanca.questions import library

    names = ["standing", "person", "office", "body", "told", "document", "sentence"]
    known = library(case)
    passages = [known.passages(holder.claim) for holder in found]
    facts = [[str(h.standing), h.person.text, h.office, h.body, h.reason] for h in found]
    lines = [[*fact, told[0].document, told[0].sentence] for fact, told in zip(facts, passages, strict=True)]
    if json:
        write_json(
            dict(zip(names, line, strict=True)) | {"claim": holder.claim.id, "documents": holder.claim.documents}
            for holder, line in zip(found, lines, strict=True)
        )
    elif csv:
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
