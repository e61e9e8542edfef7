"""What persons state that no reader read: where it stands, whom it is about, and when it asks again."""

from dataclasses import replace

import pytest

from palanca.identity.anchors import anchor_of_statement
from palanca.identity.checking import check_judgement
from palanca.identity.judging import decide
from palanca.identity.stated_text import stated_from_text, stated_to_text
from palanca.identity.stating import StatedFacts, statement_of, unstated
from palanca.records import (
    Category,
    Entity,
    EventDetail,
    Filler,
    Form,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Mention,
    Modality,
    OfficeDetail,
    OfficeStatus,
    QuantityDetail,
    QuotationDetail,
    Role,
    RoleName,
    Schema,
    Standing,
    Statement,
    TieDetail,
    TieKind,
    Time,
    Verdict,
)
from palanca.records.entity import entity_id
from palanca.records.errors import InvalidJudgement
from palanca.records.stated import Part, Stated, StatedPart
from tests.identity.judged import entity, held, judged, reading, span_of, stated, told, undo, without

TEXT = "Vera Lund met Omar Diallo. the lagoon trust paid Omar Diallo."
READ = reading(TEXT, "Vera Lund", "Omar Diallo")
PAID = "the lagoon trust paid Omar Diallo."
TRUST = span_of(TEXT, "the lagoon trust")
TRUST_ID = entity_id(READ.document.id, TRUST)
PAYMENT = stated(
    READ, PAID, {"actor": ("the lagoon trust", "Organization"), "recipient": ("Omar Diallo", "Person")},
    category=Category.AID,
)  # fmt: skip
STATEMENT = Statement(
    document=READ.document.id,
    kind=Kind.EVENT,
    detail=EventDetail(category=Category.AID),
    span=span_of(TEXT, PAID),
    reader="person",
    reader_version="ana",
    roles=(
        Role(name=RoleName.ACTOR, filler=Filler(text="the lagoon trust", entity=TRUST_ID, span=TRUST)),
        Role(
            name=RoleName.RECIPIENT,
            filler=Filler(text="Omar Diallo", entity=entity(READ, "Omar Diallo"), span=span_of(TEXT, "Omar Diallo")),
        ),
    ),
)
FACTS = StatedFacts(
    entities=(
        Entity(
            id=TRUST_ID, document=READ.document.id, schema=Schema.ORGANIZATION, caption="the lagoon trust"
        ),
    ),
    mentions=(
        Mention(
            document=READ.document.id, span=TRUST, text="the lagoon trust", form=Form.MARKED, entity=TRUST_ID
        ),
    ),
    statements=(STATEMENT,),
)  # fmt: skip


def test_what_is_stated_is_a_statement_of_the_person_on_the_words_and_names_that_were_marked() -> None:
    found = decide([PAYMENT], held(READ))
    assert found.stated == {READ.document.id: FACTS}
    assert found.confirmed == {STATEMENT.id}
    assert STATEMENT.stated_by == "ana"


def test_what_is_undone_is_stated_no_more() -> None:
    assert decide([PAYMENT, undo(PAYMENT)], held(READ)).stated == {}


def test_what_was_stated_before_counts_for_nothing_read() -> None:
    beside = replace(
        READ, entities=(*READ.entities, *FACTS.entities), mentions=(*READ.mentions, *FACTS.mentions),
        statements=FACTS.statements,
    )  # fmt: skip
    assert unstated(beside) == READ
    assert decide([PAYMENT], held(beside)).stated == {READ.document.id: FACTS}


def test_a_name_that_a_newer_reader_sees_is_the_thing_that_it_reads() -> None:
    newer = reading(TEXT, "Vera Lund", "Omar Diallo", "the lagoon trust")
    (facts,) = decide([PAYMENT], held(newer)).stated.values()
    assert (facts.mentions, facts.statements[0].roles[0].filler.entity) == ((), entity(newer, "the lagoon trust"))


def test_a_name_that_a_newer_reader_does_not_see_is_marked_as_the_person_saw_it() -> None:
    (facts,) = decide([PAYMENT], held(without(READ, "Omar Diallo"))).stated.values()
    assert [(one.caption, one.schema) for one in facts.entities] == [
        ("Omar Diallo", Schema.PERSON), ("the lagoon trust", Schema.ORGANIZATION),
    ]  # fmt: skip


def test_marked_words_are_not_the_other_thing_within_them() -> None:
    ships = reading("Omar Diallo Lines paid Vera Lund.", "Omar Diallo", "Vera Lund")
    line = stated(ships, "paid Vera Lund", {"actor": ("Omar Diallo Lines", "Company")})
    (facts,) = decide([line], held(ships)).stated.values()
    assert [(one.caption, one.schema) for one in facts.entities] == [("Omar Diallo Lines", Schema.COMPANY)]


def test_a_marked_country_is_that_country() -> None:
    harbour = reading("a gift of Kenya reached Vera Lund.", "Vera Lund")
    gift = stated(harbour, "a gift of Kenya", {"actor": ("Kenya", "Place")})
    (facts,) = decide([gift], held(harbour)).stated.values()
    assert facts.entities[0].country == "KEN"


def test_what_stands_in_a_longer_text_is_stated_there() -> None:
    longer = reading(f"It rained. {TEXT}", "Vera Lund", "Omar Diallo")
    found = decide([PAYMENT], held(longer))
    (facts,) = found.stated.values()
    assert [one.span.of(longer.document.text) for one in facts.statements] == [PAID]
    assert [state.standing for state in found.states] == [Standing.HOLDS]


def test_what_lost_its_words_asks_again() -> None:
    changed = reading("Vera Lund met Omar Diallo. the lagoon trust thanked Omar Diallo.", "Vera Lund", "Omar Diallo")
    found = decide([PAYMENT], held(changed))
    assert (found.stated[changed.document.id], found.states[0].standing) == (StatedFacts(), Standing.SET_ASIDE)
    assert found.states[0].reason.startswith(f"“{PAID}” of report.txt no longer stands as it was judged")


def test_what_lost_its_document_asks_again() -> None:
    found = decide([PAYMENT], held())
    assert (found.stated, found.states[0].standing) == ({}, Standing.SET_ASIDE)


def test_what_a_reader_reads_too_is_stated_by_nobody() -> None:
    read_too = told(READ, replace(STATEMENT, reader="toy", roles=STATEMENT.roles[1:]))
    alone = stated(READ, PAID, {"actor": ("Omar Diallo", None)}, category=Category.AID)
    own = statement_of(alone, READ)
    assert isinstance(own, Statement)
    found = decide([alone], held(told(read_too, replace(own, reader="toy"))))
    assert (found.stated, found.confirmed) == ({READ.document.id: StatedFacts()}, frozenset({own.id}))
    assert found.states[0].reason == "a reader reads it so too"


def test_of_two_who_state_the_same_the_first_is_named_and_the_other_once_that_is_undone() -> None:
    second = replace(PAYMENT, who="bo", at=PAYMENT.at.replace(hour=20))
    both = decide([second, PAYMENT], held(READ)).stated[READ.document.id]
    assert [one.stated_by for one in both.statements] == ["ana"]
    left = decide([second, PAYMENT, undo(PAYMENT)], held(READ)).stated[READ.document.id]
    assert [one.stated_by for one in left.statements] == ["bo"]


def test_who_rejects_what_another_states_is_told_to_agree() -> None:
    rejection = judged(Verdict.REJECT, anchor_of_statement(READ, STATEMENT), who="bo", day=1)
    found = decide([PAYMENT, rejection], held(READ))
    assert {state.standing for state in found.states} == {Standing.IN_CONFLICT}
    assert found.rejected | found.confirmed == frozenset()


@pytest.mark.parametrize(
    "given",
    [
        Stated(
            kind=Kind.EVENT, detail=EventDetail(category=Category.AID), time=Time.parse("2024-05"),
            parts=(StatedPart(part=Part.ACTOR, schema=None), StatedPart(part=Part.PLACE, schema=Schema.PLACE)),
        ),
        Stated(
            kind=Kind.OFFICE, modality=Modality.DENIED, parts=(StatedPart(part=Part.PERSON, schema=Schema.PERSON),),
            detail=OfficeDetail(role="mayor", status=OfficeStatus.FORMER, end=Time.parse("2019")),
        ),
        Stated(
            kind=Kind.TIE, detail=TieDetail(kind=TieKind.OWNS),
            parts=(StatedPart(part=Part.SOURCE, schema=None), StatedPart(part=Part.TARGET, schema=Schema.COMPANY)),
        ),
        Stated(
            kind=Kind.INSTRUMENT, parts=(StatedPart(part=Part.ISSUER, schema=Schema.PLACE),),
            detail=InstrumentDetail(kind=InstrumentKind.LAW, title="Quays", number="12", valid=Time.parse("2021/..")),
        ),
        Stated(
            kind=Kind.QUANTITY, parts=(),
            detail=QuantityDetail(value=3, value_max=5.5, unit="ships", of="the fleet"),
        ),
        Stated(
            kind=Kind.QUOTATION, parts=(StatedPart(part=Part.SPEAKER, schema=None),),
            detail=QuotationDetail(cue="warned", direct=True),
        ),
    ],
)  # fmt: skip
def test_what_is_stated_is_written_in_one_line_and_read_back(given: Stated) -> None:
    text = stated_to_text(given)
    assert "\n" not in text
    assert stated_from_text(text) == given


@pytest.mark.parametrize(
    ("wrong", "told_so"),
    [
        ("{", "what is stated is no JSON"),
        ("[]", "what is stated is no object"),
        ('{"kind": "rumour"}', "'rumour' is no kind: give one of event"),
        ('{"kind": "anomaly"}', "anomaly cannot be stated by hand: give one of event, office, tie, instrument"),
        (
            '{"kind": "quantity", "value": "many", "unit": "ships", "modality": "asserted", "parts": []}',
            "'many' is no value: write a number",
        ),
        (
            '{"kind": "quantity", "value": 3, "unit": " ", "modality": "asserted", "parts": []}',
            "a number needs its unit: write USD, percent",
        ),
        (
            '{"kind": "instrument", "instrument": "law", "title": "", "modality": "asserted", "parts": []}',
            "an instrument needs its title",
        ),
        (
            '{"kind": "quotation", "cue": "", "modality": "asserted", "parts": [{"part": "speaker"}]}',
            "a quotation needs the word that tells it",
        ),
        (
            '{"kind": "quotation", "cue": "said", "modality": "asserted", "parts": []}',
            "quotation needs speaker",
        ),
        (
            '{"kind": "event", "category": "AID", "contexts": [], "modality": "asserted", "parts": []}',
            "event needs actor",
        ),
        (
            '{"kind": "tie", "tie": "owns", "modality": "asserted", "parts": '
            '[{"part": "source"}, {"part": "target"}, {"part": "body"}]}',
            "tie has no body: it has source, target",
        ),
        (
            '{"kind": "office", "role": " ", "status": "current", "modality": "asserted", "parts": '
            '[{"part": "person"}]}',
            "an office needs its title",
        ),
        (
            '{"kind": "event", "category": "AID", "contexts": [], "modality": "asserted", "time": "soon", "parts": '
            '[{"part": "actor"}]}',
            "time: 'soon'",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_stated_is_told_with_its_remedy(wrong: str, told_so: str) -> None:
    with pytest.raises(InvalidJudgement, match=told_so):
        stated_from_text(wrong)


def test_a_part_without_words_is_not_stated() -> None:
    with pytest.raises(InvalidJudgement, match="2 parts are stated on 1 anchors"):
        check_judgement(replace(PAYMENT, anchors=PAYMENT.anchors[:2]))
    with pytest.raises(InvalidJudgement, match="holds no letter"):
        check_judgement(replace(PAYMENT, anchors=(*PAYMENT.anchors[:2], replace(PAYMENT.anchors[2], words="…"))))


def test_words_of_two_documents_state_nothing() -> None:
    with pytest.raises(InvalidJudgement, match="words of several documents"):
        check_judgement(replace(PAYMENT, anchors=(*PAYMENT.anchors[:2], replace(PAYMENT.anchors[2], name="b.txt"))))
