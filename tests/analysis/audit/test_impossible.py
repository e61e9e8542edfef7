"""Times that cannot be: offices, deaths, whereabouts, and what readers find in one document."""

from dataclasses import replace

import pytest

from palanca.records import (
    AnomalyDetail,
    AnomalyKind,
    Category,
    Detail,
    Document,
    EventDetail,
    Finding,
    FindingKind,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Modality,
    OfficeDetail,
    OfficeStatus,
    QuotationDetail,
    RoleName,
    Schema,
    Severity,
    Statement,
)
from tests.analysis.audit.making import claim, each_alone, filler, found, ledger, paper, texts, thing, told, when

IMPOSSIBLE = FindingKind.IMPOSSIBLE_TIME
ANA, JUAN = thing("Ana Ruiz"), thing("Juan Paz")
CHILE, LIMA = thing("Chile", Schema.PLACE, country="CHL"), thing("Lima", Schema.PLACE, country="PER")
SANTIAGO = thing("Santiago", Schema.PLACE, country="CHL")
THINGS = [ANA, JUAN, CHILE, LIMA, SANTIAGO]


def minister(
    name: str, published: str, *, time: str | None = None, start: str | None = None, end: str | None = None,
    status: OfficeStatus = OfficeStatus.CURRENT, text: str = "Ana Ruiz, the minister of Chile.",
) -> tuple[Document, Statement]:  # fmt: skip
    document = paper(name, f"{text} ({name})", published)
    parts = [(RoleName.PERSON, filler(document, ANA)), (RoleName.BODY, filler(document, CHILE))]
    detail = OfficeDetail(role="minister", status=status, start=when(start), end=when(end))
    return document, told(document, detail, parts, words=text, time=time or published)


def event(name: str, text: str, time: str | None, detail: Detail | None = None, published: str = "2024-12-01",
          *, where: str | None = None, who: RoleName = RoleName.ACTOR) -> tuple[Document, Statement]:  # fmt: skip
    """An event of Ana Ruiz, as a document of that text tells it."""
    document = paper(name, f"{text} ({name})", published)
    place = next((filler(document, one) for one in THINGS if one.caption == where), None)
    parts = [(who, filler(document, ANA))] if ANA.caption in text else []
    met = EventDetail(category=Category.CONSULT, mode="meet")
    return document, told(document, detail or met, parts, words=text, time=time, place=place)


def findings(*told_in: tuple[Document, Statement]) -> list[Finding]:
    return found(IMPOSSIBLE, each_alone([one for _, one in told_in], [one for one, _ in told_in], THINGS))


def sentences(*told_in: tuple[Document, Statement]) -> list[str]:
    return [finding.text for finding in findings(*told_in)]


ENDED = minister("ended", "2024-05-14", end="2024-05-12", text="Ana Ruiz, the minister of Chile, resigned.")
BEGUN = minister("begun", "2024-05-14", start="2024-05-12", text="Ana Ruiz became minister of Chile.")


def test_an_office_shown_held_after_its_end() -> None:
    later = minister("later", "2024-08-04")
    assert findings(ENDED, later) == [
        Finding(
            kind=IMPOSSIBLE,
            severity=Severity.MEDIUM,
            text="Ana Ruiz as minister (Chile): told to end 12 May 2024; 1 document shows it held after that, last 4 "
            "August 2024.",
            statements=(ENDED[1].id, later[1].id),
            claims=(claim(ENDED[1]).id, claim(later[1]).id),
        )
    ]


def test_an_office_shown_held_before_its_beginning() -> None:
    assert sentences(BEGUN, minister("early", "2024-02-01")) == [
        "Ana Ruiz as minister (Chile): told to begin 12 May 2024; 1 document shows it held before, first 1 February "
        "2024."
    ]


def test_an_office_that_ends_before_it_begins() -> None:
    (one, start), (other, end) = (
        minister("one", "2024-05-14", start="2024-05-12"), minister("two", "2024-05-14", end="2024-03")
    )  # fmt: skip
    united = OfficeDetail(role="minister", status=OfficeStatus.CURRENT, start=when("2024-05-12"), end=when("2024-03"))
    audited = ledger([claim(start, end, detail=united)], [start, end], [one, other], THINGS)
    assert "Ana Ruiz as minister (Chile): told to begin 12 May 2024 and to end March 2024." in texts(
        IMPOSSIBLE, audited
    )


def test_a_title_lives_on_for_some_days() -> None:
    assert not findings(ENDED, minister("soon", "2024-05-20"))


def test_a_second_term_is_no_impossible_time() -> None:
    assert not findings(ENDED, minister("again", "2024-07-01", start="2024-06-30"), minister("later", "2024-08-04"))


def test_a_former_minister_is_shown_after_the_end_as_is_right() -> None:
    assert not findings(ENDED, minister("later", "2024-08-04", status=OfficeStatus.FORMER))


def test_history_calls_nobody_the_holder_before_a_beginning() -> None:
    assert not findings(BEGUN, minister("history", "2024-08-04", time="2019-03"))


def test_a_year_that_may_hold_the_end_is_not_after_it() -> None:
    assert not findings(ENDED, minister("vague", "2024-05-30", time="2024"))


DIED = minister("died", "2024-05-14", end="2024-05-12", text="Ana Ruiz, the minister of Chile, has died.")


def test_a_meeting_after_a_death() -> None:
    met = event("met", "Ana Ruiz met the envoy", "2024-06-01")
    assert findings(DIED, met) == [
        Finding(
            kind=IMPOSSIBLE,
            severity=Severity.HIGH,
            text="Ana Ruiz is told to have died 12 May 2024; “Ana Ruiz met the envoy” is of 1 June 2024.",
            statements=(DIED[1].id, met[1].id),
            claims=(claim(DIED[1]).id, claim(met[1]).id),
        )
    ]


@pytest.mark.parametrize(
    "text", ["Ana Ruiz was assassinated in Chile", "Rebels killed Ana Ruiz in Chile", "Ana Ruiz fue asesinada en Chile"]
)
def test_a_killing_is_a_death(text: str) -> None:
    violence = EventDetail(category=Category.ASSAULT)
    killed = event("killed", text, "2024-05-12", violence, who=RoleName.RECIPIENT)
    assert len(findings(killed, event("met", "Ana Ruiz met the envoy", "2024-06-01"))) == 1


def test_words_said_after_a_death() -> None:
    document = paper("said", "I agree, said Ana Ruiz.")
    words = told(
        document, QuotationDetail(cue="said", direct=True), words="I agree", time="2024-06-01",
        speaker=filler(document, ANA),
    )  # fmt: skip
    assert len(findings(DIED, (document, words))) == 1


def test_an_office_held_after_a_death() -> None:
    assert [one.severity for one in findings(DIED, minister("later", "2024-08-04"))] == [Severity.MEDIUM]


def test_the_day_after_a_death_may_be_the_same_day_elsewhere() -> None:
    assert not findings(DIED, event("met", "Ana Ruiz met the envoy", "2024-05-13"))


def test_a_plan_for_after_a_death_is_left_alone() -> None:
    document, met = event("met", "Ana Ruiz met the envoy", "2024-06-01")
    planned = told(document, met.detail, [(RoleName.ACTOR, filler(document, ANA))], time="2024-06-01",
                   modality=Modality.PLANNED)  # fmt: skip
    assert not findings(DIED, (document, planned))


@pytest.mark.parametrize(
    "text",
    ["Ana Ruiz was stabbed in Chile", "Ana Ruiz killed a guard in Chile", "Rebels killed the brother of Ana Ruiz"],
)
def test_violence_of_which_nobody_named_died_is_no_death(text: str) -> None:
    harmed = event("harmed", text, "2024-05-12", EventDetail(category=Category.ASSAULT), who=RoleName.RECIPIENT)
    assert not findings(harmed, event("met", "Ana Ruiz met the envoy", "2024-06-01"))


def test_a_title_of_history_holds_no_office_after_a_death() -> None:
    assert not findings(DIED, minister("history", "2031-08-04"))


def test_two_countries_on_one_day() -> None:
    one = event("one", "Ana Ruiz met the envoy in Lima", "2024-06-01", where="Lima")
    other = event("two", "Ana Ruiz met the king in Santiago", "2024-06-01", where="Santiago")
    assert sentences(one, other) == ["Ana Ruiz is shown in Lima and in Santiago on 1 June 2024."]


@pytest.mark.parametrize(("registers", "number"), [(("visits", "visits"), 0), (("visits", "travels"), 1)])
def test_two_countries_on_one_day_are_possible_where_one_register_lists_both(
    registers: tuple[str, str], number: int
) -> None:
    told_in = (
        event("one", "Ana Ruiz met the envoy in Lima", "2024-06-01", where="Lima"),
        event("two", "Ana Ruiz met the king in Santiago", "2024-06-01", where="Santiago"),
    )
    rows = ((replace(one, register=of), said) for (one, said), of in zip(told_in, registers, strict=True))
    assert len(findings(*rows)) == number


def test_two_places_of_one_country_on_one_day_are_possible() -> None:
    one = event("one", "Ana Ruiz met the envoy in Chile", "2024-06-01", where="Chile")
    other = event("two", "Ana Ruiz met the king in Santiago", "2024-06-01", where="Santiago")
    assert not findings(one, other)


def test_a_call_can_be_made_from_anywhere() -> None:
    phone = EventDetail(category=Category.CONSULT, mode="phone")
    one = event("one", "Ana Ruiz called the envoy in Lima", "2024-06-01", phone, where="Lima")
    other = event("two", "Ana Ruiz met the king in Santiago", "2024-06-01", where="Santiago")
    assert not findings(one, other)


LEFT = event("left", "Ana Ruiz left Lima", "2024-06-01", EventDetail(category=Category.RETREAT))
MET_IN_LIMA = event("met", "Ana Ruiz met the envoy in Lima", "2024-06-03", where="Lima")


def test_a_meeting_where_somebody_has_left() -> None:
    assert sentences(LEFT, MET_IN_LIMA) == [
        "Ana Ruiz is told to have left Lima on 1 June 2024; “Ana Ruiz met the envoy in Lima” is of 3 June 2024, in "
        "Lima."
    ]


def test_a_country_that_somebody_has_left_holds_its_towns() -> None:
    left = event("left", "Ana Ruiz was expelled from Chile", "2024-06-01", EventDetail(category=Category.SANCTION))
    assert len(findings(left, event("met", "Ana Ruiz met the king in Santiago", "2024-06-03", where="Santiago"))) == 1


def test_a_told_return_explains_the_meeting() -> None:
    back = event("back", "Ana Ruiz returned to Lima", "2024-06-02", EventDetail(category=Category.CONSULT))
    assert not findings(LEFT, back, MET_IN_LIMA)


def test_a_meeting_before_the_departure_is_possible() -> None:
    assert not findings(LEFT, event("met", "Ana Ruiz met the envoy in Lima", "2024-05-30", where="Lima"))


def anomaly(detail: str, kind: AnomalyKind) -> tuple[Document, Statement]:
    document = paper("odd", "Ana Ruiz signed Resolution 45/2019 on Friday 12 May.")
    return document, told(document, AnomalyDetail(kind=kind, detail=detail), kind=Kind.ANOMALY)


def test_a_wrong_weekday_that_a_reader_found() -> None:
    found_by_reader = anomaly("2024-05-12 was a Sunday, not a Friday", AnomalyKind.DATE_CONFLICT)
    assert sentences(found_by_reader) == ["2024-05-12 was a Sunday, not a Friday."]


def test_a_name_that_a_reader_queried_is_no_time() -> None:
    assert not findings(anomaly("“Ruis” here, “Ruiz” elsewhere", AnomalyKind.NAME_VARIANT))


def test_the_year_of_a_number_is_left_to_its_own_rule() -> None:
    document, odd = anomaly("number 45/2019 carries the year 2019", AnomalyKind.DATE_CONFLICT)
    law = InstrumentDetail(kind=InstrumentKind.RESOLUTION, title="Resolution 45/2019", number="45/2019")
    assert not findings((document, odd), (document, told(document, law)))
