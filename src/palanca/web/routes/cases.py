"""The cases of the server, and one at a glance."""

import shutil
from itertools import islice

from fastapi import APIRouter, Request

from palanca.demo import papers
from palanca.records import Review, Standing
from palanca.records.errors import CaseError
from palanca.records.query import Field, Words
from palanca.records.register import Register
from palanca.sources import SourceOptions
from palanca.store import Case, DocumentsAsked, Page
from palanca.web.inbox import Reading
from palanca.web.naming import without_folder
from palanca.web.routes.asked import DeskThere, ShelfThere
from palanca.web.routes.documents import lines_of
from palanca.web.shapes.cases import Backlog, CaseLine, Cases, CaseShown, NewCase, RegisterLine, Rejected
from palanca.web.shapes.documents import shown_origin
from palanca.web.shapes.sayings import shown_remark
from palanca.web.shelf import Shelf
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["cases"], route_class=TaggedRoute)
_EXAMPLE = "example"
_LATEST = 8
_REJECTED = 200


@router.get("/cases")
def cases(request: Request, shelf: ShelfThere) -> Cases:
    """The cases that the server shows."""
    return Cases(items=[_line(shelf, name) for name in sorted(shelf.paths)], version=request.app.version)


@router.post("/cases", status_code=201)
def make_case(new: NewCase, shelf: ShelfThere) -> CaseLine:
    """Make an empty case."""
    desk = shelf.make(new.name)
    return CaseLine(name=desk.name, documents=0, claims=0, trouble=None)


@router.post("/cases/example", status_code=202)
def make_example(shelf: ShelfThere) -> CaseLine:
    """The example case: that which is there, or a new one into which invented papers are read as a job."""
    if _EXAMPLE in shelf.paths:
        return _line(shelf, _EXAMPLE)
    desk = shelf.make(_EXAMPLE)
    folder = desk.jobs.inbox()
    with papers() as texts:
        shutil.copytree(texts, folder, dirs_exist_ok=True)
    desk.jobs.add(Reading(folder=folder, sources=SourceOptions()))
    return CaseLine(name=desk.name, documents=0, claims=0, trouble=None)


@router.get("/cases/{case}")
def case_shown(desk: DeskThere) -> CaseShown:
    """One case at a glance."""
    case = desk.case
    counts, unread = case.counts(), case.unread_prose()
    return CaseShown(
        name=desk.name,
        is_settled=desk.is_settled,
        revision=case.revision(),
        documents=counts.documents,
        rejections=counts.rejections,
        sentences=counts.sentences,
        things=counts.identities,
        judgements=counts.judgements,
        claims=counts.claims,
        backlog=_backlog(case, has_judgements=counts.judgements > 0),
        latest=lines_of(case, list(case.documents_found(DocumentsAsked(), Page(limit=_LATEST)))),
        registers=[_register(one, unread.get(one.name, 0)) for one in case.registers()],
        rejected=[
            Rejected(place=shown_origin(one.origin), reason=shown_remark(one.reason))
            for one in islice(case.rejections(), _REJECTED)
        ],
    )


def _line(shelf: Shelf, name: str) -> CaseLine:
    try:
        counts = shelf.desk(name).case.counts()
    except CaseError as error:
        return CaseLine(name=name, documents=None, claims=None, trouble=without_folder(str(error), shelf.paths[name]))
    return CaseLine(name=name, documents=counts.documents, claims=sum(counts.claims.values()), trouble=None)


def _backlog(case: Case, *, has_judgements: bool) -> Backlog:
    """What waits. No claim is told again that was not rejected by a judgement: without one none is looked for."""
    asks = {Standing.SET_ASIDE, Standing.IN_CONFLICT}
    reopened = Words(field=Field.REVIEW, values=(Review.REOPENED,))
    return Backlog(
        pairs=case.count_proposals(),
        judgements=sum(state.standing in asks for state in case.judgement_states().values()),
        claims=case.count_claims(reopened) if has_judgements else 0,
    )


def _register(one: Register, unread_prose: int) -> RegisterLine:
    return RegisterLine(
        name=one.name, title=one.title, publisher=one.publisher, country=one.country,
        covers=[kind.plural for kind in dict.fromkeys(cover.kind for cover in one.coverage)],
        unread_prose=unread_prose,
    )  # fmt: skip
