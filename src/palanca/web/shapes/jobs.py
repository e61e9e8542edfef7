"""Jobs of reading as the API shows them."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from palanca.records.errors import UnknownDocument
from palanca.store import Case
from palanca.web.jobs import Job as JobRecord
from palanca.web.jobs import JobState
from palanca.web.shapes.cases import Rejected
from palanca.web.shapes.claims import DocumentNamed, document_named
from palanca.web.shapes.sayings import Saying, shown_remark
from palanca.web.shapes.shape import Shape

_UNREAD_SHOWN = 200


class Job(Shape):
    """One reading: how far it is, what became of its inputs, the first of its documents, and what could not be read.

    Of a job that stopped before all was read, `unread` are the first files that were not, of `left`; tables and
    archives are among them even where a part was read. Behind the `files` the prose of `prose_rows` rows of tables is
    read, and has been of `prose_read`.
    """

    number: int
    state: JobState
    begun: datetime
    files: int
    done: int
    current: str
    prose_read: int
    prose_rows: int
    outcomes: dict[str, int]
    documents: list[DocumentNamed]
    rejections: list[Rejected]
    warnings: list[Rejected]
    failure: Saying | None
    left: int
    unread: list[str]
    seconds: float


class JobList(Shape):
    """All jobs since the server began, and those that servers before it left undone, the latest first."""

    items: list[Job]


def shown_job(job: JobRecord, case: Case, unread: Sequence[str] = ()) -> Job:
    """A job as it is shown, with those of its documents that the case holds, and the files that it left unread."""
    done = job.files - len(unread) if job.state is JobState.INTERRUPTED else job.done
    return Job(
        number=job.number, state=job.state, begun=job.begun, files=job.files, done=done, current=job.current,
        prose_read=job.prose_read, prose_rows=job.prose_rows, outcomes=job.outcomes,
        documents=list(_documents(job, case)),
        rejections=[Rejected(place=place, reason=shown_remark(reason)) for place, reason in job.rejections],
        warnings=[Rejected(place=place, reason=shown_remark(reason)) for place, reason in job.warnings],
        failure=shown_remark(job.failure) if job.failure else None,
        left=len(unread), unread=list(unread[:_UNREAD_SHOWN]), seconds=job.seconds,
    )  # fmt: skip


def _documents(job: JobRecord, case: Case) -> Iterator[DocumentNamed]:
    for name in dict.fromkeys(job.names):
        try:
            yield document_named(case.document(name))
        except UnknownDocument:
            continue  # a rejection, a copy of another, or taken out since
