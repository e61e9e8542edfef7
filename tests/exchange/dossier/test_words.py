"""The words of dossiers: none is missing, unused or left untranslated."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import palanca
from palanca.analysis.reconciliation import DIFFERENCES
from palanca.claims.tenures import TENURES
from palanca.exchange.dossier.headings import Heading
from palanca.exchange.dossier.words import Language, Words, words_of
from palanca.lexicon.channels import channels
from palanca.lexicon.frames import frames
from palanca.records import Category, DisputeKind, InstrumentKind, Modality, OfficeStatus, Review, Schema, TieKind
from palanca.records.query import Branch

_ROOT = Path(palanca.__file__).parent
_SOURCES = [*(_ROOT / "exchange/dossier").glob("*.py"), *(_ROOT / "questions/portraits").glob("*.py")]
_INTERFACE = Path(__file__).parents[3] / "frontend/src/words"
ENGLISH, SPANISH = words_of(Language.ENGLISH), words_of(Language.SPANISH)


def _shipped_mappings() -> list[object]:
    return [yaml.safe_load(one.read_text(encoding="utf-8")) for one in (_ROOT / "registers/mappings").glob("*.yaml")]


def _modes(part: object) -> Iterator[str]:
    """Every mode that mappings give to rows, whether always, by default or by what a column says."""
    if isinstance(part, list):
        yield from (mode for one in part for mode in _modes(one))
    elif isinstance(part, dict):
        given = part.get("mode")
        if isinstance(given, dict):
            yield from (
                *given.get("map", {}).values(),
                *(given[one] for one in ("constant", "default") if one in given),
            )
        elif given:
            yield given
        yield from (mode for one in part.values() for mode in _modes(one))


_BOUNDS = {"about", "perhaps", "perhaps_about", "since", "from", "until"}
_BY_CODE = {
    "act": {"event", "event_in", "event_towards", "event_towards_in", "direct", "indirect", "unnamed"},
    "branch": set(Branch),
    "category": set(Category),
    "channel": {one.name for one in channels()},
    "differs": set(DIFFERENCES.templates),
    "instrument": set(InstrumentKind),
    "modality": {Modality.ASSERTED, Modality.REPORTED, Modality.DENIED},
    "mode": {one.mode for one in frames().by_name.values() if one.mode} | set(_modes(_shipped_mappings())),
    "month": {f"{number:02}" for number in range(1, 13)},
    "office": {one.name.lower() for one in OfficeStatus},
    "on": set(DisputeKind),
    "put": {f"{one}{by}" for one in set(Modality) - {Modality.ASSERTED} for by in ("", "_by")},
    "review": set(Review) - {Review.OPEN},
    "season": {"21", "22", "23", "24"},
    "section": set(Heading) | {"powers", "sources", "method", "footnotes"},
    "tenure": set(TENURES.templates),
    "tie": set(TieKind),
    "time": {"day", "days", "month", "season", "decade", "century", "between", "undated"}
    | {f"{one}{day}" for one in _BOUNDS for day in ("", ".day")},
    "title": {one.lower() for one in Schema} | {"country"},
    "told_by": {"against", "differ", "press", "register", "same", "uncovered"},
    "unit": {"percent"},
}
"""Families whose last part is a code, with all of their codes."""


def _placeholders(template: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", template))


def _said() -> Iterator[tuple[str, set[str], bool]]:
    """Every key that is said by its whole name, the values it is given, and whether it is counted."""
    for source in _SOURCES:
        for call in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args:
                key, way = call.args[0], call.func.attr
                if way in {"say", "counted"} and isinstance(key, ast.Constant):
                    yield str(key.value), {one.arg or "**" for one in call.keywords}, way == "counted"


def _code_of_sources() -> str:
    return "\n".join(source.read_text(encoding="utf-8") for source in _SOURCES)


def _is_used(key: str, code: str) -> bool:
    """Whether a key is said by its whole name, or is of a family of codes, each of which is told above."""
    counted = re.sub(r"\.(one|other)$", "", key)
    return f'"{key}"' in code or f'"{counted}"' in code or key.partition(".")[0] in _BY_CODE


def test_both_languages_have_the_same_keys_in_the_order_of_the_alphabet() -> None:
    assert list(ENGLISH.templates) == list(SPANISH.templates) == sorted(ENGLISH.templates)


def test_templates_hold_the_same_values_in_both() -> None:
    assert {key: _placeholders(one) for key, one in ENGLISH.templates.items()} == {
        key: _placeholders(one) for key, one in SPANISH.templates.items()
    }


def test_all_is_translated_but_what_is_listed_as_the_same() -> None:
    same = json.loads((_ROOT / "exchange/dossier/words/same.json").read_text(encoding="utf-8"))
    assert [key for key, one in ENGLISH.templates.items() if one == SPANISH.templates[key]] == same


@pytest.mark.parametrize("family", _BY_CODE)
def test_every_code_has_its_word_and_no_word_is_of_another(family: str) -> None:
    known = {key.removeprefix(f"{family}.") for key in ENGLISH.templates if key.startswith(f"{family}.")}
    assert known == _BY_CODE[family]


def test_every_key_that_is_said_is_there_with_the_values_it_is_given() -> None:
    said = list(_said())
    assert len(said) > 40
    for key, given, is_counted in said:
        template = ENGLISH.templates.get(f"{key}.other" if is_counted else key)
        assert template is not None, key
        assert "**" in given or _placeholders(template) - {"count"} == given, key


def test_every_word_is_used() -> None:
    code = _code_of_sources()
    assert [key for key in ENGLISH.templates if not _is_used(key, code)] == []


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("family", ["category", "channel", "instrument", "mode"])
def test_the_interface_calls_codes_by_the_same_words(family: str, language: str) -> None:
    shown = json.loads((_INTERFACE / f"{language}.json").read_text(encoding="utf-8"))
    own = {key: one for key, one in words_of(Language(language)).templates.items() if key.startswith(f"{family}.")}
    assert {key: one.casefold() for key, one in own.items()} == {key: shown[key].casefold() for key in own}


@pytest.mark.parametrize(
    ("items", "english", "spanish"),
    [
        ([], "", ""),
        (["Ama"], "Ama", "Ama"),
        (["Ama", "Oto", "Kofi"], "Ama, Oto and Kofi", "Ama, Oto y Kofi"),
        (["Ama", "Ines"], "Ama and Ines", "Ama e Ines"),
        (["Ama", "Hierro"], "Ama and Hierro", "Ama y Hierro"),
    ],
)
def test_lists_are_joined_as_the_language_joins_them(items: list[str], english: str, spanish: str) -> None:
    assert (ENGLISH.all_of(items), SPANISH.all_of(items)) == (english, spanish)


@pytest.mark.parametrize(("value", "english", "spanish"), [(1234567.5, "1,234,567.5", "1.234.567,5"), (20, "20", "20")])
def test_numbers_are_written_as_the_language_writes_them(value: float, english: str, spanish: str) -> None:
    assert (ENGLISH.number(value), SPANISH.number(value)) == (english, spanish)


def test_a_code_without_a_word_is_said_as_it_is() -> None:
    assert SPANISH.named("mode", "meet") == "reunión"
    assert SPANISH.named("mode", "port_call") == "port call"


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        Words(Language.ENGLISH, {}).say("put.denied")
