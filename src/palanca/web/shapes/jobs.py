"""Jobs of reading as the API shows them."""

from collections.abc import Iterator
from datetime import datetime

from palanca.records.errors import UnknownDocument
from palanca.store import Case
from palanca.web.jobs import Job as JobRecord
from palanca.web.jobs import JobState
from palanca.web.shapes.cases import Rejected
from palanca.web.shapes.claims import DocumentNamed, document_named
from palanca.web.shapes.sayings import Saying, shown_remark
from palanca.web.shapes.shape import Shape


class Job(Shape):
    """One reading: how far it is, what became of its inputs, the first of its documents, and what could not be read.

    Behind the `files` the prose of `prose_rows` rows of tables is read, and has been of `prose_read`.
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
    seconds: float


class JobList(Shape):
    """All jobs since the server began, the latest first."""

    items: list[Job]


def shown_job(job: JobRecord, case: Case) -> Job:
    """A job as it is shown, with those of its documents that the case holds."""
    return Job(
        number=job.number, state=job.state, begun=job.begun, files=job.files, done=job.done, current=job.current,
        prose_read=job.prose_read, prose_rows=job.prose_rows, outcomes=job.outcomes,
        documents=list(_documents(job, case)),
        rejections=[Rejected(place=place, reason=shown_remark(reason)) for place, reason in job.rejections],
        warnings=[Rejected(place=place, reason=shown_remark(reason)) for place, reason in job.warnings],
        failure=shown_remark(job.failure) if job.failure else None, seconds=job.seconds,
    )  # fmt: skip


def _documents(job: JobRecord, case: Case) -> Iterator[DocumentNamed]:
    for name in dict.fromkeys(job.names):
        try:
            yield document_named(case.document(name))
        except UnknownDocument:
            continue  # a rejection, a copy of another, or taken out since
