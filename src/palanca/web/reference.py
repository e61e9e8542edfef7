"""The OpenAPI document of the API: `python -m palanca.web.reference docs/openapi.json`."""

import json
import sys
from pathlib import Path

from palanca.web.access import Access
from palanca.web.app import create_app
from palanca.web.shelf import Shelf


def openapi_text() -> str:
    """The document as JSON, the same for every case."""
    app = create_app(Shelf(paths={}, home=Path()), Access(hosts=frozenset()))
    return json.dumps(app.openapi(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(openapi_text(), encoding="utf-8")
