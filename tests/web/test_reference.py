"""What is written down about the API is what it is."""

from pathlib import Path

from palanca.web.reference import openapi_text

ROOT = Path(__file__).parents[2]


def test_openapi_document_is_that_of_the_api() -> None:
    assert (ROOT / "docs" / "openapi.json").read_text(encoding="utf-8") == openapi_text(), "run `make docs`"
