"""Registers and press held against each other."""

from typing import Annotated

from fastapi import APIRouter, Query

from palanca.analysis.reconciliation import RegisterVerdict, counts
from palanca.questions.reconciliations import reconciliation
from palanca.records import Filter
from palanca.records.filter import LEAST_CONFIDENCE
from palanca.web.routes.asked import Cursor, DeskThere, Limit, page_of
from palanca.web.routes.registers import register_named
from palanca.web.shapes.reconciliation import ReconciledPage, shown_counts, shown_reconciled
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["registers"], route_class=TaggedRoute)


@router.get("/cases/{case}/reconcile")
def reconcile(
    desk: DeskThere,
    register: Annotated[str | None, Query(max_length=60, description="Only against this register.")] = None,
    verdict: Annotated[RegisterVerdict | None, Query(description="Only claims that stand so.")] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> ReconciledPage:
    """What both tell, what only one does, and where they differ; conflicts first."""
    case = desk.case
    if register is not None:
        register_named(case, register)
    sure, tell = Filter(least_confidence=LEAST_CONFIDENCE), desk.telling("reconcile")
    every = desk.answer("reconcile", (), lambda: reconciliation(case, sure, tell))
    found = [one for one in every if register in (None, one.register) and verdict in (None, one.verdict)]
    shown, after = page_of(found, cursor, limit)
    return ReconciledPage(
        items=shown_reconciled(case, shown),
        next=after,
        total=len(found),
        counts=shown_counts(counts(every)),
        searched=case.count_documents(),
    )
