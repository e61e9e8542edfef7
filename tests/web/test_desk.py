"""A case that a server holds open, and lets go."""

import shutil
import threading
from pathlib import Path

import pytest

from palanca.web.desk import open_desk


def test_desk_is_closed_while_its_settler_starts(
    case_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_begun, is_let_go = threading.Event(), threading.Event()

    class Slow(threading.Thread):
        def start(self) -> None:
            is_begun.set()
            assert is_let_go.wait(60)
            super().start()

    desk = open_desk(Path(shutil.copy(case_path, tmp_path)))
    asking, closing = threading.Thread(target=desk.settle_soon), threading.Thread(target=desk.close)
    monkeypatch.setattr(threading, "Thread", Slow)
    asking.start()
    assert is_begun.wait(60)
    closing.start()
    closing.join(0.2)
    assert closing.is_alive()
    is_let_go.set()
    for thread in (asking, closing):
        thread.join(60)
        assert not thread.is_alive()
