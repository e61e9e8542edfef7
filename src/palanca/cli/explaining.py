"""The command that shows what the readers saw."""

from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.options import CaseArgument, Pipeline, languages_from
from palanca.cli.printing import plain

if TYPE_CHECKING:
    from palanca.reading.document import Explanation


def explain(
    case: CaseArgument,
    document: Annotated[str, typer.Argument(help="Name or id of a document of the case.")],
    sentence: Annotated[int, typer.Option("--sentence", min=1, help="Which sentence, counted from 1.")] = 1,
    pipeline: Pipeline = None,
) -> None:
    """Show what each reader saw in one sentence, and why a frame did or did not fire."""
    import palanca

    with palanca.open_case(case) as opened:
        found = opened.document(document)
    _print_explanation(palanca.DocumentReader(languages=languages_from(pipeline)).explain(found, sentence))


def _print_explanation(found: "Explanation") -> None:
    text = found.span.of(found.document.text)
    print(f"{plain(found.document.name)}, sentence {found.number}: {plain(text)}\n")
    for word in found.words:
        entity = f"  = {word.entity}" if word.entity else ""
        print(f"  {word.text:<18} {word.tag:<5} {word.relation:<10} {word.head:<16}{plain(entity)}")
    print()
    for note in found.notes:
        words = plain(note.span.of(found.document.text))[:50]
        print(f"  {'fired' if note.fired else '  let'}  {note.reader:<12} {words!r}: {plain(note.text)}")
    print()
    for statement in found.statements:
        roles = ", ".join(f"{role.name}={role.filler.text}" for role in statement.roles)
        print(
            f"  → {statement.kind} {plain(roles)} time={statement.time} {statement.modality} {statement.confidence:.2f}"
        )
