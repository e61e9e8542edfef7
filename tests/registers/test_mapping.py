"""Mapping files: what is read from them, and how their faults are told."""

from pathlib import Path

import pytest

from palanca.records import Category, Coverage, Kind, RoleName, Time
from palanca.records.errors import InvalidMapping
from palanca.registers.mapping_loading import load_mapping, load_mappings, parse_mapping, shipped
from tests.registers.making import VISITS, mapping_of


def test_a_mapping_tells_its_register() -> None:
    register = mapping_of(VISITS).register
    assert (register.name, register.title, register.publisher, register.country) == (
        "harbour_visits", "Visits to the Harbour Authority", "Harbour Authority", "PAN",
    )  # fmt: skip
    assert register.mapping == VISITS
    assert register.coverage == (
        Coverage(kind=Kind.EVENT, category=Category.CONSULT, mode="visit", countries=("PAN",),
                 time=Time.parse("2019/2024")),
    )  # fmt: skip


def test_a_mapping_tells_the_columns_that_it_reads() -> None:
    assert mapping_of(VISITS).columns == (
        "id", "visitor", "represents", "host", "lobbying", "entry", "exit", "status",
    )  # fmt: skip


def test_parties_stand_in_the_order_of_their_roles() -> None:
    assert mapping_of(VISITS).statements[0].parties == (
        (RoleName.ACTOR, ("visitor",)), (RoleName.RECIPIENT, ("official", "body")),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("category: CONSULT\n    mode", "category: MEET\n    mode", "line 18: statements.0.category: 'MEET' is"),
        ("actor: [visitor]", "actor: [visiter]", "line 20: statements.0.actor: there is no thing 'visiter'"),
        ("order: day", "order: dag", "line 6: dates.order"),
        ("name: visitor}", "named: visitor}", "line 12: things.visitor.name"),
        ('split: ";"', 'pattern: "("', "line 13: things.clients.name.pattern: '(' is not a regular expression"),
        ("country: PAN\n", "country: QQQ\n", "line 4: country: no country has the code 'QQQ'"),
        ("time: 2019/2024", "time: 20x9", "line 8: covers.0.time: '20x9' is not an EDTF date"),
        ("tie: represents", "tie: knows", "line 24: statements.1.tie: 'knows' is not one of"),
        ("key: [id]", "key: [id]\nkey: [no]", "line 6: the key 'key' is written twice"),
        ("title: Visits", "title: [Visits", "line"),
        ("kind: tie", "kind: bond", "line 24"),
        ("order: day", "order: day, formats: '%Q'", "line 6: dates.formats.0"),
        ("name: harbour_visits", "name: Harbour Visits", "line 1: name"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_file_and_line(right: str, wrong: str, told: str) -> None:
    assert right in VISITS
    with pytest.raises(InvalidMapping) as caught:
        mapping_of(VISITS.replace(right, wrong, 1))
    assert "test.yaml" in str(caught.value)
    assert told in str(caught.value)


def test_all_faults_are_told_at_once() -> None:
    broken = VISITS.replace("order: day", "order: dag").replace("country: PAN\n", "country: QQQ\n", 1)
    with pytest.raises(InvalidMapping) as caught:
        mapping_of(broken)
    assert "line 4" in str(caught.value)
    assert "line 6" in str(caught.value)


def test_a_mapping_that_says_nothing_is_refused() -> None:
    with pytest.raises(InvalidMapping, match="says nothing of a row"):
        mapping_of("name: a\ntitle: A\nthings:\n  who: {schema: Person, name: who}\n")


def test_an_alias_within_itself_is_refused() -> None:
    with pytest.raises(InvalidMapping, match="alias within itself"):
        parse_mapping("name: &a [*a]\n", place="loop.yaml")


@pytest.mark.parametrize("text", ["&a {x: *a}", "&a {[k]: *a}"])
def test_a_file_within_itself_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "loop.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidMapping, match=r"loop\.yaml, line 1"):
        load_mappings(tmp_path / "loop.yaml")


def test_aliases_that_stand_for_too_much_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    with pytest.raises(InvalidMapping, match=r"its aliases stand for 1,\d{3},\d{3},\d{3} values, more than 100,000"):
        parse_mapping("\n".join(lines), place="bomb.yaml")


def test_words_stay_words() -> None:
    text = VISITS.replace("is: [cancelled, void]", "is: [no, 0, ~]")
    assert mapping_of(text).skip[0].is_ == ("no", "0", "~")


def test_a_mapping_that_is_not_there_names_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(InvalidMapping) as caught:
        load_mapping(tmp_path / "none.yaml")
    assert "none.yaml: no such mapping" in str(caught.value)


@pytest.mark.parametrize("name", shipped())
def test_mappings_that_come_with_palanca_are_sound(name: str) -> None:
    assert load_mapping(name).name == name
