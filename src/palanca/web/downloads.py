"""Files to keep: written into a folder of their own, sent, and removed."""

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import override

from fastapi.responses import FileResponse
from starlette.types import Receive, Scope, Send

from palanca.records.errors import UnwritableOutput

_UNSAFE = re.compile(r"[^\w .()-]+")
_NAME_MOST = 100


class Download(FileResponse):
    """A file that is sent as an attachment and removed with its folder, however the sending ends."""

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            shutil.rmtree(Path(self.path).parent, ignore_errors=True)


def download(title: str, ending: str, write: Callable[[Path], Mapping[str, str] | None]) -> Download:
    """What `write` puts at the path it is given, under a name made of the title; it may give headers.

    Whatever it raises is raised, and nothing is left behind.
    """
    stem = _UNSAFE.sub(" ", title).strip(" .")[:_NAME_MOST] or "palanca"
    folder = Path(mkdtemp(prefix="palanca-"))
    file = folder / f"{stem}{ending}"
    try:
        headers = write(file)
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, UnwritableOutput):
            raise UnwritableOutput(str(error).replace(str(file), file.name)) from error
        raise
    return Download(file, filename=file.name, headers=headers)
