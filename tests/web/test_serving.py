"""Where a server listens."""

import socket
from pathlib import Path

import pytest

from palanca.web import serving


@pytest.mark.parametrize(("host", "remedy"), [("127.0.0.1", "--port"), ("192.0.2.1", "--host")])
def test_address_that_cannot_be_had_is_told_with_what_to_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str, remedy: str
) -> None:
    monkeypatch.setattr(serving, "ready_assets", lambda _tell: tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(serving.TakenPort, match=rf"{host}:{port} cannot be .* choose another {remedy}"):
            serving.serve([tmp_path], print, host=host, port=port)
