"""Claims that one document tells alone, and claims whose documents are one voice."""

from palanca.analysis.audit import Ledger
from palanca.records import (
    Category,
    Document,
    EventDetail,
    Filler,
    Finding,
    FindingKind,
    Modality,
    OfficeDetail,
    OfficeStatus,
    Review,
    RoleName,
    Schema,
    Severity,
    Statement,
)
from tests.analysis.audit.making import claim, filler, found, ledger, paper, texts, thing, told

ANA, VOLTA = thing("Ana Ruiz"), thing("Volta Freight", Schema.COMPANY)
CHILE, PERU = thing("Chile", Schema.PLACE, country="CHL"), thing("Peru", Schema.PLACE, country="PER")
MET = EventDetail(category=Category.CONSULT, mode="meet")
PAID = EventDetail(category=Category.AID)
TEXT = "Ana Ruiz paid Volta Freight. Ana Ruiz met Volta Freight in Chile, and Peru paid Chile."
ALBA = paper("alba", TEXT, "2024-05-12")
BRISA = paper("brisa", f"{TEXT} So it is said.", "2024-05-15")
LATER = paper("later", f"{TEXT} Long ago.", "2024-07-01")
WIRE, COPY = paper("wire", f"{TEXT} Wire.", outlet="Wire"), paper("copy", f"{TEXT} Copy.", outlet="Wire")


def parts_in(document: Document) -> list[tuple[RoleName, Filler]]:
    return [(RoleName.ACTOR, filler(document, ANA)), (RoleName.RECIPIENT, filler(document, VOLTA))]


def payment(
    document: Document = ALBA, modality: Modality = Modality.ASSERTED, time: str | None = "2024-05-10"
) -> Statement:
    words = "Ana Ruiz paid Volta Freight"
    return told(document, PAID, parts_in(document), words=words, modality=modality, time=time)


def meeting(document: Document) -> Statement:
    return told(document, MET, parts_in(document), words="Ana Ruiz met Volta Freight")


def week(one: Statement, other: Statement, *, confidence: float = 1.0, review: Review = Review.OPEN) -> Ledger:
    claims = [claim(one, confidence=confidence, review=review), claim(other, confidence=0.1)]
    return ledger(claims, [one, other], [ALBA, BRISA, LATER], [ANA, VOLTA, CHILE, PERU])


def test_what_others_of_the_week_leave_out_has_a_single_source() -> None:
    one = payment()
    assert found(FindingKind.SINGLE_SOURCE, week(one, meeting(BRISA))) == [
        Finding(
            kind=FindingKind.SINGLE_SOURCE,
            severity=Severity.LOW,
            text="“Ana Ruiz paid Volta Freight”: one document tells it, and 1 other document of the same week tells of "
            "Ana Ruiz and Volta Freight without it.",
            statements=(one.id,),
            claims=(claim(one).id,),
        )
    ]


def test_a_reported_act_has_a_single_source_too() -> None:
    assert len(found(FindingKind.SINGLE_SOURCE, week(payment(modality=Modality.REPORTED), meeting(BRISA)))) == 1


def test_the_end_of_an_office_has_a_single_source_too() -> None:
    parts = [(RoleName.PERSON, filler(ALBA, ANA)), (RoleName.BODY, filler(ALBA, VOLTA))]
    detail = OfficeDetail(role="director", status=OfficeStatus.CURRENT, end=ALBA.published)
    assert len(found(FindingKind.SINGLE_SOURCE, week(told(ALBA, detail, parts), meeting(BRISA)))) == 1


def test_a_mere_title_needs_no_second_source() -> None:
    parts = [(RoleName.PERSON, filler(ALBA, ANA)), (RoleName.BODY, filler(ALBA, VOLTA))]
    detail = OfficeDetail(role="director", status=OfficeStatus.CURRENT)
    assert not found(FindingKind.SINGLE_SOURCE, week(told(ALBA, detail, parts), meeting(BRISA)))


def test_a_plan_needs_no_second_source() -> None:
    assert not found(FindingKind.SINGLE_SOURCE, week(payment(modality=Modality.PLANNED), meeting(BRISA)))


def test_background_needs_no_second_source() -> None:
    assert not found(FindingKind.SINGLE_SOURCE, week(payment(time="2019"), meeting(BRISA)))


def test_what_is_not_dated_needs_no_second_source() -> None:
    assert not found(FindingKind.SINGLE_SOURCE, week(payment(time=None), meeting(BRISA)))


def test_documents_of_another_season_are_no_measure() -> None:
    assert not found(FindingKind.SINGLE_SOURCE, week(payment(), meeting(LATER)))


def test_what_readers_doubt_is_not_asked_for_sources() -> None:
    assert not found(FindingKind.SINGLE_SOURCE, week(payment(), meeting(BRISA), confidence=0.4))


def test_what_a_person_confirmed_is_not_asked_for_sources() -> None:
    assert not found(FindingKind.SINGLE_SOURCE, week(payment(), meeting(BRISA), review=Review.CONFIRMED))


def test_two_countries_say_too_little_of_what_a_document_is_about() -> None:
    def aid(document: Document) -> Statement:
        parts = [(RoleName.ACTOR, filler(document, PERU)), (RoleName.RECIPIENT, filler(document, CHILE))]
        return told(document, PAID, parts, words="Peru paid Chile", time="2024-05-10")

    assert not found(FindingKind.SINGLE_SOURCE, week(aid(ALBA), aid(BRISA)))


def together(*statements: Statement, voices: tuple[int, ...], papers: tuple[Document, ...]) -> Ledger:
    return ledger([claim(*statements, voices=voices)], statements, papers, [ANA, VOLTA])


def test_papers_of_one_outlet_are_copies_only() -> None:
    one, other = payment(WIRE), payment(COPY)
    audited = together(one, other, voices=(0, 0), papers=(WIRE, COPY))
    assert found(FindingKind.COPIES_ONLY, audited) == [
        Finding(
            kind=FindingKind.COPIES_ONLY,
            severity=Severity.MEDIUM,
            text="“Ana Ruiz paid Volta Freight”: 2 documents tell it, all of Wire.",
            statements=(other.id, one.id),
            claims=(claim(one, other).id,),
        )
    ]


def test_papers_that_repeat_one_speaker_are_copies_only() -> None:
    speaker = Filler(text="Juan Paz")
    statements = [told(one, PAID, speaker=speaker, modality=Modality.REPORTED, time="2024-05") for one in (ALBA, BRISA)]
    audited = together(*statements, voices=(0, 0), papers=(ALBA, BRISA))
    assert [text.split(": ")[1] for text in texts(FindingKind.COPIES_ONLY, audited)] == [
        "2 documents tell it, all in the words of Juan Paz."
    ]


def test_near_copies_are_copies_only() -> None:
    audited = together(payment(ALBA), payment(BRISA), voices=(0, 0), papers=(ALBA, BRISA))
    assert texts(FindingKind.COPIES_ONLY, audited) == [
        "“Ana Ruiz paid Volta Freight”: 2 documents tell it, in nearly the same words, of one outlet or of one speaker."
    ]


def test_two_voices_are_more_than_copies() -> None:
    audited = together(payment(ALBA), payment(BRISA), voices=(0, 1), papers=(ALBA, BRISA))
    assert not found(FindingKind.COPIES_ONLY, audited)


def test_one_document_is_no_copy() -> None:
    audited = together(payment(ALBA), voices=(0,), papers=(ALBA,))
    assert not found(FindingKind.COPIES_ONLY, audited)


def test_copies_of_a_mere_title_are_left_alone() -> None:
    detail = OfficeDetail(role="director", status=OfficeStatus.CURRENT)
    statements = [told(one, detail, [(RoleName.PERSON, filler(one, ANA))], time="2024-05") for one in (ALBA, BRISA)]
    assert not found(FindingKind.COPIES_ONLY, together(*statements, voices=(0, 0), papers=(ALBA, BRISA)))


def test_copies_of_a_supposition_are_left_alone() -> None:
    statements = [payment(one, Modality.HYPOTHETICAL) for one in (ALBA, BRISA)]
    assert not found(FindingKind.COPIES_ONLY, together(*statements, voices=(0, 0), papers=(ALBA, BRISA)))
