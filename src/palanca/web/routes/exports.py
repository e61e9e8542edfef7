"""A case, or what a filter leaves of it, as a file of another format."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse

from palanca.exchange.dossier.words import Language
from palanca.exchange.formats import FORMATS, format_named
from palanca.exporting import Form, export
from palanca.records import Filter
from palanca.records.filter import LEAST_CONFIDENCE
from palanca.web.downloads import download
from palanca.web.routes.asked import DeskThere, Line, asked
from palanca.web.shapes.exports import FormatList, shown_format
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["exports"], route_class=TaggedRoute)

LEFT_OUT = "Palanca-Left-Out"
"""The header that tells as JSON what a format could not hold, with the number of each."""


@router.get("/cases/{case}/formats")
def formats(desk: DeskThere) -> FormatList:  # noqa: ARG001  # an unknown case has no formats
    """The formats in which the case goes out."""
    return FormatList(items=list(map(shown_format, FORMATS)))


@router.get("/cases/{case}/export", response_class=FileResponse)
def exported(
    desk: DeskThere,
    form: Annotated[str, Query(alias="format", max_length=40, description="The name of a format.")],
    q: Line = "",
    language: Annotated[Language, Query(description="The language of words for people.")] = Language.ENGLISH,
) -> FileResponse:
    """The case in a format of others. The header `Palanca-Left-Out` tells as JSON what it could not hold."""
    chosen, query = format_named(form), asked(q) if q.strip() else None
    wanted = Filter(least_confidence=0.0 if query else LEAST_CONFIDENCE)  # a query says itself what it lets in

    def write(file: Path) -> Mapping[str, str]:
        done = export(desk.case, file, wanted, query=query, format=Form(name=chosen.name, language=language))
        return {LEFT_OUT: json.dumps(done.left_out)}

    return download(desk.name, chosen.endings[0], write)
