"""The API keeps to its own description, whatever it is asked (schemathesis)."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from tests.web.pages.site import Site, serving

pytestmark = pytest.mark.slow
_DESCRIBED = json.loads((Path(__file__).parents[2] / "docs" / "openapi.json").read_text(encoding="utf-8"))
_LEFT_OUT = {
    "/api/cases/{case}/news",  # does not end
    "/api/cases/{case}/jobs",  # starts a process for each
    "/api/cases/example",  # reads the example case
}
_ALL = [one.ok() for one in schemathesis.openapi.from_dict(_DESCRIBED).get_all_operations()]  # type: ignore[union-attr]
_OPERATIONS = [one for one in _ALL if one.path not in _LEFT_OUT]
_AT_ONCE = {"Prefer": "wait=0"}  # what is not there yet is described as well
_CHECKS = (not_a_server_error, content_type_conformance, response_schema_conformance)


@pytest.fixture(scope="module")
def served(case_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    own = tmp_path_factory.mktemp("schema") / case_path.name
    shutil.copy(case_path, own)
    with serving(own) as site:
        yield site


@pytest.mark.parametrize("operation", _OPERATIONS, ids=lambda one: f"{one.method} {one.path}")
def test_answers_are_as_described(operation: Any, served: Site) -> None:
    @settings(
        max_examples=6, deadline=None, phases=[Phase.generate], derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(drawn=st.data())
    def asked(drawn: st.DataObject) -> None:
        case = drawn.draw(operation.as_strategy())
        if "case" in (case.path_parameters or {}):
            case.path_parameters["case"] = served.path.stem
        for told in (_AT_ONCE, {}):
            case.call_and_validate(base_url=served.address, checks=_CHECKS, headers=told)

    asked()
