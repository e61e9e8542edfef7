"""Claims on a terminal: the sentence that says most, how many others say it, and what they disagree on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from palanca.cli.printing import evidence, plain

if TYPE_CHECKING:
    from rich.text import Text

    from palanca.analysis import Passage, Row
    from palanca.analysis.tables import HeldThen
    from palanca.records import Dispute


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


def counted(number: int, noun: str) -> str:
    """ "1 document", "3 documents"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
