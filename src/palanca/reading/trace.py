"""Why a reader did or did not fire: what `palanca explain` prints."""

from collections.abc import Callable
from dataclasses import dataclass, field

from palanca.records import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing that a reader saw at `span`. `fired` is False where it looked and let it be."""

    reader: str
    span: Span
    text: str
    fired: bool


@dataclass(slots=True, eq=False)
class Trace:
    """Collects notes when somebody asks for them; otherwise costs one comparison."""

    notes: list[Note] | None = None

    def note(self, reader: str, span: Span, text: str | Callable[[], str], *, fired: bool) -> None:
        """Keep a note. Give `text` as a function where making it costs something."""
        if self.notes is not None:
            self.notes.append(
                Note(reader=reader, span=span, text=text if isinstance(text, str) else text(), fired=fired)
            )


SILENT = Trace()


@dataclass(slots=True, eq=False)
class Recording(Trace):
    """A trace that keeps its notes, in the order in which readers made them."""

    notes: list[Note] | None = field(default_factory=list)
