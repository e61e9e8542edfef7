"""Corrections: the field changes, the rest stays, and what cannot be is refused with a remedy."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.identity.anchors import anchor_of_name, anchor_of_statement
from palanca.identity.checking import check_judgement
from palanca.identity.corrections import FIELDS_OF, check_value, corrected
from palanca.records import (
    AnomalyDetail,
    AnomalyKind,
    Category,
    DocumentId,
    Entity,
    EntityId,
    EventDetail,
    Field,
    Filler,
    Kind,
    Modality,
    OfficeDetail,
    OfficeStatus,
    QuantityDetail,
    Role,
    RoleName,
    Schema,
    Span,
    Statement,
    TieDetail,
    TieKind,
    Time,
    Verdict,
)
from palanca.records.errors import InvalidJudgement
from palanca.records.statement import Detail
from tests.identity.judged import judged, meeting, reading

HERE = DocumentId("document")


def named(caption: str, *names: str) -> Entity:
    return Entity(id=EntityId(caption), document=HERE, schema=Schema.PERSON, caption=caption, names=names)


def role(name: RoleName, text: str, entity: str | None = None) -> Role:
    return Role(name=name, filler=Filler(text=text, entity=None if entity is None else EntityId(entity)))


def statement(detail: Detail, kind: Kind, *roles: Role) -> Statement:
    return Statement(
        document=HERE, kind=kind, detail=detail, span=Span(0, 9), reader="toy", reader_version="7", roles=roles,
        confidence=0.4,
    )  # fmt: skip


MEETING = statement(
    EventDetail(category=Category.CONSULT, mode="meet"),
    Kind.EVENT,
    role(RoleName.ACTOR, "Lund"),
    role(RoleName.ACTOR, "Berg"),
    role(RoleName.RECIPIENT, "Diallo"),
)
MAYOR = statement(OfficeDetail(role="mayor", status=OfficeStatus.CURRENT), Kind.OFFICE, role(RoleName.PERSON, "Lund"))
OWNED = statement(
    TieDetail(kind=TieKind.OWNS), Kind.TIE, role(RoleName.SOURCE, "Lund"), role(RoleName.TARGET, "Harbour")
)
NETS = statement(QuantityDetail(value=3, unit="nets", of="nets"), Kind.QUANTITY)


def put_right(original: Statement, field: Field, value: str, *entities: Entity) -> Statement:
    """The correction without the marks that each has."""
    result = corrected(original, [(field, value)], entities)
    assert (result.reader, result.reader_version, result.confidence) == ("judgement", "1", 1.0)
    return replace(result, reader="toy", reader_version="7", confidence=0.4)


def test_a_time_is_put_right() -> None:
    assert put_right(MEETING, Field.TIME, "2024-05~") == replace(MEETING, time=Time.parse("2024-05~"))


def test_an_empty_time_removes_it() -> None:
    assert put_right(replace(MEETING, time=Time.parse("2024")), Field.TIME, "") == MEETING


def test_an_office_begins_and_ends_when_a_person_says() -> None:
    begun = put_right(MAYOR, Field.START, "2019")
    assert put_right(begun, Field.END, "2023-02") == replace(
        MAYOR,
        detail=OfficeDetail(
            role="mayor", status=OfficeStatus.CURRENT, start=Time.parse("2019"), end=Time.parse("2023-02")
        ),
    )


def test_an_empty_end_removes_it() -> None:
    assert put_right(put_right(MAYOR, Field.END, "2023"), Field.END, " ") == MAYOR


def test_an_empty_start_removes_it() -> None:
    assert put_right(put_right(MAYOR, Field.START, "2023"), Field.START, "") == MAYOR


def test_a_title_is_kept_in_small_letters() -> None:
    right = put_right(MAYOR, Field.ROLE, "Deputy  Mayor")
    assert right == replace(MAYOR, detail=OfficeDetail(role="deputy mayor", status=OfficeStatus.CURRENT))


def test_another_category_drops_the_mode() -> None:
    assert put_right(MEETING, Field.CATEGORY, "aid") == replace(MEETING, detail=EventDetail(category=Category.AID))


def test_the_same_category_keeps_the_mode() -> None:
    assert put_right(MEETING, Field.CATEGORY, "CONSULT") == MEETING


def test_a_modality_is_put_right() -> None:
    assert put_right(MEETING, Field.MODALITY, "Denied") == replace(MEETING, modality=Modality.DENIED)


def test_a_place_is_an_entity_of_the_document() -> None:
    right = put_right(MEETING, Field.PLACE, "lima", named("Lima"))
    assert right == replace(MEETING, place=Filler(text="Lima", entity=EntityId("Lima")))


def test_a_place_that_the_document_does_not_name_is_bare() -> None:
    assert put_right(MEETING, Field.PLACE, "Lima") == replace(MEETING, place=Filler(text="Lima"))


def test_a_place_may_hold_a_semicolon() -> None:
    assert put_right(MEETING, Field.PLACE, "Lima; Peru") == replace(MEETING, place=Filler(text="Lima; Peru"))


def test_an_empty_place_removes_it() -> None:
    assert put_right(replace(MEETING, place=Filler(text="Lima")), Field.PLACE, "") == MEETING


def test_an_amount_keeps_its_unit_unless_one_is_given() -> None:
    assert put_right(NETS, Field.VALUE, "5") == replace(NETS, detail=QuantityDetail(value=5, unit="nets", of="nets"))


def test_an_amount_takes_the_end_of_its_range_and_its_unit() -> None:
    right = put_right(NETS, Field.VALUE, "-2.5..4 USD")
    assert right == replace(NETS, detail=QuantityDetail(value=-2.5, value_max=4, unit="USD", of="nets"))


def test_one_name_takes_the_place_of_all_who_fill_a_role() -> None:
    right = put_right(MEETING, Field.ACTOR, "Omar")
    assert right.roles == (role(RoleName.ACTOR, "Omar"), role(RoleName.RECIPIENT, "Diallo"))


def test_several_names_fill_a_role() -> None:
    right = put_right(MEETING, Field.RECIPIENT, "Omar; Vera Lund ;")
    assert right.roles == (*MEETING.roles[:2], role(RoleName.RECIPIENT, "Omar"), role(RoleName.RECIPIENT, "Vera Lund"))


def test_an_empty_name_empties_a_role() -> None:
    assert put_right(MEETING, Field.RECIPIENT, "").roles == MEETING.roles[:2]


def test_who_acts_is_put_before_who_receives() -> None:
    without_actor = put_right(MEETING, Field.ACTOR, "")
    right = put_right(without_actor, Field.ACTOR, "Omar")
    assert right.roles == (role(RoleName.ACTOR, "Omar"), role(RoleName.RECIPIENT, "Diallo"))


def test_a_body_is_put_behind_the_person() -> None:
    assert put_right(MAYOR, Field.BODY, "City").roles == (*MAYOR.roles, role(RoleName.BODY, "City"))


@pytest.mark.parametrize(
    ("field", "of"), [(Field.SOURCE, OWNED), (Field.TARGET, OWNED), (Field.PERSON, MAYOR)], ids=str
)
def test_the_ends_of_a_tie_and_the_holder_are_put_right(field: Field, of: Statement) -> None:
    assert put_right(of, field, "Omar").fillers(RoleName(field)) == (Filler(text="Omar"),)


def test_a_name_leads_to_the_entity_with_that_caption_before_one_so_called_too() -> None:
    right = put_right(MAYOR, Field.PERSON, "LUND", named("Vera Lund", "Lund"), named("Lund"))
    assert right.roles == (role(RoleName.PERSON, "Lund", "Lund"),)


def test_a_name_leads_to_the_only_entity_so_called() -> None:
    right = put_right(MAYOR, Field.PERSON, "Lund", named("Vera Lund", "Lund", "LUND"))
    assert right.roles == (role(RoleName.PERSON, "Vera Lund", "Vera Lund"),)


def test_a_name_of_two_entities_leads_to_none() -> None:
    right = put_right(MAYOR, Field.PERSON, "Lund", named("Vera Lund", "Lund"), named("Ida Lund", "Lund"))
    assert right.roles == (role(RoleName.PERSON, "Lund"),)


def test_two_captions_alike_are_not_helped_by_another_name() -> None:
    twins = (named("Lund"), replace(named("Lund"), id=EntityId("second")), named("Vera Lund", "Lund"))
    assert put_right(MAYOR, Field.PERSON, "Lund", *twins).roles == (role(RoleName.PERSON, "Lund"),)


def test_several_fields_are_put_right_at_once() -> None:
    right = corrected(MEETING, [(Field.TIME, "2024"), (Field.RECIPIENT, "")], [])
    assert (right.time, right.fillers(RoleName.RECIPIENT)) == (Time.parse("2024"), ())


def test_the_statement_put_right_is_another_one() -> None:
    assert corrected(MEETING, [(Field.TIME, "2024")], []).id != MEETING.id


@pytest.mark.parametrize(
    ("kind", "field", "value", "kept"),
    [
        (Kind.EVENT, Field.TIME, " 2024-05-06 ", "2024-05-06"),
        (Kind.EVENT, Field.CATEGORY, "aid", "AID"),
        (Kind.TIE, Field.MODALITY, "PLANNED", "planned"),
        (Kind.TIE, Field.SOURCE, " Vera\n Lund ", "Vera Lund"),
        (Kind.QUANTITY, Field.VALUE, "1e6  EUR", "1e6 EUR"),
        (Kind.OFFICE, Field.BODY, " ", ""),
        (Kind.EVENT, Field.PLACE, "Pier 7; *", "Pier 7; *"),
    ],
)
def test_a_value_is_kept_in_one_way(kind: Kind, field: Field, value: str, kept: str) -> None:
    assert check_value(kind, field, value) == kept


@pytest.mark.parametrize(
    ("kind", "field", "value", "message"),
    [
        (Kind.TIE, Field.START, "2024", "a tie has no field start to correct: it has time, place, modality, source, "),
        (Kind.ANOMALY, Field.TIME, "2024", "an anomaly has no field time to correct: it has none at all: reject it"),
        (Kind.EVENT, Field.TIME, "May 2024", "time: 'May 2024' is not an EDTF date: write YYYY"),
        (Kind.OFFICE, Field.END, "2024/2020", "end: 2024/2020 ends before it starts: swap the ends"),
        (Kind.EVENT, Field.CATEGORY, "MEET", "'MEET' is no category: give one of AGREE, CONSULT"),
        (Kind.EVENT, Field.MODALITY, "maybe", "'maybe' is no modality: give one of asserted, denied"),
        (Kind.OFFICE, Field.PERSON, " ", "an office cannot be without person: give a value, or reject it"),
        (Kind.EVENT, Field.ACTOR, "***", r"'\*\*\*' holds no name for actor: write it with letters"),
        (Kind.TIE, Field.SOURCE, " ; ", "';' holds no name for source"),
        (Kind.QUANTITY, Field.VALUE, "1,200", "'1,200' is no amount: write 1200, 3..5 or 2.5 USD"),
        (Kind.QUANTITY, Field.VALUE, "inf", "'inf' is no amount"),
        (Kind.QUANTITY, Field.VALUE, "3..many", "'3..many' is no amount"),
        (Kind.QUANTITY, Field.VALUE, "..3", "'..3' is no amount"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_a_remedy(kind: Kind, field: Field, value: str, message: str) -> None:
    with pytest.raises(InvalidJudgement, match=f"^{message}"):
        check_value(kind, field, value)


def test_a_statement_cannot_be_put_right_in_a_field_that_it_has_not() -> None:
    with pytest.raises(InvalidJudgement):
        corrected(MEETING, [(Field.BODY, "City")], [])


def test_every_kind_has_its_fields() -> None:
    assert FIELDS_OF.keys() == set(Kind)


@given(st.sampled_from([MEETING, MAYOR, OWNED, NETS]), st.sampled_from(Field), st.text(max_size=12))
def test_what_the_door_lets_in_can_be_applied_and_nothing_else(of: Statement, field: Field, value: str) -> None:
    try:
        kept = check_value(of.kind, field, value)
    except InvalidJudgement:
        with pytest.raises(InvalidJudgement):
            corrected(of, [(field, value)], [])
    else:
        assert check_value(of.kind, field, kept) == kept
        assert corrected(of, [(field, kept)], []) == corrected(of, [(field, value)], [])


# Whole judgements


def test_a_name_cannot_be_rejected() -> None:
    here = reading("Lund left.", "Lund")
    name = anchor_of_name(here, here.entities[0].id)
    with pytest.raises(
        InvalidJudgement, match=r"^reject judges a statement, but 'Lund' of report\.txt is anchored as a n"
    ):
        check_judgement(judged(Verdict.REJECT, name))


def test_a_statement_cannot_be_renamed() -> None:
    here = reading("Vera Lund met Omar Diallo.")
    anchor = anchor_of_statement(here, meeting(here))
    with pytest.raises(InvalidJudgement, match="anchor it as a name"):
        check_judgement(judged(Verdict.RENAME, anchor, value="Vera"))


@pytest.mark.parametrize(
    ("verdict", "value", "message"),
    [
        (Verdict.RENAME, " ", "^' ' is no name to rename to"),
        (Verdict.RETYPE, "Human", "^'Human' is no schema: give one of Person, PublicBody"),
    ],
)
def test_a_name_cannot_become_what_is_none(verdict: Verdict, value: str, message: str) -> None:
    here = reading("Lund left.", "Lund")
    with pytest.raises(InvalidJudgement, match=message):
        check_judgement(judged(verdict, anchor_of_name(here, here.entities[0].id), value=value))


def test_a_correction_is_checked_against_the_kind_of_its_statement() -> None:
    here = reading("Vera Lund met Omar Diallo.")
    anchor = anchor_of_statement(here, meeting(here))
    with pytest.raises(InvalidJudgement, match="an event has no field body"):
        check_judgement(judged(Verdict.CORRECT, anchor, field=Field.BODY, value="City"))


def test_an_anomaly_has_nothing_to_put_right() -> None:
    odd = statement(AnomalyDetail(kind=AnomalyKind.DATE_CONFLICT, detail="Two years."), Kind.ANOMALY)
    for field in Field:
        with pytest.raises(InvalidJudgement):
            corrected(odd, [(field, "2024")], [])
