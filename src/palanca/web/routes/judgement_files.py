"""Judgements as a file: what was decided, to keep or to give to others, and what others decided, taken in."""

import io
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, HTTPException, UploadFile
from fastapi.responses import FileResponse

from palanca.exchange.judgements import from_lines, to_lines
from palanca.records import Judgement
from palanca.records.errors import InvalidJudgement
from palanca.web.downloads import download
from palanca.web.routes.asked import DeskThere
from palanca.web.shapes.judgements import JudgementsTaken

router = APIRouter(tags=["judgements"])

MOST_BYTES = 1 << 25
"""The largest file that is taken in: some forty thousand judgements."""


@router.get("/cases/{case}/judgements/file", response_class=FileResponse)
def judgements_file(desk: DeskThere) -> FileResponse:
    """All judgements as lines of JSON, by moment."""

    def write(file: Path) -> None:
        with file.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(to_lines(desk.case.judgements()))

    return download(f"{desk.name} judgements", ".jsonl", write)


@router.post("/cases/{case}/judgements/file", status_code=201)
def take_in(
    desk: DeskThere,
    file: Annotated[UploadFile, File(description=f"Lines of JSON as they go out, at most {MOST_BYTES >> 20} MiB.")],
) -> JudgementsTaken:
    """Take in the judgements of a file: all of them or, if one line is none, nothing. What stands already is left."""
    given = _judgements(file)
    new = desk.case.judge(given)
    if new:
        desk.settle_soon()
        desk.news.tell("judged", on=[], verdict=None, ids=[])
    return JudgementsTaken(new=new, known=len(given) - new)


def _judgements(sent: UploadFile) -> list[Judgement]:
    if (sent.size or 0) > MOST_BYTES:
        raise HTTPException(413, f"{sent.filename} is larger than {MOST_BYTES:,} bytes: take it in by parts")
    try:
        return list(from_lines(io.TextIOWrapper(sent.file, encoding="utf-8-sig")))
    except UnicodeDecodeError as error:
        raise InvalidJudgement(f"{sent.filename} is no text in UTF-8: give a file that Palanca wrote") from error
