"""What the answers of questions have in common on a terminal: numbers, the scope, and the sentence under a claim."""

from typing import TYPE_CHECKING

from palanca.cli.claims import passage_text
from palanca.cli.printing import console, plain
from palanca.records.sayings import counted

if TYPE_CHECKING:
    from palanca.analysis import Passage
    from palanca.analysis.scope import Scope
    from palanca.analysis.tables import Library
    from palanca.exchange.facts import Json
    from palanca.records import ClaimId
    from palanca.store import Case


def number(value: float) -> str:
    """A number with its thousands set apart."""
    return f"{value:,.15g}"


def percent(share: float | None) -> str:
    """A share as a percentage; a dash where there is none."""
    return "–" if share is None else f"{100 * share:.1f} %"


def first_passage(case: "Case", known: "Library", claim: "ClaimId", document: str | None = None) -> "Passage":
    """The sentence that says most of a claim, of those in a document where one is given."""
    passages = known.passages(case.claim(claim))
    return next((one for one in passages if one.statement.document == document), passages[0])


def print_passage(passage: "Passage") -> None:
    """A sentence under the line that rests on it."""
    from rich.text import Text

    console().print(Text("      ") + passage_text(passage))


def print_scope(scope: "Scope") -> None:
    """What an answer rests on and did not see."""
    out = console()
    if not scope.claims:
        out.print(f"\nnone found in {counted(scope.searched, 'document')}", style="dim", markup=False)
    told = (
        f"{counted(scope.claims, 'claim')} in {counted(scope.documents, 'document')} of "
        f"{counted(scope.sources, 'independent source')}; {counted(scope.searched, 'document')} looked through"
    )
    if scope.claims:
        out.print(f"\n{told}", style="dim", markup=False)
    for one in scope.unseen:
        out.print(f"  not counted: {plain(one.what)}: {one.number:,}", style="dim", markup=False)


def scope_record(scope: "Scope") -> "dict[str, Json]":
    """The scope as JSON."""
    return {
        "claims": scope.claims, "documents": scope.documents, "sources": scope.sources, "searched": scope.searched,
        "unseen": [{"number": one.number, "what": one.what} for one in scope.unseen],
    }  # fmt: skip
