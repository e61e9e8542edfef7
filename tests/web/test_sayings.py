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
from palanca.exchange.dossier import lines
from palanca.exchange.dossier.headings import Heading
from palanca.identity.reasons import REASONS
from palanca.questions.patterns import known_patterns
from palanca.questions.portraits.summary import SUMMARY
from palanca.records.sayings import Sayings
from palanca.registers.mapping_loading import shipped
from palanca.web.shapes.lines import BARE
from palanca.web.shapes.remarks import REMARKS
from palanca.web.shapes.sayings import Saying, shown_sayings

_WORDS = Path(__file__).parents[2] / "frontend/src/words"
_TABLES = {
    "why": REASONS, "tenure": TENURES, "belongs": BELONGINGS, "differs": DIFFERENCES, "summary": SUMMARY,
    "audited": FINDINGS, "remark": REMARKS, "lacking": MISSING, "covering": COVERAGE, "dossierTitle": lines.TITLES,
}  # fmt: skip
_LINES = (
    lines.PUT, lines.ACTS, lines.TIES, lines.OFFICES, lines.INSTRUMENTS, lines.TOLD_BY, lines.NOTES, lines.UNLISTED,
    BARE,
)  # fmt: skip


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
def test_every_line_of_a_dossier_has_words_with_its_values(language: str) -> None:
    words = json.loads((_WORDS / f"{language}.json").read_text(encoding="utf-8"))
    told = [one for table in _LINES for one in table.templates.items()]
    wanted = {f"dossierLine.{code}": _values(template) for code, template in told}
    assert ({key: _values(words.get(key, "")) for key in wanted}, len(wanted)) == (wanted, len(told))


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_pattern_has_words_for_its_finding(language: str) -> None:
    words = json.loads((_WORDS / f"{language}.json").read_text(encoding="utf-8"))
    wanted = {f"reads.{one.name}": _values(one.reads) for one in known_patterns()}
    assert {key: _values(words.get(key, "")) for key in wanted} == wanted


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_section_of_a_dossier_has_words(language: str) -> None:
    words = json.loads((_WORDS / f"{language}.json").read_text(encoding="utf-8"))
    assert [one for one in Heading if f"section.{one}" not in words] == []


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
