"""The application: the API of cases, and the files of the interface for every other path."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import reduce
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, JSONResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from palanca.garbage import rarely_collecting
from palanca.records.errors import PalancaError
from palanca.web import problems
from palanca.web.access import Access, Guard
from palanca.web.naming import without_folder
from palanca.web.routes import ROUTERS
from palanca.web.shelf import Shelf

_DESCRIPTION = (
    "Cases of Palanca as JSON. Lists are paged by `cursor`, answers about a case carry ETags, times are EDTF "
    "(ISO 8601-2), offsets count code points, and errors are a code with a sentence. An answer about a case that takes "
    "long is 202 with how far it is, and comes on asking again; `Prefer: wait=60` waits so many seconds (RFC 7240). A "
    "file comes when it is written, however long that takes. "
    "Who asks an analysis with `Prefer: older` has in place of 202 the answer of an earlier state of the case, where "
    "one is kept: `Palanca-Changes-Since` then tells how many changes ago it was right."
)


def create_app(shelf: Shelf, access: Access, assets: Path | None = None) -> FastAPI:
    """The application for these cases. Without `assets` it is the API alone."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        with rarely_collecting():
            yield
        await run_in_threadpool(shelf.close)

    app = FastAPI(
        title="Palanca", version=version("palanca"), description=_DESCRIPTION, lifespan=lifespan,
        openapi_url="/api/openapi.json", docs_url=None, redoc_url=None,
        responses={"default": {"model": problems.Problem, "description": "What went wrong"}},
    )  # fmt: skip
    app.state.shelf = shelf
    app.add_middleware(Guard, access=access)
    app.add_exception_handler(PalancaError, _told)
    app.add_exception_handler(RequestValidationError, _told)
    app.add_exception_handler(HTTPException, _told)
    for router in ROUTERS:
        app.include_router(router, prefix="/api")
    if assets is not None:
        _serve_files(app, assets)
    return app


async def _told(request: Request, error: Exception) -> JSONResponse:
    status, problem = problems.problem_of(error)
    shelf: Shelf = request.app.state.shelf
    detail = reduce(without_folder, shelf.paths.values(), problem.detail)
    return JSONResponse(problem.model_copy(update={"detail": detail}).model_dump(), status_code=status)


def _serve_files(app: FastAPI, assets: Path) -> None:
    """Files of the interface by name; every other path is a page of it."""
    root = assets.resolve()

    @app.get("/{path:path}", include_in_schema=False)
    def page(path: str) -> FileResponse:
        if path == "api" or path.startswith("api/"):
            raise HTTPException(404, "the API has no such address: /api/openapi.json lists them")
        if file := _file_at(root, path):
            is_named_by_content = path.startswith("assets/")
            lasting = "public, max-age=31536000, immutable" if is_named_by_content else "no-cache"
            return FileResponse(file, headers={"Cache-Control": lasting})
        if path.startswith("assets/"):
            raise HTTPException(404, "there is no such file: load the page again")
        return FileResponse(root / "index.html", headers={"Cache-Control": "no-cache"})


def _file_at(root: Path, path: str) -> Path | None:
    """The file below a folder that a path names, if it names one."""
    try:
        file = (root / path).resolve()
        return file if file.is_file() and file.is_relative_to(root) else None
    except (OSError, ValueError):  # such as a name that is too long, or has NUL in it: the name of no file of ours
        return None
