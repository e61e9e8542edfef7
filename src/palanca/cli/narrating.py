"""The command that tells where stories came from, and when writing swells."""

from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.options import CaseArgument, Least, ShapeOptions, filter_from
from palanca.cli.printing import Shape, console, evidence, plain, write_csv, write_json
from palanca.records.sayings import counted

if TYPE_CHECKING:
    from palanca.analysis.narratives import Coincidence, Narrative, Narratives, Reason, Repeat
    from palanca.records import Document, DocumentId
    from palanca.store import Case


def narratives(
    case: CaseArgument,
    about: Annotated[str | None, typer.Option(help="Only articles that name this person, body or place.")] = None,
    since: Annotated[str | None, typer.Option(help="Only articles published on this date or later.")] = None,
    until: Annotated[str | None, typer.Option(help="Only articles published up to this date.")] = None,
    category: Annotated[str, typer.Option(help="Compare bursts with events of this PLOVER category.")] = "CONSULT",
    least_sources: Annotated[
        int, typer.Option(min=1, help="Only events that a register or this many independent sources report.")
    ] = 2,
    least_confidence: Least = None,
    limit: Annotated[int, typer.Option(min=1, help="Show at most this many narratives.")] = 20,
    *,
    output: ShapeOptions,
) -> None:
    """Articles that tell one story: who was first, who repeats whom, bursts, and events near their start."""
    import palanca
    from palanca.cli.narrative_records import COLUMNS, lines, record

    asked = filter_from(since=since, until=until, category=category, least_confidence=least_confidence)
    options = palanca.NarrativeOptions(
        least_confidence=asked.least_confidence,
        events=palanca.Filter(category=asked.category),
        least_sources=least_sources,
    )
    shape = output.shape()
    with palanca.open_case(case) as opened:
        found = palanca.narratives(opened, about=about, since=asked.since, until=asked.until, options=options)
        if shape is Shape.JSON:
            write_json([record(found, opened)])
        elif shape is Shape.CSV:
            write_csv(COLUMNS, lines(found, opened))
        else:
            _print_all(found, opened, limit)


def _print_all(found: "Narratives", case: "Case", limit: int) -> None:
    out = console()
    for one in found.narratives[:limit]:
        _print(one, case)
    if len(found.narratives) > limit:
        out.print(f"\nand {len(found.narratives) - limit:,} more: --limit shows them, --json writes all", style="dim")
    if not found.narratives:
        out.print(f"no narrative found in {counted(found.scope.searched, 'article')}", markup=False)
    _print_bursts(found, case)
    scope = found.scope
    out.print(
        f"\n{counted(len(found.narratives), 'narrative')} of {counted(scope.documents, 'article')} and "
        f"{counted(scope.sources, 'independent source')}; {counted(scope.searched, 'article')} looked through",
        markup=False,
    )
    for unseen in scope.unseen:
        out.print(f"not seen: {unseen.number:,} {unseen.what}", style="dim", markup=False)


def _print(narrative: "Narrative", case: "Case") -> None:
    out = console()
    documents = {one: case.document(one) for one in narrative.documents}
    head = documents[narrative.first.documents[0]]
    size = f"{counted(len(documents), 'article')}, {counted(narrative.independent, 'independent voice')}"
    out.print(f"\n{plain(head.title or head.name)} · {size}", style="bold", markup=False)
    out.print(f"  {_first(narrative, documents)}", style="yellow", markup=False)
    for document, voice in zip(documents.values(), narrative.voices, strict=True):
        outlet = f" · {document.outlet}" if document.outlet else ""
        out.print(
            plain(f"  {document.published or 'no date'}  {document.name}{outlet} · voice {voice + 1}"), markup=False
        )
        for repeat in (one for one in narrative.repeats if one.document == document.id):
            out.print(f"    {_said_of(repeat, documents)}", style="dim", markup=False)
    for link in narrative.links:
        for reason in link.reasons:
            _print_reason(reason, case)
    for disputed in narrative.disputes:
        values = "; ".join(f"{one.kind}: {' or '.join(one.values)}" for one in disputed.disputes)
        out.print(plain(f"  disputed: {values}"), style="yellow", markup=False)


def _first(narrative: "Narrative", documents: "dict[DocumentId, Document]") -> str:
    names = ", ".join(documents[one].name for one in narrative.first.documents)
    return plain(f"first seen: {names}" if narrative.first.is_certain else f"cannot tell which was first: {names}")


def _said_of(repeat: "Repeat", documents: "dict[DocumentId, Document]") -> str:
    of, kind = documents[repeat.of].name, repeat.reason.kind
    if not repeat.order_is_known:
        return plain(f"same {kind} as {of}; cannot tell which was first")
    least, most = repeat.least_days, repeat.most_days
    days = counted(least, "day") if least == most else f"{least} to {most} days"
    return plain(f"same {kind} as {of}, {days} later")


def _print_reason(reason: "Reason", case: "Case") -> None:
    from rich.padding import Padding
    from rich.text import Text

    from palanca.questions import words_at

    for number, place in enumerate((reason.there, reason.here)):
        found = words_at(case, place)
        said = Text(f"{reason.kind}: " if not number else "= ") + evidence(found.sentence, found.words)
        said.append(plain(f"  [{found.document}{f' p. {found.page}' if found.page else ''}]"), style="cyan")
        console().print(Padding(said, (0, 0, 0, 4 + 2 * number)))


def _print_bursts(found: "Narratives", case: "Case") -> None:
    out = console()
    for burst in found.bursts:
        indent = "  " * burst.level
        out.print(
            f"{indent}burst {burst.first} to {burst.last}, level {burst.level}, weight {burst.weight:.1f}, "
            f"{counted(len(burst.documents), 'article')}",
            markup=False,
        )
    for one in found.coincidences:
        _print_coincidence(one, case)
    if found.coincidences and found.together_p is not None:
        out.print(f"  all bursts together: p = {found.together_p:.3f}, {found.events:,} events", markup=False)
        out.print(f"  {found.warning}", style="yellow", markup=False)


def _print_coincidence(one: "Coincidence", case: "Case") -> None:
    from rich.padding import Padding
    from rich.text import Text

    from palanca.cli.claims import passage_text
    from palanca.questions import library

    days = abs(one.days_apart)
    where = f"{counted(days, 'day')} {_side(one.days_apart)} its start" if days else "on its first day"
    text = (
        f"burst of {one.burst.first}: nearest event {where}, p = {one.p:.3f}, {one.adjusted_p:.3f} for all bursts "
        f"(Holm), {one.permutations} shifts; {one.told_within} of its {counted(len(one.burst.documents), 'article')} "
        "tell the event"
    )
    console().print(Padding(Text(text), (0, 0, 0, 2)))
    console().print(Padding(passage_text(library(case).passages(case.claim(one.event))[0]), (0, 0, 0, 4)))


def _side(days: int) -> str:
    return "after" if days > 0 else "before"
