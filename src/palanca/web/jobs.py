"""Reading that a page asked for: in a process of its own, so that pages stay quick and stopping it is safe.

Documents are written as they are read, so a job that was cancelled or killed has lost no more than a second's reading,
and resuming it reads what is left. What a job is to read is kept until it is done: the next server finds the jobs that
this one leaves.
"""

import os
import threading
from collections import deque
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic

from palanca.pipeline import ReadOptions, read
from palanca.records.errors import PalancaError
from palanca.sources import count_files
from palanca.web.inbox import Inbox, Note, Reading, number_of, unread_of
from palanca.web.naming import without_folder
from palanca.web.news import News

_SECONDS_BETWEEN_TELLING = 0.1
_REJECTIONS_SHOWN = 500
_NAMES_SHOWN = 50


class UnknownJob(PalancaError, LookupError):
    """The server knows no job of that number."""


class JobState(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"
    INTERRUPTED = "interrupted"

    @property
    def is_over(self) -> bool:
        """Whether it runs no more and does not wait to."""
        return self is JobState.DONE or self.can_go_on

    @property
    def can_go_on(self) -> bool:
        """Whether it stopped before all was read; it was interrupted when the server ended."""
        return self in {JobState.CANCELLED, JobState.FAILED, JobState.INTERRUPTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One reading. `done` of `files` are dealt with; `current` is the last document; `outcomes` counts what became.

    Behind them the prose of `prose_rows` rows of tables is read, and has been of `prose_read`.
    `names` are the first documents and places dealt with. `rejections` are inputs that could not be read, each with the
    reason; `failure` says why all of it stopped.
    """

    number: int
    files: int
    begun: datetime
    state: JobState = JobState.WAITING
    done: int = 0
    current: str = ""
    prose_read: int = 0
    prose_rows: int = 0
    outcomes: dict[str, int] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    rejections: tuple[tuple[str, str], ...] = ()
    warnings: tuple[tuple[str, str], ...] = ()
    failure: str | None = None
    seconds: float = 0.0


@dataclass(slots=True)
class Jobs:
    """The jobs of one case, one at a time, in the order in which they were asked for."""

    case: Path
    news: News
    on_end: Callable[[], None]
    _jobs: dict[int, Job] = field(default_factory=dict)
    _readings: dict[int, Reading] = field(default_factory=dict)
    _waiting: deque[int] = field(default_factory=deque)
    _process: BaseProcess | None = None
    _running: int | None = None
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _unread: dict[int, list[str]] = field(default_factory=dict)
    _inbox: Inbox = field(init=False)

    def __post_init__(self) -> None:
        self._inbox = Inbox(self.case)

    def take_up(self) -> None:
        """Take up what servers before this one left undone; it stands until somebody resumes it."""
        with self._lock:
            for number, note in self._inbox.left():
                is_stopped = note.state in JobState and JobState(note.state).can_go_on
                state = JobState(note.state) if is_stopped else JobState.INTERRUPTED
                files = count_files([note.reading.folder])
                self._readings[number] = note.reading
                self._jobs[number] = Job(
                    number=number, files=files, begun=note.begun, state=state, failure=note.failure
                )

    def inbox(self) -> Path:
        """A new empty folder for the files of a job, until all of them are read. Raises OSError."""
        with self._lock:
            return self._inbox.make()

    def drop(self, folder: Path) -> None:
        """Remove such a folder of which no job was made."""
        with self._lock:
            self._inbox.drop(number_of(folder))

    def add(self, reading: Reading) -> Job:
        """Have files read, after those that wait. Raises OSError when what is asked cannot be kept."""
        with self._lock:
            number = number_of(reading.folder)
            job = Job(number=number, files=count_files([reading.folder]), begun=datetime.now(UTC))
            self._readings[number] = reading
            self._write(job)
            self._keep(job)
            self._waiting.append(number)
            self._start_next()
            return self._jobs[number]

    def all(self) -> list[Job]:
        """All jobs since the server began and those left undone before, the latest first."""
        with self._lock:
            return sorted(self._jobs.values(), key=lambda job: job.number, reverse=True)

    def unread(self, number: int, known: Callable[[Collection[str]], Collection[str]]) -> list[str]:
        """The places of the files that a stopped job has not read, in order; see `unread_of`. Of others, none."""
        with self._lock:
            job, reading = self._jobs.get(number), self._readings.get(number)
            if job is None or reading is None or not job.state.can_go_on:
                return []
            if number in self._unread:
                return self._unread[number]
        found = unread_of(reading.folder, known) if reading.folder.is_dir() else []
        with self._lock:
            if self._running != number:  # its process may still write what it had read
                self._unread[number] = found
        return found

    def forget(self, number: int) -> None:
        """Leave what a stopped job has not read unread, and remove its files. Raises UnknownJob."""
        with self._lock:
            if self.job(number).state.can_go_on and self._running != number:
                del self._jobs[number], self._readings[number]
                self._unread.pop(number, None)
                self._inbox.drop(number)
                self.news.tell("job", number=number, state="forgotten", done=0, files=0)

    def job(self, number: int) -> Job:
        """One job. Raises UnknownJob."""
        with self._lock:
            if number not in self._jobs:
                raise UnknownJob(f"there is no job {number} that is read or left undone: add the files again")
            return self._jobs[number]

    def cancel(self, number: int) -> Job:
        """Stop a job, or take it from those that wait. What it has read stays. Raises UnknownJob."""
        with self._lock:
            job = self.job(number)
            if job.state is JobState.WAITING:
                self._waiting.remove(number)
                self._keep_written(replace(job, state=JobState.CANCELLED))
            elif job.state is JobState.READING and self._process is not None:
                self._keep_written(replace(job, state=JobState.CANCELLED))
                self._process.terminate()
            return self._jobs[number]

    def resume(self, number: int) -> Job:
        """Have what is left of a stopped job read. Raises UnknownJob."""
        with self._lock:
            job = self.job(number)
            if job.state.can_go_on:
                self._unread.pop(number, None)
                self._keep_written(
                    replace(job, state=JobState.WAITING, done=0, failure=None, rejections=(), warnings=(), prose_rows=0)
                )
                self._waiting.append(number)
                self._start_next()
            return self._jobs[number]

    def close(self) -> None:
        """Stop reading; what is left is there for the next server."""
        with self._lock:
            self._waiting.clear()
            process, self._process = self._process, None
        if process is not None and process.is_alive():
            process.terminate()
            process.join()
        self._inbox.close()

    def _start_next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        number = self._waiting.popleft()
        context = get_context("spawn")
        mine, theirs = context.Pipe(duplex=False)
        self._running = number
        self._process = context.Process(target=_read, args=(self.case, self._readings[number], theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._keep(replace(self._jobs[number], state=JobState.READING))
        threading.Thread(target=self._follow, args=(number, self._process, mine), daemon=True).start()

    def _follow(self, number: int, process: BaseProcess, told: Connection) -> None:
        """Take in what the process tells until it ends, and start the next."""
        for changes in _received(told):
            with self._lock:
                if self._jobs[number].state is JobState.READING:  # not cancelled, nor resumed since
                    self._take(replace(self._jobs[number], **changes))  # type: ignore[arg-type]
        process.join()
        with self._lock:
            if self._process is None:  # the server ends: the next finds the job as it is
                return
            if self._jobs[number].state is JobState.READING:
                failure = "the reading was killed: resume it, and what is read already is not read again"
                self._keep_written(replace(self._jobs[number], state=JobState.FAILED, failure=failure))
            self._running, self._process = None, None
            self._start_next()
        self.on_end()

    def _take(self, job: Job) -> None:
        """Remember what the process told, and at its end what the next server is to know."""
        if job.state is JobState.DONE:
            self._inbox.drop(job.number)
        (self._keep_written if job.state is JobState.FAILED else self._keep)(job)

    def _keep_written(self, job: Job) -> None:
        """Remember how a job stands, now and for the next server."""
        self._keep(job)
        with suppress(OSError):  # no room to write: it will be found as interrupted
            self._write(job)

    def _write(self, job: Job) -> None:
        reading = self._readings[job.number]
        self._inbox.keep(Note(reading=reading, begun=job.begun, state=job.state, failure=job.failure))

    def _keep(self, job: Job) -> None:
        self._jobs[job.number] = job
        self.news.tell(
            "job", number=job.number, state=job.state, done=job.done, files=job.files, current=job.current,
            prose_read=job.prose_read, prose_rows=job.prose_rows,
        )  # fmt: skip


def _received(told: Connection) -> Iterator[dict[str, object]]:
    try:
        while True:
            yield told.recv()
    except (EOFError, OSError):
        return


def _read(case: Path, reading: Reading, told: Connection) -> None:
    """Read in a process of its own. Files are named by their place in the folder, not on the machine."""
    threading.Thread(target=_end_with_server, daemon=True).start()
    os.chdir(reading.folder)
    telling = _Telling(told)
    options = ReadOptions(
        sources=reading.sources, mapping=reading.mapping, progress=telling.progress, prose_progress=telling.prose
    )
    try:
        summary = read(case, sorted(Path().iterdir()), options)
    except PalancaError as error:
        told.send({"state": JobState.FAILED, "failure": without_folder(str(error), case)})
        return
    told.send(
        {
            "state": JobState.DONE,
            "done": telling.done,
            "names": tuple(telling.names),
            "outcomes": {str(outcome): number for outcome, number in summary.outcomes.items()},
            "rejections": tuple((one.origin.place, one.reason) for one in summary.rejections[:_REJECTIONS_SHOWN]),
            "warnings": tuple((one.place, one.reason) for one in summary.warnings[:_REJECTIONS_SHOWN]),
            "seconds": summary.seconds,
        }
    )


def _end_with_server() -> None:
    """End this process when its server was killed: the next one reads what is left, and both would read it."""
    if server := parent_process():
        server.join()
        os._exit(1)


@dataclass(slots=True)
class _Telling:
    """Tells how far reading is, not more often than anybody can see."""

    told: Connection
    done: int = 0
    names: list[str] = field(default_factory=list)
    _last: float = 0.0

    def progress(self, name: str) -> None:
        """One more document or rejection is dealt with."""
        self.done += 1
        if len(self.names) < _NAMES_SHOWN:
            self.names.append(name)
        if monotonic() - self._last >= _SECONDS_BETWEEN_TELLING:
            self._last = monotonic()
            self.told.send({"done": self.done, "current": name})

    def prose(self, read: int, rows: int) -> None:
        """The prose of so many rows is read."""
        self.told.send({"done": self.done, "current": "", "prose_read": read, "prose_rows": rows})
