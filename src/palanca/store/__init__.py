"""The case: the only room that writes.

Readings and rejections enter; documents, entities and statements leave, filtered and in a stable order. It refuses
files that are not cases, files of newer versions, and findings that do not belong to their document.
"""

from pathlib import Path

from palanca.store.interface import Case, Counts, Outcome, SentenceHit
from palanca.store.pages import Order, Page
from palanca.store.questions import (
    Bar,
    DocumentsAsked,
    Drawn,
    Found,
    Meeting,
    MostTold,
    Named,
    Narrowed,
    OfficesAsked,
    Placing,
    Sort,
    Step,
)
from palanca.store.settling_interface import Pending, Ruling, SettledIdentity, Waiting

__all__ = [
    "Bar",
    "Case",
    "Counts",
    "DocumentsAsked",
    "Drawn",
    "Found",
    "Meeting",
    "MostTold",
    "Named",
    "Narrowed",
    "OfficesAsked",
    "Order",
    "Outcome",
    "Page",
    "Pending",
    "Placing",
    "Ruling",
    "SentenceHit",
    "SettledIdentity",
    "Sort",
    "Step",
    "Waiting",
    "open_case",
]


def open_case(path: Path | str, *, create: bool = False, settled_elsewhere: bool = False) -> Case:
    """Open the case at `path`, to be used in a `with` block or closed. `create` makes it when there is none.

    A case of an older version is brought to this one. Questions to a case that is `settled_elsewhere` answer from what
    was last settled and wait for nothing; who opened it so sees to settling it. Raises CaseError when there is nothing,
    something else or something newer at `path`, or when it cannot be read and written.
    """
    from palanca.store.sqlite import SqliteCase

    return SqliteCase(Path(path), create=create, settled_elsewhere=settled_elsewhere)
