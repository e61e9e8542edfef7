"""Sentences of the product's own go out with what they say, and the interface has words for each."""

import json
import re
from pathlib import Path

import pytest

from palanca.analysis.audit.findings import FINDINGS
from palanca.analysis.belongings import BELONGINGS
from palanca.analysis.dependence.capacity import MISSING
from palanca.analysis.dependence.coverage import COVERAGE
from palanca.analysis.reconciliation import DIFFERENCES
from palanca.claims.tenures import TENURES
from palanca.identity.reasons import REASONS
from palanca.questions.patterns import known_patterns
from palanca.records.sayings import Sayings
from palanca.registers.mapping_loading import shipped
from palanca.web.shapes.remarks import REMARKS
from palanca.web.shapes.sayings import Saying, shown_sayings

_WORDS = Path(__file__).parents[2] / "frontend/src/words"
_TABLES = {
    "why": REASONS, "tenure": TENURES, "belongs": BELONGINGS, "differs": DIFFERENCES,
    "audited": FINDINGS, "remark": REMARKS, "lacking": MISSING, "covering": COVERAGE,
}  # fmt: skip


def _values(template: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", template))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("family", _TABLES)
def test_every_saying_has_words_with_its_values(family: str, language: str) -> None:
    words = json.loads((_WORDS / f"{language}.json").read_text(encoding="utf-8"))
    table: Sayings = _TABLES[family]
    wanted = {f"{family}.{code}": _values(template) for code, template in table.templates.items()}
    assert {key: _values(words.get(key, "")) for key in wanted} == wanted


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_pattern_has_words_for_its_finding(language: str) -> None:
    words = json.loads((_WORDS / f"{language}.json").read_text(encoding="utf-8"))
    wanted = {f"reads.{one.name}": _values(one.reads) for one in known_patterns()}
    assert {key: _values(words.get(key, "")) for key in wanted} == wanted


def test_sentences_go_out_one_by_one_and_an_unknown_one_without_code() -> None:
    said = shown_sayings("shown 2021-03-02; no end is told; the tide was high", TENURES)
    assert said == [
        Saying(code="shown", values={"first": "2021-03-02"}, text="shown 2021-03-02"),
        Saying(code="no_end", values={}, text="no end is told"),
        Saying(code="", values={}, text="the tide was high"),
    ]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_mapping_that_comes_with_the_program_has_a_title(language: str) -> None:
    words = json.loads((_WORDS / f"{language}.json").read_text(encoding="utf-8"))
    assert [one for one in shipped() if f"mapping.{one}" not in words] == []
