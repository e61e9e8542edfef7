"""Adding documents: files and pasted texts are read as jobs, whose progress is told by the news of the case."""

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile

from palanca.records import PalancaError, Time
from palanca.sources import SourceOptions
from palanca.web.desk import Desk
from palanca.web.inbox import Reading
from palanca.web.jobs import Job as JobRecord
from palanca.web.problems import NoRoom
from palanca.web.routes.asked import DeskThere
from palanca.web.shapes.jobs import Job, JobList, shown_job

router = APIRouter(tags=["jobs"])
_PIECE = 1 << 20
_NAME_MOST = 200  # bytes; file systems take 255
_ENDING_MOST = 12
_UNSAFE = re.compile(r"[\x00-\x1f\x7f<>:\"|?*\\]")

Told = Annotated[str | None, Form(max_length=2_000)]


class NothingToRead(PalancaError):
    """A request to read brought no file and no text."""


@router.get("/cases/{case}/jobs")
def jobs(desk: DeskThere) -> JobList:
    """The jobs since the server began, and those that servers before it left undone, the latest first."""
    return JobList(items=[_shown(desk, job) for job in desk.jobs.all()])


@router.post("/cases/{case}/jobs", status_code=202)
def add(
    desk: DeskThere,
    files: Annotated[list[UploadFile], File(description="Files; a name may have folders.")] = [],  # noqa: B006
    text: Annotated[str | None, Form(max_length=1_000_000, description="A pasted text.")] = None,
    title: Told = None,
    published: Annotated[str | None, Form(max_length=40, description="EDTF, for what tells no date itself.")] = None,
    outlet: Told = None,
    author: Told = None,
    url: Told = None,
    language: Annotated[str | None, Form(max_length=20)] = None,
    mapping: Annotated[str | None, Form(max_length=100, description="The name of a mapping for tables.")] = None,
) -> Job:
    """Have files or a pasted text read into the case. What is said of them holds for what does not say it itself."""
    sources = SourceOptions(
        title=title or None, published=Time.parse(published) if published else None, outlet=outlet or None,
        author=author or None, url=url or None, language=language or None,
    )  # fmt: skip
    named, said = [one for one in files if one.filename], text if text and text.strip() else None
    if not named and said is None:
        raise NothingToRead("there is nothing to read: give files or a text")
    folder = None
    try:
        folder = desk.jobs.inbox()
        for one in named:
            _keep(folder, one)
        if said is not None:
            name = f"{_safe(title or 'pasted text')}.{'html' if said.lstrip()[:1] == '<' else 'txt'}"
            (folder / name).write_text(said, encoding="utf-8")
        job = desk.jobs.add(Reading(folder=folder, sources=sources, mapping=mapping or None))
    except OSError as error:
        if folder is not None:
            desk.jobs.drop(folder)
        raise NoRoom(error) from error
    return shown_job(job, desk.case)


@router.get("/cases/{case}/jobs/{number}")
def job(desk: DeskThere, number: int) -> Job:
    """How far a job is, and what became of its inputs."""
    return _shown(desk, desk.jobs.job(number))


@router.post("/cases/{case}/jobs/{number}/cancel")
def cancel(desk: DeskThere, number: int) -> Job:
    """Stop a job; what it has read stays."""
    return _shown(desk, desk.jobs.cancel(number))


@router.post("/cases/{case}/jobs/{number}/resume")
def resume(desk: DeskThere, number: int) -> Job:
    """Have what is left of a stopped job read."""
    return shown_job(desk.jobs.resume(number), desk.case)


@router.delete("/cases/{case}/jobs/{number}", status_code=204)
def forget(desk: DeskThere, number: int) -> None:
    """Leave what a stopped job has not read unread, and remove its files from beside the case."""
    desk.jobs.forget(number)


def _shown(desk: Desk, job: JobRecord) -> Job:
    return shown_job(job, desk.case, desk.jobs.unread(job.number, desk.case.files_known))


def _keep(folder: Path, sent: UploadFile) -> None:
    """Write a file that was sent below a folder, under its own name and folders, made harmless."""
    parts = [_safe(part) for part in PurePosixPath((sent.filename or "").replace("\\", "/")).parts]
    *folders, name = [part for part in parts if part.strip(".")] or ["file"]
    for part in folders:
        folder = _not_taken(folder / part, Path.is_file)
        folder.mkdir(exist_ok=True)
    with _not_taken(folder / name, Path.exists).open("wb") as out:
        while piece := sent.file.read(_PIECE):
            out.write(piece)


def _not_taken(place: Path, is_taken: Callable[[Path], bool]) -> Path:
    """The place, or where something else has it, one beside it with a number."""
    found, number = place, 1
    while is_taken(found):
        number += 1
        found = place.with_name(f"{place.stem}-{number}{place.suffix}")
    return found


def _safe(name: str) -> str:
    """A part of a name without what steers a file system or a terminal."""
    cleaned = _UNSAFE.sub(" ", name.replace("/", " ")).strip() or "file"
    if len(cleaned.encode()) <= _NAME_MOST:
        return cleaned
    stem, dot, ending = (
        cleaned.rpartition(".") if len(PurePosixPath(cleaned).suffix) < _ENDING_MOST else (cleaned, "", "")
    )
    return stem.encode()[: _NAME_MOST - len(ending.encode())].decode(errors="ignore") + dot + ending
