"""A server of one small case, asked without a network."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fastapi.testclient import TestClient

import palanca
from palanca.web.access import Access
from palanca.web.app import create_app
from palanca.web.shelf import shelf_of

HOST = "127.0.0.1:8321"
DISPATCHES = {
    "lome-01": "Lomé, 3 March 2025. Foreign Minister Kossi Adjavon of Togo met Ambassador Marta Lindqvist of Sweden in "
    "Lomé on Monday. They signed an agreement on port security.",
    "lome-02": "Lomé, 4 March 2025. Togo's foreign minister, Kossi Adjavon, denied that he had offered Sweden a base.",
}


def small_case(folder: Path) -> Path:
    """A case of two dispatches, settled."""
    texts = folder / "texts"
    texts.mkdir()
    for name, text in DISPATCHES.items():
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    path = folder / "lome.palanca"
    palanca.read(path, [texts])
    return path


@contextmanager
def client_of(path: Path, access: Access | None = None) -> Iterator[TestClient]:
    """A client of a server of the case at `path`."""
    app = create_app(shelf_of([path]), access or Access(hosts=frozenset({HOST})))
    with TestClient(app, base_url=f"http://{HOST}", raise_server_exceptions=False) as client:
        yield client
