"""Jobs of reading as the API shows them."""

from datetime import datetime

from palanca.web.jobs import Job as JobRecord
from palanca.web.jobs import JobState
from palanca.web.shapes.cases import Rejected
from palanca.web.shapes.shape import Shape


class Job(Shape):
    """One reading: how far it is, what became of its inputs, and what could not be read."""

    number: int
    state: JobState
    begun: datetime
    files: int
    done: int
    current: str
    outcomes: dict[str, int]
    rejections: list[Rejected]
    warnings: list[Rejected]
    failure: str | None
    seconds: float


class JobList(Shape):
    """All jobs since the server began, the latest first."""

    items: list[Job]


def shown_job(job: JobRecord) -> Job:
    """A job as it is shown."""
    return Job(
        number=job.number, state=job.state, begun=job.begun, files=job.files, done=job.done, current=job.current,
        outcomes=job.outcomes, rejections=[Rejected(place=place, reason=reason) for place, reason in job.rejections],
        warnings=[Rejected(place=place, reason=reason) for place, reason in job.warnings],
        failure=job.failure, seconds=job.seconds,
    )  # fmt: skip
