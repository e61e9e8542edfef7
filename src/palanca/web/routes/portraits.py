"""Cited dossiers of one person, body, place or country."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import FileResponse

from palanca.exchange.dossier.content import Dossier
from palanca.exchange.dossier.words import Language
from palanca.exchange.dossier.writing import write_dossier
from palanca.questions import PortraitOptions, portrait
from palanca.web.desk import Desk
from palanca.web.downloads import download
from palanca.web.routes.asked import DeskThere, Limit, Since, Until, first_day, last_day
from palanca.web.shapes.portraits import Portrait, shown_portrait
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["portraits"], route_class=TaggedRoute)


class DossierForm(StrEnum):
    """The forms of a dossier."""

    HTML = "html"
    MARKDOWN = "md"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A portrait that is asked for."""

    name: str
    options: PortraitOptions

    def of(self, desk: Desk) -> Dossier:
        """The dossier, drawn once for all of its forms."""
        return desk.answer("portrait", self, lambda: portrait(desk.case, self.name, self.options))


def _asked(
    name: Annotated[str, Query(max_length=200, description="A name, a country's code or an id.")],
    withhold: Annotated[
        tuple[str, ...], Query(max_length=50, description="Tell nothing of these documents, outlets or registers.")
    ] = (),
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    language: Annotated[Language, Query(description="The language of the dossier.")] = Language.ENGLISH,
) -> _Asked:
    options = PortraitOptions(
        withhold=withhold, since=first_day(since), until=last_day(until), limit=limit, language=language
    )
    return _Asked(name, options)


PortraitAsked = Annotated[_Asked, Depends(_asked)]


@router.get("/cases/{case}/portrait")
def portrait_shown(desk: DeskThere, asked: PortraitAsked) -> Portrait:
    """A dossier, each line over footnotes to sentences; `limit` is how many claims a section lists."""
    return shown_portrait(desk.case, asked.of(desk), asked.options.withhold)


@router.get("/cases/{case}/portrait/file", response_class=FileResponse)
def portrait_file(
    desk: DeskThere,
    asked: PortraitAsked,
    form: Annotated[DossierForm, Query(alias="format", description="The form of the file.")] = DossierForm.HTML,
) -> FileResponse:
    """The dossier as a file to keep; a PDF needs a Chromium on the machine of the server."""
    dossier = asked.of(desk)
    return download(dossier.title, f".{form}", lambda file: write_dossier(dossier, file))
