"""Claims on a terminal, as JSON and as CSV: the sentence that says most, how many others say it, what is disputed."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from palanca.cli.printing import aligned, console, evidence, plain
from palanca.records.sayings import counted

if TYPE_CHECKING:
    from rich.text import Text

    from palanca.analysis import Passage, Row
    from palanca.analysis.tables import HeldThen
    from palanca.exchange.facts import Json
    from palanca.records import Dispute

COUNTED = ("statements", "documents", "sources", "disputed", "document", "page", "sentence")
"""The columns of `line_of` behind those of a kind of claim."""


def passage_text(passage: "Passage") -> "Text":
    """A sentence with its words set apart, and where it stands."""
    said = evidence(passage.sentence, passage.words)
    said.append(f"  [{place(passage)}]", style="cyan")
    return said


def place(passage: "Passage") -> str:
    """The document, with the page where there are pages, and the person who stated it if no reader read it."""
    page = f" p. {passage.page}" if passage.page else ""
    stated = f", stated by {passage.statement.stated_by}" if passage.statement.stated_by else ""
    return plain(f"{passage.document}{page}{stated}")


def notes(row: "Row") -> Iterator[str]:
    """How many others tell a claim, what they disagree on, and what a person said of it."""
    claim = row.claim
    if row.held:
        yield f"then: {'; '.join(map(_held, row.held))}"
    if len(claim.evidence) > 1:
        yield (
            f"told by {len(claim.evidence)} statements in {counted(claim.documents, 'document')}, "
            f"{counted(claim.sources, 'independent source')}"
        )
    yield from (f"disputed: {said_of(dispute)}" for dispute in claim.disputes)
    if claim.review != "open":
        yield f"judged: {claim.review}"


def _held(held: "HeldThen") -> str:
    return plain(f"{held.person} ({held.office}{'' if held.is_certain else '?'})")


def said_of(dispute: "Dispute") -> str:
    """A dispute in words: "time: 2024-05-12 or 2024-05-14"."""
    return plain(f"{dispute.kind}: {' or '.join(dispute.values)}")


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
    sys.stderr.write(f"{counted(len(listed), 'claim')}\n")


def _counts(row: "Row") -> tuple[int, int, int]:
    """How many statements, documents and independent sources stand under a claim."""
    return len(row.claim.evidence), row.claim.documents, row.claim.sources


def line_of(row: "Row") -> list[str]:
    """A claim as a line of CSV, behind its columns the COUNTED."""
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
