"""Pattern files: what they become, and how each fault is told."""

from pathlib import Path

import pytest

from palanca.analysis.patterns import load_folder, parse_pattern, shipped_patterns
from palanca.analysis.patterns.pattern import Gap, Link, Measured, Relation, Variable
from palanca.records import RoleName, Schema
from palanca.records.errors import InvalidPattern
from palanca.records.query import Branch

PATTERN = """\
name: dinner then deal
asks: A dinner, and a deal soon after.
legs:
  dinner:
    kind: event
    asks: "category:CONSULT"
    parties:
      host: {role: actor, by: country, branch: executive}
      guest: {role: [recipient, place], schema: Company}
  deal:
    kind: instrument
    asks: "instrument:contract"
    parties:
      host: {role: any, by: country}
      guest: party
order:
  - {first: dinner, then: deal, within: 6m}
reads: "{guest} dined with {host}, and a deal came after."
innocent: People dine.
"""


def refused(text: str) -> str:
    with pytest.raises(InvalidPattern) as caught:
        parse_pattern(text, place="dinner.yaml")
    return str(caught.value)


def test_state_of_a_party_that_the_leg_does_not_name_is_refused() -> None:
    text = PATTERN.replace("schema: Company}", "no_state_of: deal}")
    assert refused(text).endswith("the leg names no other party 'deal': give one of its parties")


def test_pattern_is_what_its_file_says() -> None:
    pattern = parse_pattern(PATTERN, place="dinner.yaml")
    host = Variable(name="host", roles=("actor",), by=Measured.COUNTRY, branches=(Branch.EXECUTIVE,))
    guest = Variable(name="guest", roles=(RoleName.RECIPIENT, "place"), schemata=(Schema.COMPANY,))
    assert pattern.variables == (host, guest)
    gap = Gap(number=6, unit="months")
    assert pattern.links == (Link(relation=Relation.ORDER, first="dinner", second="deal", gap=gap),)
    assert [leg.name for leg in pattern.legs] == ["dinner", "deal"]
    assert pattern.legs[1].ways[0].variables[0].roles == ()


def test_shipped_patterns_have_names_of_their_own_and_an_innocent_reading() -> None:
    shipped = shipped_patterns()
    assert len({pattern.name for pattern in shipped}) == len(shipped) == 10
    assert all("means nothing" in one.innocent or "ordinary course" in one.innocent for one in shipped)


@pytest.mark.parametrize(
    ("written", "instead", "line", "said"),
    [
        ("name: dinner then deal\n", "", 1, "name: is missing"),
        ("innocent: People dine.", "innocent: People dine.\ncolour: red", 20, "no such key"),
        ("kind: event", "kind: feast", 5, "Input should be 'event'"),
        ("category:CONSULT", "categry:CONSULT", 6, "did you mean category:?"),
        ("category:CONSULT", "modality:denied", 6, "take modality and review out"),
        ("category:CONSULT", "not (kind:event or review:rejected)", 6, "take modality and review out"),
        ("role: actor, by", "role: waiter, by", 8, "role"),
        ("within: 6m", "within: soon", 17, "within"),
        ("then: deal, within", "then: meal, within", 17, "there is no leg 'meal': legs are deal, dinner"),
        ("first: dinner", "first: deal", 17, "name two different legs"),
        ("      guest: party\n", "      host: party\n", 15, "the key 'host' is written twice"),
        ("host: {role: any, by: country}", "host: any", 14, "host is by country elsewhere and by thing here"),
        ("{guest} dined", "{cook} dined", 18, "no leg always names {cook}"),
        ("{guest} dined", "{guest.__class__} dined", 18, "no leg always names {guest.__class__}"),
        ("      guest: party", "      buyer: party", 18, None),
        ("reads:", "differs: [[host, guest]]\nreads:", 18, "both by thing or both by country"),
        ("reads:", "without: {deal: {kind: tie, parties: {guest: source}}}\nreads:", 18, "deal is a leg already"),
        ("reads:", "without: {law: {kind: tie, parties: {cook: source}}}\nreads:", 18, "shares no party with the legs"),
    ],
)
def test_fault_is_told_with_file_line_and_remedy(written: str, instead: str, line: int, said: str | None) -> None:
    assert written in PATTERN
    text = PATTERN.replace(written, instead, 1)
    if said is None:
        assert parse_pattern(text, place="dinner.yaml").variables[-1].name == "buyer"
        return
    message = refused(text)
    assert message.startswith(f"dinner.yaml, line {line}: ")
    assert said in message


def test_leg_that_shares_no_party_is_refused() -> None:
    text = PATTERN.replace("      host: {role: any, by: country}\n      guest: party\n", "      cook: party\n")
    assert "dinner.yaml, line 3: legs: some way of a leg shares no party" in refused(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: a pattern is a list of keys"),
        ("- a", "line 1: a pattern is a list of keys"),
        ("a: [", "not YAML"),
        ("a: &x {b: *x}", "an alias within itself"),
        (f"{'[' * 3000}", "dinner.yaml"),
    ],
)
def test_what_is_no_pattern_is_refused(text: str, said: str) -> None:
    assert said in refused(text)


def test_folder_is_read_by_file_name_and_nothing_else_in_it(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(PATTERN, encoding="utf-8")
    (tmp_path / "a.yml").write_text(PATTERN.replace("dinner then deal", "a lunch"), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a pattern", encoding="utf-8")
    assert [pattern.name for pattern in load_folder(tmp_path)] == ["a lunch", "dinner then deal"]


@pytest.mark.parametrize(
    ("written", "said"),
    [(None, "holds no pattern"), (b"\xff\xfe", "is not text in UTF-8"), (b"#" * 300_000, "is too large for a pattern")],
)
def test_folder_without_patterns_is_refused(written: bytes | None, said: str, tmp_path: Path) -> None:
    if written is not None:
        (tmp_path / "a.yaml").write_bytes(written)
    with pytest.raises(InvalidPattern, match=said):
        load_folder(tmp_path)


def test_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidPattern, match="is no folder"):
        load_folder(tmp_path / "nowhere")


def test_example_of_the_documentation_is_a_pattern() -> None:
    page = (Path(__file__).parents[3] / "docs" / "patterns.md").read_text(encoding="utf-8")
    example = page.partition("```yaml\n")[2].partition("```")[0]
    assert parse_pattern(example, place="patterns.md").name == "dinner then deal"
