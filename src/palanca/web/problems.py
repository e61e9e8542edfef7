"""Errors as answers: a status, a code that the client words, and a sentence that names thing, place and remedy."""

import re
from errno import EDQUOT, ENOSPC

from fastapi.exceptions import RequestValidationError
from pydantic import computed_field
from starlette.exceptions import HTTPException

from palanca.records.errors import (
    AmbiguousName,
    CaseError,
    InvalidJudgement,
    Outdated,
    PalancaError,
    UnknownClaim,
    UnknownDocument,
    UnknownEntity,
    UnknownJudgement,
    UnreadableQuery,
)
from palanca.web.jobs import UnknownJob
from palanca.web.shapes.sayings import Saying, shown_remark
from palanca.web.shapes.shape import Shape
from palanca.web.shelf import TakenName, UnknownCase


class ChangedMeanwhile(PalancaError):
    """What a person judged is not what it was when it was shown."""


class NoRoom(PalancaError):
    """Files that were sent cannot be kept, mostly as there is no room for them."""

    def __init__(self, why: OSError) -> None:
        reason = why.strerror or "an error of the disk"
        is_full = why.errno in {ENOSPC, EDQUOT}
        remedy = "free some space on the disk of the case" if is_full else "check that its folder may be written"
        super().__init__(f"the files could not be kept until they are read ({reason}): {remedy}, and send them again")


class UnknownRegister(PalancaError, LookupError):
    """A case has no register of that name."""


_NOT_FOUND = (
    UnknownCase, UnknownJob, UnknownDocument, UnknownEntity, UnknownClaim, UnknownJudgement, UnknownRegister,
)  # fmt: skip


class Problem(Shape):
    """What went wrong. `detail` is a sentence, `says` what it says; `position` a query's bad character, from 0."""

    code: str
    detail: str
    position: int | None = None

    @computed_field
    def says(self) -> Saying:
        """The sentence with what it says, for a page to word."""
        return shown_remark(self.detail)


def problem_of(error: Exception) -> tuple[int, Problem]:
    """The status and the problem of an error of the user."""
    match error:
        case UnreadableQuery():
            return 422, Problem(code="unreadable_query", detail=error.problem, position=error.position)
        case RequestValidationError():
            return 422, Problem(code="invalid_request", detail=_invalid(error))
        case Outdated():
            return 409, Problem(code="changed_meanwhile", detail=str(error))
        case HTTPException(__cause__=OSError() as cause):
            return problem_of(NoRoom(cause))
        case NoRoom():
            return 507, Problem(code="no_room", detail=str(error))
        case HTTPException():
            return error.status_code, Problem(code=_HTTP.get(error.status_code, "refused"), detail=str(error.detail))
        case _:
            return _status(error), Problem(code=_code(error), detail=str(error))


_HTTP = {404: "not_found", 405: "wrong_method", 400: "invalid_request", 413: "too_large"}


def _status(error: Exception) -> int:
    if isinstance(error, _NOT_FOUND):
        return 404
    if isinstance(error, AmbiguousName | ChangedMeanwhile | TakenName):
        return 409
    if isinstance(error, InvalidJudgement):
        return 422
    return 503 if type(error) is CaseError else 422


def _code(error: Exception) -> str:
    """The class in words: `UnknownClaim` is `unknown_claim`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(error).__name__).lower()


def _invalid(error: RequestValidationError) -> str:
    told = (f"{'.'.join(str(part) for part in one['loc'][1:])}: {one['msg']}" for one in error.errors())
    return "; ".join(told)
