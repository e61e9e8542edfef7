"""Effects before the law, and numbers that carry another year than the date."""

import pytest

from palanca.records import (
    Category,
    Document,
    EventDetail,
    Finding,
    FindingKind,
    InstrumentDetail,
    InstrumentKind,
    Modality,
    Severity,
    Statement,
)
from tests.analysis.audit.making import claim, each_alone, found, ledger, paper, texts, told, when

EFFECT, YEAR = FindingKind.EFFECT_BEFORE_LAW, FindingKind.YEAR_OF_NUMBER


def law(
    name: str, number: str, time: str | None, *, valid: str | None = None, text: str | None = None
) -> tuple[Document, Statement]:
    text = text or f"Parliament passed Law {number}."
    detail = InstrumentDetail(kind=InstrumentKind.LAW, title=f"Law {number}", number=number, valid=when(valid))
    document = paper(name, text)
    return document, told(document, detail, time=time)


def act(text: str, time: str | None, modality: Modality = Modality.ASSERTED) -> tuple[Document, Statement]:
    document = paper("act", text)
    return document, told(document, EventDetail(category=Category.SANCTION), time=time, modality=modality)


def findings(kind: FindingKind, *told_in: tuple[Document, Statement]) -> list[Finding]:
    return found(kind, each_alone([one for _, one in told_in], [one for one, _ in told_in]))


def test_a_law_in_force_before_its_date() -> None:
    one = law("alba", "30077", "2024-05-12", valid="2024-05-01/..")
    assert findings(EFFECT, one) == [
        Finding(
            kind=EFFECT,
            severity=Severity.MEDIUM,
            text="Law 30077 is told to be in force since 1 May 2024, and is dated 12 May 2024.",
            statements=(one[1].id,),
            claims=(claim(one[1]).id,),
        )
    ]


def test_an_act_that_rests_on_a_later_law() -> None:
    expelled = act("Chile expelled the envoy under Law No. 014-2024", "2024-03-02")
    assert [one.text for one in findings(EFFECT, law("law", "014-2024", "2024-05-12"), expelled)] == [
        "“Chile expelled the envoy under Law No. 014-2024” is of 2 March 2024; Law 014-2024, on which it rests, is of "
        "12 May 2024."
    ]


def test_an_act_that_rests_on_a_later_law_in_spanish() -> None:
    expelled = act("Chile expulsó al embajador en virtud de la Ley 30077", "2024-03-02")
    assert len(findings(EFFECT, law("law", "30077", "2024-05-12"), expelled)) == 1


def test_a_law_in_force_from_a_later_day() -> None:
    assert not findings(EFFECT, law("alba", "30077", "2024-05-12", valid="2024-06-01/.."))


def test_a_year_in_force_may_begin_after_the_law() -> None:
    assert not findings(EFFECT, law("alba", "30077", "2024-05-12", valid="2024"))


def test_an_act_after_its_law() -> None:
    expelled = act("Chile expelled the envoy under Law No. 014-2024", "2024-06-02")
    assert not findings(EFFECT, law("law", "014-2024", "2024-05-12"), expelled)


def test_an_act_that_only_mentions_a_later_law() -> None:
    debated = act("Chile rejected Law No. 014-2024", "2024-03-02")
    assert not findings(EFFECT, law("law", "014-2024", "2024-05-12"), debated)


def test_a_longer_number_is_another_law() -> None:
    expelled = act("Chile expelled the envoy under Law No. 014-2024-B", "2024-03-02")
    assert not findings(EFFECT, law("law", "014-2024", "2024-05-12"), expelled)


def test_two_laws_of_one_number_are_not_told_apart() -> None:
    expelled = act("Chile expelled the envoy under Law No. 014-2024", "2024-03-02")
    laws = [law(name, "014-2024", time) for name, time in (("one", "2024-05-12"), ("two", "2024-05-13"))]
    assert not findings(EFFECT, *laws, expelled)


@pytest.mark.parametrize("number", ["45/2019", "012-2019-PCM", "2019/679"])
def test_a_number_of_another_year(number: str) -> None:
    one = law("alba", number, "2024-05-12")
    assert findings(YEAR, one) == [
        Finding(
            kind=YEAR,
            severity=Severity.MEDIUM,
            text=f"The number of Law {number} carries the year 2019, and it is dated 12 May 2024.",
            statements=(one[1].id,),
            claims=(claim(one[1]).id,),
        )
    ]


def test_a_year_in_brackets_behind_the_number() -> None:
    one = law("alba", "2231", "2024-07-20", text="The council adopted Law 2231 (2015).")
    assert [finding.text for finding in findings(YEAR, one)] == [
        "The number of Law 2231 carries the year 2015, and it is dated 20 July 2024."
    ]


def test_a_number_of_the_year_before_weighs_little() -> None:
    assert [one.severity for one in findings(YEAR, law("alba", "45/2023", "2024-01-04"))] == [Severity.LOW]


def test_a_number_of_the_same_year() -> None:
    assert not findings(YEAR, law("alba", "45/2024", "2024-05-12"))


def test_either_year_of_a_number_may_be_the_count() -> None:
    assert not findings(YEAR, law("alba", "1990/2024", "2024-05-12"))


def test_a_number_without_year() -> None:
    assert not findings(YEAR, law("alba", "30077", "2024-05-12"))


def test_a_law_without_date() -> None:
    assert not findings(YEAR, law("alba", "45/2019", None))


def test_one_right_date_is_enough_for_the_number() -> None:
    (one, wrong), (other, right) = law("alba", "45/2019", "2024-05-12"), law("brisa", "45/2019", "2019-05-12", text=" ")
    assert not texts(YEAR, ledger([claim(wrong, right)], [wrong, right], [one, other]))
