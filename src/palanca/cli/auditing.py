"""`palanca audit`: what a careful editor would look at twice, each with its sentences."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.claims import passage_text
from palanca.cli.options import AsJson, CaseArgument, choice
from palanca.cli.printing import console, plain, write_json

if TYPE_CHECKING:
    from palanca.exchange.facts import Json
    from palanca.questions.audits import ShownFinding
    from palanca.records import FindingKind

_SHOWN = 6  # sentences of one finding on a terminal

Kinds = Annotated[list[str] | None, typer.Option("--kind", help="Only findings of this kind, such as contradiction.")]
Without = Annotated[list[str] | None, typer.Option("--without", help="No findings of this kind.")]


def audit(
    case: CaseArgument,
    kind: Kinds = None,
    without: Without = None,
    rules: Annotated[bool, typer.Option("--rules", help="Say what each kind looks for, and stop.")] = False,
    json: AsJson = False,
) -> None:
    """What to look at twice: contradictions, single sources, copies, impossible times, sums, stale offices."""
    if rules:
        _print_rules()
        return
    import palanca

    kinds = _wanted(kind, without)
    with palanca.open_case(case) as opened:
        found = palanca.audit(opened, kinds)
        if json:
            write_json(map(_record, found))
        else:
            _print(found)


def _wanted(kind: list[str] | None, without: list[str] | None) -> "list[FindingKind]":
    from palanca.records import FindingKind

    chosen = [_kind(name) for name in kind] if kind else list(FindingKind)
    left_out = {_kind(name) for name in without or []}
    return [one for one in chosen if one not in left_out]


def _kind(name: str) -> "FindingKind":
    from palanca.records import FindingKind

    return choice(name.replace("-", " ").replace("_", " "), list(FindingKind), "kind of finding")


def _print_rules() -> None:
    from palanca.analysis.audit import RULES

    out = console()
    for rule in RULES:
        out.print(rule.kind.capitalize(), style="bold")
        out.print(f"  {rule.says}\n", markup=False)


def _print(found: "Iterator[ShownFinding]") -> None:
    from rich.padding import Padding

    out = console()
    listed = list(found)
    for shown in listed:
        finding = shown.finding
        out.print(f"{finding.severity}  {finding.kind}: {plain(finding.text)}", style="bold", markup=False)
        for passage in shown.passages[:_SHOWN]:
            out.print(Padding(passage_text(passage), (0, 0, 0, 4)))
        if len(shown.passages) > _SHOWN:
            out.print(f"    and {len(shown.passages) - _SHOWN} more", style="dim")
    sys.stderr.write(f"{len(listed)} finding{'' if len(listed) == 1 else 's'}\n")


def _record(shown: "ShownFinding") -> "dict[str, Json]":
    finding = shown.finding
    passages: list[Json] = [
        {"document": one.document, "page": one.page, "sentence": one.sentence, "id": one.statement.id}
        for one in shown.passages
    ]
    return {
        "kind": finding.kind, "severity": finding.severity, "text": finding.text, "claims": [*finding.claims],
        "evidence": passages,
    }  # fmt: skip
