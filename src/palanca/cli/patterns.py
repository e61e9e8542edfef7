"""The command that looks for patterns."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.answers import first_passage, print_passage, print_scope, scope_record
from palanca.cli.options import CaseArgument, ShapeOptions
from palanca.cli.printing import Shape, console, plain, write_csv, write_json
from palanca.records.sayings import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from palanca.exchange.facts import Json
    from palanca.questions.patterns import FoundLeg, Instance, PatternFinding, PatternsAnswer
    from palanca.store import Case

_COLUMNS = (
    "pattern", "finding", "instance", "state", "certainty", "reads", "leg", "weakest", "time", "sources", "confidence",
    "claim", "document", "sentence", "innocent",
)  # fmt: skip
_SHOWN_INSTANCES = 3


def patterns(
    case: CaseArgument,
    names: Annotated[list[str] | None, typer.Argument(help='Which patterns, such as "family tie" (else all).')] = None,
    folder: Annotated[
        Path | None, typer.Option(help="A folder with patterns of your own; see docs/patterns.md.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the patterns and stop.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="Show at most this many findings of each.")] = 50,
    *,
    output: ShapeOptions,
) -> None:
    """Motifs of several claims, such as a family tie or a revolving door: proposals, each leg at its sentence."""
    import palanca

    if list_:
        _print_patterns(folder)
        return
    shape = output.shape()
    with palanca.open_case(case) as opened:
        answer = palanca.patterns(opened, names or (), folder=folder, limit=limit)
        if shape is Shape.JSON:
            write_json([_record(opened, answer)])
        elif shape is Shape.CSV:
            write_csv(_COLUMNS, _lines(opened, answer))
        else:
            _print(opened, answer)


def _print_patterns(folder: Path | None) -> None:
    from palanca.questions.patterns import known_patterns

    for one in known_patterns(folder):
        console().print(f"{plain(one.name)}: {plain(one.asks)}", markup=False)


def _print(case: "Case", answer: "PatternsAnswer") -> None:
    out = console()
    for finding in answer.findings:
        _print_finding(case, finding)
    found = {finding.pattern.name for finding in answer.findings}
    for pattern in answer.patterns:
        if pattern.name not in found:
            searched = counted(answer.scope.searched, "document")
            out.print(f"{plain(pattern.name)}: none found in {searched}", markup=False)
    for name in answer.cut:
        out.print(f"there is more of {plain(name)}: --limit shows it", style="dim", markup=False)
    print_scope(answer.scope)


def _print_finding(case: "Case", finding: "PatternFinding") -> None:
    out = console()
    head = f"{finding.pattern.name}: {finding.state}, {_certainty(finding.is_certain)}"
    out.print(f"\n{plain(head)}", style="bold", markup=False)
    out.print(f"  {plain(finding.reads)}", markup=False)
    shown = finding.instances[:_SHOWN_INSTANCES]
    for number, instance in enumerate(shown, start=1):
        if finding.number > 1:
            out.print(f"  {number} of {counted(finding.number, 'instance')}", style="bold", markup=False)
        _print_instance(case, instance)
    if len(shown) < finding.number:
        out.print(f"  and {finding.number - len(shown):,} more: --json shows them", style="dim", markup=False)
    for excluded in finding.pattern.without:
        out.print(f"    none found: {excluded.name}", markup=False)
    out.print(f"  Innocent reading: {plain(finding.pattern.innocent)}", style="yellow", markup=False)


def _print_instance(case: "Case", instance: "Instance") -> None:
    from palanca.questions import library

    out, known = console(), library(case)
    for leg in instance.legs:
        weakest = "  (the weakest leg)" if leg == instance.weakest else ""
        out.print(f"    {leg.name}, {leg.claim.time or 'no date'}{weakest}", markup=False)
        print_passage(first_passage(case, known, leg.claim.id))
    for link, certain in instance.links:
        out.print(f"    {_certainty(certain)}: {link}", markup=False)


def _certainty(certain: bool) -> str:
    return "certain by the dates" if certain else "possible by the dates"


def _lines(case: "Case", answer: "PatternsAnswer") -> "Iterator[list[str]]":
    """One line a leg."""
    from palanca.questions import library

    known = library(case)
    told = ((at, one) for at, finding in enumerate(answer.findings, start=1) for one in _numbered(finding))
    for at, (finding, number, instance) in told:
        certainty = "certain" if instance.is_certain else "possible"
        for leg in instance.legs:
            passage = first_passage(case, known, leg.claim.id)
            yield [
                finding.pattern.name, str(at), str(number), finding.state, certainty, finding.reads, leg.name,
                "yes" if leg == instance.weakest else "", str(leg.claim.time or ""), str(leg.claim.sources),
                f"{leg.claim.confidence:.2f}", leg.claim.id, passage.document, passage.sentence,
                finding.pattern.innocent,
            ]  # fmt: skip


def _numbered(finding: "PatternFinding") -> "Iterator[tuple[PatternFinding, int, Instance]]":
    return ((finding, number, instance) for number, instance in enumerate(finding.instances, start=1))


def _record(case: "Case", answer: "PatternsAnswer") -> "dict[str, Json]":
    return {
        "patterns": [one.name for one in answer.patterns],
        "findings": [_finding_record(case, finding) for finding in answer.findings],
        "cut": [*answer.cut],
        "scope": scope_record(answer.scope),
    }


def _finding_record(case: "Case", finding: "PatternFinding") -> "dict[str, Json]":
    return {
        "pattern": finding.pattern.name, "state": finding.state, "reads": finding.reads,
        "certainty": "certain" if finding.is_certain else "possible", "parties": {**finding.parties},
        "number": finding.number, "instances": [_instance_record(case, one) for one in finding.instances],
        "without": [leg.name for leg in finding.pattern.without], "innocent": finding.pattern.innocent,
    }  # fmt: skip


def _instance_record(case: "Case", instance: "Instance") -> "dict[str, Json]":
    return {
        "certainty": "certain" if instance.is_certain else "possible", "legs": _leg_records(case, instance.legs),
        "weakest": instance.weakest.name,
        "links": [{"link": str(link), "certain": certain} for link, certain in instance.links],
    }  # fmt: skip


def _leg_records(case: "Case", legs: "Iterable[FoundLeg]") -> "list[Json]":
    from palanca.questions import library

    known = library(case)
    found: list[Json] = []
    for leg in legs:
        passage = first_passage(case, known, leg.claim.id)
        found.append(
            {
                "leg": leg.name, "claim": leg.claim.id, "time": str(leg.claim.time) if leg.claim.time else None,
                "sources": leg.claim.sources, "confidence": leg.claim.confidence, "review": leg.claim.review,
                "document": passage.document, "sentence": passage.sentence,
            }
        )  # fmt: skip
    return found
