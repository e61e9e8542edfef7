"""One network, made once for all that is asked of the whole of it, and how far it is while it is made."""

import pytest
from fastapi.testclient import TestClient

from palanca.questions.networks import Network
from palanca.web.routes import networks
from palanca.web.shelf import Shelf
from tests.web.serving import answer

_QUESTIONS = ("cores", "brokers", "communities")


def test_questions_to_the_whole_network_are_put_to_one(volta: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []

    class Counted(Network):
        def __init__(self, *asked: object, **more: object) -> None:
            made.append(self)
            super().__init__(*asked, **more)  # type: ignore[arg-type]  # as it was asked

    monkeypatch.setattr(networks, "WholeNetwork", Counted)
    found = [answer(volta, f"network/{one}", most=7) for one in _QUESTIONS]
    assert (len(made), [one["scope"]["claims"] for one in found]) == (1, [found[0]["scope"]["claims"]] * 3)
    answer(volta, "patterns", limit=7)  # another question: it is held no longer
    answer(volta, "network/cores", most=8)
    assert len(made) == 2


@pytest.mark.parametrize("question", [*(f"network/{one}" for one in _QUESTIONS), "narratives"])
def test_how_far_a_question_to_the_whole_case_is_can_be_told(
    volta: TestClient, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    shelf: Shelf = volta.app.state.shelf  # type: ignore[attr-defined]  # an application has more than ASGI says
    desk, told = shelf.desk("volta"), list[tuple[int, int]]()
    desk.answer("another", (), int)  # no network is held any longer
    monkeypatch.setattr(type(desk), "telling", lambda *_: lambda done, of: told.append((done, of)))
    answer(volta, question, **({"since": "2001"} if question == "narratives" else {"most": 6}))
    assert told
    assert all(0 <= done <= of for done, of in told)
    assert told[-1][1] > 0
