"""The filter language: what a line asks for, and where one that means nothing goes wrong."""

from datetime import date
from pathlib import Path

import pytest

from palanca.analysis.asking import FIELDS, query_of, words_of
from palanca.records.errors import UnreadableQuery
from palanca.records.query import (
    All,
    Branch,
    Comparison,
    Either,
    Field,
    Measure,
    Not,
    Number,
    Parties,
    PartyTest,
    Place,
    Said,
    When,
    Words,
)

CONSULT = Words(field=Field.CATEGORY, values=("CONSULT",))
EVENT = Words(field=Field.KIND, values=("event",))


def test_empty_line_asks_for_everything() -> None:
    assert query_of("  ") == All()


def test_country_qualifies_the_party_right_before_it() -> None:
    assert query_of('who:"Ama Owusu" with:congress of:Peru') == Parties(
        tests=(PartyTest(name="Ama Owusu"), PartyTest(name="congress", country="PER", is_other=True))
    )


def test_country_after_another_field_is_of_any_party() -> None:
    assert query_of("who:Owusu kind:event of:Togo") == All(
        parts=(Parties(tests=(PartyTest(name="Owusu"),)), EVENT, Parties(tests=(PartyTest(country="TGO"),)))
    )


def test_country_and_branch_without_a_name_are_two_tests() -> None:
    assert query_of("of:Chile branch:police") == All(
        parts=(
            Parties(tests=(PartyTest(country="CHL"),)),
            Parties(tests=(PartyTest(branch=Branch.POLICE),)),
        )
    )


def test_and_binds_closer_than_or_and_not_closest() -> None:
    assert query_of("kind:event and not category:CONSULT or place:Lima") == Either(
        parts=(All(parts=(EVENT, Not(part=CONSULT))), Place(name="Lima"))
    )


def test_parentheses_hold_together() -> None:
    assert query_of("kind:event (category:consult or place:Lima)") == All(
        parts=(EVENT, Either(parts=(CONSULT, Place(name="Lima"))))
    )


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("time:2022-11..2022-12", date(2022, 11, 1), date(2022, 12, 31)),
        ("time:2022-02", date(2022, 2, 1), date(2022, 2, 28)),
        ("time:2022-11-09..", date(2022, 11, 9), None),
        ("time:..2022", None, date(2022, 12, 31)),
        ("time:>=2022", date(2022, 1, 1), None),
        ("time:>2022", date(2023, 1, 1), None),
        ("time:<2022-03", None, date(2022, 2, 28)),
        ("time:202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("time:2021/2022", date(2021, 1, 1), date(2022, 12, 31)),
        ("time:none", None, None),
    ],
)
def test_times_reach_as_far_as_their_precision(line: str, first: date | None, last: date | None) -> None:
    assert query_of(line) == When(first=first, last=last)


def test_numbers_are_compared() -> None:
    assert query_of("sources:>=2") == Number(measure=Measure.SOURCES, comparison=Comparison.AT_LEAST, value=2)
    assert query_of("confidence:0.5..0.7") == All(
        parts=(
            Number(measure=Measure.CONFIDENCE, comparison=Comparison.AT_LEAST, value=0.5),
            Number(measure=Measure.CONFIDENCE, comparison=Comparison.AT_MOST, value=0.7),
        )
    )


def test_words_without_a_field_are_words_of_the_sentence() -> None:
    assert query_of('port "dual use"') == All(parts=(Said(words="port"), Said(words='"dual use"')))


def test_choices_may_be_listed_in_any_case_and_number() -> None:
    assert query_of("kind:Events,offices") == Words(field=Field.KIND, values=("event", "office"))


@pytest.mark.parametrize(
    ("line", "at", "says"),
    [
        ("who:", 4, "needs a value"),
        ("kind:event )", 11, "nothing was opened"),
        ("(kind:event", 0, "not closed"),
        ('who:"Ama Owusu', 4, "quotation"),
        ("kind:evnt", 5, "did you mean event?"),
        ("whom:Owusu", 0, "did you mean who:?"),
        ("country:Peru", 0, "did you mean of:?"),
        ("país:Perú", 0, "did you mean of:?"),
        ("source:Post", 0, "did you mean outlet:?"),
        ("of:Atlantis", 3, "no country is called 'Atlantis'"),
        ('of:"Old Atlantis"', 4, "no country is called 'Old Atlantis'"),
        ("time:2022-13", 5, "no such month"),
        ("time:2023..2022", 5, "swap the two dates"),
        ("sources:many", 8, "is no number"),
        ("kind:event or", 13, "has to follow"),
        ("or kind:event", 0, "joins nothing"),
        ("kind:event and or place:Lima", 15, "joins nothing"),
        ("who: Owusu", 4, "needs a value right after it"),
        ("not " * 50, 160, "more than 40 conditions"),
    ],
)
def test_errors_point_at_the_character(line: str, at: int, says: str) -> None:
    with pytest.raises(UnreadableQuery, match=f"at character {at + 1}:") as refused:
        query_of(line)
    assert refused.value.position == at
    assert says in refused.value.problem


@pytest.mark.parametrize("field", FIELDS.values(), ids=str)
def test_example_of_every_field_is_read_and_worded_again(field: object) -> None:
    line = f"{field.word}:{field.example}"  # type: ignore[attr-defined]
    assert query_of(words_of(query_of(line))) == query_of(line)


@pytest.mark.parametrize(
    "line",
    [
        'who:"Ama Owusu" with:congress of:Peru channel:military',
        "kind:event and not (category:CONSULT or place:Lima)",
        "of:Chile (branch:police)",
        'port "dual use" or time:none',
        "by:Norway to:Chad branch:executive during:2022",
    ],
)
def test_worded_query_is_read_as_the_same(line: str) -> None:
    assert query_of(words_of(query_of(line))) == query_of(line)


def test_guide_explains_every_field() -> None:
    guide = (Path(__file__).parents[3] / "docs" / "asking.md").read_text(encoding="utf-8")
    for field in FIELDS.values():
        assert f"| `{field.word}` | {field.asks} | `{field.word}:{field.example}` |" in guide
