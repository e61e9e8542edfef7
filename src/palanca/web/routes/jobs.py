"""Adding documents: files and pasted texts are read as jobs, whose progress is told by the news of the case."""

import re
import shutil
from pathlib import Path, PurePosixPath
from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile

from palanca.records import PalancaError, Time
from palanca.sources import SourceOptions
from palanca.web.jobs import Reading
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
    """The jobs since the server began, the latest first."""
    return JobList(items=[shown_job(job, desk.case) for job in desk.jobs.all()])


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
    folder = desk.jobs.inbox()
    try:
        kept = [_keep(folder, one) for one in files if one.filename]
        if text and text.strip():
            name = f"{_safe(title or 'pasted text')}.{'html' if text.lstrip()[:1] == '<' else 'txt'}"
            (folder / name).write_text(text, encoding="utf-8")
        elif not kept:
            raise NothingToRead("there is nothing to read: give files or a text")
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise NoRoom(error) from error
    return shown_job(desk.jobs.add(Reading(folder=folder, sources=sources, mapping=mapping or None)), desk.case)


@router.get("/cases/{case}/jobs/{number}")
def job(desk: DeskThere, number: int) -> Job:
    """How far a job is, and what became of its inputs."""
    return shown_job(desk.jobs.job(number), desk.case)


@router.post("/cases/{case}/jobs/{number}/cancel")
def cancel(desk: DeskThere, number: int) -> Job:
    """Stop a job; what it has read stays."""
    return shown_job(desk.jobs.cancel(number), desk.case)


@router.post("/cases/{case}/jobs/{number}/resume")
def resume(desk: DeskThere, number: int) -> Job:
    """Have what is left of a stopped job read."""
    return shown_job(desk.jobs.resume(number), desk.case)


def _keep(folder: Path, sent: UploadFile) -> Path:
    """Write a file that was sent below a folder, under its own name and folders, made harmless."""
    parts = [_safe(part) for part in PurePosixPath((sent.filename or "").replace("\\", "/")).parts]
    place = folder.joinpath(*[part for part in parts if part.strip(".")] or ["file"])
    place.parent.mkdir(parents=True, exist_ok=True)
    number = 1
    while place.exists():
        number += 1
        place = place.with_name(f"{place.stem}-{number}{place.suffix}")
    with place.open("wb") as out:
        while piece := sent.file.read(_PIECE):
            out.write(piece)
    return place


def _safe(name: str) -> str:
    """A part of a name without what steers a file system or a terminal."""
    cleaned = _UNSAFE.sub(" ", name.replace("/", " ")).strip() or "file"
    if len(cleaned.encode()) <= _NAME_MOST:
        return cleaned
    stem, dot, ending = (
        cleaned.rpartition(".") if len(PurePosixPath(cleaned).suffix) < _ENDING_MOST else (cleaned, "", "")
    )
    return stem.encode()[: _NAME_MOST - len(ending.encode())].decode(errors="ignore") + dot + ending
