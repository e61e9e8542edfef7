"""Answers that took long are kept in the case, and given again by whoever serves it next."""

from datetime import date

import pytest
from fastapi.testclient import TestClient

from palanca.web import keeping
from palanca.web.keeping import asked_of
from palanca.web.shelf import Shelf

_MAP = "/api/cases/lome/map"


def _refuse(*_: object) -> None:
    raise AssertionError("it is worked out again")


def test_answer_that_took_long_is_given_again_without_being_worked_out(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("palanca.web.tagging.KEPT_FROM_S", 0)
    first = client.get(_MAP)
    shelf: Shelf = client.app.state.shelf  # type: ignore[attr-defined]  # an application has more than ASGI says
    shelf.desk("lome").keeper.close()
    monkeypatch.setattr("palanca.web.routes.pictures.asked", _refuse)
    again = client.get(_MAP)
    assert (again.json(), again.headers["etag"]) == (first.json(), first.headers["etag"])


@pytest.mark.parametrize(("question", "holds"), [("map", True), ("audit", True), ("dependence", False)])
def test_answer_holds_on_another_day_but_for_what_is_asked_about_today(
    question: str, holds: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"/api/cases/lome/{question}"
    today = asked_of(path, "", (1, 1))

    class Later(date):
        @classmethod
        def today(cls) -> "Later":
            return cls(2100, 1, 1)

    monkeypatch.setattr(keeping, "date", Later)
    assert (asked_of(path, "", (1, 1)) == today) is holds
