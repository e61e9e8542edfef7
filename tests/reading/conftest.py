"""One parsed pipeline for all tests of the reading room."""

from collections.abc import Callable

import pytest

from palanca.reading.document import DocumentReader
from palanca.records import Document, Origin, Reading, Time

type Read = Callable[..., Reading]


def document(text: str, published: str | None = None, language: str = "en") -> Document:
    return Document(
        name="dispatch",
        text=text,
        origin=Origin(path="dispatch.txt", bytes_sha256="", media_type="text/plain"),
        published=Time.parse(published) if published else None,
        language=language,
    )


@pytest.fixture(scope="session")
def reader() -> DocumentReader:
    return DocumentReader()


@pytest.fixture(scope="session")
def read(reader: DocumentReader) -> Read:
    return lambda text, published=None, language="en": reader.read(document(text, published, language))
