"""What a careful editor would look at twice."""

from typing import Annotated

from fastapi import APIRouter, Query

from palanca.questions.audits import findings
from palanca.records import FindingKind, Severity
from palanca.web.routes.asked import Cursor, DeskThere, Limit, page_of
from palanca.web.shapes.audits import FindingsPage, shown_finding_counts, shown_findings
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["audit"], route_class=TaggedRoute)


@router.get("/cases/{case}/audit")
def audit(
    desk: DeskThere,
    kind: Annotated[tuple[FindingKind, ...], Query(max_length=20, description="Only findings of these kinds.")] = (),
    severity: Annotated[tuple[Severity, ...], Query(max_length=3, description="Only findings as grave as these.")] = (),
    cursor: Cursor = None,
    limit: Limit = 50,
) -> FindingsPage:
    """Contradictions, single sources, copies, impossible times, sums, stale offices, each at its sentences."""
    case = desk.case
    tell = desk.telling("audit")
    every = desk.answer("audit", (), lambda: findings(case, progress=tell))
    found = [one for one in every if one.kind in (kind or FindingKind) and one.severity in (severity or Severity)]
    shown, after = page_of(found, cursor, limit)
    return FindingsPage(
        items=list(shown_findings(case, shown)),
        next=after,
        total=len(found),
        counts=shown_finding_counts(every),
        searched=case.count_documents(),
    )
