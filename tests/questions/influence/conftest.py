"""One reading of the known case for all questions."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import palanca
from tests.questions.influence.known import make


@pytest.fixture(scope="package")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("influence"))


@pytest.fixture
def case(file: Path) -> Iterator["palanca.Case"]:
    with palanca.open_case(file) as opened:
        yield opened
