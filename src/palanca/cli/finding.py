"""The command that asks in the filter language, and what others that do so share with it."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.answers import print_scope
from palanca.cli.claims import print_rows, record_of
from palanca.cli.options import AsJson, CaseArgument, QueryArgument, query_from
from palanca.cli.printing import console, write_json

if TYPE_CHECKING:
    from palanca.exchange.facts import Json
    from palanca.questions.finding import FoundClaims
    from palanca.records import Claim
    from palanca.store import Case

Limit = Annotated[int, typer.Option(min=1, help="Show at most this many claims.")]


def find(case: CaseArgument, query: QueryArgument = "", limit: Limit = 50, json: AsJson = False) -> None:
    """Claims of every kind that pass a filter, by time, each with its sentence."""
    import palanca

    asked = query_from(query)
    with palanca.open_case(case) as opened:
        answer = palanca.find(opened, asked, limit=limit)
        if json:
            write_json(claim_records(opened, answer.claims))
            return
        print_claims(opened, answer.claims)
        print_found(answer)


def claim_records(case: "Case", claims: "Iterable[Claim]") -> "Iterable[Mapping[str, Json]]":
    """Claims as JSON, each with its kind."""
    from palanca.analysis.tables import columns, rows
    from palanca.questions import library, offices_then

    for row in rows(claims, library(case), offices_then(case)):
        yield {"kind": row.claim.kind, **record_of(columns(row.claim.kind), row)}


def print_claims(case: "Case", claims: "Iterable[Claim]") -> None:
    """By kind, each in order of time."""
    from palanca.analysis.tables import columns, rows
    from palanca.questions import library, offices_then
    from palanca.records import Kind

    order = {kind: at for at, kind in enumerate(Kind)}
    known, offices = library(case), offices_then(case)
    listed = sorted(claims, key=lambda claim: order[claim.kind])
    for kind, several in groupby(listed, key=lambda claim: claim.kind):
        console().print(f"\n{kind.plural.capitalize()}", style="bold", markup=False)
        print_rows(columns(kind), rows(several, known, offices if kind is Kind.EVENT else None))


def print_found(answer: "FoundClaims") -> None:
    """How many claims were found, and how many of them are not shown."""
    left = answer.scope.claims - len(answer.claims)
    if left > 0:
        console().print(f"\nand {left:,} more: --limit shows them", style="dim", markup=False)
    print_scope(answer.scope)
