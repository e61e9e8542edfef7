"""Two small cases for all tests that only look, and a copy of one for each that decides."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.serving import client_of, influence_case, small_case


@pytest.fixture(scope="session")
def case_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_case(tmp_path_factory.mktemp("web"))


@pytest.fixture
def client(case_path: Path, tmp_path: Path) -> Iterator[TestClient]:
    own = tmp_path / case_path.name
    shutil.copy(case_path, own)
    with client_of(own) as asked:
        yield asked


@pytest.fixture(scope="session")
def volta(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a case that tells of influence; nobody decides in it."""
    with client_of(influence_case(tmp_path_factory.mktemp("influence"))) as asked:
        yield asked
